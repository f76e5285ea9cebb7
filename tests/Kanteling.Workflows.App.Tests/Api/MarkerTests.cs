using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// One unusual word is told in everything that the API takes about a household, also where it does not belong; then the content of
/// that household is destroyed. The word is nowhere any more: no file, no table, no log, no draft, no message.
/// </summary>
public class MarkerTests
{
    const string Word = "Klaproosveldweg";
    const string Key = "klaproos-9000";

    [Fact]
    public async Task On_sqlite_no_byte_of_any_file_holds_what_was_destroyed()
    {
        using var folder = new TempFolder();
        await using (var house = House.On(folder.File("kanteling.db")))
        {
            var logs = new Heard();
            await TellAndDestroyAsync(house, logs, () => Task.FromResult(PackedSearch.InFolder(folder.Path, Word, Key) is { AsTheyAre: true, Packed: true } && PackedSearch.InFolder(folder.Path, Plain).AsTheyAre));
            logs.Lines.Where(l => l.Contains(Word, StringComparison.OrdinalIgnoreCase) || l.Contains(Key, StringComparison.Ordinal)).ShouldBeEmpty();
            await house.StopAsync();
        }
        Directory.EnumerateFiles(folder.Path).Count().ShouldBeGreaterThanOrEqualTo(3, "the database, its keys and the list of what was erased");
        PackedSearch.InFolder(folder.Path, Word, Key, Plain).ShouldBe(default);
    }

    [Fact]
    public async Task On_postgres_no_column_of_any_table_holds_what_was_destroyed()
    {
        await using var house = await House.OnPostgresAsync();
        await TellAndDestroyAsync(house, new Heard(), async () => (await ColumnsAsync(house.Target)).IsSupersetOf(["commits.slots", "snapshots.bytes", "streams.label"]));
        (await ColumnsAsync(house.Target)).ShouldBeEmpty();
    }

    static async Task TellAndDestroyAsync(House house, Heard logs, Func<Task<bool>> isThere)
    {
        await using var listening = house.WithWebHostBuilder(b => b.ConfigureLogging(l => l.SetMinimumLevel(LogLevel.Information).AddProvider(logs)));
        var anna = await SignInAsync(listening);
        var household = await TellAsync(anna);
        await DraftAsync(listening.Services, household);
        // By this the word comes among the terms by which people are found, and into a request.
        async Task<int> FoundAsync() => (await (await anna.GetAsync($"/api/v1/huishoudens?zoek={Word}")).ReadAsync(200))["totaal"]!.GetValue<int>();
        while (await FoundAsync() == 0)
            await Task.Yield();
        (await TermsAsync(listening.Services, household)).ShouldContain(Plain);
        (await isThere()).ShouldBeTrue("the same search finds the word, as it is and inside what is packed");
        await DestroyAsync(listening.Services, household);
        (await TermsAsync(listening.Services, household)).ShouldBeEmpty("they went in the transaction of the erasure");
        (await FoundAsync()).ShouldBe(0);
        foreach (var path in (string[])[$"/api/v1/huishoudens/{household}", $"/api/v1/huishoudens/{household}/gebeurtenissen", $"/huishoudens/{household}", $"/huishoudens/{household}/bijlagen", "/api/v1/taken", "/"])
        {
            var page = await anna.GetAsync(path);
            page.EnsureSuccessStatusCode();
            (await page.Content.ReadAsStringAsync()).ShouldNotContain(Word, Case.Insensitive, path);
        }
        (await ProofAsync(listening.Services, household)).ShouldBeEmpty();
    }

    static async Task<HttpClient> SignInAsync(WebApplicationFactory<Program> house)
    {
        var client = house.CreateDefaultClient(new CookieJar().Around());
        (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>The word in every field of a melding, in answers, in a draft, in a note and in the key of a request.</summary>
    static async Task<string> TellAsync(HttpClient anna)
    {
        var melding = new JsonObject
        {
            ["huishouden"] = new JsonObject { ["naam"] = $"Familie {Word}", ["leden"] = new JsonArray(Person()) },
            ["adres"] = new JsonObject { ["straat"] = Word, ["woonplaats"] = Word, ["postcode"] = "1234 AB", ["huisnummer"] = "7" }, ["melder"] = new JsonObject { ["naam"] = Word, ["relatie"] = Word },
            ["client"] = $"Jan {Word}", ["vraag"] = $"Iets met {Word}.", ["kanaal"] = "telefoon",
        };
        // Where a form of its own belongs, or a word of a list, or an id of the program's, another is refused and leaves nothing.
        foreach (var (where, what) in ((string, Action<JsonObject>)[])
            [("kanaal", m => m["kanaal"] = Word), ("postcode", m => m["adres"]!["postcode"] = Word), ("bsn", m => m["huishouden"]!["leden"]![0]!["bsn"] = Word), ("telefoon", m => m["huishouden"]!["leden"]![0]!["telefoon"] = Word), ("geslacht", m => m["huishouden"]!["leden"]![0]!["geslacht"] = Word), ("leden[0].id", m => m["huishouden"]!["leden"]![0]!["id"] = Word), ("soort", m => m["huishouden"]!["leden"]![0]!["relaties"] = new JsonArray(new JsonObject { ["tot"] = 0, ["soort"] = Word }))])
        {
            var strange = (JsonObject)melding.DeepClone();
            what(strange);
            ((int)(await anna.SendAsync("/api/v1/meldingen", strange)).StatusCode).ShouldBe(422, where);
        }
        var household = (await (await anna.SendAsync("/api/v1/meldingen", melding, Key)).ReadAsync(201))["huishouden"]!.ToString();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek", new JsonObject { ["toelichting"] = Word })).ReadAsync(200);
        ((int)(await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = Word, ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).StatusCode).ShouldBe(422);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        var contact = await anna.TaskAsync(household, "eerste-contact");
        await (await anna.SendAsync($"/api/v1/taken/{contact["id"]}/toewijzing", new JsonObject { ["aan"] = "demo-anna", ["reden"] = Word }, ifMatch: $"\"{contact["versie"]}\"")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "eerste-contact", "Afspraak", new JsonObject
        {
            ["clientondersteuningInwoner"] = "wil", ["clientondersteuningMantelzorger"] = "later", ["afspraakDag"] = Calls.Today, ["afspraakTijd"] = "10:30", ["plaats"] = Word, ["met"] = Word,
        })).ReadAsync(200);
        // And in what is mended of a person.
        await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/gegevens", new JsonObject { ["persoon"] = "p1" })).ReadAsync(201);
        var person = Person();
        person.Remove("gezag");
        (person["huisarts"], person["adres"]) = ($"Dokter {Word}", new JsonObject { ["straat"] = Word, ["huisnummer"] = "8" });
        await (await anna.CompleteAsync(household, "gegevens-vastleggen", "Vastgelegd", person)).ReadAsync(200);
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"Een foto van {Word}."));
        file.Headers.ContentDisposition = new("attachment") { FileName = $"{Word}.txt" };
        var sent = await (await anna.SendFileAsync(file)).ReadAsync(201);
        var dossier = (await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200))["dossiers"]![0]!["id"]!.ToString();
        await (await anna.SendAsync($"/api/v1/huishoudens/{household}/bijlagen", new JsonObject { ["bestand"] = sent["bestand"]!.ToString(), ["dossier"] = dossier, ["toelichting"] = Word })).ReadAsync(201);
        var number = (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/bijlagen")).ReadAsync(200))["items"]![0]!["nummer"];
        (await anna.GetStringAsync($"/huishoudens/{household}/bijlagen/{number}")).ShouldContain(Word);
        return household;
    }

    /// <summary>The word in everything that is said of somebody in words of one's own.</summary>
    static JsonObject Person() => new()
    {
        ["naam"] = new JsonObject { ["voornamen"] = $"Jan {Word}", ["roepnaam"] = "Jan", ["geslachtsnaam"] = Word, ["partner"] = new JsonObject { ["tussenvoegsel"] = Word, ["geslachtsnaam"] = Word }, ["naamgebruik"] = "eigen" },
        ["geboortedatum"] = "1944-03", ["rol"] = Word, ["mail"] = $"{Word}@voorbeeld.nl", ["taal"] = Word, ["huisarts"] = Word, ["gezag"] = new JsonArray(new JsonObject { ["soort"] = "ouder", ["naam"] = Word }),
    };

    /// <summary>What somebody left half filled in.</summary>
    static async Task DraftAsync(IServiceProvider services, string household)
    {
        var storage = services.GetRequiredService<OpenStorage>();
        var task = (await storage.Lists.TasksAsync(new TaskQuestion([], Stream: new(household)), new Paging(0, 1))).Items[0];
        await storage.Drafts.KeepAsync(new Draft { Stream = new(household), Task = task.Id, UserId = new("demo-anna"), Answers = $$"""{"plan":"{{Word}}"}""", SavedAt = DateTimeOffset.UtcNow }, new("user:demo-anna"));
    }

    static async Task DestroyAsync(IServiceProvider services, string household)
    {
        var (store, engine) = (services.GetRequiredService<OpenStorage>().Store, services.GetRequiredService<WorkflowEngine>());
        var slots = ImmutableArray.CreateBuilder<SlotAddress>();
        await foreach (var commit in store.HistoryAsync(new(household), 1, default))
            slots.AddRange(SlotCodec.Read(commit.Slots).Select((_, n) => new SlotAddress(commit.Version, n)));
        var blobs = (await store.Blobs.OfAsync(new(household), default)).Select(b => b.At).ToImmutableArray();
        (await engine.EraseAsync(new(household), new EraseContent(slots.ToImmutable(), "WMO_5_3_5", blobs), Asking.Person(new("demo-anna"), "wis"))).ShouldBeOfType<Answer.Done>();
    }

    /// <summary>The word as people are found by it.</summary>
    static readonly string Plain = Word.ToLowerInvariant();

    static Task<List<string>> TermsAsync(IServiceProvider services, string household) =>
        ((Workflows.Storage.Commits.SqlStore)services.GetRequiredService<OpenStorage>().Store).ListAsync("SELECT term FROM search_terms WHERE stream = $1", r => r.GetString(0), default, household);

    static async Task<IReadOnlyList<string>> ProofAsync(IServiceProvider services, string household)
    {
        var engine = services.GetRequiredService<WorkflowEngine>();
        return [.. (await engine.Verification.RunAsync(new(household), DateTimeOffset.UtcNow)).Select(d => d.ToString())];
    }

    /// <summary>Every column in which the word or the key stands.</summary>
    static async Task<HashSet<string>> ColumnsAsync(string target)
    {
        await using var connection = new NpgsqlConnection(target);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT * FROM \"{table}\"", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                found.UnionWith(Enumerable.Range(0, reader.FieldCount).Where(n => Holds(reader.GetValue(n))).Select(n => $"{table}.{reader.GetName(n)}"));
        }
        return found;
    }

    static bool Holds(object value) => PackedSearch.InValue(value as byte[] ?? Encoding.UTF8.GetBytes($"{value}"), Word, Key);

    /// <summary>What the program says in its log.</summary>
    sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
