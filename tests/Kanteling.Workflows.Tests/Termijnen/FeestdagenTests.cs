using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Tests.Termijnen;

public class FeestdagenTests
{
    // Easter Sundays from the published table of the church calendar, not from an algorithm.
    public static TheoryData<string> Paasdagen =>
    [
        "2015-04-05", "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
        "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
        "2031-04-13", "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25",
        "2039-04-10", "2040-04-01", "2041-04-21", "2042-04-06", "2043-03-29", "2044-04-17", "2045-04-09", "2046-03-25",
        "2047-04-14", "2048-04-05", "2049-04-18", "2050-04-10",
    ];

    [Theory]
    [MemberData(nameof(Paasdagen))]
    public void Days_bound_to_Easter_follow_the_church_calendar(string eerstePaasdag)
    {
        var pasen = DateOnly.Parse(eerstePaasdag);

        Feestdagen.Pasen(pasen.Year).ShouldBe(pasen);
        Feestdagen.Naam(pasen.AddDays(-2)).ShouldBe("Goede Vrijdag");
        Feestdagen.Naam(pasen.AddDays(1)).ShouldBe("Tweede Paasdag");
        Feestdagen.Naam(pasen.AddDays(39)).ShouldNotBeNull();
        Feestdagen.Naam(pasen.AddDays(50)).ShouldBe("Tweede Pinksterdag");
        pasen.AddDays(39).DayOfWeek.ShouldBe(DayOfWeek.Thursday);
    }

    [Fact]
    public void A_year_has_the_days_of_article_3_and_no_other() =>
        Feestdagen.Van(2026).Select(feestdag => $"{feestdag.Dag:MM-dd} {feestdag.Naam}").ShouldBe(
        [
            "01-01 Nieuwjaarsdag", "04-03 Goede Vrijdag", "04-06 Tweede Paasdag", "04-27 Koningsdag", "05-05 Bevrijdingsdag",
            "05-14 Hemelvaartsdag", "05-25 Tweede Pinksterdag", "12-25 Eerste Kerstdag", "12-26 Tweede Kerstdag",
        ]);

    [Fact]
    public void Koningsdag_moves_to_Saturday_when_the_27th_is_a_Sunday()
    {
        Feestdagen.Naam(new(2025, 4, 26)).ShouldBe("Koningsdag");
        Feestdagen.Naam(new(2025, 4, 27)).ShouldBeNull();
        Feestdagen.Naam(new(2026, 4, 26)).ShouldBeNull();
    }

    [Fact]
    public void The_fifth_of_May_counts_every_year_and_not_once_in_five() =>
        Enumerable.Range(2015, 36).ShouldAllBe(jaar => Feestdagen.Naam(new DateOnly(jaar, 5, 5)) != null);
}
