using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.Expressions;

/// <summary>Where we and feelin 8.2.0 differ, and why that is right.</summary>
/// <param name="Example">An expression on which the two still differ; a test fails when they no longer do.</param>
/// <param name="Pattern">Texts in which the difference may show; C# null when the generator does not write them.</param>
/// <param name="Reason">Why ours is as it is.</param>
sealed record FeelKnownDifference(string Example, string? Pattern, string Reason)
{
    internal static FeelKnownDifference[] All { get; } =
    [
        new("2 between 3 and 1", " between ", "DMN: between is >= and <=, so nothing lies in reversed bounds, and unknown bounds are unknown; feelin swaps them."),
        new("true < false", @"(true|false|ja|nee|urgent|\)) (<|>)", "Booleans have no order: null; feelin throws."),
        new("[1] = []", @"\[\]|vragen\.|\[item|flatten|leeg", "DMN: lists of different length are unequal; feelin says null when one is empty."),
        new("[{u: false}, {u: true}, {}][u].u", @"\[urgent\]", "A filter keeps the items for which it is true, also when it is null for another; feelin then drops all."),
        new("[null, 1][item != 1]", @"\[item != ", "null is unequal to any value, also when it is an item; feelin drops it."),
        new("every x in [1, null] satisfies x > 0", @"\b(some|every)\b", "DMN: quantifiers are and/or in three-valued logic; feelin has two values there."),
        new("1 < \"a\"", @" (<|>|<=|>=) ", "Different kinds have no order: null; feelin says false."),
        new("10 ** 40", null, "Decimals: what overflows is null."),
        new("0.1 + 0.2 = 0.3", null, "Decimals: no binary rounding."),
        new("2 ** 0.5", null, "Roots need binary floating point, whose last digits differ between machines: null."),
        new("@\"2026-01-31\" + @\"PT36H\"", null, "A date plus a duration is a date, so that its type is certain; feelin makes it a date-time when hours remain."),
        new("@\"P1D\" * 2", null, "DMN 1.3 multiplies durations; feelin does not."),
        new("-@\"P1D\"", null, "Durations have a minus sign; feelin refuses."),
        new("@\"P1D\" / @\"PT12H\"", "\"-?P[^\"]*\"\\)? [*/] ", "DMN 1.3 divides durations; feelin does not."),
        new("duration(\"P1Y1D\")", null, "FEEL's two durations do not mix: null."),
        new("years and months duration(@\"2025-01-31\", @\"2026-02-28\")", null, "Whole years and months only; feelin leaves days."),
        new("string(date and time(\"2026-01-01T10:00:00\"))", null, "Without offset a moment is local to the environment's zone; feelin leaves it without."),
        new("max([\"a\", \"b\"])", null, "DMN: min and max take anything with an order."),
        new("substring(\"foobar\", 0)", null, "DMN: positions start at 1; 0 is outside the domain: null."),
        new("substring(\"a\", -2, 3)", @"substring\(.*, -2, ", "A start before the first character is outside the domain: empty, as after the last one; feelin then counts the length from there."),
        new("@\"2026-01-02T00:00:00Z\" - @\"2026-01-01\"", null, "A date is no moment until it is told a time: null, and reported by the check."),
        new("true in [1..3]", @"\b(ja|nee|true|false|leeg)\b.* in ", "Different kinds cannot be compared: null; feelin says false."),
        new("[1, 2, 3][null]", null, "A filter that is not true keeps nothing."),
        new("concatenate([1], null)", "concatenate|union", "A null argument where a list is wanted gives null."),
        new("number(5)", null, "A number is already a number."),
        new("split(\"a.b\", \".\")", null, "The delimiter is literal: no regular expressions, by design."),
        new("some x in [1] satisfies 1", null, "A condition that is no boolean is unknown; feelin takes it for true."),
        new("if \"a\" then 1 else 2", "if ", "DMN: only true goes to then; feelin lets anything but null and false go there."),
    ];

    internal static bool Explains(string text) => All.Any(known => known.Pattern is not null && Regex.IsMatch(text, known.Pattern));
}
