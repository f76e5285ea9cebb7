using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;
using static Kanteling.Workflows.App.Tests.Elsa.StudioCalls;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>Rows 20 to 28 of the contract: files, and what may be put away.</summary>
public sealed class DefinitionFileTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    readonly House house = shared.House;
    HttpClient bram = null!;

    public async Task InitializeAsync() => bram = await house.AsAsync("bram");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_export_is_a_file_without_our_tag_and_comes_back_by_import()
    {
        await bram.SaveAsync(Model("Heen en weer"));
        var answer = await bram.GetAsync(Root + "/workflow-definitions/heen-en-weer/export?versionOptions=Latest&includeConsumingWorkflows=False");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("heen-en-weer-1.json");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldNotContain(Tekeningtekst.Tag);
        var file = JsonNode.Parse(text)!.AsObject();
        file["$schema"]!.ToString().ShouldStartWith("https://elsaworkflows.io/schemas/workflow-definition");
        file.ContainsKey("links").ShouldBeFalse();

        (await bram.StudioAsync(HttpMethod.Delete, "/workflow-definitions/heen-en-weer")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await bram.GetAsync(Root + "/workflow-definitions/by-definition-id/heen-en-weer")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var back = await bram.StudioPostAsync("/workflow-definitions/import", file, 201);
        (back["definitionId"]!.ToString(), back["isPublished"]!.GetValue<bool>()).ShouldBe(("heen-en-weer", false));
        JsonNode.DeepEquals(back["root"]!["activities"], file["root"]!["activities"]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_from_elsewhere_is_kept_whole_under_a_number_of_ours()
    {
        var file = Model("Termijnbewaking", "termijnbewaking");
        (file["id"], file["version"], file["tenantId"], file["isPublished"]) = ("8d02b7f4c1aa4d09", 12, "noord", true);
        file.Activities().Add(Step("zoek", "Gemeente.ZoekZaken"));
        file.Activity("bellen")["titel"] = Input("JavaScript", "'Bel ' + getCorrelationId()");
        file.Activity("bellen")["gemeente:eigen"] = new JsonObject { ["x"] = 1 };
        var made = await bram.StudioPostAsync("/workflow-definitions/import", file, 201);
        (made["id"]!.ToString(), made["version"]!.GetValue<int>(), made["isPublished"]!.GetValue<bool>(), made["tenantId"]!.ToString()).ShouldBe(("termijnbewaking-1", 1, false, "noord"));
        made.Activity("bellen")["gemeente:eigen"]!["x"]!.GetValue<int>().ShouldBe(1);
        var findings = await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions", Request(made, publish: true)).ShouldBeRefusedAsync("TEKENING_FOUTEN");
        findings.ShouldContain("Stap ‘Bellen met de aanbieder’: ‘Titel’ is geschreven als JavaScript. Dat voeren we hier niet uit. Gebruik een vaste waarde, een variabele of FEEL.");
        findings.ShouldContain("Stap ‘zoek’: Dit programma kent de soort stap ‘Gemeente.ZoekZaken’ (versie 1) niet.");
        findings.ShouldContain("Let op: Stap ‘zoek’: Hier komt niemand: er leidt geen pijl heen.");
    }

    [Fact]
    public async Task A_file_of_an_older_server_is_written_as_Studio_reads_it()
    {
        var file = Model("Van vroeger", "van-vroeger");
        file["root"]!["connections"] = new JsonArray(
            new JsonObject { ["source"] = "begin", ["target"] = "bellen", ["sourcePort"] = "Done", ["targetPort"] = "In" }, new JsonObject { ["source"] = "bellen", ["target"] = "einde", ["sourcePort"] = "Done" });
        var pascal = new JsonObject([.. file.Select(p => KeyValuePair.Create(char.ToUpperInvariant(p.Key[0]) + p.Key[1..], p.Value?.DeepClone()))]);
        var made = await bram.StudioPostAsync("/workflow-definitions/import", pascal, 201);
        made["definitionId"]!.ToString().ShouldBe("van-vroeger");
        made["root"]!["connections"]!.AsArray().Select(c => $"{c!["source"]!["activity"]}.{c["source"]!["port"]}>{c["target"]!["activity"]}").ShouldBe(["begin.Done>bellen", "bellen.Done>einde"]);
    }

    [Fact]
    public async Task What_was_published_is_not_thrown_away()
    {
        await bram.StudioAsync(HttpMethod.Delete, "/workflow-definitions/contact").ShouldBeRefusedAsync("TEKENING_GEPUBLICEERD");
        await bram.StudioAsync(HttpMethod.Delete, "/workflow-definition-versions/contact-1").ShouldBeRefusedAsync("TEKENING_GEPUBLICEERD");
        await shared.Anna.MeldAsync();
        await bram.StudioAsync(HttpMethod.Delete, "/workflow-definitions/toegang").ShouldBeRefusedAsync("TEKENING_GEBRUIKT");
        await bram.StudioAsync(HttpMethod.Delete, "/workflow-definitions/nope").ShouldBeRefusedAsync("TEKENING_ONBEKEND", 404);
    }

    [Fact]
    public async Task Several_at_once_are_each_an_act_of_their_own()
    {
        await bram.SaveAsync(Model("Een"));
        await bram.SaveAsync(Model("Twee"));
        await house.PublishAsync(Studio.Drawing("drie", Studio.Step("Elsa.Start", "start"), Studio.Step("Elsa.End", "end")));
        var refused = await bram.StudioAsync(HttpMethod.Post, "/bulk-actions/publish/workflow-definitions/by-definition-ids", Ids("definitionIds", "een", "drie", "nope")).ShouldBeRefusedAsync("TEKENINGEN_NIET_ALLE");
        refused.Length.ShouldBe(2);
        (await bram.StudioPostAsync("/bulk-actions/publish/workflow-definitions/by-definition-ids", Ids("definitionIds", "drie")))["alreadyPublished"]!.AsArray().ShouldHaveSingleItem();

        var zip = await bram.StudioAsync(HttpMethod.Post, "/bulk-actions/export/workflow-definitions", Ids("ids", "een-1", "drie-1"));
        using (var archive = new ZipArchive(await zip.Content.ReadAsStreamAsync()))
            archive.Entries.Select(e => e.Name).ShouldBe(["een-1.json", "drie-1.json"]);

        (await bram.StudioPostAsync("/bulk-actions/delete/workflow-definitions/by-definition-id", Ids("definitionIds", "een")))["deleted"]!.GetValue<int>().ShouldBe(1);
        (await bram.StudioPostAsync("/bulk-actions/delete/workflow-definitions/by-id", Ids("ids", "twee-1")))["deleted"]!.GetValue<int>().ShouldBe(1);
        var retracted = await bram.StudioPostAsync("/bulk-actions/retract/workflow-definitions/by-definition-ids", Ids("definitionIds", "een", "nope"));
        (retracted["retracted"]!.AsArray().Count, retracted["alreadyRetracted"]!.AsArray().Count, retracted["notFound"]!.AsArray().Count).ShouldBe((0, 0, 2));
        await bram.StudioAsync(HttpMethod.Post, "/bulk-actions/retract/workflow-definitions/by-definition-ids", Ids("definitionIds", "drie")).ShouldBeRefusedAsync("TEKENINGEN_NIET_ALLE");
        await bram.StudioAsync(HttpMethod.Post, "/bulk-actions/delete/workflow-definitions/by-id", new JsonObject { ["ids"] = "x" }).ShouldBeRefusedAsync("TEKENING_VORM");
    }

    static JsonObject Ids(string name, params string[] ids) => new() { [name] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };

    [Fact]
    public async Task Two_flows_that_begin_on_the_same_happening_clash()
    {
        JsonObject OnPost(string name)
        {
            var model = Model(name);
            var trigger = Step("post", "Elsa.Event", "Post is er");
            trigger["eventName"] = Input("Literal", "post.gekomen");
            trigger["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
            model.Activities()[0] = trigger;
            model["root"]!["connections"]!.AsArray()[0] = Arrow("post", "bellen");
            return model;
        }
        await bram.SaveAsync(OnPost("Eerste"));
        await bram.SaveAsync(OnPost("Tweede"));
        await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/eerste/publish", new JsonObject()).ShouldBeRefusedAsync("WACHT_OP_AKKOORD");
        await Approve("eerste");
        (await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/tweede/publish", new JsonObject()).ShouldBeRefusedAsync("TEKENING_FOUTEN"))
            .ShouldContain("Stap ‘Post is er’: De gepubliceerde werkstroom ‘Eerste’ begint hier ook op.");
    }

    [Fact]
    public async Task The_flows_of_this_house_come_back_from_Studio_equal_in_meaning_and_fit_to_be_offered()
    {
        // Afterwards each of them has a concept.
        await using var own = House.OnSqlite();
        bram = await own.AsAsync("bram");
        foreach (var id in (await bram.StudioGetAsync("/workflow-definitions?versionOptions=Published"))["items"]!.AsArray().Select(i => i!["definitionId"]!.ToString()))
        {
            var before = await bram.OpenAsync(id);
            var sent = before.DeepClone().AsObject();
            // As Studio does: other order, whole pixels, its own marks on a connection.
            var activities = sent.Activities().Select(a => a!.DeepClone()).Reverse().ToArray();
            activities[0]["metadata"]!["designer"]!["position"]!["x"] = 1234;
            sent["root"]!["activities"] = new JsonArray(activities);
            var after = await bram.SaveAsync(sent);
            after["isPublished"]!.GetValue<bool>().ShouldBeFalse(id);
            Meaning(after).ShouldBe(Meaning(before), id);
            await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions", Request(after, publish: true)).ShouldBeRefusedAsync("WACHT_OP_AKKOORD");
        }
    }

    /// <summary>Everything but where things stand on the canvas and which number it has.</summary>
    static string Meaning(JsonObject definition)
    {
        var copy = definition.DeepClone().AsObject();
        foreach (var name in new[] { "id", "version", "isLatest", "isPublished", "links" })
            copy.Remove(name);
        copy["root"]!["customProperties"]!.AsObject().Remove(Tekeningtekst.Tag);
        foreach (var activity in copy.Activities())
            activity!["metadata"]!.AsObject().Remove("designer");
        copy["root"]!["activities"] = new JsonArray([.. copy.Activities().Select(a => a!.DeepClone()).OrderBy(a => a["id"]!.ToString(), StringComparer.Ordinal)]);
        return copy.ToJsonString();
    }

    async Task Approve(string id)
    {
        var services = house.Services;
        var esra = (await Get<Kanteling.Workflows.Zaken.Gebruikers.Accounts>().VindAsync(new("demo-esra")))!;
        (await Get<Tekeningpublicatie>().KeurGoedAsync(esra, new(id), Commands.Asking.Person(esra.Id, "approve " + id))).Gelukt();
        T Get<T>() where T : notnull => (T)services.GetService(typeof(T))!;
    }
}
