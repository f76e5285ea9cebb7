using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using static Kanteling.Workflows.App.Tests.Elsa.StudioCalls;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>Rows 1 to 11, 30 and 31 of the contract: what Studio asks before it shows anything.</summary>
public sealed class DescriptorTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    [Theory]
    [InlineData("/descriptors/expression-descriptors", "type,displayName,isSerializable,isBrowsable,properties")]
    [InlineData("/descriptors/variables", "typeName,displayName,category,description")]
    [InlineData("/descriptors/storage-drivers", "typeName,displayName,priority,deprecated")]
    [InlineData("/descriptors/workflow-activation-strategies", "typeName,displayName,description")]
    [InlineData("/descriptors/incident-strategies", "typeName,displayName,description")]
    [InlineData("/descriptors/log-persistence-strategies", "")]
    [InlineData("/descriptors/commit-strategies/workflows", "")]
    [InlineData("/descriptors/commit-strategies/activities", "")]
    [InlineData("/descriptors/output-converters?sourceType=String&destinationType=Int32", "")]
    [InlineData("/features/installed", "")]
    public async Task What_never_changes_is_asked_once(string path, string fields)
    {
        var answer = await shared.Anna.StudioGetAsync(path);
        answer["count"]!.GetValue<int>().ShouldBe(answer["items"]!.AsArray().Count);
        foreach (var item in answer["items"]!.AsArray())
            item!.AsObject().Select(p => p.Key).ShouldBe(fields.Split(','), ignoreOrder: true);
        await NotModifiedAsync(path);
    }

    async Task NotModifiedAsync(string path)
    {
        var first = await shared.Anna.GetAsync(Root + path);
        var again = new HttpRequestMessage(HttpMethod.Get, Root + path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        first.Headers.CacheControl!.Private.ShouldBeTrue();
        (await shared.Anna.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Only_expressions_that_we_run_are_offered() =>
        (await shared.Anna.StudioGetAsync("/descriptors/expression-descriptors"))["items"]!.AsArray().Select(i => i!["type"]!.ToString()).ShouldBe(["Literal", "Object", "Variable", "Input", "FEEL"]);

    [Fact]
    public async Task Every_activity_comes_with_all_that_Studio_reads()
    {
        await NotModifiedAsync("/descriptors/activities?Refresh=True");
        var items = await ItemsAsync(shared.Anna);
        items.Count.ShouldBeGreaterThan(80);
        items.Select(i => $"{i["typeName"]}@{i["version"]}").ShouldBeUnique();
        foreach (var item in items)
        {
            item.Select(p => p.Key).ShouldBe(
                ["typeName", "namespace", "name", "version", "category", "displayName", "description", "kind", "runAsynchronously", "inputs", "outputs", "ports", "constructionProperties", "customProperties", "isContainer", "isBrowsable", "isStart", "isTerminal"],
                ignoreOrder: true, item["typeName"]!.ToString());
            foreach (var input in item["inputs"]!.AsArray())
            {
                input!["isBrowsable"]!.GetValue<bool>().ShouldBeTrue();
                input["uiSpecifications"].ShouldBeOfType<JsonObject>();
            }
        }
        Find(items, "Elsa.Workflow")["isBrowsable"]!.GetValue<bool>().ShouldBeFalse();
        Find(items, "Elsa.NotFoundActivity")["isBrowsable"]!.GetValue<bool>().ShouldBeFalse();
        Find(items, "Elsa.Event")["kind"]!.ToString().ShouldBe("Trigger");
        Find(items, "Elsa.If")["ports"]!.AsArray().Select(p => (p!["name"]!.ToString(), p["displayName"]!.ToString(), p["type"]!.ToString())).ShouldBe([("Then", "Dan", "Embedded"), ("Else", "Anders", "Embedded")]);
        Find(items, "Elsa.FlowDecision")["displayName"]!.ToString().ShouldBe("Ja of nee?");
        Find(items, "Elsa.End")["isTerminal"]!.GetValue<bool>().ShouldBeTrue();
        Find(items, "Kanteling.Melding")["isStart"]!.GetValue<bool>().ShouldBeTrue();
        Find(items, "Elsa.Flowchart")["isContainer"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Lists_hold_what_there_is_in_this_gemeente()
    {
        var gesprek = Find(await ItemsAsync(shared.Anna), "Kanteling.Keukentafelgesprek");
        Options(gesprek, "Adres").ShouldContain("relatie:behandelaar");
        Options(gesprek, "Adres").ShouldContain("rol:teammanager");
        Options(gesprek, "Adres").ShouldContain("team:wijkteam-noord");
        Options(gesprek, "Formulier").ShouldContain("keukentafelgesprek");
        Options(gesprek, "Brief").ShouldContain("ontvangstbevestiging");
        Options(gesprek, "Leidraad").ShouldContain("gesprek");
        Options(gesprek, "Termijn").ShouldContain("dossier");
        Options(Find(await ItemsAsync(shared.Anna), "Kanteling.CirkelOverwegen"), "Cirkel").ShouldContain("SociaalNetwerk");
    }

    [Fact]
    public async Task Everything_that_is_drawn_is_known_and_every_value_in_a_list_is_a_choice()
    {
        var items = await ItemsAsync(shared.Anna);
        var flows = (await shared.Anna.StudioGetAsync("/workflow-definitions?versionOptions=AllVersions"))["items"]!.AsArray().Select(i => i!["id"]!.ToString()).ToList();
        flows.Count.ShouldBeGreaterThan(10);
        foreach (var flow in flows)
        {
            foreach (var activity in (await shared.Anna.StudioGetAsync($"/workflow-definitions/by-id/{flow}")).Activities())
            {
                var descriptor = items.SingleOrDefault(i => i["typeName"]!.ToString() == activity!["type"]!.ToString() && i["version"]!.GetValue<int>() == activity["version"]!.GetValue<int>());
                descriptor.ShouldNotBeNull($"{flow}: {activity!["type"]}@{activity["version"]}");
                foreach (var input in descriptor["inputs"]!.AsArray().Where(i => i!["uiHint"]!.ToString() == "dropdown"))
                {
                    if (activity[Camel(input!["name"]!.ToString())]?["expression"] is { } drawn && drawn["type"]!.ToString() == "Literal")
                        Options(descriptor, input["name"]!.ToString()).ShouldContain(drawn["value"]!.ToString(), $"{flow}: {activity["id"]}");
                }
            }
        }
    }

    [Fact]
    public async Task A_flow_that_may_be_a_step_is_one_with_its_outcomes_as_ports()
    {
        var besluit = Find(await ItemsAsync(shared.Anna), "besluit");
        besluit["isBrowsable"]!.GetValue<bool>().ShouldBeTrue();
        besluit["customProperties"]!["RootType"]!.ToString().ShouldBe("WorkflowDefinitionActivity");
        besluit["constructionProperties"]!["WorkflowDefinitionId"]!.ToString().ShouldBe("besluit");
        besluit["ports"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_strange_type_in_a_concept_is_known_from_then_on_so_that_it_opens()
    {
        await using var house = House.OnSqlite();
        var bram = await house.AsAsync("bram");
        var before = await bram.GetAsync(Root + "/descriptors/activities");
        var model = Model("Van elders");
        model.Activities().Add(Step("script", "Elsa.RunJavaScript"));
        model["root"]!["connections"]!.AsArray().Add(Arrow("script", "einde", "Gelukt"));
        var saved = await bram.SaveAsync(model);
        saved.Activity("script")["type"]!.ToString().ShouldBe("Elsa.RunJavaScript");

        var after = await bram.GetAsync(Root + "/descriptors/activities");
        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
        var strange = Find(await ItemsAsync(bram), "Elsa.RunJavaScript");
        (strange["isBrowsable"]!.GetValue<bool>(), strange["ports"]![0]!["name"]!.ToString()).ShouldBe((false, "Gelukt"));
        saved.Activity("bellen")["metadata"]!["designer"]!["position"]!["x"] = 99;
        await bram.SaveAsync(saved);
        (await bram.GetAsync(Root + "/descriptors/activities")).Headers.ETag.ShouldBe(after.Headers.ETag, "dragging a step makes no other list");
        var findings = await bram.StudioAsync(HttpMethod.Post, "/workflow-definitions/van-elders/publish", new JsonObject()).ShouldBeRefusedAsync("TEKENING_FOUTEN");
        findings.ShouldContain("Stap ‘script’: Dit programma kent de soort stap ‘Elsa.RunJavaScript’ (versie 1) niet.");
    }

    [Fact]
    public async Task What_is_asked_on_demand_is_answered_harmlessly()
    {
        (await shared.Anna.StudioPostAsync("/descriptors/activities/Elsa.If/options/Condition"))["items"].ShouldBeOfType<JsonObject>();
        var declarations = await shared.Anna.StudioAsync(HttpMethod.Post, "/scripting/javascript/type-definitions/contact", new JsonObject());
        (declarations.StatusCode, declarations.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "text/plain"));
        (await shared.Anna.StudioPostAsync("/tests/activities"))["exception"]!["message"]!.ToString().ShouldContain("proef");
    }

    static async Task<List<JsonObject>> ItemsAsync(HttpClient client) => [.. (await client.StudioGetAsync("/descriptors/activities?Refresh=True"))["items"]!.AsArray().Select(i => i!.AsObject())];

    static JsonObject Find(List<JsonObject> items, string type) => items.Where(i => i["typeName"]!.ToString() == type).MaxBy(i => i["version"]!.GetValue<int>()).ShouldNotBeNull(type);

    static string[] Options(JsonObject descriptor, string input)
    {
        var found = descriptor["inputs"]!.AsArray().Single(i => i!["name"]!.ToString() == input)!;
        found["uiHint"]!.ToString().ShouldBe("dropdown");
        return [.. found["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Select(o => o!["value"]!.ToString())];
    }

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
