using System.Net;
using System.Net.Sockets;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>Who starts the program where it cannot start reads one sentence, and no calls of a framework.</summary>
public sealed class StartSentenceTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public async Task A_setting_that_is_written_wrong_is_refused_with_the_one_that_was_meant() =>
        await ShouldSayAsync("Kanteling:Storge bestaat niet. Bedoelt u Kanteling:Storage?", [], ("Kanteling__Storge", folder.File("anders.db")));

    [Fact]
    public async Task A_value_that_cannot_be_is_named() =>
        await ShouldSayAsync("Kanteling:DemoHuishoudens", [], ("Kanteling__DemoHuishoudens", "veel"));

    [Fact]
    public async Task An_erasure_list_that_cannot_be_written_stops_the_start()
    {
        Directory.CreateDirectory(folder.File("lijst"));
        await ShouldSayAsync("kan niet worden geschreven", [], ("Kanteling__Wislijst", folder.File("lijst")));
    }

    [Fact]
    public async Task An_address_that_somebody_else_has_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await ShouldSayAsync("Een ander programma gebruikt dit adres al.", [], ("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"));
    }

    [Theory]
    [InlineData("ro", "niet worden geschreven")]
    [InlineData("size=40k", "vol")]
    [InlineData("size=400k", "vol")]
    public async Task A_disk_that_is_full_or_only_read_is_one_sentence(string disk, string sentence)
    {
        MachineTests.Needs("unshare", "util-linux");
        await ShouldSayAsync(sentence, [.. Environment.UserName == "root" ? (string[])["unshare", "-m"] : ["unshare", "-r", "-m"], "sh", "-c", "mount -t tmpfs -o $0 schijf \"$1\" && shift && exec \"$@\"", disk, folder.Path]);
    }

    [Fact]
    public async Task A_database_of_PostgreSQL_that_is_not_there_or_is_of_somebody_else_is_one_sentence()
    {
        await using var servers = await PostgresServers.StartAsync();
        await servers.AskAsync("CREATE DATABASE vreemd");
        foreach (var (database, sentence) in ((string, string)[])[("nergens", "De database nergens is er niet"), ("vreemd", "de tabellen in de database vreemd niet maken")])
        {
            await ShouldSayAsync(sentence, [], ("Kanteling__Storage", servers.Options().Target.Replace("Database=kanteling", "Database=" + database)),
                ("Kanteling__Sleutels__0", PostgresCluster.Key), ("Kanteling__Wislijst", folder.File("lijst")));
        }
    }

    async Task ShouldSayAsync(string sentence, string[] wrapper, params (string Name, string? Value)[] environment)
    {
        var (code, said) = await PlacedServer.EndsAsync("/", wrapper, [], [("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Kanteling__Storage", folder.File("k.db")), .. environment]);
        said.ShouldContain(sentence);
        said.ShouldNotContain("   at ");
        code.ShouldBe(1, said);
    }

    public void Dispose() => folder.Dispose();
}
