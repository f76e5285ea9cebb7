using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// What was found in a drawing, as a Dutch sentence that says where: by the words that stand in the drawing, never by an id
/// when there are words. Total: a finding without a sentence gives its code.
/// </summary>
public static class Tekeningzin
{
    /// <param name="definitie">The drawing; null when it could not be read, and only ids are known.</param>
    /// <param name="catalogus">For the names of inputs and ports.</param>
    public static string Van(Finding bevinding, WorkflowDefinition? definitie, ActivityCatalogue? catalogus)
    {
        var stap = bevinding.ActivityId is { } id ? definitie?.Nodes.GetValueOrDefault(id) : null;
        var soort = stap is null ? null : catalogus?.Find(stap) is { } gevonden ? Elsawoorden.InHetNederlands(gevonden) : null;
        var argumenten = Argumenten(bevinding, definitie, stap, soort);
        return Plek(bevinding, stap) + Tekeningzinnen.Van(bevinding.Code, argumenten);
    }

    /// <summary>A flow around everything is no place; within a container both are named.</summary>
    static string Plek(Finding bevinding, ActivityNode? stap) => stap switch
    {
        null => bevinding.ActivityId is { Text: { Length: > 0 } id } ? $"Stap ‘{Kort(id)}’: " : "",
        { Parent: null } => "",
        { Parent.Parent: not null } => $"Stap ‘{stap.DisplayText}’ (in ‘{stap.Parent.DisplayText}’): ",
        _ => $"Stap ‘{stap.DisplayText}’: ",
    };

    static string[] Argumenten(Finding f, WorkflowDefinition? definitie, ActivityNode? stap, ActivityDescriptor? soort) => f.Code switch
    {
        FindingCode.ExpressionInvalid => [Invoer(f, 0, stap, soort), Tekeningzinnen.VanUitdrukking(Arg(f, 1), Arg(f, 3)), Arg(f, 2)],
        FindingCode.ExpressionNotExecutable or FindingCode.InputRequired or FindingCode.InputNotFixed or FindingCode.InputUnknown or FindingCode.VariableUnknown or FindingCode.TimeInvalid => [Invoer(f, 0, stap, soort), .. Rest(f, 1)],
        FindingCode.BackwardConnectionInvalid or FindingCode.ConnectionToUnknownActivity or FindingCode.ConnectionDuplicate =>
            [Stap(Arg(f, 0), definitie), Poort(Arg(f, 1), soort), Stap(Arg(f, 2), definitie)],
        FindingCode.PortUnknown => [Poort(Arg(f, 0), soort), string.Join(", ", Arg(f, 1).Split(", ").Select(p => Poort(p, soort)))],
        FindingCode.DeadEnd => [Poort(Arg(f, 0), soort)],
        FindingCode.JoinNeverFires => [Stap(Arg(f, 0), definitie), Keuzepoort(f, 1, definitie), Keuzepoort(f, 2, definitie)],
        FindingCode.RaceWithoutWaitAny => [Stap(Arg(f, 0), definitie), Stap(Arg(f, 1), definitie)],
        FindingCode.TriggerClash => [Stap(Arg(f, 0), definitie)],
        FindingCode.LoopWithoutWait => [string.Join(", ", Arg(f, 0).Split(',').Select(id => $"‘{Stap(id.Trim(), definitie)}’"))],
        FindingCode.DefinitionTooLarge or FindingCode.DefinitionTooDeep => [Wat(Arg(f, 0)), Arg(f, 1)],
        _ => [.. f.Arguments.Select(Kort)],
    };

    static string Invoer(Finding f, int nummer, ActivityNode? stap, ActivityDescriptor? soort)
    {
        var naam = Arg(f, nummer);
        return soort?.Inputs.FirstOrDefault(i => i.Name.Equals(naam, StringComparison.OrdinalIgnoreCase))?.DisplayName
            ?? soort?.Outputs.FirstOrDefault(u => u.Name.Equals(naam, StringComparison.OrdinalIgnoreCase))?.DisplayName
            ?? (stap?.Cases.FirstOrDefault(c => c.Label == naam)?.Label ?? naam);
    }

    static string Keuzepoort(Finding f, int nummer, WorkflowDefinition? definitie) => definitie?.Nodes.GetValueOrDefault(new(Arg(f, 0))) is null ? Arg(f, nummer) : Elsawoorden.Poort(Arg(f, nummer));

    static string Poort(string naam, ActivityDescriptor? soort) => soort?.Ports.FirstOrDefault(p => p.Name == naam)?.DisplayName ?? Elsawoorden.Poort(Kort(naam));

    static string Stap(string id, WorkflowDefinition? definitie) => definitie?.Nodes.GetValueOrDefault(new(id))?.DisplayText ?? Kort(id);

    static string Wat(string wat) => wat switch { "bytes" => "tekens", "activities" => "stappen", "connections" => "pijlen", "json" => "lagen", _ => wat };

    static IEnumerable<string> Rest(Finding f, int vanaf) => f.Arguments.Skip(vanaf).Select(Kort);

    static string Arg(Finding f, int nummer) => nummer < f.Arguments.Length ? f.Arguments[nummer] : "…";

    /// <summary>What an author wrote may be a book; in a sentence it is a phrase.</summary>
    static string Kort(string tekst) => tekst.Length <= 120 ? tekst : tekst[..120] + "…";
}
