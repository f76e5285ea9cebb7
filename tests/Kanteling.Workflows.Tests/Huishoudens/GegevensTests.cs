using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>What is known of people, completed and mended.</summary>
public class GegevensTests
{
    static readonly WorkflowDefinition Stroom = new Drawing("gegevens").Start().Add("Kanteling.GegevensVastleggen", "stap").End().Connect("start → stap", "stap.Vastgelegd → end", "stap.Niet nodig → end").Build();

    static Werkbank Van(string? persoon, params object[] feiten) => Werkbank.MetDossier(feiten).Start(Stroom, persoon is null ? [] : new JsonObject { ["persoon"] = persoon });

    static PersoonsgegevensVastgelegd Bekend(Func<Persoon, Persoon> ook) =>
        new(new("p1"), ook(new Persoon(new("p1"), Werkbank.Tekst("Wil Postma"), Werkbank.Tekst("1950-03-04"), Werkbank.Tekst("client"), [])), new(2026, 9, 1));

    [Fact]
    public void The_form_shows_what_is_known_with_a_name_taken_apart_and_never_a_bsn()
    {
        var bank = Van("p1", Bekend(p => p with { Bsn = Werkbank.Tekst("999990019"), Telefoon = Werkbank.Tekst("06 12345678"), Gezag = [new Gezag(Gezagsoort.Ouder, null, Werkbank.Tekst("Oma"))] }));
        bank.Taak.Title.ShouldBe("Gegevens aanvullen of verbeteren");
        var vooraf = bank.Vooraf.ToJsonString();
        vooraf.ShouldNotContain("999990019");
        JsonNode.DeepEquals(bank.Vooraf, JsonNode.Parse("""
            {"naam":{"roepnaam":"Wil","geslachtsnaam":"Postma"},"geboortedatum":"1950-03-04","rol":"client","telefoon":"06 12345678","gezag":[{"soort":"ouder","naam":"Oma"}]}
            """)).ShouldBeTrue(vooraf);
    }

    [Fact]
    public void What_is_emptied_is_gone_and_a_bsn_stays_until_there_is_another()
    {
        var bank = Van("p1", Bekend(p => p with { Bsn = Werkbank.Tekst("999990019"), Telefoon = Werkbank.Tekst("06 12345678"), GeheimAdres = true }))
            .Vul("Vastgelegd", """{"naam":{"roepnaam":"Wil","geslachtsnaam":"Postma"},"mail":"wil@voorbeeld.nl"}""");
        var p = bank.Huishouden.Personen[0];
        (p.Id.Text, Woorden.Van(p.Naam), Bsn.Van(p.Bsn)?.Cijfers, p.Telefoon, Woorden.Van(p.Mail), p.Geboortedatum, p.GeheimAdres).ShouldBe(("p1", "Wil Postma", "999990019", null, "wil@voorbeeld.nl", null, false));
        bank.Huishouden.Personen.Count.ShouldBe(2);
        bank.Start(Stroom, new JsonObject { ["persoon"] = "p1" }).Vul("Vastgelegd", """{"naam":{"geslachtsnaam":"Postma"},"bsnWeg":true}""");
        bank.Huishouden.Personen[0].Bsn.ShouldBeNull();
    }

    [Fact]
    public void What_stays_the_same_is_no_fact()
    {
        var bank = Van("p1").Vul("Vastgelegd", """{"naam":{"roepnaam":"Wil","geslachtsnaam":"Postma"},"geboortedatum":"1950-03-04","rol":"client"}""");
        bank.Feiten.OfType<PersoonsgegevensVastgelegd>().Count().ShouldBe(1, "the name was taken apart");
        bank.Start(Stroom, new JsonObject { ["persoon"] = "p1" }).Vul("Vastgelegd", """{"naam":{"roepnaam":"Wil","geslachtsnaam":"Postma"},"geboortedatum":"1950-03-04","rol":"client"}""");
        bank.Feiten.OfType<PersoonsgegevensVastgelegd>().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"naam":{"roepnaam":"Wil"}}""", "naam.geslachtsnaam: ANTWOORD_ONTBREEKT")]
    [InlineData("""{"naam":{"geslachtsnaam":"P","naamgebruik":"partner"}}""", "naam.partner.geslachtsnaam: ANTWOORD_PARTNERNAAM_ONTBREEKT")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"geboortedatum":"gisteren"}""", "geboortedatum: ANTWOORD_GEEN_ONVOLLEDIGE_DATUM")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"geboortedatum":"4-3-1950"}""", "geboortedatum: ANTWOORD_GEEN_ONVOLLEDIGE_DATUM")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"geboortedatum":"31-02-1980"}""", "geboortedatum: ANTWOORD_DAG_BESTAAT_NIET")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"bsn":"12345"}""", "bsn: BSN_GEEN_NEGEN_CIJFERS")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"geboortedatum":"2027"}""", "geboortedatum: GEBOORTEDATUM_IN_TOEKOMST")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"geboortedatum":"1879-01-01"}""", "geboortedatum: GEBOORTEDATUM_TE_VROEG")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"bsn":"999990018"}""", "bsn: BSN_ONJUIST")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"bsn":"111222333"}""", "bsn: BSN_DUBBEL")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"relaties":[{"soort":"partner","tot":"p1"}]}""", "relaties[0].tot: PERSOON_MET_ZICHZELF")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"gezag":[{"soort":"ouder"}]}""", "gezag[0].naam: GEZAG_ZONDER_WIE")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"gezag":[{"soort":"ouder","door":"p2","naam":"Oma"}]}""", "gezag[0].naam: PERSOON_OF_NAAM")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"gezag":[{"soort":"ouder","door":"p9"}]}""", "gezag[0].door: PERSOON_ONBEKEND")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"adres":{"postcode":"12"}}""", "adres.postcode: POSTCODE_ONJUIST")]
    [InlineData("""{"naam":{"geslachtsnaam":"P"},"telefoon":"bel"}""", "telefoon: TELEFOON_ONJUIST")]
    public void What_cannot_be_is_refused_on_its_field(string antwoorden, string nee)
    {
        var buur = new PersoonsgegevensVastgelegd(new("p2"), new Persoon(new("p2"), Werkbank.Tekst("Henk"), null, null, []) { Bsn = Werkbank.Tekst("111222333") }, new(2026, 9, 1));
        string.Join(", ", Van("p1", buur).Geweigerd("Vastgelegd", antwoorden).Select(r => $"{r.Field}: {r.Code}")).ShouldBe(nee);
    }

    [Fact]
    public void Somebody_new_belongs_here_from_his_day_with_a_relation_and_who_has_authority()
    {
        var bank = Van(null);
        bank.Taak.Title.ShouldBe("Iemand toevoegen");
        bank.Geweigerd("Vastgelegd", """{"komst":"geboren","vanaf":"2026-09-02","naam":{"geslachtsnaam":"Postma"}}""").ShouldHaveSingleItem().Field.ShouldBe("vanaf");
        bank.Vul("Vastgelegd", """{"komst":"geboren","vanaf":"2026-08-30","naam":{"roepnaam":"Noor","geslachtsnaam":"Postma"},"geboortedatum":"2026-08-30","relaties":[{"soort":"kind","tot":"p1"}],"gezag":[{"soort":"ouder","door":"p1"}]}""");
        var noor = bank.Huishouden.Personen[2];
        (noor.Id.Text, Woorden.Van(noor.Naam), noor.Leeftijd(bank.Vandaag)).ShouldBe(("p3", "Noor Postma", 0));
        noor.Relaties.ShouldBe([new Relatie(new("p1"), Relatiesoort.Kind)]);
        noor.Gezag.Single().Door.ShouldBe(new PersoonId("p1"));
        Feitzinnen.Van(bank.Feiten.Last(), bank.Huishouden, SocialeKaart.Leeg)!.ShouldSatisfyAllConditions(z => z.Kop.ShouldBe("Geboren"), z => z.Tekst.ShouldBe("Noor Postma, vanaf 30 augustus 2026."));
        bank.Context("kindInHuishouden").ShouldBe(FeelBoolean.True);
    }

    [Theory]
    [InlineData("p1")]
    [InlineData(null)]
    public void What_was_begun_by_mistake_changes_nothing(string? persoon)
    {
        var bank = Van(persoon).Vul("Niet nodig", """{"naam":{"roepnaam":"Half"},"geboortedatum":"2999"}""");
        bank.Feiten.ShouldBeEmpty();
        bank.Opgeslagen.ShouldNotContain("Half");
    }

    [Fact]
    public void An_address_is_mended_without_a_move_and_stays_hidden_on_the_timeline_when_it_is_secret()
    {
        var bank = Van("p1").Vul("Vastgelegd", """{"naam":{"geslachtsnaam":"Postma"},"geheimAdres":true,"adres":{"straat":"Kerkpad","huisnummer":"12a","postcode":"1234 ab","woonplaats":"Noord"}}""");
        Woorden.Van(bank.Huishouden.Adres).ShouldBe("Kerkpad 12a, 1234 AB Noord");
        Woorden.Van(bank.Huishouden.Naam).ShouldBe("Familie Postma");
        bank.Huishouden.HeeftGeheimAdres.ShouldBeTrue();
        Feitzinnen.Van(new HuishoudenVerhuisd(Werkbank.Tekst("Ergens 1"), null, null, new(2026, 9, 1)), bank.Huishouden, SocialeKaart.Leeg)!.Tekst.ShouldBe("Het adres is geheim. · Vanaf 1 september 2026.");
    }

    [Fact]
    public void An_erased_name_is_carried_along_and_can_be_told_again()
    {
        var bank = Van("p1", Bekend(p => p with { Naam = new Content(null, "naam", null), Telefoon = new Content(null, "telefoon", null) }));
        bank.Vooraf["naam"].ShouldBeNull();
        bank.Vul("Vastgelegd", """{"naam":{"roepnaam":"Wil","geslachtsnaam":"Postma"}}""");
        Woorden.Van(bank.Huishouden.Personen[0].Naam).ShouldBe("Wil Postma");
    }

    [Theory]
    [InlineData("1950", null)]
    [InlineData("1950-03", 76)]
    [InlineData("1950-03-04", 76)]
    public void A_condition_reads_an_age_that_is_certain(string geboren, int? leeftijd) =>
        Werkbank.MetDossier(Bekend(p => p with { Geboortedatum = Werkbank.Tekst(geboren) })).Context("leeftijd").ShouldBe(leeftijd is { } jaren ? new FeelNumber(jaren) : FeelNull.Instance);

    [Fact]
    public void A_letter_addresses_with_the_name_of_somebodys_choice_and_with_the_address_on_lines()
    {
        var naam = JsonNode.Parse("""{"roepnaam":"Wil","tussenvoegsel":"de","geslachtsnaam":"Boer","partner":{"tussenvoegsel":"van der","geslachtsnaam":"Berg"},"naamgebruik":"partnerEigen"}""");
        var adres = JsonNode.Parse("""{"straat":"Kerkpad","huisnummer":12,"postcode":"1234AB","woonplaats":"Noord"}""");
        var bank = Werkbank.MetDossier(Bekend(p => p with { Naam = Content.Of(null, "naam", naam), Geslacht = Geslacht.Vrouw }), new HuishoudengegevensVastgelegd(Werkbank.Tekst("Familie Berg"), Content.Of(null, "adres", adres), new(2026, 9, 1)));
        Ingevuld(bank, "{aanhef}, {client}. {adres}").ShouldBe("Beste mevrouw Van der Berg-de Boer, Wil van der Berg-de Boer. Kerkpad 12\n1234 AB  Noord");
        Ingevuld(Werkbank.MetDossier(), "{aanhef}. {adres}").ShouldBe("Beste Wil Postma. Dorpsstraat 1");
    }

    static string Ingevuld(Werkbank bank, string tekst) => Plaatshouders.Vul(tekst, new Briefbron(bank.Huishouden, bank.D, bank.Kalender, bank.Vandaag, new Briefnamen(null, null)));

    [Fact]
    public void The_form_asks_a_better_address_and_never_fills_in_the_one_that_is_there()
    {
        var bank = Van("p1", new HuishoudengegevensVastgelegd(Werkbank.Tekst("Familie Berg"), Content.Of(null, "adres", JsonNode.Parse("""{"straat":"Kerkpad","huisnummer":12}""")), new(2026, 9, 1)));
        bank.Vooraf.ContainsKey("adres").ShouldBeFalse("two forms that lie open would put back what the other changed");
        bank.Vul("Vastgelegd", """{"naam":{"geslachtsnaam":"Postma"}}""");
        Woorden.Van(bank.Huishouden.Adres).ShouldBe("Kerkpad 12");
    }

    [Fact]
    public void The_reason_of_the_task_says_of_whom_it_is() => TaskWords.Reason(Van("p2").Taak.Words)!.ShouldStartWith("Het gaat om Henk Postma. ");

    [Fact]
    public void Nobody_is_added_to_a_household_that_went_up_in_another() =>
        Van(null, new HuishoudenGekoppeld(new("elders"), Koppelingsoort.OpgegaanIn, null, new(2026, 9, 1)))
            .Geweigerd("Vastgelegd", """{"naam":{"geslachtsnaam":"Berg"},"komst":"komtWonen","vanaf":"2026-09-01"}""").ShouldHaveSingleItem().Code.ShouldBe("HUISHOUDEN_SAMENGEVOEGD");
}
