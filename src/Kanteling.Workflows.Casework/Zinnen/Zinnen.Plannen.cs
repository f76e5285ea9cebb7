namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>What deserves a second look in a plan; never a refusal.</summary>
    static (string Code, string Tekst)[] Plannen =>
    [
        ("PLAN_BASIS_ONTBREEKT", "Dit gaat niet goed: {0}. Er staat nog niets over in het plan. Eerst de basis op orde, dan lukt de rest ook (K9)."),
        ("PLAN_BASIS_TE_LAAT", "Eerst de basis op orde. Nu komt {0} later dan {1} (K9)."),
        ("PLAN_ALLES_EIGEN_KRACHT", "Dit huishouden kan niet meer dragen, en moet toch alles zelf doen. Kijk wie ernaast kan staan (P31)."),
        ("PLAN_NOOIT_VRIJWILLIG", "Bij hulp uit het netwerk staat iets dat bij een professional hoort: {0}. Regel dat anders, of leg uit waarom het zo goed is (P14)."),
        ("PLAN_OMGEVING_ONTBREEKT", "Er komt hulp van een professional. Schrijf op hoe de mensen eromheen daar sterker van worden (L4)."),
        ("PLAN_VOORKOMEN", "Dit vraagt aandacht: {0}. Er staat niets over in het plan. Nu iets kleins doen, voorkomt later veel (A1)."),
        ("PLAN_VOLGENDE_GENERATIE", "Er woont een kind in dit huishouden, en geen resultaat gaat over het kind. Wat betekent dit plan voor hem of haar? (A1)"),
        ("PLAN_OVERLEG_ZONDER_INWONER", "Er is overlegd zonder de inwoner. Laat hem zien wat er is besproken, en schrijf op wat hij ervan vindt (K10)."),
    ];
}
