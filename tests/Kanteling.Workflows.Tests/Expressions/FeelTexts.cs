namespace Kanteling.Workflows.Tests.Expressions;

/// <summary>
/// Writes random FEEL: mostly well typed, now and then not (<paramref name="wildness"/> in a hundred). The same seed gives the same text.
/// </summary>
sealed class FeelTexts(int seed, int wildness = 5)
{
    internal const string Variables = """
        { "a": 3, "b": 2.5, "nul": 0, "s": "Wonen", "t": "zorg", "ja": true, "nee": false, "leeg": null,
          "getallen": [3, 1, 2], "woorden": ["Zorg", "Wonen", "Zorg"], "gemengd": [1, "a", null, true],
          "vragen": [ {"id": 1, "cirkel": "Wonen", "urgent": false}, {"id": 2, "cirkel": "Zorg", "urgent": true}, {"id": 3} ] }
        """;

    readonly Random random = new(seed);

    internal string Any(int depth) => random.Next(6) switch
    {
        0 => Number(depth),
        1 => Text(depth),
        2 => Time(depth),
        3 => List(depth),
        _ => Truth(depth),
    };

    string Or(int depth, Func<string> otherwise) => random.Next(100) < wildness ? (random.Next(2) == 0 ? "leeg" : Any(depth - 1)) : otherwise();

    string Number(int depth) => Or(depth, () => depth <= 0 ? Pick("0", "1", "2", "7", "1.5", "-3", "0.25", "a", "b", "nul", "getallen[1]", "vragen[1].id")
        : random.Next(14) switch
        {
            0 or 1 => $"{Number(depth - 1)} {Pick("+", "-", "*", "/")} {Number(depth - 1)}",
            2 => $"({Number(depth - 1)})",
            3 => $"-{Number(0)} ** {Pick("2", "3", "0")}",
            4 => $"{Pick("count", "sum", "min", "max", "mean")}({Numbers(depth - 1)})",
            5 => $"{Pick("floor", "ceiling", "abs")}({Number(depth - 1)})",
            6 => $"modulo({Number(depth - 1)}, {Number(0)})",
            7 => $"decimal({Number(depth - 1)}, {Pick("0", "1", "2")})",
            8 => $"string length({Text(depth - 1)})",
            9 => $"(if {Truth(depth - 1)} then {Number(depth - 1)} else {Number(depth - 1)})",
            10 => $"{Numbers(depth - 1)}[{Pick("1", "2", "-1", "9", "a")}]",
            11 => $"{Date(depth - 1)}.{Pick("year", "month", "day", "weekday")}",
            12 => $"{{x: {Number(depth - 1)}, y: x}}.y",
            _ => $"number(\"{Pick("1", "2.5", "-7", "abc")}\")",
        });

    string Text(int depth) => Or(depth, () => depth <= 0 ? Pick("\"\"", "\"Wonen\"", "\"a-b-c\"", "s", "t", "woorden[2]", "\"Één\"")
        : random.Next(9) switch
        {
            0 => $"{Text(depth - 1)} + {Text(depth - 1)}",
            1 => $"{Pick("upper case", "lower case")}({Text(depth - 1)})",
            2 => $"substring({Text(depth - 1)}, {Pick("1", "2", "-1", "4")})",
            3 => $"substring({Text(depth - 1)}, {Pick("1", "2", "-2")}, {Pick("1", "3")})",
            4 => $"string({Number(0)})",
            5 => $"string join({Words(depth - 1)}, \"-\")",
            6 => $"(if {Truth(depth - 1)} then {Text(depth - 1)} else {Text(depth - 1)})",
            7 => $"{Pick("substring before", "substring after")}({Text(depth - 1)}, {Pick("\"o\"", "\"-\"", "\"zzz\"")})",
            _ => $"string({Date(depth - 1)})",
        });

    string Truth(int depth) => Or(depth, () => depth <= 0 ? Pick("true", "false", "ja", "nee", "vragen[2].urgent")
        : random.Next(15) switch
        {
            0 => $"({Truth(depth - 1)} and {Truth(depth - 1)})",
            1 => $"({Truth(depth - 1)} or {Truth(depth - 1)})",
            2 => $"not({Truth(depth - 1)})",
            3 or 4 => $"({Number(depth - 1)} {Compared} {Number(depth - 1)})",
            5 => $"({Text(depth - 1)} {Pick("=", "!=", "<", ">")} {Text(depth - 1)})",
            6 => $"({Date(depth - 1)} {Compared} {Date(depth - 1)})",
            7 => $"({Number(depth - 1)} between {Number(0)} and {Number(0)})",
            8 => $"({Number(depth - 1)} in {Pick("[1..3]", "(1..3)", "[0..2[", "]0..3]", "(< 2, > 5)", "(1, 2, 3)", "getallen", "[a..9]")})",
            9 => $"({Text(depth - 1)} in woorden)",
            10 => $"{Pick("contains", "starts with", "ends with")}({Text(depth - 1)}, {Text(0)})",
            11 => $"({Pick("some", "every")} x in {Numbers(depth - 1)} satisfies x {Compared} {Number(0)})",
            12 => $"list contains({Numbers(depth - 1)}, {Number(0)})",
            13 => $"({Numbers(depth - 1)} = {Numbers(depth - 1)})",
            _ => $"({Pick("leeg", "a", "s", "vragen[3].cirkel")} {Pick("=", "!=")} null)",
        });

    string Time(int depth) => random.Next(4) switch
    {
        0 => Duration(depth),
        1 => $"date and time(\"{Pick("2026-01-31T10:00:00Z", "2026-07-01T00:30:15+02:00")}\") {Pick("+", "-")} {Duration(0)}",
        2 => $"time(\"{Pick("10:00:00", "23:59:59", "00:00:00")}\") {Pick("+", "-")} duration(\"{Pick("PT1H", "PT90M", "PT1S")}\")",
        _ => Date(depth),
    };

    string Date(int depth) => Or(depth, () => depth <= 0
        ? Pick("date(\"2026-01-31\")", "date(\"2024-02-29\")", "@\"2025-12-31\"", "date(2026, 3, 1)")
        : random.Next(3) switch
        {
            0 => $"({Date(depth - 1)} {Pick("+", "-")} {Duration(0)})",
            1 => $"date({Date(depth - 1)})",
            _ => Date(0),
        });

    string Duration(int depth) => depth <= 0
        ? Pick("duration(\"P1D\")", "duration(\"P10D\")", "@\"P1M\"", "duration(\"P1Y2M\")", "@\"-P1M\"", "duration(\"P0D\")")
        : random.Next(3) switch
        {
            0 => $"{Date(depth - 1)} - {Date(depth - 1)}",
            1 => $"abs({Duration(0)})",
            _ => $"{Duration(0)} + {Duration(0)}",
        };

    string List(int depth) => random.Next(3) switch
    {
        0 => Words(depth),
        1 => $"vragen{Pick("", "[urgent]", "[id > 1]", "[cirkel = s]", "[1]")}.{Pick("id", "cirkel", "urgent", "geen")}",
        _ => Numbers(depth),
    };

    string Numbers(int depth) => Or(depth, () => depth <= 0 ? Pick("getallen", "[]", "[1]", "[1, 2, 2]", "vragen.id", "[5, leeg]")
        : random.Next(12) switch
        {
            0 => $"[{Number(depth - 1)}, {Number(depth - 1)}]",
            1 => $"{Numbers(depth - 1)}[item {Compared} {Number(0)}]",
            2 => $"(for x in {Numbers(depth - 1)} return x {Pick("+", "*", "-")} {Number(0)})",
            3 => $"(for x in {Pick("1..3", "3..1", "[1..2]")} return x)",
            4 => $"append({Numbers(depth - 1)}, {Number(0)})",
            5 => $"concatenate({Numbers(depth - 1)}, {Numbers(0)})",
            6 => $"distinct values({Numbers(depth - 1)})",
            7 => $"reverse({Numbers(depth - 1)})",
            8 => $"flatten([{Numbers(depth - 1)}, [{Number(0)}]])",
            9 => $"index of({Numbers(depth - 1)}, {Number(0)})",
            10 => $"sublist({Numbers(depth - 1)}, {Pick("1", "2", "-1")})",
            _ => $"union({Numbers(depth - 1)}, {Numbers(0)})",
        });

    string Words(int depth) => depth <= 0 ? Pick("woorden", "[\"x\"]", "vragen.cirkel") : random.Next(3) switch
    {
        0 => $"[{Text(depth - 1)}, {Text(depth - 1)}]",
        1 => $"split({Text(depth - 1)}, \"-\")",
        _ => $"{Words(depth - 1)}[item {Pick("=", "!=")} {Text(0)}]",
    };

    string Compared => Pick("=", "!=", "<", "<=", ">", ">=");

    string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
