namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// Sentences that must be true after every decision, whoever took it. The law of this file: a function of state alone, and only of what
/// a decision changed. Each rule says what does not hold, under a key that stays the same; what did not hold before and did not become
/// worse refuses nothing, so that an old mistake never blocks a household, and is listed (<see cref="Staand"/>) instead. That there are
/// never two casusregisseurs needs no rule here: the household has one place for him.
/// </summary>
public static class Huishoudenregels
{
    /// <summary>What a decision broke or made worse.</summary>
    public static IReadOnlyList<Refusal> Controleer(Huishouden voor, Huishouden na)
    {
        var was = Staand(voor).ToDictionary(a => a.Sleutel, a => a.Ernst, StringComparer.Ordinal);
        return
        [
            .. Staand(na).Where(a => !was.TryGetValue(a.Sleutel, out var ernst) || a.Ernst > ernst).Select(a => a.Regel),
            .. na.Dossiers.Values.Where(d => !ReferenceEquals(d, voor.Dossier(d.Id))).SelectMany(d => Overgang(voor, na, d)),
        ];
    }

    /// <summary>Everything that does not hold now.</summary>
    public static IEnumerable<Regelafwijking> Staand(Huishouden h) =>
        h.Ondersteuning.SelectMany(o => VanOndersteuning(h, o)).Concat(h.Dossiers.Values.SelectMany(VanDossier));

    static IEnumerable<Regelafwijking> VanOndersteuning(Huishouden h, Ondersteuning o)
    {
        if (o is { Status: Ondersteuningsstatus.Loopt, IsMaatwerk: true } && !o.Titel.Draagt(o.Vorm))
            yield return Van("titel", Refusal.Of(Huishoudcode.MaatwerkZonderTitel, o.Id.Text, Nodig(o.Vorm)), o.Titel.Ontbreekt(o.Vorm));
        foreach (var (wat, op, oorzaak, na) in Dagen(("de laatste dag", o.Einde, "de eerste dag", o.Start), ("de evaluatie", o.Loopt ? o.Evaluatiedatum : null, "de eerste dag", o.Start)))
            yield return Van(wat, TeVroeg(wat, op, oorzaak, na), na.DayNumber - op.DayNumber);
        // Nothing is given to who died; that it runs is worse than that it was granted, and that worse than that it was proposed.
        if (h.IsOverleden(o.Persoon) && Gegeven(o.Status) is > 0 and var ernst)
            yield return Van("overleden", Refusal.Of(Huishoudcode.PersoonOverleden), ernst);

        Regelafwijking Van(string regel, Refusal zin, int ernst) => new($"{regel}:{o.Id}", o.Dossier, o.Id, zin, ernst);
    }

    static int Gegeven(Ondersteuningsstatus status) => status switch
    {
        Ondersteuningsstatus.Voorgesteld => 1,
        Ondersteuningsstatus.Toegekend => 2,
        Ondersteuningsstatus.Loopt or Ondersteuningsstatus.Overbrugd => 3,
        Ondersteuningsstatus.NietGestart or Ondersteuningsstatus.Beeindigd or Ondersteuningsstatus.Afgewezen or Ondersteuningsstatus.Vervallen => 0,
    };

    static IEnumerable<Regelafwijking> VanDossier(Dossier d)
    {
        if (d.Behandelaar is null && (d.Verslag is not null || d.Besluit is not null))
            yield return new($"behandelaar:{d.Id}", d.Id, null, Refusal.Of(Huishoudcode.BehandelaarOntbreekt, d.Id.Text), 1);
        foreach (var (wat, op, oorzaak, na) in Dagen(
            ("de bevestiging", d.OntvangstBevestigd, "de melding", d.Ontvangen),
            ("het gesprek", d.Onderzoek.Gesprek?.Op, "de melding", d.Ontvangen),
            ("het verslag", d.Verslag?.Op, "de melding", d.Ontvangen),
            ("de aanvraag", d.Aanvraag?.Ontvangen, "de melding", d.Ontvangen),
            ("het besluit", d.Besluit?.Opgesteld, "de aanvraag", d.Aanvraag?.Ontvangen),
            ("de vaststelling", d.Besluit?.Vastgesteld, "het besluit", d.Besluit?.Opgesteld),
            ("de bekendmaking", d.Besluit?.Bekendgemaakt, "de vaststelling", d.Besluit?.Vastgesteld)))
        {
            yield return new($"{wat}:{d.Id}", d.Id, null, TeVroeg(wat, op, oorzaak, na), na.DayNumber - op.DayNumber);
        }
    }

    /// <summary>What may not happen, whatever is there afterwards: a dossier that had a behandelaar keeps one, and no melding, letter or appointment is for who died; what his heirs do, such as bezwaar, may be recorded.</summary>
    static IEnumerable<Refusal> Overgang(Huishouden voor, Huishouden na, Dossier d)
    {
        var was = voor.Dossier(d.Id);
        if (d is { Behandelaar: null, Verslag: null, Besluit: null } && was?.Behandelaar is not null)
            yield return Refusal.Of(Huishoudcode.BehandelaarOntbreekt, d.Id.Text);
        if (na.IsOverleden(d.Client) && (was is null ? d.IsOpen : voor.IsOverleden(d.Client) && IsAangeschreven(was, d)))
            yield return Refusal.Of(Huishoudcode.PersoonOverleden);
    }

    static bool IsAangeschreven(Dossier was, Dossier d) =>
        d.OntvangstBevestigd != was.OntvangstBevestigd || d.Verslag != was.Verslag || d.Aanvraag != was.Aanvraag || d.Besluit?.Bekendgemaakt != was.Besluit?.Bekendgemaakt
        || d.Onderzoek.Afspraak != was.Onderzoek.Afspraak || d.AanvraagrechtVerteld != was.AanvraagrechtVerteld;

    internal static string Nodig(Ondersteuningsvorm vorm) => vorm switch
    {
        Ondersteuningsvorm.Pgb => "een beschikking en een goedgekeurd budgetplan",
        Ondersteuningsvorm.Spoed => "een besluit en een opdracht in één keer",
        Ondersteuningsvorm.AndereWet => "de grond in de andere wet",
        // Netwerk and algemeen need no ground at all; if ever asked, the answer is the strictest.
        Ondersteuningsvorm.Natura or Ondersteuningsvorm.Algemeen or Ondersteuningsvorm.Netwerk => "een beschikking en een opdracht aan een aanbieder",
    };

    /// <summary>No date precedes its cause: those that do.</summary>
    static IEnumerable<(string Wat, DateOnly Op, string Oorzaak, DateOnly Na)> Dagen(params IEnumerable<(string Wat, DateOnly? Op, string Oorzaak, DateOnly? Na)> data) =>
        data.Where(x => x.Op < x.Na).Select(x => (x.Wat, x.Op!.Value, x.Oorzaak, x.Na!.Value));

    static Refusal TeVroeg(string wat, DateOnly op, string oorzaak, DateOnly na) =>
        Refusal.Of(Huishoudcode.DatumVoorOorzaak, wat, Schrijfwijze.Dag(op), oorzaak, Schrijfwijze.Dag(na));
}
