using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>A form that does not ask what a step reads comes in by no door.</summary>
public sealed class FormuliereisTests : IAsyncLifetime
{
    static readonly DateTimeOffset Nu = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    readonly TempFolder folder = new();
    OpenStorage storage = null!;
    WorkflowEngine engine = null!;
    Werkstroominvoer import = null!;

    public async Task InitializeAsync()
    {
        storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });
        engine = Motor.Maak(storage, () => Nu, new Registerrijen(storage).LaadAsync);
        import = new Werkstroominvoer(engine, storage, new Zaaktijd(() => Nu, () => Nu));
    }

    public async Task DisposeAsync()
    {
        await storage.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_form_whose_day_of_sending_was_renamed_is_refused_at_import_and_the_other_files_are_not()
    {
        (await import.BestandAsync(Hernoemd("bekendmaken"))).Geweigerd.ShouldHaveSingleItem()
            .ShouldBe("bekendmaken.json: De stap \"Besluit bekendmaken\" heeft het antwoord op het veld \"verzondenOp\" nodig (soort: datum). In het formulier \"Besluit bekendmaken\" staat dat veld niet.");

        (await import.MapAsync(Flows.Folder.Pad)).Geweigerd.ShouldBeEmpty("what is shipped passes unchanged");
        (await import.BestandAsync(Hernoemd("bekendmaken", versie: 9))).Geweigerd.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_form_that_only_a_drawing_pins_is_held_to_the_step_that_pins_it()
    {
        await import.MapAsync(Flows.Folder.Pad);

        // heronderzoek asks the step Keukentafelgesprek with a form of its own.
        (await import.BestandAsync(Hernoemd("heronderzoek-gesprek", "gesprekOp", versie: 9))).Geweigerd.ShouldHaveSingleItem().ShouldContain("\"gesprekOp\"");
    }

    [Fact]
    public async Task A_drawing_that_points_a_step_at_such_a_form_is_refused_at_import_and_at_publish()
    {
        await import.MapAsync(Flows.Folder.Pad);
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Flows.Folder.Pad, "besluit", "besluit.json")))!.AsObject();
        document["root"]!["activities"]!.AsArray().Single(a => a!["type"]!.ToString() == "Kanteling.Bekendmaken")!["formulier"] =
            JsonNode.Parse("""{"typeName":"String","expression":{"type":"Literal","value":"vrije-taak"}}""");
        document["version"] = 99;
        var file = folder.File("besluit.json");
        await File.WriteAllTextAsync(file, document.ToJsonString());

        (await import.BestandAsync(file)).Geweigerd.ShouldContain(zin => zin.Contains("\"verzondenOp\"", StringComparison.Ordinal));
        (await storage.Store.DefinitionAsync(new("besluit"), 99, default)).ShouldBeNull();

        var controle = new Tekeningcontrole(engine, new Werkstromen(storage.Store), new Formulierkeuring(new Registerrijen(storage), storage.Store));
        var fouten = (await controle.VanAsync(document.ToJsonString())).Alle.Where(b => b.Code == "FORMULIER_MIST_ANTWOORD").ToList();
        fouten.Select(b => b.Soort).Distinct().ShouldBe(["fout"]);
        fouten.ShouldContain(b => b.Zin.Contains("\"verzondenOp\"", StringComparison.Ordinal));
    }

    string Hernoemd(string id, string veld = "verzondenOp", int versie = 1)
    {
        var formulier = JsonNode.Parse(File.ReadAllText(Path.Combine(Flows.Folder.Pad, "formulieren", id + ".json")))!.AsObject();
        formulier["versie"] = versie;
        formulier["velden"]!.AsArray().Single(v => v!["id"]!.ToString() == veld)!["id"] = "anders";
        var file = folder.File(id + ".json");
        File.WriteAllText(file, formulier.ToJsonString());
        return file;
    }
}
