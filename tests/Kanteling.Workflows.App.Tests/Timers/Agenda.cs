using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.App.Tests.Timers;

/// <summary>A domain of dates: what was agreed, and what passed, in order.</summary>
sealed record Agenda(ImmutableSortedDictionary<string, DateTimeOffset> Dates, ImmutableList<DatePassed> Passed)
{
    static readonly Agenda Empty = new(ImmutableSortedDictionary<string, DateTimeOffset>.Empty, []);

    public static readonly Domain Domain = new(
        Empty,
        (state, e) => Apply((Agenda)state, e),
        (_, _) => [],
        (_, _) => new FeelContext([]),
        new FeelType.Context(ImmutableDictionary<string, FeelType>.Empty),
        (_, now) => new FeelEnvironment(now, LocalTime.Zone),
        (state, _) => [.. ((Agenda)state).Dates.Select(d => new Term(d.Key, null, null, d.Value, []))],
        (_, term, now) => term.Key == "stubborn" ? [] : [new Happened(new DatePassed(term.Key, term.DueAt, now))],
        _ => new Reopening([], []),
        (_, _, _) => default,
        _ => null,
        new DomainCodec(typeof(Agenda), 1, [new EventName("DateAgreed", 1, typeof(DateAgreed)), new EventName("DatePassed", 1, typeof(DatePassed))]));

    static Agenda Apply(Agenda state, object e) => e switch
    {
        DateAgreed { At: null } dropped => state with { Dates = state.Dates.Remove(dropped.Key) },
        DateAgreed agreed => state with { Dates = state.Dates.SetItem(agreed.Key, agreed.At.Value) },
        DatePassed passed => state with { Dates = state.Dates.Remove(passed.Key), Passed = state.Passed.Add(passed) },
        _ => state,
    };

    /// <summary>Agrees on the dates of the instance's input: key to moment; null drops one.</summary>
    static readonly ActivityKind Agree = ActivityKind.Automatic(Describe("Test.Agree"), c =>
        [.. c.Instance.Input.AsObject().Select(d => new Happened(new DateAgreed(d.Key, d.Value?.GetValue<DateTimeOffset>()))), new Complete()]);

    /// <param name="signal">Called when a flow comes to its <c>Test.Signal</c>.</param>
    public static ActivityKinds Kinds(Action? signal = null) => new([.. BuiltIn.All, Agree, ActivityKind.Automatic(Describe("Test.Signal"), _ =>
    {
        signal?.Invoke();
        return [new Complete()];
    })]);

    static ActivityDescriptor Describe(string type) => new(type, 1, "Test", type, "", [], [], [], ActivityTraits.None);
}

sealed record DateAgreed(string Key, DateTimeOffset? At);

/// <param name="Due">When it was due.</param>
/// <param name="At">When it passed.</param>
sealed record DatePassed(string Key, DateTimeOffset Due, DateTimeOffset At);
