using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Tests.Termijnen;

public class KlokTests
{
    static readonly Regelset Regels = WettelijkeTermijnen.Kies(new(2026, 7, 1))!;
    static readonly DateOnly Ontvangst = new(2026, 9, 1);
    static readonly Klok Beschikking = new(Regels.Termijn(TermijnId.Beschikking), Ontvangst);

    [Fact]
    public void Without_suspension_it_is_the_plain_term() =>
        Beschikking.Stand(Kalender.Standaard).Uitkomst!.LaatsteDag.ShouldBe(new(2026, 9, 15));

    [Fact]
    public void It_stands_still_from_the_day_after_the_invitation_until_the_day_of_completion()
    {
        // Invited on the 3rd, completed on the 10th: the 4th up to and including the 9th do not count, six days.
        var klok = Beschikking
            .MetOpschorting(Opschorting.NaUitnodiging(new(2026, 9, 3)))
            .MetHervatting(Opschortingsgrond.Aanvulling, new(2026, 9, 10));

        var stand = klok.Stand(Kalender.Standaard);

        stand.DagenStilgestaan.ShouldBe(6);
        stand.Uitkomst!.RuweLaatsteDag.ShouldBe(new(2026, 9, 21));
        stand.Uitkomst.LaatsteDag.ShouldBe(new(2026, 9, 21));
        stand.Uitleg.InZinnen().ShouldContain("De klok stond 6 dagen stil, vanaf vrijdag 4 september 2026 tot donderdag 10 september 2026: we wachten op een aanvulling van de aanvraag (Awb, artikel 4:5 en 4:15, eerste lid).");
        stand.Uitleg.InZinnen().ShouldContain("Door het stilstaan is de laatste dag nu maandag 21 september 2026.");
    }

    [Fact]
    public void The_Atw_is_applied_after_the_days_were_added()
    {
        var klok = Beschikking.MetOpschorting(new(Opschortingsgrond.Overmacht, new(2026, 9, 4), new(2026, 9, 8)));

        var uitkomst = klok.Stand(Kalender.Standaard).Uitkomst!;

        uitkomst.RuweLaatsteDag.ShouldBe(new(2026, 9, 19));
        uitkomst.LaatsteDag.ShouldBe(new(2026, 9, 21));
    }

    [Fact]
    public void While_it_stands_still_there_is_no_last_day()
    {
        var stand = Beschikking.MetOpschorting(Opschorting.NaUitnodiging(new(2026, 9, 3))).Stand(Kalender.Standaard);

        stand.StaatStil.ShouldBeTrue();
        stand.Uitkomst.ShouldBeNull();
        stand.Uitleg[^1].InZin().ShouldStartWith("De klok staat stil vanaf vrijdag 4 september 2026");
    }

    [Fact]
    public void Two_grounds_at_once_count_a_day_once()
    {
        var klok = Beschikking
            .MetOpschorting(new(Opschortingsgrond.Aanvulling, new(2026, 9, 4), new(2026, 9, 14)))
            .MetOpschorting(new(Opschortingsgrond.Overmacht, new(2026, 9, 7), new(2026, 9, 9)));

        klok.Stand(Kalender.Standaard).DagenStilgestaan.ShouldBe(10);
    }

    [Fact]
    public void Completed_on_the_day_of_the_invitation_does_not_move_it()
    {
        var klok = Beschikking.MetOpschorting(Opschorting.NaUitnodiging(new(2026, 9, 3)));

        klok.WeigerHervatting(Opschortingsgrond.Aanvulling, new(2026, 9, 3)).ShouldBeNull();
        klok.MetHervatting(Opschortingsgrond.Aanvulling, new(2026, 9, 3)).Stand(Kalender.Standaard).Uitkomst!.LaatsteDag.ShouldBe(new(2026, 9, 15));
    }

    [Fact]
    public void The_clock_of_the_onderzoek_refuses_suspension_and_ignores_a_recorded_one()
    {
        var onderzoek = new Klok(Regels.Termijn(TermijnId.Onderzoek), Ontvangst);
        var opschorting = Opschorting.NaUitnodiging(new(2026, 9, 3));

        onderzoek.WeigerOpschorting(opschorting, Kalender.Standaard)!.Code.ShouldBe("KLOK_NIET_OPSCHORTBAAR");
        onderzoek.MetOpschorting(opschorting).Stand(Kalender.Standaard).Uitkomst!.LaatsteDag.ShouldBe(new(2026, 10, 13));
    }

    [Theory]
    [InlineData("2026-09-01", null, "KLOK_OPSCHORTING_VOOR_BEGIN")]
    [InlineData("2026-09-10", "2026-09-08", "KLOK_OPSCHORTING_OMGEKEERD")]
    [InlineData("2026-09-16", null, "KLOK_OPSCHORTING_NA_EINDE")]
    [InlineData("2026-09-15", null, null)]
    public void A_suspension_falls_within_the_term(string vanaf, string? tot, string? code)
    {
        var opschorting = new Opschorting(Opschortingsgrond.Instemming, DateOnly.Parse(vanaf), tot is null ? null : DateOnly.Parse(tot));

        Beschikking.WeigerOpschorting(opschorting, Kalender.Standaard)?.Code.ShouldBe(code);
        (Beschikking.WeigerOpschorting(opschorting, Kalender.Standaard) is null).ShouldBe(code is null);
    }

    [Fact]
    public void The_same_ground_twice_and_going_on_without_standing_still_are_refused()
    {
        var klok = Beschikking.MetOpschorting(Opschorting.NaUitnodiging(new(2026, 9, 3)));

        klok.WeigerOpschorting(Opschorting.NaUitnodiging(new(2026, 9, 8)), Kalender.Standaard)!.Code.ShouldBe("KLOK_AL_OPGESCHORT");
        klok.WeigerHervatting(Opschortingsgrond.Overmacht, new(2026, 9, 8))!.Code.ShouldBe("KLOK_NIET_OPGESCHORT");
        klok.WeigerHervatting(Opschortingsgrond.Aanvulling, new(2026, 9, 2))!.Code.ShouldBe("KLOK_OPSCHORTING_OMGEKEERD");
        klok.MetHervatting(Opschortingsgrond.Overmacht, new(2026, 9, 8)).ShouldBe(klok);
    }
}
