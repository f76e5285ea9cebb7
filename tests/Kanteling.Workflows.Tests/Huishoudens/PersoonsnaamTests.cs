using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class PersoonsnaamTests
{
    static Persoonsnaam Naam(string json) => Persoonsnaam.Lees(JsonNode.Parse(json))!;

    [Theory]
    [InlineData("""{"voornamen":"Wilhelmina","geslachtsnaam":"de Boer","partner":{"tussenvoegsel":"van der","geslachtsnaam":"Berg"},"naamgebruik":"partnerEigen"}""", "Wilhelmina van der Berg-de Boer", "W. van der Berg-de Boer")]
    [InlineData("""{"voornamen":"Wilhelmina Johanna","roepnaam":"Wil","tussenvoegsel":"de","geslachtsnaam":"Boer","partner":{"tussenvoegsel":"van der","geslachtsnaam":"Berg"},"naamgebruik":"eigenPartner"}""", "Wil de Boer-van der Berg", "W.J. de Boer-van der Berg")]
    [InlineData("""{"roepnaam":"Wil","geslachtsnaam":"de Boer","partner":{"tussenvoegsel":"van der","geslachtsnaam":"Berg"},"naamgebruik":"partner"}""", "Wil van der Berg", "W. van der Berg")]
    [InlineData("""{"roepnaam":"Wil","geslachtsnaam":"de Boer","partner":{"geslachtsnaam":"Berg"}}""", "Wil de Boer", "W. de Boer")]
    [InlineData("""{"voorletters":"wj","geslachtsnaam":"Postma"}""", "Wj. Postma", "Wj. Postma")]
    [InlineData("""{"voorletters":"WJ","geslachtsnaam":"Postma"}""", "W.J. Postma", "W.J. Postma")]
    [InlineData("""{"voorletters":"w. j.","geslachtsnaam":"Postma"}""", "W.J. Postma", "W.J. Postma")]
    [InlineData("""{"voorletters":"Th.","geslachtsnaam":"Postma"}""", "Th. Postma", "Th. Postma")]
    [InlineData("""{"voornamen":"Anne-Sjoukje","geslachtsnaam":"Hoekstra"}""", "Anne-Sjoukje Hoekstra", "A.S. Hoekstra")]
    [InlineData("""{"roepnaam":"Samira","geslachtsnaam":"El Amrani"}""", "Samira El Amrani", "S. El Amrani")]
    [InlineData("""{"geslachtsnaam":"Soekarno"}""", "Soekarno", "Soekarno")]
    [InlineData("\"  Corrie   Jansen-de Boer \"", "Corrie Jansen-de Boer", "Corrie Jansen-de Boer")]
    [InlineData("""{"geheel":"Oma Truus"}""", "Oma Truus", "Oma Truus")]
    [InlineData("""{"geheel":"Oma Truus","geslachtsnaam":"Visser"}""", "Visser", "Visser")]
    public void A_name_is_said_as_its_owner_uses_it(string json, string volledig, string formeel) => (Naam(json).Volledig, Naam(json).Formeel).ShouldBe((volledig, formeel));

    [Theory]
    [InlineData("null")]
    [InlineData("\" \"")]
    [InlineData("{}")]
    [InlineData("""{"voornamen":7,"partner":"x","geslachtsnaam":[]}""")]
    [InlineData("[1]")]
    [InlineData("12")]
    public void What_names_nobody_is_no_name(string json) => Persoonsnaam.Lees(JsonNode.Parse(json)).ShouldBeNull();

    [Theory]
    [InlineData("""{"voornamen":"Wilhelmina Johanna","voorletters":"W.J.","roepnaam":"Wil","tussenvoegsel":"de","geslachtsnaam":"Boer","partner":{"tussenvoegsel":"van der","geslachtsnaam":"Berg"},"naamgebruik":"eigenPartner"}""")]
    [InlineData("""{"geslachtsnaam":"Boer"}""")]
    [InlineData("\"Dhr. en mevr. Scholten\"")]
    public void A_name_is_kept_as_it_was_read(string json) => Naam(json).ToJson().ToJsonString().ShouldBe(JsonNode.Parse(json)!.ToJsonString());

    [Theory]
    [InlineData("Wil van der Berg", "Wil", null, "van der", "Berg")]
    [InlineData("Corrie Jansen-de Boer", "Corrie", null, null, "Jansen-de Boer")]
    [InlineData("R. Maas", null, "R.", null, "Maas")]
    [InlineData("Samira El Amrani", "Samira", null, null, "El Amrani")]
    [InlineData("Jan van 't Hoff", "Jan", null, "van 't", "Hoff")]
    [InlineData("Visser", null, null, null, "Visser")]
    [InlineData("jan de vries", "jan", null, "de", "vries")]
    public void A_name_that_was_told_whole_is_taken_apart_for_who_looks(string geheel, string? roepnaam, string? voorletters, string? tussenvoegsel, string geslachtsnaam)
    {
        var naam = new Persoonsnaam { Geheel = geheel }.Uiteen();
        (naam.Roepnaam, naam.Voorletters, naam.Tussenvoegsel, naam.Geslachtsnaam).ShouldBe((roepnaam, voorletters, tussenvoegsel, geslachtsnaam));
    }

    [Theory]
    [InlineData("""{"roepnaam":"Wil","geslachtsnaam":"Postma"}""", "Wil Postma")]
    [InlineData("""{"straat":"Kerkpad","huisnummer":11}""", "Kerkpad 11")]
    [InlineData("""{"anders":1}""", null)]
    [InlineData("\"zo verteld\"", "zo verteld")]
    [InlineData("12", "12")]
    public void What_people_read_is_never_the_json_of_an_object(string json, string? woorden) => Woorden.Van(new Content(null, "naam", json)).ShouldBe(woorden);

    [Fact]
    public void An_erased_name_says_so() => Woorden.Van(new Content(null, "naam", null)).ShouldBe("gewist");
}
