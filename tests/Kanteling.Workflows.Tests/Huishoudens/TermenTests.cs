using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class TermenTests
{
    static readonly WorkflowDefinition Evaluatie = new Drawing("evaluatie").Start().Add("Kanteling.Evaluatie", "stap").End()
        .Connect("start → stap.Lichter → end", "stap.Gelijk → end", "stap.Zwaarder → end", "stap.Klaar → end", "stap.Structureel → end").Build();

    static readonly WorkflowDefinition Wijziging = new Drawing("wijziging").Start().Add("Kanteling.Wijziging", "begin").Add("Kanteling.WijzigingVerwerken", "stap").End()
        .Connect("start → begin → stap.Zes weken voorbij → end", "stap.Beslistermijn voorbij → end").Build();

    static readonly WorkflowDefinition Heronderzoek = new Drawing("heronderzoek").Start().Add("Kanteling.Heronderzoek", "begin").End().Connect("start → begin → end").Build();

    /// <summary>Terms are set by a decision; a change of calendar is the smallest one.</summary>
    static Werkbank Bank(params object[] feiten)
    {
        var bank = Werkbank.MetDossier(feiten).Stroom(Evaluatie).Stroom(Wijziging).Stroom(Heronderzoek);
        bank.Probeer(new ChangeCalendar("1"), null);
        return bank;
    }

    [Fact]
    public void Six_weeks_are_42_days_and_the_right_to_apply_opens_on_day_43()
    {
        var bank = Bank();
        bank.Termijn("onderzoek:d1").LastDay.ShouldBe(new DateOnly(2026, 10, 13));
        bank.Termijn("onderzoek:d1").Explanation.InZinnen().ShouldContain("Is er dan nog geen verslag, dan mag de inwoner meteen een aanvraag doen (Wmo 2015, artikel 2.3.2, negende lid).");
        bank.WachtTot(new(2026, 10, 13)).D.RechtOpAanvraag.ShouldBeNull();
        bank.WachtTot(new(2026, 10, 14)).D.RechtOpAanvraag.ShouldBe(new DateOnly(2026, 10, 14));
        bank.Termijnen.ShouldBeEmpty();
    }

    [Fact]
    public void On_day_43_somebody_is_asked_to_tell_the_inwoner_that_he_may_apply()
    {
        var bank = Bank().WachtTot(new(2026, 10, 14));
        (bank.Taak.Title, bank.Taak.Form!.Id, bank.Taak.Dossier).ShouldBe(("Vertellen dat een aanvraag kan", "wijziging-zes-weken-voorbij", new("d1")));
        bank.Vul(null, """{"kanaal":"post","verzondenOp":"2026-10-14"}""").D.AanvraagrechtVerteld.ShouldBe(new DateOnly(2026, 10, 14));
        bank.Poort.ShouldBe("Zes weken voorbij");
        bank.Zaak.Instances.ShouldBeEmpty();
    }

    [Fact]
    public void The_verslag_ends_the_first_clock() => Bank(Feit.Verslag).Termijnen.ShouldBeEmpty();

    [Fact]
    public void A_closed_dossier_has_no_clocks_but_its_support_has()
    {
        Bank(new DossierGesloten(new("d1"), "ingetrokken", Feit.Begin)).Termijnen.ShouldBeEmpty();
        Bank([.. Feit.Lopend(), new DossierGesloten(new("d1"), "ondersteuning loopt", new(2026, 10, 13))]).Termijnen.Select(t => t.Key).Order().ShouldBe(["bezwaar:d1", "einde:o1", "evaluatie:o1", "heronderzoek:o1"]);
    }

    [Fact]
    public void A_decision_that_is_too_late_is_known_the_day_after()
    {
        var bank = Bank(Feit.Verslag, Feit.Aanvraag);
        bank.Termijn("beschikking:d1").LastDay.ShouldBe(new DateOnly(2026, 10, 15));
        bank.WachtTot(new(2026, 10, 16)).D.Aanvraag!.BeslistermijnVerstreken.ShouldBe(new DateOnly(2026, 10, 16));
        bank.Termijnen.ShouldBeEmpty();
    }

    [Fact]
    public void Bezwaar_is_open_for_six_weeks_after_sending()
    {
        var bank = Bank(Feit.TotBeschikking());
        bank.Termijn("bezwaar:d1").LastDay.ShouldBe(new DateOnly(2026, 11, 18));
        bank.WachtTot(new(2026, 11, 19)).D.Besluit!.BezwaartermijnVerstreken.ShouldBe(new DateOnly(2026, 11, 19));
    }

    [Fact]
    public void A_new_aanvraag_does_not_close_bezwaar_against_the_decision_before_it()
    {
        var bank = Bank([.. Feit.TotBeschikking(), Feit.Aanvraag with { Ontvangen = new(2026, 11, 2), EerderBesluit = new(2026, 10, 7), Op = new(2026, 11, 2) }]);
        bank.D.Besluit.ShouldBeNull();
        bank.Termijn("bezwaar:d1:2026-10-07").LastDay.ShouldBe(new DateOnly(2026, 11, 18));
        bank.WachtTot(new(2026, 11, 19)).D.EerdereBesluiten.ShouldHaveSingleItem().BezwaartermijnVerstreken.ShouldBe(new DateOnly(2026, 11, 19));
        bank.Termijnen.Select(t => t.Key).ShouldBe(["heronderzoek:o1"]);
    }

    [Fact]
    public void The_date_of_a_running_support_starts_the_evaluation_once()
    {
        var bank = Bank(Feit.Lopend()).WachtTot(new(2027, 1, 11));
        bank.Zaak.Instances.ShouldBeEmpty();
        bank.WachtTot(new(2027, 1, 12));
        bank.Taak.ActivityType.ShouldBe("Kanteling.Evaluatie");
        bank.Zaak.Instances.Values.Single().Input.AsObject()["ondersteuning"]!.ToString().ShouldBe("o1");
        bank.Huishouden.MetId(new("o1"))!.EvaluatieLoopt.ShouldBeTrue();
        bank.Vul("Gelijk", """{"resultaat":"ja","toelichting":"t","volgendeEvaluatie":"2027-04-12"}""");
        bank.Termijn("evaluatie:o1").DueAt.ShouldBe(LocalTime.StartOf(new(2027, 4, 12)));
    }

    [Fact]
    public void Support_ends_on_its_last_day_and_who_never_asked_whether_it_helped_asks_now()
    {
        var bank = Bank([.. Feit.TotBeschikking(), new OpdrachtGegeven(new("o1"), Feit.Zorgbreed, new(2026, 10, 12), new(2026, 10, 8)), new OndersteuningGestart(new("o1"), new(2026, 10, 12)), new HeronderzoekBegonnen(new("o1"), new("weg"), new(2026, 10, 12))]).WachtTot(new(2027, 10, 13));
        var o = bank.Huishouden.MetId(new("o1"))!;
        (o.Loopt, o.Einde, o.Eindreden!.Value).ShouldBe((false, new DateOnly(2027, 10, 12), Eindreden.Einddatum));
        bank.Taak.ActivityType.ShouldBe("Kanteling.Evaluatie");
        bank.Vul("Gelijk", """{"resultaat":"ja","toelichting":"t"}""").Zaak.Instances.ShouldBeEmpty();
    }

    [Fact]
    public void Eight_weeks_before_its_end_a_decision_is_looked_at_again_in_a_dossier_of_its_own()
    {
        var bank = Bank(Feit.Lopend());
        bank.Termijn("heronderzoek:o1").DueAt.ShouldBe(LocalTime.StartOf(new(2027, 8, 17)));
        bank.Termijn("heronderzoek:o1").Explanation[^1].InZin().ShouldBe("Dan kijken we opnieuw wat er nodig is, want het besluit loopt tot en met dinsdag 12 oktober 2027 (Wmo 2015, artikel 2.3.9).");
        bank.WachtTot(new(2027, 8, 17));
        var d = bank.Huishouden.Dossiers[new("d1-2")];
        (d.Soort, d.Client, d.Behandelaar, d.Vervolg, d.Ontvangen).ShouldBe((DossierSoort.Heronderzoek, new("p1"), bank.D.Behandelaar, new Vervolg(new("d1"), new("o1")), new DateOnly(2027, 8, 17)));
        bank.Huishouden.MetId(new("o1"))!.Heronderzoek.ShouldBe(new DossierId("d1-2"));
        bank.Termijnen.Select(t => t.Key).ShouldNotContain("heronderzoek:o1");
        bank.Termijn("streef:d1-2").Explanation[^1].InZin().ShouldBe("Dit is een streeftermijn van de gemeente. De wet noemt hier geen termijn.");
        bank.Termijn("afloop:o1").DueAt.ShouldBe(LocalTime.StartOf(new(2027, 9, 28)));
    }

    [Theory]
    [InlineData("2027-10-12", "2027-08-17")]
    [InlineData("2026-12-07", "2026-11-09")]
    public void A_short_decision_is_not_looked_at_again_before_half_of_it_is_over(string einde, string dag) =>
        Bank([.. Feit.Lopend(), new BesluitVerlengd(new("o1"), DateOnly.Parse(einde, CultureInfo.InvariantCulture), Feit.T(), new("anna"), new(2026, 10, 12))])
            .Termijn("heronderzoek:o1").DueAt.ShouldBe(LocalTime.StartOf(DateOnly.Parse(dag, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_target_of_the_gemeente_passes_once_and_nothing_follows()
    {
        var bank = Bank([.. Feit.Lopend(), new BesluitVerlengd(new("o1"), new(2029, 10, 12), Feit.T(), new("anna"), new(2026, 10, 12)), new HeronderzoekBegonnen(new("o1"), new("d1-2"), new(2027, 8, 17)),
            .. new object[] { new DossierGeopend(new("d1-2"), DossierSoort.Heronderzoek, new("p1"), new Melder(Feit.T("gemeente"), null, null), Feit.T(), null, false, new(2027, 8, 17), "nl-2019-01-01", new(2027, 8, 17)) }]).WachtTot(new(2027, 10, 13));
        bank.Feiten.OfType<StreeftermijnVerstreken>().ShouldHaveSingleItem().Op.ShouldBe(new DateOnly(2027, 10, 13));
        bank.Termijnen.Select(t => t.Key).ShouldNotContain("streef:d1-2");
        bank.Huishouden.Dossiers[new("d1-2")].Einde.ShouldBeNull();
    }

    [Fact]
    public void Without_the_flow_the_date_passes_once_and_waits_in_an_incident_until_there_is_one()
    {
        var bank = Werkbank.MetDossier(Feit.Lopend());
        bank.Moet(new ChangeCalendar("1"), null);
        var termijn = bank.Termijn("evaluatie:o1");
        bank.Op(new(2027, 1, 12)).Moet(new PassDeadline(termijn.Id, termijn.DueAt), null);
        var incident = bank.Incidenten.ShouldHaveSingleItem();
        (incident.Code, incident.Pending.Term).ShouldBe(("DEFINITION_NOT_FOUND", new PassedTerm("evaluatie:o1", new("d1"), termijn.DueAt)));
        bank.Huishouden.MetId(new("o1"))!.EvaluatieLoopt.ShouldBeFalse();
        bank.Termijnen.Select(t => t.Key).ShouldNotContain("evaluatie:o1");
        bank.Stroom(new Drawing("evaluatie").Start().End().Connect("start → end").Build());
        bank.Moet(new ResolveIncident(incident.Id, Resolution.Retry, "de stroom is er weer"));
        bank.Huishouden.MetId(new("o1"))!.EvaluatieLoopt.ShouldBeTrue();
        bank.Incidenten.ShouldBeEmpty();
    }

    /// <summary>The last of the two weeks is Thursday 15 October; suppose a royal decree equates that day.</summary>
    static readonly Kalender MetBesluit = Kalender.Standaard with { Versie = 2, Gelijkgesteld = Kalender.Standaard.Gelijkgesteld.Add(new(2026, 10, 15), "koninklijk besluit van 1 september") };

    [Fact]
    public void A_royal_decree_that_comes_while_terms_run_moves_the_clock_the_task_and_its_reminder_and_says_why()
    {
        var bank = Bank(Feit.Verslag, Feit.Aanvraag).Op(new(2026, 10, 5)).Begin("BesluitOpstellen", ("termijn", "dossier"), ("herinnering", 3));
        bank.Taak.Due!.LastDay.ShouldBe(new DateOnly(2026, 10, 15));
        var versie = bank.Taak.Version;
        bank.Kalender = MetBesluit;
        bank.Moet(new ChangeCalendar("2"), null);

        bank.Termijn("beschikking:d1").LastDay.ShouldBe(new DateOnly(2026, 10, 16));
        bank.Taak.Due!.LastDay.ShouldBe(new DateOnly(2026, 10, 16));
        bank.Taak.Due!.Explanation.InZinnen(MetBesluit.Omschrijving).ShouldContain("Donderdag 15 oktober 2026 telt als een feestdag (koninklijk besluit van 1 september).");
        bank.Taak.Version.ShouldBe(versie);
        bank.Wachtend.Single(d => d.Key == "herinnering").DueAt.ShouldBe(LocalTime.StartOf(new(2026, 10, 13)));
        bank.Log.OfType<TaskDueMoved>().ShouldHaveSingleItem().Why.ShouldBe("CALENDAR_CHANGED");
        bank.Log.OfType<DeadlineMoved>().ShouldAllBe(e => e.Why == "CALENDAR_CHANGED");
    }

    [Fact]
    public void A_calendar_that_changes_no_date_here_leaves_no_trace()
    {
        var bank = Bank(Feit.Verslag, Feit.Aanvraag);
        bank.Kalender = Kalender.Standaard with { Versie = 2, Gelijkgesteld = Kalender.Standaard.Gelijkgesteld.Add(new(2029, 5, 11), "koninklijk besluit") };
        bank.Probeer(new ChangeCalendar("2"), null).ShouldBeOfType<Rejected>().Refusals.Single().Code.ShouldBe("CALENDAR_MOVES_NOTHING");
    }

    static void Gebeurt(Werkbank bank, object feit) => bank.Met(feit).Moet(new ChangeCalendar("1"), null);

    [Fact]
    public void A_task_has_no_last_day_while_its_clock_stands_still_and_has_one_again_after()
    {
        var bank = Bank(Feit.Verslag, Feit.Aanvraag).Op(new(2026, 10, 5)).Begin("BesluitOpstellen", ("termijn", "dossier"));
        Gebeurt(bank, new KlokOpgeschort(new("d1"), Opschortingsgrond.Instemming, new(2026, 10, 6), new(2026, 10, 5)));
        bank.Taak.Due.ShouldBeNull();
        bank.Wachtend.ShouldNotContain(d => d.Key == "termijn");
        Gebeurt(bank.Op(new(2026, 10, 12)), new KlokHervat(new("d1"), Opschortingsgrond.Instemming, new(2026, 10, 12), new(2026, 10, 12)) { Vanaf = bank.D.Aanvraag!.Opschortingen[^1].Vanaf });
        bank.Taak.Due!.LastDay.ShouldBe(bank.Termijn("beschikking:d1").LastDay);
        bank.Wachtend.Single(d => d.Key == "termijn").LastDay.ShouldBe(bank.Taak.Due!.LastDay);
    }
}
