using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>This dossier goes on from an earlier one, so that the story is told once.</summary>
/// <param name="Ondersteuning">The support that it is about; null when it is about no one support.</param>
public sealed record DossierGekoppeld(DossierId Dossier, DossierId Vorig, OndersteuningId? Ondersteuning, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>The day by which the gemeente itself wanted to be ready has passed. It is no term of the law: nothing follows but that somebody knows.</summary>
public sealed record StreeftermijnVerstreken(DossierId Dossier, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>What was ordered will not be delivered any more: the period is over, or it is no longer needed.</summary>
public sealed record OpdrachtVervallen(OndersteuningId Ondersteuning, Eindreden Reden, Content? Toelichting, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>What it becomes: Vervallen, or Beeindigd when it ran by other means.</summary>
    public Ondersteuningsstatus Status { get; init; } = Ondersteuningsstatus.Vervallen;

    /// <summary>Its last day, when it ran.</summary>
    public DateOnly? Einde { get; init; }
}

/// <summary>A later decision ends this support on a day that it names (art. 2.3.10 Wmo 2015).</summary>
/// <param name="Door">What takes its place; null when the decision takes it away.</param>
public sealed record OndersteuningVervangen(OndersteuningId Ondersteuning, OndersteuningId? Door, Eindreden Reden, DateOnly LaatsteDag, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op)
{
    /// <summary>What it becomes at once, when it did not begin yet; null when it runs on until that day.</summary>
    public Ondersteuningsstatus? Status { get; init; }
}

/// <summary>A heronderzoek of this support is under way (art. 2.3.9 Wmo 2015).</summary>
/// <param name="Heronderzoek">Its dossier.</param>
public sealed record HeronderzoekBegonnen(OndersteuningId Ondersteuning, DossierId Heronderzoek, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <param name="Uitkomst">Ongewijzigd voortzetten, Lichter, Zwaarder or Niet meer nodig.</param>
/// <param name="Herzien">The day on which is asked again, when no new decision is made.</param>
public sealed record HeronderzoekBeoordeeld(DossierId Dossier, OndersteuningId Ondersteuning, string Uitkomst, Content? Toelichting, DateOnly? Herzien, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>The last day comes near and the new decision is not there: somebody was told.</summary>
public sealed record BesluitLooptAf(OndersteuningId Ondersteuning, DateOnly Einde, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>The same support for a little longer, until the new decision is there.</summary>
/// <param name="Einde">The new last day.</param>
/// <param name="Besluiter">User id of who decided it.</param>
public sealed record BesluitVerlengd(OndersteuningId Ondersteuning, DateOnly Einde, Content Motivering, UserId Besluiter, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>It became too light. A fact to learn from; nobody is to blame for it.</summary>
/// <param name="Weg">The port by which the step up was left.</param>
/// <param name="AfgeschaaldOp">Within a year after this step down for the same hulpvraag: relapse. Null when there was none.</param>
public sealed record OndersteuningOpgeschaald(OndersteuningId Ondersteuning, string Weg, Content? Toelichting, DateOnly? AfgeschaaldOp, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>A letter went out: made is not sent.</summary>
/// <param name="Persoon">To whom; null when that was nobody of the household.</param>
public sealed record BriefVerzonden(DossierId Dossier, DocumentReference Brief, PersoonId? Persoon, Kanaal? Kanaal, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);
