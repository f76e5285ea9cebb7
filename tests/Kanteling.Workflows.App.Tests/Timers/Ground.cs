using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;

namespace Kanteling.Workflows.App.Tests.Timers;

/// <summary>A store with a clock in our hands, and nodes that work on it.</summary>
sealed class Ground : IAsyncDisposable
{
    readonly TempFolder? folder;
    readonly OpenStorage? storage;
    readonly List<Node> nodes = [];

    Ground(IWorkflowStore store, OpenStorage? storage = null, TempFolder? folder = null)
    {
        (this.storage, this.folder) = (storage, folder);
        Store = new HookedStore(store);
        Clock = new CaseClock(Time, TimeSpan.Zero, offset =>
        {
            Kept.Add(offset);
            return Task.CompletedTask;
        });
        First = Node();
    }

    public static async Task<Ground> OpenAsync(string kind)
    {
        if (kind == "memory")
            return new Ground(new MemoryStore());
        if (kind == "postgres")
        {
            var cluster = await PostgresCluster.OfThisRun();
            var postgres = await StorageSetup.OpenAsync(PostgresCluster.Options(await cluster.CreateDatabaseAsync()));
            return new Ground(postgres.Store, postgres);
        }
        var folder = new TempFolder();
        var sqlite = await StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });
        return new Ground(sqlite.Store, sqlite, folder);
    }

    public FakeTime Time { get; } = new();

    public HookedStore Store { get; }

    public CaseClock Clock { get; }

    /// <summary>Offsets that the clock had kept.</summary>
    public List<TimeSpan> Kept { get; } = [];

    public Node First { get; }

    /// <summary>Another process on this store.</summary>
    public Node Node(HttpOptions? http = null)
    {
        var node = new Node(Store, Clock, new TimerOptions { Node = $"node{nodes.Count}", Http = http ?? new HttpOptions() });
        nodes.Add(node);
        return node;
    }

    public async Task PublishAsync(string document)
    {
        var definition = JsonNode.Parse(document)!["definitionId"]!.GetValue<string>();
        await DoAsync(Streams.OfDefinition(new(definition)).Text, new PublishDefinition(document), Streams.DefinitionKind);
    }

    public Task StartAsync(string stream, string definition, JsonObject? input = null, string? correlation = null) =>
        DoAsync(stream, new StartInstance(new(definition), input ?? [], Correlation: correlation));

    /// <summary>Agrees on dates in a stream.</summary>
    public Task AgreeAsync(string stream, params (string Key, DateTimeOffset? At)[] dates) =>
        StartAsync(stream, "agree", new JsonObject(dates.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.At))));

    public Task PublishAgreeAsync() => PublishAsync(Flow.Document("agree", Flow.Step("Test.Agree", "agree")));

    public async Task DoAsync(string stream, Command command, string kind = "case") =>
        (await First.Engine.ExecuteAsync(new(stream), kind, command, Asking.Person(new("anna"), Guid.NewGuid().ToString("N")))).ShouldBeOfType<Answer.Done>();

    public async Task<Agenda> AgendaAsync(string stream) => (Agenda)(await Node().Engine.ReadAsync(new(stream)))!.Domain;

    public async Task<IReadOnlyList<WorkflowEvent>> EventsAsync(string stream) =>
        [.. (await First.Engine.History.ReadAsync(new(stream)).ToListAsync()).SelectMany(c => c.Events)];

    /// <summary>How the messages of a stream ended, oldest first.</summary>
    public async Task<IReadOnlyList<ReplyReceived>> RepliesAsync(string stream) => [.. (await EventsAsync(stream)).OfType<ReplyReceived>()];

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        if (storage is not null)
            await storage.DisposeAsync();
        folder?.Dispose();
    }
}

/// <summary>One process: an engine with its own memory, a sweep and a delivery.</summary>
sealed class Node : IAsyncDisposable
{
    readonly HttpDelivery http;

    public Node(IWorkflowStore store, CaseClock clock, TimerOptions options)
    {
        Engine = new WorkflowEngine(store, new EngineParts(Agenda.Domain, Agenda.Kinds()), () => clock.Now);
        var cases = new Cases(store, Engine, clock);
        Health = new TimerHealth(clock, Log);
        http = HttpDelivery.Create(options.Http);
        Sweep = new DeadlineSweep(cases, options, Health);
        Delivery = new MessageDelivery(cases, options, Health, http);
        Walk = new CaseClockWalk(cases, Sweep, Delivery);
    }

    public WorkflowEngine Engine { get; }

    public LogLines Log { get; } = new();

    public TimerHealth Health { get; }

    public DeadlineSweep Sweep { get; }

    public MessageDelivery Delivery { get; }

    public CaseClockWalk Walk { get; }

    public async ValueTask DisposeAsync()
    {
        await Delivery.DisposeAsync();
        http.Dispose();
    }
}
