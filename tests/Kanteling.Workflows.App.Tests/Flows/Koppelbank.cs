using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>Households on one store, worked on by nodes that know nothing of each other.</summary>
sealed class Koppelbank : IAsyncDisposable
{
    static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    readonly TempFolder? folder;
    readonly OpenStorage? storage;
    int households;

    Koppelbank(IWorkflowStore store, OpenStorage? storage = null, TempFolder? folder = null)
    {
        (Store, this.storage, this.folder) = (new HookedStore(store), storage, folder);
        Engine = Node();
    }

    public static async Task<Koppelbank> OpenAsync(string kind, bool withFlows = false)
    {
        var bank = await NewAsync(kind);
        if (withFlows)
            await Flows.PublishAsync(bank.Store);
        return bank;
    }

    static async Task<Koppelbank> NewAsync(string kind)
    {
        if (kind == "memory")
            return new Koppelbank(new MemoryStore());
        if (kind == "postgres")
        {
            var postgres = await StorageSetup.OpenAsync(PostgresCluster.Options(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync()));
            return new Koppelbank(postgres.Store, postgres);
        }
        var folder = new TempFolder();
        var sqlite = await StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });
        return new Koppelbank(sqlite.Store, sqlite, folder);
    }

    public HookedStore Store { get; }

    public WorkflowEngine Engine { get; }

    /// <summary>Asked before each decision of a node that is made from here on.</summary>
    public WorkflowEngine Node(Action? beforeDeciding = null) => Flows.Opstelling.Motor(Store, () =>
    {
        beforeDeciding?.Invoke();
        return Now;
    });

    /// <summary>A household with persons p1, p2 and so on, each with all that may be known of somebody.</summary>
    public async Task<StreamId> OpenHouseholdAsync(int persons = 2)
    {
        var id = new StreamId($"h{++households}");
        var payload = new JsonObject
        {
            ["naam"] = $"Familie {households}",
            ["overgenomen"] = new JsonArray([.. Enumerable.Range(1, persons).Select(n => (JsonNode)new JsonObject
            {
                ["id"] = $"p{n}", ["naam"] = Text($"Persoon {n}"), ["geboortedatum"] = Text("1950-03-04"), ["rol"] = Text("client"),
                ["relaties"] = n == 1 ? new JsonArray() : new JsonArray(new JsonObject { ["tot"] = "p1", ["soort"] = "Partner" }),
            })]),
        };
        await DoAsync(Engine, id, new AnswerLink(new("bron"), "afgesplitstVan", null, payload), $"open:{id}");
        return id;
    }

    static JsonObject Text(string text) => new() { ["dossier"] = "elders", ["kind"] = "naam", ["text"] = JsonValue.Create(text).ToJsonString() };

    public static LinkStream Merge(StreamId other) => new(other, "samengevoegdUit", "Ze trouwen.");

    public static LinkStream Split(StreamId other, params string[] persons) =>
        new(other, "afgesplitstNaar", "Ze scheiden.", new JsonObject { ["personen"] = new JsonArray([.. persons.Select(p => (JsonNode)p)]), ["naam"] = "Nieuw" });

    public static StartInstance Melding(DossierId dossier) =>
        new(new("toegang"), new JsonObject { ["client"] = "p1", ["vraag"] = "Hulp bij koken.", ["kanaal"] = "telefoon" }, dossier);

    public static StartInstance Verb(string flow, string verb, JsonObject? answers = null) => new(new(flow), answers ?? [], Offer: new Offer(new("toegang"), verb));

    public static async Task DoAsync(WorkflowEngine engine, StreamId stream, Command command, string key) =>
        (await AskAsync(engine, stream, command, key)).ShouldBeOfType<Answer.Done>();

    public static Task<Answer> AskAsync(WorkflowEngine engine, StreamId stream, Command command, string key) =>
        engine.ExecuteAsync(stream, "huishouden", command, Asking.Person(new("anna"), key));

    /// <summary>As a page does it: the command, and at once what follows from it in the other household.</summary>
    /// <returns>The code of why not; null when it was done.</returns>
    public async Task<string?> ActAsync(WorkflowEngine engine, StreamId stream, Command command, string key)
    {
        var answer = await AskAsync(engine, stream, command, key);
        if (answer is not Answer.Done done)
            return ((Answer.Refused)answer).Refusals[0].Code;
        return await new Links(engine, Store).FinishAsync(done) is { IsLinked: false } refused ? refused.Refusals[0].Code : null;
    }

    public async Task<Huishouden> HouseholdAsync(StreamId stream) => (Huishouden)(await Node().ReadAsync(stream))!.Domain;

    /// <summary>What the sweep of a node that starts now brings along.</summary>
    public async Task SweepAsync()
    {
        var clock = new CaseClock(new FakeTime { Now = Now.AddMinutes(10) });
        var options = new TimerOptions { Node = Guid.NewGuid().ToString() };
        using var http = HttpDelivery.Create(options.Http);
        await using var delivery = new MessageDelivery(new Cases(Store, Flows.Opstelling.Motor(Store, () => clock.Now), clock), options, new TimerHealth(clock, new LogLines()), http);
        await delivery.DrainAsync();
    }

    /// <summary>That nothing of these is half: every link has its counterpart, nothing waits or is held, and every row is what the commits make.</summary>
    public async Task WholeAsync(params StreamId[] streams)
    {
        var engine = Node();
        foreach (var stream in streams)
        {
            if (await engine.ReadAsync(stream) is not { } read)
                continue;
            read.Link.ShouldBeNull();
            foreach (var link in ((Huishouden)read.Domain).Koppelingen.Where(k => k.Ander.Text != "bron"))
                (await HouseholdAsync(link.Ander)).Koppelingen.ShouldContain(k => k.Ander == stream && k.Soort == Casework.Wijzigingen.Koppelingen.Tegenhanger(link.Soort), $"{stream} {link.Soort} {link.Ander}");
            (await engine.Verification.RunAsync(stream, Now)).ShouldBeEmpty();
            (await Store.DerivedAsync(stream, default))!.Rows.Claims.ShouldBeEmpty();
        }
    }

    public async Task<List<(long Version, WorkflowEvent Event)>> EventsAsync(StreamId stream) =>
        [.. (await Engine.History.ReadAsync(stream).ToListAsync()).SelectMany(c => c.Events.Select(e => (c.Commit.Version, e)))];

    public async ValueTask DisposeAsync()
    {
        if (storage is not null)
            await storage.DisposeAsync();
        folder?.Dispose();
    }
}
