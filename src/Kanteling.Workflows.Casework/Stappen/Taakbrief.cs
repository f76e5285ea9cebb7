using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// The letter of a task: pinned in the version that is current when the task opens, recorded as sent when the task is
/// completed. A letter that the step itself brings may be missing in an installation; one that is drawn may not.
/// </summary>
public static class Taakbrief
{
    const string Brief = "brief";
    const string Kanaal = "kanaal";
    const string VerzondenOp = "verzondenOp";

    /// <summary>What is read of the answers of any step, when its form asks it.</summary>
    internal static readonly ImmutableArray<Leesveld> Leest = [Leesveld.MagKeuze<Huishoudens.Kanaal>(Kanaal), Leesveld.Mag(VerzondenOp, VeldSoort.Datum)];

    public static string Sleutel(string id) => $"brief:{id}";

    public static string Sleutel(string id, int versie) => $"brief:{id}@{versie}";

    /// <summary>Id and version as pinned by this task, such as <c>verslag@1</c>; null when it has no letter.</summary>
    public static string? Verwijzing(Instance stroom, WorkTask taak) => stroom.Variables.GetValueOrDefault(new VariableKey(taak.Execution, Brief))?.Value?.ToString();

    internal static IEnumerable<Effect> Pin(Stap stap, Invulling s, string? getekend)
    {
        if ((getekend ?? stap.BriefKeuze?.Invoke(s) ?? stap.Brief) is not { } id)
            return stap.BriefNodig ? throw new StepFailed(Briefcode.BriefOntbreekt) : [];
        // Nothing is addressed to who died.
        if (s.Huishouden.IsOverleden(s.Dossier.Client))
            return [];
        return s.Context.Given.Find<Brieven.Brief>(Sleutel(id)) is { } brief ? [new SetLocal(Brief, $"{brief.Id}@{brief.Versie}")]
            : getekend is null ? []
            : throw new StepFailed(Briefcode.BriefNietGevonden, id);
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
