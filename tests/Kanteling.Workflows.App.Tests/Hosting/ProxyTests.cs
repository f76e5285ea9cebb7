using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>
/// The real HAProxy before the real program, each in its own part of the network, with the settings that stand in README. The proxy lives
/// in a namespace, on the addresses .2 and .3; the program listens here on .1, and where there are two nodes on .4 too; from .9 comes somebody
/// who says he is a proxy.
/// </summary>
public sealed class ProxyTests : IAsyncLifetime
{
    const string Net = "10.213.77.";
    const string Space = "kanteling-proxy";

    readonly TempFolder folder = new();
    readonly int port = AddressTests.FreePort();
    PlacedServer server = null!;
    Process proxy = null!;

    public async Task InitializeAsync()
    {
        MachineTests.Needs("ip", "iproute2");
        MachineTests.Needs("haproxy", "haproxy");
        await RunAsync($"ip netns del {Space} 2>/dev/null; ip link del kanteling0 2>/dev/null; true");
        await RunAsync($"""
            set -e
            ip netns add {Space}
            ip link add kanteling0 type veth peer name kanteling1 netns {Space}
            ip addr add {Net}1/24 dev kanteling0; ip addr add {Net}9/24 dev kanteling0; ip addr add {Net}8/24 dev kanteling0; ip addr add {Net}4/24 dev kanteling0
            ip link set kanteling0 up
            ip -n {Space} addr add {Net}2/24 dev kanteling1; ip -n {Space} addr add {Net}3/24 dev kanteling1
            ip -n {Space} link set kanteling1 up; ip -n {Space} link set lo up
            """);
        HouseTemplates.CopySqlite(folder.File("k.db"));
        server = await PlacedServer.StartAsync([], [], PlacedServer.Demo(folder.File("k.db"), [.. Settings(), ("ASPNETCORE_URLS", $"http://{Net}1:{port}")]));
        await File.WriteAllTextAsync(folder.File("kanteling.pem"), Certificate());
        await File.WriteAllTextAsync(folder.File("haproxy.cfg"), Config());
        proxy = Process.Start(new ProcessStartInfo("ip", ["netns", "exec", Space, "haproxy", "-db", "-f", folder.File("haproxy.cfg")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await ListensAsync(443);
        await ListensAsync(8083);
        // Of the two nodes in its settings one is there: it has seen that.
        using var stand = From(Net + "1", $"http://{Net}2:8083/");
        await UntilAsync(async () => await stand.GetStringAsync("/") == "1");
    }

    public async Task DisposeAsync()
    {
        if (proxy is { HasExited: false })
            proxy.Kill(entireProcessTree: true);
        if (server is not null)
            await server.DisposeAsync();
        await RunAsync($"ip netns del {Space} 2>/dev/null; ip link del kanteling0 2>/dev/null; true");
        folder.Dispose();
    }

    [Fact]
    public async Task Through_the_proxy_it_is_reached_as_people_reach_it_and_counts_who_they_are()
    {
        using var people = From(Net + "1", $"https://{Net}2/");
        (await ReachedAsAsync(people, "/kanteling/openapi.json")).ShouldBe("https://zorg.voorbeeld.nl/kanteling");
        var page = await people.GetAsync("/kanteling/aanmelden");
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.Contains("secure", StringComparison.OrdinalIgnoreCase) && c.StartsWith("__Host-") && c.Contains("path=/;", StringComparison.OrdinalIgnoreCase));
        (await people.GetAsync("/kanteling/")).Headers.Location!.ToString().ShouldStartWith("https://zorg.voorbeeld.nl/kanteling/aanmelden?");

        // Who guesses is shut out himself, whatever he says of where he comes from, and nobody else that comes by the same proxy.
        people.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        await GuessAsync(people, "/kanteling");
        using var others = From(Net + "8", $"https://{Net}2/");
        await LoginAsync(others, "/kanteling").ShouldBeAsync(HttpStatusCode.OK);
        await LoginAsync(people, "/kanteling").ShouldBeAsync(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Through_two_proxies_it_hears_the_first()
    {
        using var people = From(Net + "1", $"http://{Net}2:8081/");
        (await ReachedAsAsync(people, "/kanteling/openapi.json")).ShouldBe("https://zorg.voorbeeld.nl/kanteling");
        await GuessAsync(people, "/kanteling");
        using var others = From(Net + "8", $"http://{Net}2:8081/");
        await LoginAsync(others, "/kanteling").ShouldBeAsync(HttpStatusCode.OK);
        await LoginAsync(people, "/kanteling").ShouldBeAsync(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task What_somebody_says_who_is_no_known_proxy_is_not_heard()
    {
        using var stranger = From(Net + "9", $"http://{Net}1:{port}/");
        stranger.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        stranger.DefaultRequestHeaders.Add("X-Forwarded-Host", "elders.nl");
        stranger.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/elders");
        stranger.DefaultRequestHeaders.Host = "zorg.voorbeeld.nl";
        (await ReachedAsAsync(stranger, "/openapi.json")).ShouldBe("http://zorg.voorbeeld.nl/kanteling");
        // That it went by https, neither.
        await LoginAsync(stranger, "").ShouldBeAsync(HttpStatusCode.Forbidden);
        stranger.DefaultRequestHeaders.Host = "elders.nl";
        (await stranger.GetAsync("/aanmelden")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_two_nodes_one_is_stopped_says_so_first_and_nobody_who_asks_notices()
    {
        await server.StopAsync();
        await using var servers = await PostgresServers.StartAsync();
        await using var one = await NodeAsync(servers, "1");
        await using var two = await NodeAsync(servers, "4");
        using var stand = From(Net + "1", $"http://{Net}2:8083/");
        await UntilAsync(async () => await stand.GetStringAsync("/") == "2");

        using var people = From(Net + "1", $"https://{Net}2/");
        using var direct = From(Net + "1", $"http://{Net}1:{port}/");
        var stopping = one.StopAsync();
        var ready = "";
        await UntilAsync(async () =>
        {
            using var answer = await direct.GetAsync("/health/ready");
            ready = await answer.Content.ReadAsStringAsync();
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable;
        });
        ready.ShouldContain("deze server stopt");
        (await direct.GetAsync("/aanmelden")).StatusCode.ShouldBe(HttpStatusCode.OK);
        while (!stopping.IsCompleted)
            (await people.GetAsync("/kanteling/aanmelden")).StatusCode.ShouldBe(HttpStatusCode.OK, one.Output);
        await stopping;
        (await people.GetAsync("/kanteling/aanmelden")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stand.GetStringAsync("/")).ShouldBe("1");
    }

    Task<PlacedServer> NodeAsync(PostgresServers servers, string at) => PlacedServer.StartAsync([], [],
        [.. Settings(), ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", $"http://{Net}{at}:{port}"), ("Kanteling__Storage", servers.Options().Target), ("Kanteling__Sleutels__0", PostgresCluster.Key),
            ("Kanteling__Wislijst", folder.File(at + ".gewist")), ("Kanteling__Workflows", CrashFlow.WriteTo(folder.File("workflows" + at))), ("Kanteling__Verzoeken__PerSeconde", "0")]);

    /// <summary>Asks again and again.</summary>
    static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo())
            patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Fifty wrong passwords, each for another name: from then on this address waits.</summary>
    static async Task GuessAsync(HttpClient client, string below)
    {
        for (var n = 0; n < 50; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, below + "/api/v1/aanmelden") { Content = JsonContent.Create(new { naam = $"niemand{n}", wachtwoord = "fout" }) };
            (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"attempt {n}");
        }
    }

    static async Task<HttpStatusCode> LoginAsync(HttpClient client, string below) =>
        (await client.PostAsJsonAsync(below + "/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).StatusCode;

    static async Task<string> ReachedAsAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(path))!["servers"]![0]!["url"]!.ToString().TrimEnd('/');

    /// <summary>Somebody at this address of the machine.</summary>
    static HttpClient From(string own, string to)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false, AllowAutoRedirect = false, SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true },
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(own), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = new Uri(to), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Host = "zorg.voorbeeld.nl";
        return client;
    }

    static string Readme => File.ReadAllText(Path.Combine(PlacedServer.Folder, "..", "..", "README.md"));

    static string Block(string language)
    {
        var section = Readme[Readme.IndexOf("## Behind a proxy", StringComparison.Ordinal)..];
        return Regex.Match(section, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
    }

    /// <summary>The addresses of README are those of this network.</summary>
    static string Here(string text) => text.Replace("10.0.0.1", Net + "1").Replace("10.0.0.2", Net + "2").Replace("10.0.0.3", Net + "3").Replace("10.0.0.4", Net + "4");

    static (string, string?)[] Settings() =>
        [.. Regex.Matches(Here(Block("sh")), "^export (\\w+)='([^']*)'", RegexOptions.Multiline).Select(m => (m.Groups[1].Value, (string?)m.Groups[2].Value))];

    /// <summary>As it stands in README, one more proxy before a second one, and how many nodes get requests.</summary>
    string Config() => $"""
        defaults
          mode http
          timeout connect 5s
          timeout client 60s
          timeout server 60s
        {Here(Block("haproxy")).Replace("/etc/haproxy/kanteling.pem", folder.File("kanteling.pem")).Replace(":5080", $":{port}")}
        frontend stand
          bind {Net}2:8083
          http-request return status 200 content-type text/plain lf-string %[nbsrv(kanteling)]
        frontend eerste
          bind {Net}2:8081
          http-request del-header X-Forwarded-For
          option forwardfor
          http-request set-header X-Forwarded-Proto https
          http-request set-header X-Forwarded-Host %[req.hdr(host)]
          default_backend tweede
        backend tweede
          source {Net}2
          server tweede {Net}3:8082
        frontend tweede
          bind {Net}3:8082
          option forwardfor
          use_backend na_twee
        backend na_twee
          source {Net}3
          server een {Net}1:{port}

        """;

    static string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=zorg.voorbeeld.nl", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportECPrivateKeyPem() + "\n";
    }

    /// <summary>Asks again and again until the proxy takes a connection.</summary>
    async Task ListensAsync(int at)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        for (; ; )
        {
            proxy.HasExited.ShouldBeFalse(proxy.HasExited ? await proxy.StandardError.ReadToEndAsync() + await proxy.StandardOutput.ReadToEndAsync() : "");
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(Net + "2", at, patience.Token);
                return;
            }
            catch (SocketException) when (!patience.IsCancellationRequested)
            {
            }
        }
    }

    static async Task RunAsync(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"A part of the network of its own could not be made (ip netns, as root): {said}");
    }
}

static class StatusClaims
{
    public static async Task ShouldBeAsync(this Task<HttpStatusCode> asked, HttpStatusCode expected) => (await asked).ShouldBe(expected);
}
