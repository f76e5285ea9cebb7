using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Tests.Huishoudens;

namespace Kanteling.Workflows.Tests.Brieven;

public class BrievenTests
{
    static readonly Briefnamen Namen = new("Voorbeeldstad", "Anna de Wit");

    public static TheoryData<string> Ids() => [.. Directory.EnumerateFiles(Path.Combine(Werkbank.Wortel(), "workflows", "brieven"), "*.json").Select(b => Path.GetFileNameWithoutExtension(b)!)];

    static Opgemaakt Maak(string brief, Werkbank bank) => Briefopmaak.Maak(Werkbank.Brief(brief), bank.Huishouden, bank.D, Kalender.Standaard, bank.Nu, Namen);

    static string Alles(Opgemaakt brief) => string.Join("\n", [brief.Onderwerp, .. brief.Alineas]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_letter_can_be_read_is_named_as_its_file_and_is_written_back_the_same(string id)
    {
        var (brief, bevindingen) = BriefJson.Lees(File.ReadAllText(Path.Combine(Werkbank.Wortel(), "workflows", "brieven", id + ".json")));
        bevindingen.ShouldBeEmpty();
        brief!.Id.ShouldBe(id);
        brief.Bronnen.ShouldNotBeEmpty();
        var geschreven = BriefJson.Schrijf(brief).ToJsonString();
        BriefJson.Schrijf(BriefJson.Lees(geschreven).Brief!).ToJsonString().ShouldBe(geschreven);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_full_decision_case_fills_every_letter(string id)
    {
        var bank = Werkbank.MetDossier([.. Feit.Lopend(), new Kanteling.Workflows.Casework.Gebeurtenissen.AanvraagOntvangen(new("d1"), new(2026, 10, 1), false, Feit.T("het inkomen"), new(2026, 10, 1)) { EerderBesluit = new(2026, 10, 7) }, .. Feit.TotBeschikking()[^4..]]).Op(new(2026, 10, 8));
        var tekst = Alles(Maak(id, bank));
        tekst.ShouldNotContain("{");
        tekst.ShouldContain("Beste Wil Postma");
        tekst.ShouldContain("Anna de Wit");
        tekst.ShouldContain("de gemeente Voorbeeldstad");
        if (id != "buiten-behandeling")
            tekst.ShouldNotContain("(nog niet bekend)");
    }

    [Theory]
    [InlineData("beschikking-toekenning")]
    [InlineData("beschikking-afwijzing")]
    [InlineData("buiten-behandeling")]
    public void A_decision_names_the_computed_last_day_of_bezwaar(string id)
    {
        object[] feiten = [.. Feit.TotMaatwerk(), Feit.Voorstel(), Feit.Verslag, Feit.Aanvraag, Feit.Opgesteld(), Feit.Vastgesteld];
        Alles(Maak(id, Werkbank.MetDossier(feiten).Op(new(2026, 10, 8)))).ShouldContain("tot en met donderdag 19 november 2026");
        Alles(Maak(id, Werkbank.MetDossier([.. feiten, Feit.Bekend]).Op(new(2026, 10, 20)))).ShouldContain("tot en met woensdag 18 november 2026");
    }

    [Fact]
    public void A_decision_says_of_each_support_whether_and_how_much()
    {
        object[] tot = [.. Feit.TotMaatwerk(), Feit.Voorstel(), Feit.Verslag, Feit.Aanvraag];
        Alles(Maak("beschikking-toekenning", Werkbank.MetDossier([.. tot, Feit.Opgesteld()])))
            .ShouldContain("Hulp bij het huishouden. U krijgt dit: 1,5 uur per week, vanaf maandag 12 oktober 2026 tot en met dinsdag 12 oktober 2027. De hulp komt van een aanbieder");
        Alles(Maak("beschikking-afwijzing", Werkbank.MetDossier([.. tot, Feit.Opgesteld(toegekend: false)]))).ShouldContain("Hulp bij het huishouden. U krijgt dit niet. Waarom: …");
    }

    [Fact]
    public void The_receipt_names_six_weeks_seven_days_and_free_support()
    {
        var tekst = Alles(Maak("ontvangstbevestiging", Werkbank.MetDossier()));
        tekst.ShouldContain("uiterlijk op dinsdag 13 oktober 2026");
        tekst.ShouldContain("uiterlijk op dinsdag 8 september 2026");
        tekst.ShouldContain("gratis hulp krijgen van een clientondersteuner");
        tekst.ShouldContain("Uw mantelzorger");
    }

    [Fact]
    public void A_verslag_is_no_refusal_and_leaves_the_right_to_apply()
    {
        var tekst = Alles(Maak("verslag", Werkbank.MetDossier()));
        tekst.ShouldContain("geen besluit");
        tekst.ShouldContain("U mag altijd een aanvraag doen.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_letter_reads_also_when_nothing_is_known(string id)
    {
        var brief = Briefopmaak.Maak(Werkbank.Brief(id), Huishouden.Leeg, Werkbank.MetDossier().D with { Client = new("niemand"), Behandelaar = null }, Kalender.Standaard, Werkbank.MetDossier().Nu, new Briefnamen(null, null));
        Alles(brief).ShouldNotContain("{");
        Alles(brief).ShouldContain("(nog niet bekend)");
        brief.Alineas[0].ShouldStartWith("Beste mevrouw of meneer");
    }

    [Theory]
    [InlineData("Dag {naam}", "", "BRIEF_PLAATSHOUDER_ONBEKEND")]
    [InlineData("Dag {client", "", "BRIEF_PLAATSHOUDER_ONBEKEND")]
    [InlineData("Dag", "schoenmaat = 3", "BRIEF_VOORWAARDE_FOUT")]
    [InlineData("Dag", "leeftijd", "BRIEF_VOORWAARDE_GEEN_JA_NEE")]
    [InlineData("Dag", "leeftijd >", "BRIEF_VOORWAARDE_FOUT")]
    [InlineData(" ", "", "DOCUMENT_TEKST_ONTBREEKT")]
    public void What_cannot_be_rendered_is_refused(string tekst, string als, string code)
    {
        var alinea = als.Length == 0 ? $$"""{"tekst":"{{tekst}}"}""" : $$"""{"tekst":"{{tekst}}","als":"{{als}}"}""";
        var (brief, bevindingen) = BriefJson.Lees($$"""{"formaat":1,"id":"b","naam":"B","versie":1,"onderwerp":"o","alineas":[{{alinea}}]}""");
        brief.ShouldBeNull();
        bevindingen.Select(b => b.Zin.Code).ShouldContain(code);
        bevindingen.ShouldAllBe(b => Zinnen.Kent(b.Zin.Code));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("niets")]
    [InlineData("""{"formaat":2,"id":"B!","versie":0,"alineas":[],"kleur":"rood"}""")]
    [InlineData("""{"formaat":1,"id":"b","naam":"B","versie":1,"onderwerp":"o","alineas":[3]}""")]
    public void What_is_no_letter_and_no_guide_gives_findings(string json)
    {
        BriefJson.Lees(json).Bevindingen.ShouldNotBeEmpty();
        LeidraadJson.Lees(json).Bevindingen.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_list_of_placeholders_stands_in_the_readme()
    {
        var uitleg = File.ReadAllText(Path.Combine(Werkbank.Wortel(), "workflows", "README.md"));
        Plaatshouders.Namen.Where(naam => !uitleg.Contains($"`{{{naam}}}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_guide_has_the_seven_questions_about_a_life()
    {
        var (leidraad, bevindingen) = LeidraadJson.Lees(Werkbank.Bestanden("leidraden").Single());
        bevindingen.ShouldBeEmpty();
        leidraad!.Vragen.Length.ShouldBe(7);
        var geschreven = LeidraadJson.Schrijf(leidraad).ToJsonString();
        LeidraadJson.Schrijf(LeidraadJson.Lees(geschreven).Leidraad!).ToJsonString().ShouldBe(geschreven);
    }
}
