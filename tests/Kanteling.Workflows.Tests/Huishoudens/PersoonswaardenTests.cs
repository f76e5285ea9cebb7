using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>Birth dates that are not complete, BSNs and addresses, as values.</summary>
public class PersoonswaardenTests
{
    static OnvolledigeDatum? Gelezen(string tekst) => Datumlezer.Lees(tekst, new(2026, 9, 1));

    [Theory]
    [InlineData("1950", "1950", "1950")]
    [InlineData("1950-03", "1950-03", "maart 1950")]
    [InlineData("1950-03-12", "1950-03-12", "12 maart 1950")]
    [InlineData("12-3-1950", "1950-03-12", "12 maart 1950")]
    [InlineData(" 1.02.1950 ", "1950-02-01", "1 februari 1950")]
    [InlineData("3-1950", "1950-03", "maart 1950")]
    [InlineData("29-2-2000", "2000-02-29", "29 februari 2000")]
    [InlineData("29-2-2001", null, null)]
    [InlineData("31-4-1950", null, null)]
    [InlineData("13-1950", null, null)]
    [InlineData("50", null, null)]
    [InlineData("1-2-50", "1950-02-01", "1 februari 1950")]
    [InlineData("3 mei 1948", "1948-05-03", "3 mei 1948")]
    [InlineData("3 Mei 48", "1948-05-03", "3 mei 1948")]
    [InlineData("03-05-48", "1948-05-03", "3 mei 1948")]
    [InlineData("03/05/1948", "1948-05-03", "3 mei 1948")]
    [InlineData("03051948", "1948-05-03", "3 mei 1948")]
    [InlineData("030548", "1948-05-03", "3 mei 1948")]
    [InlineData("19480503", "1948-05-03", "3 mei 1948")]
    [InlineData("20111230", "2011-12-30", "30 december 2011")]
    [InlineData("12 mrt. 1950", "1950-03-12", "12 maart 1950")]
    [InlineData("sept 1950", "1950-09", "september 1950")]
    [InlineData("1-9-26", "2026-09-01", "1 september 2026")]
    [InlineData("2-9-26", "1926-09-02", "2 september 1926")]
    [InlineData("29-2-24", "2024-02-29", "29 februari 2024")]
    [InlineData("29-2-23", null, null)]
    [InlineData("2-3", null, null)]
    [InlineData("3-50", null, null)]
    [InlineData("ergens in 1950", null, null)]
    [InlineData("-1950", null, null)]
    [InlineData("1-1-1-1950", null, null)]
    [InlineData("", null, null)]
    public void A_date_is_read_as_far_as_it_is_known(string tekst, string? bewaard, string? woorden) => (Gelezen(tekst)?.ToString(), Gelezen(tekst)?.InWoorden()).ShouldBe((bewaard, woorden));

    [Theory]
    [InlineData("31-02-1980", "31 februari 1980")]
    [InlineData("29-02-2023", "29 februari 2023")]
    [InlineData("2023-02-29", "29 februari 2023")]
    [InlineData("31 april 1950", "31 april 1950")]
    [InlineData("29-2-23", "29 februari 2023")]
    [InlineData("31-2-80", "31 februari 1980")]
    [InlineData("45-3-1950", "45 maart 1950")]
    [InlineData("12-13-1950", null)]
    [InlineData("0-3-1950", null)]
    [InlineData("13-1950", null)]
    [InlineData("gisteren", null)]
    [InlineData("28-02-2023", null)]
    [InlineData(null, null)]
    public void A_day_that_is_not_on_the_calendar_is_named(string? tekst, string? nooit) => Datumlezer.BestaatNiet(tekst, new(2026, 9, 1)).ShouldBe(nooit);

    [Theory]
    [InlineData("2000-02-29", "2026-02-28", 25)]
    [InlineData("2000-02-29", "2026-03-01", 26)]
    [InlineData("2000-02-29", "2028-02-28", 27)]
    [InlineData("2000-02-29", "2028-02-29", 28)]
    [InlineData("1950-03-12", "2026-03-11", 75)]
    [InlineData("1950-03-12", "2026-03-12", 76)]
    [InlineData("1950-03", "2026-02-28", 75)]
    [InlineData("1950-03", "2026-03-15", null)]
    [InlineData("1950-03", "2026-03-31", 76)]
    [InlineData("1950", "2026-12-30", null)]
    [InlineData("1950", "2026-12-31", 76)]
    [InlineData("2026-03-12", "2026-03-11", null)]
    public void An_age_is_told_when_it_is_certain(string geboren, string op, int? jaren) => Gelezen(geboren)!.Value.Leeftijd(DateOnly.Parse(op, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(jaren);

    [Fact]
    public void On_every_day_the_youngest_and_oldest_are_those_of_all_days_that_it_can_be()
    {
        foreach (var tekst in (string[])["2004", "2004-02", "2003-12", "2004-02-29"])
        {
            var datum = Gelezen(tekst)!.Value;
            var dagen = Enumerable.Range(0, datum.Laatste.DayNumber - datum.Eerste.DayNumber + 1).Select(n => OnvolledigeDatum.Van(datum.Eerste.AddDays(n))).ToList();
            for (var op = new DateOnly(2003, 11, 1); op < new DateOnly(2009, 1, 1); op = op.AddDays(1))
            {
                var leeftijden = dagen.Select(d => d.Leeftijd(op)).OfType<int>().ToList();
                datum.Leeftijden(op).ShouldBe(leeftijden.Count == 0 ? null : (leeftijden.Min(), leeftijden.Max()), $"{tekst} on {op}");
            }
        }
    }

    [Theory]
    [InlineData("2008", "2026-06-01", true)]
    [InlineData("2008", "2026-12-31", false)]
    [InlineData("2008-06-02", "2026-06-01", true)]
    [InlineData("2008-06-01", "2026-06-01", false)]
    public void As_long_as_somebody_can_be_a_child_he_is_one(string geboren, string op, bool kind) =>
        Gelezen(geboren)!.Value.KanKindZijn(DateOnly.Parse(op, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(kind);

    [Theory]
    [InlineData("1879-12-31", false)]
    [InlineData("1880", true)]
    [InlineData("2026-09-01", true)]
    [InlineData("2026-09", true)]
    [InlineData("2026-09-02", false)]
    [InlineData("2027", false)]
    public void Nobody_was_born_in_the_future_or_before_1880(string geboren, bool kan) => Gelezen(geboren)!.Value.KanGeboorteZijn(new(2026, 9, 1)).ShouldBe(kan);

    [Theory]
    [InlineData("999990019", "999990019")]
    [InlineData("9999.90.019", "999990019")]
    [InlineData("111222333", "111222333")]
    [InlineData("10000008", "010000008")]
    [InlineData("123456789", null)]
    [InlineData("999990018", null)]
    [InlineData("000000000", null)]
    [InlineData("1112223330", null)]
    [InlineData("11122233a", null)]
    [InlineData("٩٩٩٩٩٠٠١٩", null)]
    public void A_bsn_passes_the_elfproef(string getypt, string? cijfers) => (Bsn.Lees(getypt) is { } bsn ? bsn.Cijfers : null).ShouldBe(cijfers);

    [Fact]
    public void One_wrong_digit_or_two_that_changed_places_is_found()
    {
        const string Goed = "999990019";
        for (var plek = 0; plek < 9; plek++)
        {
            foreach (var cijfer in "0123456789".Where(c => c != Goed[plek]))
                Bsn.Lees($"{Goed[..plek]}{cijfer}{Goed[(plek + 1)..]}").ShouldBeNull();
            if (plek > 0 && Goed[plek] != Goed[plek - 1])
                Bsn.Lees($"{Goed[..(plek - 1)]}{Goed[plek]}{Goed[plek - 1]}{Goed[(plek + 1)..]}").ShouldBeNull();
        }
    }

    [Fact]
    public void A_bsn_never_prints_itself()
    {
        $"{Bsn.Lees("999990019")}".ShouldBe("*****0019");
        $"{default(Bsn)}".ShouldBe("");
        Bsn.Van(new Content(null, "bsn", null)).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"straat":"Kerkpad","huisnummer":11,"postcode":"1234 ab","woonplaats":"Noord"}""", "Kerkpad 11, 1234 AB Noord")]
    [InlineData("""{"straat":"Kerkpad","huisnummer":"12a","woonplaats":"Noord"}""", "Kerkpad 12a, Noord")]
    [InlineData("""{"straat":"Kerkpad","huisnummer":"12-2"}""", "Kerkpad 12-2")]
    [InlineData("""{"straat":"Kerkpad","huisnummer":"12 bis"}""", "Kerkpad 12-bis")]
    [InlineData("""{"straat":"Kerkpad","huisnummer":12,"huisletter":"b","huisnummertoevoeging":"3"}""", "Kerkpad 12b-3")]
    [InlineData("""{"postcode":"1234AB","huisnummer":"7"}""", "1234 AB 7")]
    [InlineData("\"Dorpsstraat 1\"", "Dorpsstraat 1")]
    public void An_address_is_one_line(string json, string regel) => Adres.Lees(JsonNode.Parse(json))!.Regel.ShouldBe(regel);

    [Theory]
    [InlineData("""{"postcode":"0234 AB"}""", "postcode")]
    [InlineData("""{"huisnummer":"zeven"}""", "huisnummer")]
    [InlineData("""{"huisnummer":0}""", "huisnummer")]
    [InlineData("""{"huisnummer":12,"huisletter":"bc"}""", "huisletter")]
    [InlineData("""{"huisnummer":12,"huisnummertoevoeging":"achter"}""", "huisnummertoevoeging")]
    [InlineData("""{"nummeraanduiding":"123"}""", "nummeraanduiding")]
    [InlineData("""{"straat":"Kerkpad","huisnummer":11,"postcode":"1234 AB","nummeraanduiding":"0363200000123456"}""", "")]
    public void What_cannot_be_in_an_address_is_named(string json, string delen) => string.Join(", ", Adres.Vreemd((JsonObject)JsonNode.Parse(json)!)).ShouldBe(delen);

    [Fact]
    public void An_address_is_kept_as_it_was_read()
    {
        const string Json = """{"straat":"Kerkpad","huisnummer":12,"huisletter":"a","huisnummertoevoeging":"2","postcode":"1234AB","woonplaats":"Noord","nummeraanduiding":"0363200000123456"}""";
        Adres.Lees(JsonNode.Parse(Json))!.ToJson().ToJsonString().ShouldBe(Json);
        Adres.Lees(JsonNode.Parse("""{"straat":" "}""")).ShouldBeNull();
    }
}
