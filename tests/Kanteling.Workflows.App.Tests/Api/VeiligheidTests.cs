using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// The meldcode, and that nobody who is not in it learns of it. Bea is of the same team as Anna and sees the household; Chantal
/// leads that team.
/// </summary>
public sealed class VeiligheidTests(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    const string Woord = "Geheimschrift";
    readonly string family = Calls.Family(), beaId = Calls.Key(), begin = Calls.Key();
    HttpClient anna = null!, bea = null!, chantal = null!, fenna = null!;
    string household = "", shielded = "", task = "";

    public Task InitializeAsync() => BeginAsync(shared.House);

    public Task DisposeAsync() => Task.CompletedTask;

    async Task BeginAsync(House house)
    {
        (anna, chantal, fenna) = (await house.AsAsync("anna"), await house.AsAsync("chantal"), await house.AsAsync("fenna"));
        bea = await house.AsNewAsync("consulent", "wijkteam-noord", beaId);
        household = await anna.MeldAsync(family);
        var begun = await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = Woord }, begin)).ReadAsync(201);
        (shielded, task) = (begun["huishouden"]!.ToString(), begun["volgendeTaken"]![0]!["id"]!.ToString());
    }

    Task<HttpResponseMessage> CompleteAsync(HttpClient client, string step, string outcome, JsonObject? answers = null) => client.CompleteAsync(shielded, step, outcome, answers);

    static JsonObject Signals() => new() { ["signalen"] = Woord, ["kinderen"] = true };

    [Fact]
    public async Task It_begins_in_a_stream_of_its_own_with_its_holder_and_the_household_stays_as_it_was()
    {
        shielded.ShouldNotBe(household);
        var own = await (await anna.GetAsync($"/api/v1/huishoudens/{shielded}")).ReadAsync(200);
        own["veiligheidVan"]!.ToString().ShouldBe(household);
        own["personen"]!.AsArray().Count.ShouldBe(1);
        own["dossiers"]![0]!["behandelaar"]!["id"]!.ToString().ShouldBe("demo-anna");
        var seen = await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        seen["veiligheid"]![0]!["id"]!.ToString().ShouldBe(shielded);
        seen["versie"]!.GetValue<int>().ShouldBe(1);
        (await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = Woord }, begin)).ReadAsync(201))["huishouden"]!.ToString().ShouldBe(shielded);
        await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "Nog een keer" }).ShouldBeProblemAsync(409, "MOGELIJK_LOOPT_AL");
    }

    /// <summary>Every address that could show it, with the household too.</summary>
    IEnumerable<(string Path, JsonObject? Body)> Everything() =>
    [
        ($"/api/v1/huishoudens/{shielded}", null), ($"/api/v1/huishoudens/{shielded}/tijdlijn", null), ($"/api/v1/huishoudens/{shielded}/gebeurtenissen", null),
        ($"/api/v1/huishoudens/{shielded}/mogelijk", null), ($"/api/v1/huishoudens/{shielded}/mogelijk/spoed", []), ($"/api/v1/taken?huishouden={shielded}", null),
        ($"/api/v1/taken/{task}", null), ($"/api/v1/taken/{task}/afronding", new JsonObject { ["uitkomst"] = "Verder", ["antwoorden"] = Signals() }),
        ($"/api/v1/taken/{task}/terugdraaien", new JsonObject { ["reden"] = "x" }), ($"/api/v1/taken/{task}/toewijzing", new JsonObject { ["aan"] = beaId }),
        ("/api/v1/meldingen", new JsonObject { ["huishoudenId"] = shielded, ["client"] = "p1", ["vraag"] = "x", ["kanaal"] = "balie" }),
    ];

    [Theory]
    [InlineData("bea")]
    [InlineData("chantal")]
    [InlineData("dirk")]
    [InlineData("bram")]
    public async Task For_a_colleague_it_is_as_if_it_were_not_there(string who)
    {
        var colleague = who == "bea" ? bea : await shared.House.AsAsync(who);
        foreach (var (path, body) in Everything())
        {
            var response = body is null ? await colleague.GetAsync(path) : await colleague.SendAsync(path, body.DeepClone(), ifMatch: "\"1\"");
            ((int)response.StatusCode).ShouldBeOneOf(path.EndsWith("/meldingen", StringComparison.Ordinal) ? [403, 404] : [404], path);
        }
        foreach (var path in (string[])[$"/huishoudens/{shielded}", $"/taken/{task}", $"/huishoudens/{shielded}/mogelijk/spoed"])
            ((int)(await colleague.GetAsync(path)).StatusCode).ShouldBe(404, path);
    }

    [Fact]
    public async Task The_household_itself_its_lists_and_pages_tell_a_colleague_nothing()
    {
        foreach (var colleague in (HttpClient[])[bea, chantal])
        {
            var seen = await (await colleague.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
            seen["veiligheid"]!.AsArray().ShouldBeEmpty();
            (await colleague.SearchAsync(family)).ShouldContain(household);
            (await colleague.SearchAsync(family)).ShouldNotContain(shielded);
            (await colleague.SearchAsync(shielded)).ShouldNotContain($"/huishoudens/{shielded}");
            foreach (var path in (string[])
                [
                    $"/api/v1/huishoudens/{household}", $"/api/v1/huishoudens/{household}/tijdlijn", $"/api/v1/huishoudens/{household}/gebeurtenissen", $"/api/v1/huishoudens/{household}/mogelijk",
                    "/api/v1/taken", "/api/v1/taken?status=afgerond", "/", "/?van=team", $"/huishoudens/{household}", "/incidenten",
                ])
            {
                var text = await (await colleague.GetAsync(path)).Content.ReadAsStringAsync();
                text.ShouldNotContain(shielded, Case.Sensitive, path);
                text.ShouldNotContain(Woord, Case.Sensitive, path);
            }
        }
    }

    [Fact]
    public async Task The_clock_of_the_demonstration_tells_only_who_is_in_it_whoever_moved_it()
    {
        // The clock is of the whole house.
        await using var own = House.OnSqlite();
        await BeginAsync(own);
        await (await anna.SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = "P2W" })).ReadAsync(200);
        (await anna.GetStringAsync("/klok")).ShouldContain($"/huishoudens/{shielded}");
        (await bea.GetStringAsync("/klok")).ShouldNotContain(shielded);
        (await (await bea.SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = "P6W" })).ReadAsync(200)).ToJsonString().ShouldNotContain(shielded);
        (await chantal.GetStringAsync("/klok")).ShouldNotContain(shielded);
    }

    [Fact]
    public async Task The_aandachtsfunctionaris_sees_it_and_by_that_role_not_the_household()
    {
        await (await fenna.GetAsync($"/api/v1/huishoudens/{shielded}")).ReadAsync(200);
        await (await fenna.GetAsync($"/api/v1/taken/{task}")).ReadAsync(200);
        await fenna.GetAsync($"/api/v1/huishoudens/{household}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        (await fenna.GetStringAsync($"/huishoudens/{shielded}")).ShouldContain("Afgeschermd");
    }

    [Fact]
    public async Task Who_is_given_a_task_in_it_by_name_is_in_it_and_is_out_again_afterwards()
    {
        await (await anna.SendAsync($"/api/v1/taken/{task}/toewijzing", new JsonObject { ["aan"] = beaId }, ifMatch: "\"1\"")).ReadAsync(200);
        await (await bea.GetAsync($"/api/v1/huishoudens/{shielded}")).ReadAsync(200);
        await (await CompleteAsync(bea, "signalen", "Verder", Signals())).ReadAsync(200);
        await bea.GetAsync($"/api/v1/huishoudens/{shielded}").ShouldBeProblemAsync(404, "HUISHOUDEN_ONBEKEND");
        var closed = await (await bea.GetAsync("/api/v1/taken?status=afgerond")).ReadAsync(200);
        closed.ToJsonString().ShouldNotContain(shielded);
        closed["totaal"]!.GetValue<int>().ShouldBe(closed["items"]!.AsArray().Count);
        (await (await bea.GetAsync("/api/v1/taken?status=afgerond&pagina=2")).ReadAsync(200))["totaal"]!.GetValue<int>().ShouldBe(closed["totaal"]!.GetValue<int>(), "what is left out is not counted on another page either");
    }

    [Fact]
    public async Task Acute_danger_is_weighed_and_reported_the_same_day_and_nothing_else_is_possible()
    {
        await (await CompleteAsync(anna, "signalen", "Acuut gevaar", Signals())).ReadAsync(200);
        var today = (await anna.TaskAsync(shielded, "wegen"))["laatsteDag"]!.ToString();
        await (await CompleteAsync(anna, "wegen", "Gewogen", new JsonObject { ["vermoeden"] = true, ["acuut"] = true, ["structureel"] = false, ["motivering"] = Woord })).ReadAsync(200);
        (await anna.TaskAsync(shielded, "beslissen"))["laatsteDag"]!.ToString().ShouldBe(today);
        await CompleteAsync(anna, "beslissen", "Hulp organiseren", new JsonObject { ["hulp"] = "x", ["toelichting"] = "x" }).ShouldBeProblemAsync(409, "VEILIGHEID_MOET_GEMELD");
        await (await CompleteAsync(anna, "beslissen", "Melden bij Veilig Thuis", new JsonObject { ["gemeldOp"] = today, ["verteld"] = false, ["toelichting"] = "x" })).ReadAsync(200);
        await (await CompleteAsync(anna, "volgen-melding", "Veilig", new JsonObject { ["toelichting"] = "x" })).ReadAsync(200);
        var after = await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        after["veiligheid"]![0]!["loopt"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Every_look_at_it_is_noted()
    {
        await (await fenna.GetAsync($"/api/v1/huishoudens/{shielded}")).ReadAsync(200);
        await (await fenna.GetAsync($"/api/v1/taken/{task}")).ReadAsync(200);
        var reads = await shared.House.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.DossierReads.Where(r => r.Stream == new StreamId(shielded) && r.UserId == new UserId("demo-fenna"))));
        reads.Select(r => r.What).ShouldBe(["huishouden", "taak"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_teammanager_reads_only_that_there_may_be_some()
    {
        // It tells how many there are in the whole house.
        await using var own = House.OnSqlite();
        await BeginAsync(own);
        (await chantal.GetStringAsync("/werkstromen/veiligheid")).ShouldContain("Loopt nu: minder dan 5");
        (await bea.GetStringAsync("/werkstromen/veiligheid")).ShouldNotContain("Loopt nu");
    }

    [Fact]
    public void The_way_back_cannot_be_read_or_computed_from_the_name_of_the_procedure()
    {
        var (own, other) = (shared.House.Services.GetRequiredService<IWorkflowStore>().Keys.Current, RingKey.New("other"));
        Afscherming.DossierVan(own, new(household)).Text.ShouldNotContain(household);
        Afscherming.DossierVan(own, new(household)).ShouldNotBe(Afscherming.DossierVan(other, new(household)), "without the key nobody can compute whether there is one");
    }
}
