namespace Kanteling.Workflows;

/// <summary>
/// What a step, or the domain, threw that nobody foresaw, for the log of the host. Never the message of the exception nor what hangs on it:
/// those may hold personal data. It is not stored; the case has an incident.
/// </summary>
/// <param name="Activity">Id of the activity in its drawing; of the domain, the key of its date or the id of the stream.</param>
/// <param name="Exception">Full name of the type that was thrown.</param>
/// <param name="Stack">Where it was thrown, method by method; of what lay beneath it too.</param>
public sealed record StepFailure(string Activity, string Exception, string Stack)
{
    internal static StepFailure Of(string activity, Exception thrown)
    {
        var stack = thrown.StackTrace ?? "";
        for (var inner = thrown.InnerException; inner is not null; inner = inner.InnerException)
            stack += $"\n--- {inner.GetType().FullName}\n{inner.StackTrace}";
        return new(activity, thrown.GetType().FullName!, stack);
    }
}
