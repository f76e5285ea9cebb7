using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>The command <c>gebruiker</c>, when somebody leaves, comes back, or loses a role: the real commands on a database of the real program. What commands refuse goes to the error output of this process, so no two classes read it at once.</summary>
[Collection(nameof(Console.SetError))]
public sealed class GebruikerTests
{
    static Task<OpenStorage> OpenAsync(House house) => StorageSetup.OpenAsync(StorageOptions.Sqlite(house.Target));

    static async Task<(int Code, string Said)> AskAsync(Func<TextWriter, Task<int>> ask)
    {
        var (said, refused, console) = (new StringWriter(), new StringWriter(), Console.Error);
        Console.SetError(refused);
        try
        {
            return (await ask(said), said.ToString() + refused);
        }
        finally
        {
            Console.SetError(console);
        }
    }

    static Task<(int Code, string Said)> ChangeAsync(House house, string name, Gebruikerswijziging? change, string? to = null) =>
        AskAsync(async said => await Accountopdracht.WijzigAsync(await OpenAsync(house), name, change, to, said));

    static Task<(int Code, string Said)> AddAsync(House house, string name) =>
        AskAsync(async said => await Accountopdracht.VoegToeAsync(await OpenAsync(house), name, null, ["consulent"], new("wijkteam-noord"), false, said));

    /// <summary>A household of which this colleague is behandelaar.</summary>
    static async Task<string> BehandeldAsync(HttpClient anna, string behandelaar)
    {
        var household = await anna.MeldAsync();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = behandelaar, ["kanaal"] = "digitaal", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        return household;
    }

    [Fact]
    public async Task Who_leaves_hands_over_also_a_task_of_a_household_that_is_closed()
    {
        await using var house = House.OnSqlite();
        var anna = await house.AsAsync("anna");
        var bea = await house.AsNewAsync("consulent", "wijkteam-noord", "bea");
        await house.AsNewAsync("consulent", "wijkteam-noord", "carla");
        var household = await BehandeldAsync(anna, "bea");
        await (await bea.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/taak", new JsonObject { ["toelichting"] = "Bedank de buren.", ["datum"] = Calls.Today })).ReadAsync(201);
        var task = (await bea.TaskAsync(household, "vrije-taak"))["id"]!.ToString();
        await (await bea.CompleteAsync(household, "eerste-contact", "Ingetrokken", new JsonObject { ["reden"] = "Het lukt." })).ReadAsync(200);
        await house.StopAsync();
        var (code, said) = await ChangeAsync(house, "bea", new(Actief: false));
        code.ShouldBe(1, said);
        said.ShouldContain($"- {task}, op naam van bea");
        said.ShouldNotContain("Taak voor dit huishouden", Case.Insensitive, "a title is a word of the household");
        (await ChangeAsync(house, "bea", null, "bea")).Said.ShouldContain("iemand kan niet aan zichzelf overdragen");
        (await ChangeAsync(house, "bea", new(Actief: false), "carla")).ShouldBe((0, $"Overgedragen aan carla: 1 huishouden.{Environment.NewLine}bea kan zich niet meer aanmelden.{Environment.NewLine}"));
        await using var again = House.On(house.Target);
        (await (await again.AsAsync("carla")).TaskAsync(household, "vrije-taak"))["toegewezen"]!["id"]!.ToString().ShouldBe("carla");
    }

    [Fact]
    public async Task Of_the_demo_gemeente_a_consulent_hands_over_all_that_she_has_at_once()
    {
        await using var house = House.OnNewSqlite();
        house.DemoHouseholds = 0;
        await house.AsAsync("anna");
        await house.StopAsync();
        var (code, said) = await ChangeAsync(house, "anna", new(Actief: false), "hassan");
        (code, said.EndsWith($"anna kan zich niet meer aanmelden.{Environment.NewLine}", StringComparison.Ordinal)).ShouldBe((0, true), said);
        await using var storage = await OpenAsync(house);
        (await storage.Lists.StreamsOfAsync(new("demo-anna"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_go_is_named_and_all_else_goes_so_that_asking_again_goes_on()
    {
        await using var house = House.OnSqlite();
        var anna = await house.AsAsync("anna");
        await house.AsNewAsync("consulent", "wijkteam-noord", "bea");
        await house.AsNewAsync("kwaliteitsmedewerker", "wijkteam-noord", "kim");
        await house.AsNewAsync("consulent", "wijkteam-noord", "carla");
        var treated = await BehandeldAsync(anna, "bea");
        // In another she has one task, and nothing else.
        var other = await anna.MeldAsync();
        var task = await anna.TaskAsync(other, "eerste-beoordeling");
        await (await anna.SendAsync($"/api/v1/taken/{task["id"]}/toewijzing", new JsonObject { ["aan"] = "bea" }, ifMatch: $"\"{task["versie"]}\"")).ReadAsync(200);
        await house.StopAsync();
        var (code, said) = await ChangeAsync(house, "bea", new(Actief: false), "kim");
        code.ShouldBe(1, said);
        said.ShouldContain("Overgedragen aan kim: 1 huishouden.");
        said.ShouldContain($"{treated}-");
        said.ShouldContain($"{task["id"]}: Kim kan deze taak niet doen. De taak staat weer open voor de rol consulent.");
        said.ShouldNotContain("Eerste beoordeling");
        await using (var storage = await OpenAsync(house))
        {
            // The same is told to a beheerder, in numbers.
            var report = (await new Gebruikersbeheer(storage, Opdrachtregel.MotorOp(storage), TimeProvider.System).DraagOverAsync(new("bea"), new("kim"), new("test"), "again")).Lukt(out var told, out _) ? told : null;
            report!.InAantallen.ShouldHaveSingleItem().ShouldStartWith("Niet overgedragen: taken op naam 1, huishoudens 0. kim mag dit werk niet doen");
        }
        (await ChangeAsync(house, "bea", null, "esra")).Said.ShouldContain("kan dit werk niet overnemen");
        (await ChangeAsync(house, "bea", new(Actief: false), "carla")).ShouldBe((0, $"Overgedragen aan carla: 1 huishouden.{Environment.NewLine}bea kan zich niet meer aanmelden.{Environment.NewLine}"));
    }

    [Fact]
    public async Task Handing_over_stops_where_who_asks_may_not_any_more()
    {
        await using var house = House.OnSqlite();
        var anna = await house.AsAsync("anna");
        await house.AsNewAsync("consulent", "wijkteam-noord", "bea");
        await house.AsNewAsync("consulent", "wijkteam-noord", "carla");
        string[] treated = [await BehandeldAsync(anna, "bea"), await BehandeldAsync(anna, "bea"), await BehandeldAsync(anna, "bea")];
        var (manager, asked) = (house.Services.GetRequiredService<Gebruikersbeheer>(), 0);
        var stopped = await manager.DraagOverAsync(new("bea"), new("carla"), new("test"), "stop", magNog: () => Task.FromResult(++asked > 2 ? new Weigering(Verzoekcode.NietBevoegd) : null));
        (stopped.Nee!.Code, asked).ShouldBe((Verzoekcode.NietBevoegd, 3));
        var carla = await house.AsAsync("carla");
        var hers = 0;
        foreach (var household in treated)
            hers += (await (await carla.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200))["dossiers"]![0]!["behandelaar"]!["id"]!.ToString() == "carla" ? 1 : 0;
        hers.ShouldBe(2, "what went before that went");
    }

    [Fact]
    public async Task Who_is_gone_is_known_and_can_come_back()
    {
        await using var house = House.OnSqlite();
        await house.AsNewAsync("consulent", "wijkteam-noord", "carla");
        await house.AsNewAsync("consulent", "wijkteam-noord", "flora");
        await house.StopAsync();
        (await ChangeAsync(house, "flora", new(Actief: false))).Code.ShouldBe(0);
        foreach (var change in (Gebruikerswijziging[])[new(["consulent"]), new(Team: new("wijkteam-noord")), new(Actief: false)])
            (await ChangeAsync(house, "flora", change)).ShouldBe((1, $"Flora werkt hier niet meer. Wilt u dat weer, activeer dan eerst dit account (op de opdrachtregel met --activeer).{Environment.NewLine}"));
        (await ChangeAsync(house, "carla", null, "flora")).Said.ShouldContain("Flora werkt hier niet meer");
        (await AddAsync(house, "flora")).Said.ShouldContain("Flora werkt hier niet meer");
        (await ChangeAsync(house, "flora", new(Actief: true))).ShouldBe((0, $"flora kan zich weer aanmelden.{Environment.NewLine}"));
        await using var again = House.On(house.Target);
        (await (await again.AsAsync("flora")).GetAsync("/api/v1/taken")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Who_loses_the_role_with_which_he_treats_hands_over_first()
    {
        await using var house = House.OnSqlite();
        var anna = await house.AsAsync("anna");
        await house.AsNewAsync("consulent", "wijkteam-noord", "harm");
        await BehandeldAsync(anna, "harm");
        await house.StopAsync();
        var (code, said) = await ChangeAsync(house, "harm", new(["kwaliteitsmedewerker"]));
        code.ShouldBe(1, said);
        said.ShouldContain("nog behandelaar van 1 en casusregisseur van 0 huishoudens");
        (await ChangeAsync(house, "harm", new(["teammanager"]))).Code.ShouldBe(0, "a teammanager treats too");
    }

    [Fact]
    public async Task The_last_one_of_a_role_or_a_team_goes_only_after_a_warning()
    {
        await using var house = House.OnSqlite();
        await house.AsNewAsync("consulent", "wijkteam-oost", "oost");
        await house.StopAsync();
        await using (var storage = await OpenAsync(house))
        {
            foreach (var other in (await storage.Users.AllAsync()).Where(u => u.Roles.Contains("beheerder") && u.Id != new UserId("demo-esra")))
                await storage.Users.ChangeAsync<object>(other.Id, (_, _) => null, user => user.IsActive = false, new("test"), DateTimeOffset.UtcNow);
        }
        foreach (var change in (Gebruikerswijziging[])[new(Actief: false), new(["consulent"])])
            (await ChangeAsync(house, "esra", change)).ShouldBe((1, $"Esra is de laatste beheerder die hier werkt. Maak eerst iemand anders beheerder.{Environment.NewLine}"));
        foreach (var change in (Gebruikerswijziging[])[new(Team: new("wijkteam-noord")), new(Actief: false)])
            (await ChangeAsync(house, "oost", change)).Said.ShouldContain("Oost is de laatste consulent van wijkteam-oost.");
        (await ChangeAsync(house, "oost", new(Team: new("wijkteam-noord"), Toch: true))).Code.ShouldBe(0);
        (await ChangeAsync(house, "esra", new(Actief: false, Toch: true))).Code.ShouldBe(1, "the last beheerder stays, whatever is said");
    }
}
