using System.Globalization;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>What Studio asks of the list of definitions; it has five ways of asking.</summary>
public sealed record DefinitionQuestion(string? Versions, IReadOnlyList<string> Ids, IReadOnlyList<string> DefinitionIds, string? Search, bool? IsSystem, string? OrderBy, bool IsDescending, int Page, int? PageSize)
{
    const int MostPerPage = 1_000;

    public static DefinitionQuestion Of(HttpRequest request) => new(
        request.Text("versionOptions"), request.Many("Ids"), request.Many("DefinitionIds"), request.Text("SearchTerm"), request.Flag("IsSystem"), request.Text("OrderBy"),
        "Descending".Equals(request.Text("OrderDirection"), StringComparison.OrdinalIgnoreCase), request.Number("Page", 0, 1_000_000),
        request.Text("PageSize") is null ? null : Math.Max(1, request.Number("PageSize", 10, MostPerPage)));

    /// <summary>The rows asked for, and how many there are on all pages.</summary>
    public (IReadOnlyList<Tekeningkop> Page, int Total) Answer(IReadOnlyList<Tekeningkop> all)
    {
        // Nothing here is made by the system itself.
        var found = IsSystem == true ? [] : Ordered(all.Where(k => Is(k, Versions) && IsAsked(k))).ToList();
        return (PageSize is { } size ? [.. found.Skip((int)Math.Min((long)Page * size, int.MaxValue)).Take(size)] : found, found.Count);
    }

    /// <summary>The newest of those that are asked for in Elsa's words, or null.</summary>
    public static Tekeningkop? Newest(IEnumerable<Tekeningkop> all, string? versions) => all.Where(k => Is(k, versions)).MaxBy(k => k.Versie);

    /// <summary>Whether a version is among these in Elsa's words; without words every version is.</summary>
    public static bool Is(Tekeningkop k, string? versions) => versions?.ToUpperInvariant() switch
    {
        null or "" or "ALLVERSIONS" => true,
        "LATEST" => k.IsLaatste,
        "PUBLISHED" => k.IsGepubliceerd,
        "DRAFT" => !k.IsGepubliceerd,
        "LATESTORPUBLISHED" => k.IsLaatste || k.IsGepubliceerd,
        "LATESTANDPUBLISHED" => k.IsLaatste && k.IsGepubliceerd,
        var number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && k.Versie == version,
    };

    bool IsAsked(Tekeningkop k) =>
        (Ids.Count == 0 || Ids.Contains(k.Id, StringComparer.Ordinal)) && (DefinitionIds.Count == 0 || DefinitionIds.Contains(k.DefinitionId.Text, StringComparer.Ordinal))
        && (Search is not { } term || k.Naam.Contains(term, StringComparison.CurrentCultureIgnoreCase) || k.Id.Contains(term, StringComparison.OrdinalIgnoreCase)
            || k.Kenmerken.Omschrijving?.Contains(term, StringComparison.CurrentCultureIgnoreCase) == true);

    IEnumerable<Tekeningkop> Ordered(IEnumerable<Tekeningkop> found)
    {
        var ordered = OrderBy?.ToUpperInvariant() switch
        {
            "VERSION" => Sorted(found, k => k.Versie),
            "CREATED" => Sorted(found, k => k.Kenmerken.Gemaakt ?? DateTimeOffset.UnixEpoch),
            _ => Sorted(found, k => k.Naam, StringComparer.CurrentCultureIgnoreCase),
        };
        return ordered.ThenBy(k => k.DefinitionId).ThenByDescending(k => k.Versie);
    }

    IOrderedEnumerable<Tekeningkop> Sorted<TKey>(IEnumerable<Tekeningkop> found, Func<Tekeningkop, TKey> by, IComparer<TKey>? comparer = null) =>
        IsDescending ? found.OrderByDescending(by, comparer) : found.OrderBy(by, comparer);
}
