using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class MeldingTests
{
    const string Melding = """
        {"huishouden":{"naam":"Familie Bakker","adres":"Plein 2","wijkteam":"noord"},"leden":[{"naam":"Ama Bakker","geboortedatum":"1985-02-03","rol":"ouder","relaties":[{"tot":1,"soort":"ouder"}]},{"naam":"Kofi Bakker","geboortedatum":"2017-05-06","rol":"kind"}],
         "client":"Kofi Bakker","melder":{"soort":"professional","naam":"Juf Ria"},"vraag":"Kofi komt niet op school.","kanaal":"telefoon","ontvangen":"2026-09-01"}
        """;

    static readonly WorkflowDefinition Stroom = new Drawing("toegang").Start().Add("Kanteling.Melding", "stap").Add("Kanteling.VrijeTaak", "t").End().Connect("start → stap → t → end").Build();

    static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    [Fact]
    public void A_melding_opens_household_persons_and_dossier_and_starts_the_six_weeks()
    {
        var bank = new Werkbank().Start(Stroom, Json(Melding));
        bank.Huishouden.Personen.Select(p => p.Id).ShouldBe([new("p1"), new("p2")]);
        bank.Huishouden.Personen[0].Relaties.ShouldBe([new Relatie(new("p2"), Relatiesoort.Ouder)]);
        bank.D.Client.ShouldBe(new("p2"));
        bank.D.Regelset.ShouldBe("nl-2019-01-01");
        bank.D.Gemeente.ShouldBe(new Gemeentecode("0344"));
        bank.Huishouden.Wijkteam.ShouldBe(new Wijkteam(new("noord"), "Noord", "hash"));
        bank.Termijn("onderzoek:d1").LastDay.ShouldBe(new DateOnly(2026, 10, 13));
        HuishoudenDomein.Domein.Label(bank.Huishouden).ShouldBe("Familie Bakker");
        HuishoudenDomein.Domein.Holder(bank.Huishouden, "behandelaar", new("d1")).Team.ShouldBe(new TeamId("noord"));
    }

    [Fact]
    public void A_second_melding_uses_the_persons_that_are_there()
    {
        var bank = new Werkbank().Start(Stroom, Json(Melding)).Start(Stroom, Json("""{"leden":[{"id":"p1"},{"naam":"Oma"}],"client":"p1","vraag":"Ama kan het niet meer alleen."}"""), new("d2"));
        bank.Huishouden.Dossiers[new("d2")].Client.ShouldBe(new("p1"));
        bank.Huishouden.Personen.Select(p => p.Id).ShouldBe([new("p1"), new("p2"), new("p3")]);
        bank.Termijnen.Select(t => t.Key).Order().ShouldBe(["onderzoek:d1", "onderzoek:d2"]);
    }

    [Theory]
    [InlineData("""{"client":0,"vraag":"x"}""", "leden: MELDING_ZONDER_LEDEN")]
    [InlineData("""{"leden":[{"naam":"A"}],"client":1,"vraag":"x"}""", "client: MELDING_CLIENT_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A"},{"naam":"A"}],"client":"A","vraag":"x"}""", "client: MELDING_CLIENT_ONBEKEND")]
    [InlineData("""{"leden":[{"rol":"kind"}],"client":0,"vraag":"x"}""", "leden[0].naam: MELDING_LID_ZONDER_NAAM")]
    [InlineData("""{"leden":[{"naam":"A"}],"client":0}""", "vraag: MELDING_ZONDER_VRAAG")]
    [InlineData("""{"leden":[{"naam":"A"}],"client":0,"vraag":"x","ontvangen":"2026-09-02"}""", "ontvangen: MELDING_IN_TOEKOMST")]
    [InlineData("""{"leden":[{"naam":"A","id":"verslaafd"}],"client":0,"vraag":"x"}""", "leden[0].id: PERSOON_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A","id":"p9999"}],"client":0,"vraag":"x"}""", "leden[0].id: PERSOON_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A","id":"p1"},{"naam":"B","id":"p1"}],"client":0,"vraag":"x"}""", "leden[1].id: PERSOON_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A"},{"naam":"B","id":"p1"}],"client":"A","vraag":"x"}""", "")]
    [InlineData("""{"leden":[{"naam":"A"}],"client":0,"vraag":"x","kanaal":"digitaal, persoonlijk"}""", "kanaal: WOORD_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A"}],"client":0,"vraag":"x","kanaal":"verslaafd"}""", "kanaal: WOORD_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A"},{"naam":"B","relaties":[{"tot":0,"soort":"verslaafd"}]}],"client":0,"vraag":"x"}""", "leden[1].relaties[0].soort: WOORD_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A"}],"client":0,"vraag":"x"}""", "")]
    [InlineData("""{"leden":[{"naam":{"roepnaam":"A"}}],"client":0,"vraag":"x"}""", "leden[0].naam.geslachtsnaam: ACHTERNAAM_ONTBREEKT")]
    [InlineData("""{"leden":[{"naam":{"geslachtsnaam":"A","naamgebruik":"partner"}}],"client":0,"vraag":"x"}""", "leden[0].naam.partner.geslachtsnaam: PARTNERNAAM_ONTBREEKT")]
    [InlineData("""{"leden":[{"naam":{"geslachtsnaam":"A","naamgebruik":"die van de buren"}}],"client":0,"vraag":"x"}""", "leden[0].naam.naamgebruik: WOORD_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A","geboortedatum":"2026-09-02"}],"client":0,"vraag":"x"}""", "leden[0].geboortedatum: GEBOORTEDATUM_IN_TOEKOMST")]
    [InlineData("""{"leden":[{"naam":"A","geboortedatum":"1879"}],"client":0,"vraag":"x"}""", "leden[0].geboortedatum: GEBOORTEDATUM_TE_VROEG")]
    [InlineData("""{"leden":[{"naam":"A","geboortedatum":"vorig jaar"}],"client":0,"vraag":"x"}""", "leden[0].geboortedatum: GEBOORTEDATUM_ONLEESBAAR")]
    [InlineData("""{"leden":[{"naam":"A","geboortedatum":"12-3-1950"}],"client":0,"vraag":"x"}""", "leden[0].geboortedatum: GEBOORTEDATUM_ONLEESBAAR")]
    [InlineData("""{"leden":[{"naam":"A","geboortedatum":"2023-02-29"}],"client":0,"vraag":"x"}""", "leden[0].geboortedatum: GEBOORTEDATUM_BESTAAT_NIET")]
    [InlineData("""{"leden":[{"naam":"A","bsn":"1234567"}],"client":0,"vraag":"x"}""", "leden[0].bsn: BSN_GEEN_NEGEN_CIJFERS")]
    [InlineData("""{"leden":[{"naam":"A","geboortedatum":"1950-03"}],"client":0,"vraag":"x"}""", "")]
    [InlineData("""{"leden":[{"naam":"A","bsn":"123456789"}],"client":0,"vraag":"x"}""", "leden[0].bsn: BSN_ONJUIST")]
    [InlineData("""{"leden":[{"naam":"A","bsn":"999990019"},{"naam":"B","bsn":"99999 0019"}],"client":0,"vraag":"x"}""", "leden[1].bsn: BSN_DUBBEL")]
    [InlineData("""{"leden":[{"naam":"A","mail":"zonder apenstaart"}],"client":0,"vraag":"x"}""", "leden[0].mail: MAIL_ONJUIST")]
    [InlineData("""{"leden":[{"naam":"A","telefoon":"bel maar"}],"client":0,"vraag":"x"}""", "leden[0].telefoon: TELEFOON_ONJUIST")]
    [InlineData("""{"leden":[{"naam":"A","gezag":[{"soort":"ouder"}]}],"client":0,"vraag":"x"}""", "leden[0].gezag[0].naam: GEZAG_ZONDER_WIE")]
    [InlineData("""{"leden":[{"naam":"A","gezag":[{"soort":"ouder","door":7}]}],"client":0,"vraag":"x"}""", "leden[0].gezag[0].door: PERSOON_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A","gezag":[{"soort":"ouder","door":"A"}]}],"client":0,"vraag":"x"}""", "leden[0].gezag[0].door: PERSOON_MET_ZICHZELF")]
    [InlineData("""{"leden":[{"naam":"A"},{"naam":"B","gezag":[{"soort":"ouder","door":0,"naam":"Oma"}]}],"client":0,"vraag":"x"}""", "leden[1].gezag[0].naam: PERSOON_OF_NAAM")]
    [InlineData("""{"leden":[{"naam":"A"},{"naam":"B","relaties":[{"soort":"kind","tot":1}]}],"client":0,"vraag":"x"}""", "leden[1].relaties[0].tot: PERSOON_MET_ZICHZELF")]
    [InlineData("""{"huishouden":{"adres":{"postcode":"12"}},"leden":[{"naam":"A"}],"client":0,"vraag":"x"}""", "huishouden.adres.postcode: POSTCODE_ONJUIST")]
    [InlineData("""{"leden":[{"naam":"A","relaties":[{}]}],"client":0,"vraag":"x"}""", "leden[0].relaties[0].tot: RELATIE_ZONDER_WIE")]
    [InlineData("""{"leden":[{"naam":"A","relaties":[{"tot":29}]}],"client":0,"vraag":"x"}""", "leden[0].relaties[0].tot: PERSOON_ONBEKEND")]
    [InlineData("""{"leden":[{"naam":"A"},{"naam":"B","relaties":[{"tot":0}]}],"client":0,"vraag":"x"}""", "leden[1].relaties[0].soort: RELATIE_ZONDER_SOORT")]
    [InlineData("""{"leden":[{"naam":"A"},{"naam":"B","relaties":[{"tot":0,"soort":"kind"}]}],"client":0,"vraag":"x"}""", "")]
    [InlineData("""{"leden":[{"naam":"A\u202e"}],"client":0,"vraag":"x"}""", "leden[0].naam: NAAM_ONZICHTBAAR")]
    [InlineData("""{"leden":[{"naam":{"geslachtsnaam":"A","roepnaam":"\u200b"}}],"client":0,"vraag":"x"}""", "leden[0].naam.roepnaam: NAAM_ONZICHTBAAR")]
    [InlineData("""{"leden":[{"naam":{"geslachtsnaam":"A","partner":{"geslachtsnaam":"-"}}}],"client":0,"vraag":"x"}""", "leden[0].naam.partner.geslachtsnaam: NAAM_ONZICHTBAAR")]
    [InlineData("""{"leden":[{"naam":"A","gezag":[{"soort":"ouder","naam":"\u2066Oma"}]}],"client":0,"vraag":"x"}""", "leden[0].gezag[0].naam: NAAM_ONZICHTBAAR")]
    [InlineData("""{"huishouden":{"naam":"\u200b"},"leden":[{"naam":"A"}],"client":0,"vraag":"x"}""", "huishouden.naam: NAAM_ONZICHTBAAR")]
    [InlineData("""{"leden":[{"naam":"A"}],"melder":{"naam":"?"},"client":0,"vraag":"x"}""", "melder.naam: NAAM_ONZICHTBAAR")]
    [InlineData("""{"leden":[{"naam":"A","telefoon":"058-2345678 / 06 12345678"}],"client":0,"vraag":"x"}""", "leden[0].telefoon: TELEFOON_ONJUIST")]
    [InlineData("""{"leden":[{"naam":"A","telefoon":"06 1234567"}],"client":0,"vraag":"x"}""", "leden[0].telefoon: TELEFOON_ONJUIST")]
    public void What_is_not_a_melding_says_why(string json, string bezwaar) =>
        string.Join(", ", Meldinginvoer.Controleer(Json(json), Huishouden.Leeg, new("d1"), new(2026, 9, 1)).Select(r => $"{r.Field}: {r.Code}").Take(1)).ShouldBe(bezwaar);

    [Fact]
    public void What_is_told_of_a_person_is_kept_of_the_household_and_not_of_the_procedure()
    {
        var bank = new Werkbank().Start(Stroom, Json("""
            {"huishouden":{"adres":{"straat":"Kerkpad","huisnummer":"12a","postcode":"1234 ab"}},"leden":[
              {"naam":{"roepnaam":"Ama","geslachtsnaam":"Osei","partner":{"geslachtsnaam":"Bakker"},"naamgebruik":"eigenPartner"},"geboortedatum":"1985","bsn":"999990019","telefoon":"06 12345678","mail":"ama@voorbeeld.nl","voorkeur":"telefoon","taal":"Twi","huisarts":"Praktijk Noord","geslacht":"vrouw","geheimAdres":true},
              {"naam":"Kofi Bakker","geboortedatum":"2017-05-06","gezag":[{"soort":"ouder","door":0},{"soort":"ouder","naam":"Martijn Bakker"}]}],
             "client":"Ama Osei-Bakker","vraag":"x"}
            """));
        var (ama, kofi) = (bank.Huishouden.Personen[0], bank.Huishouden.Personen[1]);
        (Woorden.Van(ama.Naam), Woorden.Van(bank.Huishouden.Naam), Woorden.Van(bank.Huishouden.Adres)).ShouldBe(("Ama Osei-Bakker", "Huishouden Ama Osei-Bakker", "Kerkpad 12a, 1234 AB"));
        (ama.Geboren?.ToString(), Bsn.Van(ama.Bsn)?.Cijfers, ama.Voorkeur, ama.Geslacht, ama.GeheimAdres).ShouldBe(("1985", "999990019", Contactwijze.Telefoon, Geslacht.Vrouw, true));
        new[] { ama.Telefoon, ama.Mail, ama.Taal, ama.Huisarts }.Select(Woorden.Van).ShouldBe(["06 12345678", "ama@voorbeeld.nl", "Twi", "Praktijk Noord"]);
        kofi.Gezag.Select(g => (g.Door, Woorden.Van(g.Naam))).ShouldBe([(new PersoonId("p1"), null), (null, "Martijn Bakker")]);
        new[] { ama.Naam, ama.Bsn, ama.Telefoon, bank.Huishouden.Adres, kofi.Gezag[1].Naam }.ShouldAllBe(content => content!.Dossier == null);
        bank.D.Client.ShouldBe(new("p1"));
    }

    [Fact]
    public void Nobody_comes_with_a_bsn_that_somebody_here_has()
    {
        var bank = new Werkbank().Start(Stroom, Json("""{"leden":[{"naam":"Ada","bsn":"999990019"}],"client":0,"vraag":"x"}"""));
        var nog = Json("""{"leden":[{"naam":"Bo","bsn":"999990019"}],"client":0,"vraag":"x"}""");
        Meldinginvoer.Controleer(nog, bank.Huishouden, new("d2"), new(2026, 9, 1)).ShouldHaveSingleItem().ToString().ShouldBe("BSN_DUBBEL() @leden[0].bsn");
    }

    [Fact]
    public void Who_came_without_an_id_gets_one_that_nobody_else_asked_for()
    {
        var bank = new Werkbank().Start(Stroom, Json("""{"leden":[{"naam":"Ada"},{"id":"p1","naam":"Bo"}],"client":"Ada","vraag":"x"}"""));
        bank.Huishouden.Personen.Select(p => (p.Id, p.Naam.AsString())).ShouldBe([(new PersoonId("p2"), "Ada"), (new PersoonId("p1"), "Bo")], ignoreOrder: true);
        bank.Huishouden.Dossiers.Values.Single().Client.ShouldBe(new("p2"));
    }

    [Fact]
    public void A_team_that_the_register_does_not_have_takes_nobody()
    {
        var (feiten, bezwaren) = Meldinginvoer.Lees(Json(Melding.Replace("\"wijkteam\":\"noord\"", "\"wijkteam\":\"nergens\"", StringComparison.Ordinal)), Huishouden.Leeg, new("d1"), new(2026, 9, 1), Given.Nothing.With(Wijkteam.Sleutel(new("nergens")), null));
        feiten.ShouldBeEmpty();
        bezwaren.ShouldHaveSingleItem().ToString().ShouldBe("WIJKTEAM_ONBEKEND(Wijkteam) @huishouden.wijkteam");
    }

    [Fact]
    public void A_household_of_which_the_name_was_erased_is_still_recognised_as_one() =>
        HuishoudenDomein.Domein.Label(Huishouden.Leeg with { Naam = new Content(null, "naam", null) }).ShouldBe("gewist");
}
