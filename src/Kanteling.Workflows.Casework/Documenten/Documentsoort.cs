using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Documenten;

/// <summary>A kind of document that steps use and a version of a flow pins: forms, letters and conversation guides.</summary>
/// <param name="Naam">Its word in keys, in manifests and in addresses; never renamed.</param>
/// <param name="Enkelvoud">What a person reads.</param>
/// <param name="NietGevonden">The code of what is refused when there is none.</param>
/// <param name="Lees">A text to a document as it is written, or sentences about what is wrong.</param>
public sealed record Documentsoort(string Naam, string Enkelvoud, string NietGevonden, Func<string, Gelezendocument> Lees)
{
    public static readonly Documentsoort Formulier = new("formulier", "vragenlijst", Huishoudcode.FormulierNietGevonden, LeesFormulier);
    public static readonly Documentsoort Brief = new("brief", "brief", Briefcode.BriefNietGevonden, LeesBrief);
    public static readonly Documentsoort Leidraad = new("leidraad", "gespreksleidraad", Briefcode.LeidraadNietGevonden, LeesLeidraad);

    public static readonly ImmutableArray<Documentsoort> Alle = [Formulier, Brief, Leidraad];

    /// <summary>The kind with this word, or null.</summary>
    public static Documentsoort? Met(string naam) => Alle.FirstOrDefault(soort => soort.Naam == naam);

    /// <summary>Key of the version that is newest; or of the one that a reference such as <c>verslag@1</c> names.</summary>
    public string Sleutel(string id) => $"{Naam}:{id}";

    /// <summary>Key of exactly this version, in the words that it has now.</summary>
    public string Sleutel(string id, int versie) => $"{Naam}:{id}@{versie}";

    /// <summary>The newest version, to publish a flow with; null when there is none.</summary>
    public Pin? Nieuwste(Given given, string id) => given.Find<object>(Sleutel(id)) is { } document && Documentverwijzing.Van(document) is var wijst ? new Pin(Naam, wijst.Id, wijst.Version, wijst.Hash) : null;

    static Gelezendocument LeesFormulier(string tekst)
    {
        var (gelezen, fouten) = FormulierJson.Lees(tekst);
        return Gelezen(gelezen, fouten.Select(f => $"{f.Pad}: {f.Zin}"));
    }

    static Gelezendocument LeesBrief(string tekst)
    {
        var (gelezen, fouten) = BriefJson.Lees(tekst);
        return Gelezen(gelezen, fouten.Select(f => f.ToString()));
    }

    static Gelezendocument LeesLeidraad(string tekst)
    {
        var (gelezen, fouten) = LeidraadJson.Lees(tekst);
        return Gelezen(gelezen, fouten.Select(f => f.ToString()));
    }

    static Gelezendocument Gelezen(object? document, IEnumerable<string> fouten) =>
        document is null ? new(null, "", [.. fouten]) : new(document, Documentverwijzing.Schrijf(document), []);
}

/// <param name="Document">Null when something is wrong.</param>
/// <param name="Tekst">As it is kept.</param>
/// <param name="Fouten">Sentences.</param>
public sealed record Gelezendocument(object? Document, string Tekst, ImmutableArray<string> Fouten)
{
    /// <summary>The document with the hash of the text that it was read from, which outlives the way in which this program writes it.</summary>
    public object? MetHash(string hash) => Document switch
    {
        Formulier formulier => formulier with { Hash = hash },
        Brief brief => brief with { Hash = hash },
        Leidraad leidraad => leidraad with { Hash = hash },
        _ => null,
    };
}
