using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// The form of a task: in the version that its flow pins when the task opens, and asked again in exactly that version
/// when it is completed.
/// </summary>
public static class Taakformulier
{
    /// <summary>The name by which conditions of a form read the way out that was chosen.</summary>
    public const string Uitkomst = "uitkomst";

    /// <summary>The form that a step asks; null for a step without questions.</summary>
    internal static Formulier? Van(Stap stap, ActivityContext c) =>
        (Vastgelegd.Getekend(stap, c, Documentsoort.Formulier) ?? stap.Formulier) is { } id ? Vastgelegd.Document<Formulier>(c, Documentsoort.Formulier, id) : null;

    /// <param name="verwijzing">As <see cref="Verwijzing"/> wrote it.</param>
    public static Formulier? Gepind(Given given, string? verwijzing) =>
        verwijzing is null ? null : given.Find<Formulier>($"formulier:{verwijzing}") ?? throw new StepFailed(Huishoudcode.FormulierNietGevonden, verwijzing);

    public static string Verwijzing(Formulier formulier) => $"{formulier.Id}@{formulier.Versie}";

    /// <summary>The answers without what the form does not ask.</summary>
    public static JsonObject Schoon(Formulier formulier, JsonObject antwoorden, Func<string, JsonObject, bool?> zichtbaar) =>
        FormulierOpschoning.SchoonOp(formulier, antwoorden, zichtbaar);

    /// <summary>The conditions of a form on a dossier, with the way out that was chosen.</summary>
    public static Voorwaarden Voorwaarden(Formulier formulier, Huishouden huishouden, DossierId? dossier, string? uitkomst, Kalender kalender, DateTimeOffset now) =>
        new(formulier, () => Rondom(huishouden, dossier, uitkomst), kalender.Feel(now));

    static FeelContext Rondom(Huishouden huishouden, DossierId? dossier, string? uitkomst) =>
        HuishoudenContext.Van(huishouden, dossier).With(Uitkomst, uitkomst is null ? FeelNull.Instance : new FeelString(uitkomst));

    /// <summary>What was said before, for who has the task now: what is not told on was said to somebody else. In a shielded stream everybody who is in it knows it.</summary>
    internal static JsonObject Doorgegeven(Invulling stap, JsonObject vooraf) =>
        stap.Formulier is { } formulier && !stap.Huishouden.IsAfgeschermd ? Afgeschermdevelden.Zonder(formulier, vooraf) : vooraf;

    /// <summary>
    /// What was answered, with what was withheld from who answered it: only the behandelaar gets what is not told on, so somebody else who leaves it empty
    /// takes nothing away.
    /// </summary>
    internal static JsonObject MetIngehouden(Formulier formulier, ActivityContext c, TaskAnswer antwoord)
    {
        var h = (Huishouden)c.Domain;
        return antwoord.Task.Answers is not { } bewaard || h.IsAfgeschermd || (h.Dossier(c.Dossier)?.Behandelaar?.Id is { } behandelaar && behandelaar == antwoord.By.User) || Antwoordmaat.Toets(antwoord.Answers) is not null
            ? antwoord.Answers : Afgeschermdevelden.Aangevuld(formulier, antwoord.Answers, bewaard.AsObject());
    }

    /// <summary>What the fields' own sources fill in beforehand.</summary>
    public static JsonObject Vooraf(Formulier formulier, Invulling stap)
    {
        var vooraf = new JsonObject();
        var rondom = new Lazy<FeelContext>(() => Rondom(stap.Huishouden, stap.Id, null));
        foreach (var veld in formulier.Velden)
        {
            if (veld.Bron is { } bron && Feel.Parse(bron).Expression is { } expressie
                && expressie.Evaluate(rondom.Value, stap.Kalender.Feel(stap.Context.Now)).Value.ToJson() is { } waarde)
            {
                vooraf[veld.Id] = waarde;
            }
        }
        return vooraf;
    }
}
