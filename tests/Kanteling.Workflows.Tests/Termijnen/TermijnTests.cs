using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Termijnen;
using static Kanteling.Workflows.Casework.Termijnen.TermijnEenheid;

namespace Kanteling.Workflows.Tests.Termijnen;

public class TermijnTests
{
    [Theory]
    [InlineData("2026-03-24", 6, Weken, "2026-05-05", "2026-05-06", "dinsdag 5 mei 2026 is Bevrijdingsdag")]
    [InlineData("2026-02-20", 6, Weken, "2026-04-03", "2026-04-07", "Goede Vrijdag|zaterdag 4 april|zondag 5 april|Tweede Paasdag")]
    [InlineData("2026-04-02", 6, Weken, "2026-05-14", "2026-05-18", "Hemelvaartsdag|vrijdag 15 mei 2026 telt als een feestdag|weekend")]
    [InlineData("2026-03-27", 7, Dagen, "2026-04-03", "2026-04-07", "Goede Vrijdag|weekend|Tweede Paasdag")]
    [InlineData("2026-12-11", 2, Weken, "2026-12-25", "2026-12-28", "Eerste Kerstdag|Tweede Kerstdag|weekend")]
    [InlineData("2025-12-19", 2, Weken, "2026-01-02", "2026-01-05", "vrijdag 2 januari 2026 telt als een feestdag (koninklijk besluit, BWBR0051300)")]
    [InlineData("2027-03-24", 6, Weken, "2027-05-05", "2027-05-10", "Bevrijdingsdag|Hemelvaartsdag|vrijdag 7 mei 2027 telt|weekend")]
    [InlineData("2028-04-13", 2, Weken, "2028-04-27", "2028-05-01", "Koningsdag|vrijdag 28 april 2028 telt|weekend")]
    public void A_term_rolls_to_the_first_working_day_and_says_why(
        string start, int aantal, TermijnEenheid eenheid, string ruw, string laatste, string redenen)
    {
        var uitkomst = Bereken(start, aantal, eenheid);

        uitkomst.RuweLaatsteDag.ShouldBe(DateOnly.Parse(ruw));
        uitkomst.LaatsteDag.ShouldBe(DateOnly.Parse(laatste));
        uitkomst.KalenderVersie.ShouldBe(1);
        uitkomst.Waarschuwingen.ShouldBeEmpty();
        var uitleg = string.Join(' ', Zinnen(uitkomst));
        redenen.Split('|').ShouldAllBe(reden => uitleg.Contains(reden, StringComparison.OrdinalIgnoreCase));
        Zinnen(uitkomst)[^1].ShouldBe($"Daarom is de laatste dag {Casework.Schrijfwijze.Dag(uitkomst.LaatsteDag)} (Algemene termijnenwet, artikel 1).");
    }

    [Fact]
    public void A_term_on_a_working_day_stays_and_says_so() =>
        Zinnen(Bereken("2026-06-01", 6, Weken)).ShouldBe(
        [
            "De termijn is 6 weken (Awb, artikel 6:7 en 6:8).",
            "De termijn begint op de dag na maandag 1 juni 2026. De laatste dag is dan maandag 13 juli 2026.",
            "Dat is een gewone werkdag. De laatste dag blijft maandag 13 juli 2026.",
        ]);

    [Fact]
    public void Bezwaar_ends_42_days_after_bekendmaking()
    {
        var bezwaar = WettelijkeTermijnen.Kies(new(2026, 7, 1))!.Termijn(TermijnId.Bezwaar);

        Termijn.Bereken(new DateOnly(2026, 9, 1), bezwaar, Kalender.Standaard).LaatsteDag.ShouldBe(new(2026, 10, 13));
    }

    [Fact]
    public void A_term_of_three_days_holds_two_working_days()
    {
        // Thursday 24 December 2026 + 3 days: Kerst and a weekend leave one working day, Monday; article 2 adds Tuesday.
        var uitkomst = Bereken("2026-12-24", 3, Dagen);

        uitkomst.LaatsteDag.ShouldBe(new(2026, 12, 29));
        Zinnen(uitkomst)[^1].ShouldContain("artikel 2");
    }

    [Fact]
    public void A_term_of_two_days_only_rolls() => Bereken("2026-12-24", 2, Dagen).LaatsteDag.ShouldBe(new(2026, 12, 28));

    [Theory]
    [InlineData(90, Dagen, true)]
    [InlineData(91, Dagen, false)]
    [InlineData(12, Weken, true)]
    [InlineData(13, Weken, false)]
    [InlineData(3, Maanden, true)]
    [InlineData(4, Maanden, false)]
    [InlineData(1, Jaren, false)]
    [InlineData(1, Uren, false)]
    public void Article_4_is_decided_from_the_unit_of_the_term(int aantal, TermijnEenheid eenheid, bool schuiftOp) =>
        Regel(aantal, eenheid).SchuiftOp.ShouldBe(schuiftOp);

    [Fact]
    public void A_term_that_is_too_long_for_the_Atw_ends_on_a_Sunday_and_says_why()
    {
        var uitkomst = Bereken("2026-03-01", 13, Weken);

        uitkomst.LaatsteDag.ShouldBe(new(2026, 5, 31));
        Zinnen(uitkomst)[^1].ShouldContain("geldt niet voor een termijn van 13 weken");
    }

    [Fact]
    public void A_term_that_counts_back_does_not_roll()
    {
        var uitkomst = Termijn.Bereken(new DateOnly(2026, 6, 15), Regel(8, Dagen) with { TeltTerug = true }, Kalender.Standaard);

        uitkomst.LaatsteDag.ShouldBe(new(2026, 6, 7));
        Zinnen(uitkomst)[^1].ShouldContain("terugtelt");
    }

    [Fact]
    public void The_days_of_the_dwangsom_do_not_roll()
    {
        var dwangsom = WettelijkeTermijnen.Kies(new(2026, 7, 1))!.Termijn(TermijnId.Dwangsom);

        var uitkomst = Termijn.Bereken(new DateOnly(2026, 3, 24), dwangsom, Kalender.Standaard);

        uitkomst.LaatsteDag.ShouldBe(new(2026, 5, 5));
        Zinnen(uitkomst)[^1].ShouldContain("De wet sluit dat uit");
    }

    [Fact]
    public void Local_closing_days_do_not_move_a_legal_term()
    {
        var carnaval = Kalender.Standaard with { LokaalGesloten = Kalender.Standaard.LokaalGesloten.Add(new(2026, 2, 16), "carnaval") };

        Termijn.Bereken(new DateOnly(2026, 2, 2), Regel(2, Weken), carnaval).LaatsteDag.ShouldBe(new(2026, 2, 16));
    }

    [Fact]
    public void A_month_that_lacks_the_day_ends_on_its_last_day() => Bereken("2026-01-31", 1, Maanden).RuweLaatsteDag.ShouldBe(new(2026, 2, 28));

    [Fact]
    public void A_date_beyond_the_known_equated_days_gives_a_warning()
    {
        Bereken("2028-12-01", 2, Weken).Waarschuwingen.ShouldBeEmpty();
        Bereken("2028-12-20", 2, Weken).Waarschuwingen.ShouldHaveSingleItem().InZin().ShouldContain("2029");
    }

    [Theory]
    [InlineData("2026-03-14", "2026-03-29T00:00:00+01:00")] // ends the day before summer time starts
    [InlineData("2026-03-15", "2026-03-30T00:00:00+02:00")] // the night in which it starts belongs to the last day
    [InlineData("2026-10-10", "2026-10-25T00:00:00+02:00")]
    [InlineData("2026-10-11", "2026-10-26T00:00:00+01:00")]
    public void A_term_passes_at_local_midnight_in_summer_and_winter(string start, string verval)
    {
        var regel = Regel(2, Weken) with { AtwUitgesloten = true };

        var uitkomst = Termijn.Bereken(DateOnly.Parse(start), regel, Kalender.Standaard);

        uitkomst.Verval.ShouldBe(DateTimeOffset.Parse(verval));
        uitkomst.Verval.Offset.ShouldBe(DateTimeOffset.Parse(verval).Offset);
    }

    [Fact]
    public void A_moment_counts_from_its_Dutch_day_and_hours_from_the_moment()
    {
        // Half past eleven in the evening in UTC is the next day in the Netherlands.
        var moment = DateTimeOffset.Parse("2026-06-01T23:30:00Z");

        Termijn.Bereken(moment, Regel(7, Dagen), Kalender.Standaard).LaatsteDag.ShouldBe(new(2026, 6, 9));
        Termijn.Bereken(moment, Regel(48, Uren), Kalender.Standaard).Verval.ShouldBe(moment.AddHours(48));
        Should.Throw<ArgumentException>(() => Termijn.Bereken(new DateOnly(2026, 6, 1), Regel(48, Uren), Kalender.Standaard));
    }

    internal static TermijnRegel Regel(int aantal, TermijnEenheid eenheid) => new("x", "x", aantal, eenheid, Uitlegwoord.Awb67En68);

    static ImmutableArray<string> Zinnen(TermijnUitkomst uitkomst) => uitkomst.Uitleg.InZinnen(Kalender.Standaard.Omschrijving);

    static TermijnUitkomst Bereken(string start, int aantal, TermijnEenheid eenheid) =>
        Termijn.Bereken(DateOnly.Parse(start), Regel(aantal, eenheid), Kalender.Standaard);
}
