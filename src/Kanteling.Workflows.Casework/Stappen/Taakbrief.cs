using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// The letter of a task: in the version that its flow pins, recorded as sent when the task is completed.
/// </summary>
public static class Taakbrief
{
    /// <summary>The value of the step in which it stands.</summary>
    internal const string Brief = "brief";

    const string Kanaal = "kanaal";
    const string VerzondenOp = "verzondenOp";

    /// <summary>What is read of the answers of any step, when its form asks it.</summary>
    internal static readonly ImmutableArray<Leesveld> Leest = [Leesveld.MagKeuze<Huishoudens.Kanaal>(Kanaal), Leesveld.Mag(VerzondenOp, VeldSoort.Datum)];

    /// <summary>Id and version as pinned by this task, such as <c>verslag@1</c>; null when it has no letter.</summary>
    public static string? Verwijzing(Instance stroom, WorkTask taak) => stroom.Variables.GetValueOrDefault(new VariableKey(taak.Execution, Brief))?.Value?.ToString();

    /// <summary>The letter of a step, such as <c>verslag@1</c>; null when it sends none.</summary>
    internal static string? Pin(Stap stap, Invulling s)
    {
        if ((Vastgelegd.Getekend(stap, s.Context, Documentsoort.Brief) ?? stap.BriefKeuze?.Invoke(s) ?? stap.Brief) is not { } id)
            return stap.BriefNodig ? throw new StepFailed(Briefcode.BriefOntbreekt) : null;
        // Nothing is addressed to who died.
        if (s.Huishouden.IsOverleden(s.Dossier.Client))
            return null;
        var brief = Vastgelegd.Document<Brieven.Brief>(s.Context, Documentsoort.Brief, id);
        return $"{brief.Id}@{brief.Versie}";
    }

    /// <summary>That the letter went out. When the form asks how or when, it went out only if that was answered; else completing the step says so.</summary>
    internal static IEnumerable<object> Verzonden(Invulling s)
    {
        if (Gepind(s) is not { } brief || s.Huishouden.IsOverleden(s.Dossier.Client))
            yield break;
        var gevraagd = s.Formulier?.Velden.Any(v => v.Id is Kanaal or VerzondenOp) == true;
        if (!gevraagd || s.Tekst(Kanaal) is not null || s.Antwoorden.Dag(VerzondenOp) is not null)
            yield return new BriefVerzonden(s.Id, Documentverwijzing.Van(brief), s.Dossier.Client, s.Antwoorden.Keuze<Huishoudens.Kanaal>(Kanaal) ?? Huishoudens.Kanaal.Post, s.Dag(VerzondenOp));
    }

    static Brieven.Brief? Gepind(Invulling s) => s.Context.Local(Brief)?.ToString() is { } pin ? s.Context.Given.Find<Brieven.Brief>($"brief:{pin}") : null;
}
