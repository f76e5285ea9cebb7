using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Timers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Kanteling.Workflows.App.Tests.Timers;

/// <summary>The scheduler itself, on the real clock. Nothing here waits for a time, only for what must happen.</summary>
public sealed class SchedulingTests
{
    static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);
    readonly LogLines log = new();

    /// <summary>How far the time of the cases is ahead.</summary>
    TimeSpan ahead;

    IHost HostWith(Func<IServiceProvider, IWorkflowStore> store, Action? signal = null, TimeSpan? interval = null, Func<CancellationToken, Task>? project = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(new CaseClock(TimeProvider.System, ahead));
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(s => new WorkflowEngine(s.GetRequiredService<IWorkflowStore>(), new EngineParts(Agenda.Domain, Agenda.Kinds(signal)), () => s.GetRequiredService<CaseClock>().Now));
        builder.Services.AddSingleton(new Projecting(project ?? (_ => Task.CompletedTask)));
        builder.Services.AddKantelingTimers(new TimerOptions { Interval = interval ?? TimeSpan.FromSeconds(1) });
        return builder.Build();
    }

    static async Task StartAsync(IHost host, string document, string definition)
    {
        var engine = host.Services.GetRequiredService<WorkflowEngine>();
        await engine.ExecuteAsync(Streams.OfDefinition(new(definition)), Streams.DefinitionKind, new PublishDefinition(document), Asking.Person(new("anna"), "1"));
        (await engine.ExecuteAsync(new("s"), "case", new StartInstance(new(definition), new JsonObject()), Asking.Person(new("anna"), "2"))).ShouldBeOfType<Answer.Done>();
    }

    [Fact]
    public async Task A_deadline_wakes_the_scheduler_at_its_own_moment_long_before_the_next_sweep()
    {
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = HostWith(_ => new MemoryStore(), fired.SetResult, interval: TimeSpan.FromHours(1));
        await StartAsync(host, Flow.Document("wait", Flow.Delay("wait", TimeSpan.FromSeconds(2)), Flow.Step("Test.Signal", "signal")), "wait");
        await host.StartAsync();

        await fired.Task.WaitAsync(Generous);

        var health = host.Services.GetRequiredService<TimerHealth>();
        health.Read().ShouldSatisfyAllConditions(h => h.IsHealthy.ShouldBeTrue(), h => h.Jobs.ShouldContain(j => j.Job == "deadlines" && j.FailuresInARow == 0));
        await host.StopAsync().WaitAsync(Generous);
    }

    [Fact]
    public async Task Messages_are_delivered_by_themselves()
    {
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = HostWith(_ => new MemoryStore(), () => fired.TrySetResult());
        await StartAsync(host, Flow.Document("on-x", Flow.Trigger("Elsa.Event", "hear", ("eventName", "x")), Flow.Step("Test.Signal", "signal")), "on-x");
        var engine = host.Services.GetRequiredService<WorkflowEngine>();
        await engine.ExecuteAsync(new("def-shout"), Streams.DefinitionKind, new PublishDefinition(Flow.Document("shout", Flow.Step("Elsa.PublishEvent", "p", ("eventName", "x")))), Asking.Person(new("anna"), "3"));
        await host.StartAsync();
        await engine.ExecuteAsync(new("t"), "case", new StartInstance(new("shout"), new JsonObject()), Asking.Person(new("anna"), "4"));

        await fired.Task.WaitAsync(Generous);
        await host.StopAsync().WaitAsync(Generous);
    }

    [Fact]
    public async Task What_proves_a_request_is_forgotten_by_itself_when_thirty_days_are_over()
    {
        var store = new MemoryStore();
        using (var before = HostWith(_ => store))
            await StartAsync(before, Flow.Document("flow", Flow.Step("Elsa.RunTask", "a", ("taskName", "Een"))), "flow");
        async Task<int> SealsAsync() => (await store.HistoryAsync(new("s"), 1, default).ToListAsync()).Count(c => !c.Seal.IsEmpty);
        (await SealsAsync()).ShouldBe(1);
        var upload = Upload.Begin(new("user:anna"), DateTimeOffset.UtcNow, "brief", "text/plain");
        await store.Blobs.BeginAsync(upload, default);
        await store.Blobs.FinishAsync(upload.Id, 0, "", default);

        foreach (var (days, left) in ((int, int)[])[(29, 1), (31, 0)])
        {
            ahead = TimeSpan.FromDays(days);
            var ran = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            using var host = HostWith(_ => new HookedStore(store) { AfterForget = _ => ran.TrySetResult() });
            await host.StartAsync();
            await ran.Task.WaitAsync(Generous);
            // Seals go first; a host that stops takes the rest of the run away.
            using var patience = new CancellationTokenSource(Generous);
            while (!host.Services.GetRequiredService<TimerHealth>().Read().Jobs.Any(j => j.Job == "requests" && j.FailuresInARow == 0))
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
            await host.StopAsync().WaitAsync(Generous);
            (await SealsAsync()).ShouldBe(left, $"after {days} days");
            (await store.Blobs.UploadAsync(upload.Id, default)).ShouldBeNull("nobody bound it within a day");
            host.Services.GetRequiredService<TimerHealth>().Read().Jobs.ShouldContain(j => j.Job == "requests" && j.FailuresInARow == 0);
        }
    }

    [Fact]
    public async Task Projections_are_brought_up_to_date_by_themselves_again_and_again_also_after_a_failure()
    {
        var (runs, often) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        using var host = HostWith(_ => new MemoryStore(), interval: TimeSpan.FromMilliseconds(50), project: _ =>
        {
            if (++runs == 2)
                throw new IOException("mevrouw Van Planting");
            if (runs == 4)
                often.TrySetResult();
            return Task.CompletedTask;
        });
        await host.StartAsync();
        await often.Task.WaitAsync(Generous);
        await host.StopAsync().WaitAsync(Generous);
        host.Services.GetRequiredService<TimerHealth>().Read().Jobs.ShouldContain(j => j.Job == "projections" && j.FailuresInARow == 0);
        log.All.ShouldAllBe(line => !line.Contains("Planting"));
    }

    [Fact]
    public async Task A_trigger_that_the_scheduler_gives_up_is_seen_in_the_health()
    {
        using var host = HostWith(_ => new MemoryStore());
        await host.StartAsync();
        var scheduler = host.Services.GetRequiredService<IScheduler>();
        await scheduler.ScheduleJob(JobBuilder.Create<UnmakableJob>().WithIdentity("unmakable").Build(), TriggerBuilder.Create().StartNow().Build());
        await log.Seen(4).WaitAsync(Generous);
        host.Services.GetRequiredService<TimerHealth>().Read().ShouldSatisfyAllConditions(h => h.IsHealthy.ShouldBeFalse(), h => h.StoppedTriggers.ShouldBe(["unmakable"]));
        await host.StopAsync().WaitAsync(Generous);
    }

    [Fact]
    public async Task A_store_that_is_away_is_seen_in_the_health_and_the_sweeps_go_on()
    {
        using var host = HostWith(_ => new HookedStore(new MemoryStore()) { AfterClaim = () => throw new IOException("mevrouw Van Planting") });
        await host.StartAsync();
        await log.Seen(3).WaitAsync(Generous);
        log.All.ShouldAllBe(line => !line.Contains("Planting"));
        host.Services.GetRequiredService<TimerHealth>().Read().StoppedTriggers.ShouldBeEmpty();
        await host.StopAsync().WaitAsync(Generous);
    }

    /// <summary>Asks the container for what it does not have.</summary>
    sealed class UnmakableJob(FakeTime missing) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => throw new InvalidOperationException(missing.ToString());
    }

    [Fact]
    public void No_two_processes_have_one_name() => new TimerOptions().Node.ShouldNotBe(new TimerOptions().Node);
}
