using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Huishoudens;

public enum DossierSoort { Melding, Aanvraag, Heronderzoek, Herziening, Signaal, Veiligheid }

/// <summary>
/// One procedure of one client within a household: the unit of law, right, retention and secrecy. It has its own clocks,
/// its own behandelaar and its own decision.
/// </summary>
/// <param name="Client">Id of the person whose support it is about.</param>
/// <param name="Kanaal">How the melding came in.</param>
/// <param name="Ontvangen">Day of the melding: day 0 of the six weeks.</param>
/// <param name="Regelset">Legal rule set, chosen by that day and never changed.</param>
public sealed record Dossier(
    DossierId Id, DossierSoort Soort, PersoonId Client, Melder Melder, Content Vraag, Kanaal? Kanaal, bool Spoed, DateOnly Ontvangen, string Regelset)
{
    /// <summary>The gemeente whose procedure it is; null when the installation did not say which it is.</summary>
    public Gemeentecode? Gemeente { get; init; }

    /// <summary>The one professional in charge (seed K5); null before assignment, never after.</summary>
    public UserReference? Behandelaar { get; init; }

    public DateOnly? OntvangstBevestigd { get; init; }

    public Onderzoek Onderzoek { get; init; } = Onderzoek.Leeg;

    public Plan? Plan { get; init; }

    /// <summary>The written account; ends clock 1 (art. 2.3.2 l8 Wmo 2015).</summary>
    public Verslag? Verslag { get; init; }

    public Reactie? Reactie { get; init; }

    /// <summary>The day on which the six weeks were over without a verslag, so that the client may apply (art. 2.3.2 l9).</summary>
    public DateOnly? RechtOpAanvraag { get; init; }

    /// <summary>The day on which the inwoner was told so.</summary>
    public DateOnly? AanvraagrechtVerteld { get; init; }

    public Aanvraag? Aanvraag { get; init; }

    public Ingebrekestelling? Ingebrekestelling { get; init; }

    /// <summary>Only in a dossier of that kind.</summary>
    public Signaal? Signaal { get; init; }

    public Besluit? Besluit { get; init; }

    /// <summary>Decisions that were made known before the aanvraag of today came in; bezwaar against them goes on.</summary>
    public ImmutableList<Besluit> EerdereBesluiten { get; init; } = [];

    public Nazorg? Nazorg { get; init; }

    /// <summary>What it goes on from; null for a first melding.</summary>
    public Vervolg? Vervolg { get; init; }

    /// <summary>The day on which the gemeente's own target had passed without a decision.</summary>
    public DateOnly? StreeftermijnVerstreken { get; init; }

    /// <summary>Letters that went out, in that order.</summary>
    public ImmutableList<VerzondenBrief> Brieven { get; init; } = [];

    /// <summary>What somebody said about terms of the law that passed; the last word about each counts.</summary>
    public ImmutableList<Verklaring> Verklaringen { get; init; } = [];

    /// <summary>Terms of the law that passed in this procedure, explained or not.</summary>
    [JsonIgnore]
    public IEnumerable<Afwijking> Afwijkingen => [.. Afwijking(Wetstermijn.Onderzoek, RechtOpAanvraag), .. Afwijking(Wetstermijn.Beschikking, Aanvraag?.BeslistermijnVerstreken)];

    IEnumerable<Afwijking> Afwijking(Wetstermijn termijn, DateOnly? sinds) => sinds is { } op ? [new Afwijking(termijn, op, Verklaringen.FindLast(v => v.Termijn == termijn))] : [];

    /// <summary>Only in a stream of its own; null in every procedure of a household.</summary>
    public Meldcode? Meldcode { get; init; }

    /// <summary>Set when the procedure is over; support that runs goes on, and so does bezwaar.</summary>
    public Einde? Einde { get; init; }

    [JsonIgnore]
    public bool IsOpen => Einde is null;

    /// <summary>Clock 1: six weeks from the melding, never suspended. Only a melding has one.</summary>
    [JsonIgnore]
    public Klok? Onderzoeksklok => Soort == DossierSoort.Melding ? new Klok(Regels.Termijn(TermijnId.Onderzoek), Ontvangen) : null;

    /// <summary>Clock 2: two weeks from receipt of the aanvraag, can be suspended.</summary>
    [JsonIgnore]
    public Klok? Beslisklok => Aanvraag is null ? null : new Klok(Regels.Termijn(TermijnId.Beschikking), Aanvraag.Ontvangen, Aanvraag.Opschortingen);

    /// <summary>The gemeente's own target for what it began itself: the law gives heronderzoek and herziening no term. Over when the decision was made known.</summary>
    [JsonIgnore]
    public Klok? Streefklok => (Soort, Aanvraag, Besluit?.Bekendgemaakt) switch
    {
        (DossierSoort.Heronderzoek, null, null) => new Klok(Regels.Termijn(TermijnId.Heronderzoek), Ontvangen),
        (DossierSoort.Herziening, null, null) => new Klok(Regels.Termijn(TermijnId.Herziening), Ontvangen),
        _ => null,
    };

    /// <summary>The clock that runs now, and null when none does.</summary>
    [JsonIgnore]
    public Klok? LopendeKlok =>
        !IsOpen ? null
        : Aanvraag is not null ? Besluit?.Bekendgemaakt is null ? Beslisklok : null
        : Verslag is null ? Onderzoeksklok ?? Streefklok : null;

    /// <summary>Days of bekendmaking of the decisions against which bezwaar is still open, today's first.</summary>
    [JsonIgnore]
    public IEnumerable<DateOnly> OpenVoorBezwaar =>
        EerdereBesluiten.Prepend(Besluit).Where(b => b is { BezwaartermijnVerstreken: null }).Select(b => b!.Bekendgemaakt).OfType<DateOnly>().Distinct();

    /// <summary>The rule set of this procedure; an id that this version does not know gives the one by date.</summary>
    [JsonIgnore]
    public Regelset Regels => WettelijkeTermijnen.Met(Regelset) ?? WettelijkeTermijnen.Kies(Ontvangen) ?? WettelijkeTermijnen.Alle[0];
}

/// <param name="Soort">What he is to the inwoner, in his own words: dochter, buurman, huisarts.</param>
/// <param name="Bereikbaar">Telephone or mail.</param>
public sealed record Melder(Content? Soort, Content? Naam, Content? Bereikbaar);

/// <param name="Resultaat">As the flow's end names it, such as <c>nulde lijn</c>.</param>
public sealed record Einde(string Resultaat, DateOnly Op);

/// <summary>The agreements of the ondersteuningsplan (seed K13): results, who does what, and the support of the mantelzorger (L6).</summary>
public sealed record Plan(ImmutableList<Planresultaat> Resultaten, Content? Afspraken, Content? Mantelzorg, DateOnly Op);

/// <summary>What will be true when it is good (seeds B2, P7).</summary>
public sealed record Planresultaat(PersoonId Persoon, Levensdomein Levensdomein, Content Resultaat, Content Eigenaar, DateOnly? Datum)
{
    /// <summary>Null when nobody said.</summary>
    public Planeffect? Effect { get; init; }
}

/// <param name="Akkoord">Whether the client agrees; null when not asked yet.</param>
public sealed record Verslag(Kanaal? Kanaal, Content? Opmerkingen, bool? Akkoord, DateOnly Op);

/// <param name="Uitkomst">Aanvraag, Geen aanvraag, Geen reactie or Gesprek opnieuw.</param>
public sealed record Reactie(string Uitkomst, Content? Opmerkingen, DateOnly Op);

public sealed record Nazorg(string Uitkomst, Content? Ervaring, DateOnly Op);

/// <param name="Dossier">The earlier dossier.</param>
/// <param name="Ondersteuning">The support that it is about.</param>
public sealed record Vervolg(DossierId Dossier, OndersteuningId? Ondersteuning);

public sealed record VerzondenBrief(DocumentReference Brief, PersoonId? Persoon, Kanaal? Kanaal, DateOnly Op);
