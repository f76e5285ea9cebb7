using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>The conversation guide of a task, pinned like its form, so that a talk names the guide that was at the table (seed K6).</summary>
public static class Taakleidraad
{
    /// <summary>The value of the step in which it stands.</summary>
    internal const string Leidraad = "leidraad";

    /// <summary>Id and version as pinned by this task, such as <c>gesprek@1</c>; null when it has no guide.</summary>
    public static string? Verwijzing(Instance stroom, WorkTask taak) => stroom.Variables.GetValueOrDefault(new VariableKey(taak.Execution, Leidraad))?.Value?.ToString();

    internal static DocumentReference? Verwijzing(Invulling s) =>
        s.Context.Local(Leidraad)?.ToString() is { } pin && s.Context.Given.Find<Brieven.Leidraad>($"leidraad:{pin}") is { } leidraad ? Documentverwijzing.Van(leidraad) : null;

    /// <summary>The guide of a step, such as <c>gesprek@1</c>; null when it has none.</summary>
    internal static string? Pin(Stap stap, Invulling s)
    {
        if (stap.Leidraad is not { } eigen)
            return null;
        var leidraad = Vastgelegd.Document<Brieven.Leidraad>(s.Context, Documentsoort.Leidraad, Vastgelegd.Getekend(stap, s.Context, Documentsoort.Leidraad) ?? eigen);
        return $"{leidraad.Id}@{leidraad.Versie}";
    }
}
