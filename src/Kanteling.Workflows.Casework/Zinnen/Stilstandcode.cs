namespace Kanteling.Workflows.Casework;

/// <summary>Why nobody can see a task and do it, and what to do about it.</summary>
public static class Stilstandcode
{
    [Tekst("Deze taak is van iemand die hier niet meer werkt. Geef de taak aan iemand anders.")]
    public const string MedewerkerWeg = "STILSTAND_MEDEWERKER_WEG";

    [Tekst("Deze taak is van iemand die geen rol meer heeft om dit werk te doen. Geef de taak aan iemand anders.")]
    public const string MedewerkerZonderRol = "STILSTAND_MEDEWERKER_ZONDER_ROL";

    [Tekst("Deze taak is voor de rol {0}. Niemand die deze rol heeft, kan de taak zien. Geef de taak aan iemand, of geef iemand deze rol.")]
    public const string RolVanNiemand = "STILSTAND_ROL_VAN_NIEMAND";

    [Tekst("Deze taak is voor het team {0}. Daar werkt niemand die taken doet. Geef de taak aan iemand.")]
    public const string TeamZonderMensen = "STILSTAND_TEAM_ZONDER_MENSEN";

    [Tekst("Deze taak is voor de {0} van het huishouden, en die is er nog niet. Geef de taak aan iemand.")]
    public const string RelatieVanNiemand = "STILSTAND_RELATIE_VAN_NIEMAND";
}
