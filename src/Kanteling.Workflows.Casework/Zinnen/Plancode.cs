namespace Kanteling.Workflows.Casework;

/// <summary>What deserves a second look in a plan; never a refusal.</summary>
public static class Plancode
{
    [Tekst("Dit gaat niet goed: {0}. Er staat nog niets over in het plan. Eerst de basis op orde, dan lukt de rest ook.")]
    public const string PlanBasisOntbreekt = "PLAN_BASIS_ONTBREEKT";

    [Tekst("Eerst de basis op orde. Nu komt {0} later dan {1}.")]
    public const string PlanBasisTeLaat = "PLAN_BASIS_TE_LAAT";

    [Tekst("Dit huishouden kan niet meer dragen, en moet toch alles zelf doen. Kijk wie ernaast kan staan.")]
    public const string PlanAllesEigenKracht = "PLAN_ALLES_EIGEN_KRACHT";

    [Tekst("Bij hulp uit het netwerk staat iets dat bij een professional hoort: {0}. Regel dat anders, of leg uit waarom het zo goed is.")]
    public const string PlanNooitVrijwillig = "PLAN_NOOIT_VRIJWILLIG";

    [Tekst("Er komt hulp van een professional. Schrijf op hoe de mensen eromheen daar sterker van worden.")]
    public const string PlanOmgevingOntbreekt = "PLAN_OMGEVING_ONTBREEKT";

    [Tekst("Dit vraagt aandacht: {0}. Er staat niets over in het plan. Nu iets kleins doen, voorkomt later veel.")]
    public const string PlanVoorkomen = "PLAN_VOORKOMEN";

    [Tekst("Er woont een kind in dit huishouden, en geen resultaat gaat over het kind. Wat betekent dit plan voor hem of haar?")]
    public const string PlanVolgendeGeneratie = "PLAN_VOLGENDE_GENERATIE";

    [Tekst("Er is overlegd zonder de inwoner. Laat hem zien wat er is besproken, en schrijf op wat hij ervan vindt.")]
    public const string PlanOverlegZonderInwoner = "PLAN_OVERLEG_ZONDER_INWONER";
}
