using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Work that nobody can see, and whoever leaves without handing over: the real program, its commands and both databases.</summary>
[Collection(nameof(Console.SetError))]
public sealed class StilstandTests
{
    static async Task<House> HouseAsync(string database) => database == "sqlite" ? House.OnSqlite() : await House.OnPostgresAsync();

    static Task<OpenStorage> OpenAsync(House house) =>
        StorageSetup.OpenAsync(house.Target.Contains("Host=", StringComparison.Ordinal) ? PostgresCluster.Options(house.Target) : StorageOptions.Sqlite(house.Target));

    static async Task<(int Code, string Said)> VerifyAsync(House house)
    {
        var said = new StringWriter();
        return (await new Databasebewijs(await OpenAsync(house)).DraaiAsync(said), said.ToString());
    }

    static async Task<(int Code, string Said)> ChangeAsync(House house, string name, Gebruikerswijziging? change, string? to = null)
    {
        var (said, refused, console) = (new StringWriter(), new StringWriter(), Console.Error);
        Console.SetError(refused);
        try
        {
            return (await Accountopdracht.WijzigAsync(await OpenAsync(house), name, change, to, said), said.ToString() + refused);
        }
        finally
        {
            Console.SetError(console);
        }
    }

    /// <summary>A household of which this colleague is behandelaar, with a task of hers.</summary>
    static async Task<string> BehandeldAsync(HttpClient anna, string behandelaar)
    {
        var household = await anna.MeldAsync();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = behandelaar, ["kanaal"] = "digitaal", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        return household;
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task Who_leaves_hands_over_first_and_a_task_of_somebody_who_is_gone_is_told(string database)
    {
        await using var house = await HouseAsync(database);
        var anna = await house.AsAsync("anna");
        await house.AsNewAsync("consulent", "wijkteam-noord", "bea");
        await house.AsNewAsync("consulent", "wijkteam-noord", "carla");
        var household = await BehandeldAsync(anna, "bea");
        await house.StopAsync();
        (await VerifyAsync(house)).Code.ShouldBe(0);

        var (code, said) = await ChangeAsync(house, "bea", new(Actief: false));
        (code, said.Contains("bea is nog behandelaar van 1 en casusregisseur van 0 huishoudens", StringComparison.Ordinal), said.Contains(household, StringComparison.Ordinal)).ShouldBe((1, true, true), said);
        (await ChangeAsync(house, "bea", new(["aanmeldpunt"]))).Code.ShouldBe(1);
        (await ChangeAsync(house, "bea", new(Team: new("wijkteam-nergens")))).Said.ShouldContain("dit wijkteam kennen we niet");
        (await ChangeAsync(house, "bea", null, "niemand")).Said.ShouldContain("We kennen geen gebruiker \"niemand\"");

        (await ChangeAsync(house, "bea", new(Actief: false), "carla")).ShouldBe((0, $"Overgedragen aan carla: 1 huishouden.{Environment.NewLine}bea kan zich niet meer aanmelden.{Environment.NewLine}"));
        (await VerifyAsync(house)).Code.ShouldBe(0);

        // Somebody takes her account away in the database itself.
        await using (var storage = await OpenAsync(house))
            await storage.Users.ChangeAsync<object>(new("carla"), (_, _) => null, user => user.IsActive = false, new("test"), DateTimeOffset.UtcNow);
        (code, said) = await VerifyAsync(house);
        code.ShouldBe(1, said);
        said.ShouldContain($"STILSTAND {household}-");
        said.ShouldContain("Deze taak is van iemand die hier niet meer werkt. Geef de taak aan iemand anders.");
        said.ShouldNotContain("FOUT");
        said.ShouldNotContain("carla", Case.Insensitive, "no personal data");

        await using var again = House.On(house.Target);
        var chantal = await again.AsAsync("chantal");
        var list = await (await chantal.GetAsync("/api/v1/stilstand")).ReadAsync(200);
        var row = list["items"]!.AsArray().ShouldHaveSingleItem()!;
        (list["totaal"]!.GetValue<int>(), row["code"]!.ToString(), row["huishoudenId"]!.ToString()).ShouldBe((1, "STILSTAND_MEDEWERKER_WEG", household));
        var page = await chantal.GetStringAsync("/incidenten");
        page.ShouldContain("Stilstand");
        page.ShouldContain($"href=\"/taken/{row["taakId"]}\"");
        await (await again.AsAsync("anna")).GetAsync("/api/v1/stilstand").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task The_last_one_with_a_role_keeps_it_while_there_is_work_for_it(string database)
    {
        await using var house = await HouseAsync(database);
        var anna = await house.AsAsync("anna");
        await house.AsNewAsync("consulent", "wijkteam-oost", "oost");
        // A household of a team in which she is the only one.
        var oost = await house.AsAsync("oost");
        // As long as there is no behandelaar, his tasks are for the team.
        await (await oost.SendAsync($"/api/v1/huishoudens/{await oost.MeldAsync()}/mogelijk/taak", new JsonObject { ["toelichting"] = "Bellen.", ["datum"] = Calls.Today })).ReadAsync(201);
        await house.StopAsync();
        var (code, said) = await ChangeAsync(house, "oost", new(Team: new("wijkteam-noord")));
        code.ShouldBe(1, said);
        said.ShouldContain("0 taken op naam, en 1 taken van een rol of een team");
        said.ShouldContain("team wijkteam-oost");
        (await ChangeAsync(house, "anna", new(["kwaliteitsmedewerker"], Toch: true))).ShouldBe((0, $"anna is gewijzigd.{Environment.NewLine}"), "others have the role that she loses");
        (await VerifyAsync(house)).Code.ShouldBe(0);
    }
}
