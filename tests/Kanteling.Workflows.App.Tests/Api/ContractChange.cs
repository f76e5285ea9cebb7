using System.Text.Json.Nodes;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// Whether callers of one description of the API can go on with another: whatever they send is still taken, and whatever they read is
/// still answered. What is new beside that breaks nobody.
/// </summary>
sealed class ContractChange
{
    static readonly string[] Highest = ["maxLength", "maximum", "maxItems"];
    static readonly string[] Lowest = ["minLength", "minimum", "minItems"];
    readonly JsonNode was;
    readonly JsonNode becomes;
    readonly HashSet<(string, string, bool)> underWay = [];

    ContractChange(JsonNode was, JsonNode becomes) => (this.was, this.becomes) = (was, becomes);

    /// <summary>What breaks callers, in sentences; none when nothing does.</summary>
    public static IReadOnlyList<string> Breaking(JsonNode was, JsonNode becomes) => [.. new ContractChange(was, becomes).Paths()];

    /// <summary>What to do about it; null when the two are the same.</summary>
    /// <param name="served">Where the description of now lies.</param>
    /// <param name="golden">Where the one of before lies.</param>
    public static string? Verdict(JsonNode was, JsonNode becomes, string served, string golden) =>
        JsonNode.DeepEquals(was, becomes) ? null
        : Breaking(was, becomes) is { Count: > 0 } breaks ? $"This breaks callers:\n{string.Join('\n', breaks)}\nLeave what they use as it was, or give it an address of its own. Only when all callers are known to be ready: cp {served} {golden}"
        : $"The API says more than before, and breaks nobody. Keep it, and name it in CHANGELOG.md: cp {served} {golden}";

    IEnumerable<string> Paths()
    {
        foreach (var (path, verbs) in Members(was["paths"]))
        {
            foreach (var (verb, operation) in Members(verbs))
            {
                var what = $"{verb.ToUpperInvariant()} {path}";
                if (becomes["paths"]?[path]?[verb] is not { } now)
                {
                    yield return $"{what} is gone";
                    continue;
                }
                foreach (var broken in Parameters(operation!, now).Concat(Body(operation!, now)).Concat(Answers(operation!, now)))
                    yield return $"{what}: {broken}";
            }
        }
    }

    IEnumerable<string> Parameters(JsonNode old, JsonNode now)
    {
        var (before, after) = (ByName(old), ByName(now));
        foreach (var (name, parameter) in before)
        {
            if (!after.TryGetValue(name, out var same))
            {
                yield return $"{name} is asked no more";
                continue;
            }
            foreach (var broken in Narrower(parameter["schema"], same["schema"], name, isRequest: true))
                yield return broken;
        }
        foreach (var (name, parameter) in after.Where(p => IsTrue(p.Value["required"]) && !(before.TryGetValue(p.Key, out var same) && IsTrue(same["required"]))))
            yield return $"{name} has to be sent now";

        static Dictionary<string, JsonNode> ByName(JsonNode operation) => (operation["parameters"]?.AsArray() ?? []).ToDictionary(p => $"{p!["name"]} ({p["in"]})", p => p!);
    }

    IEnumerable<string> Body(JsonNode old, JsonNode now)
    {
        if (IsTrue(now["requestBody"]?["required"]) && !IsTrue(old["requestBody"]?["required"]))
            yield return "a body has to be sent now";
        if (now["requestBody"] is null)
            yield break;
        foreach (var (type, content) in Members(old["requestBody"]?["content"]))
        {
            if (now["requestBody"]!["content"]?[type] is not { } same)
            {
                yield return $"{type} is taken no more";
                continue;
            }
            foreach (var broken in Narrower(content!["schema"], same["schema"], "", isRequest: true))
                yield return broken;
        }
    }

    IEnumerable<string> Answers(JsonNode old, JsonNode now)
    {
        foreach (var (status, answer) in Members(old["responses"]).Where(r => r.Key.StartsWith('2')))
        {
            if (now["responses"]?[status] is not { } same)
            {
                yield return $"{status} is answered no more";
                continue;
            }
            foreach (var (type, content) in Members(answer!["content"]))
            {
                if (same["content"]?[type] is not { } answered)
                {
                    yield return $"{status} is not {type} any more";
                    continue;
                }
                // What is answered may be less than before, where what is sent may be more.
                foreach (var broken in Narrower(answered["schema"], content!["schema"], $"answer {status}", isRequest: false))
                    yield return broken;
            }
        }
    }

    /// <summary>Where something that <paramref name="given"/> allows is not allowed by <paramref name="taken"/>.</summary>
    /// <param name="given">What is sent: by callers before, or by us now.</param>
    /// <param name="taken">What is understood: by us now, or by callers before.</param>
    IEnumerable<string> Narrower(JsonNode? given, JsonNode? taken, string at, bool isRequest)
    {
        var key = ($"{given?["$ref"]}", $"{taken?["$ref"]}", isRequest);
        var isNamed = key.Item1.Length > 0 && key.Item2.Length > 0;
        if (isNamed && !underWay.Add(key))
            return [];
        (given, taken) = (Resolved(given, isRequest ? was : becomes), Resolved(taken, isRequest ? becomes : was));
        var broken = taken is null ? [] : Alternatives(given).SelectMany(one => Best(one, Alternatives(taken), at, isRequest)).Distinct().ToList();
        if (isNamed)
            underWay.Remove(key);
        return broken;
    }

    /// <summary>What is wrong with the alternative that fits best: one of the same kind before any other.</summary>
    List<string> Best(JsonNode given, IEnumerable<JsonNode> taken, string at, bool isRequest)
    {
        var one = Resolved(given, isRequest ? was : becomes)!;
        return taken.Select(t => Resolved(t, isRequest ? becomes : was)!).Select(t => (IsOther: Types(t) is { Count: > 0 } types && !types.Overlaps(Types(one)), Found: One(one, t, at, isRequest).ToList()))
            .OrderBy(t => t.IsOther).ThenBy(t => t.Found.Count).Select(t => t.Found).FirstOrDefault() ?? [];
    }

    IEnumerable<string> One(JsonNode given, JsonNode taken, string at, bool isRequest)
    {
        var name = at.Length == 0 ? "the body" : at;
        if (Types(taken) is { Count: > 0 } types && !(Types(given) is { Count: > 0 } before && before.IsSubsetOf(types)))
        {
            yield return isRequest ? $"{name} has to be {string.Join(" or ", types)} now" : $"{name} may be {(Types(given).Count == 0 ? "anything" : string.Join(" or ", Types(given).Except(types)))} now";
            yield break;
        }
        foreach (var word in taken["enum"] is JsonArray words ? given["enum"] is JsonArray said ? said.Where(w => !words.Any(v => JsonNode.DeepEquals(v, w))).Select(w => $"{w}") : ["any word"] : [])
            yield return isRequest ? $"{name}: {word} is taken no more" : $"{name}: {word} was never answered before";
        foreach (var limit in Highest.Where(l => Number(taken[l]) < (Number(given[l]) ?? decimal.MaxValue)).Concat(Lowest.Where(l => Number(taken[l]) > (Number(given[l]) ?? decimal.MinValue))).Where(l => isRequest))
            yield return $"{name}: {limit} is {taken[limit]} now";
        foreach (var form in (isRequest ? ["pattern", "format"] : Array.Empty<string>()).Where(f => taken[f] is { } asked && $"{asked}" != $"{given[f]}"))
            yield return $"{name}: {form} is {taken[form]} now";
        foreach (var broken in Fields(given, taken, at, isRequest))
            yield return broken;
        if (taken["items"] is { } items && given["items"] is { } sent)
        {
            foreach (var broken in Narrower(sent, items, at + "[]", isRequest))
                yield return broken;
        }
    }

    IEnumerable<string> Fields(JsonNode given, JsonNode taken, string at, bool isRequest)
    {
        var isClosed = taken["additionalProperties"] is JsonValue open && !open.GetValue<bool>();
        if (isRequest && isClosed && given["additionalProperties"] is null)
            yield return $"{(at.Length == 0 ? "the body" : at)}: other fields are refused now";
        var needed = (taken["required"]?.AsArray() ?? []).Select(r => r!.ToString()).ToList();
        foreach (var name in needed.Where(n => !(given["required"]?.AsArray() ?? []).Any(r => r!.ToString() == n)))
            yield return isRequest ? $"{In(name)} has to be sent now" : $"{In(name)} is not always answered any more";
        // A caller before reads every field that there was; we take every field that may be sent.
        var known = isRequest ? given["properties"] : taken["properties"];
        foreach (var (name, _) in Members(known))
        {
            var (one, other) = (given["properties"]?[name], taken["properties"]?[name]);
            if (isRequest ? other is null && isClosed : one is null)
                yield return isRequest ? $"{In(name)} is refused now" : $"{In(name)} is answered no more";
            foreach (var broken in one is null || other is null ? [] : Narrower(one, other, In(name), isRequest))
                yield return broken;
        }

        string In(string name) => at.Length == 0 ? name : $"{at}.{name}";
    }

    static IEnumerable<JsonNode> Alternatives(JsonNode? schema) => (schema?["oneOf"] ?? schema?["anyOf"]) is JsonArray some ? some.Select(s => s!) : schema is null ? [] : [schema];

    static JsonNode? Resolved(JsonNode? schema, JsonNode document) =>
        schema?["$ref"] is { } named ? document["components"]?["schemas"]?[named.ToString().Split('/')[^1]] : schema;

    static HashSet<string> Types(JsonNode schema)
    {
        var types = (schema["type"] is JsonArray several ? several.Select(t => t!.ToString()) : schema["type"] is { } one ? [one.ToString()] : []).ToHashSet();
        if (types.Contains("number"))
            types.Add("integer");
        return types;
    }

    static IEnumerable<KeyValuePair<string, JsonNode?>> Members(JsonNode? node) => node as JsonObject ?? [];

    static bool IsTrue(JsonNode? node) => node?.GetValue<bool>() == true;

    static decimal? Number(JsonNode? node) => node is null ? null : decimal.Parse(node.ToString(), System.Globalization.CultureInfo.InvariantCulture);
}
