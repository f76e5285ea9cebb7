using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <param name="Ontvangen">Day 0 of the two weeks.</param>
public sealed record AanvraagOntvangen(DossierId Dossier, DateOnly Ontvangen, bool Volledig, Content? Ontbreekt, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>Day of bekendmaking of the decision that answered an earlier aanvraag and is put away as one of before; null when there is none.</summary>
    public DateOnly? EerderBesluit { get; init; }
}

public sealed record AanvraagAangevuld(DossierId Dossier, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record AanvultermijnVerstreken(DossierId Dossier, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <param name="Vanaf">First day that does not count.</param>
public sealed record KlokOpgeschort(DossierId Dossier, Opschortingsgrond Grond, DateOnly Vanaf, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <param name="Tot">First day that counts again.</param>
public sealed record KlokHervat(DossierId Dossier, Opschortingsgrond Grond, DateOnly Tot, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>First day of the standstill that ends.</summary>
    public DateOnly? Vanaf { get; init; }
}

public sealed record BeslistermijnVerstreken(DossierId Dossier, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record BesluitOpgesteld(
    DossierId Dossier, Besluitsoort Soort, ImmutableArray<Besluitregel> Regels, Content Motivering, UserId Opsteller, bool VoornemenAfwijzen, DateOnly Op)
    : Dossiergebeurtenis(Dossier, Op);

/// <param name="Zienswijze">Null when the client was asked and said nothing.</param>
public sealed record ZienswijzeOntvangen(DossierId Dossier, Content? Zienswijze, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record BesluitVastgesteld(DossierId Dossier, UserId Vaststeller, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record BesluitTeruggegeven(DossierId Dossier, UserId Door, Content Reden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>The decision works from here. What it makes of each support stands in facts of their own.</summary>
/// <param name="Op">Day on which it was sent; bezwaar counts from it.</param>
/// <param name="BezwaarUitleg">How the last day of bezwaar was computed.</param>
public sealed record BesluitBekendgemaakt(DossierId Dossier, Kanaal? Kanaal, DateOnly BezwaarLaatsteDag, Explanation BezwaarUitleg, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>By which rules and which calendar that day was computed.</summary>
    public Rekenbasis? Basis { get; init; }
}

/// <summary>What a day of the law or an amount was computed with.</summary>
/// <param name="Regelset">Id of the legal rule set that counted.</param>
/// <param name="Kalender">Version of the calendar of holidays and equated days.</param>
public sealed record Rekenbasis(string Regelset, int Kalender);

/// <param name="Bekendgemaakt">Names the decision.</param>
public sealed record BezwaartermijnVerstreken(DossierId Dossier, DateOnly Bekendgemaakt, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);
