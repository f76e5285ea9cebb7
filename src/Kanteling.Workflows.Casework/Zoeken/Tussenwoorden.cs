using System.Collections.Frozen;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>Words beside a name that do not tell people apart. They are written in so many ways that a search passes over them when it has another word.</summary>
static class Tussenwoorden
{
    /// <summary>Tussenvoegsels, in every way that they are written; as <see cref="Schrijfvorm.Plat"/> gives them.</summary>
    static readonly FrozenSet<string> Voegsels = new[]
    {
        "van", "de", "der", "den", "het", "t", "ten", "ter", "te", "d", "s", "n", "o", "vd", "v", "vander", "vanden", "vande", "vant", "opde", "opden", "opt", "inde", "int",
        "op", "aan", "in", "bij", "uit", "onder", "over", "tot", "voor", "von", "vom", "zu", "zum", "zur", "am", "du", "des", "le", "la", "les", "el", "al", "ul", "bin", "bint", "ibn",
        "da", "do", "dos", "das", "di", "del", "dela", "della", "dell", "lo", "af",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What people write before a name.</summary>
    static readonly FrozenSet<string> Aanspraken = new[]
    {
        "familie", "fam", "gezin", "huishouden", "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "dr", "drs", "prof", "ir", "ing", "mr", "en",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsVoegsel(string woord) => Voegsels.Contains(woord);

    public static bool IsAanspraak(string woord) => Aanspraken.Contains(woord);

    public static bool IsBijwerk(string woord) => IsVoegsel(woord) || IsAanspraak(woord);
}
