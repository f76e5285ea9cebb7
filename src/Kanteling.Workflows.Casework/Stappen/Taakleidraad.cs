using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>The conversation guide of a task, pinned like its form, so that a talk names the guide that was at the table (seed K6).</summary>
public static class Taakleidraad
{
    const string Leidraad = "leidraad";

    public static string Sleutel(string id) => $"leidraad:{id}";

    public static string Sleutel(string id, int versie) => $"leidraad:{id}@{versie}";

    /// <summary>Id and version as pinned by this task, such as <c>gesprek@1</c>; null when it has no guide.</summary>
    public static string? Verwijzing(Instance stroom, WorkTask taak) => stroom.Variables.GetValueOrDefault(new VariableKey(taak.Execution, Leidraad))?.Value?.ToString();

    internal static DocumentReference? Verwijzing(Invulling s) =>
        s.Context.Local(Leidraad)?.ToString() is { } pin && s.Context.Given.Find<Brieven.Leidraad>($"leidraad:{pin}") is { } leidraad ? Documentverwijzing.Van(leidraad) : null;

    internal static IEnumerable<Effect> Pin(Stap stap, Invulling s)
    {
        var getekend = stap.Leidraad is null ? null : s.Context.Text(Leidraad);
        if ((getekend ?? stap.Leidraad) is not { } id)
            return [];
        return s.Context.Given.Find<Brieven.Leidraad>(Sleutel(id)) is { } leidraad ? [new SetLocal(Leidraad, $"{leidraad.Id}@{leidraad.Versie}")]
            : getekend is null ? []
            : throw new StepFailed(Briefcode.LeidraadNietGevonden, id);
    }
}
