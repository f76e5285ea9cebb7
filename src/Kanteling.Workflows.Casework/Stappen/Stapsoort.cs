using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// Makes an activity kind of a row of the table. What all human steps have in common stands here, once: a task with its
/// form, address, last day, reminder and reason; answers that are cleaned and looked at before they are taken; facts that
/// follow from them.
/// </summary>
public static class Stapsoort
{
    const string Herinnering = "herinnering";
    const string LaatsteDag = "termijn";
    const string Formulier = "formulier";

    public static ActivityKind Van(Stap stap) =>
        new(Stapbeschrijving.Van(stap), c => Begin(Rij(stap, c), c), (c, stimulus) => Verder(Rij(stap, c), c, stimulus))
        {
            Judge = (c, antwoord) => Beoordeel(Rij(stap, c), c, antwoord),
            Again = (c, taak) => Opnieuw(Rij(stap, c), c, taak),
            FollowsMoves = true,
        };

    static Stap Rij(Stap stap, ActivityContext c) => stap.Rij?.Invoke(c) ?? stap;

    static ImmutableArray<Effect> Begin(Stap stap, ActivityContext c)
    {
        var formulier = Taakformulier.Van(stap, c);
        var begin = Invulling.Van(c, [], "", null, formulier).Voor(stap);
        if (!stap.OokNaOverlijden && begin.Huishouden.IsOverleden(begin.Dossier.Client))
            throw new StepFailed(Huishoudcode.PersoonOverleden);
        if (stap.Vanzelf(begin) is { } vanzelf)
            return [new Complete(vanzelf)];
        var due = TermijnVan(stap, c, begin, begin.Vandaag);
        var feiten = stap.BijBegin(begin).Select(feit => new Happened(feit));
        if (stap.WegNaTermijn is { } weg && due?.DueAt <= c.Now)
            return [.. feiten, .. stap.NaTermijn(begin).Select(feit => new Happened(feit)), new Complete(weg)];
        return [.. feiten, .. Documenten(stap, begin), Taak(stap, c, begin, due), .. Momenten(stap, c, due)];
    }

    static TaskDue? TermijnVan(Stap stap, ActivityContext c, Invulling s, DateOnly sinds) => Taaktermijn.Bereken(stap.Haast(s) ?? c.Text("termijn") ?? stap.Termijn, s, sinds);

    static string? Getekend(Stap stap, ActivityContext c, string invoer) => stap.IsRij ? null : c.Text(invoer);

    /// <summary>What the task works with, as values of the step; nothing for what it has already.</summary>
    static IEnumerable<Effect> Documenten(Stap stap, Invulling s) =>
        new (string Naam, string? Verwijzing)[]
        {
            (Formulier, s.Formulier is { } formulier ? Taakformulier.Verwijzing(formulier) : null), (Taakbrief.Brief, Taakbrief.Pin(stap, s)), (Taakleidraad.Leidraad, Taakleidraad.Pin(stap, s)),
        }
        .Where(d => d.Verwijzing != s.Context.Local(d.Naam)?.ToString()).Select(d => new SetLocal(d.Naam, d.Verwijzing));

    /// <summary>An open task of an instance that was moved goes on with what its new version pins.</summary>
    static ImmutableArray<Effect> Verplaatst(Stap stap, ActivityContext c)
    {
        var nu = Invulling.Van(c, [], "", null, Taakformulier.Van(stap, c)).Voor(stap);
        var formulier = nu.Formulier is null ? null : Documentverwijzing.Van(nu.Formulier);
        ImmutableArray<Effect> anders = [.. Documenten(stap, nu)];
        return anders.IsEmpty && formulier == c.OpenTask?.Form ? [] : [.. anders, new RenewTask(formulier)];
    }

    static OpenTask Taak(Stap stap, ActivityContext c, Invulling begin, TaskDue? due)
    {
        var vooraf = begin.Formulier is null ? [] : Taakformulier.Vooraf(begin.Formulier, begin);
        foreach (var (veld, waarde) in Taakformulier.Doorgegeven(begin, stap.Vooraf(begin)))
            vooraf[veld] = waarde?.DeepClone();
        return new OpenTask(
            Getekend(stap, c, "titel") ?? stap.Titel, Taakadres.Lees(c.Text("adres") ?? stap.Adres), begin.Formulier is null ? null : Documentverwijzing.Van(begin.Formulier),
            Uitkomsten(stap, c), due, stap.Bronnen, string.Join(" ", ((string?[])[stap.Over(begin), Getekend(stap, c, "toelichting") ?? stap.Waarom]).OfType<string>()), vooraf.Count == 0 ? null : vooraf);
    }

    static ImmutableArray<TaskOutcome> Uitkomsten(Stap stap, ActivityContext c) =>
        stap.EigenUitkomsten ? [.. (c.Texts("uitkomsten") is { IsEmpty: false } eigen ? eigen : Complete.Done).Select(u => new TaskOutcome(u, u == "Done" ? "Klaar" : u))]
        : stap.Poort is not null ? []
        : [.. stap.Wegen.Where(w => w.Poort != stap.WegNaTermijn && IsGetekend(c, w.Poort)).Select(w => new TaskOutcome(w.Poort, w.Label, w.Gevolg))];

    /// <summary>A drawing from before a way out was thought of does not have it: a household on that version is not led into nothing.</summary>
    static bool IsGetekend(ActivityContext c, string poort)
    {
        var getekend = c.Node.Parent?.Connections.Where(x => x.Source == c.Node.Id).Select(x => x.Port).ToList() ?? [];
        return getekend.Count == 0 || getekend.Contains(poort);
    }

    /// <summary>A last day that follows a legal clock or counts working days is not settled when the task opens: the clock may stand still, the calendar may change.</summary>
    static TaskMoments Opnieuw(Stap stap, ActivityContext c, WorkTask taak)
    {
        var due = TermijnVan(stap, c, Invulling.Van(c, [], "", null, null).Voor(stap), LokaleTijd.Dag(taak.OpenedAt));
        return new TaskMoments(due, [.. Momenten(stap, c, due)]);
    }

    static IEnumerable<SetDeadline> Momenten(Stap stap, ActivityContext c, TaskDue? due)
    {
        if (due is null)
            yield break;
        yield return new SetDeadline(LaatsteDag, due.DueAt, due.LastDay, due.Explanation, DeadlineFor.Task);
        if ((c.Number("herinnering") ?? stap.Herinnering) is { } dagen && Taaktermijn.Herinnering(due, (int)dagen, c.Now) is { } moment)
            yield return new SetDeadline(Herinnering, moment, Explanation: [new(Uitlegcode.TaakHerinnering, (int)dagen)], For: DeadlineFor.Task);
    }

    static ImmutableArray<Effect> Verder(Stap stap, ActivityContext c, Stimulus stimulus)
    {
        switch (stimulus)
        {
            case TaskDone gedaan:
                var ingevuld = Invulling.Van(c, gedaan.Answers, gedaan.Outcome, gedaan.By.User, Taakformulier.Gepind(c.Given, c.Local(Formulier)?.ToString())).Voor(stap);
                return [.. stap.Feiten(ingevuld).Concat(Taakbrief.Verzonden(ingevuld)).Select(feit => new Happened(feit)), .. stap.Gevolgen(ingevuld), new Complete(gedaan.Outcome)];
            // That the moment passed is itself a fact of the stream; bell and mail are made from it.
            case DeadlineDue { Key: Herinnering }:
                return [];
            case VersionMoved:
                return Verplaatst(stap, c);
            case DeadlineDue { Key: LaatsteDag } when stap.WegNaTermijn is { } weg:
                return [.. stap.NaTermijn(Invulling.Van(c, [], weg, null, null).Voor(stap)).Select(feit => new Happened(feit)), new Complete(weg)];
            case DeadlineDue { Key: LaatsteDag }:
                return [new EscalateTask((c.Text("escalatie") ?? stap.Escalatie) is { Length: > 0 } naar ? Taakadres.Lees(naar) : null)];
            default:
                throw new StepFailed(Huishoudcode.StimulusOnverwacht, stimulus.GetType().Name);
        }
    }

    /// <summary>Whether the answers can be taken: first the way out, then the form, then what the step itself asks.</summary>
    static AnswerVerdict Beoordeel(Stap stap, ActivityContext c, TaskAnswer antwoord)
    {
        var keuze = stap.Poort is null ? TaskAnswer.JudgeByOutcome(c, antwoord) : new AnswerVerdict("", antwoord.Answers, []);
        if (!keuze.Refusals.IsEmpty)
            return keuze;
        var formulier = antwoord.Task.Form is { } form ? Taakformulier.Gepind(c.Given, $"{form.Id}@{form.Version}") : null;
        var (schoon, fouten) = formulier is null ? ([], []) : Ingevuld(formulier, c, Taakformulier.MetIngehouden(formulier, c, antwoord), keuze.Outcome);
        if (fouten.Count > 0)
            return AnswerVerdict.Refused(fouten);
        var ingevuld = Invulling.Van(c, schoon, keuze.Outcome, antwoord.By.User, formulier).Voor(stap);
        var bezwaren = stap.Bezwaren(ingevuld).ToList();
        return bezwaren.Count > 0 ? AnswerVerdict.Refused(bezwaren) : new AnswerVerdict(stap.Poort?.Invoke(ingevuld) ?? keuze.Outcome, schoon, []);
    }

    static (JsonObject Schoon, List<Refusal> Fouten) Ingevuld(Formulier formulier, ActivityContext c, JsonObject antwoorden, string uitkomst)
    {
        var huishouden = (Huishouden)c.Domain;
        var voorwaarden = Taakformulier.Voorwaarden(formulier, huishouden, c.Dossier, uitkomst, c.Given.Get<Kalender>(Given.CalendarKey), c.Now);
        var schoon = Taakformulier.Schoon(formulier, antwoorden, voorwaarden.Zichtbaar);
        var fouten = FormulierValidatie.Valideer(formulier, schoon, LokaleTijd.Dag(c.Now), voorwaarden.Zichtbaar).Select(fout => fout.Weigering()).ToList();
        return (schoon, fouten.Count > 0 ? fouten : [.. Verwijzingen.Controleer(formulier, schoon, huishouden, c.Given, LokaleTijd.Dag(c.Now))]);
    }
}
