using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// Which document a task works with: its id, its version, and the hash of what it says, so that it can be proved years later
/// which text somebody had before him.
/// </summary>
public static class Documentverwijzing
{
    // A document never changes once it is read, and every task that opens names the hash of its form.
    static readonly ConditionalWeakTable<object, string> Hashes = [];

    public static DocumentReference Van(Formulier formulier) => new(formulier.Id, formulier.Versie, Hash(formulier, FormulierJson.Schrijf));

    public static DocumentReference Van(Brief brief) => new(brief.Id, brief.Versie, Hash(brief, BriefJson.Schrijf));

    public static DocumentReference Van(Leidraad leidraad) => new(leidraad.Id, leidraad.Versie, Hash(leidraad, LeidraadJson.Schrijf));

    /// <summary>SHA-256 of the document as it is written, in hex.</summary>
    static string Hash<T>(T document, Func<T, JsonNode> schrijf) where T : class =>
        Hashes.GetValue(document, d => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schrijf((T)d).ToJsonString(Json.Compact)))));
}
