using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>What was expected beside what is, as sentences.</summary>
static class Scenariovergelijking
{
    /// <summary>A refusal that was not expected, one that did not come, or another one.</summary>
    public static string? Weigering(string? verwacht, Answer antwoord) => (verwacht, antwoord) switch
    {
        (null, Answer.Refused geweigerd) => $"geweigerd: {Scenariospeler.Zin(geweigerd.Refusals)}",
        ({ } code, Answer.Done) => $"verwacht was de weigering {code}, maar het ging door.",
        ({ } code, Answer.Refused geweigerd) when geweigerd.Refusals.All(r => r.Code != code) => $"verwacht was de weigering {code}, het werd {Scenariospeler.Zin(geweigerd.Refusals)}",
        _ => null,
    };

    public static IEnumerable<string> Verschillen(Verwachting verwacht, Case zaak, Scenariospoor spoor, Proefopstelling opstelling, DefinitionId flow, DateTimeOffset nu) =>
    [
        .. verwacht.Einde.Select(e => Einde(e.Key.Length == 0 ? flow : new(e.Key), e.Value, spoor)).OfType<string>(),
        .. Taken(verwacht, zaak),
        .. verwacht.Termijnen.Select(t => Termijn(t, zaak, spoor)).OfType<string>(),
        .. verwacht.Waar.Select(feel => Waar(feel, zaak, opstelling, nu)).OfType<string>(),
        .. verwacht.NietGebeurd.Where(spoor.Gebeurd.Contains).Select(a => $"{a} had niet mogen gebeuren, maar gebeurde."),
        .. verwacht.WelGebeurd.Where(a => !spoor.Gebeurd.Contains(a)).Select(a => $"{a} had moeten gebeuren, maar gebeurde niet."),
    ];

    static string? Einde(DefinitionId flow, string verwacht, Scenariospoor spoor) =>
        !spoor.Einden.TryGetValue(flow, out var namen) ? $"verwacht was het einde \"{verwacht}\" van {flow}, maar die flow is niet geëindigd."
        : namen.Contains(verwacht) ? null
        : $"verwacht was het einde \"{verwacht}\" van {flow}, het werd \"{namen.FirstOrDefault()}\".";

    static IEnumerable<string> Taken(Verwachting verwacht, Case zaak)
    {
        if (verwacht.Taken is not { } taken)
            yield break;
        var open = Scenariospeler.Opsomming(zaak.OpenTasks.Select(t => t.ActivityId));
        if (open != Scenariospeler.Opsomming(taken))
            yield return $"verwacht waren de open taken {Scenariospeler.Opsomming(taken)}; open zijn {open}.";
    }

    static string? Termijn(VerwachteTermijn verwacht, Case zaak, Scenariospoor spoor)
    {
        var dagen = zaak.Termijnen().Where(d => spoor.Taak(d)?.Text == verwacht.Naam || (d.Instance is null && d.Key.Contains(verwacht.Naam, StringComparison.Ordinal)))
            .Select(d => d.LastDay ?? LocalTime.DayOf(d.DueAt))
            .Concat(zaak.OpenTasks.Where(t => t.ActivityId.Text == verwacht.Naam && t.Due is not null).Select(t => t.Due!.LastDay ?? LocalTime.DayOf(t.Due.DueAt))).Distinct().Order().ToList();
        if (verwacht.LaatsteDag is not { } dag)
            return dagen.Count == 0 ? null : $"de termijn {verwacht.Naam} had niet mogen lopen, maar loopt tot en met {Schrijfwijze.Dag(dagen[0])}.";
        return dagen.Contains(dag) ? null
            : $"verwacht was de termijn {verwacht.Naam} tot en met {Schrijfwijze.Dag(dag)}; {(dagen.Count == 0 ? $"die loopt niet. Er lopen: {Scenariospeler.Opsomming(zaak.Termijnen().Select(d => spoor.Taak(d)?.Text ?? d.Key).Distinct())}." : $"het is {string.Join(" en ", dagen.Select(Schrijfwijze.Dag))}.")}";
    }

    static string? Waar(string feel, Case zaak, Proefopstelling opstelling, DateTimeOffset nu)
    {
        if (Feel.Parse(feel) is not { Expression: { } expressie } gelezen)
            return $"\"{feel}\" is geen FEEL: {Feel.Parse(feel).Errors[0].Code}.";
        var dossier = zaak.Instances.Values.Select(i => i.Dossier).FirstOrDefault(d => d is not null) ?? new DossierId("d1");
        var uitkomst = expressie.Evaluate(opstelling.Domein.Context(zaak.Domain, dossier), new FeelEnvironment(nu, LocalTime.Zone));
        return uitkomst.Value is FeelBoolean { Value: true } ? null : $"verwacht was dat dit waar is: {feel}; het is {uitkomst.Value.ToJson()?.ToJsonString() ?? "niet te zeggen"}.";
    }
}
