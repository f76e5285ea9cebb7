using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>References at the doors of the real program: API, page and import, on both databases. The kinds themselves are in the pure tests.</summary>
public abstract class VerwijzingTests(SharedHouse shared)
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    async Task<string> BeoordeeldAsync()
    {
        var household = await anna.MeldAsync();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        return household;
    }

    static JsonObject Ontvangst(string behandelaar) => new() { ["behandelaar"] = behandelaar, ["kanaal"] = "digitaal", ["verzondenOp"] = Calls.Today };

    [Fact]
    public async Task A_behandelaar_who_is_not_there_or_has_no_role_for_it_is_refused_by_API_and_by_page()
    {
        var household = await BeoordeeldAsync();
        var balie = Calls.Key();
        await house.AsNewAsync("aanmeldpunt", null, balie);
        foreach (var (wie, code) in ((string, string)[])[("bestaat-niet", "MEDEWERKER_ONBEKEND"), (balie, "MEDEWERKER_ZONDER_ROL"), ("demo-bram", "MEDEWERKER_ZONDER_ROL")])
        {
            var fout = (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, Ontvangst(wie)).ShouldBeProblemAsync(422, "ANTWOORDEN_ONJUIST"))["fouten"]!.AsArray().ShouldHaveSingleItem()!;
            (fout["pad"]!.ToString(), fout["code"]!.ToString()).ShouldBe(("behandelaar", code));
            fout["zin"]!.ToString().ShouldNotContain("_");
        }
        var task = await anna.TaskAsync(household, "ontvangst-bevestigen");
        var html = await anna.GetStringAsync($"/taken/{task["id"]}");
        string Value(string name) => Regex.Match(html, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;
        var page = await anna.PostAsync($"/taken/{task["id"]}", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Value("__RequestVerificationToken"), ["versie"] = Value("versie"), ["sleutel"] = Value("sleutel"),
            ["v.behandelaar"] = "bestaat-niet", ["v.kanaal"] = "digitaal", ["v.verzondenOp"] = Calls.Today,
        }));
        ((int)page.StatusCode).ShouldBe(422);
        (await page.Content.ReadAsStringAsync()).ShouldContain("deze medewerker kennen we niet");
    }

    [Fact]
    public async Task A_task_is_not_given_to_who_is_not_there_or_cannot_have_it()
    {
        var household = await anna.MeldAsync();
        var task = await anna.TaskAsync(household, "eerste-beoordeling");
        foreach (var (wie, code) in ((string, string)[])[("bestaat-niet", "MEDEWERKER_ONBEKEND"), ("demo-bram", "MEDEWERKER_ZONDER_ROL")])
        {
            var fout = (await anna.SendAsync($"/api/v1/taken/{task["id"]}/toewijzing", new JsonObject { ["aan"] = wie }, ifMatch: $"\"{task["versie"]}\"").ShouldBeProblemAsync(422, "ANTWOORDEN_ONJUIST"))["fouten"]!.AsArray().ShouldHaveSingleItem()!;
            (fout["pad"]!.ToString(), fout["code"]!.ToString()).ShouldBe(("aan", code));
        }
    }

    [Fact]
    public async Task A_flow_that_is_tried_with_a_behandelaar_who_is_not_there_does_not_start()
    {
        var bram = await house.AsAsync("bram");
        var answer = await bram.SendAsync("/elsa/api/workflow-definitions/taak/execute", new JsonObject { ["input"] = new JsonObject { ["behandelaar"] = "bestaat-niet" } });
        ((int)answer.StatusCode).ShouldBeInRange(400, 422);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("kennen we niet");
    }
}

public sealed class SqliteVerwijzingTests(SharedHouse shared) : VerwijzingTests(shared), IClassFixture<SharedHouse>;

public sealed class PostgresVerwijzingTests(SharedPostgresHouse shared) : VerwijzingTests(shared), IClassFixture<SharedPostgresHouse>;

/// <summary>What a folder brings in, on both databases.</summary>
public sealed class InvoerverwijzingTests
{
    static readonly DateTimeOffset Nu = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_drawing_that_names_what_is_not_there_does_not_come_in(string database)
    {
        using var folder = new TempFolder();
        await using var storage = await StorageSetup.OpenAsync(database == "sqlite" ? StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false } : PostgresCluster.Options(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync()));
        var engine = Motor.Maak(storage, () => Nu, new Registerrijen(storage).LaadAsync);
        var import = new Werkstroominvoer(engine, storage, new Zaaktijd(() => Nu, () => Nu));
        (await import.MapAsync(Flows.Flows.Folder.Pad)).Geweigerd.ShouldBeEmpty("what is shipped passes, in whatever order");
        foreach (var (invoer, waarde, zin) in ((string, string, string)[])
            [
                ("adres", "relatie:buurman", "De relatie \"buurman\" bestaat niet."), ("adres", "rol:tovenaar", "De rol \"tovenaar\" bestaat niet"), ("adres", "team:nergens", "dit wijkteam kennen we niet"),
                ("escalatie", "rol:tovenaar", "De rol \"tovenaar\" bestaat niet"), ("termijn", "straks", "straks"), ("formulier", "nergens", "nergens"), ("brief", "nergens", "nergens"),
            ])
        {
            var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Flows.Flows.Folder.Pad, "taak", "taak.json")))!.AsObject();
            document["root"]!["activities"]!.AsArray().First(a => a!["type"]!.ToString() == "Kanteling.VrijeTaak")![invoer] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = waarde } };
            document["version"] = 99;
            var file = folder.File("taak.json");
            await File.WriteAllTextAsync(file, document.ToJsonString());
            (await import.BestandAsync(file)).Geweigerd.ShouldContain(regel => regel.Contains(zin, StringComparison.Ordinal), $"{invoer} {waarde}");
            (await storage.Store.DefinitionAsync(new("taak"), 99, default)).ShouldBeNull();
        }
    }
}
