using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>Commands in a shell that does not know where the server has its database.</summary>
public sealed class CommandTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public async Task No_command_makes_a_database_where_there_is_none()
    {
        var nowhere = folder.File("nergens.db");
        foreach (var command in (string[][])
        [
            ["beheerder", "herstel"], ["gebruiker", "iemand", "--rol", "consulent"], ["gebruiker", "iemand", "--deactiveer"], ["herhaal-wissingen"], ["verifieer"], ["servers"],
            ["vernietig", "h1", "--grond", "BEWAARTERMIJN_VOORBIJ", "--door", "anna"], ["importeer", folder.Path], ["exporteer", "toegang"],
        ])
        {
            var (code, said) = await RunAsync([.. command, "--database", nowhere]);
            said.ShouldContain($"Er is geen database op {nowhere}", Case.Sensitive, command[0]);
            code.ShouldBe(1, said);
            Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty(command[0]);
        }
    }

    [Fact]
    public async Task A_command_says_which_database_it_worked_on()
    {
        var database = await MakeAsync();
        var (code, said) = await RunAsync("beheerder", "herstel", "--database", database);
        code.ShouldBe(0, said);
        said.ShouldContain($"Database: {database}");
        said.ShouldContain("/wachtwoord/");
    }

    [Fact]
    public async Task To_erase_again_without_the_list_is_an_error_and_with_an_empty_one_is_not()
    {
        var database = await MakeAsync();
        var (code, said) = await RunAsync("herhaal-wissingen", "--database", database);
        said.ShouldContain($"De wislijst {database}.gewist is er niet");
        code.ShouldBe(1, said);
        await File.WriteAllTextAsync(database + ".gewist", "");
        (code, said) = await RunAsync("herhaal-wissingen", "--database", database);
        code.ShouldBe(0, said);
        File.Delete(database + ".gewist");
        Directory.CreateDirectory(database + ".gewist");
        (await RunAsync("herhaal-wissingen", "--database", database)).Code.ShouldBe(1);
    }

    async Task<string> MakeAsync()
    {
        var database = folder.File("kanteling.db");
        await (await StorageSetup.OpenAsync(StorageOptions.Sqlite(database))).DisposeAsync();
        return database;
    }

    static Task<(int Code, string Said)> RunAsync(params string[] command) => PlacedServer.EndsAsync("/", [], command);

    public void Dispose() => folder.Dispose();
}
