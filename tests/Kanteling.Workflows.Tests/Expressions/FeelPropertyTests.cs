using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Expressions;

public sealed class FeelPropertyTests
{
    static readonly FeelContext Variables = (FeelContext)FeelValue.FromJson(JsonNode.Parse(FeelTexts.Variables));

    static readonly FeelEnvironment World = FeelFacts.World with { Budget = new FeelBudget(Steps: 5_000) };

    static Arbitrary<string> Texts(int wildness) =>
        Gen.Choose(0, int.MaxValue).SelectMany(seed => Gen.Choose(0, 6).Select(depth => new FeelTexts(seed, wildness).Any(depth))).ToArbitrary();

    [Fact]
    public void Evaluate_never_throws_and_always_ends() =>
        Prop.ForAll(Texts(wildness: 30), text =>
        {
            var result = Feel.Parse(text).Expression!.Evaluate(Variables, World);
            return result.Value.ToJson() is null == result.Value is FeelNull && (result.Error is null || result.Error.Code == FeelErrorCodes.Budget);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Any_text_gives_an_expression_or_one_error_inside_the_text() =>
        Prop.ForAll(Damaged(), text =>
        {
            var parse = Feel.Parse(text);
            parse.Expression?.Evaluate(Variables, World);
            parse.Expression?.Check((FeelType.Context)Variables.Type);
            return parse.Errors.Count == (parse.Expression is null ? 1 : 0)
                && parse.Errors.All(error => error.Position + error.Length <= text.Length && error.Line > 0 && error.Column > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void A_value_has_the_type_that_was_inferred() =>
        Prop.ForAll(Texts(wildness: 10), text =>
        {
            var expression = Feel.Parse(text).Expression!;
            var check = expression.Check((FeelType.Context)Variables.Type);
            var value = expression.Evaluate(Variables, World).Value;
            return (!check.Ok || check.Type.Accepts(value)).Label($"{text}: {check.Type}, but {value}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Equal_worlds_give_equal_values() =>
        Prop.ForAll(Texts(wildness: 10), text =>
            Feel.Parse(text).Expression!.Evaluate(Variables, World).Value.Equals(Feel.Parse(text).Expression!.Evaluate(Variables, World).Value))
            .Check(Config.QuickThrowOnFailure);

    /// <summary>A valid text from which a piece was cut, or into which a strange character was put.</summary>
    static Arbitrary<string> Damaged()
    {
        var strange = Gen.Elements("(", ")", "[", "]", "\"", "..", "@\"", "\\", "/*", "?", "in", " not(", "\uD83D", "\n", "**", "}", ",");
        return (from text in Texts(20).Generator
                from at in Gen.Choose(0, text.Length)
                from cut in Gen.Choose(0, 3)
                from piece in strange
                select string.Concat(text.AsSpan(0, at), cut == 0 ? "" : piece, text.AsSpan(Math.Min(text.Length, at + cut)))).ToArbitrary();
    }
}
