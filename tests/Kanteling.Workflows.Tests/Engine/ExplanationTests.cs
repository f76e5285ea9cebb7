using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>How a day was computed, as it is kept: codes with typed arguments, never words.</summary>
public class ExplanationTests
{
    static readonly JsonSerializerOptions Options = new EventCodec(TestDomain.Domain.Codec).Options;

    static readonly Gen<string> Code = Gen.Elements("A", "DUE", "DAY_2", "E5", "INFINITY", new string('X', Told.LongestCode));

    static readonly Gen<Argument> Simple = Gen.OneOf(
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(day => (Argument)DateOnly.FromDayNumber(day)),
        from day in Gen.Choose(1, DateOnly.MaxValue.DayNumber - 1) from ticks in Gen.Choose(0, int.MaxValue) from offset in Gen.Choose(-14, 14)
        select (Argument)new DateTimeOffset(DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue).AddTicks(ticks), TimeSpan.FromHours(offset)),
        from low in Gen.Choose(0, int.MaxValue) from high in Gen.Choose(0, int.MaxValue) from minus in Gen.Elements(true, false) from scale in Gen.Choose(0, 28)
        select (Argument)new decimal(low, high, low, minus, (byte)scale),
        Gen.Elements(0m, -0m, 1.0m, 1.00m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m).Select(number => (Argument)number),
        Code.Select(code => (Argument)new Told(code)));

    static Gen<Told> Telling(int depth) =>
        from code in Code
        from arguments in (depth == 0 ? Simple : Gen.OneOf(Simple, Telling(depth - 1).Select(told => (Argument)told))).ArrayOf()
        select new Told(code, [.. arguments.Take(5)]);

    static string Write(Explanation explanation) => JsonSerializer.Serialize(explanation, Options);

    static Explanation Read(string json) => JsonSerializer.Deserialize<Explanation>(json, Options);

    [Fact]
    public void What_is_told_is_read_back_as_it_was_and_written_with_the_same_bytes() => Prop.ForAll(Telling(2).ArrayOf().ToArbitrary(), all =>
    {
        Explanation explanation = [.. all];
        var json = Write(explanation);
        return Read(json) == explanation && Read(json).GetHashCode() == explanation.GetHashCode() && Write(Read(json)) == json;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_short_and_each_kind_has_its_form() =>
        Write([new("LATE"), new("DUE", new DateOnly(2026, 4, 13), new DateTimeOffset(2026, 4, 13, 12, 0, 0, TimeSpan.FromHours(2)), 1.50m, 3, new Told("EASTER"), new Told("WEEKS", 6))])
            .ShouldBe("""["LATE",["DUE","2026-04-13","2026-04-13T10:00:00Z",1.50,3,"EASTER",["WEEKS",6]]]""");

    [Theory]
    [InlineData("null", "")]
    [InlineData("[]", "")]
    [InlineData("\"DUE\"", "DUE")]
    [InlineData("7", "TOLD_UNREADABLE")]
    [InlineData("{\"a\":[1]}", "TOLD_UNREADABLE")]
    [InlineData("[[]]", "TOLD_UNREADABLE")]
    [InlineData("[[\"DUE\"]]", "DUE")]
    [InlineData("[null,true,1,{\"a\":{}},[[\"X\"],1],[1,\"DUE\"],\"DUE\"]", "TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; DUE")]
    [InlineData("[\"Six weeks.\",\"due\",\"\",\"É\",\"2026-04-13\",\"\\u0041\",\"\\ud800\"]", "TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE; TOLD_UNREADABLE")]
    public void Reading_is_total(string json, string told) => Read(json).ToString().ShouldBe(told);

    [Theory]
    [InlineData("1e400")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("{\"a\":1}")]
    [InlineData("[]")]
    [InlineData("\"words of somebody\"")]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"2026-04-13T10:00:00+02:00\"")]
    [InlineData("\"12026-04-13\"")]
    public void An_argument_that_is_none_is_read_as_unreadable(string argument) =>
        Read($"[[\"DUE\",{argument},2]]").ShouldBe([new Told("DUE", Told.Unreadable, 2)]);

    [Fact]
    public void Bytes_that_are_no_text_are_read_as_unreadable() =>
        JsonSerializer.Deserialize<Explanation>([.. "[\""u8, 0xff, .. "\"]"u8], Options).ShouldBe([Told.Unreadable]);

    [Theory]
    [InlineData("")]
    [InlineData("Due")]
    [InlineData("DUE DAY")]
    [InlineData("2DAYS")]
    [InlineData("_DUE")]
    [InlineData("ÉÉN")]
    public void Words_are_no_code(string words) => Should.Throw<ArgumentException>(() => new Told(words));

    [Fact]
    public void A_code_does_not_grow_without_end() => Should.Throw<ArgumentException>(() => new Told(new string('X', Told.LongestCode + 1)));

    [Fact]
    public void Two_deadlines_that_say_the_same_are_equal()
    {
        Deadline Due(params Argument[] arguments) => new(new(1), null, null, new("d1"), DeadlineFor.Term, "k", null, default, [new Told("DUE", [.. arguments])]);
        Due(1.0m).ShouldBe(Due(1.00m));
        Due(new DateTimeOffset(2026, 4, 13, 12, 0, 0, TimeSpan.FromHours(2))).ShouldBe(Due(new DateTimeOffset(2026, 4, 13, 10, 0, 0, TimeSpan.Zero)));
        Due(1).ShouldNotBe(Due(2));
        Due(new Told("A")).ShouldNotBe(Due(new Told("A", 1)));
        (Due() with { Explanation = default }).ShouldBe(Due() with { Explanation = [] });
    }

    [Fact]
    public void A_record_that_was_stored_without_an_explanation_tells_nothing() =>
        JsonSerializer.Deserialize<TaskDue>("""{"dueAt":"2026-04-13T10:00:00+00:00"}""", Options)!.Explanation.Count.ShouldBe(0);

    [Fact]
    public void The_only_text_in_it_is_a_code() =>
        typeof(Told).Assembly.GetTypes().Where(type => type == typeof(Told) || type.IsSubclassOf(typeof(Argument)))
            .SelectMany(type => type.GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => $"{type.Name}.{property.Name}"))
            .ShouldBe(["Told.Code"]);

    [Fact]
    public void Bytes_are_counted() => Encoding.UTF8.GetByteCount(Write([new("DUE", new DateOnly(2026, 4, 13))])).ShouldBe(22);
}
