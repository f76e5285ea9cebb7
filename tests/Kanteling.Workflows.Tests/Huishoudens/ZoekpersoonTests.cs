using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Zoeken;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>What is enough to be one person, and who that is.</summary>
public sealed class ZoekpersoonTests
{
    static readonly DateOnly Vandaag = new(2026, 12, 1);

    static Zoekpersoon Wie(string? voor = null, string? achter = null, string? geboren = null, string? postcode = null, string? nummer = null, string? bsn = null)
    {
        var (wie, fouten) = Zoekpersoon.Lees(voor, achter, geboren, (postcode, nummer), bsn, Vandaag);
        fouten.ShouldBeEmpty();
        return wie;
    }

    static Persoon Iemand(string naam, string? geboren = "1948-05-03", string? bsn = null) => new(
        new("p1"), Content.Of(null, ContentKind.Input, naam.StartsWith('{') ? JsonNode.Parse(naam) : naam), geboren is null ? null : Werkbank.Tekst(geboren), null, []) { Bsn = bsn is null ? null : Werkbank.Tekst(bsn) };

    static Adres Huis(string json) => Adres.Lees(json.StartsWith('{') ? JsonNode.Parse(json) : json)!;

    [Theory]
    [InlineData(null, null, null, null, null, null, "achternaam NOOD_WIE_NODIG")]
    [InlineData("Jan", null, "3-5-1948", null, null, null, "achternaam NOOD_ACHTERNAAM_NODIG")]
    [InlineData("Jan", "-", "3-5-1948", null, null, null, "achternaam NOOD_ACHTERNAAM_NODIG")]
    [InlineData(null, "Jansen", null, null, null, null, "geboortedatum NOOD_GEBOORTEDATUM_NODIG")]
    [InlineData("Jan", "Jansen", null, null, null, null, "geboortedatum NOOD_GEBOORTEDATUM_NODIG")]
    [InlineData(null, "Jansen", "3-5-1948", null, null, null, "voornaam NOOD_VOORNAAM_NODIG")]
    [InlineData("Jan", "Jansen", "1948", null, null, null, "geboortedatum NOOD_GEBOORTEDATUM_HEEL")]
    [InlineData("Jan", "Jansen", "mei 1948", null, null, null, "geboortedatum NOOD_GEBOORTEDATUM_HEEL")]
    [InlineData("Jan", "Jansen", "ooit", null, null, null, "geboortedatum NOOD_GEBOORTEDATUM_HEEL")]
    [InlineData(null, "Jansen", null, "1234 AB", null, null, "huisnummer NOOD_HUISNUMMER_NODIG")]
    [InlineData(null, "Jansen", null, null, "12", null, "postcode NOOD_POSTCODE_NODIG")]
    [InlineData(null, "Jansen", null, "12 AB", "twaalf", null, "huisnummer HUISNUMMER_ONJUIST, postcode POSTCODE_ONJUIST")]
    [InlineData(null, null, null, null, null, "123456789", "bsn BSN_ONJUIST")]
    [InlineData("Jan", "Jansen", "3-5-1948", null, null, "12", "bsn BSN_GEEN_NEGEN_CIJFERS")]
    public void What_may_be_of_more_people_is_not_asked_and_says_what_is_missing(string? voor, string? achter, string? geboren, string? postcode, string? nummer, string? bsn, string wrong)
    {
        var (_, fouten) = Zoekpersoon.Lees(voor, achter, geboren, (postcode, nummer), bsn, Vandaag);
        string.Join(", ", fouten.Select(f => $"{f.Field} {f.Code}").Order()).ShouldBe(wrong);
    }

    [Theory]
    [InlineData("Jan", "Jansen", "Jan Jansen")]
    [InlineData("J.", "jansen", "Jan Jansen")]
    [InlineData("jan", "JANSSEN", "mevrouw Jan Jansen")]
    [InlineData("Fatima", "El Amrani", "Fatima el Amrani")]
    [InlineData("Anh", "Le", "Anh Le")]
    [InlineData("Wil", "Berg", """{"roepnaam":"Wil","tussenvoegsel":"van der","geslachtsnaam":"Berg"}""")]
    [InlineData("W.J.", "van der Berg", """{"roepnaam":"Wil","voorletters":"W.J.","geslachtsnaam":"Berg"}""")]
    [InlineData("WJ", "Berg", """{"voornamen":"Wilhelmina Johanna","geslachtsnaam":"Berg"}""")]
    [InlineData("Wilhelmina", "Osei", """{"voorletters":"W.","geslachtsnaam":"Berg","partner":{"geslachtsnaam":"Osei"}}""")]
    [InlineData("Jan", "Jansen", """{"geslachtsnaam":"Jansen"}""")]
    public void A_whole_name_with_the_day_of_birth_is_who_is_called_so(string voor, string achter, string naam)
    {
        Wie(voor, achter, "3-5-1948").Is(Iemand(naam), null).ShouldBeTrue();
        Wie(voor, achter, "4-5-1948").Is(Iemand(naam), null).ShouldBeFalse();
        Wie(voor, achter, "3-5-1948").Is(Iemand(naam, geboren: null), null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Ja", "Jansen", "Jan Jansen")]
    [InlineData("Jan", "Jans", "Jan Jansen")]
    [InlineData("Jan", "Jan", "Jan Jansen")]
    [InlineData("Piet", "Jansen", "Jan Jansen")]
    [InlineData("P.", "Jansen", "Jan Jansen")]
    [InlineData("Jan", "Jansen Smit", "Jan Jansen")]
    public void The_beginning_of_a_word_or_another_name_is_not(string voor, string achter, string naam)
    {
        Wie(voor, achter, "3-5-1948").Is(Iemand(naam), null).ShouldBeFalse();
    }

    [Fact]
    public void A_birth_date_of_which_only_a_part_is_known_does_with_a_first_name_that_is_known()
    {
        Wie("Jan", "Jansen", "3-5-1948").Is(Iemand("Jan Jansen", "1948"), null).ShouldBeTrue();
        Wie("Jan", "Jansen", "3-5-1948").Is(Iemand("Jan Jansen", "1949"), null).ShouldBeFalse();
        Wie("Jan", "Jansen", "3-5-1948").Is(Iemand("""{"geslachtsnaam":"Jansen"}""", "1948"), null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("12", "Kerkpad 12, 1234 AB Noord", true)]
    [InlineData("12", "Kerkpad 12a, 1234 AB Noord", true)]
    [InlineData("12", "Kerkpad 120, 1234 AB Noord", false)]
    [InlineData("12", """{"huisnummer":"12","postcode":"1234AB"}""", true)]
    [InlineData("12", """{"huisnummer":"12a","postcode":"1234AB"}""", true)]
    [InlineData("12a", """{"huisnummer":"12A","postcode":"1234AB"}""", true)]
    [InlineData("12b", """{"huisnummer":"12a","postcode":"1234AB"}""", false)]
    [InlineData("13", """{"huisnummer":"12","postcode":"1234AB"}""", false)]
    [InlineData("12", """{"huisnummer":"12","postcode":"1234AC"}""", false)]
    public void A_surname_with_postcode_and_number_is_who_lives_there_and_nobody_whose_address_is_secret(string nummer, string adres, bool isHet)
    {
        var wie = Wie(achter: "Jansen", postcode: "1234 ab", nummer: nummer);
        wie.Is(Iemand("Jan Jansen"), Huis(adres)).ShouldBe(isHet);
        wie.Is(Iemand("Jan Pietersen"), Huis(adres)).ShouldBeFalse();
        wie.Is(Iemand("Jan Jansen"), null).ShouldBeFalse();
        Wie("Piet", "Jansen", null, "1234AB", nummer).Is(Iemand("Jan Jansen"), Huis(adres)).ShouldBeFalse("what is said besides has to be right");
    }

    [Fact]
    public void A_bsn_is_who_has_it_whatever_else_is_said()
    {
        Wie("Piet", "Anders", "onzin", bsn: "999990019").Is(Iemand("Jan Jansen", bsn: "999990019"), null).ShouldBeTrue();
        Wie(bsn: "999990019").Is(Iemand("Jan Jansen"), null).ShouldBeFalse();
    }
}
