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
}
