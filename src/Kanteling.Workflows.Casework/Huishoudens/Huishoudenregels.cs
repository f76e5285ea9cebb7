namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// Sentences that must be true after every decision, whoever took it. Only what a decision changed is looked at: an old
/// mistake must not block a household. That there are never two casusregisseurs needs no rule here: the household has
/// one place for him.
/// </summary>
public static class Huishoudenregels
{
    public static IReadOnlyList<Refusal> Controleer(Huishouden voor, Huishouden na) =>
    [
        .. na.Ondersteuning.Where(o => !ReferenceEquals(o, voor.MetId(o.Id))).SelectMany(o => Ondersteuningsregels(o).Concat(VanOverledene(na, o))),
        .. na.Dossiers.Values.Where(d => !ReferenceEquals(d, voor.Dossier(d.Id))).SelectMany(d => Dossierregels(voor.Dossier(d.Id), d).Concat(VanOverledene(voor, na, d))),
    ];

    static IEnumerable<Refusal> Ondersteuningsregels(Ondersteuning o)
    {
        if (o is { Status: Ondersteuningsstatus.Loopt, IsMaatwerk: true } && !o.Titel.Draagt(o.Vorm))
            yield return Refusal.Of(Huishoudcode.MaatwerkZonderTitel, o.Id, Nodig(o.Vorm));
        foreach (var fout in Volgorde([("de laatste dag", o.Einde, "de eerste dag", o.Start), ("de evaluatie", o.Loopt ? o.Evaluatiedatum : null, "de eerste dag", o.Start)]))
            yield return fout;
    }

    /// <summary>Nothing is given to who died.</summary>
    static IEnumerable<Refusal> VanOverledene(Huishouden na, Ondersteuning o) =>
        na.IsOverleden(o.Persoon) && o.Status is (Ondersteuningsstatus.Voorgesteld or Ondersteuningsstatus.Toegekend or Ondersteuningsstatus.Loopt or Ondersteuningsstatus.Overbrugd)
            ? [Refusal.Of(Huishoudcode.PersoonOverleden)]
            : [];

    /// <summary>No melding, letter or appointment for who died; what his heirs do, such as bezwaar, may be recorded.</summary>
    static IEnumerable<Refusal> VanOverledene(Huishouden voor, Huishouden na, Dossier d)
    {
        if (!na.IsOverleden(d.Client))
            return [];
        var was = voor.Dossier(d.Id);
        var aangeschreven = was is null ? d.IsOpen
            : voor.IsOverleden(d.Client) && (d.OntvangstBevestigd != was.OntvangstBevestigd || d.Verslag != was.Verslag || d.Aanvraag != was.Aanvraag
                || d.Besluit?.Bekendgemaakt != was.Besluit?.Bekendgemaakt || d.Onderzoek.Afspraak != was.Onderzoek.Afspraak || d.AanvraagrechtVerteld != was.AanvraagrechtVerteld);
        return aangeschreven ? [Refusal.Of(Huishoudcode.PersoonOverleden)] : [];
    }

    internal static string Nodig(Ondersteuningsvorm vorm) => vorm switch
    {
        Ondersteuningsvorm.Pgb => "een beschikking en een goedgekeurd budgetplan",
        Ondersteuningsvorm.Spoed => "een besluit en een opdracht in één keer",
        Ondersteuningsvorm.AndereWet => "de grond in de andere wet",
        // Netwerk and algemeen need no ground at all; if ever asked, the answer is the strictest.
        Ondersteuningsvorm.Natura or Ondersteuningsvorm.Algemeen or Ondersteuningsvorm.Netwerk => "een beschikking en een opdracht aan een aanbieder",
    };

    static IEnumerable<Refusal> Dossierregels(Dossier? voor, Dossier na)
    {
        if (na.Behandelaar is null && (voor?.Behandelaar is not null || na.Verslag is not null || na.Besluit is not null))
            yield return Refusal.Of(Huishoudcode.BehandelaarOntbreekt, na.Id);
        foreach (var fout in Volgorde(
        [
            ("de bevestiging", na.OntvangstBevestigd, "de melding", na.Ontvangen),
            ("het gesprek", na.Onderzoek.Gesprek?.Op, "de melding", na.Ontvangen),
            ("het verslag", na.Verslag?.Op, "de melding", na.Ontvangen),
            ("de aanvraag", na.Aanvraag?.Ontvangen, "de melding", na.Ontvangen),
            ("het besluit", na.Besluit?.Opgesteld, "de aanvraag", na.Aanvraag?.Ontvangen),
            ("de vaststelling", na.Besluit?.Vastgesteld, "het besluit", na.Besluit?.Opgesteld),
            ("de bekendmaking", na.Besluit?.Bekendgemaakt, "de vaststelling", na.Besluit?.Vastgesteld),
        ]))
        {
            yield return fout;
        }
    }

    /// <summary>No date precedes its cause.</summary>
    static IEnumerable<Refusal> Volgorde(IEnumerable<(string Wat, DateOnly? Op, string Oorzaak, DateOnly? Na)> data) =>
        data.Where(x => x.Op < x.Na).Select(x => Refusal.Of(Huishoudcode.DatumVoorOorzaak, x.Wat, Schrijfwijze.Dag(x.Op!.Value), x.Oorzaak, Schrijfwijze.Dag(x.Na!.Value)));
}
