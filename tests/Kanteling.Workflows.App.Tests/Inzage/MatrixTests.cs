using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>
/// Every door of the running program, asked by everybody about every kind of household, in <c>matrix.txt</c>. A door that is added
/// is not in it, and fails; so does one that opens to somebody to whom it was closed. Look at each letter that changes before it is kept.
/// </summary>
public sealed class MatrixTests(MatrixWorld world) : IClassFixture<MatrixWorld>
{
    const string Legend = """
        # Who gets in where. Made by MatrixTests from the running program: every endpoint and verb, by every account, about each kind of household.
        # +  let in    !  let in, and refused for what was sent    ?  404    -  403    a  has to sign in
        # behandeld: of team noord, with Anna as behandelaar    nieuw: taken in by Anna, of team noord, nobody treats it; its first task is for every consulent
        # toegewezen: as behandeld, and a task of partner's procedure that was given to waarnemer by name
        # afgeschermd: a meldcode, begun by Anna    onbekend: an id that nobody has

        """;

    static readonly string Golden = Path.GetFullPath(Path.Combine(Flows.Flows.Folder.Pad, "../tests/Kanteling.Workflows.App.Tests/Inzage/matrix.txt"));

    /// <summary>Where the one that was found is put, to look at.</summary>
    static readonly string Found = Path.Combine(Path.GetTempPath(), "kanteling-matrix.txt");

    [Fact]
    public void Everybody_gets_in_where_the_matrix_says_and_nowhere_else()
    {
        var asked = Legend + world.Table;
        var kept = File.ReadAllText(Golden);
        if (asked != kept)
            File.WriteAllText(Found, asked);
        var changed = asked.Split('\n').Except(kept.Split('\n')).Concat(kept.Split('\n').Except(asked.Split('\n')).Select(line => "no longer: " + line)).ToList();
        changed.ShouldBeEmpty($"Look at each line. When all are right, keep {Found} as {Golden}.");
        // Not less than what AccessTests and the pages have: the doors are found.
        world.Rows.Select(r => r.Door).Distinct().Count().ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Nobody_who_is_not_signed_in_gets_further_than_the_door()
    {
        world.Rows.Where(r => r["anoniem"] is '+' or '!').Select(r => r.Door).Distinct().ShouldBe(MatrixWorld.OpenToAll, ignoreOrder: true);
    }

    [Fact]
    public void Whoever_is_not_in_a_shielded_stream_gets_the_answer_of_one_that_is_not_there()
    {
        foreach (var shielded in world.Rows.Where(r => r.About == "afgeschermd"))
        {
            var unknown = world.Rows.Single(r => r.Door == shielded.Door && r.About == "onbekend");
            foreach (var account in MatrixWorld.Accounts.Except(["anna", "fenna"]))
                shielded[account].ShouldBe(unknown[account], $"{shielded.Door} {account}");
        }
    }

    [Fact]
    public void A_task_that_was_given_opens_itself_and_nothing_else()
    {
        foreach (var row in world.Rows.Where(r => r.About is "behandeld" or "toegewezen"))
            (row["waarnemer"] is '+' or '!').ShouldBe(row.About == "toegewezen" && !row.Door.EndsWith("/terugdraaien", StringComparison.Ordinal) || row.Door.EndsWith("/noodtoegang", StringComparison.Ordinal) || row.Door.EndsWith("/export", StringComparison.Ordinal) || row.Door.StartsWith("DELETE", StringComparison.Ordinal), row.ToString());
    }

    [Fact]
    public void Who_is_not_related_gets_into_no_household_but_by_its_task()
    {
        foreach (var row in world.Rows.Where(r => r.About is "behandeld" or "nieuw" or "toegewezen"))
        {
            var unknown = world.Rows.Single(r => r.Door == row.Door && r.About == "onbekend");
            foreach (var account in (string[])["ander", "manager-zuid", "bram", "esra", "fenna", "programma", "niemand"])
            {
                // How a flow runs, without names, is what who draws sees; and asking for noodtoegang is what it is for.
                var may = (account == "bram" && row.Door.Contains("/elsa/", StringComparison.Ordinal)) || (row.Door.EndsWith("/noodtoegang", StringComparison.Ordinal) && account is "ander" or "manager-zuid")
                    || (account == "ander" && row.About == "nieuw" && row.IsOfTask) || row[account] == unknown[account];
                if (!may)
                    row[account].ShouldBeOneOf(['-', '?', 'a'], $"{row.Door} {row.About} {account}");
            }
        }
    }
}

/// <summary>A row of the matrix: a door, what it was asked about, and a letter for each account.</summary>
public sealed record MatrixRow(string Door, string About, string Letters)
{
    public char this[string account] => Letters[MatrixWorld.Accounts.IndexOf(account)];

    public bool IsOfTask => MatrixWorld.IsOfTask(Door);

    public override string ToString() => $"{string.Join(' ', Letters.AsEnumerable())}  {Door}{(About.Length > 0 ? $"  [{About}]" : "")}";
}

/// <summary>One house in which every door was tried by everybody, once.</summary>
public sealed partial class MatrixWorld : IAsyncLifetime
{
    /// <summary>ander: a consulent of another team. partner: of another team, behandelaar of a second procedure. waarnemer: of another team, with one task that was given to him.</summary>
    public static readonly ImmutableArray<string> Accounts = ["anna", "collega", "ander", "partner", "waarnemer", "kwaliteit", "chantal", "manager-zuid", "bram", "esra", "fenna", "programma", "niemand", "anoniem"];

    /// <summary>What answers whoever asks, besides signing in. A demonstration is begun anew by whoever is there; a password is chosen with a link.</summary>
    public static readonly ImmutableArray<string> OpenToAll = ["GET /health", "GET /health/live", "GET /health/ready", "GET /openapi.json", "GET /zo-werkt-het", "GET /klok/opnieuw", "POST /wachtwoord"];

    /// <summary>For what asks a whole sentence.</summary>
    const string Reason = "Zij staat hier aan de balie.";

    readonly House house = House.OnSqlite();
    readonly Dictionary<string, HttpClient> clients = [];
    readonly Dictionary<string, (string Stream, string Task)> about = [];

    public List<MatrixRow> Rows { get; } = [];

    public string Table => string.Join('\n', Heads().Concat(Rows.Select(r => r.ToString()))) + "\n";

    /// <summary>The accounts from top to bottom, above their columns.</summary>
    static IEnumerable<string> Heads() => Accounts.Select((account, n) => string.Concat(Enumerable.Repeat("| ", n)) + account);

    public async Task InitializeAsync()
    {
        await PrepareAsync();
        foreach (var (method, pattern) in Doors())
        {
            string[] kinds = pattern.Contains("{", StringComparison.Ordinal) && IsOfHousehold(pattern) ? ["behandeld", "nieuw", "afgeschermd", "onbekend", .. IsOfTask(pattern) ? ["toegewezen"] : Array.Empty<string>()] : [""];
            foreach (var kind in kinds)
            {
                var letters = new StringBuilder();
                foreach (var account in Accounts)
                    letters.Append(await AskAsync(account, method, pattern, kind));
                Rows.Add(new MatrixRow($"{method} {pattern}", kind, letters.ToString()));
            }
        }
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    async Task PrepareAsync()
    {
        foreach (var name in (string[])["anna", "chantal", "bram", "esra", "fenna"])
            clients[name] = await house.AsAsync(name);
        clients["collega"] = await house.AsNewAsync("consulent", "wijkteam-noord", "collega");
        foreach (var name in (string[])["ander", "partner", "waarnemer"])
            clients[name] = await house.AsNewAsync("consulent", "wijkteam-zuid", name);
        clients["kwaliteit"] = await house.AsNewAsync("kwaliteitsmedewerker", null, "kwaliteit");
        clients["manager-zuid"] = await house.AsNewAsync("teammanager", "wijkteam-zuid", "manager-zuid");
        clients["niemand"] = await house.AsNewAsync("geen-rol", "wijkteam-noord", "niemand");
        clients["anoniem"] = house.Anonymous();
        clients["programma"] = house.Anonymous();
        clients["programma"].DefaultRequestHeaders.Add("Authorization", "Bearer " + await house.TokenAsync());

        var anna = clients["anna"];
        var treated = await anna.MeldAsync(Calls.Family());
        await TreatAsync(treated, "demo-anna");
        await (await anna.SendAsync("/api/v1/meldingen", new JsonObject { ["huishoudenId"] = treated, ["client"] = "p1", ["vraag"] = "Nog iets.", ["kanaal"] = "balie" })).ReadAsync(201);
        var open = (await (await anna.GetAsync($"/api/v1/taken?huishouden={treated}")).ReadAsync(200))["items"]!.AsArray().Select(t => (t!["id"]!.ToString(), t["stap"]!.ToString())).ToList();
        await TreatAsync(treated, "partner");
        // One task is for somebody who treats nothing here; one stays Anna's.
        var hers = open.First(t => t.Item2 != "eerste-beoordeling").Item1;
        var given = (await (await anna.GetAsync($"/api/v1/taken?huishouden={treated}")).ReadAsync(200))["items"]!.AsArray().First(t => t!["id"]!.ToString() != hers)!["id"]!.ToString();
        var version = (await (await anna.GetAsync($"/api/v1/taken/{given}")).ReadAsync(200))["versie"];
        await (await anna.SendAsync($"/api/v1/taken/{given}/toewijzing", new JsonObject { ["aan"] = "waarnemer" }, ifMatch: $"\"{version}\"")).ReadAsync(200);
        (about["behandeld"], about["toegewezen"]) = ((treated, hers), (treated, given));
        var begun = await (await anna.SendAsync($"/api/v1/huishoudens/{treated}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "Zorg" })).ReadAsync(201);
        about["afgeschermd"] = (begun["huishouden"]!.ToString(), begun["volgendeTaken"]![0]!["id"]!.ToString());
        var fresh = await anna.MeldAsync(Calls.Family());
        about["nieuw"] = (fresh, (await anna.TaskAsync(fresh, "eerste-beoordeling"))["id"]!.ToString());
        about["onbekend"] = ("0123456789abcdef0123456789", "0123456789abcdef0123456789-1");
        about[""] = ("x", "x");
    }

    async Task TreatAsync(string household, string by)
    {
        var anna = clients["anna"];
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = by, ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
    }

    /// <summary>
    /// Every door, what is only read first: what somebody does must not open a door to the next. Signing in and out has tests of its own, and so has beginning the demonstration anew, after which nothing is there to ask.
    /// </summary>
    List<(string Method, string Pattern)> Doors() =>
    [
        .. house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Select(m => (Method: m, Pattern: "/" + e.RoutePattern.RawText!.Trim('/'))))
            .Where(d => d.Method is not ("HEAD" or "OPTIONS") && !d.Pattern.EndsWith("melden", StringComparison.Ordinal) && !d.Pattern.Contains("/aanmelden/", StringComparison.Ordinal) && d is not ("POST", "/klok/opnieuw") && !IsFile(d.Pattern))
            .Distinct().OrderBy(d => d.Method != "GET").ThenBy(d => d.Method != "GET" && d.Pattern.EndsWith("/noodtoegang", StringComparison.Ordinal)).ThenBy(d => d.Pattern, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal),
    ];

    /// <summary>What pages look like: of these there are many, and they say nothing.</summary>
    static bool IsFile(string pattern) => FileName().IsMatch(pattern) && pattern != "/openapi.json";

    internal static bool IsOfTask(string pattern) => pattern.Contains("/taken/{", StringComparison.Ordinal);

    static bool IsOfHousehold(string pattern) => pattern.Contains("/huishoudens/{", StringComparison.Ordinal) || IsOfTask(pattern) || pattern.Contains("-instances/{", StringComparison.Ordinal)
        || pattern.Contains("/incidenten/{", StringComparison.Ordinal) || pattern.Contains("activity-executions/{", StringComparison.Ordinal);

    string Filled(string pattern, string kind) => Part().Replace(pattern, part => part.Groups["name"].Value switch
    {
        _ when part.Value.Contains(":int", StringComparison.Ordinal) || part.Value.Contains(":long", StringComparison.Ordinal) => "1",
        "verb" => "spoed",
        "soort" => "formulier",
        _ when pattern.Contains("/huishoudens/{", StringComparison.Ordinal) => about[kind].Stream,
        _ when pattern.Contains("/taken/{", StringComparison.Ordinal) => about[kind].Task,
        _ when pattern.Contains("/incidenten/{", StringComparison.Ordinal) || pattern.Contains("-instances/{", StringComparison.Ordinal) => about[kind].Stream + "-1",
        _ when pattern.Contains("activity-executions/{", StringComparison.Ordinal) => about[kind].Stream + "-1-1",
        _ when pattern.Contains("/documenten/", StringComparison.Ordinal) => "hulpvragen",
        _ => "x",
    });

    async Task<char> AskAsync(string account, string method, string pattern, string kind)
    {
        var client = clients[account];
        var path = Filled(pattern, kind);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is not "GET")
        {
            if (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/elsa/", StringComparison.Ordinal))
            {
                request.Headers.Add("Idempotency-Key", Calls.Key());
                request.Headers.TryAddWithoutValidation("If-Match", "\"999\"");
                request.Content = new StringContent(Body(pattern).ToJsonString(), Encoding.UTF8, "application/json");
            }
            else
            {
                request.Content = await FormAsync(client, pattern);
            }
        }
        using var answer = await client.SendAsync(request);
        var status = (int)answer.StatusCode;
        status.ShouldBeLessThan(500, $"{method} {path} {account}: {await answer.Content.ReadAsStringAsync()}");
        return status switch
        {
            401 => 'a',
            403 => '-',
            404 => '?',
            >= 300 and < 400 when answer.Headers.Location?.ToString().Contains("/aanmelden", StringComparison.Ordinal) == true => 'a',
            < 400 => '+',
            _ => '!',
        };
    }

    /// <summary>A body that would do, of which nothing comes: the version is wrong, or what it names is.</summary>
    JsonObject Body(string pattern) => pattern switch
    {
        "/api/v1/meldingen" => Calls.Melding(Calls.Family()),
        "/api/v1/signalen" => Calls.Signaal(Calls.Family()),
        "/api/v1/huishoudens/zoeken" => new JsonObject { ["zoek"] = "jansen" },
        "/api/v1/gebruikers" => new JsonObject { ["inlognaam"] = "Geen Naam", ["naam"] = "x" },
        "/api/v1/gebruikers/{id}/wijziging" => new JsonObject { ["actief"] = true },
        "/api/v1/kalender" => new JsonObject { ["bekendVanaf"] = 2030, ["bekendTotEnMet"] = 2020 },
        "/api/v1/klok" => new JsonObject { ["vooruit"] = "P0D" },
        _ when pattern.EndsWith("/samenvoeging", StringComparison.Ordinal) => new JsonObject { ["met"] = about["onbekend"].Stream, ["reden"] = "x" },
        _ when pattern.EndsWith("/afsplitsing", StringComparison.Ordinal) => new JsonObject { ["personen"] = new JsonArray("p99"), ["naam"] = "x", ["reden"] = "x" },
        _ when pattern.EndsWith("/bijlagen", StringComparison.Ordinal) => new JsonObject { ["bestand"] = "x", ["dossier"] = "x" },
        _ when pattern.EndsWith("/afronding", StringComparison.Ordinal) => new JsonObject { ["uitkomst"] = "Onderzoek" },
        _ when pattern.EndsWith("/toewijzing", StringComparison.Ordinal) => new JsonObject { ["aan"] = "demo-anna" },
        "/api/v1/noodtoegang/zoeken" => new JsonObject { ["bsn"] = "123456782", ["reden"] = Reason },
        _ when pattern.EndsWith("/noodtoegang", StringComparison.Ordinal) => new JsonObject { ["reden"] = Reason },
        _ when pattern.EndsWith("/correcties", StringComparison.Ordinal) => new JsonObject { ["document"] = new JsonObject(), ["reden"] = "x" },
        _ when pattern.EndsWith("/terugdraaien", StringComparison.Ordinal) || pattern.Contains("/incidenten/", StringComparison.Ordinal) => new JsonObject { ["reden"] = "x" },
        _ => [],
    };

    /// <summary>A form that is ours, with nothing filled in.</summary>
    async Task<HttpContent> FormAsync(HttpClient client, string pattern)
    {
        if (!proofs.TryGetValue(client, out var proof))
        {
            var page = await (await client.GetAsync("/")).Content.ReadAsStringAsync();
            proofs[client] = proof = Proof().Match(page).Groups[1].Value;
        }
        return new FormUrlEncodedContent([new("__RequestVerificationToken", proof), new("sleutel", Calls.Key()), new("versie", "999"), new("reden", Reason), .. pattern == "/beheer/gebruikers/{id}" ? [new("actie", "naam")] : Array.Empty<KeyValuePair<string, string>>()]);
    }

    readonly Dictionary<HttpClient, string> proofs = [];

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:\w+)?\}")]
    private static partial Regex Part();

    [GeneratedRegex(@"\.\w{2,5}$")]
    private static partial Regex FileName();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Proof();
}
