using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Documenten;

/// <summary>
/// Which document a task works with: its id, its version, and the hash of what it says, so that it can be proved years later
/// which text somebody had before him.
/// </summary>
public static class Documentverwijzing
{
    // A document never changes once it is read, and every task that opens names the hash of its form.
    static readonly ConditionalWeakTable<object, string> Hashes = [];

    /// <param name="document">A form, letter or guide.</param>
    public static DocumentReference Van(object document) => document switch
    {
        Formulier formulier => new(formulier.Id, formulier.Versie, formulier.Hash ?? Hash(formulier)),
        Brief brief => new(brief.Id, brief.Versie, brief.Hash ?? Hash(brief)),
        Leidraad leidraad => new(leidraad.Id, leidraad.Versie, leidraad.Hash ?? Hash(leidraad)),
        _ => throw Geen(document),
    };

    /// <summary>The document as it is kept.</summary>
    public static string Schrijf(object document) => (document switch
    {
        Formulier formulier => FormulierJson.Schrijf(formulier),
        Brief brief => BriefJson.Schrijf(brief),
        Leidraad leidraad => LeidraadJson.Schrijf(leidraad),
        _ => throw Geen(document),
    }).ToJsonString(Json.Compact);

    /// <summary>SHA-256 of a document as it is kept, in hex.</summary>
    public static string HashVan(string tekst) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst)));

    static string Hash(object document) => Hashes.GetValue(document, d => HashVan(Schrijf(d)));

    static InvalidOperationException Geen(object document) => new($"{document.GetType().Name} is no document.");
}
