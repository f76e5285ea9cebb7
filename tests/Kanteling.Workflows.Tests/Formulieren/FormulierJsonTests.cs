using Kanteling.Workflows.Casework.Formulieren;

namespace Kanteling.Workflows.Tests.Formulieren;

public class FormulierJsonTests
{
    const string Gesprek = """
        {
          "formaat": 1, "id": "keukentafelgesprek", "naam": "Keukentafelgesprek", "versie": 3, "inleiding": "Eerst het leven.",
          "velden": [
            {"id": "datum", "soort": "datum", "label": "Wanneer?", "verplicht": true, "inhoud": "feit", "min": "2015-01-01", "max": "vandaag"},
            {"id": "plaats", "soort": "keuze", "label": "Waar?", "inhoud": "feit", "opties": [{"waarde": "thuis", "label": "Thuis"}, {"waarde": "elders", "label": "Ergens anders"}]},
            {"id": "waar", "soort": "tekst", "label": "Waar dan?", "hulp": "Een adres mag.", "zichtbaarAls": "plaats = \"elders\"", "bron": "huishouden.adres", "inhoud": "persoonlijk", "maxLengte": 100},
            {"id": "netwerk", "soort": "vraagblok", "label": "Netwerk", "inhoud": "persoonlijk", "blok": "netwerkkaart", "velden": [
              {"id": "watKan", "label": "Waar is deze persoon goed in?", "hulp": "Denk breed."},
              {"id": "sinds", "soort": "getal", "label": "Sinds welk jaar?", "inhoud": "persoonlijk", "min": 1900, "max": 2100}]}
          ]
        }
        """;

    [Fact]
    public void A_form_survives_reading_and_writing()
    {
        var (formulier, bevindingen) = FormulierJson.Lees(Gesprek);

        bevindingen.ShouldBeEmpty();
        formulier!.Velden[0].Max!.Value.Dag(Form.Vandaag).ShouldBe(Form.Vandaag);
        var geschreven = FormulierJson.Schrijf(formulier).ToJsonString();
        var nogmaals = FormulierJson.Lees(geschreven);
        nogmaals.Bevindingen.ShouldBeEmpty();
        FormulierJson.Schrijf(nogmaals.Formulier!).ToJsonString().ShouldBe(geschreven);
        System.Text.Json.Nodes.JsonNode.DeepEquals(
            System.Text.Json.Nodes.JsonNode.Parse(geschreven),
            System.Text.Json.Nodes.JsonNode.Parse(Gesprek)).ShouldBeTrue(geschreven);
    }

    [Theory]
    [InlineData("nee", ": FORMULIER_ONLEESBAAR")]
    [InlineData("[1]", ": FORMULIER_ONLEESBAAR")]
    [InlineData("""{"formaat":1,"formaat":1}""", ": FORMULIER_ONLEESBAAR")]
    public void What_is_no_form_is_refused(string json, string bevinding) => Bevindingen(json).ShouldBe([bevinding]);

    [Theory]
    [InlineData("\"formaat\": 1", "\"formaat\": 2", "formaat: FORMULIER_FORMAAT_ONBEKEND")]
    [InlineData("\"id\": \"keukentafelgesprek\"", "\"id\": \"Gesprek 1\"", "id: FORMULIER_ID_ONGELDIG")]
    [InlineData("\"versie\": 3", "\"versie\": 0", "versie: FORMULIER_VERSIE_ONTBREEKT")]
    [InlineData("\"verplicht\": true", "\"verplciht\": true", "velden[0].verplciht: FORMULIER_EIGENSCHAP_ONBEKEND")]
    [InlineData("\"verplicht\": true", "\"verplicht\": \"ja\"", "velden[0].verplicht: FORMULIER_GEEN_JA_NEE")]
    [InlineData("\"soort\": \"datum\"", "\"soort\": \"tijd\"", "velden[0].soort: FORMULIER_NIET_MOGELIJK")]
    [InlineData("\"min\": \"2015-01-01\"", "\"min\": \"gisteren\"", "velden[0].min: FORMULIER_GEEN_GRENS")]
    [InlineData("\"min\": \"2015-01-01\"", "\"min\": 5", "velden[0]: FORMULIER_GRENZEN_PASSEN_NIET")]
    [InlineData("\"label\": \"Waar?\"", "\"label\": \"\"", "velden[1].label: FORMULIER_TEKST_ONTBREEKT")]
    [InlineData("\"waarde\": \"elders\"", "\"waarde\": \"thuis\"", "velden[1]: FORMULIER_OPTIE_DUBBEL")]
    [InlineData("\"soort\": \"keuze\"", "\"soort\": \"tekst\"", "velden[1]: FORMULIER_OPTIES_PASSEN_NIET")]
    [InlineData("\"id\": \"waar\"", "\"id\": \"plaats\"", "velden[2]: FORMULIER_VELD_DUBBEL")]
    [InlineData("\"id\": \"waar\"", "\"id\": \"waar dan\"", "velden[2]: FORMULIER_VELD_ID_ONGELDIG")]
    [InlineData("\"maxLengte\": 100", "\"maxLengte\": 100000", "velden[2]: FORMULIER_LENGTE_PAST_NIET")]
    [InlineData("\"maxLengte\": 100", "\"maxLengte\": 1.5", "velden[2].maxLengte: FORMULIER_GEEN_HEEL_GETAL")]
    [InlineData("\"blok\": \"netwerkkaart\"", "\"blok\": \"ecogram\"", "velden[3].velden[0].soort: FORMULIER_NIET_MOGELIJK")]
    [InlineData("\"hulp\": \"Denk breed.\"", "\"verplicht\": true", "velden[3].velden[0].verplicht: FORMULIER_KERNVRAAG_VAST")]
    [InlineData("\"min\": 1900", "\"min\": 2200", "velden[3].velden[4]: FORMULIER_GRENZEN_PASSEN_NIET|velden[3].velden[1]: FORMULIER_GRENZEN_PASSEN_NIET")]
    public void A_mistake_in_a_form_is_a_finding_at_its_place(string goed, string fout, string bevinding) =>
        Bevindingen(Gesprek.Replace(goed, fout)).ShouldHaveSingleItem().ShouldBeOneOf(bevinding.Split('|'));

    [Fact]
    public void A_form_that_nests_too_deep_is_refused_and_does_not_overflow()
    {
        var diep = string.Concat(Enumerable.Repeat("""{"id":"a","soort":"groep","label":"a","velden":[""", 12))
            + """{"id":"a","soort":"tekst","label":"a"}""" + string.Concat(Enumerable.Repeat("]}", 12));

        Bevindingen($$"""{"formaat":1,"id":"x","naam":"x","versie":1,"velden":[{{diep}}]}""").ShouldContain(bevinding => bevinding.EndsWith("FORMULIER_TE_DIEP"));
    }

    [Fact]
    public void Lists_in_lists_count_double_because_their_rows_are_levels_too()
    {
        var diep = string.Concat(Enumerable.Repeat("""{"id":"a","soort":"lijst","label":"a","velden":[""", 4))
            + """{"id":"a","soort":"tekst","label":"a"}""" + string.Concat(Enumerable.Repeat("]}", 4));

        Bevindingen($$"""{"formaat":1,"id":"x","naam":"x","versie":1,"velden":[{{diep}}]}""").ShouldHaveSingleItem().ShouldEndWith("FORMULIER_TE_DIEP");
    }

    static string[] Bevindingen(string json) => [.. FormulierJson.Lees(json).Bevindingen.Select(bevinding => bevinding.ToString())];
}
