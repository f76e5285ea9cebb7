using System.Collections.Immutable;

namespace Kanteling.Workflows.Running;

/// <summary>Counts the steps of one decision; over the budget it is a loop without a wait, and the activities it went through most are named.</summary>
sealed class StepBudget(EngineLimits limits)
{
    readonly Dictionary<ActivityId, int> stepsByActivity = [];
    int steps;

    /// <exception cref="OverBudgetException">LOOP_WITHOUT_WAIT or DECISION_TOO_LARGE.</exception>
    public void Take(ActivityId activity, int events)
    {
        stepsByActivity[activity] = stepsByActivity.GetValueOrDefault(activity) + 1;
        if (++steps > limits.StepsPerDecision)
            throw new OverBudgetException(RefusalCode.LoopWithoutWait, [.. stepsByActivity.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(5).Select(s => s.Key.Text)]);
        if (events > limits.EventsPerDecision)
            throw new OverBudgetException(RefusalCode.DecisionTooLarge, [activity.Text]);
    }
}

/// <summary>Ends a run that went over its budget; everything after the cause is dropped.</summary>
sealed class OverBudgetException(string code, ImmutableArray<string> arguments) : Exception(code)
{
    public string Code { get; } = code;
    public ImmutableArray<string> Arguments { get; } = arguments;
}
