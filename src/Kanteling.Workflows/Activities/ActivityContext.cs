using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Activities;

/// <summary>
/// What an activity sees while it decides: its drawing, its values, the case and the domain as they are at this point
/// of the decision. Reading an input evaluates it; a value of the wrong type fails the step with a clear code.
/// </summary>
public sealed class ActivityContext
{
    readonly Func<ActivityContext, ActivityInput, FeelValue> evaluate;

    /// <param name="evaluate">The value of an input, seen from here.</param>
    internal ActivityContext(CompiledDefinition definition, Standing standing, Given given, DateTimeOffset now, Func<ActivityContext, ActivityInput, FeelValue> evaluate)
    {
        (Case, Execution) = (standing.Case, standing.Execution);
        Instance = Case.Instances[standing.Instance];
        Definition = definition;
        Node = definition.Node(Instance.Executions[Execution].ActivityId);
        (Given, Now, this.evaluate) = (given, now, evaluate);
    }

    public CompiledDefinition Definition { get; }
    public ActivityNode Node { get; }
    public Instance Instance { get; }
    public ExecutionId Execution { get; }
    public Case Case { get; }
    public object Domain => Case.Domain;
    public Given Given { get; }

    /// <summary>The moment of this decision, taken once by the front door.</summary>
    public DateTimeOffset Now { get; }

    public DossierId? Dossier => Instance.Dossier;

    /// <summary>Whether this is the trigger that started the instance, reached for the first time.</summary>
    public bool StartedInstance => Instance.StartActivity == Node.Id && !Instance.Executions[Execution].StartedBackward;

    public bool Has(string input) => Node.Inputs.ContainsKey(input);

    /// <summary>The value of an input; null value when it is not set.</summary>
    public FeelValue Value(string input) =>
        Node.Inputs.TryGetValue(input, out var drawn) ? Value(drawn) : FeelNull.Instance;

    public FeelValue Value(ActivityInput input) => evaluate(this, input);

    public JsonNode? Json(string input) => Value(input).ToJson();

    public JsonObject JsonObject(string input) => Json(input) as JsonObject ?? [];

    /// <summary>The input as text; numbers and booleans are written out; null when absent.</summary>
    public string? Text(string input) => Value(input) switch
    {
        FeelNull => null,
        FeelString text => text.Value,
        var other => other.ToJson() is JsonValue value ? value.ToString() : other.ToJson()?.ToJsonString(Workflows.Json.Compact),
    };

    /// <exception cref="StepFailed">INPUT_MISSING: the drawing left it empty, or its expression gave nothing.</exception>
    public string RequiredText(string input) => Text(input) is { Length: > 0 } text ? text : throw Missing(input);

    public TimeSpan RequiredDuration(string input) => Duration(input) ?? throw Missing(input);

    public DateTimeOffset RequiredMoment(string input) => Moment(input) ?? throw Missing(input);

    StepFailed Missing(string input) => new(RefusalCode.InputMissing, Node.DisplayText, input);

    public bool Flag(string input, bool otherwise = false) => Node.Inputs.TryGetValue(input, out var drawn) ? Condition(drawn) : otherwise;

    /// <summary>True or false; anything else is an incident, never silently false. The value itself is not told: it may be personal.</summary>
    /// <exception cref="StepFailed">CONDITION_NOT_BOOLEAN: the activity, the expression, what kind of value it gave.</exception>
    public bool Condition(ActivityInput input) => Value(input) switch
    {
        FeelBoolean boolean => boolean.Value,
        FeelString text when bool.TryParse(text.Value, out var parsed) => parsed,
        var other => throw new StepFailed(RefusalCode.ConditionNotBoolean, Node.DisplayText, input.Text ?? "", other.Type.ToString()),
    };

    public bool RequiredFlag(string input) =>
        Node.Inputs.TryGetValue(input, out var drawn) ? Condition(drawn) : throw Missing(input);

    public decimal? Number(string input) => Value(input) switch
    {
        FeelNull => null,
        FeelNumber number => number.Value,
        FeelString text when decimal.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => throw new StepFailed(RefusalCode.InputNotANumber, Node.DisplayText, input),
    };

    /// <exception cref="StepFailed">INPUT_NOT_A_DURATION, or negative.</exception>
    public TimeSpan? Duration(string input)
    {
        var span = Value(input) switch
        {
            FeelNull => (TimeSpan?)null,
            FeelDayTimeDuration duration => duration.Value,
            FeelString text when ElsaTime.TryParseDuration(text.Value, out var parsed) => parsed,
            _ => throw new StepFailed(RefusalCode.InputNotADuration, Node.DisplayText, input),
        };
        return span < TimeSpan.Zero || span > TimeSpan.FromDays(36_600) ? throw new StepFailed(RefusalCode.InputNotADuration, Node.DisplayText, input) : span;
    }

    /// <exception cref="StepFailed">INPUT_NOT_A_MOMENT.</exception>
    public DateTimeOffset? Moment(string input) => Value(input) switch
    {
        FeelNull => null,
        FeelDateTime moment => moment.Value,
        FeelDate date => LocalTime.StartOf(date.Value),
        FeelString text when ElsaTime.TryParseMoment(text.Value, out var parsed) => parsed,
        _ => throw new StepFailed(RefusalCode.InputNotAMoment, Node.DisplayText, input),
    };

    public DateOnly? Date(string input) => Value(input) switch
    {
        FeelNull => null,
        FeelDate date => date.Value,
        FeelDateTime moment => LocalTime.DayOf(moment.Value),
        FeelString text when DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) => parsed,
        _ => throw new StepFailed(RefusalCode.InputNotADate, Node.DisplayText, input),
    };

    /// <summary>A list of texts: a list, or one text. Empty when not set.</summary>
    public ImmutableArray<string> Texts(string input) => Value(input) switch
    {
        FeelNull => [],
        FeelList list => [.. list.Items.Select(i => (i as FeelString)?.Value ?? i.ToJson()?.ToString() ?? "")],
        FeelString text => [text.Value],
        _ => throw new StepFailed(RefusalCode.InputNotAList, Node.DisplayText, input),
    };

    public ImmutableArray<FeelValue> Items(string input) => Value(input) switch
    {
        FeelNull => [],
        FeelList list => list.Items,
        _ => throw new StepFailed(RefusalCode.InputNotAList, Node.DisplayText, input),
    };

    /// <summary>A value in this execution's own scope, or null.</summary>
    public JsonNode? Local(string name) => Instance.Variables.GetValueOrDefault(new VariableKey(Execution, name))?.Value;

    /// <summary>Numbers of the nested activities that are still under way.</summary>
    public int RunningChildren => Instance.Executions.Values.Count(e => e.Parent == Execution);

    /// <summary>The open task of this execution, or null.</summary>
    public WorkTask? OpenTask => Instance.Waits.Values.OfType<TaskWait>().FirstOrDefault(w => w.Execution == Execution)?.Task;
}

/// <summary>Where an activity stands: an execution of an instance, in a case as it is at one point of a decision.</summary>
readonly record struct Standing(Case Case, InstanceId Instance, ExecutionId Execution);
