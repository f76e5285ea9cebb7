using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Tests.Expressions;

/// <summary>
/// The differential test: the same expressions for us and for feelin. A difference is either listed, with its reason, or an error; and
/// the list may forgive only few texts, so that a wide pattern cannot hide a new mistake.
/// </summary>
[Trait("Category", "Oracle")]
public sealed class FeelOracleTests
{
    const int Count = 1_000;
    const int MostForgiven = 60;

    [Fact]
    public async Task We_agree_with_feelin_but_for_the_known_differences()
    {
        var texts = Enumerable.Range(1, Count).Select(seed => new FeelTexts(seed).Any(seed % 5)).ToArray();
        var differences = await Differences(texts);
        differences.Where(difference => !FeelKnownDifference.Explains(difference.Text)).Select(difference => difference.Story).ShouldBeEmpty();
        differences.Count.ShouldBeLessThan(MostForgiven, string.Join('\n', differences.Select(difference => difference.Story)));
    }

    [Fact]
    public async Task Every_known_difference_is_still_one()
    {
        var examples = FeelKnownDifference.All.Select(known => known.Example).ToArray();
        var differing = await Differences(examples);
        examples.Except(differing.Select(difference => difference.Text)).ShouldBeEmpty();
    }

    [Fact]
    public void Most_generated_texts_have_a_value() =>
        Enumerable.Range(1, Count).Count(seed => Ours(new FeelTexts(seed).Any(seed % 5)) is not null).ShouldBeGreaterThan(Count / 2);

    static async Task<List<(string Text, string Story)>> Differences(string[] texts)
    {
        var answers = await FeelOracle.Ask(texts, FeelTexts.Variables);
        answers.Count.ShouldBe(texts.Length);
        return [.. texts.Zip(answers).Where(pair => !Agree(pair.First, pair.Second)).Select(pair => (pair.First, Tell(pair.First, pair.Second)))];
    }

    static bool Agree(string text, JsonNode theirs) => theirs["error"] is null && Same(Ours(text), theirs["value"]);

    static string Tell(string text, JsonNode theirs) => $"{text}\n    ours {Ours(text)?.ToJsonString() ?? "null"}, theirs {theirs.ToJsonString()}";

    static JsonNode? Ours(string text) => FeelFacts.Value(text, FeelTexts.Variables).ToJson();

    /// <summary>Numbers may differ by what binary floating point loses.</summary>
    static bool Same(JsonNode? ours, JsonNode? theirs) => (ours, theirs) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(field => b.ContainsKey(field.Key) && Same(field.Value, b[field.Key])),
        _ when ours.GetValueKind() == JsonValueKind.Number && theirs.GetValueKind() == JsonValueKind.Number =>
            Math.Abs((double)ours.GetValue<decimal>() - theirs.GetValue<double>()) <= 1e-9 * Math.Max(1, Math.Abs(theirs.GetValue<double>())),
        _ => JsonNode.DeepEquals(ours, theirs),
    };
}
