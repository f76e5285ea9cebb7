using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

public sealed record ClientondersteuningAangeboden(DossierId Dossier, Aanbodantwoord Inwoner, Aanbodantwoord Mantelzorger, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record AfspraakGemaakt(DossierId Dossier, DateOnly Dag, Content? Tijd, Content? Plaats, Content? Met, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record ContactMislukt(DossierId Dossier, Contactwijze? Wijze, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>The how many times in a row, this one included.</summary>
    public int Keer { get; init; } = 1;
}

public sealed record PersoonlijkPlanAfgehandeld(DossierId Dossier, PersoonlijkPlanUitkomst Uitkomst, Content? Plan, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record VooronderzoekGedaan(
    DossierId Dossier, bool IdentiteitVastgesteld, Identiteitsbewijs? Document, WlzStand Wlz, Content? Bevindingen, Content? NietDoorgeven, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record KeukentafelgesprekGevoerd(DossierId Dossier, Content Gesprek, bool MantelzorgerGehoord, bool DraagkrachtgrensBereikt, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>The guide that was at the table.</summary>
    public DocumentReference? Leidraad { get; init; }
}

/// <summary>The hulpvragen of this dossier from here on; those of an earlier talk lapse, and so does what was weighed for them.</summary>
public sealed record HulpvragenVastgesteld(DossierId Dossier, ImmutableArray<Hulpvraag> Hulpvragen, string Uitkomst, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>Ids of the hulpvragen that lapse.</summary>
    public ImmutableArray<HulpvraagId> Vervallen { get; init; } = [];

    /// <summary>The circles of which the weighing lapses.</summary>
    public ImmutableArray<Weegstap> VervallenWegingen { get; init; } = [];

    /// <summary>The weighing of what was left lapses.</summary>
    public bool MaatwerkVervalt { get; init; }
}

public sealed record DeskundigAdviesOntvangen(DossierId Dossier, Content Van, Content Advies, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <param name="Uitkomst">Toereikend, Rest or Overgeslagen: computed from the rows.</param>
public sealed record CirkelOverwogen(DossierId Dossier, Weegstap Stap, ImmutableArray<Cirkelrij> Rijen, string Uitkomst, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>Later circles that were weighed before and have to be weighed anew.</summary>
    public ImmutableArray<Weegstap> Vervallen { get; init; } = [];
}

public sealed record MaatwerkGewogen(DossierId Dossier, ImmutableArray<Maatwerkrij> Rijen, bool PgbUitgelegd, bool BijdrageUitgelegd, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record OndersteuningsplanVastgesteld(DossierId Dossier, ImmutableArray<Planresultaat> Resultaten, Content? Afspraken, Content? Mantelzorg, DateOnly Op)
    : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>What deserved a second look when the plan was made, a list of <see cref="Aandachtspunt"/>; null for nothing. It tells what stood in the answers, so it goes with them.</summary>
    public Content? Aandachtspunten { get; init; }

    /// <summary>What the caseworker said to that; null when he said nothing.</summary>
    public Content? Reactie { get; init; }

    /// <summary>Null when it was not asked.</summary>
    public Planoverleg? Overleg { get; init; }
}

/// <summary>The written account was handed over; the six weeks end here.</summary>
public sealed record VerslagVerstrekt(DossierId Dossier, Kanaal? Kanaal, Content? Opmerkingen, bool? Akkoord, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record ReactieOntvangen(DossierId Dossier, string Reactie, Content? Opmerkingen, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>The six weeks are over without a verslag: from this day the client may apply (art. 2.3.2 l9).</summary>
public sealed record RechtOpAanvraagGeopend(DossierId Dossier, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record NazorgGedaan(DossierId Dossier, string Uitkomst, Content? Ervaring, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);
