namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>What the engine's expression language finds wrong; the arguments stand with its codes.</summary>
    static (string Code, string Tekst)[] Feel =>
    [
        ("FEEL_SYNTAX", "Hier past {0}, maar er staat {1}."),
        ("FEEL_UNKNOWN_NAME", "De naam \"{0}\" bestaat hier niet."),
        ("FEEL_UNKNOWN_FUNCTION", "De functie \"{0}\" bestaat niet."),
        ("FEEL_ARITY", "De functie \"{0}\" krijgt {3} waarden, maar wil er {1} tot {2}."),
        ("FEEL_TYPE", "Dit past niet bij elkaar: {0} en {1}."),
        ("FEEL_TOO_LONG", "De tekst is te lang. Gebruik niet meer dan {0} tekens."),
        ("FEEL_TOO_DEEP", "Er zitten te veel lagen in elkaar. Gebruik er niet meer dan {0}."),
        ("FEEL_BUDGET", "Dit uitrekenen is te veel werk. De grens is {1} ({0})."),
    ];
}
