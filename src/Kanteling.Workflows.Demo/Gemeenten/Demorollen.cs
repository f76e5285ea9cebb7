using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>Which of the demo users plays whom in a story. Whoever is not one of them is the behandelaar.</summary>
/// <param name="behandelaar">Plays Anna, and every consulent without a name.</param>
sealed partial class Demorollen(UserId behandelaar, TeamId team, string wijk)
{
    public UserId Behandelaar => behandelaar;

    public TeamId Team => team;

    public string Wijk => wijk;

    /// <summary>Who leads that team.</summary>
    public UserId Manager => Demoaccounts.Manager(team);

    public UserId Voor(string naam) => naam is "anna" or "consulent" ? behandelaar
        : Demoaccounts.Mensen.Concat(Demoaccounts.Collegas).FirstOrDefault(m => m.Aanmeldnaam == naam)?.Id ?? behandelaar;

    /// <summary>Their names in answers become those of the demo users.</summary>
    public JsonObject In(JsonObject json) => (JsonObject)JsonNode.Parse(Mens().Replace(json.ToJsonString(Json.Compact), m => $"\"{Voor(m.Groups[1].Value)}\""))!;

    [GeneratedRegex("\"(anna|consulent|dirk|chantal|bram|esra|fleur|hassan|joris|ingrid|kemal|lotte|marloes|fenna)\"(?!:)")]
    private static partial Regex Mens();
}
