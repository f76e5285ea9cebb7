namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    /// <summary>What a proof of the database finds wrong.</summary>
    static (string Code, string Tekst)[] Bewijs =>
    [
        ("HASH_WRONG", "Deze vastlegging is veranderd, of een eerdere. De keten klopt vanaf hier niet."),
        ("COMMIT_MISSING", "Hier ontbreekt een vastlegging. De volgende is nummer {0}."),
        ("CONTENT_CHANGED", "De inhoud bij deze vastlegging is veranderd."),
        ("COMMIT_UNREADABLE", "Deze vastlegging is niet te lezen ({0})."),
        ("HISTORY_CUT_OFF", "De stroom zegt {0} vastleggingen te hebben, maar het zijn er {1}."),
        ("ROWS_DIFFER", "De rijen zeggen iets anders dan de gebeurtenissen: {0}."),
    ];
}
