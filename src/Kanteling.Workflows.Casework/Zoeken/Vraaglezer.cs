using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>Cuts what was typed into dates, numbers and words, in every way in which it can be read.</summary>
static partial class Vraaglezer
{
    const int MeesteWoorden = 8;

    // With fewer digits many numbers end so.
    const int KortsteTelefoon = 7;

    /// <summary>The readings, the likeliest first.</summary>
    public static IEnumerable<IReadOnlyList<Getypt>> Lezingen(string tekst, Func<string, IEnumerable<string>> bsn)
    {
        var los = Lees(tekst, bsn, maandAlleen: true);
        var aaneen = Nummers.PostcodeAaneen(tekst) is var met && met != tekst ? Lees(met, bsn, maandAlleen: true) : null;
        var namen = Lees(tekst, bsn, maandAlleen: false);
        foreach (var delen in (List<Deel>?[])[aaneen, los, namen.Count == los.Count ? null : namen])
        {
            if (delen is not null)
                yield return Gewoon(delen);
        }
        // One name that somebody wrote as two, or with a hyphen.
        var woorden = aaneen ?? namen;
        foreach (var heel in Aaneen(woorden))
            yield return Gewoon(heel);
        // Of somebody only the first letter may be known.
        if (Gewoon(woorden) is [{ IsBegin: true, Tekst.Length: > 1 } voornaam, _, ..] lezing && char.IsLetter(voornaam.Tekst[0]))
            yield return [new Getypt(voornaam.Tekst[..1], false, [Bereik.Precies(voornaam.Tekst[..1])]), .. lezing.Skip(1)];
    }

    /// <summary>What is typed beside a name is passed over when there is anything else.</summary>
    static IReadOnlyList<Getypt> Gewoon(List<Deel> delen)
    {
        var echt = delen.Where(d => !d.IsBijwerk).ToList();
        var ruimte = Zoekvraag.MeesteBereiken;
        return [.. (echt.Count > 0 ? echt : delen).Take(MeesteWoorden).Select(d => d.Woord).TakeWhile(woord => (ruimte -= woord.Bereiken.Length) >= 0)];
    }

    /// <summary>Tussenvoegsels with the name after them as one; and each pair of words as one.</summary>
    static IEnumerable<List<Deel>> Aaneen(List<Deel> delen)
    {
        for (var begin = 0; begin + 1 < delen.Count; begin++)
        {
            if (delen[begin].Geschreven is null || delen[begin + 1].Geschreven is null)
                continue;
            var einde = begin + 1;
            while (einde + 1 < delen.Count && delen[einde].IsBijwerk && delen[begin].IsBijwerk && delen[einde + 1].Geschreven is not null)
                einde++;
            yield return [.. delen[..begin], Deel.Van(string.Concat(delen[begin..(einde + 1)].Select(d => d.Geschreven))), .. delen[(einde + 1)..]];
            if (delen[begin].IsBijwerk)
                begin = einde - 1;
        }
    }

    /// <param name="maandAlleen">Whether mei 1950 is a month of a year; otherwise it is a name and a year.</param>
    static List<Deel> Lees(string tekst, Func<string, IEnumerable<string>> bsn, bool maandAlleen)
    {
        var (delen, plek) = (new List<Deel>(), 0);
        while (plek < tekst.Length)
        {
            var (begin, einde, deel) = Eerste(tekst, plek, bsn, maandAlleen);
            delen.AddRange(Schrijfvorm.Delen(tekst[plek..begin]).Select(los => los.All(char.IsAsciiDigit) ? Cijfers(los, bsn) : Deel.Van(los)));
            if (deel is not null)
                delen.Add(deel);
            plek = einde;
        }
        return delen;
    }

    /// <summary>The first date or number from a place on, and where it stands; nothing at the end.</summary>
    static (int Begin, int Einde, Deel? Deel) Eerste(string tekst, int vanaf, Func<string, IEnumerable<string>> bsn, bool maandAlleen)
    {
        // A phone number may look as if it began with a date, and a mail address with both.
        var gevonden = Mail().Matches(tekst, vanaf).Select(m => (m.Index, Einde: m.Index + m.Length, Deel: (Deel?)Post(m)))
            .Concat(Telefoon().Matches(tekst, vanaf).Select(m => (m.Index, Einde: m.Index + m.Length, Deel: Uit(m, bsn))))
            .Concat(Bijzonder().Matches(tekst, vanaf).Select(m => (m.Index, Einde: m.Index + m.Length, Deel: Datum(m, bsn, maandAlleen))))
            .Where(d => d.Deel is not null).OrderBy(d => d.Index).FirstOrDefault();
        return gevonden.Deel is null ? (tekst.Length, tekst.Length, null) : gevonden;
    }

    static Deel Post(Match m)
    {
        var adres = Zoektermen.Kort(Nummers.Mail(m.Value));
        return Deel.Precies(adres, [Bereik.Precies(adres)]);
    }

    /// <summary>A phone number, or a BSN in groups; null when it only looks like one.</summary>
    static Deel? Uit(Match m, Func<string, IEnumerable<string>> bsn)
    {
        if (Nummers.Telefoon(m.Value) is { } telefoon)
            return Deel.Precies(telefoon, [Bereik.Precies(telefoon)]);
        var cijfers = string.Concat(m.Value.Where(char.IsAsciiDigit));
        if (cijfers.Length != 9 || Bsn.Lees(cijfers) is not { } nummer)
            return null;
        return m.Value == cijfers ? Cijfers(cijfers, bsn) : Deel.Precies(cijfers, [.. bsn(nummer.Cijfers).Select(Bereik.Precies)]);
    }

    static Deel? Datum(Match m, Func<string, IEnumerable<string>> bsn, bool maandAlleen) =>
        Datumlezer.Uit(m) is not { } datum ? Cijfers(m.Value, bsn)
        : datum.Dag == 0 && !maandAlleen ? null
        : Datum(datum.Jaar, datum.Maand, datum.Dag);

    /// <param name="jaar">Of two digits when it was typed so: of this century or the one before.</param>
    /// <param name="dag">0 when only a month was typed.</param>
    static Deel? Datum(int jaar, int maand, int dag)
    {
        var bereiken = ImmutableArray.CreateBuilder<Bereik>();
        foreach (var heel in jaar < 100 ? (int[])[1900 + jaar, 2000 + jaar] : [jaar])
        {
            if (heel is < 1000 or > 9999 || maand is < 1 or > 12 || dag > DateTime.DaysInMonth(heel, maand))
                continue;
            var (zonder, met) = (string.Create(CultureInfo.InvariantCulture, $"{heel:0000}-"), string.Create(CultureInfo.InvariantCulture, $"{heel:0000}-{maand:00}-"));
            if (dag == 0)
                bereiken.AddRange(Bereik.Begin(met), Bereik.Precies(zonder));
            else
                bereiken.AddRange(Bereik.Precies(string.Create(CultureInfo.InvariantCulture, $"{met}{dag:00}")), Bereik.Precies(met), Bereik.Precies(zonder));
        }
        return bereiken.Count == 0 ? null : Deel.Precies($"{jaar}-{maand}-{dag}", bereiken.ToImmutable());
    }

    /// <summary>Digits alone: a house number, the beginning of a postcode, a year, a date without marks, a number of ours, a phone number without its 0 or 06, or a BSN.</summary>
    static Deel Cijfers(string cijfers, Func<string, IEnumerable<string>> bsn)
    {
        var bereiken = ImmutableArray.Create(Bereik.Precies(cijfers));
        if (cijfers.Length == 4)
            bereiken = bereiken.Add(Bereik.Begin(cijfers + "-")).Add(new Bereik(cijfers + "a", cijfers + "{"));
        foreach (var (jaar, maand, dag, _) in Datumlezer.Aaneen(cijfers))
            bereiken = bereiken.AddRange(Datum(jaar, maand, dag)?.Woord.Bereiken ?? []);
        if (cijfers.Length is >= KortsteTelefoon and < 10)
            bereiken = bereiken.Add(Bereik.Begin(Nummers.Achteruit(cijfers)));
        if (Bsn.Lees(cijfers) is { } nummer)
            bereiken = bereiken.AddRange(bsn(nummer.Cijfers).Select(Bereik.Precies));
        return Deel.Precies(cijfers, bereiken);
    }

    /// <summary>One thing of what was typed.</summary>
    /// <param name="Geschreven">The word as it was typed; null for a date or a number.</param>
    sealed record Deel(string? Geschreven, Getypt Woord)
    {
        public bool IsBijwerk => Geschreven is not null && Tussenwoorden.IsBijwerk(Woord.Tekst);

        public static Deel Precies(string tekst, ImmutableArray<Bereik> bereiken) => new(null, new Getypt(tekst, false, bereiken));

        public static Deel Van(string geschreven)
        {
            var plat = Schrijfvorm.Plat(geschreven);
            // A house number with its letter is not the beginning of another.
            if (char.IsAsciiDigit(plat[0]) && plat.Length <= 6)
                return new(geschreven, new Getypt(plat, false, [Bereik.Precies(plat)]));
            var vormen = Schrijfvorm.Vormen(geschreven).ToList();
            // vdBerg is nothing but v.d. Berg.
            if (plat.Length > 4 && plat.StartsWith("vd", StringComparison.Ordinal))
                vormen.AddRange(Schrijfvorm.Vormen(plat[2..]));
            return new(geschreven, new Getypt(plat, true, [.. vormen.Select(Bereik.Begin)]));
        }
    }

    [GeneratedRegex(@"[^\s@,;<>()""]+@[^\s@,;<>()""]+\.[^\s@,;<>()"".]+")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[+(]{0,2}\d[\d\s().-]{6,16}\d(?![\p{L}\p{N}])")]
    private static partial Regex Telefoon();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:" + Datumlezer.Iso + "|" + Datumlezer.Dag + "|(?<woord>" + Datumlezer.Woord + @"(?<wj>\d{4}))|\d+)(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bijzonder();
}
