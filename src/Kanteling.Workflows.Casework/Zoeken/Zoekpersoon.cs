using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>
/// Somebody who is looked for in all households. The law of this file: what is asked can be of one person only, so that nobody browses
/// with it: a BSN, or a whole surname with a first name (or initials) and a whole birth date, or with a postcode and house number. Words are
/// compared as a search compares them, and whole.
/// </summary>
/// <param name="Bsn">When it is given, nothing else counts.</param>
public sealed record Zoekpersoon(string? Voornaam, string? Achternaam, OnvolledigeDatum? Geboren, Adres? Adres, Bsn? Bsn)
{
    /// <summary>How long each part may be.</summary>
    public const int Langste = 60;

    /// <summary>What to look for in the table of terms. Who comes back is asked with <see cref="Is"/>; the surname stands last, because what is typed may be cut off.</summary>
    public IEnumerable<string> Vragen => Bsn is { } bsn ? [bsn.Cijfers] :
    [
        .. MetDatum ? [$"{Geboren} {Achternaam}"] : Array.Empty<string>(), .. Adres is { } adres ? [$"{adres.Postcode} {Achternaam}"] : Array.Empty<string>(),
    ];

    bool MetDatum => Geboren is not null && Voornaam is not null;

    /// <summary>What was typed, read; with what is missing or wrong, by field, when it is not enough.</summary>
    /// <param name="vandaag">For a year of two digits.</param>
    public static (Zoekpersoon Wie, ImmutableArray<Refusal> Fouten) Lees(string? voornaam, string? achternaam, string? geboortedatum, (string? Postcode, string? Huisnummer) waar, string? bsn, DateOnly vandaag)
    {
        var (voor, achter, geboren, postcode, huisnummer, nummer) = (
            Persoonsnaam.Schoon(voornaam), Persoonsnaam.Schoon(achternaam), Persoonsnaam.Schoon(geboortedatum), Persoonsnaam.Schoon(waar.Postcode), Persoonsnaam.Schoon(waar.Huisnummer), Persoonsnaam.Schoon(bsn));
        if (nummer is not null)
        {
            var bekend = Huishoudens.Bsn.Lees(nummer);
            return (new(null, null, null, null, bekend), bekend is null ? [new(Huishoudens.Bsn.HeeftNegenCijfers(nummer) ? Persoonscode.BsnOnjuist : Persoonscode.BsnGeenNegenCijfers, [], "bsn")] : []);
        }
        var dag = Datumlezer.Lees(geboren, vandaag);
        var json = new JsonObject { ["postcode"] = postcode, ["huisnummer"] = huisnummer };
        var wie = new Zoekpersoon(voor, achter, dag, postcode is null || huisnummer is null ? null : Huishoudens.Adres.Lees(json), null);
        Refusal[] vorm =
        [
            .. TeLang(voor, "voornaam"), .. TeLang(achter, "achternaam"),
            .. geboren is not null && dag is not { IsVolledig: true } ? [new Refusal(Noodcode.GeboortedatumHeel, [], "geboortedatum")] : Array.Empty<Refusal>(),
            .. Huishoudens.Adres.Vreemd(json).Select(deel => new Refusal(deel == "postcode" ? Persoonscode.PostcodeOnjuist : Persoonscode.HuisnummerOnjuist, [], deel == "postcode" ? deel : "huisnummer")),
        ];
        return (wie, vorm.Length > 0 ? [.. vorm] : Ontbreekt(wie, geboren is null && postcode is null && huisnummer is null, postcode, huisnummer) is { } mist ? [mist] : []);
    }

    /// <summary>Whether this is the one.</summary>
    /// <param name="adres">As everybody may know it; null when it is secret.</param>
    public bool Is(Persoon p, Adres? adres)
    {
        if (Bsn is { } bsn)
            return Huishoudens.Bsn.Van(p.Bsn) == bsn;
        if (Namen.Van(Persoonsnaam.Van(p.Naam)) is not { } zijn || !Zoektermen.Heet(zijn.Achter, Achternaam!))
            return false;
        var (voornaam, dag) = (Voornaam is null ? null : zijn.Heet(Voornaam), Geboren is null ? null : Past(p.Geboren));
        return (MetDatum && (voornaam, dag) is (true, not false) or (null, true)) || (Adres is { } huis && adres is not null && Woont(huis, adres) && voornaam != false && dag != false);
    }

    static Refusal[] TeLang(string? tekst, string veld) => tekst?.Length > Langste ? [new(Persoonscode.PersoonstekstTeLang, [$"{Langste}"], veld)] : [];

    /// <summary>What is still missing; null when it is enough.</summary>
    static Refusal? Ontbreekt(Zoekpersoon wie, bool alleenNaam, string? postcode, string? huisnummer) => wie switch
    {
        { Achternaam: null, Voornaam: null } when alleenNaam => new(Noodcode.WieNodig, [], "achternaam"),
        { Achternaam: null } => new(Noodcode.AchternaamNodig, [], "achternaam"),
        { Achternaam: { } naam } when Schrijfvorm.Woorden(naam).Count == 0 => new(Noodcode.AchternaamNodig, [], "achternaam"),
        { Adres: not null } or { MetDatum: true } => null,
        _ when postcode is not null => new(Noodcode.HuisnummerNodig, [], "huisnummer"),
        _ when huisnummer is not null => new(Noodcode.PostcodeNodig, [], "postcode"),
        { Geboren: not null } => new(Noodcode.VoornaamNodig, [], "voornaam"),
        _ => new(Noodcode.GeboortedatumNodig, [], "geboortedatum"),
    };

    /// <summary>True on the day itself, false when it cannot be, null when of his birth date only a part is known.</summary>
    bool? Past(OnvolledigeDatum? zijn) => zijn is not { } dag ? false : dag.IsVolledig ? dag == Geboren : dag.Eerste <= Geboren!.Value.Eerste && Geboren.Value.Eerste <= dag.Laatste ? null : false;

    static bool Woont(Adres huis, Adres zijn)
    {
        if (zijn.Geheel is { } geheel)
        {
            var woorden = Schrijfvorm.Woorden(Nummers.PostcodeAaneen(geheel));
            return woorden.Contains(Schrijfvorm.Plat(huis.Postcode!)) && woorden.Any(w => w == $"{huis.Huisnummer}" || w.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]) == $"{huis.Huisnummer}");
        }
        return huis.Postcode == zijn.Postcode && huis.Huisnummer == zijn.Huisnummer && Gelijk(huis.Huisletter, zijn.Huisletter) && Gelijk(huis.Huisnummertoevoeging, zijn.Huisnummertoevoeging);
    }

    /// <summary>What was not typed may be anything.</summary>
    static bool Gelijk(string? getypt, string? zijn) => getypt is null || string.Equals(getypt, zijn, StringComparison.OrdinalIgnoreCase);

    /// <summary>The names of somebody, apart; one that was told whole is cut after its first word.</summary>
    /// <param name="Letters">The first letters of his first names, as far as they are known.</param>
    sealed record Namen(ImmutableArray<string> Voor, ImmutableArray<string> Achter, string Letters)
    {
        public static Namen? Van(Persoonsnaam? naam)
        {
            if (naam is null)
                return null;
            if (naam.Geheel is { } geheel)
            {
                var woorden = Schrijfvorm.Delen(geheel).Where(w => !Tussenwoorden.IsAanspraak(Schrijfvorm.Plat(w))).ToList();
                return woorden is [var eerste, _, ..] && !Tussenwoorden.IsVoegsel(Schrijfvorm.Plat(eerste)) ? new([eerste], [string.Join(' ', woorden[1..])], Schrijfvorm.Plat(eerste)[..1]) : new([], [string.Join(' ', woorden)], "");
            }
            string[] voor = [.. ((string?[])[naam.Roepnaam, naam.Voornamen]).OfType<string>()];
            return new([.. voor], [.. ((string?[])[naam.Eigen?.Volledig, naam.Partner?.Volledig]).OfType<string>()], Eerste(naam.Voorletters ?? naam.Voornamen ?? naam.Roepnaam ?? ""));
        }

        /// <summary>Null when no first name of his is known.</summary>
        public bool? Heet(string getypt)
        {
            if (Voor.IsEmpty && Letters.Length == 0)
                return null;
            if (Zoektermen.Heet(Voor, getypt))
                return true;
            var eerste = Eerste(getypt);
            var letters = Voor.IsEmpty || getypt.Contains('.') || getypt.Length == 1 || (getypt.Length <= 4 && getypt.All(char.IsUpper));
            return letters && eerste.Length > 0 && Letters.Length > 0 && (Letters.StartsWith(eerste, StringComparison.Ordinal) || eerste.StartsWith(Letters, StringComparison.Ordinal));
        }

        /// <summary>The first letter of each word; of a few capitals written as one, each letter.</summary>
        static string Eerste(string tekst) => tekst.Length <= 4 && tekst.All(char.IsUpper) ? Schrijfvorm.Plat(tekst) : string.Concat(Schrijfvorm.Woorden(tekst).Select(w => w[..1]));
    }
}
