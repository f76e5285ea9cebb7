using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Omvang = Kanteling.Workflows.Casework.Huishoudens.Omvang;

namespace Kanteling.Workflows.Casework.Onderzoeken;

/// <summary>The rest after the circles: only that can be maatwerk (art. 2.3.5 l3 Wmo 2015).</summary>
static class Maatwerkstap
{
    public static readonly Stap MaatwerkWegen = new(
        "MaatwerkWegen", "Cirkels", "Maatwerk wegen", "Wat blijft er over na de eerste drie cirkels? We schrijven op wat en hoeveel, en leggen uit wat een pgb is en wat het kost.", Stap.Klaar)
    {
        Waarde = "U weet wat er over blijft, wat u kunt kiezen en wat het kost.",
        Bronnen = ["Wmo 2015, artikel 2.3.5, derde lid", "Wmo 2015, artikel 2.3.2, vierde lid, onder g, en zesde lid", "C5", "L12", "P34"],
        Formulier = "maatwerk-wegen",
        Leest =
        [
            Leesveld.Blok(Maatwerkrijen.Naam), Leesveld.Moet("pgbUitgelegd", VeldSoort.JaNee), Leesveld.Moet("bijdrageUitgelegd", VeldSoort.JaNee),
        ],
        Termijn = Taaktermijn.Dossier,
        Vooraf = s => Voorinvulling.Rijen(Maatwerkrijen.Naam, Open(s).Select(vraag => Voorinvulling.Rij(("hulpvraag", vraag.Id.Text), ("persoon", vraag.Persoon.Text), ("omvang", Voorinvulling.Omvang(Over(s, vraag)))))),
        Bezwaren = s => [.. Uitgelegd(s), .. s.Blok(Maatwerkrijen.Naam).SelectMany(rij => VanRij(s, rij))],
        Feiten = s => [new MaatwerkGewogen(s.Id, [.. s.Blok(Maatwerkrijen.Naam).Select(rij => Rij(s, rij))], s.JaNee("pgbUitgelegd"), s.JaNee("bijdrageUitgelegd"), s.Vandaag)],
    };

    static ImmutableArray<Cirkelrij> Rijen(Invulling s) => [.. s.Onderzoek.Overwegingen.SelectMany(o => o.Rijen)];

    static ImmutableArray<Hulpvraag> Open(Invulling s) => Cirkelweging.Open(s.Hulpvragen, Rijen(s));

    /// <summary>What is left of a hulpvraag, when it can be counted.</summary>
    static Omvang? Over(Invulling s, Hulpvraag vraag) => Cirkelweging.RestVan(vraag, Rijen(s)) is { } rest ? vraag.Omvang with { Aantal = rest } : null;

    static IEnumerable<Refusal> Uitgelegd(Invulling s)
    {
        if (!s.JaNee("pgbUitgelegd"))
            yield return s.Antwoorden.Weiger("pgbUitgelegd", Ondersteuningscode.PgbNietUitgelegd);
        if (!s.JaNee("bijdrageUitgelegd"))
            yield return s.Antwoorden.Weiger("bijdrageUitgelegd", Huishoudcode.BijdrageNietUitgelegd);
    }

    /// <summary>Never more than the rest; and where nothing can be counted the rest is motivated, not invented.</summary>
    static IEnumerable<Refusal> VanRij(Invulling s, Antwoorden rij)
    {
        if (s.Huishouden.Hulpvraag(rij.Id<HulpvraagId>("hulpvraag")) is not { } vraag || rij.Omvang("omvang") is not { } omvang)
            yield break;
        var over = Over(s, vraag);
        var gevraagd = over is null ? null : omvang.In(over.Eenheid!.Value, over.Periode!.Value);
        if (gevraagd > over?.Aantal)
            yield return rij.Weiger("omvang.aantal", Huishoudcode.MaatwerkMeerDanRest, over!.InWoorden(), omvang.InWoorden());
        if (gevraagd is null && rij.Tekst("motivering") is null)
            yield return rij.Weiger("motivering", Huishoudcode.MaatwerkRestZonderMotivering);
        if (s.ProductVoorbij(rij, "product", s.Vandaag) is { } voorbij)
            yield return voorbij;
    }

    static Maatwerkrij Rij(Invulling s, Antwoorden rij) => new(
        rij.Id<HulpvraagId>("hulpvraag")!.Value, rij.Id<PersoonId>("persoon")!.Value, rij.Inhoud("wat")!, rij.Omvang("omvang")!, rij.Keuze<Zwaarte>("zwaarte")!.Value,
        rij.Keuze<Ondersteuningsvorm>("vorm") ?? Ondersteuningsvorm.Natura, rij.Inhoud("motivering"), rij.Inhoud("omgeving"))
    {
        Product = s.Product(rij, "product"),
    };
}
