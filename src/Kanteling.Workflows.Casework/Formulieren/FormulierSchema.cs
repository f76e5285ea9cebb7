using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>What a condition of a form may name, and of which type: the fields next to it and around it, and what the case offers.</summary>
static class FormulierSchema
{
    /// <summary>Every field of the form, blocks worked out, with its path and the names that its expressions see.</summary>
    public static IEnumerable<(Veld Veld, string Pad, FeelType.Context Zicht)> Velden(Formulier formulier, FeelType.Context rondom) =>
        Velden(formulier.Velden, "velden", rondom);

    /// <summary>The type of an answer.</summary>
    public static FeelType Type(Veld veld)
    {
        var uitgewerkt = Vragenblokken.Uitgewerkt(veld);
        return Veldsoorten.Van(uitgewerkt.Soort).Feel(uitgewerkt);
    }

    /// <summary>The type of the answers to fields beside each other.</summary>
    public static FeelType.Context Type(IEnumerable<Veld> velden) => new(Typen(velden).ToImmutableDictionary());

    static IEnumerable<KeyValuePair<string, FeelType>> Typen(IEnumerable<Veld> velden) =>
        velden.DistinctBy(veld => veld.Id).Select(veld => KeyValuePair.Create(veld.Id, Type(veld)));

    static IEnumerable<(Veld Veld, string Pad, FeelType.Context Zicht)> Velden(IReadOnlyList<Veld> velden, string pad, FeelType.Context rondom)
    {
        var hier = rondom with { Fields = rondom.Fields.SetItems(Typen(velden)) };
        return velden.SelectMany((veld, plek) => Binnenin(veld, $"{pad}[{plek}]", hier).Prepend((veld, $"{pad}[{plek}]", hier)));
    }

    static IEnumerable<(Veld Veld, string Pad, FeelType.Context Zicht)> Binnenin(Veld veld, string pad, FeelType.Context rondom) =>
        Vragenblokken.Uitgewerkt(veld) is { Velden.IsEmpty: false } binnen ? Velden(binnen.Velden, $"{pad}.velden", rondom) : [];
}
