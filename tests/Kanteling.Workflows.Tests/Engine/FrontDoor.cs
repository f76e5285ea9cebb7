using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>An engine on a store in memory, with a clock that stands still. Two on one store are two nodes.</summary>
sealed class FrontDoor
{
    public FrontDoor(MemoryStore? store = null, Domain? domain = null, ActivityKinds? kinds = null)
    {
        (Store, Domain) = (store ?? new MemoryStore(), domain ?? TestDomain.Domain);
        Engine = new WorkflowEngine(Store, new EngineParts(Domain, kinds ?? TestDomain.Kinds), () =>
        {
            BeforeDeciding();
            return Now;
        }, key => Task.FromResult<object?>(Stage.Referred(key)), Failures.Add);
    }

    /// <summary>What the log of the host would hold.</summary>
    public List<StepFailure> Failures { get; } = [];

    public MemoryStore Store { get; }

    public Domain Domain { get; }

    public WorkflowEngine Engine { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What happens elsewhere between loading and committing.</summary>
    public Action BeforeDeciding { get; set; } = () => { };

    public Task<Answer> Ask(string stream, Command command, string? id = null, string kind = "test") =>
        Engine.ExecuteAsync(new(stream), kind, command, Asking.Person(new("anna"), id ?? Guid.NewGuid().ToString("N")));

    public async Task<Answer.Done> Do(string stream, Command command, string? id = null) => (await Ask(stream, command, id)).ShouldBeOfType<Answer.Done>();

    public async Task<Refusal> Refused(string stream, Command command, string? id = null) => (await Ask(stream, command, id)).ShouldBeOfType<Answer.Refused>().Refusals[0];

    /// <summary>Two persons take a version out of use.</summary>
    public async Task Retract(Kanteling.Workflows.Definitions.DefinitionVersion version)
    {
        var stream = Streams.OfDefinition(version.DefinitionId);
        await Do(stream.Text, new AskRetraction(version, "nobody uses it"));
        (await Engine.ExecuteAsync(stream, Streams.DefinitionKind, new RetractDefinition(version), Asking.Person(new("bob"), Guid.NewGuid().ToString("N")))).ShouldBeOfType<Answer.Done>();
    }

    public async Task<FrontDoor> Publish(Drawing drawing, int version = 1)
    {
        var document = drawing.Document(version);
        await Do(Streams.OfDefinition(new(document["definitionId"]!.ToString())).Text, new PublishDefinition(document.ToJsonString()));
        return this;
    }

    public async Task<CompleteTask> Completing(string stream, JsonObject? answers = null)
    {
        var row = RowsOf.Case((await Engine.ReadAsync(new(stream)))!, Domain).Tasks.First();
        return new CompleteTask(row.Id, row.Version, null, answers ?? []);
    }

    /// <summary>Chain, content and rows are what the commits say, and nothing is stuck.</summary>
    public async Task Proved(string stream) =>
        (await Engine.Verification.RunAsync(new(stream), Now)).ShouldBeEmpty();

    public async Task<ImmutableArray<StoredCommit>> Commits(string stream)
    {
        var commits = ImmutableArray.CreateBuilder<StoredCommit>();
        await foreach (var commit in Store.HistoryAsync(new(stream), 1, default))
            commits.Add(commit);
        return commits.ToImmutable();
    }

    /// <summary>Everything that is stored of a stream, as text.</summary>
    public async Task<string> Everything(string stream)
    {
        var derived = (await Store.DerivedAsync(new(stream), default))!;
        var commits = await Commits(stream);
        return string.Join("\n", commits.Select(c => Encoding.UTF8.GetString(Packing.Unpack(c.Body).Span) + string.Join("\n", SlotCodec.Read(c.Slots).Select(s => s.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : ""))))
            + string.Join("\n", derived.Parts.Values.Select(p => Encoding.UTF8.GetString(Packing.Unpack(p.Bytes).Span))) + string.Join("\n", derived.Rows.Messages) + string.Join("\n", derived.Rows.Instances) + derived.Label;
    }
}
