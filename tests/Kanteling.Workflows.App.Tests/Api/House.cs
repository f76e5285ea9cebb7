using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// The real program on a database of its own, with the people of the demonstration and without its households. Each test
/// makes what it needs through the API.
/// </summary>
public sealed class House : WebApplicationFactory<Program>
{
    readonly TempFolder? folder;
    readonly LastOut lastOut = new();
    readonly bool isFromTemplate;

    House(string? target, bool isFromTemplate = false) =>
        (Target, this.isFromTemplate) = (target ?? (folder = new TempFolder()).File("kanteling.db"), isFromTemplate);

    /// <summary>Path of the SQLite file, or the connection string.</summary>
    public string Target { get; }

    /// <summary>With the demo gemeente, and so many households in it that are made up; null without. Set before the program starts, on a new database.</summary>
    public int? DemoHouseholds { get; set; }

    /// <summary>Without it the program is as it is in production, without anybody in it. Set before the program starts, on a new database.</summary>
    public bool IsDemo { get; set; } = true;

    /// <summary>On SQLite: a copy of a database on which the program was started once in this run.</summary>
    public static House OnSqlite() => new(null, isFromTemplate: true);

    /// <summary>On SQLite, on a database that is not there yet.</summary>
    public static House OnNewSqlite() => new(null);

    /// <summary>On a database of the shared PostgreSQL server: a copy of one that was started once in this run.</summary>
    public static async Task<House> OnPostgresAsync() => new(await HouseTemplates.PostgresAsync());

    /// <summary>On an empty database of the shared PostgreSQL server.</summary>
    public static async Task<House> OnNewPostgresAsync() => new(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync());

    /// <summary>The program once more on a database that another left behind.</summary>
    public static House On(string target) => new(target);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (isFromTemplate)
            HouseTemplates.CopySqlite(Target);
        builder.UseEnvironment("Development");
        builder.UseSetting("Kanteling:Storage", Target);
        builder.UseSetting("Kanteling:IsDurable", "false");
        if (folder is null && Target.Contains("Host=", StringComparison.Ordinal))
        {
            builder.UseSetting("Kanteling:Sleutels:0", PostgresCluster.Key);
            builder.UseSetting("Kanteling:Wislijst", PostgresCluster.Options(Target).ErasureList);
        }
        if (!IsDemo)
            builder.UseSetting("Kanteling:Demo", "false");
        builder.UseSetting("Kanteling:Gemeentecode", "0344");
        builder.UseSetting("Kanteling:DemoCases", DemoHouseholds is null ? "false" : "true");
        builder.UseSetting("Kanteling:DemoHuishoudens", $"{DemoHouseholds ?? 0}");
        // Tests ask what nobody would; those of the limits set them.
        builder.UseSetting("Kanteling:Verzoeken:PerSeconde", "0");
        builder.UseSetting("Kanteling:Verzoeken:AanmeldenPerSeconde", "0");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.ConfigureTestServices(services =>
        {
            var opened = services.Single(s => s.ServiceType == typeof(OpenStorage)).ImplementationFactory!;
            services.AddSingleton(_ => lastOut);
            services.AddSingleton(provider =>
            {
                provider.GetRequiredService<LastOut>();
                return (OpenStorage)opened(provider);
            });
        });
    }

    /// <summary>Somebody of the demo gemeente, signed in by name and password.</summary>
    public async Task<HttpClient> AsAsync(string name)
    {
        var client = Anonymous();
        (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = name, wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>Nobody yet. It keeps cookies, and does not follow redirects.</summary>
    public HttpClient Anonymous() => CreateDefaultClient(ClientOptions.BaseAddress, new CookieJar().Around());

    /// <summary>A user of this test's own.</summary>
    /// <param name="id">For a test that names this user again; without one it is made up.</param>
    public async Task<HttpClient> AsNewAsync(string role, string? team = null, string? id = null)
    {
        id ??= Calls.Key();
        if (team is not null)
            await Services.GetRequiredService<Teams>().AddMissingAsync([new Team { Id = new(team), Name = team }], new("test"), DateTimeOffset.UtcNow);
        await Services.GetRequiredService<Accounts>().VoegToeAsync(new User { Id = new(id), LoginName = id, DisplayName = id, Roles = [role], Team = team is { } text ? new TeamId(text) : null }, "kanteling", new("test"));
        return await AsAsync(id);
    }

    /// <summary>A fresh token of the demo gemeente's telephone system.</summary>
    public Task<string> TokenAsync() => Services.GetRequiredService<Accounts>().VernieuwTokenAsync(new("demo-koppeling"), new("test"));

    /// <summary>Stops the program; its database stays until this house is disposed.</summary>
    public async ValueTask StopAsync()
    {
        await base.DisposeAsync();
        await lastOut.Gone;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder?.Dispose();
    }

    /// <summary>
    /// Made before the storage, so put away after it: only then the database is free again. Both the factory and the
    /// program put the host away, and whoever comes second does not wait for the first.
    /// </summary>
    sealed class LastOut : IDisposable
    {
        readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Gone => gone.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Dispose() => gone.TrySetResult();
    }
}

/// <summary>
/// One house for the tests of a class that change nothing in it, or only households, drawings and users of their own: starting
/// the program is what costs most in a test. What is of the whole house (its clock, how much there is in it) a test has to itself.
/// </summary>
public class SharedHouse : IAsyncLifetime
{
    public House House { get; private set; } = null!;

    public HttpClient Anna { get; private set; } = null!;

    protected virtual Task<House> OpenAsync() => Task.FromResult(House.OnSqlite());

    public async Task InitializeAsync()
    {
        House = await OpenAsync();
        Anna = await House.AsAsync("anna");
    }

    public async Task DisposeAsync() => await House.DisposeAsync();
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class SharedPostgresHouse : SharedHouse
{
    protected override Task<House> OpenAsync() => House.OnPostgresAsync();
}

/// <summary>What a program says to the API, in short.</summary>
static class Calls
{
    /// <summary>The day it is where the program is used; after eleven in the evening that is not the day in UTC.</summary>
    public static string Today => DayOf(DateTimeOffset.UtcNow);

    public static string DayOf(DateTimeOffset moment) => LocalTime.DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An Idempotency-Key, or a user, that no other test has.</summary>
    public static string Key() => Guid.NewGuid().ToString();

    /// <summary>A household that is not found by searching for that of another test.</summary>
    public static string Family() => "Familie " + Guid.NewGuid().ToString("n")[..8];

    public static JsonObject Melding(string naam = "Mevrouw Jansen") => new()
    {
        ["huishouden"] = new JsonObject { ["naam"] = naam, ["leden"] = new JsonArray(new JsonObject { ["naam"] = naam, ["geboortedatum"] = "1944-03-01" }) },
        ["client"] = naam, ["vraag"] = "De trap gaat niet meer.", ["kanaal"] = "telefoon", ["tochNieuw"] = true,
    };

    public static JsonObject Signaal(string naam = "Meneer Maas") => new()
    {
        ["huishouden"] = new JsonObject { ["naam"] = naam, ["leden"] = new JsonArray(new JsonObject { ["naam"] = naam }) }, ["over"] = naam,
        ["signaalgever"] = new JsonObject { ["naam"] = "Piet", ["organisatie"] = "Voetbalclub", ["bereikbaar"] = "06" }, ["wat"] = "Hij komt niet meer.", ["kanaal"] = "telefoon",
    };

    /// <summary>Does a melding and gives the id of the new household.</summary>
    public static async Task<string> MeldAsync(this HttpClient client, string naam = "Mevrouw Jansen") =>
        (await (await client.SendAsync("/api/v1/meldingen", Melding(naam))).ReadAsync(201))["huishouden"]!.ToString();

    /// <param name="key">Null sends none.</param>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string path, JsonNode? body, string? key = "", string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body?.ToJsonString() ?? "{}", Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key.Length == 0 ? Key() : key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return client.SendAsync(request);
    }

    /// <summary>Sends the bytes of a file.</summary>
    public static Task<HttpResponseMessage> SendFileAsync(this HttpClient client, HttpContent file)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bestanden") { Content = file };
        request.Headers.Add("Idempotency-Key", Key());
        return client.SendAsync(request);
    }

    /// <summary>The page with who is found, as a person gets it.</summary>
    public static async Task<string> SearchAsync(this HttpClient client, string typed, string from = "/zoeken", string? to = null, int page = 1) =>
        await client.PageAsync(await client.SoughtAtAsync(typed, from, to) + (page > 1 ? $"&pagina={page}" : ""));

    /// <summary>The address of the page with who is found.</summary>
    /// <param name="from">The page that has the box.</param>
    /// <param name="to">Where the box sends it, when that is not the same.</param>
    public static async Task<string> SoughtAtAsync(this HttpClient client, string typed, string from = "/zoeken", string? to = null)
    {
        var answer = await client.SubmitAsync(from, to ?? from, [new("zoek", typed)]);
        // A client of a house that a browser can reach follows by itself.
        var address = answer.StatusCode == System.Net.HttpStatusCode.OK ? answer.RequestMessage!.RequestUri!.PathAndQuery : answer.Headers.Location!.ToString();
        if (answer.StatusCode != System.Net.HttpStatusCode.OK)
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        address.ShouldContain("?vraag=");
        return address;
    }

    /// <summary>Sends a form of a page, with the proof that it is ours and a key of its own when the test names none.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string from, string to, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(from), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var sent = fields.ToList();
        if (sent.All(field => field.Key != "sleutel"))
            sent.Add(new("sleutel", Key()));
        return await client.PostAsync(to, new FormUrlEncodedContent([.. sent, new("__RequestVerificationToken", token)]));
    }

    /// <summary>A page that is there, as it is read.</summary>
    public static async Task<string> PageAsync(this HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Completes an open task of a household by its step.</summary>
    public static async Task<HttpResponseMessage> CompleteAsync(this HttpClient client, string household, string step, string? outcome, JsonObject? answers = null)
    {
        var task = await client.TaskAsync(household, step);
        return await client.SendAsync($"/api/v1/taken/{task["id"]}/afronding", new JsonObject { ["uitkomst"] = outcome, ["antwoorden"] = answers ?? [] }, ifMatch: $"\"{task["versie"]}\"");
    }

    /// <summary>The open task of this step, whole.</summary>
    public static async Task<JsonObject> TaskAsync(this HttpClient client, string household, string step)
    {
        var list = await (await client.GetAsync($"/api/v1/taken?huishouden={household}")).ReadAsync(200);
        var row = list["items"]!.AsArray().FirstOrDefault(t => t!["stap"]!.ToString() == step);
        row.ShouldNotBeNull($"open are: {string.Join(", ", list["items"]!.AsArray().Select(t => t!["stap"]))}");
        return await (await client.GetAsync($"/api/v1/taken/{row["id"]}")).ReadAsync(200);
    }

    public static async Task<JsonObject> ReadAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>That this is a problem with this code and a Dutch sentence for it.</summary>
    public static async Task<JsonObject> ShouldBeProblemAsync(this Task<HttpResponseMessage> asked, int status, string code)
    {
        var response = await asked;
        var problem = await response.ReadAsync(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem["code"]!.ToString().ShouldBe(code);
        problem["status"]!.GetValue<int>().ShouldBe(status);
        problem["title"]!.ToString().ShouldNotStartWith(code, Case.Sensitive, "a code without a Dutch sentence");
        return problem;
    }
}
