using System.Net;
using System.Net.Sockets;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Web.Instellingen;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>Where the program listens, and by which name it may be reached.</summary>
public sealed class AddressTests : IDisposable
{
    readonly TempFolder folder = new();

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{0}")]
    [InlineData("DOTNET_URLS", "http://127.0.0.1:{0}")]
    [InlineData("URLS", "http://127.0.0.1:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    [InlineData("HTTP_PORTS", "{0}")]
    [InlineData("Kestrel__Endpoints__Een__Url", "http://127.0.0.1:{0}")]
    [InlineData("--urls", "http://127.0.0.1:{0}")]
    public async Task It_listens_where_it_is_told_to(string setting, string value)
    {
        HouseTemplates.CopySqlite(folder.File("k.db"));
        var port = FreePort();
        value = string.Format(null, value, port);
        var isArgument = setting.StartsWith("--", StringComparison.Ordinal);
        await using var server = await PlacedServer.StartAsync([], isArgument ? [setting, value] : [], PlacedServer.Demo(folder.File("k.db"), isArgument ? [("ASPNETCORE_URLS", "http://127.0.0.1:1")] : [(setting, value)]));
        server.Address.Port.ShouldBe(port);
        server.Output.Split("Now listening on").Length.ShouldBe(2, server.Output);
        using var client = server.Bare();
        (await client.GetStringAsync("/health/ready")).ShouldContain("klaar");
    }

    [Fact]
    public void It_has_a_default_of_its_own_that_anything_else_takes_the_place_of() =>
        File.ReadAllText(Path.Combine(PlacedServer.Folder, "appsettings.json")).ShouldNotContain("Urls");

    [Fact]
    public async Task A_name_that_is_not_allowed_is_refused_with_a_page_and_a_problem_and_https_is_asked_to_stay()
    {
        await using var server = await PlacedServer.StartAsync([], ["--urls", "http://127.0.0.1:0"],
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("Kanteling__Storage", folder.File("k.db")), ("AllowedHosts", "kanteling.voorbeeld.nl;*.intern.voorbeeld.nl"));
        using var client = server.Bare();
        async Task<HttpResponseMessage> AskAsync(string host, string path, string? proto = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            if (proto is not null)
                request.Headers.Add("X-Forwarded-Proto", proto);
            return await client.SendAsync(request);
        }
        foreach (var host in (string[])["kanteling.voorbeeld.nl", "KANTELING.voorbeeld.nl:8443", "kanteling.voorbeeld.nl.", "een.intern.voorbeeld.nl"])
            (await AskAsync(host, "/aanmelden")).StatusCode.ShouldBe(HttpStatusCode.OK, host);
        foreach (var host in (string[])["127.0.0.1", "elders.nl", "kanteling.voorbeeld.nl.elders.nl", "intern.voorbeeld.nl", "eenintern.voorbeeld.nl"])
        {
            await AskAsync(host, "/api/v1/taken").ShouldBeProblemAsync(400, "HOST_NIET_TOEGESTAAN");
            var page = await AskAsync(host, "/aanmelden");
            (page.StatusCode, page.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.BadRequest, "text/html"), host);
            (await page.Content.ReadAsStringAsync()).ShouldContain("HOST_NIET_TOEGESTAAN");
            (await AskAsync(host, "/css/site.css")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
        (await AskAsync("kanteling.voorbeeld.nl", "/aanmelden", "https")).Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
        (await AskAsync("kanteling.voorbeeld.nl", "/aanmelden")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Adressen", "10.0.0.0/24")]
    [InlineData("Netwerken", "10.0.0.2/99")]
    [InlineData("Pad", "kanteling")]
    [InlineData("Pad", "//elders.nl")]
    [InlineData("Pad", "/\"><script>")]
    public void What_is_no_proxy_and_no_path_stops_the_start(string setting, string value)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { [$"Kanteling:Proxy:{setting}"] = value, ["Kanteling:Storage"] = folder.File("k.db") });
        Should.Throw<StartGeweigerdException>(() => Programmainstellingen.Lees(builder.Configuration, builder.Environment)).Message.ShouldContain($"Kanteling:Proxy:{setting}");
    }

    [Fact]
    public void Which_gemeente_is_meant_is_never_taken_from_a_forwarded_host()
    {
        var builder = Node.Builder(new() { ["Kanteling:Gemeenten:0:Host"] = "noord.test", ["Kanteling:Gemeenten:0:Storage"] = folder.File("n.db"), ["Kanteling:Proxy:Host"] = "true" });
        Should.Throw<StartGeweigerdException>(() => Gemeenteplaatsen.Lees(builder.Configuration, builder.Environment)).Message.ShouldContain("Kanteling:Proxy:Host");
    }

    internal static int FreePort()
    {
        using var asked = new TcpListener(IPAddress.Loopback, 0);
        asked.Start();
        return ((IPEndPoint)asked.LocalEndpoint).Port;
    }

    public void Dispose() => folder.Dispose();
}
