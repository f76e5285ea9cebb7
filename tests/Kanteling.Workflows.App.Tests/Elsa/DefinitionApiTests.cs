using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using static Kanteling.Workflows.App.Tests.Elsa.StudioCalls;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>Rows 12 to 15 of the contract: lists and documents of what is published, in the casing and the shapes that Studio needs.</summary>
public sealed class DefinitionApiTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;

    Task<HttpClient> BramAsync() => house.AsAsync("bram");

    [Fact]
    public async Task The_list_gives_a_page_of_the_newest_versions()
    {
        var bram = await BramAsync();
        var page = await bram.StudioGetAsync("/workflow-definitions?versionOptions=Latest&Page=0&PageSize=5&SearchTerm=&IsSystem=False&OrderDirection=Ascending&OrderBy=Name");
        var items = page["items"]!.AsArray();
        items.Count.ShouldBe(5);
        page["totalCount"]!.GetValue<int>().ShouldBeGreaterThan(10);
        page.Rels().ShouldContain("create");
        var first = items[0]!.AsObject();
        first.Select(p => p.Key).ShouldBe(["id", "definitionId", "name", "description", "version", "toolVersion", "isLatest", "isPublished", "isReadonly", "materializerName", "isMaterializerAvailable", "createdAt", "links"], ignoreOrder: true);
        first["id"]!.ToString().ShouldBe($"{first["definitionId"]}-{first["version"]}");
        items.Select(i => i!["name"]!.ToString()).ShouldBeInOrder();
        var next = await bram.StudioGetAsync("/workflow-definitions?versionOptions=Latest&Page=1&PageSize=5&OrderBy=Name");
        next["items"]!.AsArray().Select(i => i!["id"]!.ToString()).ShouldNotContain(first["id"]!.ToString());
    }

    [Fact]
    public async Task The_list_can_be_narrowed_in_each_way_that_Studio_asks()
    {
        var bram = await BramAsync();
        async Task<string[]> Ids(string query) => [.. (await bram.StudioGetAsync("/workflow-definitions?" + query))["items"]!.AsArray().Select(i => i!["id"]!.ToString())];
        var toegang = (await bram.OpenAsync("toegang"))["id"]!.ToString();

        (await Ids("versionOptions=Published&DefinitionIds=toegang&DefinitionIds=contact")).ShouldBe(["contact-1", toegang], ignoreOrder: true);
        (await Ids($"versionOptions=&Ids={toegang}&ids=contact-1")).ShouldBe(["contact-1", toegang], ignoreOrder: true);
        (await Ids("versionOptions=AllVersions&definitionIds=contact&OrderBy=Version&OrderDirection=Descending")).ShouldBe(["contact-1"]);
        (await Ids("versionOptions=LatestOrPublished&searchTerm=Contact%20vast")).ShouldBe(["contact-1"]);
        (await Ids("versionOptions=Draft")).ShouldBeEmpty();
        (await Ids("versionOptions=Latest&IsSystem=True")).ShouldBeEmpty();
        (await Ids("versionOptions=Latest")).Length.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_definition_comes_whole_with_its_links_and_no_collection_is_missing()
    {
        var contact = await (await BramAsync()).OpenAsync("contact");
        (contact["id"]!.ToString(), contact["definitionId"]!.ToString(), contact["version"]!.GetValue<int>()).ShouldBe(("contact-1", "contact", 1));
        (contact["isLatest"]!.GetValue<bool>(), contact["isPublished"]!.GetValue<bool>(), contact["isReadonly"]!.GetValue<bool>()).ShouldBe((true, true, false));
        foreach (var list in new[] { "variables", "inputs", "outputs", "outcomes", "links" })
            contact[list].ShouldBeOfType<JsonArray>(list);
        foreach (var group in new[] { "customProperties", "options", "root" })
            contact[group].ShouldBeOfType<JsonObject>(group);
        contact.Rels().ShouldBe(["self", "versions", "export", "execute", "publish", "import", "update-references", "retract"], ignoreOrder: true);
        contact["materializerName"]!.ToString().ShouldBe("Json");
        contact.Activities().Count.ShouldBe(2);

        var byId = await (await BramAsync()).StudioGetAsync("/workflow-definitions/by-id/contact-1");
        JsonNode.DeepEquals(byId, contact).ShouldBeTrue();
        (await (await BramAsync()).StudioGetAsync("/workflow-definitions/many-by-id?ids=contact-1&ids=nope-1"))["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("/workflow-definitions/by-definition-id/nope?versionOptions=Latest")]
    [InlineData("/workflow-definitions/by-definition-id/contact?versionOptions=99")]
    [InlineData("/workflow-definitions/by-id/contact-99")]
    [InlineData("/workflow-definitions/by-id/contact-01")]
    [InlineData("/workflow-definitions/by-id/contact")]
    [InlineData("/workflow-definitions/nope/export?versionOptions=Latest")]
    public async Task What_is_not_there_is_a_404_in_Studios_form(string path) =>
        await (await BramAsync()).GetAsync(Root + path).ShouldBeRefusedAsync("TEKENING_ONBEKEND", 404);

    [Fact]
    public async Task A_name_is_unique_until_another_drawing_has_it()
    {
        var bram = await BramAsync();
        async Task<bool> Unique(string query) => (await bram.StudioGetAsync("/workflow-definitions/validation/is-name-unique?" + query))["isUnique"]!.GetValue<bool>();
        (await Unique("name=Iets%20nieuws")).ShouldBeTrue();
        (await Unique("name=contact%20vastleggen")).ShouldBeFalse();
        (await Unique("Name=Contact%20vastleggen&DefinitionId=contact")).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_may_not_draw_gets_links_to_read_with()
    {
        (await shared.Anna.OpenAsync("contact")).Rels().ShouldBe(["self", "versions", "export"], ignoreOrder: true);
        var page = await shared.Anna.StudioGetAsync("/workflow-definitions?versionOptions=Latest");
        page.Rels().ShouldNotContain("bulk-publish");
        page.Rels().ShouldNotContain("create");
        await shared.Anna.StudioAsync(HttpMethod.Post, "/workflow-definitions", Request(Model("Mag niet"))).ShouldBeRefusedAsync("NIET_BEVOEGD", 403);
        foreach (var act in new[] { "/workflow-definitions/contact/publish", "/workflow-definitions/contact/retract", "/workflow-definitions/contact/revert/1", "/workflow-definitions/import" })
            (await shared.Anna.StudioAsync(HttpMethod.Post, act, Model("Mag niet"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, act);
        (await shared.Anna.StudioAsync(HttpMethod.Delete, "/workflow-definitions/contact")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in_and_a_program_that_brings_meldingen_finds_nothing()
    {
        await house.Anonymous().GetAsync(Root + "/workflow-definitions").ShouldBeRefusedAsync("NIET_AANGEMELD", 401);
        var punt = await house.AsNewAsync("aanmeldpunt");
        await punt.GetAsync(Root + "/workflow-definitions").ShouldBeRefusedAsync("NIET_BEVOEGD", 403);
        await (await BramAsync()).GetAsync(Root + "/nothing/here").ShouldBeRefusedAsync("PAGINA_ONBEKEND", 404);
    }

    [Fact]
    public async Task Consumers_are_the_drawings_that_run_this_one()
    {
        var bram = await BramAsync();
        (await bram.StudioGetAsync("/workflow-definitions/besluit/consumers"))["consumingWorkflowDefinitionIds"]!.AsArray().Select(i => i!.ToString()).ShouldContain("toegang");
        (await bram.StudioGetAsync("/workflow-definitions/contact/consumers"))["consumingWorkflowDefinitionIds"]!.AsArray().ShouldBeEmpty();
        (await bram.StudioPostAsync("/workflow-definitions/contact/update-references"))["affectedWorkflows"]!.AsArray().ShouldBeEmpty();
    }
}
