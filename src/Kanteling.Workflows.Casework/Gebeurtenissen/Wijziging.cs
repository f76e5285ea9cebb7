using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>Why a term of the law passed, and what is done about it: from here on that deviation is explained.</summary>
/// <param name="Verwacht">The day on which it will be done after all.</param>
/// <param name="Door">User id.</param>
public sealed record AfwijkingVerklaard(DossierId Dossier, Wetstermijn Termijn, Vertragingsoorzaak Oorzaak, Content Toelichting, Content? Maatregel, DateOnly? Verwacht, UserId Door, DateOnly Op)
    : Dossiergebeurtenis(Dossier, Op);

/// <summary>Something changed, or something came in (art. 2.3.8 Wmo 2015).</summary>
/// <param name="Datum">The day on which it happened or will happen.</param>
public sealed record WijzigingOntvangen(DossierId Dossier, Wijzigingsoort Soort, PersoonId? Persoon, OndersteuningId? Ondersteuning, DateOnly Datum, Content? Toelichting, DateOnly Op)
    : Dossiergebeurtenis(Dossier, Op);

/// <summary>What was done with it; what it changed stands in facts of its own.</summary>
/// <param name="Persoon">Who it turned out to be about, such as who leaves after a divorce.</param>
public sealed record WijzigingVerwerkt(DossierId Dossier, Wijzigingsoort Soort, PersoonId? Persoon, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Nothing is addressed to him any more; what he did as mantelzorger ends with him.</summary>
public sealed record PersoonOverleden(PersoonId Persoon, DateOnly Op) : Gebeurtenis(Op)
{
    /// <summary>Ids of his hulpvragen, which lapse.</summary>
    public ImmutableArray<HulpvraagId> Hulpvragen { get; init; } = [];

    /// <summary>Ids of those whose mantelzorger he was.</summary>
    public ImmutableArray<PersoonId> Mantelzorg { get; init; } = [];
}

/// <summary>He does not live in this household any more; what ran goes on where it is.</summary>
public sealed record PersoonVertrokken(PersoonId Persoon, Vertrekreden Reden, Content? Naar, DateOnly Op) : Gebeurtenis(Op);

/// <param name="Gemeente">The other gemeente; null when it stays within this one.</param>
/// <param name="Op">First day at the new address.</param>
public sealed record HuishoudenVerhuisd(Content? Adres, Wijkteam? Wijkteam, Content? Gemeente, DateOnly Op) : Gebeurtenis(Op);

/// <summary>What is known of a person, as it becomes: told at the melding, completed or mended later; somebody new is added by it.</summary>
/// <param name="Wordt">The whole of it; what was not said anew is as it was, erased content too.</param>
public sealed record PersoonsgegevensVastgelegd(PersoonId Persoon, Persoon Wordt, DateOnly Op) : Gebeurtenis(Op)
{
    /// <summary>Why somebody belongs here from this day; null for who did already.</summary>
    public Komst? Komst { get; init; }
}

/// <summary>What the household is called and where it lives, as it becomes; it did not move.</summary>
public sealed record HuishoudengegevensVastgelegd(Content Naam, Content? Adres, DateOnly Op) : Gebeurtenis(Op);

/// <summary>The casusregisseur is not it any more, and nobody took over yet.</summary>
public sealed record CasusregieBeeindigd(Eindreden Reden, DateOnly Op) : Gebeurtenis(Op);

/// <summary>The last talk with who stays behind: who to call.</summary>
public sealed record AfsluitendGesprekGevoerd(DossierId Dossier, Content? Met, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <param name="Tot">The first day on which it is given again.</param>
/// <param name="Op">The first day on which it is not given.</param>
public sealed record OndersteuningGepauzeerd(OndersteuningId Ondersteuning, Verblijf Reden, DateOnly Tot, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

public sealed record OndersteuningHervat(OndersteuningId Ondersteuning, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>It gets a last day that is still to come, with its reason.</summary>
public sealed record EindeVastgesteld(OndersteuningId Ondersteuning, DateOnly Einde, Eindreden Reden, DateOnly Op) : Ondersteuningsgebeurtenis(Ondersteuning, Op);

/// <summary>An aanbieder asked for something (iWmo 315 or 317); it never bypasses the onderzoek.</summary>
public sealed record VerzoekAanbiederBeantwoord(DossierId Dossier, OndersteuningId? Ondersteuning, Aanbiederantwoord Antwoord, Content? Reden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <param name="TeVroeg">The term to decide was not over yet: it has no effect (art. 4:17 l3 Awb).</param>
/// <param name="LaatsteDag">Last day before dwangsom is due; null when it was too early.</param>
/// <param name="HoogsteDwangsom">When nothing is decided until the end.</param>
public sealed record IngebrekestellingOntvangen(DossierId Dossier, DateOnly Ontvangen, bool TeVroeg, DateOnly? LaatsteDag, Bedrag? HoogsteDwangsom, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>By which rules and which calendar day and amount were computed; null when it was too early.</summary>
    public Rekenbasis? Basis { get; init; }
}

/// <summary>The two weeks are over without a beschikking: dwangsom runs.</summary>
public sealed record IngebrekestellingVerstreken(DossierId Dossier, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <param name="Bekendgemaakt">Names the decision.</param>
/// <param name="TeLaat">Came in after the last day (art. 6:7, 6:11 Awb).</param>
public sealed record BezwaarOntvangen(DossierId Dossier, DateOnly Bekendgemaakt, DateOnly Ontvangen, bool TeLaat, Content? Gronden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>The inwoner was told that the six weeks are over and that he may apply (art. 2.3.2 l9 Wmo 2015).</summary>
public sealed record AanvraagrechtVerteld(DossierId Dossier, Kanaal? Kanaal, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Somebody acts for a person (art. 1.1.1 Wmo 2015).</summary>
/// <param name="Lid">The person of the household, when it is one.</param>
/// <param name="Reikwijdte">What he may act for.</param>
/// <param name="Bewijs">Which paper was seen.</param>
public sealed record VertegenwoordigerVastgelegd(
    PersoonId Persoon, Vertegenwoordigersoort Soort, Content Naam, PersoonId? Lid, Content? Reikwijdte, DateOnly Vanaf, DateOnly? Tot, Content? Bewijs, DateOnly Op) : Gebeurtenis(Op);
