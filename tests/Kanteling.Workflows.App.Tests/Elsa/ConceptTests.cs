using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;
using Microsoft.Extensions.DependencyInjection;
using static Kanteling.Workflows.App.Tests.Elsa.StudioCalls;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>From an empty drawing to a published version, with two people: on both databases. Each test changes another drawing.</summary>
public abstract class ConceptTests(SharedHouse shared) : IAsyncLifetime
{
    readonly House house = shared.House;
    readonly string key = Calls.Key();
    HttpClient bram = null!;

    public async Task InitializeAsync() => bram = await house.AsAsync("bram");

    public Task DisposeAsync() => Task.CompletedTask;

    Tekeningbeheer Tekeningbeheer => house.Services.GetRequiredService<Tekeningbeheer>();

    Tekeningpublicatie Publicatie => house.Services.GetRequiredService<Tekeningpublicatie>();

    async Task<Actor> ActorAsync(string id) => (await house.Services.GetRequiredService<Accounts>().VindAsync(new(id)))!;

    Asking Ask(Actor actor) => Asking.Person(actor.Id, key);

    [Fact]
    public async Task A_drawing_is_made_saved_offered_approved_by_another_and_published()
    {
        var made = await bram.SaveAsync(Model("Hulp bij de post"));
        (made["definitionId"]!.ToString(), made["id"]!.ToString(), made["isPublished"]!.GetValue<bool>()).ShouldBe(("hulp-bij-de-post", "hulp-bij-de-post-1", false));
        var waits = await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions", Request(made, publish: true)).ShouldBeRefusedAsync("WACHT_OP_AKKOORD");
        waits[0].ShouldContain("Versie 1 van \"Hulp bij de post\"");
        waits[0].ShouldContain("/studio");

        var (drawer, esra) = (await ActorAsync("demo-bram"), await ActorAsync("demo-esra"));
        (await Publicatie.KeurGoedAsync(drawer, new("hulp-bij-de-post"), Ask(drawer))).Nee!.Code.ShouldBe("DEFINITION_OWN_APPROVAL");
        var offered = (await Tekeningbeheer.LijstAsync(esra)).Gelukt().Single(k => k.DefinitionId.Text == "hulp-bij-de-post");
        offered.Concept!.Aangeboden.ShouldNotBeNull();
        (await Publicatie.KeurGoedAsync(esra, new("hulp-bij-de-post"), Ask(esra), offered.Concept.Rij - 1)).Nee!.Code.ShouldBe("TEKENING_GEWIJZIGD");
        var published = (await Publicatie.KeurGoedAsync(esra, new("hulp-bij-de-post"), Ask(esra), offered.Concept.Rij)).Gelukt();
        (published.Kop.IsGepubliceerd, published.Kop.IsLaatste, published.Kop.Concept).ShouldBe((true, true, null));
        (await Publicatie.KeurGoedAsync(esra, new("hulp-bij-de-post"), Ask(esra))).Gelukt().Kop.IsGepubliceerd.ShouldBeTrue("asking again has one effect");

        var events = await EventsAsync("hulp-bij-de-post");
        var happened = events.OfType<DefinitionPublished>().ShouldHaveSingleItem();
        (happened.DrawnBy, happened.Deviation).ShouldBe((new ActorId("user:demo-bram"), null));
        events.OfType<DefinitionApproved>().ShouldHaveSingleItem().By.ShouldBe(new ActorId("user:demo-esra"));
        happened.Document.Text!.ShouldNotContain(Tekeningtekst.Tag);
        var now = await bram.OpenAsync("hulp-bij-de-post");
        (now["isPublished"]!.GetValue<bool>(), now["root"]!["customProperties"]![Tekeningtekst.Tag]).ShouldBe((true, null));
        (await bram.StudioPostAsync("/workflow-definitions/hulp-bij-de-post/publish"))["alreadyPublished"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task What_Studio_asks_around_a_drawing_is_answered_by_this_database_too()
    {
        (await bram.StudioGetAsync("/descriptors/activities"))["count"]!.GetValue<int>().ShouldBeGreaterThan(80);
        (await bram.StudioGetAsync("/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10"))["items"]!.AsArray().Count.ShouldBe(10);
        await bram.StudioAsync(HttpMethod.Delete, "/workflow-definitions/contact").ShouldBeRefusedAsync("TEKENING_GEPUBLICEERD");
        (await bram.GetAsync(Root + "/workflow-definitions/contact/export?versionOptions=Latest")).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_publishes_alone_says_why_and_that_is_recorded()
    {
        var id = (await bram.SaveAsync(Model("Spoed")))["definitionId"]!.ToString();
        id.ShouldBe("spoed-2", "there is a flow of that name");
        var drawer = await ActorAsync("demo-bram");
        (await Publicatie.PubliceerZelfAsync(drawer, new(id), " ", Ask(drawer))).Nee!.Code.ShouldBe("TEKENING_REDEN");
        (await Tekeningbeheer.LijstAsync(drawer)).Gelukt().Single(k => k.DefinitionId.Text == id).Concept.ShouldNotBeNull();
        (await Publicatie.PubliceerZelfAsync(drawer, new(id), "Er is vandaag niemand anders.", Ask(drawer))).Gelukt().Kop.IsGepubliceerd.ShouldBeTrue();
        var events = await EventsAsync(id);
        events.OfType<DefinitionPublished>().Single().Deviation!.AsString().ShouldBe("Er is vandaag niemand anders.");
        events.OfType<DefinitionApproved>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Editing_what_is_published_makes_a_concept_and_leaves_it_published()
    {
        var taak = await bram.OpenAsync("taak");
        (await bram.SaveAsync(taak))["isPublished"]!.GetValue<bool>().ShouldBeTrue("nothing changed, so there is nothing to keep");

        taak.Activities()[0]!["metadata"]!["designer"]!["position"]!["x"] = 333;
        var concept = await bram.SaveAsync(taak);
        (concept["id"]!.ToString(), concept["isLatest"]!.GetValue<bool>(), concept["isPublished"]!.GetValue<bool>()).ShouldBe(("taak-2", true, false));
        concept["root"]!["customProperties"]![Tekeningtekst.Tag]!.ToString().ShouldBe("2.1");
        (await bram.OpenAsync("taak", "Published"))["id"]!.ToString().ShouldBe("taak-1");
        (await bram.OpenAsync("taak", "1"))["isLatest"]!.GetValue<bool>().ShouldBeFalse();
        var history = await bram.StudioGetAsync("/workflow-definitions?versionOptions=AllVersions&DefinitionIds=taak&OrderBy=Version&OrderDirection=Descending");
        history["items"]!.AsArray().Select(i => (i!["version"]!.GetValue<int>(), i["isLatest"]!.GetValue<bool>(), i["isPublished"]!.GetValue<bool>())).ShouldBe([(2, true, false), (1, false, true)]);
    }

    /// <summary>The feed puts commits and changes of registers in one order, so both name who acted in the same way.</summary>
    [Fact]
    public async Task Who_saves_a_drawing_is_named_as_in_a_commit()
    {
        await bram.SaveAsync(Model("Wie tekende"));
        var changes = await house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.RegisterChanges.Where(c => c.Register == "definition_drafts" && c.RowKey.StartsWith("wie-tekende"))));
        changes.ShouldHaveSingleItem().Actor.ShouldBe(new ActorId("user:demo-bram"));
    }

    [Fact]
    public async Task Overlapping_saves_of_one_user_are_all_accepted_and_the_tag_goes_along()
    {
        var made = await bram.SaveAsync(Model("Samen"));
        var saves = Enumerable.Range(0, 8).Select(i =>
        {
            var model = made.DeepClone().AsObject();
            model["description"] = $"Keer {i}";
            return bram.SaveAsync(model);
        });
        foreach (var saved in await Task.WhenAll(saves))
            saved["id"]!.ToString().ShouldBe("samen-1");
        (await bram.OpenAsync("samen"))["description"]!.ToString().ShouldStartWith("Keer ");
    }

    [Fact]
    public async Task The_same_new_drawing_sent_twice_is_one_drawing()
    {
        var model = Model("Dubbel");
        var first = await bram.SaveAsync(model);
        (await bram.SaveAsync(model))["definitionId"]!.ToString().ShouldBe(first["definitionId"]!.ToString());
        (await bram.SaveAsync(Model("Dubbel")))["definitionId"]!.ToString().ShouldBe("dubbel-2");
    }

    [Fact]
    public async Task A_colleagues_concept_is_never_overwritten_but_can_be_taken_over()
    {
        var bea = await house.AsNewAsync("procesontwerper", id: "bea");
        var made = await bram.SaveAsync(Model("Van Bram"));
        foreach (var refused in new[]
        {
            bea.StudioAsync(HttpMethod.Post, "/workflow-definitions", Request(made)), bea.StudioAsync(HttpMethod.Post, "/workflow-definitions/van-bram/publish", new JsonObject()),
            bea.StudioAsync(HttpMethod.Post, "/workflow-definitions/import", made), bea.StudioAsync(HttpMethod.Delete, "/workflow-definitions/van-bram"),
        })
        {
            (await refused.ShouldBeRefusedAsync("TEKENING_VAN_ANDER"))[0].ShouldStartWith("Bram Kuipers tekent hieraan.");
        }
        (await bea.OpenAsync("van-bram")).Rels().ShouldNotContain("publish");

        (await Tekeningbeheer.NeemOverAsync(await ActorAsync("bea"), new("van-bram"))).ShouldBeNull();
        (await bea.SaveAsync(made))["definitionId"]!.ToString().ShouldBe("van-bram");
        await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions", Request(made)).ShouldBeRefusedAsync("TEKENING_VAN_ANDER");
    }

    [Fact]
    public async Task Saving_takes_an_offer_back_unless_nothing_changed()
    {
        var made = await bram.SaveAsync(Model("Nog even"));
        await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/nog-even/publish", new JsonObject()).ShouldBeRefusedAsync("WACHT_OP_AKKOORD");
        var drawer = await ActorAsync("demo-bram");
        async Task<bool> Offered() => (await Tekeningbeheer.OpenAsync(drawer, new("nog-even"))).Gelukt().Kop.Concept!.Aangeboden is not null;
        await bram.SaveAsync(made);
        (await Offered()).ShouldBeTrue();
        made["description"] = "Toch iets anders";
        await bram.SaveAsync(made);
        (await Offered()).ShouldBeFalse();
        var esra = await ActorAsync("demo-esra");
        (await Publicatie.KeurGoedAsync(esra, new("nog-even"), Ask(esra))).Nee!.Code.ShouldBe("TEKENING_NIET_AANGEBODEN");
    }

    [Fact]
    public async Task A_concept_that_was_put_away_does_not_come_back_by_a_late_save()
    {
        var made = await bram.SaveAsync(Model("Weg ermee"));
        (await bram.StudioAsync(HttpMethod.Delete, "/workflow-definition-versions/weg-ermee-1")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions", Request(made)).ShouldBeRefusedAsync("TEKENING_CONCEPT_WEG");
    }

    [Fact]
    public async Task Retracting_and_reverting_go_by_version()
    {
        var aflopen = await bram.OpenAsync("aflopen");
        aflopen["description"] = "De tweede versie";
        await bram.SaveAsync(aflopen);
        var drawer = await ActorAsync("demo-bram");
        (await Publicatie.PubliceerZelfAsync(drawer, new("aflopen"), "Test", Ask(drawer))).Gelukt();

        var back = await bram.StudioPostAsync("/workflow-definitions/aflopen/revert/1", status: 201);
        (back["id"]!.ToString(), back["isPublished"]!.GetValue<bool>()).ShouldBe(("aflopen-3", false));
        (await bram.OpenAsync("aflopen"))["description"]!.ToString().ShouldNotBe("De tweede versie");

        // The program begins it by itself, so it stays; what nobody needs goes by two persons.
        await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/aflopen/retract", new JsonObject()).ShouldBeRefusedAsync("DEFINITION_NEEDED");
        await house.PublishAsync(Studio.Drawing("gaat-weg", Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.End", "end")));
        await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/gaat-weg/retract", new JsonObject { ["reason"] = "Oud" }).ShouldBeRefusedAsync("INTREKKEN_WACHT_OP_TWEEDE");
        var (intrekking, esra) = (house.Services.GetRequiredService<Tekeningintrekking>(), await ActorAsync("demo-esra"));
        (await intrekking.TrekInAsync(drawer, new("gaat-weg"), 1, Asking.Person(drawer.Id, Calls.Key())))!.Code.ShouldBe("RETRACTION_OWN_APPROVAL");
        (await intrekking.TrekInAsync(esra, new("gaat-weg"), 1, Ask(esra))).ShouldBeNull();
        (await intrekking.TrekInAsync(esra, new("gaat-weg"), 1, Ask(esra))).ShouldBeNull("asking again has one effect");
        (await EventsAsync("gaat-weg")).OfType<DefinitionRetracted>().ShouldHaveSingleItem().AskedBy.ShouldBe(new ActorId("user:demo-bram"));
        (await bram.GetAsync(Root + "/workflow-definitions/by-definition-id/gaat-weg?versionOptions=Published")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await bram.StudioPostAsync("/workflow-definitions/gaat-weg/retract"))["definitionId"]!.ToString().ShouldBe("gaat-weg");
    }

    [Fact]
    public async Task Of_a_flow_that_is_retracted_and_its_caller_that_is_published_in_the_same_second_one_is_refused()
    {
        var (drawer, esra) = (await ActorAsync("demo-bram"), await ActorAsync("demo-esra"));
        var intrekking = house.Services.GetRequiredService<Tekeningintrekking>();
        var engine = house.Services.GetRequiredService<WorkflowEngine>();
        var (both, none) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var (called, caller) = ($"geroepen-{key}-{round}", $"roeper-{key}-{round}");
            await house.PublishAsync(Studio.Drawing(called, Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.End", "end")));
            (await intrekking.VraagAsync(drawer, new(called), "Oud", Asking.Person(drawer.Id, Calls.Key()))).Gelukt();
            var drawing = Studio.Drawing(caller, Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.DispatchWorkflow", "roep", ("workflowDefinitionId", called)), Studio.Step("Elsa.End", "end"));
            var publish = Task.Run(() => engine.ExecuteAsync(Streams.OfDefinition(new(caller)), Streams.DefinitionKind, new PublishDefinition(drawing.ToJsonString()), Asking.Person(new("test"), Calls.Key())));
            var retract = Task.Run(() => intrekking.TrekInAsync(esra, new(called), 1, Asking.Person(esra.Id, Calls.Key())));
            await Task.WhenAll(publish, retract);
            var (published, retracted) = (await publish is Answer.Done, await retract is null);
            (both, none) = (both + (published && retracted ? 1 : 0), none + (published || retracted ? 0 : 1));
            (await engine.DefinitionAsync(new(called)) is null).ShouldBe(retracted);
        }
        (both, none).ShouldBe((0, 0));
    }

    async Task<List<WorkflowEvent>> EventsAsync(string definitionId)
    {
        var engine = house.Services.GetRequiredService<WorkflowEngine>();
        var events = new List<WorkflowEvent>();
        await foreach (var (_, happened) in engine.History.ReadAsync(Streams.OfDefinition(new(definitionId))))
            events.AddRange(happened);
        return events;
    }
}

public sealed class SqliteConceptTests(SharedHouse shared) : ConceptTests(shared), IClassFixture<SharedHouse>;

public sealed class PostgresConceptTests(SharedPostgresHouse shared) : ConceptTests(shared), IClassFixture<SharedPostgresHouse>;
