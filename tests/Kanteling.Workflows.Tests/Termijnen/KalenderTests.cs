using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Tests.Termijnen;

public class KalenderTests
{
    static readonly Kalender MetCarnaval = Kalender.Standaard with
    {
        Versie = 7,
        LokaalGesloten = ImmutableSortedDictionary<DateOnly, string>.Empty.Add(new(2026, 2, 16), "carnaval").Add(new(2026, 2, 17), "carnaval"),
    };

    [Fact]
    public void Five_working_days_skip_the_weekend_feestdagen_and_local_closing_days()
    {
        Kalender.Standaard.PlusWerkdagen(new(2026, 2, 12), 5).ShouldBe(new(2026, 2, 19));
        MetCarnaval.PlusWerkdagen(new(2026, 2, 12), 5).ShouldBe(new(2026, 2, 23));
        Kalender.Standaard.PlusWerkdagen(new(2026, 4, 2), 1).ShouldBe(new(2026, 4, 7));
        Kalender.Standaard.PlusWerkdagen(new(2026, 4, 4), 0).ShouldBe(new(2026, 4, 4));
        Kalender.Standaard.PlusWerkdagen(new(2026, 4, 7), -1).ShouldBe(new(2026, 4, 2));
    }

    [Fact]
    public void Counting_working_days_is_the_inverse_of_adding_them()
    {
        foreach (var aantal in Enumerable.Range(1, 40))
            MetCarnaval.TelWerkdagen(new(2026, 2, 1), MetCarnaval.PlusWerkdagen(new(2026, 2, 1), aantal)).ShouldBe(aantal);
        MetCarnaval.TelWerkdagen(new(2026, 2, 2), new(2026, 2, 1)).ShouldBe(0);
    }

    [Fact]
    public void A_local_closing_day_is_no_working_day_but_also_no_feestdag()
    {
        MetCarnaval.IsWerkdag(new(2026, 2, 16)).ShouldBeFalse();
        MetCarnaval.IsAlgemeneFeestdag(new(2026, 2, 16)).ShouldBeFalse();
        MetCarnaval.IsVrijVoorAtw(new(2026, 2, 16)).ShouldBeFalse();
    }

    [Fact]
    public void It_survives_its_JSON()
    {
        var json = KalenderJson.Schrijf(MetCarnaval).ToJsonString();

        var (gelezen, bevindingen) = KalenderJson.Lees(json);

        bevindingen.ShouldBeEmpty();
        KalenderJson.Schrijf(gelezen!).ToJsonString().ShouldBe(json);
        gelezen!.Versie.ShouldBe(7);
        gelezen.IsWerkdag(new(2026, 2, 17)).ShouldBeFalse();
        gelezen.Gelijkgesteld.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("nee", "KALENDER_ONLEESBAAR")]
    [InlineData("[]", "KALENDER_ONLEESBAAR")]
    [InlineData("""{"versie":1,"versie":2,"bekendVanaf":2023,"bekendTotEnMet":2028}""", "KALENDER_ONLEESBAAR")]
    [InlineData("""{"versie":"1","bekendVanaf":2023,"bekendTotEnMet":2028}""", "KALENDER_VERSIE_ONTBREEKT")]
    [InlineData("""{"versie":1,"bekendVanaf":2029,"bekendTotEnMet":2028}""", "KALENDER_JAREN_ONGELDIG")]
    [InlineData("""{"versie":1,"bekendVanaf":2023,"bekendTotEnMet":2028,"gelijkgesteld":[{"dag":"2026-02-30","omschrijving":"x"}]}""", "KALENDER_DAG_ONGELDIG")]
    [InlineData("""{"versie":1,"bekendVanaf":2023,"bekendTotEnMet":2028,"lokaalGesloten":[{"dag":"2026-02-16","omschrijving":"x"},{"dag":"2026-02-16","omschrijving":"y"}]}""", "KALENDER_DAG_DUBBEL")]
    public void What_is_no_calendar_is_refused_with_a_finding(string json, string code)
    {
        var (kalender, bevindingen) = KalenderJson.Lees(json);

        kalender.ShouldBeNull();
        bevindingen.ShouldHaveSingleItem().Code.ShouldBe(code);
    }
}
