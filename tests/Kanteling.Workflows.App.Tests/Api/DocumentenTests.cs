using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Elsa;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Kanteling.Workflows.Zaken.Tekeningen;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>What a version of a flow pins, on the real program: read, newer versions, and corrections by two persons.</summary>
public sealed class DocumentenTests : IAsyncLifetime
{
    const string Brief = "/api/v1/documenten/brief/ontvangstbevestiging/versies/1";

    readonly House house = House.OnSqlite();
    readonly TempFolder folder = new();
    HttpClient anna = null!, bram = null!, esra = null!;

    public async Task InitializeAsync() => (anna, bram, esra) = (await house.AsAsync("anna"), await house.AsAsync("bram"), await house.AsAsync("esra"));

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        folder.Dispose();
    }

    static async Task<JsonArray> DocumentenAsync(HttpClient client, int versie, string flow = "toegang")
    {
        var answer = await client.GetAsync($"/api/v1/tekeningen/{flow}/versies/{versie}/documenten");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray();
    }

    static string Versies(JsonArray documenten) => string.Join(" ", documenten.Select(d => $"{d!["soort"]}:{d["id"]}@{d["versie"]}#{d["hash"]}"));

    async Task<(string Household, JsonObject Task)> BevestigenAsync()
    {
        var household = await anna.MeldAsync();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        return (household, await anna.TaskAsync(household, "ontvangst-bevestigen"));
    }

    /// <summary>A second version of the letter comes in as a file, as the command does it.</summary>
    async Task<Invoerverslag> NieuwereBriefAsync()
    {
        var brief = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Flows.Flows.Folder.Pad, "brieven", "ontvangstbevestiging.json")))!;
        (brief["versie"], brief["onderwerp"]) = (2, "Nieuw onderwerp");
        var file = folder.File("ontvangstbevestiging.json");
        await File.WriteAllTextAsync(file, brief.ToJsonString());
        return await house.Services.GetRequiredService<Werkstroominvoer>().BestandAsync(file);
    }

    static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, params (string Naam, string Waarde)[] velden)
    {
        var answer = await client.SubmitAsync(page, page, velden.Select(v => KeyValuePair.Create(v.Naam, v.Waarde)));
        return answer.StatusCode == HttpStatusCode.Redirect ? await client.GetAsync(answer.Headers.Location) : answer;
    }

    [Fact]
    public async Task A_version_says_what_it_was_published_with_and_a_newer_letter_waits_until_it_is_published_again()
    {
        var eerst = Versies(await DocumentenAsync(bram, 2));
        eerst.ShouldContain("formulier:hulpvragen@1#");
        eerst.ShouldContain("leidraad:gesprek@1#");
        (await NieuwereBriefAsync()).Geweigerd.ShouldBeEmpty();
        (await house.Services.GetRequiredService<Werkstroominvoer>().MapAsync(Flows.Flows.Folder.Pad)).Opgemerkt.ShouldContain(
            zin => zin.Contains("(toegang@2) gebruikt nog niet: brief ontvangstbevestiging versie 2. Publiceer deze werkstroom opnieuw", StringComparison.Ordinal));

        var nu = await DocumentenAsync(bram, 2);
        Versies(nu).ShouldBe(eerst, "what came later changes no version");
        nu.Single(d => d!["id"]!.ToString() == "ontvangstbevestiging")!["nieuwere"]!.GetValue<int>().ShouldBe(2);
        var (oud, taak) = await BevestigenAsync();
        taak["brief"]!["versie"]!.GetValue<int>().ShouldBe(1);

        (await bram.GetStringAsync("/studio/versies/toegang")).ShouldContain("Er is iets nieuwers.");
        (await PostAsync(bram, "/studio/versies/toegang", ("actie", "vernieuwen"))).EnsureSuccessStatusCode();
        (await DocumentenAsync(bram, 3)).Single(d => d!["id"]!.ToString() == "ontvangstbevestiging")!["versie"]!.GetValue<int>().ShouldBe(2, "the concept shows what it would take");
        (await PostAsync(bram, "/studio/versies/toegang", ("actie", "aanbieden"))).EnsureSuccessStatusCode();
        (await PostAsync(esra, "/studio/versies/toegang", ("actie", "goedkeuren"), ("sleutel", Calls.Key()))).EnsureSuccessStatusCode();
        Versies(await DocumentenAsync(bram, 3)).ShouldContain("brief:ontvangstbevestiging@2#");
        Versies(await DocumentenAsync(bram, 2)).ShouldBe(eerst);
        (await anna.TaskAsync(oud, "ontvangst-bevestigen"))["brief"]!["versie"]!.GetValue<int>().ShouldBe(1, "who runs on the old version stays on its letter");
        var (_, nieuw) = await BevestigenAsync();
        (nieuw["brief"]!["versie"]!.GetValue<int>(), nieuw["brief"]!["onderwerp"]!.ToString()).ShouldBe((2, "Nieuw onderwerp"));
    }

    [Fact]
    public async Task A_correction_by_two_persons_shows_in_what_is_open_and_what_was_sent_before_keeps_its_hash()
    {
        var (eerder, _) = await BevestigenAsync();
        var voor = await (await bram.GetAsync(Brief)).ReadAsync(200);
        await VerzendAsync(eerder);
        var (household, _) = await BevestigenAsync();
        var document = voor["document"]!.DeepClone();
        document["onderwerp"] = "Wij kregen uw melding";
        await anna.SendAsync(Brief + "/correcties", Voorstel(document)).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await bram.SendAsync(Brief + "/correcties", new JsonObject { ["document"] = document.DeepClone(), ["reden"] = "" }).ShouldBeProblemAsync(400, "VERZOEK_ONJUIST");
        var meer = document.DeepClone();
        meer["alineas"]!.AsArray().RemoveAt(0);
        await bram.SendAsync(Brief + "/correcties", Voorstel(meer)).ShouldBeProblemAsync(409, "CORRECTIE_MEER_DAN_WOORDEN");
        var voorstel = (await (await bram.SendAsync(Brief + "/correcties", Voorstel(document))).ReadAsync(200))["correcties"]![0]!["nummer"];
        (await anna.TaskAsync(household, "ontvangst-bevestigen"))["brief"]!["onderwerp"]!.ToString().ShouldBe("Wij hebben uw melding ontvangen");
        await bram.SendAsync($"{Brief}/correcties/{voorstel}/goedkeuren", new JsonObject()).ShouldBeProblemAsync(409, "CORRECTION_OWN_APPROVAL");
        var na = await (await esra.SendAsync($"{Brief}/correcties/{voorstel}/goedkeuren", new JsonObject())).ReadAsync(200);

        (na["eersteHash"]!.ToString(), na["eerste"]!["onderwerp"]!.ToString(), na["document"]!["onderwerp"]!.ToString())
            .ShouldBe((voor["hash"]!.ToString(), "Wij hebben uw melding ontvangen", "Wij kregen uw melding"));
        var taak = await anna.TaskAsync(household, "ontvangst-bevestigen");
        (taak["brief"]!["versie"]!.GetValue<int>(), taak["brief"]!["onderwerp"]!.ToString()).ShouldBe((1, "Wij kregen uw melding"));
        await VerzendAsync(household);
        (await HashesAsync(eerder)).ShouldBe([voor["hash"]!.ToString()]);
        (await HashesAsync(household)).ShouldBe([na["hash"]!.ToString()]);
        (await DocumentenAsync(bram, 2)).Single(d => d!["id"]!.ToString() == "ontvangstbevestiging")!["correcties"]!.GetValue<int>().ShouldBe(1);
        var said = new StringWriter();
        (await new Databasebewijs(StorageSetup.OpenSqliteReadOnly(house.Target)).DraaiAsync(said)).ShouldBe(0, said.ToString());
    }

    static JsonObject Voorstel(JsonNode document) => new() { ["document"] = document.DeepClone(), ["reden"] = "Het kan korter." };

    async Task VerzendAsync(string household) =>
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);

    async Task<List<string>> HashesAsync(string household)
    {
        var hashes = new List<string>();
        await foreach (var (_, events) in house.Services.GetRequiredService<WorkflowEngine>().History.ReadAsync(new(household)))
            hashes.AddRange(events.OfType<DomainEvent>().Select(e => e.Event).OfType<BriefVerzonden>().Select(b => b.Brief.Hash));
        return hashes;
    }

    [Fact]
    public async Task On_the_page_a_correction_is_typed_proposed_and_approved_without_a_script()
    {
        const string page = "/studio/documenten/formulier/hulpvragen/1";
        (await bram.GetStringAsync("/studio/versies/toegang")).ShouldContain($"href=\"{page}\"");
        var answer = await PostAsync(bram, page, ("actie", "voorstellen"), ("sleutel", Calls.Key()), ("reden", "Duidelijker"), ("woord:velden[0].label", "Wat wilt u weer kunnen?"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("De correctie is voorgesteld");
        var waits = await esra.GetStringAsync(page);
        waits.ShouldContain("Wordt: Wat wilt u weer kunnen?");
        var nummer = Regex.Match(waits, "name=\"correctie\" value=\"([0-9]+)\"").Groups[1].Value;
        (await bram.GetStringAsync(page)).ShouldNotContain("Keur de correctie goed");
        (await (await PostAsync(esra, page, ("actie", "goedkeuren"), ("sleutel", Calls.Key()), ("correctie", nummer))).Content.ReadAsStringAsync()).ShouldContain("De correctie geldt");
        (await bram.GetStringAsync(page)).ShouldContain("Correctie 1");
        (await PostAsync(bram, page, ("actie", "voorstellen"), ("sleutel", Calls.Key()), ("reden", "x"))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "nothing was changed");
        (await bram.GetAsync("/studio/documenten/formulier/bestaat-niet/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_changes_more_words_while_a_proposal_waits_keeps_what_was_proposed_and_who_looked_before_it_is_told()
    {
        const string page = "/studio/documenten/formulier/nazorg/2";
        async Task<string> VoorstelAsync(string wacht, params (string Naam, string Waarde)[] woorden) =>
            await (await PostAsync(bram, page, [("actie", "voorstellen"), ("sleutel", Calls.Key()), ("reden", "Duidelijker"), ("wacht", wacht), .. woorden])).Content.ReadAsStringAsync();
        (await VoorstelAsync("", ("woord:naam", "Hoe gaat het nu?"))).ShouldContain("De correctie is voorgesteld");
        var wacht = Regex.Match(await bram.GetStringAsync(page), "name=\"wacht\" value=\"([0-9]+)\"").Groups[1].Value;
        (await VoorstelAsync("", ("woord:naam", "Iets anders"))).ShouldContain("Intussen is er een voorstel bij gekomen");
        (await VoorstelAsync(wacht, ("woord:velden[0].label", "Hoe gaat het met u?"))).ShouldContain("De correctie is voorgesteld");
        var waits = await esra.GetStringAsync(page);
        waits.ShouldContain("Wordt: Hoe gaat het nu?");
        waits.ShouldContain("Wordt: Hoe gaat het met u?");
    }

    [Fact]
    public async Task Who_may_approve_sees_it_wait_and_is_told_which_choice_would_read_otherwise()
    {
        const string page = "/studio/documenten/formulier/keukentafelgesprek/1";
        var form = await (await bram.GetAsync("/api/v1/documenten/formulier/keukentafelgesprek/versies/1")).ReadAsync(200);
        var velden = form["document"]!["velden"]!.AsArray();
        var (plek, keuze) = velden.Index().First(v => v.Item!["opties"] is JsonArray);
        await PostAsync(bram, page, ("actie", "voorstellen"), ("sleutel", Calls.Key()), ("reden", "Duidelijker"), ($"woord:velden[{plek}].opties[0].label", "Jazeker"));
        var list = await esra.GetStringAsync("/studio");
        list.ShouldContain("Wacht op uw akkoord");
        list.ShouldContain($"href=\"{page}\"");
        (await bram.GetStringAsync("/studio")).ShouldNotContain($"href=\"{page}\"", Case.Sensitive, "his own");
        var waits = WebUtility.HtmlDecode(await esra.GetStringAsync(page));
        waits.ShouldContain($"Keuze bij “{keuze!["label"]}”");
        waits.ShouldContain("Let op: hier verandert een keuze.");
    }

    [Fact]
    public async Task A_correction_that_loses_what_the_household_fills_in_says_which_and_where()
    {
        var document = (await (await bram.GetAsync(Brief)).ReadAsync(200))["document"]!.DeepClone();
        var (plek, alinea) = document["alineas"]!.AsArray().Index().First(a => a.Item!["tekst"]!.ToString().Contains('{'));
        var naam = Regex.Match(alinea!["tekst"]!.ToString(), @"\{[^}]+\}").Value;
        alinea["tekst"] = "Zonder.";
        var said = await (await bram.SendAsync(Brief + "/correcties", Voorstel(document))).ReadAsync(409);
        said.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldContain($"{naam} in alinea {plek + 1}");
    }

    [Fact]
    public async Task Studio_saves_exports_and_imports_a_drawing_and_what_it_pins_is_neither_lost_nor_believed()
    {
        var eerst = Versies(await DocumentenAsync(bram, 1, "taak"));
        var getekend = await bram.OpenAsync("taak");
        getekend["customProperties"]!["kanteling:documenten"] = new JsonArray("formulier:vrije-taak@99");
        getekend.Activity(getekend.Activities().First(a => a!["type"]!.ToString() == "Kanteling.VrijeTaak")!["id"]!.ToString())["metadata"]!["description"] = "Anders";
        await bram.SaveAsync(getekend);
        var file = await (await bram.GetAsync(StudioCalls.Root + "/workflow-definitions/taak/export?versionOptions=Latest")).ReadAsync(200);
        await bram.StudioAsync(HttpMethod.Delete, "/workflow-definition-versions/taak-2");
        await bram.StudioPostAsync("/workflow-definitions/import", file, 201);
        (await PostAsync(bram, "/studio/versies/taak", ("actie", "aanbieden"))).EnsureSuccessStatusCode();
        (await PostAsync(esra, "/studio/versies/taak", ("actie", "goedkeuren"), ("sleutel", Calls.Key()))).EnsureSuccessStatusCode();
        Versies(await DocumentenAsync(bram, 2, "taak")).ShouldBe(eerst);
        Versies(await DocumentenAsync(bram, 1, "taak")).ShouldBe(eerst);
        (await bram.OpenAsync("taak"))["customProperties"]!["kanteling:documenten"]![0]!.ToString().ShouldBe("formulier:vrije-taak@99", "what somebody drew is kept, and says nothing");
        var uit = await house.Services.GetRequiredService<OpenStorage>().Store.DefinitionAsync(new("taak"), 2, default);
        uit!.Document.ShouldNotContain("\"manifest\"");
    }
}
