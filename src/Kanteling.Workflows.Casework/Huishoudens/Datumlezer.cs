using System.Globalization;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// Dates as people write them: <c>3 mei 1948</c>, <c>03-05-48</c>, <c>03051948</c>, <c>5-1948</c>, <c>1948</c>. The one reader of them: searching finds
/// them in what was typed, and a page makes of one what is kept (<see cref="OnvolledigeDatum"/>). A program writes them as they are kept.
/// </summary>
public static partial class Datumlezer
{
    internal const string Iso = @"(?<iso>(?<ij>\d{4})[-/.](?<im>\d{1,2})[-/.](?<id>\d{1,2}))";
    internal const string Dag = @"(?<dag>(?<d>\d{1,2})\s*[-/.\s]\s*(?<m>\d{1,2})\s*[-/.\s]\s*(?<j>\d{4}|\d{2}))";

    /// <summary>A month as a word, with or without a day before it; its year, <c>wj</c>, is still to follow.</summary>
    internal const string Woord =
        @"(?:(?<wd>\d{1,2})[\s.-]+)?(?<wm>jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?[\s-]+";

    const string Maandjaar = @"(?<mj>(?<mm>\d{1,2})\s*[-/.\s]\s*(?<my>\d{4}))";

    // In order; the first three letters are enough, but for one.
    const string Maanden = "janfebmaaaprmeijunjulaugsepoktnovdec";

    /// <summary>A day that has been, such as a birth date; null when this is none, or one that does not exist.</summary>
    /// <param name="vandaag">A year of two digits is the last one with which the day is not after this.</param>
    public static OnvolledigeDatum? Lees(string? tekst, DateOnly vandaag)
    {
        if (OnvolledigeDatum.Lees(tekst) is { } gewoon)
            return gewoon;
        var bestaand = Lezingen(tekst).Select(l => Bestaand(l.Heel(vandaag))).OfType<OnvolledigeDatum>().ToList();
        return bestaand.Count == 0 ? null : bestaand.FindIndex(d => d.Eerste >= OnvolledigeDatum.Vroegste) is >= 0 and var plek ? bestaand[plek] : bestaand[0];
    }

    /// <summary>The day in words when a day was written that is not on the calendar, such as <c>31 februari 1980</c>; null otherwise.</summary>
    public static string? BestaatNiet(string? tekst, DateOnly vandaag) =>
        Lees(tekst, vandaag) is null && Lezingen(tekst).Where(l => l is { Maand: >= 1 and <= 12, Dag: >= 1 }).Select(l => (Lezing?)l.Heel(vandaag)).FirstOrDefault() is { } nooit
            ? string.Create(CultureInfo.InvariantCulture, $"{nooit.Dag} {Schrijfwijze.Datum(new DateOnly(2000, nooit.Maand, 1)).Split(' ')[1]} {nooit.Jaar:0000}")
            : null;

    /// <summary>What one of the patterns above found; null when it was none of them.</summary>
    internal static Lezing? Uit(Match m) =>
        m.Groups["iso"].Success ? new(Getal(m, "ij"), Getal(m, "im"), Getal(m, "id"), false)
        : m.Groups["dag"].Success ? new(Getal(m, "j"), Getal(m, "m"), Getal(m, "d"), m.Groups["j"].Length == 2)
        : m.Groups["wm"].Success ? new(Getal(m, "wj"), Maand(m.Groups["wm"].Value), m.Groups["wd"].Success ? Getal(m, "wd") : 0, m.Groups["wj"].Length == 2)
        : m.Groups["mj"].Success ? new(Getal(m, "my"), Getal(m, "mm"), 0, false)
        : null;

    /// <summary>Six or eight digits, read as a day: as people write it, and for eight as a program does.</summary>
    internal static IEnumerable<Lezing> Aaneen(string cijfers)
    {
        if (cijfers.Length is 6 or 8 && Getal(cijfers[..2]) is > 0 and var dag)
            yield return new(Getal(cijfers[4..]), Getal(cijfers[2..4]), dag, cijfers.Length == 6);
        if (cijfers.Length == 8 && Getal(cijfers[6..]) is > 0 and var omgekeerd)
            yield return new(Getal(cijfers[..4]), Getal(cijfers[4..6]), omgekeerd, false);
    }

    /// <param name="Dag">0 when only a month was written.</param>
    /// <param name="Kort">The year has two digits.</param>
    internal readonly record struct Lezing(int Jaar, int Maand, int Dag, bool Kort)
    {
        /// <summary>With its whole year.</summary>
        public Lezing Heel(DateOnly vandaag)
        {
            var jaar = (vandaag.Year / 100 * 100) + Jaar;
            return !Kort ? this : this with { Jaar = (jaar, Maand, Dag).CompareTo((vandaag.Year, vandaag.Month, vandaag.Day)) > 0 ? jaar - 100 : jaar, Kort = false };
        }
    }

    static IEnumerable<Lezing> Lezingen(string? tekst) =>
        tekst is null ? [] : Heel().Match(tekst) is not { Success: true } m ? [] : m.Groups["cijfers"].Success ? Aaneen(m.Groups["cijfers"].Value) : Uit(m) is { } lezing ? [lezing] : [];

    static OnvolledigeDatum? Bestaand(Lezing l) =>
        OnvolledigeDatum.Lees(string.Create(CultureInfo.InvariantCulture, $"{l.Jaar:0000}-{l.Maand:00}") + (l.Dag == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{l.Dag:00}")));

    static int Maand(string woord) => woord.StartsWith("mrt", StringComparison.OrdinalIgnoreCase) ? 3 : (Maanden.IndexOf(woord[..3], StringComparison.OrdinalIgnoreCase) / 3) + 1;

    static int Getal(Match m, string groep) => Getal(m.Groups[groep].Value);

    static int Getal(string cijfers) => int.Parse(cijfers, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:" + Iso + "|" + Dag + "|" + Woord + @"(?<wj>\d{4}|\d{2})|" + Maandjaar + @"|(?<cijfers>[0-9]{8}|[0-9]{6}))\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heel();
}
