using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Looptijden;

/// <summary>
/// The dates that a household has running, and what happens when one passes. The law of this file: the engine keeps its
/// deadlines equal to this list after every change, so a term that passed must leave the list by the very fact that its
/// passing records; otherwise it would pass for ever.
/// </summary>
public static class Huishoudentermijnen
{
    /// <summary>All running terms; keys are <c>kind:dossier</c> or <c>kind:ondersteuning</c>, and <c>bezwaar:dossier:day</c> for an earlier decision.</summary>
    public static IReadOnlyList<Term> Lopend(Huishouden h, Given given)
    {
        var termen = new List<Term>();
        // Who died has no dates any more.
        foreach (var dossier in h.Dossiers.Values.Where(d => !h.IsOverleden(d.Client)))
            termen.AddRange(VanDossier(dossier, given));
        foreach (var ondersteuning in h.Lopend)
            termen.AddRange(VanOndersteuning(ondersteuning));
        foreach (var ondersteuning in h.Ondersteuning.Where(o => o.RustOpBesluit))
            termen.AddRange(VanBesluit(h, ondersteuning, given));
        return termen;
    }

    static IEnumerable<Term> VanDossier(Dossier d, Given given)
    {
        if (d is { IsOpen: true, Verslag: null, RechtOpAanvraag: null, Onderzoeksklok: { } onderzoek })
            yield return Klokterm(Looptijd.Onderzoek, d, onderzoek.Stand(Kalender(given)).Uitkomst!, Uitlegcode.TermijnOnderzoekGevolg);
        if (d is { IsOpen: true, Aanvraag.BeslistermijnVerstreken: null, Besluit: null or { Bekendgemaakt: null }, Beslisklok: { } klok } && klok.Stand(Kalender(given)).Uitkomst is { } stand)
            yield return Klokterm(Looptijd.Beschikking, d, stand, Uitlegcode.TermijnBeschikkingGevolg);
        if (d is { IsOpen: true, StreeftermijnVerstreken: null, Streefklok: { } streef })
            yield return Klokterm(Looptijd.Streef, d, streef.Stand(Kalender(given)).Uitkomst!, Uitlegcode.TermijnStreefGevolg);
        if (d is { Besluit: null or { Bekendgemaakt: null }, Ingebrekestelling: { LaatsteDag: { } dwangsomna, Verstreken: null } })
            yield return new Term($"{Looptijd.Ingebrekestelling}:{d.Id}", d.Id, dwangsomna, LocalTime.EndOf(dwangsomna), [new(Uitlegcode.TermijnIngebrekestelling, dwangsomna)]);
        foreach (var bekend in d.OpenVoorBezwaar)
        {
            yield return Klokterm(Looptijd.Bezwaar, d, Termijn.Bereken(bekend, d.Regels.Termijn(TermijnId.Bezwaar), Kalender(given)), Uitlegcode.TermijnBezwaarGevolg)
                with { Key = bekend == d.Besluit?.Bekendgemaakt ? $"{Looptijd.Bezwaar}:{d.Id}" : string.Create(CultureInfo.InvariantCulture, $"{Looptijd.Bezwaar}:{d.Id}:{bekend:yyyy-MM-dd}") };
        }
    }

    static IEnumerable<Term> VanOndersteuning(Ondersteuning o)
    {
        if (o.Pauze is { } pauze)
            yield return new Term($"{Looptijd.Hervatten}:{o.Id}", o.Dossier, null, LocalTime.StartOf(pauze.Tot), [new(Uitlegcode.TermijnHervatten, pauze.Tot)]);
        // Whether structureel support on a decision is still right is asked by heronderzoek, not by an evaluation.
        if (o is { Evaluatiedatum: { } evaluatie, EvaluatieLoopt: false } && (o.Structureel is null || !o.RustOpBesluit))
        {
            yield return new Term(
                $"{Looptijd.Evaluatie}:{o.Id}", o.Dossier, null, LocalTime.StartOf(evaluatie),
                [new(o.Structureel is null ? Uitlegcode.TermijnEvaluatie : Uitlegcode.TermijnHerzien, evaluatie)]);
        }
        if (o.Einde is { } einde)
            yield return new Term($"{Looptijd.Einde}:{o.Id}", o.Dossier, einde, LocalTime.EndOf(einde), [new(Uitlegcode.TermijnEinde, einde)]);
    }

    /// <summary>Looking at the decision again in time; and telling somebody when that will not be ready before it ends.</summary>
    static IEnumerable<Term> VanBesluit(Huishouden h, Ondersteuning o, Given given)
    {
        if (Heronderzoeksmoment.Van(o, h.Dossier(o.Dossier), Kalender(given)) is var (dag, uitleg))
            yield return new Term($"{Looptijd.Heronderzoek}:{o.Id}", o.Dossier, null, LocalTime.StartOf(dag), uitleg);
        if (o is { Loopt: true, Einde: { } einde, Eindreden: null, AfloopGemeld: null } && h.Dossier(o.Heronderzoek) is { IsOpen: true } d)
        {
            var melden = Termijn.Bereken(einde, d.Regels.Termijn(TermijnId.AfloopMelden), Kalender(given));
            yield return new Term($"{Looptijd.Afloop}:{o.Id}", d.Id, null, LocalTime.StartOf(melden.LaatsteDag), [.. melden.Uitleg, new(Uitlegcode.TermijnAfloop, einde)]);
        }
    }

    static Term Klokterm(string soort, Dossier d, TermijnUitkomst uitkomst, string gevolg) =>
        new($"{soort}:{d.Id}", d.Id, uitkomst.LaatsteDag, LocalTime.EndOf(uitkomst.LaatsteDag), [.. uitkomst.Uitleg, .. uitkomst.Waarschuwingen, new(gevolg)]);

    static Kalender Kalender(Given given) => given.Get<Kalender>(Given.CalendarKey);

    /// <summary>What follows when a term passes.</summary>
    public static IReadOnlyList<Effect> Verstreken(Huishouden h, Term term, DateTimeOffset now)
    {
        var op = LocalTime.DayOf(now);
        var deel = term.Key.IndexOf(':');
        var id = term.Key[(deel + 1)..];
        var (dossier, ondersteuning) = (new DossierId(id), new OndersteuningId(id));
        return (deel < 0 ? "" : term.Key[..deel]) switch
        {
            Looptijd.Onderzoek => [new Happened(new RechtOpAanvraagGeopend(dossier, op)), Wijziging(Wijzigingsoort.ZesWekenVoorbij, dossier)],
            Looptijd.Ingebrekestelling => [new Happened(new IngebrekestellingVerstreken(dossier, op))],
            Looptijd.Hervatten => [new Happened(new OndersteuningHervat(ondersteuning, op))],
            Looptijd.Beschikking => [new Happened(new BeslistermijnVerstreken(dossier, op)), Wijziging(Wijzigingsoort.BeslistermijnVoorbij, dossier)],
            Looptijd.Bezwaar => BezwaarVoorbij(h, id, op),
            Looptijd.Evaluatie when h.MetId(ondersteuning) is { } o => BeginEvaluatie(o, op),
            Looptijd.Einde when h.MetId(ondersteuning) is { } o => EindeVan(h, o, op),
            Looptijd.Streef => [new Happened(new StreeftermijnVerstreken(dossier, op))],
            Looptijd.Heronderzoek when h.MetId(ondersteuning) is { } o => BeginHeronderzoek(h, o, op),
            Looptijd.Afloop when h.MetId(ondersteuning) is { } o => LooptAf(o, op),
            _ => [],
        };
    }

    /// <summary>Starts the flow for what changed by itself.</summary>
    internal static StartFlow Wijziging(Wijzigingsoort soort, DossierId dossier) =>
        new(Werkstroomnaam.Wijziging, new JsonObject { ["soort"] = char.ToLowerInvariant($"{soort}"[0]) + $"{soort}"[1..] }, Dossier: dossier);

    /// <summary>Of the decision of today, or of an earlier one that the key names by its day.</summary>
    static ImmutableArray<Effect> BezwaarVoorbij(Huishouden h, string id, DateOnly op)
    {
        var deel = id.LastIndexOf(':');
        var dossier = h.Dossier(new DossierId(id)) ?? h.Dossier(deel < 0 ? null : new DossierId(id[..deel]));
        var bekend = dossier?.Id.Text == id ? dossier.Besluit?.Bekendgemaakt : DateOnly.TryParseExact(id[(deel + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
        return dossier is not null && bekend is { } besluit ? [new Happened(new BezwaartermijnVerstreken(dossier.Id, besluit, op))] : [];
    }

    internal static ImmutableArray<Effect> BeginEvaluatie(Ondersteuning o, DateOnly op) =>
        [new Happened(new EvaluatieBegonnen(o.Id, op)), new StartFlow(Werkstroomnaam.Evaluatie, new JsonObject { ["ondersteuning"] = o.Id.Text }, Dossier: o.Dossier)];

    static ImmutableArray<Effect> BeginHeronderzoek(Huishouden h, Ondersteuning o, DateOnly op)
    {
        var dossier = Vervolgdossiers.Nieuw(h, o.Dossier);
        return [new Happened(new HeronderzoekBegonnen(o.Id, dossier, op)), Vervolgdossiers.Begin(Werkstroomnaam.Heronderzoek, o.Id, dossier, op)];
    }

    static ImmutableArray<Effect> LooptAf(Ondersteuning o, DateOnly op) =>
        [new Happened(new BesluitLooptAf(o.Id, o.Einde ?? op, op)), new StartFlow(Werkstroomnaam.Aflopen, new JsonObject { ["ondersteuning"] = o.Id.Text }, Dossier: o.Heronderzoek)];

    /// <summary>
    /// It ends by itself; when nobody ever looked whether it helped, that is asked now (seed P7). Not when a later decision
    /// ended it or a heronderzoek looks at it: then somebody did.
    /// </summary>
    static ImmutableArray<Effect> EindeVan(Huishouden h, Ondersteuning o, DateOnly op)
    {
        var geeindigd = new Happened(new OndersteuningBeeindigd(o.Id, o.Eindreden ?? Eindreden.Einddatum, o.Einde ?? op));
        var gezien = o.Eindreden is not null || o.EvaluatieLoopt || o.LaatsteEvaluatie is not null || h.Dossier(o.Heronderzoek) is { IsOpen: true };
        return gezien ? [geeindigd] : [geeindigd, .. BeginEvaluatie(o, op)];
    }
}
