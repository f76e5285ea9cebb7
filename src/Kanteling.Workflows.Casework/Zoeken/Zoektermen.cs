using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>What a term is of. Stable: the word stands in the table.</summary>
public static class Zoeksoort
{
    public const string Naam = "naam";
    public const string Adres = "adres";
    public const string Geboren = "geboren";
    public const string Telefoon = "telefoon";
    public const string Nummer = "nummer";
    public const string Bsn = "bsn";

    /// <summary>In which order hits stand.</summary>
    public const string Volgorde = "volgorde";

    /// <summary>To whom a household is related: what the question of access asks of it, see <c>Betrokkenen</c>.</summary>
    public const string Betrokken = "betrokken";
}

/// <summary>By which somebody is found. Those of one place are ways to write one word.</summary>
/// <param name="Persoon">Whose it is; empty for what the whole household has, such as its address.</param>
/// <param name="Plek">Which word of that person it is, so that one word never answers two that were typed.</param>
public readonly record struct Zoekterm(string Persoon, string Soort, int Plek, string Term);

/// <summary>The terms of a household: one pure function of how it stands now.</summary>
public static class Zoektermen
{
    /// <summary>The household itself, as if it were somebody: its name is not the name of everybody in it.</summary>
    public const string Huisnaam = "h";

    // Where the words of a date, a number and a phone stand: no name has so many.
    const int Datumplek = 200;
    const int Nummerplek = 300;
    const int MeesteWoorden = 40;
    const int Langste = 60;

    /// <param name="stream">Its id.</param>
    /// <param name="bsn">Makes the term of a BSN: a keyed hash.</param>
    public static ImmutableArray<Zoekterm> Van(StreamId stream, Huishouden h, Func<string, string> bsn) => Van(Vindbaar.Van(stream, h), bsn);

    public static ImmutableArray<Zoekterm> Van(Vindbaar h, Func<string, string> bsn) =>
    [
        .. ((IEnumerable<Zoekterm>)[.. Huis(h), .. h.Personen.SelectMany(p => Persoon(p, bsn))]).Distinct()
            .OrderBy(t => t.Persoon, StringComparer.Ordinal).ThenBy(t => t.Soort, StringComparer.Ordinal).ThenBy(t => t.Plek).ThenBy(t => t.Term, StringComparer.Ordinal),
    ];

    static IEnumerable<Zoekterm> Huis(Vindbaar h)
    {
        if (h.Naam is { } naam)
        {
            foreach (var term in Woorden(Huisnaam, Zoeksoort.Naam, [naam]))
                yield return term;
        }
        yield return Volgorde("", Sorteersleutel.Van(h.Naam ?? ""));
        foreach (var term in Woorden("", Zoeksoort.Adres, h.Adressen))
            yield return term;
        foreach (var (n, nummer) in h.Nummers.Index())
            yield return new("", Zoeksoort.Nummer, Nummerplek + n, Kort(Schrijfvorm.Plat(nummer)));
    }

    static IEnumerable<Zoekterm> Persoon(Vindbaarpersoon p, Func<string, string> bsn)
    {
        var id = p.Id.Text;
        foreach (var term in Woorden(id, Zoeksoort.Naam, p.Namen))
            yield return term;
        yield return Volgorde(id, p.Namen is [var eerste, ..] ? Sorteersleutel.Van(eerste, p.Geslachtsnaam) : "");
        if (p.Geboren is { } dag)
            yield return new(id, Zoeksoort.Geboren, Datumplek, dag.Length switch { 4 or 7 => dag + "-", _ => Kort(dag) });
        foreach (var (n, telefoon) in p.Telefoons.Index())
            yield return new(id, Zoeksoort.Telefoon, Nummerplek + n, Nummers.Telefoon(telefoon) ?? Kort(Schrijfvorm.Plat(telefoon)));
        if (p.Bsn is { } nummer)
            yield return new(id, Zoeksoort.Bsn, Nummerplek, bsn(nummer));
    }

    // "~" comes after every word that can be typed: no search passes through the order.
    static Zoekterm Volgorde(string persoon, string sleutel) => new(persoon, Zoeksoort.Volgorde, 0, "~" + (sleutel.Length <= Langste * 2 ? sleutel : sleutel[..(Langste * 2)]));

    static IEnumerable<Zoekterm> Woorden(string persoon, string soort, IEnumerable<string> teksten)
    {
        var plek = 0;
        foreach (var tekst in teksten)
        {
            var delen = Schrijfvorm.Delen(Nummers.PostcodeAaneen(tekst)).Take(MeesteWoorden).ToList();
            for (var n = 0; n < delen.Count; n++)
            {
                foreach (var vorm in Schrijfvorm.Vormen(delen[n]).Concat(Aaneen(delen, n)))
                    yield return new(persoon, soort, plek + n, Kort(vorm));
            }
            plek += delen.Count;
        }
    }

    /// <summary>What somebody may write as one word from here: with the next one, or tussenvoegsels with the name after them. It stands where it begins.</summary>
    static IEnumerable<string> Aaneen(List<string> delen, int begin)
    {
        if (begin + 1 >= delen.Count)
            return [];
        var einde = begin;
        while (einde + 1 < delen.Count && Tussenwoorden.IsVoegsel(Schrijfvorm.Plat(delen[einde])))
            einde++;
        var twee = Schrijfvorm.Vormen(delen[begin] + delen[begin + 1]);
        return einde > begin + 1 ? [.. twee, .. Schrijfvorm.Vormen(string.Concat(delen[begin..(einde + 1)]))] : twee;
    }

    static string Kort(string term) => term.Length <= Langste ? term : term[..Langste];
}

/// <summary>Numbers as people write them.</summary>
static class Nummers
{
    /// <summary>A Dutch phone number as ten digits; null when it is none.</summary>
    public static string? Telefoon(string tekst)
    {
        var cijfers = string.Concat(tekst.Where(char.IsAsciiDigit));
        if (tekst.TrimStart().StartsWith('+') && cijfers.StartsWith("31", StringComparison.Ordinal))
            cijfers = "0" + cijfers[2..].TrimStart('0');
        else if (cijfers.StartsWith("0031", StringComparison.Ordinal))
            cijfers = "0" + cijfers[4..].TrimStart('0');
        return cijfers.Length == 10 && cijfers[0] == '0' && cijfers[1] != '0' ? cijfers : null;
    }

    /// <summary>Whether these nine digits are a BSN by the elfproef.</summary>
    public static bool IsBsn(string cijfers)
    {
        if (cijfers.Length != 9 || !cijfers.All(char.IsAsciiDigit) || cijfers == "000000000")
            return false;
        var som = -(cijfers[8] - '0');
        for (var n = 0; n < 8; n++)
            som += (9 - n) * (cijfers[n] - '0');
        return som % 11 == 0;
    }

    /// <summary>The text with every postcode as one word.</summary>
    public static string PostcodeAaneen(string tekst)
    {
        for (var n = 0; n + 7 <= tekst.Length; n++)
        {
            var vrij = (n == 0 || !char.IsLetterOrDigit(tekst[n - 1])) && (n + 7 == tekst.Length || !char.IsLetterOrDigit(tekst[n + 7]));
            if (vrij && tekst.AsSpan(n, 4).IndexOfAnyExceptInRange('0', '9') < 0 && tekst[n + 4] == ' ' && char.IsAsciiLetter(tekst[n + 5]) && char.IsAsciiLetter(tekst[n + 6]))
                tekst = tekst.Remove(n + 4, 1);
        }
        return tekst;
    }
}
