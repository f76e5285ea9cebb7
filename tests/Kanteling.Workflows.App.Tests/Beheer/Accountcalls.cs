using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Beheer;

/// <summary>What a beheerder says to the API about accounts, in short.</summary>
static partial class Accountcalls
{
    public const string Password = "een zin van vijf woorden";

    public static async Task<House> HouseAsync(string database) => database == "sqlite" ? House.OnSqlite() : await House.OnPostgresAsync();

    public static Task<HttpResponseMessage> AddUserAsync(this HttpClient client, string name, params string[] roles) => client.SendAsync("/api/v1/gebruikers", new JsonObject
    {
        ["inlognaam"] = name, ["naam"] = "Collega " + name, ["rollen"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]), ["reden"] = "Komt hier werken.",
    });

    public static Task<HttpResponseMessage> ChangeUserAsync(this HttpClient client, string id, JsonObject change) => client.SendAsync($"/api/v1/gebruikers/{id}/wijziging", change);

    public static JsonObject Roles(params string[] roles) => new() { ["rollen"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]), ["reden"] = "Ander werk." };

    public static JsonObject Active(bool active) => new() { ["actief"] = active, ["reden"] = "Is er weer.", ["toch"] = true };

    /// <summary>Proposes roles and gives the number of the proposal.</summary>
    public static async Task<long> ProposeAsync(this HttpClient client, string id, JsonObject change) => (await (await client.ChangeUserAsync(id, change)).ReadAsync(200))["voorstel"]!.GetValue<long>();

    /// <param name="how">goedkeuren, intrekken or bevestigen.</param>
    public static Task<HttpResponseMessage> DecideAsync(this HttpClient client, long number, string how) => client.SendAsync($"/api/v1/rolwijzigingen/{number}/{how}", null);

    public static async Task<JsonObject> UserAsync(this HttpClient client, string id) => await (await client.GetAsync($"/api/v1/gebruikers/{id}")).ReadAsync(200);

    public static async Task<string[]> RolesAsync(this HttpClient client, string id) => [.. (await client.UserAsync(id))["rollen"]!.AsArray().Select(role => role!.ToString())];

    /// <summary>A new link, as a path.</summary>
    public static async Task<string> LinkAsync(this HttpClient client, string id) => (await (await client.SendAsync($"/api/v1/gebruikers/{id}/link", null)).ReadAsync(200))["link"]!.ToString();

    /// <summary>Chooses a password with a link.</summary>
    public static async Task<HttpResponseMessage> ChooseAsync(this HttpClient client, string link, string password = Password, string? again = null) =>
        await client.SubmitAsync(link, "/wachtwoord", [new("link", link[(link.LastIndexOf('/') + 1)..]), new("nieuw", password), new("nogmaals", again ?? password)]);

    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient client, string name, string password = Password) => await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = name, wachtwoord = password });

    /// <summary>The link that stands on a page or in a file.</summary>
    public static string LinkIn(string text) => Link().Match(text) is { Success: true } found ? found.Value : throw new InvalidOperationException("No link in: " + text);

    [GeneratedRegex("/wachtwoord/[0-9a-f]{64}")]
    private static partial Regex Link();
}
