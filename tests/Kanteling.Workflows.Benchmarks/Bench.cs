using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>An engine on a SQLite file with one flow: two tasks that follow each other for ever, the second with a date.</summary>
sealed class Bench : IAsyncDisposable
{
    const string Flow = """
        {"id":"bench-1","definitionId":"bench","name":"bench","version":1,"root":{"id":"fc","type":"Elsa.Flowchart","version":1,"activities":[
          {"id":"start","type":"Elsa.Start","version":1},
          {"id":"a","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"Eerste taak"}}},
          {"id":"b","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"Tweede taak"}}}],
         "connections":[
          {"source":{"activity":"start","port":"Done"},"target":{"activity":"a"}},
          {"source":{"activity":"a","port":"Done"},"target":{"activity":"b"}},
          {"source":{"activity":"b","port":"Done"},"target":{"activity":"a"}}]}}
        """;

    const string Timed = """
        {"id":"timed-1","definitionId":"timed","name":"timed","version":1,"root":{"id":"fc","type":"Elsa.Flowchart","version":1,"activities":[
          {"id":"start","type":"Elsa.Start","version":1},
          {"id":"wait","type":"Elsa.Delay","version":1,"timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"1.00:00:00"}}},
          {"id":"a","type":"Elsa.RunTask","version":1,"taskName":{"typeName":"String","expression":{"type":"Literal","value":"Taak na de termijn"}}}],
         "connections":[{"source":{"activity":"start","port":"Done"},"target":{"activity":"wait"}},{"source":{"activity":"wait","port":"Done"},"target":{"activity":"a"}}]}}
        """;

    /// <summary>A domain without content: what is measured is the engine and its storage.</summary>
    static readonly Domain Nothing = new(
        new object(), (state, _) => state, (_, _) => [], (_, _) => FeelContext.Empty, FeelType.Context.Open, (_, now) => new FeelEnvironment(now, LocalTime.Zone),
        (_, _) => [], (_, _, _) => [], _ => new Reopening([], []), (_, _, _) => default, _ => null, new DomainCodec(typeof(object), 1, []));

    readonly OpenStorage storage;

    Bench(OpenStorage storage)
    {
        this.storage = storage;
        Engine = new WorkflowEngine(storage.Store, new EngineParts(Nothing, new ActivityKinds(BuiltIn.All)), () => Now);
    }

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public WorkflowEngine Engine { get; }

    public IWorkflowStore Store => storage.Store;

    public static Task<Bench> OpenAsync(string path) => OpenAsync(StorageOptions.Sqlite(path));

    public static async Task<Bench> OpenAsync(StorageOptions options)
    {
        var bench = new Bench(await StorageSetup.OpenAsync(options));
        foreach (var (id, document) in new[] { ("bench", Flow), ("timed", Timed) })
        {
            if (await bench.Engine.DefinitionAsync(new(id)) is null)
                Done(await bench.Engine.ExecuteAsync(Streams.OfDefinition(new(id)), Streams.DefinitionKind, new PublishDefinition(document), Ask()));
        }
        return bench;
    }

    public static Asking Ask() => Asking.Person(new("bench"), Guid.NewGuid().ToString("N"));

    /// <summary>Starts an instance in a stream of its own, with this content.</summary>
    public async Task<Seat> StartAsync(int number, string content, string flow = "bench")
    {
        var stream = $"s{number:D7}";
        var input = new JsonObject { ["tekst"] = content };
        var done = Done(await Engine.ExecuteAsync(new(stream), "bench", new StartInstance(new(flow), input), Ask()));
        return new Seat(stream, done.Events.OfType<TaskOpened>().Select(e => e.Task.Id).FirstOrDefault());
    }

    /// <summary>Completes the seat's open task; the flow opens the next one.</summary>
    public async Task<Seat> CompleteAsync(Seat seat)
    {
        var command = new CompleteTask(seat.Task, 1, null, new JsonObject { ["antwoord"] = "Dit is een antwoord van gewone lengte." });
        var done = Done(await Engine.ExecuteAsync(new(seat.Stream), "bench", command, Ask()));
        return seat with { Task = done.Events.OfType<TaskOpened>().Single().Task.Id };
    }

    public static Answer.Done Done(Answer answer) => answer as Answer.Done ?? throw new InvalidOperationException($"Refused: {string.Join("; ", ((Answer.Refused)answer).Refusals)}");

    /// <summary>Starts instances from 32 callers at once, each with so many characters of content.</summary>
    public async Task<Seat[]> FillAsync(int from, int to, int content = 100, string flow = "bench")
    {
        var seats = new Seat[to - from];
        await Parallel.ForEachAsync(Enumerable.Range(from, to - from), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (n, _) => seats[n - from] = await StartAsync(n, DutchWords.Text(n, content), flow));
        return seats;
    }

    public ValueTask DisposeAsync() => storage.DisposeAsync();
}

/// <summary>Where one client sits: a stream and its open task.</summary>
readonly record struct Seat(string Stream, TaskId Task);
