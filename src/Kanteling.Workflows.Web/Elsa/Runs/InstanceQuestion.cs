using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>What Studio asks of the list of instances.</summary>
static class InstanceQuestion
{
    const int LargestPage = 100, LastPage = 100;

    /// <param name="asked">Studio's request, as it is.</param>
    public static InstanceSearch Of(JsonObject asked)
    {
        var ids = new[] { asked.Tekst("definitionId") }.OfType<string>().Concat(Texts(asked, "definitionIds")).ToHashSet(StringComparer.Ordinal);
        return new InstanceSearch(
            DefinitionIds: ids.Count == 0 ? null : [.. ids.Select(DefinitionId.Of)], DefinitionVersion: Number(asked, "version"), Statuses: StatusesOf(asked), HasIncidents: Flag(asked, "hasIncidents"),
            Text: asked.Tekst("searchTerm"), Correlation: asked.Tekst("correlationId"), Moments: [.. MomentsOf(asked)],
            OrderBy: ColumnOf(asked.Tekst("orderBy")), Descending: !string.Equals(asked.Tekst("orderDirection"), "Ascending", StringComparison.OrdinalIgnoreCase));
    }

    public static Paging PageOf(JsonObject asked)
    {
        var (size, page) = (Math.Clamp(Number(asked, "pageSize") ?? 25, 1, LargestPage), Math.Clamp(Number(asked, "page") ?? 0, 0, LastPage));
        return new Paging(page * size, size);
    }

    /// <summary>Those of ours that are meant by Studio's two lists; null for all. What our instances never are, such as Pending, finds nothing.</summary>
    static List<string>? StatusesOf(JsonObject asked)
    {
        var (main, sub) = (Words(asked, "status", "statuses"), Words(asked, "subStatus", "subStatuses"));
        if (main.Count == 0 && sub.Count == 0)
            return null;
        string[] open = ["running", "suspended"], closed = ["finished", "cancelled", "faulted"];
        return [.. open.Concat(closed)
            .Where(s => main.Count == 0 || main.Contains(open.Contains(s) ? "Running" : "Finished"))
            .Where(s => sub.Count == 0 || sub.Contains(InstanceWriter.SubStatus(s)))];
    }

    static HashSet<string> Words(JsonObject asked, string one, string many) =>
        new[] { asked.Tekst(one) }.OfType<string>().Concat(Texts(asked, many)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    static InstanceColumn ColumnOf(string? name) => name?.ToUpperInvariant() switch
    {
        "LASTEXECUTED" or "UPDATEDAT" => InstanceColumn.UpdatedAt,
        "FINISHED" or "FINISHEDAT" => InstanceColumn.FinishedAt,
        "NAME" => InstanceColumn.Definition,
        _ => InstanceColumn.CreatedAt,
    };

    static IEnumerable<MomentQuestion> MomentsOf(JsonObject asked) =>
        from filter in (asked["timestampFilters"] as JsonArray ?? []).OfType<JsonObject>()
        let moment = DateTimeOffset.TryParse(filter.Tekst("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : (DateTimeOffset?)null
        where moment is not null && Enum.TryParse<Comparison>(filter.Tekst("operator"), true, out _)
        select new MomentQuestion(ColumnOf(filter.Tekst("column")), Enum.Parse<Comparison>(filter.Tekst("operator")!, true), moment.Value.ToUniversalTime());

    static IEnumerable<string> Texts(JsonObject asked, string name) =>
        (asked[name] as JsonArray ?? []).Select(v => v is JsonValue value && value.TryGetValue<string>(out var text) ? text : null).OfType<string>().Where(t => t.Length > 0);

    static int? Number(JsonObject asked, string name) => asked[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    static bool? Flag(JsonObject asked, string name) => asked[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;
}
