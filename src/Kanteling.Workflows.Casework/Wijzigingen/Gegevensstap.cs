using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>
/// Who somebody is and how to reach him: completed, mended, or somebody new. Began for a person, it asks what is known of him; without
/// one it asks who comes. A form of a gemeente may ask less: what it does not ask, stays as it was.
/// </summary>
static class Gegevensstap
{
    const string Vastgelegd = "Vastgelegd";

    /// <summary>Also for what was begun by mistake, or turns out to be right already.</summary>
    static readonly ImmutableArray<Weg> Wegen =
    [
        new(Vastgelegd, "Leg dit vast", "De gegevens staan daarna bij het huishouden."), new("Niet nodig", "Er hoeft niets te veranderen", "Alles blijft zoals het is."),
    ];

    static readonly ImmutableArray<Leesveld> VanIemand =
    [
        Leesveld.MagGroep("naam", Namen.Naam) with { Nodig = true }, Leesveld.Mag("geboortedatum", VeldSoort.OnvolledigeDatum), Leesveld.Mag("rol", VeldSoort.Tekst), Leesveld.MagKeuze<Geslacht>("geslacht"),
        Leesveld.Mag("bsn", VeldSoort.Tekst), Leesveld.Mag("telefoon", VeldSoort.Tekst), Leesveld.Mag("mail", VeldSoort.Tekst), Leesveld.MagKeuze<Contactwijze>("voorkeur"), Leesveld.Mag("taal", VeldSoort.Tekst),
        Leesveld.Mag("huisarts", VeldSoort.Tekst), Leesveld.Mag("geheimAdres", VeldSoort.JaNee), Leesveld.Mag("gezag", VeldSoort.Lijst), Leesveld.Mag("relaties", VeldSoort.Lijst),
    ];

    /// <summary>First for somebody new, then for who is here.</summary>
    static readonly ImmutableArray<Stap> Rijen = [Toevoegen(), Bijwerken()];

    public static readonly Stap GegevensVastleggen = Rijen[0] with { IsRij = false, Rijen = Rijen, Rij = c => Rijen[Wijzigingsinvoer.Lees(c.Instance.Input.AsObject(), c.Dossier).Persoon is null ? 0 : 1] };

    static Stap Bijwerken() => Rij("Gegevens aanvullen of verbeteren", "Wat we van iemand weten, moet kloppen. Vul aan wat ontbreekt en verbeter wat anders is.", "gegevens") with
    {
        Leest = [.. VanIemand, Leesveld.MagGroep("adres", Adressen.Naam), Leesveld.Mag("bsnWeg", VeldSoort.JaNee)],
        OokNaOverlijden = true,
        Over = s => Woorden.Van(Wie(s)?.Naam) is { } naam ? $"Het gaat om {naam}." : null,
        Vooraf = Bekend,
        Bezwaren = s => s.Uitkomst == Vastgelegd ? Bezwaren(s, Wie(s)) : [],
        Feiten = s => s.Uitkomst == Vastgelegd ? [.. Persoonsfeit(s, Wie(s)!), .. Adresfeit(s)] : [],
    };

    static Stap Toevoegen() => Rij("Iemand toevoegen", "Er komt iemand bij in dit huishouden: door geboorte, of omdat iemand hier komt wonen.", "persoon-toevoegen") with
    {
        Leest = [.. VanIemand, Leesveld.MoetKeuze<Komst>("komst"), Leesveld.Moet("vanaf", VeldSoort.Datum)],
        Vooraf = s => new() { ["vanaf"] = Voorinvulling.Dag(s.Vandaag) },
        Bezwaren = s => s.Uitkomst == Vastgelegd ? [.. Elders(s), .. Bezwaren(s, null)] : [],
        Feiten = s => s.Uitkomst == Vastgelegd ? [Komt(s)] : [],
    };

    static Stap Rij(string titel, string waarom, string formulier) => new("GegevensVastleggen", "Wijziging", titel, waarom, Wegen)
    {
        Waarde = "U hoeft uw gegevens maar één keer te geven, en wij bereiken u zoals u dat wilt.",
        Bronnen = ["Wmo 2015, artikel 2.3.8"],
        IsRij = true,
        Formulier = formulier,
        Termijn = "5 werkdagen",
    };

    /// <summary>Nobody comes to live in a household that went up in another.</summary>
    static IEnumerable<Refusal> Elders(Invulling s) => s.Huishouden.OpgegaanIn is { } ander ? [Invulling.Weiger(null, Huishoudcode.HuishoudenSamengevoegd, ander.Text)] : [];

    static Persoon? Wie(Invulling s) => s.Huishouden.Persoon(Wijzigingsstappen.Invoer(s).Persoon);

    /// <summary>The answers as what is of the household and not of one procedure.</summary>
    static Antwoorden Antwoorden(Invulling s) => s.Antwoorden with { Dossier = null };

    static bool Gevraagd(Invulling s, string veld) => s.Formulier?.Velden.Any(v => v.Id == veld) == true;

    static Func<JsonNode?, PersoonId?> Hier(Invulling s) => wie => Waarde.Tekst(wie) is { Length: > 0 } id && s.Huishouden.Persoon(new(id)) is { } persoon ? persoon.Id : null;

    static IEnumerable<Refusal> Bezwaren(Invulling s, Persoon? wie)
    {
        var a = Antwoorden(s);
        foreach (var nee in Persoonsinvoer.Bezwaren(a, s.Vandaag, Hier(s)).Concat(Persoonsinvoer.Dubbel(a, s.Huishouden, wie?.Id, [])))
            yield return nee;
        if (wie is null && s.Dag("vanaf") > s.Vandaag)
            yield return s.Antwoorden.Weiger("vanaf", Huishoudcode.WijzigingInToekomst, Schrijfwijze.Dag(s.Dag("vanaf")));
        if (wie is null)
            yield break;
        foreach (var rij in a.Rijen("relaties").Where(rij => rij.Id<PersoonId>("tot") == wie.Id))
            yield return rij.Weiger("tot", Persoonscode.PersoonMetZichzelf);
        foreach (var rij in a.Rijen("gezag").Where(rij => rij.Id<PersoonId>("door") == wie.Id))
            yield return rij.Weiger("door", Persoonscode.PersoonMetZichzelf);
    }

    /// <summary>What he becomes; nothing when that is what he was.</summary>
    static IEnumerable<object> Persoonsfeit(Invulling s, Persoon was)
    {
        var wordt = Wordt(s, was);
        if (Gevraagd(s, "bsnWeg") && s.JaNee("bsnWeg") && wordt.Bsn == was.Bsn)
            wordt = wordt with { Bsn = null };
        return Zelfde(was, wordt) ? [] : [new PersoonsgegevensVastgelegd(was.Id, wordt, s.Vandaag)];
    }

    static PersoonsgegevensVastgelegd Komt(Invulling s)
    {
        var id = s.Huishouden.NieuwePersonen().First();
        return new(id, Wordt(s, new Persoon(id, Content.Of(null, "naam", "onbekend"), null, null, [])), s.Dag("vanaf")) { Komst = s.Antwoorden.Keuze<Komst>("komst") ?? Komst.WoondeHierAl };
    }

    static Persoon Wordt(Invulling s, Persoon was)
    {
        var a = Antwoorden(s);
        var wordt = Persoonsinvoer.Lees(a, was, veld => Gevraagd(s, veld), Hier(s));
        return Gevraagd(s, "relaties")
            ? wordt with { Relaties = [.. from rij in a.Rijen("relaties") where rij.Id<PersoonId>("tot") is not null && rij.Keuze<Relatiesoort>("soort") is not null select new Relatie(rij.Id<PersoonId>("tot")!.Value, rij.Keuze<Relatiesoort>("soort")!.Value)] }
            : wordt;
    }

    static IEnumerable<object> Adresfeit(Invulling s)
    {
        var h = s.Huishouden;
        if (!Gevraagd(s, "adres") || h.Naam is not { } naam || Persoonsinvoer.Adres(Antwoorden(s)) is not { } adres || adres.Text == h.Adres?.Text)
            return [];
        return [new HuishoudengegevensVastgelegd(naam, adres, s.Vandaag)];
    }

    /// <summary>
    /// What is known of him, to be completed; a name that was told whole is taken apart for who looks, and a BSN is never filled in beforehand. Nor is the
    /// address: it is of the whole household, so two forms that lie open would put back what the other changed, and it may be secret.
    /// </summary>
    static JsonObject Bekend(Invulling s)
    {
        if (Wie(s) is not { } p)
            return [];
        var vooraf = Persoonsinvoer.Json(p, s.Huishouden);
        vooraf["naam"] = Persoonsnaam.Van(p.Naam)?.Uiteen().ToJson();
        if (!p.Relaties.IsEmpty)
            vooraf["relaties"] = new JsonArray([.. p.Relaties.Select(r => Voorinvulling.Rij(("tot", r.Tot.Text), ("soort", r.Soort.Woord())))]);
        return new JsonObject(vooraf.Where(v => v.Value is not null && Gevraagd(s, v.Key)).Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone())));
    }

    static bool Zelfde(Persoon een, Persoon ander) => JsonSerializer.Serialize(een, Huishoudenopslag.Json) == JsonSerializer.Serialize(ander, Huishoudenopslag.Json);
}
