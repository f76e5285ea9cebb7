using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

public sealed record OndersteuningVoorgesteld(
    OndersteuningId Ondersteuning, DossierId Dossier, PersoonId Persoon, HulpvraagId? Hulpvraag, Ondersteuningscirkel Cirkel, Ondersteuningsvorm Vorm, Content? Wat, Content? Wie, Omvang? Omvang,
    Zwaarte? Zwaarte, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>The running support whose place it takes when it is granted.</summary>
    public OndersteuningId? Vervangt { get; init; }

    /// <summary>Of maatwerk, when it was chosen from the product list.</summary>
    public Product? Product { get; init; }
}

/// <summary>Replaced by a later proposal of the same dossier.</summary>
public sealed record VoorstelVervallen(OndersteuningId Ondersteuning, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>A decision that was made known grants it: the beschikking is its title from the day of bekendmaking.</summary>
/// <param name="Status">Toegekend; what runs already goes on.</param>
/// <param name="Vorm">In which form it is given from here: what runs as spoed does so until the pgb is arranged.</param>
/// <param name="Start">Its first day, when it has one.</param>
/// <param name="Einde">Its last day, when it has one.</param>
/// <param name="Op">Day of bekendmaking.</param>
public sealed record OndersteuningToegekend(
    OndersteuningId Ondersteuning, Ondersteuningsstatus Status, Ondersteuningsvorm Vorm, Omvang? Omvang, DateOnly? Start, DateOnly? Einde, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>A decision that was made known refuses what did not run; what ran ends.</summary>
public sealed record OndersteuningGeweigerd(OndersteuningId Ondersteuning, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <param name="Start">First day on which the aanbieder delivers.</param>
public sealed record OpdrachtGegeven(OndersteuningId Ondersteuning, Reference Aanbieder, DateOnly Start, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>The first day of the support; null when it runs already, so that its own stays.</summary>
    public DateOnly? EersteDag { get; init; }

    /// <summary>Of the contract that the aanbieder had on <see cref="Start"/>, as the register said when it was looked at.</summary>
    public Contractperiode? Contract { get; init; }

    /// <summary>Of the aanbieder, as the register had it.</summary>
    public Agbcode? Agb { get; init; }
}

/// <param name="TotEnMet">Last day; null while it goes on.</param>
public sealed record Contractperiode(DateOnly Van, DateOnly? TotEnMet);

public sealed record OpdrachtNietGestart(OndersteuningId Ondersteuning, Startbelemmering Reden, Content? Toelichting, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>What it becomes; null when it runs by other means, and goes on.</summary>
    public Ondersteuningsstatus? Status { get; init; }
}

public sealed record OndersteuningOverbrugd(OndersteuningId Ondersteuning, Content Hoe, DateOnly? Tot, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <param name="BudgetplanGoedgekeurd">Day of approval; part of the title.</param>
/// <param name="Bedrag">Per year.</param>
public sealed record PgbIngericht(OndersteuningId Ondersteuning, DateOnly BudgetplanGoedgekeurd, Bedrag? Bedrag, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>Temporary support at once (art. 2.3.3 Wmo 2015): decision and opdracht in one act.</summary>
public sealed record SpoedvoorzieningGetroffen(
    OndersteuningId Ondersteuning, DossierId Dossier, PersoonId Persoon, Content Wat, Omvang Omvang, Reference Aanbieder, DateOnly Start, DateOnly Einde, Content Motivering, UserId Besluiter, DateOnly Op)
    : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>Of the contract that the aanbieder had on <see cref="Start"/>, as the register said when it was looked at.</summary>
    public Contractperiode? Contract { get; init; }

    /// <summary>Of the aanbieder, as the register had it.</summary>
    public Agbcode? Agb { get; init; }

    /// <summary>When it was chosen from the product list.</summary>
    public Product? Product { get; init; }
}

/// <summary>Looked at at once, and temporary support was not needed.</summary>
public sealed record SpoedNietNodig(DossierId Dossier, Content? Reden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>It is given from this day.</summary>
public sealed record OndersteuningGestart(OndersteuningId Ondersteuning, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

public sealed record OndersteuningNietGestart(OndersteuningId Ondersteuning, Content? Reden, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>When it is looked at again, when it ends, and how it becomes lighter (seeds P25, A2).</summary>
public sealed record AfschaalplanVastgelegd(OndersteuningId Ondersteuning, DateOnly? Evaluatiedatum, DateOnly? Einde, Content? Afschaalplan, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <param name="Herzien">The day on which is asked whether it is still so.</param>
public sealed record StructureelVastgesteld(OndersteuningId Ondersteuning, Content Reden, DateOnly Herzien, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>What the inwoner himself thinks of it (seed A3).</summary>
    public Content? Inwoner { get; init; }
}

public sealed record EvaluatieBegonnen(OndersteuningId Ondersteuning, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <param name="VolgendeEvaluatie">Null when it ends.</param>
public sealed record OndersteuningGeevalueerd(OndersteuningId Ondersteuning, string Uitkomst, Content? Toelichting, DateOnly? VolgendeEvaluatie, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>It ends because something lighter takes its place.</summary>
/// <param name="Naar">The lighter support, or null when the household goes on by itself.</param>
public sealed record OndersteuningAfgeschaald(OndersteuningId Ondersteuning, OndersteuningId? Naar, Content? Toelichting, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>The title that the lighter one stands on: in circle 4 that of the heavier. Null when it needs none.</summary>
    public Titel? Titel { get; init; }
}

public sealed record OndersteuningBeeindigd(OndersteuningId Ondersteuning, Eindreden Reden, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);
