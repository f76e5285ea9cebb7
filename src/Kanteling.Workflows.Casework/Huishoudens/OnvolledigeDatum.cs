using System.Globalization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// A day of which sometimes only the year, or the year and the month, is known, as with many birth dates of people who were born
/// elsewhere. Written <c>1950</c>, <c>1950-03</c> or <c>1950-03-12</c>.
/// </summary>
public readonly record struct OnvolledigeDatum
{
    /// <summary>Nobody who is alive was born before this.</summary>
    public static readonly DateOnly Vroegste = new(1880, 1, 1);

    OnvolledigeDatum(int jaar, int? maand, int? dag) => (Jaar, Maand, Dag) = (jaar, maand, dag);

    public int Jaar { get; }

    public int? Maand { get; }

    /// <summary>Never without a month.</summary>
    public int? Dag { get; }

    /// <summary>The first day that it can be.</summary>
    public DateOnly Eerste => new(Jaar, Maand ?? 1, Dag ?? 1);

    /// <summary>The last day that it can be.</summary>
    public DateOnly Laatste => new(Jaar, Maand ?? 12, Dag ?? DateTime.DaysInMonth(Jaar, Maand ?? 12));

    public bool IsVolledig => Dag is not null;

    public static OnvolledigeDatum Van(DateOnly dag) => new(dag.Year, dag.Month, dag.Day);

    /// <summary>Null when unknown, erased or no date.</summary>
    public static OnvolledigeDatum? Van(Content? content) => Lees(content?.AsString());

    /// <summary>Null when this is no date; whether somebody can be born on it is asked with <see cref="KanGeboorteZijn"/>.</summary>
    public static OnvolledigeDatum? Lees(string? tekst) => tekst?.Trim() is not { } kort ? null : kort.Length switch
    {
        4 when Getal(kort, "yyyy") is { } jaar => new(jaar.Year, null, null),
        7 when Getal(kort, "yyyy-MM") is { } maand => new(maand.Year, maand.Month, null),
        10 when Getal(kort, "yyyy-MM-dd") is { } dag => Van(dag),
        _ => null,
    };

    /// <summary>Not after this day, and not so long ago that it must be a mistake.</summary>
    public bool KanGeboorteZijn(DateOnly vandaag) => Eerste >= Vroegste && Eerste <= vandaag;

    /// <summary>Whole years on a day; null when that is not certain. Who was born on 29 February has his birthday on 1 March in other years.</summary>
    public int? Leeftijd(DateOnly op) => Leeftijden(op) is var (jongste, oudste) && jongste == oudste ? jongste : null;

    /// <summary>The youngest and the oldest that somebody of this birth date can be on a day; null before he can be born.</summary>
    public (int Jongste, int Oudste)? Leeftijden(DateOnly op) => Eerste > op ? null : (Jaren(Laatste < op ? Laatste : op, op), Jaren(Eerste, op));

    /// <summary>Not certainly of age: as long as it can be, somebody counts as a child.</summary>
    public bool KanKindZijn(DateOnly op) => Leeftijden(op) is var (jongste, _) && jongste < 18;

    /// <summary>As people write it in a form: <c>12-03-1950</c>, <c>03-1950</c> or <c>1950</c>.</summary>
    public string Geschreven => string.Join('-', ToString().Split('-').Reverse());

    /// <summary>For a sentence: <c>12 maart 1950</c>, <c>maart 1950</c> or <c>1950</c>.</summary>
    public string InWoorden() => Schrijfwijze.Datum(Eerste) is var dag && IsVolledig ? dag : Maand is null ? ToString() : dag.Split(' ', 2)[1];

    public override string ToString() => (Maand, Dag) switch
    {
        ({ } maand, { } dag) => string.Create(CultureInfo.InvariantCulture, $"{Jaar:0000}-{maand:00}-{dag:00}"),
        ({ } maand, null) => string.Create(CultureInfo.InvariantCulture, $"{Jaar:0000}-{maand:00}"),
        _ => Jaar.ToString("0000", CultureInfo.InvariantCulture),
    };

    static DateOnly? Getal(string tekst, string vorm) => DateOnly.TryParseExact(tekst, vorm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    static int Jaren(DateOnly geboren, DateOnly op) => op.Year - geboren.Year - ((op.Month, op.Day).CompareTo((geboren.Month, geboren.Day)) < 0 ? 1 : 0);
}
