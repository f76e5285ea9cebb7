using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>What a support is by the lists of the field: product, aanbieder, extent and amount, as a message to an aanbieder needs them.</summary>
public class ProductTests
{
    const string Plan = """{"resultaten":[{"persoon":"p1","levensdomein":"huishoudenVoeren","resultaat":"het huis is schoon","eigenaar":"Wil","datum":"2027-01-01"}],"afspraken":"Henk stofzuigt"}""";

    static string Rij(string product) => $$"""
        {"maatwerkrijen":[{"hulpvraag":"h1","persoon":"p1","wat":"hulp","product":"{{product}}","omvang":{"aantal":1.5,"eenheid":"uur","periode":"week"},"zwaarte":"licht","vorm":"natura"}],
         "pgbUitgelegd":true,"bijdrageUitgelegd":true}
        """;

    static Werkbank Wegen => Werkbank.MetDossier(Feit.TotMaatwerk()).Begin("MaatwerkWegen");

    [Fact]
    public void The_product_that_was_chosen_goes_along_to_the_support()
    {
        var bank = Wegen.Vul(null, Rij("hulp")).Begin("Ondersteuningsplan").Vul(null, Plan);
        bank.Huishouden.MetId(new("o2"))!.Product.ShouldBe(new Product(new Reference("hulp", "hash"), Productcategorie.HulpBijHetHuishouden, new("01A01")));
        bank.Huishouden.MetId(new("o1"))!.Product.ShouldBeNull();
    }

    [Theory]
    [InlineData("bestaat-niet", "PRODUCT_ONBEKEND(Welk product is dat) @maatwerkrijen[0].product")]
    [InlineData("raar", "PRODUCT_ONBEKEND(Welk product is dat) @maatwerkrijen[0].product")]
    [InlineData("vroeger", "PRODUCT_NIET_GELDIG(Welk product, dinsdag 1 september 2026) @maatwerkrijen[0].product")]
    public void One_that_is_not_there_or_not_any_more_is_refused(string product, string weigering) => Wegen.Geweigerd(null, Rij(product)).ShouldHaveSingleItem().ToString().ShouldBe(weigering);

    [Fact]
    public void An_opdracht_keeps_by_which_code_the_aanbieder_is_known()
    {
        var bank = Werkbank.MetDossier(Feit.TotBeschikking()).Op(new(2026, 10, 12)).Begin("Opdracht").Vul("Gestart", """{"opdrachten":[{"ondersteuning":"o1","aanbieder":"zorgbreed","start":"2026-10-12"}],"verzondenOp":"2026-10-08"}""");
        bank.Huishouden.MetId(new("o1"))!.Titel.Agb.ShouldBe(new Agbcode("75000001"));
    }

    [Fact]
    public void Spoed_names_product_and_aanbieder_too()
    {
        var bank = Werkbank.MetDossier().Begin("Spoedvoorziening").Vul("Gestart", """{"persoon":"p1","wat":"nachtzorg","product":"hulp","omvang":{"aantal":7,"eenheid":"uur","periode":"week"},"aanbieder":"zorgbreed","start":"2026-09-01","einde":"2026-09-29","motivering":"gevallen"}""");
        var o = bank.Huishouden.Lopend.ShouldHaveSingleItem();
        (o.Product!.Categorie, o.Titel.Agb).ShouldBe((Productcategorie.HulpBijHetHuishouden, new Agbcode("75000001")));
    }

    [Theory]
    [InlineData("2", "uur", "week", "2 04 2")]
    [InlineData("1.5", "uur", "week", "90 01 2")]
    [InlineData("45", "minuut", "dag", "45 01 1")]
    [InlineData("2", "dagdeel", "week", "2 16 2")]
    [InlineData("3", "etmaal", "maand", "3 14 4")]
    [InlineData("1", "stuk", "eenmalig", "1 82 6")]
    [InlineData("200.50", "euro", "maand", "20050 83 4")]
    [InlineData("0.333", "uur", "week", null)]
    [InlineData("1.5", "dagdeel", "week", null)]
    [InlineData("3", "keer", "week", null)]
    [InlineData("2", "uur", "vierWeken", null)]
    [InlineData("100000000", "stuk", "eenmalig", null)]
    public void An_extent_is_said_in_codes_only_when_that_is_exact(string aantal, string eenheid, string periode, string? codes)
    {
        var omvang = new Omvang(decimal.Parse(aantal, System.Globalization.CultureInfo.InvariantCulture), Lijstwoord.Lees<Eenheid>(eenheid), Lijstwoord.Lees<Periode>(periode), null);
        (Toewijzingsomvang.Van(omvang) is { } t ? $"{t.Volume} {t.Eenheid} {t.Frequentie}" : null).ShouldBe(codes);
    }

    [Fact]
    public void An_extent_in_words_has_no_codes() => Toewijzingsomvang.Van(Feit.InWoorden).ShouldBeNull();

    [Theory]
    [InlineData(0, "0 euro")]
    [InlineData(2350, "23,50 euro")]
    [InlineData(144200, "1.442 euro")]
    [InlineData(123456705, "1.234.567,05 euro")]
    public void An_amount_is_written_with_cents_only_when_there_are_any(long centen, string woorden) => new Bedrag(centen).ToString().ShouldBe(woorden);

    [Theory]
    [InlineData("23.005", 2301)]
    [InlineData("0.1", 10)]
    public void Euros_become_whole_cents(string euro, long centen) => Bedrag.Euro(decimal.Parse(euro, System.Globalization.CultureInfo.InvariantCulture)).Centen.ShouldBe(centen);

    [Theory]
    [InlineData("PgbIngericht", "bedrag", "4200.5", "420050")]
    [InlineData("IngebrekestellingOntvangen", "hoogsteDwangsom", "1442", "144200")]
    [InlineData("PgbIngericht", "bedrag", "null", "null")]
    public void Amounts_of_before_are_read_as_cents(string feit, string veld, string toen, string nu) =>
        HuishoudenDomein.Domein.Codec.Upgraders[(feit, 1)]((JsonObject)JsonNode.Parse($$"""{"{{veld}}":{{toen}}}""")!).ToJsonString().ShouldBe($$"""{"{{veld}}":{{nu}}}""");

    [Fact]
    public void So_are_those_in_a_checkpoint_of_before() => HuishoudenDomein.Domein.Codec.StateUpgraders[3]((JsonObject)JsonNode.Parse("""{"dossiers":{"d1":{"ingebrekestelling":{"hoogsteDwangsom":1442.0}},"d2":{}}}""")!)
        .ToJsonString().ShouldBe("""{"dossiers":{"d1":{"ingebrekestelling":{"hoogsteDwangsom":144200}},"d2":{}}}""");

    [Fact]
    public void The_card_says_which_products_there_are_on_a_day()
    {
        var kaart = SocialeKaart.Lees((JsonObject)JsonNode.Parse("""{"producten":[{"id":"a","naam":"A","categorie":"begeleiding","van":"2026-01-01","totEnMet":"2026-12-31"}],"aanbieders":[{"id":"b","naam":"B","agbCode":"123"}]}""")!);
        var product = kaart.Product("a")!;
        (product.IsOp(new(2025, 12, 31)), product.IsOp(new(2026, 1, 1)), product.IsOp(new(2026, 12, 31)), product.IsOp(new(2027, 1, 1)), kaart.Product("b")).ShouldBe((false, true, true, false, null));
        kaart.MetId("b")!.Agb.ShouldBeNull("three digits are no code");
    }
}
