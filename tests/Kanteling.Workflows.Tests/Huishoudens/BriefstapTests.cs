using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>Which letter a step brings, and that it is recorded only when it went out.</summary>
public class BriefstapTests
{
    const string Gestuurd = """{"kanaal":"digitaal","verzondenOp":"2026-10-08"}""";

    static DocumentReference Verwijzing(string brief) => Casework.Documenten.Documentverwijzing.Van(Werkbank.Brief(brief));

    static readonly VerzondenBrief Bekend = new(Verwijzing("verslag"), new("p1"), Kanaal.Digitaal, new(2026, 10, 8));

    static Werkbank Bank(params object[] feiten) => Werkbank.MetDossier(feiten).Op(new(2026, 10, 8));

    static object[] TotVastgesteld(bool toegekend, Besluitsoort? soort = null) =>
        [.. Feit.TotMaatwerk(), Feit.Voorstel(), Feit.Verslag, Feit.Aanvraag, Feit.Opgesteld(toegekend: toegekend) with { Soort = soort ?? (toegekend ? Besluitsoort.Toekenning : Besluitsoort.Afwijzing) }, Feit.Vastgesteld];

    [Theory]
    [InlineData("Verslag", null, "verslag", Gestuurd)]
    [InlineData("OntvangstBevestigen", null, "ontvangstbevestiging", """{"behandelaar":"anna","kanaal":"digitaal","verzondenOp":"2026-10-08"}""")]
    [InlineData("Zienswijze", null, "zienswijze", """{"gegevenOp":"2026-10-08","kanaal":"digitaal","verzondenOp":"2026-10-08"}""")]
    [InlineData("Nazorg", "Goed", "nazorg", """{"ervaring":"fijn","doetMee":true,"kanaal":"digitaal","verzondenOp":"2026-10-08"}""")]
    [InlineData("ClientondersteuningAanbieden", null, "heronderzoek", """{"clientondersteuningInwoner":"wil","clientondersteuningMantelzorger":"later","kanaal":"digitaal","verzondenOp":"2026-10-08"}""")]
    public void A_letter_is_recorded_with_version_person_channel_and_day(string stap, string? uitkomst, string brief, string antwoorden)
    {
        var bank = Bank(TotVastgesteld(toegekend: false)).Begin(stap);
        bank.BriefVanTaak.ShouldBe(brief + "@1");
        bank.Vul(uitkomst, antwoorden).D.Brieven.ShouldHaveSingleItem().ShouldBe(Bekend with { Brief = Verwijzing(brief) });
    }

    [Fact]
    public void Completing_what_was_missing_records_the_invitation()
    {
        var bank = Bank(Feit.Verslag, new AanvraagOntvangen(new("d1"), new(2026, 10, 7), false, Feit.T(), new(2026, 10, 7))).Begin("AanvraagAanvullen");
        bank.BriefVanTaak.ShouldBe("aanvullen@1");
        bank.Op(new(2026, 10, 12)).Vul("Aangevuld", """{"aangevuldOp":"2026-10-12","kanaal":"digitaal","verzondenOp":"2026-10-08"}""");
        bank.D.Brieven.ShouldHaveSingleItem().ShouldBe(Bekend with { Brief = Verwijzing("aanvullen") });
    }

    [Theory]
    [InlineData(true, null, "beschikking-toekenning")]
    [InlineData(true, Besluitsoort.GedeeltelijkeToekenning, "beschikking-toekenning")]
    [InlineData(false, null, "beschikking-afwijzing")]
    [InlineData(false, Besluitsoort.BuitenBehandeling, "buiten-behandeling")]
    public void Making_a_decision_known_takes_the_letter_of_its_kind(bool toegekend, Besluitsoort? soort, string brief)
    {
        var bank = Bank(TotVastgesteld(toegekend, soort)).Begin("Bekendmaken");
        bank.BriefVanTaak.ShouldBe(brief + "@1");
        bank.Vul(null, Gestuurd).D.Brieven.ShouldHaveSingleItem().ShouldBe(Bekend with { Brief = Verwijzing(brief) });
    }

    [Fact]
    public void After_six_weeks_the_row_of_the_change_brings_its_own_letter()
    {
        var stroom = new Engine.Drawing("proef").Start().Add("Kanteling.WijzigingVerwerken", "stap", [("brief", Engine.Drawing.Literal("nazorg"))]).End()
            .Connect("start → stap").Connect("stap.Zes weken voorbij → end").Build();
        var bank = Bank().Start(stroom, new JsonObject { ["soort"] = "zesWekenVoorbij" });
        bank.BriefVanTaak.ShouldBe("recht-op-aanvraag@1");
        bank.Vul(null, """{"kanaal":"post","verzondenOp":"2026-10-08"}""").D.Brieven.ShouldHaveSingleItem().Brief.ShouldBe(Verwijzing("recht-op-aanvraag"));
    }

    [Fact]
    public void What_is_not_sent_is_not_recorded() =>
        Bank(TotVastgesteld(toegekend: false)).Begin("Zienswijze").Vul(null, """{"gegevenOp":"2026-10-08"}""").D.Brieven.ShouldBeEmpty();

    [Fact]
    public void A_form_that_does_not_ask_how_means_by_post_today() =>
        Bank().Begin("Vooronderzoek", ("brief", "nazorg")).Vul(null, """{"identiteitVastgesteld":true,"document":"paspoort","wlz":"geen"}""").D.Brieven
            .ShouldHaveSingleItem().ShouldBe(new VerzondenBrief(Verwijzing("nazorg"), new("p1"), Kanaal.Post, new(2026, 10, 8)));

    [Fact]
    public void Verzenden_needs_a_letter_that_exists()
    {
        Bank().Begin("Verzenden").Incidenten.ShouldHaveSingleItem().Code.ShouldBe("BRIEF_ONTBREEKT");
        Bank().Begin("Verzenden", ("brief", "liefdesbrief")).Incidenten.ShouldHaveSingleItem().Code.ShouldBe("DOCUMENT_NIET_VASTGELEGD", "publishing this drawing would have been refused");
        Bank().Begin("Verzenden", ("brief", "spoedbevestiging")).Vul(null, Gestuurd).D.Brieven.ShouldHaveSingleItem().ShouldBe(Bekend with { Brief = Verwijzing("spoedbevestiging") });
    }

    [Fact]
    public void Nothing_is_addressed_to_who_died()
    {
        var bank = Bank(new PersoonOverleden(new("p1"), new(2026, 10, 1))).Begin("VrijeTaak", ("brief", "nazorg"));
        bank.BriefVanTaak.ShouldBeNull();
        bank.Vul("Done").D.Brieven.ShouldBeEmpty();
    }

    [Fact]
    public void A_talk_pins_the_guide_that_is_at_the_table()
    {
        var bank = Bank().Begin("Keukentafelgesprek");
        Casework.Stappen.Taakleidraad.Verwijzing(bank.Zaak.Instances[bank.Taak.Instance], bank.Taak).ShouldBe("gesprek@1");
        bank.BriefVanTaak.ShouldBeNull();
    }
}
