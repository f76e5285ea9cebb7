using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;

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
    public const string Mail = "mail";

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
    const int Mailplek = 400;
    const int MeesteWoorden = 40;

    /// <summary>Longer terms are cut off, and so is what is asked whole.</summary>
    internal const int Langste = 60;

    /// <summary>Those of a stream as it stands, with who is related to it; none of a shielded one or a trial, which nobody finds by searching.</summary>
    /// <param name="bsn">Makes the term of a BSN: a keyed hash.</param>
    public static ImmutableArray<Zoekterm> Van(Case stream, Domain domain, Func<string, string> bsn) =>
        stream.Domain is not Huishouden { IsGeopend: true, IsAfgeschermd: false } h || Streams.IsTrial(stream.Stream)
            ? []
            : [.. Van(Vindbaar.Van(stream.Stream, h), bsn), .. Betrokkenen.Van(stream, domain).Select(term => new Zoekterm("", Zoeksoort.Betrokken, 0, term))];

    /// <summary>The words of a household.</summary>

    public static ImmutableArray<Zoekterm> Van(Vindbaar h, Func<string, string> bsn) =>
    [
        .. ((IEnumerable<Zoekterm>)[.. Huis(h), .. h.Personen.SelectMany(p => Persoon(p, bsn))]).Distinct()
            .OrderBy(t => t.Persoon, StringComparer.Ordinal).ThenBy(t => t.Soort, StringComparer.Ordinal).ThenBy(t => t.Plek).ThenBy(t => t.Term, StringComparer.Ordinal),
    ];

    /// <summary>Whether somebody is called so: every word of this name is a word of one of his names, whole, in any order and by the same rules of writing as a search.</summary>
    public static bool Heet(Vindbaarpersoon p, string naam) => Heet(p.Namen, naam);

    /// <summary>The same of some of his names.</summary>
    internal static bool Heet(IEnumerable<string> namen, string naam)
    {
        var zijn = Woorden("", Zoeksoort.Naam, namen).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var delen = Schrijfvorm.Delen(naam).Where(deel => !Tussenwoorden.IsAanspraak(Schrijfvorm.Plat(deel))).ToList();
        // Le and Do are surnames too, when nothing stands after them.
        var genoemd = delen.Where(deel => !Tussenwoorden.IsVoegsel(Schrijfvorm.Plat(deel))).ToList() is { Count: > 0 } echt ? echt : delen;
        return genoemd.Count > 0 && genoemd.TrueForAll(deel => Schrijfvorm.Vormen(deel).Any(vorm => zijn.Contains(Kort(vorm))));
    }

    /// <summary>Whether a name has something of what was asked that the name which is shown has not.</summary>
    public static bool HeeftMeer(Zoekvraag vraag, string? naam, string? getoond)
    {
        var (ander, gezien) = (Termen(naam), Termen(getoond));
        return vraag.Woorden.Any(woord => ander.Any(woord.IsVan) && !gezien.Any(woord.IsVan));
    }

    static List<string> Termen(string? naam) => naam is null ? [] : [.. Woorden("", Zoeksoort.Naam, [naam]).Select(t => t.Term)];

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
        yield return Volgorde(id, p.Roep is { } roep ? Sorteersleutel.Van(roep, p.Geslachtsnaam) : "");
        if (p.Geboren is { } dag)
            yield return new(id, Zoeksoort.Geboren, Datumplek, dag.Length switch { 4 or 7 => dag + "-", _ => Kort(dag) });
        foreach (var (n, telefoon) in p.Telefoons.Index())
        {
            var nummer = Nummers.Telefoon(telefoon);
            yield return new(id, Zoeksoort.Telefoon, Nummerplek + n, nummer ?? Kort(Schrijfvorm.Plat(telefoon)));
            if (nummer is not null)
                yield return new(id, Zoeksoort.Telefoon, Nummerplek + n, Nummers.Achteruit(nummer));
        }
        foreach (var (n, mail) in p.Mails.Index())
            yield return new(id, Zoeksoort.Mail, Mailplek + n, Kort(Nummers.Mail(mail)));
        if (p.Bsn is { } cijfers)
            yield return new(id, Zoeksoort.Bsn, Nummerplek, bsn(cijfers));
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

    /// <summary>What somebody may write as one word from here: with the next one, or with tussenvoegsels and the name after them. It stands where it begins.</summary>
    static IEnumerable<string> Aaneen(List<string> delen, int begin)
    {
        if (begin + 1 >= delen.Count)
            return [];
        var einde = begin + 1;
        while (einde + 1 < delen.Count && Tussenwoorden.IsVoegsel(Schrijfvorm.Plat(delen[einde])))
            einde++;
        var twee = Schrijfvorm.Vormen(delen[begin] + delen[begin + 1]);
        return einde > begin + 1 ? [.. twee, .. Schrijfvorm.Vormen(string.Concat(delen[begin..(einde + 1)]))] : twee;
    }

    internal static string Kort(string term) => term.Length <= Langste ? term : term[..Langste];
}
