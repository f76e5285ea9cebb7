using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>The terms that run in a household, each with how far it is.</summary>
static class Huishoudenklokken
{
    public static IEnumerable<KlokBeeld> Van(Huishouden h, Case gevonden, Kalender kalender, DateOnly vandaag)
    {
        foreach (var d in h.Dossiers.Values)
        {
            if (d.LopendeKlok is { } klok && klok.Stand(kalender) is var stand)
            {
                yield return new KlokBeeld(
                    d.Aanvraag is null ? "Onderzoek" : "Beschikking", d.Id.Text, klok.Start, stand.Uitkomst?.LaatsteDag, stand.StaatStil,
                    stand.Uitkomst is { } uit ? Deel(klok.Start, uit.LaatsteDag, vandaag) : 0, stand.Uitleg.InZinnen(kalender.Omschrijving));
            }
        }
        foreach (var term in gevonden.Terms.Values.Where(t => !t.Key.StartsWith(Looptijd.Onderzoek, StringComparison.Ordinal) && !t.Key.StartsWith(Looptijd.Beschikking, StringComparison.Ordinal)).OrderBy(t => t.DueAt))
        {
            yield return new KlokBeeld(
                Looptijd.Naam(term.Key, Steun(term.Key, h)), term.Dossier?.Text, Begin(term, h), term.LastDay ?? LocalTime.DayOf(term.DueAt), false,
                Begin(term, h) is { } begin ? Deel(begin, LocalTime.DayOf(term.DueAt), vandaag) : 0, term.Explanation.InZinnen(kalender.Omschrijving));
        }
    }

    static string? Steun(string sleutel, Huishouden h) => Woorden.Van(h.MetId(new OndersteuningId(sleutel[(sleutel.IndexOf(':') + 1)..]))?.Wat);

    static DateOnly? Begin(Deadline term, Huishouden h) =>
        h.MetId(new OndersteuningId(term.Key[(term.Key.IndexOf(':') + 1)..]))?.Start ?? (term.Key.StartsWith(Looptijd.Bezwaar, StringComparison.Ordinal) ? h.Dossier(term.Dossier)?.Besluit?.Bekendgemaakt : null);

    static int Deel(DateOnly begin, DateOnly laatste, DateOnly vandaag) =>
        laatste <= begin ? 100 : Math.Clamp(100 * (vandaag.DayNumber - begin.DayNumber) / (laatste.DayNumber - begin.DayNumber), 0, 100);
}
