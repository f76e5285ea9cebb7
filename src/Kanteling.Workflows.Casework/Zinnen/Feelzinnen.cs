using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework;

/// <summary>What the engine's expression language finds wrong; the arguments stand with its codes.</summary>
static class Feelzinnen
{
    public static readonly (string Code, string Tekst)[] Alle =
    [
        (FeelErrorCodes.Syntax, "Hier past {0}, maar er staat {1}."),
        (FeelErrorCodes.UnknownName, "De naam \"{0}\" bestaat hier niet."),
        (FeelErrorCodes.UnknownFunction, "De functie \"{0}\" bestaat niet."),
        (FeelErrorCodes.Arity, "De functie \"{0}\" krijgt {3} waarden, maar wil er {1} tot {2}."),
        (FeelErrorCodes.Type, "Dit past niet bij elkaar: {0} en {1}."),
        (FeelErrorCodes.TooLong, "De tekst is te lang. Gebruik niet meer dan {0} tekens."),
        (FeelErrorCodes.TooDeep, "Er zitten te veel lagen in elkaar. Gebruik er niet meer dan {0}."),
        (FeelErrorCodes.Budget, "De formule bij \"{0}\" is te veel werk om uit te rekenen. De grens is {2}."),
    ];
}
