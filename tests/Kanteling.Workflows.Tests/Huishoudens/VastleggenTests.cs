using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>A version of a flow uses the forms, letters and guides with which it was published, and no other.</summary>
public class VastleggenTests
{
    static WorkflowDefinition Stroom(int versie = 1, string stap = "OntvangstBevestigen", params (string, JsonNode?)[] invoer) =>
        DefinitionJson.Read(Tekening(versie, stap, invoer).ToJsonString()).Definition!;

    static JsonObject Tekening(int versie = 1, string stap = "OntvangstBevestigen", params (string, JsonNode?)[] invoer) =>
        new Drawing("proef").Start().Add("Kanteling." + stap, "stap", invoer).End()
            .Connect(["start → stap", .. Stappenlijst.Menselijk.Single(s => s.Naam == stap).Wegen.Select(weg => $"stap.{weg.Poort} → end")]).Document(versie);

    static Formulier NieuwerFormulier(string id, int versie = 2) => Werkbank.Formulier(id) with { Versie = versie, Naam = $"Versie {versie}" };

    static Brief NieuwereBrief(string id, int versie = 2) => Werkbank.Brief(id) with { Versie = versie, Onderwerp = $"Versie {versie}" };

    [Fact]
    public async Task A_version_is_published_with_what_its_steps_ask_and_what_is_not_drawn_at_all()
    {
        var engine = Motor(new Werkbank());
        (await PubliceerAsync(engine, Tekening(stap: "Keukentafelgesprek"))).Pins.Select(p => $"{p.Kind} {p.Id}@{p.Version}").ShouldBe(["formulier keukentafelgesprek@1", "leidraad gesprek@1"]);
        var pins = (await PubliceerAsync(engine, Tekening(2, "Bekendmaken"))).Pins;
        pins.Select(p => p.Id).ShouldBe(["beschikking-afwijzing", "beschikking-toekenning", "buiten-behandeling", "bekendmaken"], "every letter that the step may choose");
        pins[3].ShouldBe(new Pin("formulier", "bekendmaken", 1, Documentverwijzing.Van(Werkbank.Formulier("bekendmaken")).Hash));
        (await engine.DefinitionAsync(new("proef"), 2))!.Pins.ShouldBe(pins, "and it is read back so");
        (await engine.DefinitionAsync(new("proef"), 1))!.Pins.Length.ShouldBe(2, "also of a version that is no longer current");
    }

    [Fact]
    public async Task What_is_missing_refuses_the_publishing_and_is_named()
    {
        var engine = Motor(new Werkbank());
        var tekening = Tekening(stap: "Verzenden", invoer: [("brief", Drawing.Literal("liefdesbrief"))]);
        var geweigerd = (await engine.ExecuteAsync(Streams.OfDefinition(new("proef")), Streams.DefinitionKind, new PublishDefinition(tekening.ToJsonString()), Asking.Person(new("anna"), "1"))).ShouldBeOfType<Answer.Refused>();
        geweigerd.Refusals.ShouldHaveSingleItem().ShouldBe(new Refusal("BRIEF_NIET_GEVONDEN", ["liefdesbrief"], "stap"));
        Zinnen.Voor("BRIEF_NIET_GEVONDEN", "liefdesbrief").ShouldBe("De brief \"liefdesbrief\" is er niet. Lees de brief eerst in.");
        (await engine.CheckAsync(tekening.ToJsonString())).ShouldContain(f => f.Code == "BRIEF_NIET_GEVONDEN" && f.ActivityId == new ActivityId("stap"), "and it is found before that");
    }

    [Fact]
    public async Task A_document_that_is_computed_cannot_be_pinned_and_is_refused()
    {
        foreach (var invoer in new[] { Drawing.Feel("\"verzenden\""), Drawing.Wrapped("Object", "\"verzenden\"") })
            (await Motor(new Werkbank()).CheckAsync(Tekening(stap: "VrijeTaak", invoer: [("formulier", invoer)]).ToJsonString())).ShouldContain(f => f.Code == "INPUT_NOT_FIXED");
    }

    [Fact]
    public void A_task_uses_what_its_flow_was_published_with_also_after_something_newer_came()
    {
        var bank = Werkbank.MetDossier().Stroom(Stroom());
        bank.Komt(NieuwerFormulier("ontvangst-bevestigen")).Komt(NieuwereBrief("ontvangstbevestiging"));
        bank.Moet(new StartInstance(new("proef"), [], Werkbank.Dossier));
        (bank.Taak.Form!.Version, bank.BriefVanTaak).ShouldBe((1, "ontvangstbevestiging@1"));
        bank.Taak.Form.Hash.ShouldBe(Documentverwijzing.Van(Werkbank.Formulier("ontvangst-bevestigen")).Hash);
    }

    [Fact]
    public void The_next_version_takes_what_is_newest_and_what_runs_stays_as_it_was()
    {
        var bank = Werkbank.MetDossier().Stroom(Stroom());
        bank.Moet(new StartInstance(new("proef"), [], Werkbank.Dossier));
        bank.Komt(NieuwerFormulier("ontvangst-bevestigen")).Komt(NieuwereBrief("ontvangstbevestiging")).Stroom(Stroom(2));
        (bank.Taak.Form!.Version, bank.BriefVanTaak).ShouldBe((1, "ontvangstbevestiging@1"));
        bank.Vul(null, """{"behandelaar":"anna","kanaal":"digitaal","verzondenOp":"2026-09-01"}""").D.Brieven.ShouldHaveSingleItem().Brief.Version.ShouldBe(1);
        bank.Moet(new StartInstance(new("proef"), [], Werkbank.Dossier));
        (bank.Taak.Form!.Version, bank.BriefVanTaak).ShouldBe((2, "ontvangstbevestiging@2"));
    }

    [Fact]
    public void An_instance_that_is_moved_goes_on_with_what_its_new_version_pins_and_whoever_has_the_task_before_him_is_told()
    {
        var bank = Werkbank.MetDossier().Stroom(Stroom());
        bank.Moet(new StartInstance(new("proef"), [], Werkbank.Dossier));
        var gezien = bank.Taak;
        bank.Komt(NieuwerFormulier("ontvangst-bevestigen")).Komt(NieuwereBrief("ontvangstbevestiging")).Stroom(Stroom(2));
        bank.Moet(new MoveInstance(gezien.Instance, 2));
        (bank.Taak.Form!.Version, bank.BriefVanTaak, bank.Taak.Version).ShouldBe((2, "ontvangstbevestiging@2", gezien.Version + 1));
        bank.Probeer(new CompleteTask(gezien.Id, gezien.Version, null, [])).ShouldBeOfType<Rejected>().Refusals[0].Code.ShouldBe("TASK_CHANGED");
        bank.Vul(null, """{"behandelaar":"anna","kanaal":"digitaal","verzondenOp":"2026-09-01"}""").D.Brieven.ShouldHaveSingleItem().Brief.Version.ShouldBe(2);
    }

    [Fact]
    public void A_move_to_a_version_with_the_same_documents_leaves_the_task_alone()
    {
        var bank = Werkbank.MetDossier().Stroom(Stroom()).Stroom(Stroom(2));
        bank.Moet(new StartInstance(new("proef"), [], Werkbank.Dossier, Version: 1));
        var gezien = bank.Taak;
        bank.Moet(new MoveInstance(gezien.Instance, 2));
        (bank.Taak.Version, bank.Log.OfType<TaskRenewed>().Any(), bank.Incidenten.Any()).ShouldBe((gezien.Version, false, false));
    }

    [Fact]
    public void A_flow_within_a_flow_uses_what_its_own_version_pins()
    {
        var binnen = new Drawing("binnen").Start().Add("Kanteling.OntvangstBevestigen", "stap").End().Connect("start → stap → end");
        var buiten = new Drawing("buiten").Start().Add("Elsa.ExecuteWorkflow", "kind", ("workflowDefinitionId", Drawing.Literal("binnen")), ("waitForCompletion", Drawing.Literal(true))).End().Connect("start → kind → end");
        var bank = Werkbank.MetDossier().Stroom(DefinitionJson.Read(binnen.Document().ToJsonString()).Definition!).Komt(NieuwerFormulier("ontvangst-bevestigen"));
        bank.Start(DefinitionJson.Read(buiten.Document().ToJsonString()).Definition!);
        (bank.Taak.ActivityId.Text, bank.Taak.Form!.Version).ShouldBe(("stap", 1));
    }

    [Fact]
    public void Every_letter_that_a_step_may_choose_is_named_by_that_step() =>
        Stappenlijst.Menselijk.Where(stap => stap.BriefKeuze is not null && stap.BriefKeuzes.IsEmpty).ShouldBeEmpty();

    static WorkflowEngine Motor(Werkbank bank) => new(
        new MemoryStore(), new EngineParts(HuishoudenDomein.Domein, new ActivityKinds([.. BuiltIn.All, .. Stappenlijst.Alle])), () => new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero),
        sleutel => Task.FromResult(bank.Rij(sleutel)));

    static async Task<DefinitionPublished> PubliceerAsync(WorkflowEngine engine, JsonObject tekening)
    {
        var answer = await engine.ExecuteAsync(Streams.OfDefinition(new("proef")), Streams.DefinitionKind, new PublishDefinition(tekening.ToJsonString()), Asking.Person(new("anna"), Guid.NewGuid().ToString()));
        return answer.ShouldBeOfType<Answer.Done>(answer is Answer.Refused r ? string.Join("; ", r.Refusals) : "").Events.OfType<DefinitionPublished>().Single();
    }
}
