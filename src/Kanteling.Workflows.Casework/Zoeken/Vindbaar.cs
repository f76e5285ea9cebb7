using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>What of a household people look for, as plain text: the one place of this folder that knows how a household holds it.</summary>
/// <param name="Naam">Of the household itself; null when it was erased.</param>
/// <param name="Nummers">As they are shown: of the household and of its dossiers.</param>
public sealed record Vindbaar(string? Naam, ImmutableArray<string> Adressen, ImmutableArray<string> Nummers, ImmutableArray<Vindbaarpersoon> Personen)
{
    public static Vindbaar Van(StreamId stream, Huishouden h) => new(
        Tekst(h.Naam), [.. Tekst(h.Adres) is { } adres ? [adres] : Array.Empty<string>()], [stream.Text, .. h.Dossiers.Keys.Select(d => d.Text)], [.. h.Personen.Select(Vindbaarpersoon.Van)]);

    internal static string? Tekst(Content? inhoud) => inhoud?.AsString() is { Length: > 0 } tekst ? tekst : null;
}

/// <param name="Namen">Every name that somebody has, each as a whole.</param>
/// <param name="Geslachtsnaam">By which he is sorted, without tussenvoegsel; null when only the whole name is known.</param>
/// <param name="Geboren">yyyy-MM-dd, or only yyyy-MM or yyyy when that is all that is known.</param>
public sealed record Vindbaarpersoon(PersoonId Id, ImmutableArray<string> Namen, string? Geslachtsnaam, string? Geboren, ImmutableArray<string> Telefoons, string? Bsn)
{
    internal static Vindbaarpersoon Van(Persoon p) => new(p.Id, [.. Vindbaar.Tekst(p.Naam) is { } naam ? [naam] : Array.Empty<string>()], null, Vindbaar.Tekst(p.Geboortedatum), [], null);
}
