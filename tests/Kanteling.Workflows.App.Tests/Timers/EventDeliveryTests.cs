using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using static Kanteling.Workflows.App.Tests.Timers.FakeTime;

namespace Kanteling.Workflows.App.Tests.Timers;

public sealed class EventDeliveryTests
{
    static readonly string Listen = Flow.Document("listen", Flow.Step("Elsa.Event", "hear", ("eventName", "ready")), Flow.Delay("rest", TimeSpan.FromDays(100)));

    static string Shout(string? correlation = "k1") => Flow.Document("shout",
        Flow.Step("Elsa.PublishEvent", "shout", ("eventName", "ready"), ("correlationId", correlation), ("payload", new JsonObject { ["word"] = "yes" })));

    static async Task<Ground> OpenAsync(string store, string? correlation = "k1")
    {
        var ground = await Ground.OpenAsync(store);
        await ground.PublishAsync(Listen);
        await ground.PublishAsync(Shout(correlation));
        return ground;
    }

    static async Task<IReadOnlyList<EventReceived>> HeardAsync(Ground ground, string stream) => [.. (await ground.EventsAsync(stream)).OfType<EventReceived>()];

    [Theory, InlineData("memory"), InlineData("sqlite"), InlineData("postgres")]
    public async Task Every_stream_that_waits_for_it_gets_it_once(string store)
    {
        await using var ground = await OpenAsync(store);
        await ground.StartAsync("a", "listen", correlation: "k1");
        await ground.StartAsync("b", "listen", correlation: "k1");
        await ground.StartAsync("c", "listen", correlation: "k2");
        await ground.StartAsync("shouter", "shout");

        await ground.First.Delivery.RunAsync();

        foreach (var stream in new[] { "a", "b" })
        {
            var heard = (await HeardAsync(ground, stream)).ShouldHaveSingleItem();
            heard.Payload.AsObject()["word"]!.GetValue<string>().ShouldBe("yes");
            heard.Message.ShouldStartWith("shouter-");
        }
        (await HeardAsync(ground, "c")).ShouldBeEmpty();
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Delivered");
        (await ground.First.Delivery.RunAsync()).ShouldBe(0);
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_delivery_that_is_told_to_stop_finishes_what_it_took(string store)
    {
        await using var ground = await OpenAsync(store);
        await ground.StartAsync("a", "listen", correlation: "k1");
        await ground.StartAsync("shouter", "shout");
        using var stop = new CancellationTokenSource();
        ground.Store.BeforeCommit = _ => stop.Cancel();

        await Should.ThrowAsync<OperationCanceledException>(() => ground.First.Delivery.RunAsync(stop.Token));

        (await HeardAsync(ground, "a")).ShouldHaveSingleItem();
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Delivered");
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task Who_subscribes_within_seven_days_still_gets_it(string store)
    {
        await using var ground = await OpenAsync(store);
        await ground.StartAsync("shouter", "shout");
        await ground.First.Delivery.RunAsync();
        (await ground.RepliesAsync("shouter")).ShouldBeEmpty();

        ground.Time.Now = Start.AddDays(6);
        await ground.First.Delivery.RunAsync();
        await ground.StartAsync("late", "listen", correlation: "k1");
        ground.Time.Now += TimeSpan.FromMinutes(30);
        await ground.First.Delivery.RunAsync();

        (await HeardAsync(ground, "late")).ShouldHaveSingleItem();
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Delivered");
    }

    [Fact]
    public async Task What_nobody_wanted_for_seven_days_is_acknowledged_as_unmatched()
    {
        await using var ground = await OpenAsync("memory");
        await ground.StartAsync("shouter", "shout");
        await ground.First.Delivery.RunAsync();
        ground.Time.Now = Start.AddDays(7).AddTicks(-1);
        await ground.First.Delivery.RunAsync();
        (await ground.RepliesAsync("shouter")).ShouldBeEmpty();
        ground.Time.Now = Start.AddDays(7);
        await ground.First.Delivery.RunAsync();
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Unmatched");
    }

    [Fact]
    public async Task Without_a_label_it_does_not_wait()
    {
        await using var ground = await OpenAsync("memory", correlation: null);
        await ground.StartAsync("shouter", "shout");
        await ground.First.Delivery.RunAsync();
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Unmatched");
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_definition_that_starts_by_it_starts_in_a_stream_of_its_own(string store)
    {
        await using var ground = await OpenAsync(store);
        await ground.PublishAsync(Flow.Document("on-ready", Flow.Trigger("Elsa.Event", "heard", ("eventName", "ready")), Flow.Delay("rest", TimeSpan.FromDays(1))));
        await ground.PublishAsync(Flow.Document("on-other", Flow.Trigger("Elsa.Event", "heard", ("eventName", "other")), Flow.Delay("rest", TimeSpan.FromDays(1))));
        await ground.StartAsync("shouter", "shout");

        await ground.First.Delivery.RunAsync();

        var stream = (await ground.Store.StreamsAsync(default).Where(s => s.Kind == "case" && s.Stream.Text != "shouter").ToListAsync()).ShouldHaveSingleItem().Stream;
        var started = (await ground.EventsAsync(stream.Text)).OfType<InstanceStarted>().ShouldHaveSingleItem();
        started.ShouldSatisfyAllConditions(
            e => e.Definition.DefinitionId.ShouldBe(new DefinitionId("on-ready")), e => e.StartActivity.ShouldBe(new ActivityId("heard")), e => e.Correlation!.AsString().ShouldBe("k1"),
            e => e.Input.AsObject()["word"]!.GetValue<string>().ShouldBe("yes"));
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Delivered");
    }

    [Theory, InlineData("memory"), InlineData("sqlite")]
    public async Task A_crash_between_delivery_and_reply_delivers_again_without_a_second_effect(string store)
    {
        await using var ground = await OpenAsync(store);
        await ground.PublishAsync(Flow.Document("on-ready", Flow.Trigger("Elsa.Event", "heard", ("eventName", "ready")), Flow.Delay("rest", TimeSpan.FromDays(1))));
        await ground.StartAsync("a", "listen", correlation: "k1");
        await ground.StartAsync("shouter", "shout");
        ground.Store.BeforeCommit = r =>
        {
            if (r.Commit.Stream.Text == "shouter" && r.ExpectedVersion > 0)
                throw new IOException("power");
        };
        await ground.First.Delivery.RunAsync();
        ground.First.Health.Read().Failing.ShouldHaveSingleItem().Kind.ShouldBe("message");
        (await ground.First.Delivery.RunAsync()).ShouldBe(0);

        ground.Store.BeforeCommit = _ => { };
        ground.Time.Now += TimeSpan.FromMinutes(2);
        var other = ground.Node();
        (await other.Delivery.RunAsync()).ShouldBe(1);

        (await HeardAsync(ground, "a")).Count.ShouldBe(1);
        (await ground.Store.StreamsAsync(default).Where(s => s.Kind == "case").CountAsync()).ShouldBe(3);
        (await ground.RepliesAsync("shouter")).ShouldHaveSingleItem().Outcome.ShouldBe("Delivered");
    }

    [Fact]
    public async Task Events_of_one_stream_arrive_in_the_order_in_which_they_were_sent()
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAsync(Flow.Document("shout", [.. Enumerable.Range(0, 10).Select(n => Flow.Step("Elsa.PublishEvent", $"p{n}", ("eventName", $"e{n}"), ("correlationId", "k1")))]));
        await ground.PublishAsync(Flow.Document("listen", [.. Enumerable.Range(0, 10).Select(n => Flow.Step("Elsa.Event", $"h{n}", ("eventName", $"e{n}")))]));
        await ground.StartAsync("a", "listen", correlation: "k1");
        await ground.StartAsync("shouter", "shout");
        await ground.First.Delivery.RunAsync();
        (await HeardAsync(ground, "a")).Select(e => e.Name).ShouldBe(Enumerable.Range(0, 10).Select(n => $"e{n}"));
        (await ground.EventsAsync("a")).OfType<InstanceFinished>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_start_that_is_refused_is_kept_in_the_sending_stream_and_not_tried_again()
    {
        await using var ground = await Ground.OpenAsync("memory");
        await ground.PublishAsync(Flow.Document("daily", Flow.Trigger("Elsa.Timer", "every", ("interval", "1.00:00:00")), Flow.Delay("rest", TimeSpan.FromHours(1))));
        ground.Time.Now = Start.AddDays(1);
        await ground.First.Sweep.RunAsync();
        await ground.DoAsync("def-daily", new Commands.AskRetraction(new(new("daily"), 1), "nobody uses it"));
        (await ground.First.Engine.ExecuteAsync(new("def-daily"), "case", new Commands.RetractDefinition(new(new("daily"), 1)), Commands.Asking.Person(new("bob"), "retract"))).ShouldBeOfType<Answer.Done>();

        await ground.First.Delivery.RunAsync();

        var reply = (await ground.RepliesAsync("def-daily")).ShouldHaveSingleItem();
        reply.Outcome.ShouldBe("Refused");
        reply.Body!.AsObject()["reason"]!.GetValue<string>().ShouldBe("DEFINITION_NOT_FOUND");
        (await ground.First.Delivery.RunAsync()).ShouldBe(0);
    }
}
