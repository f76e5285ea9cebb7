using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>The program in production, started from a folder that is not its own: from what was built, as README says, and from what was published.</summary>
public sealed class PlaceTests : IDisposable
{
    static readonly string Files = Path.Combine(PlacedServer.Folder, "wwwroot");

    readonly TempFolder folder = new(), elsewhere = new();

    [Fact]
    public async Task Built_it_gives_every_file_of_its_pages_however_it_is_asked_and_logs_no_address()
    {
        await using var server = await PlacedServer.StartAsync(
            PlacedServer.Program, elsewhere.Path, [], ["--urls", "http://127.0.0.1:0"], ("ASPNETCORE_ENVIRONMENT", "Production"), ("Kanteling__Storage", folder.File("k.db")));
        await ShouldServeAsync(server);
    }

    [Fact]
    public async Task Built_it_gives_them_where_there_are_several_gemeenten_too()
    {
        await using var server = await PlacedServer.StartAsync(
            PlacedServer.Program, elsewhere.Path, [], ["--urls", "http://127.0.0.1:0"],
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Kanteling__Gemeenten__0__Host", "127.0.0.1"), ("Kanteling__Gemeenten__0__Storage", folder.File("k.db")));
        await ShouldServeAsync(server);
    }

    [Fact]
    public async Task Published_it_does_the_same_and_puts_its_database_beside_itself()
    {
        var published = folder.File("program");
        await PublishAsync(published);
        await using var server = await PlacedServer.StartAsync(
            Path.Combine(published, "Kanteling.Workflows.Web.dll"), elsewhere.Path, [], ["--urls", "http://127.0.0.1:0"]);
        await ShouldServeAsync(server);
        File.Exists(Path.Combine(published, "data", "kanteling.db")).ShouldBeTrue();
    }

    async Task ShouldServeAsync(PlacedServer server)
    {
        using var client = server.Bare();
        foreach (var file in Directory.GetFiles(Files, "*", SearchOption.AllDirectories))
        {
            var path = "/" + Path.GetRelativePath(Files, file).Replace('\\', '/');
            var whole = await File.ReadAllBytesAsync(file);
            foreach (var encoding in (string?[])[null, "gzip", "br", "gzip, deflate, br, zstd"])
                (await ReadAsync(client, path, encoding)).SequenceEqual(whole).ShouldBeTrue($"{path} with {encoding ?? "nothing"}");
        }
        (await client.GetAsync("/wachtwoord/geheim-woord")).StatusCode.ShouldBe(HttpStatusCode.NotFound, server.Output);
        await client.GetAsync("/wachtwoord/geheim-woord/nergens");
        server.Output.ShouldNotContain("geheim-woord");
        server.Output.ShouldNotContain("XML encryptor");
        server.Output.ShouldNotContain("published output");
        Directory.EnumerateFileSystemEntries(elsewhere.Path).ShouldBeEmpty();
    }

    static async Task<byte[]> ReadAsync(HttpClient client, string path, string? encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding).ShouldBeTrue();
        using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        await using var sent = await answer.Content.ReadAsStreamAsync();
        await using var plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            null => sent,
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            var other => throw new InvalidOperationException($"{path} came as {other}."),
        };
        using var read = new MemoryStream();
        await plain.CopyToAsync(read);
        return read.ToArray();
    }

    static async Task PublishAsync(string to)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", PlacedServer.Folder, "--no-build", "-c", configuration, "-o", to, "-v", "quiet"]) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        publish.ExitCode.ShouldBe(0, said);
    }

    public void Dispose()
    {
        folder.Dispose();
        elsewhere.Dispose();
    }
}
