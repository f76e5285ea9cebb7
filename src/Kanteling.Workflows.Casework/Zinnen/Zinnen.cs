using System.Collections.Frozen;
using System.Reflection;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// The one catalogue of Dutch sentences (level B1) for every code: refusals, errors in answers, explanations. A code of the
/// Casework stands with its sentence in one of the classes below; those of the engine, which speaks no Dutch, get theirs here.
/// </summary>
public static class Zinnen
{
    /// <summary>The codes with their sentences, a class per subject; a new subject adds one line.</summary>
    public static IReadOnlyList<Type> Onderwerpen { get; } =
    [
        typeof(Besluitcode),
        typeof(Briefcode),
        typeof(Documentcode),
        typeof(Formuliercode),
        typeof(Gebruikercode),
        typeof(Huishoudcode),
        typeof(Mogelijkheidcode),
        typeof(Noodcode),
        typeof(Ondersteuningscode),
        typeof(Persoonscode),
        typeof(Plancode),
        typeof(Stilstandcode),
        typeof(Termijncode),
        typeof(Uitlegcode),
        typeof(Uitlegwoord),
        typeof(Verloopcode),
        typeof(Verwijzingcode),
        typeof(Verzoekcode),
        typeof(Werkstroomcode),
    ];

    static readonly FrozenDictionary<string, string> Catalogus = Onderwerpen.SelectMany(MetTekst).Concat(Motorzinnen.Alle).Concat(Bewijszinnen.Alle).Concat(Feelzinnen.Alle)
        .ToFrozenDictionary(zin => zin.Code, zin => zin.Tekst, StringComparer.Ordinal);

    /// <summary>Every code that has a sentence.</summary>
    public static IReadOnlyCollection<string> Codes => Catalogus.Keys;

    /// <summary>Whether the catalogue knows this code.</summary>
    public static bool Kent(string code) => Catalogus.ContainsKey(code);

    /// <summary>
    /// The sentence of a code. Total, because it also runs where an error is already being shown: an unknown code gives
    /// the code itself with its arguments, a missing argument an ellipsis.
    /// </summary>
    public static string Voor(string code, params IReadOnlyList<string> argumenten)
    {
        if (!Catalogus.TryGetValue(code, out var tekst))
            return argumenten.Count == 0 ? code : $"{code} ({string.Join(", ", argumenten)})";
        return MetHoofdletter(Ingevuld(tekst, argumenten));
    }

    /// <summary>The words of a code that stand inside another sentence: no capital, no arguments.</summary>
    internal static string Binnenin(string code) => Catalogus[code];

    internal static string MetHoofdletter(string zin) => zin.Length == 0 ? zin : char.ToUpperInvariant(zin[0]) + zin[1..];

    internal static string Ingevuld(string tekst, IReadOnlyList<string> argumenten) =>
        Plaats.Vul(tekst, plaats => plaats.Nummer < argumenten.Count ? argumenten[plaats.Nummer] : "…");

    static IEnumerable<(string Code, string Tekst)> MetTekst(Type onderwerp) =>
        onderwerp.GetFields().Select(code => ((string)code.GetRawConstantValue()!, code.GetCustomAttribute<TekstAttribute>()?.Tekst
            ?? throw new InvalidOperationException($"{onderwerp.Name}.{code.Name} heeft geen zin.")));
}
