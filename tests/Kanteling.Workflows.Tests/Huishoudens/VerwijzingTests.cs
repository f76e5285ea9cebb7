using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>Nothing points at nobody: every kind of reference at every door, refused with a sentence on the right path.</summary>
public class VerwijzingTests
{
    static readonly DossierId D = Werkbank.Dossier;

    static WorkflowDefinition Leeg(string id = "leeg") => new Drawing(id).Start().End().Connect("start → end").Build();

    /// <summary>A flow of one task, addressed as it says.</summary>
    static Drawing Taak(string id, params (string, JsonNode?)[] invoer) => new Drawing(id).Start().Add("Kanteling.VrijeTaak", "stap", invoer).End().Connect("start → stap", "stap.Done → end");

    static Formulier Vragen(params Veld[] velden) => new("vragen", "Vragen", 1, [.. velden]);

    // A kind, what names nothing of it, and what the refusal is.
    public static TheoryData<string, VeldSoort, string, string> Antwoorden() => new()
    {
        { "medewerker", VeldSoort.Medewerker, "niemand", "MEDEWERKER_ONBEKEND(Wie) @x" },
        { "medewerker zonder rol", VeldSoort.Medewerker, "balie", "MEDEWERKER_ZONDER_ROL(Wie) @x" },
        { "voorziening", VeldSoort.Voorziening, "nergens", "VOORZIENING_ONBEKEND(Wie) @x" },
        { "voorziening die een aanbieder is", VeldSoort.Voorziening, "zorgbreed", "VOORZIENING_ONBEKEND(Wie) @x" },
        { "voorziening die voorbij is", VeldSoort.Voorziening, "gesloten", "VOORZIENING_NIET_GELDIG(Wie, dinsdag 1 september 2026) @x" },
        { "aanbieder", VeldSoort.Aanbieder, "nergens", "AANBIEDER_ONBEKEND() @x" },
        { "aanbieder die een voorziening is", VeldSoort.Aanbieder, "buurtkamer", "AANBIEDER_ONBEKEND() @x" },
        { "product", VeldSoort.Product, "nergens", "PRODUCT_ONBEKEND(Wie) @x" },
        { "team", VeldSoort.Wijkteam, "nergens", "WIJKTEAM_ONBEKEND(Wie) @x" },
    };

    [Theory, MemberData(nameof(Antwoorden))]
    public void An_answer_that_names_what_is_not_there_is_refused(string wat, VeldSoort soort, string id, string bezwaar)
    {
        var bank = Werkbank.MetDossier().Komt(Vragen(new Veld("x", soort, "Wie?")));
        bank.Begin("VrijeTaak", ("formulier", "vragen"));
        bank.Geweigerd("Done", $$"""{"x":"{{id}}"}""").ShouldHaveSingleItem(wat).ToString().ShouldBe(bezwaar);
    }

    [Theory]
    [InlineData(VeldSoort.Medewerker, "anna")]
    [InlineData(VeldSoort.Voorziening, "buurtkamer")]
    [InlineData(VeldSoort.Aanbieder, "zorgbreed")]
    [InlineData(VeldSoort.Product, "hulp")]
    [InlineData(VeldSoort.Wijkteam, "wijkteam-noord")]
    public void An_answer_that_names_what_is_there_is_taken(VeldSoort soort, string id) =>
        Werkbank.MetDossier().Komt(Vragen(new Veld("x", soort, "Wie?"))).Begin("VrijeTaak", ("formulier", "vragen")).Vul("Done", $$"""{"x":"{{id}}"}""").Poort.ShouldBe("Done");

    [Fact]
    public void A_question_of_before_there_was_a_kind_for_it_asks_an_aanbieder_by_its_id()
    {
        var bank = Werkbank.MetDossier().Komt(Vragen(new Veld("aanbieder", VeldSoort.Voorziening, "Wie?"))).Begin("VrijeTaak", ("formulier", "vragen"));
        bank.Geweigerd("Done", """{"aanbieder":"buurtkamer"}""").ShouldHaveSingleItem().Code.ShouldBe("AANBIEDER_ONBEKEND");
        bank.Vul("Done", """{"aanbieder":"zorgbreed"}""").Poort.ShouldBe("Done");
    }

    public static TheoryData<string, string> Invoer() => new()
    {
        { """{"behandelaar":"niemand"}""", "MEDEWERKER_ONBEKEND(Behandelaar) @behandelaar" },
        { """{"behandelaar":"balie"}""", "MEDEWERKER_ZONDER_ROL(Behandelaar) @behandelaar" },
        { """{"medewerker":"niemand"}""", "MEDEWERKER_ONBEKEND(Medewerker) @medewerker" },
        { """{"aanbieder":"nergens"}""", "AANBIEDER_ONBEKEND() @aanbieder" },
        { """{"aanbieder":"oud"}""", "CONTRACT_NIET_GELDIG(Oud, dinsdag 1 september 2026) @aanbieder" },
        { """{"aanbieder":"buurtkamer"}""", "AANBIEDER_ONBEKEND() @aanbieder" },
        { """{"voorziening":"nergens"}""", "VOORZIENING_ONBEKEND(Voorziening) @voorziening" },
        { """{"voorziening":"gesloten"}""", "VOORZIENING_NIET_GELDIG(Voorziening, dinsdag 1 september 2026) @voorziening" },
        { """{"product":"nergens"}""", "PRODUCT_ONBEKEND(Product) @product" },
        { """{"product":"vroeger"}""", "PRODUCT_NIET_GELDIG(Product, dinsdag 1 september 2026) @product" },
        { """{"wijkteam":"nergens"}""", "WIJKTEAM_ONBEKEND(Wijkteam) @wijkteam" },
        { """{"huishouden":{"wijkteam":"nergens"}}""", "WIJKTEAM_ONBEKEND(Wijkteam) @huishouden.wijkteam" },
        { """{"wijk":"Nergens"}""", "WIJK_ONBEKEND(Wijk) @wijk" },
        { """{"formulier":"nergens"}""", "FORMULIER_NIET_GEVONDEN(nergens) @formulier" },
        { """{"brief":"nergens"}""", "BRIEF_NIET_GEVONDEN(nergens) @brief" },
        { """{"leidraad":"nergens"}""", "LEIDRAAD_NIET_GEVONDEN(nergens) @leidraad" },
        { """{"flow":"nergens"}""", "WERKSTROOM_ONBEKEND(nergens) @flow" },
        { """{"rol":"tovenaar"}""", "ROL_ONBEKEND(tovenaar) @rol" },
        { """{"relatie":"buurman"}""", "RELATIE_ONBEKEND(buurman) @relatie" },
        { """{"termijn":"straks"}""", "TAAKTERMIJN_ONBEKEND(straks) @termijn" },
    };

    /// <summary>Whoever asks: a person, or a program that brings it in by an event or a message.</summary>
    [Theory, MemberData(nameof(Invoer))]
    public void A_start_that_names_what_is_not_there_is_refused(string invoer, string bezwaar)
    {
        foreach (var door in (string?[])["anna", null])
        {
            var bank = Werkbank.MetDossier().Stroom(Leeg());
            var nee = bank.Probeer(new StartInstance(new("leeg"), JsonNode.Parse(invoer)!.AsObject(), D), door).ShouldBeOfType<Rejected>(invoer).Refusals.ShouldHaveSingleItem();
            nee.ToString().ShouldBe(bezwaar);
            Zinnen.Voor(nee.Code, nee.Arguments).ShouldNotStartWith(nee.Code, Shouldly.Case.Sensitive, "it has a sentence");
        }
    }

    [Theory]
    [InlineData("""{"behandelaar":"anna","aanbieder":"zorgbreed","voorziening":"buurtkamer","product":"hulp","wijkteam":"wijkteam-noord","wijk":"Noord","flow":"leeg","rol":"consulent","relatie":"behandelaar","termijn":"5 werkdagen"}""")]
    [InlineData("""{"behandelaar":null,"toelichting":"niemand"}""")]
    public void A_start_that_names_what_is_there_begins(string invoer) =>
        Werkbank.MetDossier().Stroom(Leeg()).Probeer(new StartInstance(new("leeg"), JsonNode.Parse(invoer)!.AsObject(), D)).ShouldBeOfType<Accepted>();

    [Theory, MemberData(nameof(Invoer))]
    public void A_step_that_computes_such_an_input_for_another_flow_becomes_an_incident_with_that_code(string invoer, string bezwaar)
    {
        var feel = JsonNode.Parse(invoer)!.AsObject();
        var bank = Werkbank.MetDossier().Stroom(Leeg());
        var buiten = new Drawing("buiten").Start().Add("Elsa.DispatchWorkflow", "kind", ("workflowDefinitionId", Drawing.Literal("leeg")), ("input", Drawing.Feel(Als(feel)))).End().Connect("start → kind → end").Build();
        bank.Start(buiten);
        bank.Incidenten.ShouldHaveSingleItem().Code.ShouldBe(bezwaar[..bezwaar.IndexOf('(')]);
    }

    /// <summary>A context of FEEL; its texts are put together, so that nobody could have read them in the drawing.</summary>
    static string Als(JsonObject json) => "{" + string.Join(", ", json.Select(p => p.Value is JsonObject binnen ? $"{p.Key}: {Als(binnen)}" : $"{p.Key}: \"\" + \"{p.Value}\"")) + "}";

    [Theory]
    [InlineData("relatie:buurman", "RELATIE_ONBEKEND")]
    [InlineData("rol:tovenaar", "ROL_ONBEKEND")]
    [InlineData("rol:aanmeldpunt", "ROL_ONBEKEND")]
    [InlineData("team:nergens", "WIJKTEAM_ONBEKEND")]
    [InlineData("niemand", "TAAKADRES_ONBEKEND")]
    public void An_address_that_is_computed_and_reaches_nobody_is_an_incident_and_no_open_task(string adres, string code)
    {
        var bank = Werkbank.MetDossier().Start(Taak("proef", ("adres", Drawing.Feel($"\"\" + \"{adres}\""))).Build());
        bank.Incidenten.ShouldHaveSingleItem().Code.ShouldBe(code);
        bank.Zaak.Instances.Values.SelectMany(i => i.Waits.Values).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("adres", "relatie:buurman", "RELATIE_ONBEKEND")]
    [InlineData("adres", "rol:tovenaar", "ROL_ONBEKEND")]
    [InlineData("adres", "team:nergens", "WIJKTEAM_ONBEKEND")]
    [InlineData("adres", "iemand", "TAAKADRES_ONBEKEND")]
    [InlineData("escalatie", "rol:tovenaar", "ROL_ONBEKEND")]
    [InlineData("escalatie", "relatie:buurman", "RELATIE_ONBEKEND")]
    [InlineData("termijn", "straks", "TAAKTERMIJN_ONBEKEND")]
    [InlineData("formulier", "nergens", "FORMULIER_NIET_GEVONDEN")]
    [InlineData("brief", "nergens", "BRIEF_NIET_GEVONDEN")]
    public async Task A_drawing_that_names_what_is_not_there_is_not_published(string invoer, string waarde, string code) =>
        await NietGepubliceerd(Taak("proef", (invoer, Drawing.Literal(waarde))).Document(), code, "stap");

    [Theory]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    public async Task A_drawing_that_starts_a_flow_that_is_not_there_is_not_published(string soort) => await NietGepubliceerd(
        new Drawing("proef").Start().Add(soort, "stap", ("workflowDefinitionId", Drawing.Literal("nergens"))).End().Connect("start → stap → end").Document(), "WERKSTROOM_ONBEKEND", "stap");

    [Theory]
    [InlineData("""{"role":"tovenaar"}""", "ROL_ONBEKEND")]
    [InlineData("""{"team":"nergens"}""", "WIJKTEAM_ONBEKEND")]
    public async Task A_task_of_Elsas_own_for_nobody_is_not_published(string voor, string code) => await NietGepubliceerd(
        new Drawing("proef").Start().Add("Elsa.RunTask", "stap", ("taskName", Drawing.Literal("Kijken")), ("payload", Drawing.Wrapped("Object", voor))).End().Connect("start → stap → end").Document(), code, "stap");

    [Fact]
    public async Task What_may_always_be_begun_by_a_role_that_is_not_there_is_not_published()
    {
        var tekening = Taak("proef").Document();
        tekening["customProperties"] = JsonNode.Parse("""{"kanteling:altijdMogelijk":[{"id":"iets","naam":"Iets","uitleg":"Iets.","gevolg":"Iets.","flow":"proef","wie":["consulent","tovenaar"]}]}""");
        await NietGepubliceerd(tekening, "ROL_ONBEKEND", null);
    }

    [Fact]
    public async Task A_drawing_of_which_all_is_there_is_published()
    {
        var bank = new Werkbank();
        (await Motor(bank).CheckAsync(Taak("proef", ("adres", Drawing.Literal("rol:consulent")), ("escalatie", Drawing.Literal("rol:teammanager")), ("termijn", Drawing.Literal("P5D"))).Document().ToJsonString()))
            .Where(f => f.Severity == FindingSeverity.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_meldcode_stands_apart_whatever_is_drawn()
    {
        static Drawing Veilig(string id) => new Drawing(id).Start().Add("Kanteling.Veiligheid", "stap").End().Connect("start → stap", "stap.Done → end");
        await NietGepubliceerd(Veilig("proef").Document(), "VEILIGHEID_ALLEEN_DAAR", "stap");
        var engine = Motor(new Werkbank());
        foreach (var (tekening, mag) in ((Drawing, bool)[])[(Veilig("veiligheid"), true), (Taak("veiligheid", ("adres", Drawing.Literal("rol:consulent"))), false), (new Drawing("veiligheid").Start().End().Connect("start → end"), false)])
            (await engine.CheckAsync(tekening.Document().ToJsonString())).Any(f => f.Code == "VEILIGHEID_BEGIN" && f.Severity == FindingSeverity.Error).ShouldBe(!mag);

        // What is offered with a household begins apart, also when the drawing says that it does not.
        var regel = JsonNode.Parse("""{"kanteling:altijdMogelijk":[{"id":"zorg","naam":"Zorg","uitleg":"Zorg.","gevolg":"Zorg.","flow":"veiligheid","wie":["consulent"],"afgeschermd":false}]}""")!.AsObject();
        MogelijkhedenJson.Lees(regel, _ => true).Lijst.ShouldHaveSingleItem().Afgeschermd.ShouldBeTrue();

        // And who begins it in the household itself, is refused before anything is written down.
        var bank = Werkbank.MetDossier().Stroom(Veilig("veiligheid").Build());
        bank.Probeer(new StartInstance(new("veiligheid"), new JsonObject { ["toelichting"] = "Blauwe plekken" }, D)).ShouldBeOfType<Rejected>().Refusals.ShouldHaveSingleItem().Code.ShouldBe("VEILIGHEID_EIGEN_STROOM");
    }

    static async Task NietGepubliceerd(JsonObject tekening, string code, string? stap)
    {
        var engine = Motor(new Werkbank());
        (await engine.CheckAsync(tekening.ToJsonString())).ShouldContain(f => f.Code == code && f.Severity == FindingSeverity.Error && f.ActivityId == (stap == null ? null : new ActivityId(stap)), "and it is found before that");
        var geweigerd = (await engine.ExecuteAsync(Streams.OfDefinition(new("proef")), Streams.DefinitionKind, new PublishDefinition(tekening.ToJsonString()), Asking.Person(new("anna"), "1"))).ShouldBeOfType<Answer.Refused>();
        var nee = geweigerd.Refusals.Where(r => r.Code == code).ShouldHaveSingleItem(string.Join("; ", geweigerd.Refusals));
        nee.Field.ShouldBe(stap);
        Zinnen.Voor(nee.Code, nee.Arguments).ShouldNotStartWith(code, Shouldly.Case.Sensitive, "it has a sentence");
    }

    static WorkflowEngine Motor(Werkbank bank) => new(
        new MemoryStore(), new EngineParts(HuishoudenDomein.Domein, new ActivityKinds([.. BuiltIn.All, .. Stappenlijst.Alle])), () => new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero),
        sleutel => Task.FromResult(bank.Rij(sleutel)));

    [Theory]
    [InlineData("relatie:behandelaar", "niemand", "MEDEWERKER_ONBEKEND(Aan wie) @aan")]
    [InlineData("relatie:behandelaar", "balie", "MEDEWERKER_ZONDER_ROL(Aan wie) @aan")]
    [InlineData("rol:kwaliteitsmedewerker", "bob", "MEDEWERKER_ANDERE_ROL(Aan wie, kwaliteitsmedewerker) @aan")]
    public void A_task_is_given_to_nobody_who_cannot_have_it(string adres, string aan, string bezwaar)
    {
        var bank = Werkbank.MetDossier().Begin("VrijeTaak", ("adres", adres));
        bank.Probeer(new AssignTask(bank.Taak.Id, bank.Taak.Version, new(aan), null)).ShouldBeOfType<Rejected>().Refusals.ShouldHaveSingleItem().ToString().ShouldBe(bezwaar);
    }

    [Theory]
    [InlineData("relatie:behandelaar")]
    [InlineData("rol:consulent")]
    public void A_task_is_given_to_who_can_have_it_and_the_event_keeps_who_that_was(string adres)
    {
        var bank = Werkbank.MetDossier().Begin("VrijeTaak", ("adres", adres));
        bank.Moet(new AssignTask(bank.Taak.Id, bank.Taak.Version, new("bob"), "vakantie"));
        bank.Log.OfType<Events.TaskAssigned>().Single().To.ShouldBe(new UserReference(new("bob"), "hash"));
    }

    [Fact]
    public void Every_kind_says_what_is_kept_of_it_or_that_it_comes_with_the_program()
    {
        (Verwijzingsoort Soort, string Id)[] goed =
        [
            (Verwijzingsoort.Medewerker, "anna"), (Verwijzingsoort.Voorziening, "buurtkamer"), (Verwijzingsoort.Aanbieder, "zorgbreed"), (Verwijzingsoort.Product, "hulp"), (Verwijzingsoort.Team, "wijkteam-noord"),
            (Verwijzingsoort.Wijk, "Noord"), (Verwijzingsoort.Formulier, "vrije-taak"), (Verwijzingsoort.Brief, "verslag"), (Verwijzingsoort.Leidraad, "gesprek"), (Verwijzingsoort.Werkstroom, "leeg"),
            (Verwijzingsoort.Rol, "consulent"), (Verwijzingsoort.Relatie, "behandelaar"), (Verwijzingsoort.Termijn, "P5D"),
        ];
        goed.Select(x => x.Soort).ShouldBe(Verwijzingsoort.Alle);
        var bank = Werkbank.MetDossier().Stroom(Leeg());
        foreach (var (soort, id) in goed)
        {
            Met(bank, given => soort.Bezwaar(new Zoekvraag(given, id, "Iets", bank.Vandaag))).ShouldBeNull(soort.Naam);
            var wijst = Met(bank, given => soort.Wijst(given, id));
            (wijst?.Hash.Length > 0).ShouldBe(soort.Naam is not ("rol" or "relatie" or "termijn"), soort.Naam);
        }
    }

    static T Met<T>(Werkbank bank, Func<Given, T> vraag)
    {
        for (var given = Given.Nothing; ;)
        {
            try
            {
                return vraag(given);
            }
            catch (NeedsException nodig)
            {
                given = given.With(nodig.Key, bank.Rij(nodig.Key));
            }
        }
    }

    static readonly Taakrecht Consulent = new(true, true, false, ["consulent"]);
    static readonly Medewerker Anna = new(Feit.Wie("anna"), ["consulent"], new("noord"), Consulent);
    static readonly Medewerker Balie = new(Feit.Wie("balie"), ["aanmeldpunt"], new("zuid"), Taakrecht.Geen);
    static readonly Medewerker Wacht = new(Feit.Wie("wacht"), ["aandachtsfunctionaris"], null, new(false, true, true, ["aandachtsfunctionaris"]));

    public static TheoryData<Taakweg, Stilstandreden?> Wegen() => new()
    {
        { new(new("anna"), "behandelaar", null, null, false, false), null },
        { new(new("weg"), "behandelaar", null, null, false, false), Stilstandreden.MedewerkerWeg },
        { new(new("balie"), "behandelaar", null, null, false, false), Stilstandreden.MedewerkerZonderRol },
        { new(new("anna"), null, "teammanager", null, false, false), Stilstandreden.MedewerkerZonderRol },
        { new(new("anna"), null, "teammanager", null, true, false), null },
        { new(null, null, "consulent", null, false, false), null },
        { new(null, null, "teammanager", null, false, false), Stilstandreden.RolVanNiemand },
        { new(null, null, "consulent", null, false, true), Stilstandreden.RolVanNiemand },
        { new(null, null, "aandachtsfunctionaris", null, false, true), null },
        { new(new("anna"), "behandelaar", null, null, false, true), null },
        { new(null, "wijkteam", null, new("noord"), false, false), null },
        { new(null, "wijkteam", null, new("zuid"), false, false), Stilstandreden.TeamZonderMensen },
        { new(null, null, null, new("oost"), false, false), Stilstandreden.TeamZonderMensen },
        { new(null, "wijkteam", null, null, false, false), Stilstandreden.RelatieVanNiemand },
        { new(null, null, null, null, false, false), Stilstandreden.RelatieVanNiemand },
    };

    [Theory, MemberData(nameof(Wegen))]
    public void A_task_that_no_active_person_can_see_and_do_stands_still(Taakweg weg, Stilstandreden? reden) => Stilstand.Van(weg, [Anna, Balie, Wacht]).ShouldBe(reden);

    [Fact]
    public void Who_takes_over_gets_the_tasks_and_becomes_behandelaar_and_casusregisseur_in_one_commit()
    {
        var bank = Werkbank.MetDossier(new Casework.Gebeurtenissen.CasusregieBelegd(D, Casework.Huishoudens.Regiesoort.Professional, Feit.Wie("anna"), null, null, null, null, Feit.Begin)).Begin("VrijeTaak", ("adres", "rol:consulent"));
        bank.Moet(new AssignTask(bank.Taak.Id, bank.Taak.Version, new("anna"), null));
        bank.Moet(new HandOver(new("anna"), new("bob"), "vertrokken"), "beheer");
        (bank.Taak.Assignee, bank.D.Behandelaar!.Id, bank.Huishouden.Casusregisseur!.Gebruiker!.Id).ShouldBe((new UserId("bob"), new("bob"), new("bob")));
        bank.Probeer(new HandOver(new("anna"), new("bob"), "nog eens"), "beheer").ShouldBeOfType<Rejected>().Refusals[0].Code.ShouldBe("NOTHING_TO_HAND_OVER");
        bank.Probeer(new HandOver(new("bob"), new("niemand"), "weg"), "beheer").ShouldBeOfType<Rejected>().Refusals[0].Code.ShouldBe("MEDEWERKER_ONBEKEND");
    }

    [Fact]
    public void A_task_of_a_role_that_who_takes_over_does_not_have_goes_back_to_the_role()
    {
        var bank = Werkbank.MetDossier().Begin("VrijeTaak", ("adres", "rol:kwaliteitsmedewerker"));
        bank.Kwaliteit.Add("kim");
        bank.Moet(new AssignTask(bank.Taak.Id, bank.Taak.Version, new("kim"), null));
        bank.Moet(new HandOver(new("kim"), new("bob"), "vertrokken"), "beheer");
        (bank.Taak.Assignee, bank.Taak.Address.Role).ShouldBe((null, "kwaliteitsmedewerker"));
    }

    [Fact]
    public void A_task_of_the_behandelaar_of_a_procedure_that_is_closed_goes_along()
    {
        var bank = Werkbank.MetDossier(new Casework.Gebeurtenissen.DossierGesloten(D, "klaar", Feit.Begin)).Begin("VrijeTaak", ("adres", "relatie:behandelaar"));
        bank.Moet(new HandOver(new("anna"), new("bob"), "vertrokken"), "beheer");
        (bank.Taak.Assignee, bank.D.Behandelaar!.Id).ShouldBe((null, new("bob")));
        bank.Probeer(new HandOver(new("anna"), new("bob"), "nog eens"), "beheer").ShouldBeOfType<Rejected>().Refusals[0].Code.ShouldBe("NOTHING_TO_HAND_OVER");
    }

    [Fact]
    public void Who_treats_closed_procedures_of_which_support_runs_hands_those_over_too()
    {
        var bank = Werkbank.MetDossier([.. Feit.Lopend(), new Casework.Gebeurtenissen.DossierGesloten(D, "klaar", Feit.Begin)]);
        bank.Moet(new HandOver(new("anna"), new("bob"), "vertrokken"), "beheer");
        bank.D.Behandelaar!.Id.ShouldBe(new UserId("bob"));
    }

    [Fact]
    public void A_household_goes_only_to_who_can_treat_it_and_a_single_task_to_who_can_do_it()
    {
        var bank = Werkbank.MetDossier().Begin("VrijeTaak");
        bank.Kwaliteit.Add("kim");
        bank.Probeer(new HandOver(new("anna"), new("kim"), "vertrokken"), "beheer").ShouldBeOfType<Rejected>().Refusals[0].Code.ShouldBe("MEDEWERKER_ZONDER_ROL");
        bank.Moet(new AssignTask(bank.Taak.Id, bank.Taak.Version, new("cor"), null));
        bank.Moet(new HandOver(new("cor"), new("kim"), "vertrokken"), "beheer");
        bank.Taak.Assignee.ShouldBe(new UserId("kim"));
    }

    [Fact]
    public void A_behandelaar_is_somebody_who_can_treat_and_not_only_do_tasks()
    {
        var bank = Werkbank.MetDossier().Komt(Vragen(new Veld("x", VeldSoort.Medewerker, "Wie?")));
        bank.Kwaliteit.Add("kim");
        bank.Begin("VrijeTaak", ("formulier", "vragen"));
        bank.Geweigerd("Done", """{"x":"kim"}""").ShouldHaveSingleItem().ToString().ShouldBe("MEDEWERKER_ZONDER_ROL(Wie) @x");
    }
}
