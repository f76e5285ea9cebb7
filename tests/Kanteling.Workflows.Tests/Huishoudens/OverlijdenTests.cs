using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Casework.Wijzigingen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>After a death nothing addressed to that person survives, and whoever stays behind keeps what runs.</summary>
public class OverlijdenTests
{
    static readonly WorkflowDefinition Wijziging = new Drawing("wijziging").Start().Add("Kanteling.Wijziging", "begin").Add("Kanteling.AllesStoppen", "alles").Add("Kanteling.WijzigingVerwerken", "stap")
        .Add("Kanteling.AfsluitendGesprek", "gesprek").Add("Kanteling.CasusregieBeleggen", "regie").End()
        .Connect("start → begin → alles → stap.Overlijden → gesprek → end", "stap.Casusregie → regie.Belegd → end", "regie.Behandelaar volstaat → end", "stap.Bezwaar → end", "stap.Anders → end").Build();

    static readonly WorkflowDefinition Evaluatie = new Drawing("evaluatie").Start().Add("Kanteling.Evaluatie", "evaluatie").End()
        .Connect("start → evaluatie.Lichter → end", "evaluatie.Gelijk → end", "evaluatie.Zwaarder → end", "evaluatie.Klaar → end", "evaluatie.Structureel → end").Build();

    static readonly WorkflowDefinition Toegang = new Drawing("toegang").Start().Add("Kanteling.Melding", "melding").Add("Kanteling.EersteBeoordeling", "taak").End().Connect("start → melding → taak.Onderzoek → end").Build();

    static Werkbank Bank(params object[] feiten) => Werkbank.MetDossier(feiten).Stroom(Wijziging).Stroom(Evaluatie).Stroom(Toegang).Op(new(2026, 11, 2));

    static Werkbank Overlijdt(Werkbank bank, string persoon = "p1", string dossier = "d1") =>
        bank.Start(Wijziging, new JsonObject { ["soort"] = "overlijden", ["persoon"] = persoon, ["datum"] = "2026-11-01" }, new DossierId(dossier));

    /// <summary>Henk has a dossier of his own, with support that runs.</summary>
    static object[] VanHenk =>
    [
        new DossierGeopend(new("d2"), DossierSoort.Melding, new("p2"), new Melder(null, null, null), Feit.T(), null, false, Feit.Begin, "nl-2019-01-01", Feit.Begin), new BehandelaarToegewezen(new("d2"), Feit.Wie("bea"), null, Feit.Begin),
        new OndersteuningVoorgesteld(new("o9"), new("d2"), new("p2"), null, Kanteling.Workflows.Casework.Huishoudens.Ondersteuningscirkel.SociaalNetwerk, Ondersteuningsvorm.Netwerk, Feit.T(), null, Feit.Uur(1), null, Feit.Begin),
        new OndersteuningGestart(new("o9"), Feit.Begin), new AfschaalplanVastgelegd(new("o9"), new(2027, 3, 1), null, null, Feit.Begin),
    ];

    [Fact]
    public void Everything_stops_at_once_and_one_talk_is_left()
    {
        var bank = Bank(Feit.Lopend());
        bank.Start(Evaluatie, new JsonObject { ["ondersteuning"] = "o1" });
        Overlijdt(bank);
        bank.Incidentteksten.ShouldBeEmpty();
        bank.Taak.ActivityType.ShouldBe("Kanteling.AfsluitendGesprek");
        var o = bank.Huishouden.MetId(new("o1"))!;
        (o.Status, o.Eindreden!.Value, o.Einde).ShouldBe((Ondersteuningsstatus.Beeindigd, Eindreden.Overleden, new DateOnly(2026, 11, 1)));
        bank.D.Einde!.Resultaat.ShouldBe("overleden");
        bank.Termijnen.ShouldBeEmpty();
        bank.Huishouden.Persoon(new("p1"))!.Overleden.ShouldBe(new DateOnly(2026, 11, 1));
        bank.Log.OfType<InstanceCancelled>().ShouldHaveSingleItem().Reason.AsString()!.ShouldContain("overleden");
        bank.Vul(null, """{"met":"Henk","toelichting":"Hij redt het."}""").Zaak.Instances.ShouldBeEmpty();
        bank.Wachtend.ShouldBeEmpty();
    }

    [Fact]
    public void Who_stays_behind_keeps_what_runs()
    {
        var bank = Overlijdt(Bank([.. Feit.Lopend(), .. VanHenk]));
        bank.Huishouden.MetId(new("o9"))!.Loopt.ShouldBeTrue();
        bank.Huishouden.Dossier(new("d2"))!.IsOpen.ShouldBeTrue();
        bank.Termijnen.Select(t => t.Key).Order().ShouldBe(["evaluatie:o9", "onderzoek:d2"]);
    }

    [Fact]
    public void A_casusregisseur_who_died_is_followed_by_a_task_to_find_another()
    {
        var bank = Bank([.. Feit.Lopend(), .. VanHenk, new CasusregieBelegd(new("d1"), Regiesoort.Inwoner, null, new("p1"), null, Feit.Wie("anna"), Levensdomein.Zorgen, Feit.Begin)]);
        Overlijdt(bank);
        bank.Huishouden.Casusregisseur.ShouldBeNull();
        bank.Zaak.Instances.Values.SelectMany(i => i.Waits.Values.OfType<TaskWait>()).Select(w => (w.Task.ActivityType, w.Task.Dossier)).Order()
            .ShouldBe([("Kanteling.AfsluitendGesprek", new("d1")), ("Kanteling.CasusregieBeleggen", new("d2"))]);
    }

    [Fact]
    public void Without_others_who_get_support_nobody_looks_for_another_casusregisseur()
    {
        var bank = Overlijdt(Bank([.. Feit.Lopend(), new CasusregieBelegd(new("d1"), Regiesoort.Inwoner, null, new("p1"), null, Feit.Wie("anna"), Levensdomein.Zorgen, Feit.Begin)]));
        bank.Taak.ActivityType.ShouldBe("Kanteling.AfsluitendGesprek");
    }

    [Fact]
    public void Mantelzorg_by_who_died_ends()
    {
        var bank = Bank(new PersoonToegevoegd(new("p3"), Feit.T("Dochter"), null, Feit.T("kind"), [new Relatie(new("p1"), Relatiesoort.Mantelzorger), new Relatie(new("p1"), Relatiesoort.Kind)], Feit.Begin));
        Overlijdt(bank, "p3");
        bank.Huishouden.Persoon(new("p3"))!.Relaties.Select(r => r.Soort).ShouldBe([Relatiesoort.Kind]);
        bank.D.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void A_melding_for_who_died_is_refused()
    {
        var bank = Overlijdt(Bank(Feit.Lopend()));
        var invoer = JsonNode.Parse("""{"client":"p1","vraag":"Hulp","kanaal":"telefoon"}""")!.AsObject();
        Meldinginvoer.Controleer(invoer, bank.Huishouden, new("d3"), bank.Vandaag).ShouldHaveSingleItem().Code.ShouldBe("PERSOON_OVERLEDEN");
    }

    [Fact]
    public void No_task_is_opened_for_who_died()
    {
        var bank = Overlijdt(Bank(Feit.Lopend())).Vul(null, """{"met":"Henk","toelichting":"t"}""");
        bank.Start(Evaluatie, new JsonObject { ["ondersteuning"] = "o1" });
        bank.Incidenten.ShouldHaveSingleItem().Code.ShouldBe("PERSOON_OVERLEDEN");
        bank.Zaak.Instances.Values.SelectMany(i => i.Waits.Values).ShouldBeEmpty();
    }

    [Fact]
    public void Support_for_who_died_cannot_be_started_again()
    {
        var voor = (Huishouden)Overlijdt(Bank(Feit.Lopend())).Zaak.Domain;
        HuishoudenDomein.Domein.Check(voor, HuishoudenDomein.Domein.Apply(voor, new OndersteuningGestart(new("o1"), new(2026, 11, 5)))).Select(r => r.Code).ShouldContain("PERSOON_OVERLEDEN");
    }

    [Theory]
    [InlineData("OntvangstBevestigd")]
    [InlineData("VerslagVerstrekt")]
    [InlineData("AanvraagrechtVerteld")]
    [InlineData("AfspraakGemaakt")]
    public void A_letter_to_who_died_breaks_a_rule(string soort)
    {
        var voor = (Huishouden)Overlijdt(Bank(Feit.TotMaatwerk())).Zaak.Domain;
        object brief = soort switch
        {
            "OntvangstBevestigd" => new OntvangstBevestigd(new("d1"), Kanaal.Post, new(2026, 11, 3)),
            "VerslagVerstrekt" => new VerslagVerstrekt(new("d1"), Kanaal.Post, null, null, new(2026, 11, 3)),
            "AanvraagrechtVerteld" => new AanvraagrechtVerteld(new("d1"), Kanaal.Post, new(2026, 11, 3)),
            _ => new AfspraakGemaakt(new("d1"), new(2026, 11, 9), null, null, null, new(2026, 11, 3)),
        };
        HuishoudenDomein.Domein.Check(voor, HuishoudenDomein.Domein.Apply(voor, brief)).ShouldHaveSingleItem().Code.ShouldBe("PERSOON_OVERLEDEN");
    }

    [Fact]
    public void His_heirs_may_still_object()
    {
        var bank = Overlijdt(Bank(Feit.Lopend())).Vul(null, """{"met":"Henk","toelichting":"t"}""");
        bank.Start(Wijziging, new JsonObject { ["soort"] = "bezwaar" });
        bank.Vul(null, """{"ontvangenOp":"2026-11-02","gronden":"Het was te weinig."}""").D.Besluit!.Bezwaar!.TeLaat.ShouldBeFalse();
    }

    [Fact]
    public void He_dies_only_once()
    {
        var bank = Overlijdt(Bank());
        Wijzigingsinvoer.Controleer(JsonNode.Parse("""{"soort":"overlijden","persoon":"p1"}""")!.AsObject(), bank.Huishouden, new("d1"), bank.Vandaag).ShouldHaveSingleItem().Code.ShouldBe("PERSOON_OVERLEDEN");
    }

    [Theory]
    [InlineData("""{"soort":"onzin"}""", "WIJZIGING_SOORT_ONBEKEND")]
    [InlineData("""{"soort":"overlijden"}""", "WIJZIGING_ZONDER_PERSOON")]
    [InlineData("""{"soort":"overlijden","persoon":"p7"}""", "PERSOON_ONBEKEND")]
    [InlineData("""{"soort":"overlijden","persoon":"p1","datum":"2027-01-01"}""", "WIJZIGING_IN_TOEKOMST")]
    [InlineData("""{"soort":"verzoekAanbieder","ondersteuning":"o7"}""", "ONDERSTEUNING_ONBEKEND")]
    [InlineData("""{"soort":"bezwaar"}""", "BEZWAAR_ZONDER_BESLUIT")]
    [InlineData("""{"soort":"ingebrekestelling"}""", "INGEBREKESTELLING_ZONDER_AANVRAAG")]
    public void A_change_that_cannot_be_is_refused_before_it_begins(string invoer, string code) =>
        Wijzigingsinvoer.Controleer(JsonNode.Parse(invoer)!.AsObject(), Bank().Huishouden, new("d1"), new(2026, 11, 2)).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void A_change_that_is_no_death_stops_nothing()
    {
        var bank = Bank(Feit.Lopend()).Start(Wijziging, new JsonObject { ["soort"] = "anders", ["persoon"] = "p1" });
        (bank.Taak.Title, bank.Huishouden.MetId(new("o1"))!.Loopt).ShouldBe(("Wijziging verwerken", true));
    }

    [Fact]
    public void A_representative_has_a_kind_a_scope_dates_and_proof()
    {
        var bank = Werkbank.MetDossier().Begin("Vertegenwoordiger");
        bank.Geweigerd(null, """{"persoon":"p1","soort":"mentor","naam":"Els","reikwijdte":"zorg","vanaf":"2026-09-01","tot":"2026-08-01","bewijs":"rechtbank"}""").ShouldHaveSingleItem().Code.ShouldBe("VERTEGENWOORDIGING_OMGEKEERD");
        bank.Vul(null, """{"persoon":"p1","soort":"broerOfZus","naam":"Els","reikwijdte":"zorg","vanaf":"2026-09-01","bewijs":"gesprek"}""");
        var v = bank.Huishouden.Vertegenwoordigers.ShouldHaveSingleItem();
        (v.Persoon, v.Soort, v.Naam.AsString(), v.Vanaf, v.Tot, v.Bewijs!.AsString()).ShouldBe((new("p1"), Vertegenwoordigersoort.BroerOfZus, "Els", new DateOnly(2026, 9, 1), null, "gesprek"));
    }

    [Theory]
    [InlineData("""{"persoon":"p1","lid":"p1"}""", "lid: PERSOON_MET_ZICHZELF")]
    [InlineData("""{"persoon":"p1","lid":"p1","naam":"Els"}""", "lid: PERSOON_MET_ZICHZELF")]
    [InlineData("""{"persoon":"p1","lid":"p2","naam":"Els"}""", "naam: PERSOON_OF_NAAM")]
    [InlineData("""{"persoon":"p1"}""", "naam: VERTEGENWOORDIGER_ZONDER_WIE")]
    public void A_representative_is_somebody_else_and_one_person(string wie, string nee)
    {
        var antwoorden = JsonNode.Parse("""{"soort":"mentor","reikwijdte":"zorg","vanaf":"2026-09-01","bewijs":"rechtbank"}""")!.AsObject();
        foreach (var (veld, waarde) in JsonNode.Parse(wie)!.AsObject())
            antwoorden[veld] = waarde!.DeepClone();
        string.Join(", ", Werkbank.MetDossier().Begin("Vertegenwoordiger").Geweigerd(null, antwoorden.ToJsonString()).Select(r => $"{r.Field}: {r.Code}")).ShouldBe(nee);
    }

    [Theory]
    [InlineData("")]
    [InlineData("naam")]
    public void Somebody_of_the_household_may_be_chosen_without_his_name_or_with_it(string ook)
    {
        var bank = Werkbank.MetDossier();
        var naam = Woorden.Van(bank.Huishouden.Persoon(new("p2"))!.Naam)!;
        bank.Begin("Vertegenwoordiger").Vul(null, $$"""{"persoon":"p1","soort":"partner","lid":"p2",{{(ook.Length > 0 ? $"\"naam\":\"{naam.ToLowerInvariant()}\"," : "")}}"reikwijdte":"zorg","vanaf":"2026-09-01","bewijs":"gesprek"}""");
        var v = bank.Huishouden.Vertegenwoordigers.ShouldHaveSingleItem();
        (v.Lid, v.Naam.AsString()!.ToLowerInvariant()).ShouldBe((new PersoonId("p2"), naam.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("2026-10-01", null, "nog niet: vanaf 1 oktober 2026")]
    [InlineData("2026-10-01", "2027-01-31", "nog niet: vanaf 1 oktober 2026 tot en met 31 januari 2027")]
    [InlineData("2026-09-01", "2027-01-31", "vanaf 1 september 2026 tot en met 31 januari 2027")]
    [InlineData("2026-09-01", null, "vanaf 1 september 2026")]
    [InlineData("2026-01-01", "2026-08-31", "was het tot en met 31 augustus 2026")]
    public void It_is_told_from_when_until_when_somebody_may_act(string vanaf, string? tot, string zin) =>
        Woorden.Geldt(Dag(vanaf), tot is null ? null : Dag(tot), new(2026, 9, 1)).ShouldBe(zin);

    static DateOnly Dag(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
