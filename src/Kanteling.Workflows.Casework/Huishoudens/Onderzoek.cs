using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What the onderzoek of one dossier has found so far; what was not done yet is null or empty.</summary>
public sealed record Onderzoek
{
    public static readonly Onderzoek Leeg = new();

    public Beoordeling? Beoordeling { get; init; }

    public Clientondersteuning? Clientondersteuning { get; init; }

    public Afspraak? Afspraak { get; init; }

    /// <summary>How often contact was sought in vain since the last time it succeeded (seed K7).</summary>
    public int VergeefsContact { get; init; }

    public PersoonlijkPlan? PersoonlijkPlan { get; init; }

    public Vooronderzoek? Vooronderzoek { get; init; }

    public Gesprek? Gesprek { get; init; }

    public ImmutableList<Advies> Adviezen { get; init; } = [];

    /// <summary>The circles as they were weighed, in that order; weighing again replaces.</summary>
    public ImmutableList<Overweging> Overwegingen { get; init; } = [];

    public Maatwerkweging? Maatwerk { get; init; }

    /// <summary>The parts a to g of art. 2.3.2 l4 that were looked at; what is missing shows before a decision is drawn up.</summary>
    [JsonIgnore]
    public ImmutableArray<char> GezieneDelen => [.. Delen().Where(deel => deel.Gezien).Select(deel => deel.Letter)];

    [JsonIgnore]
    public bool IsVolledig => GezieneDelen.Length == 7;

    IEnumerable<(char Letter, bool Gezien)> Delen() =>
    [
        ('a', Gesprek is not null),
        ('b', Overwogen(Weegstap.EigenKracht)),
        ('c', Overwogen(Weegstap.SociaalNetwerk)),
        ('d', Gesprek is { MantelzorgerGehoord: true }),
        ('e', Overwogen(Weegstap.AlgemeneVoorziening)),
        ('f', Vooronderzoek is not null),
        ('g', Maatwerk is { BijdrageUitgelegd: true }),
    ];

    bool Overwogen(Weegstap stap) => Overwegingen.Exists(o => o.Stap == stap);
}

public sealed record Beoordeling(string Uitkomst, Content? Toelichting, DateOnly Op);

/// <summary>The offer of free and independent help (art. 2.3.2 l3), to the inwoner and to the mantelzorger.</summary>
public sealed record Clientondersteuning(Aanbodantwoord Inwoner, Aanbodantwoord Mantelzorger, DateOnly Op);

/// <param name="Tijd">As somebody wrote it, such as <c>10:30</c>.</param>
public sealed record Afspraak(DateOnly Dag, Content? Tijd, Content? Plaats, Content? Met, DateOnly Op);

public enum PersoonlijkPlanUitkomst { Ontvangen, ZietAf, ZevenDagenOm }

public sealed record PersoonlijkPlan(PersoonlijkPlanUitkomst Uitkomst, Content? Plan, DateOnly Op);

/// <param name="NietDoorgeven">What the inwoner does not want told on (seed K8).</param>
public sealed record Vooronderzoek(bool IdentiteitVastgesteld, Identiteitsbewijs? Document, WlzStand Wlz, Content? Bevindingen, Content? NietDoorgeven, DateOnly Op);

/// <param name="Antwoorden">The whole talk: levensdomeinen, netwerkkaart, strengths, limits, as the form asked it.</param>
/// <param name="DraagkrachtgrensBereikt">Recorded fact that opens the next circle (seed K2).</param>
public sealed record Gesprek(Content Antwoorden, bool MantelzorgerGehoord, bool DraagkrachtgrensBereikt, DateOnly Op)
{
    /// <summary>The guide that was at the table.</summary>
    public DocumentReference? Leidraad { get; init; }
}

public sealed record Advies(Content Van, Content Inhoud, DateOnly Op);

/// <summary>One circle, weighed.</summary>
/// <param name="Uitkomst">Toereikend, Rest or Overgeslagen: computed from the rows.</param>
public sealed record Overweging(Weegstap Stap, ImmutableList<Cirkelrij> Rijen, string Uitkomst, DateOnly Op);

/// <summary>What one contribution takes off one hulpvraag, or why there is none.</summary>
/// <param name="Overgeslagen">Passed by, with its reason: the order is a rule, never a wall (seeds P22, P26).</param>
/// <param name="Toereikend">Whether the hulpvraag is settled with this.</param>
/// <param name="MantelzorgerAkkoord">The mantelzorger's own yes.</param>
public sealed record Cirkelrij(
    HulpvraagId Hulpvraag, PersoonId Persoon, Bijdragesoort Soort, bool Overgeslagen, Content? Wie, Content? WatDoet, Omvang? Omvang, bool Toereikend, Content? Reden, bool MantelzorgerAkkoord)
{
    [JsonIgnore]
    public bool DraagtBij => !Overgeslagen && Omvang is not null;
}

/// <summary>What is left after the circles, and how it was explained (art. 2.3.2 l4 g, l6; art. 2.3.5 l3).</summary>
public sealed record Maatwerkweging(ImmutableList<Maatwerkrij> Rijen, bool PgbUitgelegd, bool BijdrageUitgelegd, DateOnly Op);

/// <param name="Vorm">What the client prefers.</param>
/// <param name="Motivering">Why this rest, and why nothing lighter.</param>
/// <param name="Omgeving">How this strengthens the environment (seed L4).</param>
public sealed record Maatwerkrij(HulpvraagId Hulpvraag, PersoonId Persoon, Content Wat, Omvang Omvang, Zwaarte Zwaarte, Ondersteuningsvorm Vorm, Content? Motivering, Content? Omgeving)
{
    /// <summary>When it was chosen from the product list.</summary>
    public Product? Product { get; init; }
}
