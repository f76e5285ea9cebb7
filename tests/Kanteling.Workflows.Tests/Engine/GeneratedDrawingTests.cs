using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Flows drawn by chance and played with answers by chance. The stage saves and restores at every step.</summary>
public class GeneratedDrawingTests
{
    const int Cases = 500;
    const int Moves = 14;

    [Fact]
    public void Every_flow_ends_waits_for_something_named_or_has_an_incident() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Play(new Random(seed))));

    [Fact]
    public void Every_flow_is_written_as_it_was_read() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var text = DefinitionJson.Write(new GeneratedDrawing(new Random(seed)).Build());
            DefinitionJson.Write(DefinitionJson.Read(text).Definition!).ShouldBe(text);
        }));

    static void Play(Random chance)
    {
        var stage = new Stage(new EngineLimits(StepsPerDecision: 200)).Start(new GeneratedDrawing(chance).Build());
        NothingIsStuck(stage);
        for (var move = 0; move < Moves && !stage.Case.Instances.IsEmpty; move++)
        {
            Move(stage, chance);
            NothingIsStuck(stage);
        }
    }

    static void Move(Stage stage, Random chance)
    {
        if (chance.Next(6) == 0 && stage.Log.OfType<TaskCompleted>().LastOrDefault() is { } last && stage.Case.FindTask(last.Task) is null)
        {
            stage.Try(new ReopenTask(last.Task, "by chance"));
        }
        else if (stage.Incidents.FirstOrDefault() is { } incident && chance.Next(3) == 0)
        {
            stage.Try(new ResolveIncident(incident.Id, chance.Next(2) == 0 ? Resolution.Skip : Resolution.Retry, "by chance"));
        }
        else if (stage.OpenTasks.ToList() is { Count: > 0 } tasks && chance.Next(4) > 0)
        {
            Answer(stage, tasks[chance.Next(tasks.Count)], chance);
        }
        else if (stage.Pending.MinBy(d => (d.DueAt, d.Id)) is { } deadline)
        {
            stage.Now = stage.Now > deadline.DueAt ? stage.Now : deadline.DueAt;
            stage.Must(new PassDeadline(deadline.Id, deadline.DueAt), person: false);
        }
    }

    static void Answer(Stage stage, WorkTask task, Random chance) =>
        stage.Must(new CompleteTask(task.Id, task.Version, task.Outcomes[chance.Next(task.Outcomes.Length)].Port, []));

    static void NothingIsStuck(Stage stage)
    {
        foreach (var instance in stage.Case.Instances.Values)
        {
            var open = instance.Executions.Keys.ToHashSet();
            var held = instance.Waits.Values.Select(w => w.Execution).Concat(instance.Incidents.Values.Select(i => i.Execution!.Value)).ToHashSet();
            open.Except(instance.Executions.Values.Select(e => e.Parent)).Except(held).ShouldBeEmpty("a step that holds nothing and waits for nothing");
            held.Except(open).ShouldBeEmpty("a wait or an incident of a step that is no more");
            instance.Executions.Values.Select(e => e.Parent).Where(p => p != ExecutionId.None).Except(open).ShouldBeEmpty("a step within a step that is no more");
            instance.Incidents.Values.Where(i => i.Code == "INSTANCE_STUCK").ShouldBeEmpty();
        }
        RowsOf.Case(stage.Case, TestDomain.Domain).Tasks.Length.ShouldBe(stage.OpenTasks.Count());
    }
}
