namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>The kinds of date that a household has running, as they stand in the key of a term.</summary>
public static class Looptijd
{
    public const string Onderzoek = "onderzoek";
    public const string Beschikking = "beschikking";
    public const string Bezwaar = "bezwaar";
    public const string Evaluatie = "evaluatie";
    public const string Einde = "einde";
    public const string Streef = "streef";
    public const string Heronderzoek = "heronderzoek";
    public const string Afloop = "afloop";
    public const string Ingebrekestelling = "ingebrekestelling";
    public const string Hervatten = "hervatten";

    /// <summary>What a date is called, by the key of its term.</summary>
    /// <param name="steun">The support that it is about, in words; null to name nothing of the household.</param>
    public static string Naam(string sleutel, string? steun = null) => sleutel[..Math.Max(0, sleutel.IndexOf(':'))] switch
    {
        Onderzoek => "Zes weken voor het onderzoek",
        Beschikking => "Twee weken voor het besluit",
        Bezwaar => "Bezwaar",
        Ingebrekestelling => "Ingebrekestelling",
        Hervatten => $"Weer beginnen{(steun is null ? "" : $" met {steun}")}",
        Evaluatie => $"Evaluatie{(steun is null ? "" : $" van {steun}")}",
        Heronderzoek => $"Heronderzoek{(steun is null ? "" : $" van {steun}")}",
        Afloop => $"Zeggen dat het afloopt{(steun is null ? "" : $": {steun}")}",
        Streef => "Streefdatum van het besluit",
        Einde => $"Einde{(steun is null ? "" : $" van {steun}")}",
        _ => sleutel,
    };
}
