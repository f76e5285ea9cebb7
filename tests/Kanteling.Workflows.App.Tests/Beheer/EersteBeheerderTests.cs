using System.Net;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Kanteling.Workflows.Web.CommandLine;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Beheer;

/// <summary>A beheerder where there is none: at the first start, and on the command line of who owns the machine.</summary>
[Collection(nameof(Console.SetError))]
public sealed class EersteBeheerderTests
{
    static string FileOf(House house) => house.Target + ".eerste-beheerder.txt";

    [Fact]
    public async Task The_first_start_makes_a_link_that_is_new_at_each_start_until_it_is_used()
    {
        await using var house = House.OnNewSqlite();
        house.IsDemo = false;
        house.Anonymous();
        var first = Accountcalls.LinkIn(await File.ReadAllTextAsync(FileOf(house)));
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(FileOf(house)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await house.StopAsync();

        await using (var again = House.On(house.Target))
        {
            again.IsDemo = false;
            var somebody = again.Anonymous();
            var second = Accountcalls.LinkIn(await File.ReadAllTextAsync(FileOf(house)));
            second.ShouldNotBe(first);
            (await somebody.GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await somebody.ChooseAsync(second)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            File.Exists(FileOf(house)).ShouldBeFalse("it was used");
            (await somebody.SignInAsync("beheerder")).EnsureSuccessStatusCode();
            var page = await somebody.PageAsync("/beheer/gebruikers");
            page.ShouldContain("zonder tweede persoon");
            page.ShouldContain("Bij de eerste start.");
            await again.StopAsync();
        }

        await using var third = House.On(house.Target);
        third.IsDemo = false;
        (await third.Anonymous().SignInAsync("beheerder")).EnsureSuccessStatusCode();
        File.Exists(FileOf(house)).ShouldBeFalse("there is a beheerder");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Of_nodes_that_start_at_once_one_makes_the_link(string database)
    {
        using var folder = new TempFolder();
        var options = database == "sqlite" ? StorageOptions.Sqlite(folder.File("k.db"))
            : StorageOptions.Postgres(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync()) with { Keys = KeyText.Read([PostgresCluster.Key]), ErasureList = folder.File("gewist") };
        await using var storage = await StorageSetup.OpenAsync(options);
        var (started, herstel) = (DateTimeOffset.UtcNow, new Beheerdersherstel(storage.Users, TimeProvider.System));
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => herstel.EersteAsync(started, isAlleen: true)));
        made.Count(m => m.Stand == Eerstestand.MetLink).ShouldBe(1);
        made.Count(m => m.Stand == Eerstestand.Elders).ShouldBe(3);
        (await herstel.EersteAsync(DateTimeOffset.UtcNow, isAlleen: false)).Stand.ShouldBe(Eerstestand.Elders, "a node that comes later leaves it");
        (await herstel.EersteAsync(DateTimeOffset.UtcNow.AddSeconds(1), isAlleen: true)).Stand.ShouldBe(Eerstestand.MetLink, "a start again has another");
    }

    [Fact]
    public async Task Where_somebody_is_beheerder_no_link_is_made()
    {
        using var folder = new TempFolder();
        var options = StorageOptions.Sqlite(folder.File("k.db"));
        await Accountopdracht.VoegToeAsync(await StorageSetup.OpenAsync(options), "kees", null, ["beheerder"], null, false, TextWriter.Null);
        await using var storage = await StorageSetup.OpenAsync(options);
        (await new Beheerdersherstel(storage.Users, TimeProvider.System).EersteAsync(DateTimeOffset.UtcNow, isAlleen: true)).ShouldBe(new Eerstebeheerder(Eerstestand.IsEr, null));
        (await storage.Users.WaitingAsync()).ShouldHaveSingleItem().State.ShouldBe("alone", "also the owner of the machine gave roles alone");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Who_is_locked_out_gets_in_by_the_command_line_and_it_is_listed(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        if (database == "sqlite")
            await house.StopAsync();
        var options = database == "sqlite" ? StorageOptions.Sqlite(house.Target) : StorageOptions.Postgres(house.Target) with { Keys = KeyText.Read([PostgresCluster.Key]) };
        var said = new StringWriter();
        (await Beheerderopdracht.HerstelAsync(await StorageSetup.OpenAsync(options), "nina", said)).ShouldBe(0);
        (await Beheerderopdracht.HerstelAsync(await StorageSetup.OpenAsync(options), "nieuwe.beheerder", TextWriter.Null)).ShouldBe(0);

        await using var again = database == "sqlite" ? House.On(house.Target) : null;
        var now = again ?? house;
        var client = now.Anonymous();
        (await client.ChooseAsync(Accountcalls.LinkIn(said.ToString()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.SignInAsync("nina")).EnsureSuccessStatusCode();
        (await client.RolesAsync("nina")).ShouldBe(["consulent", "beheerder"]);
        var list = await client.PageAsync("/beheer/gebruikers");
        list.ShouldContain("Beheerder hersteld op de opdrachtregel.");
        list.ShouldContain(">nieuwe.beheerder<");
        (await client.PageAsync("/beheer/gebruikers/nina")).ShouldContain("opdrachtregel");
    }

    [Fact]
    public async Task What_the_command_line_grants_is_listed_and_the_last_beheerder_stays_whatever_is_said()
    {
        await using var house = House.OnSqlite();
        await house.AsAsync("esra");
        await house.StopAsync();
        await Accountopdracht.VoegToeAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(house.Target)), "kees", null, ["consulent"], null, false, TextWriter.Null);
        foreach (var change in (Gebruikerswijziging[])[new(Actief: false, Toch: true), new(["consulent"], Toch: true)])
        {
            var (refused, console) = (new StringWriter(), Console.Error);
            Console.SetError(refused);
            try
            {
                (await Accountopdracht.WijzigAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(house.Target)), "esra", change, null, TextWriter.Null)).ShouldBe(1);
            }
            finally
            {
                Console.SetError(console);
            }
            refused.ToString().ShouldContain("is de laatste beheerder die hier werkt");
        }
        (await Accountopdracht.WijzigAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(house.Target)), "kees", new(["consulent", "teammanager"]), null, TextWriter.Null)).ShouldBe(0);
        await using var again = House.On(house.Target);
        var wacht = (await (await again.AsAsync("esra")).UserAsync("kees"))["wacht"]!.AsArray();
        wacht.Select(w => w!["stand"]!.ToString()).ShouldBe(["zonder tweede persoon", "zonder tweede persoon"]);
    }
}
