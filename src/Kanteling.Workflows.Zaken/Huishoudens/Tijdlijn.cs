using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>
/// What happened with a household, from its own events: with the moment and who, and for every circle what was weighed and
/// tried and why it did not suffice. Read from the stream each time; nothing else knows it.
/// </summary>
public sealed class Tijdlijn(WorkflowEngine engine, Domain domain, Gebruikersnamen namen, Registerrijen rijen)
{
    /// <summary>All points, the last one first.</summary>
    /// <param name="verborgen">What of this household is kept from who asks.</param>
    public async Task<IReadOnlyList<Tijdlijnpunt>> VanAsync(StreamId stream, Verborgen verborgen)
    {
        var (punten, titels) = (new List<Tijdlijnpunt>(), new Dictionary<TaskId, string>());
        var (h, kaart) = ((Huishouden)domain.Empty, await rijen.KaartAsync());
        await foreach (var (commit, events) in engine.History.ReadAsync(stream))
        {
            var door = await namen.VanUitvoerderAsync(commit.Actor);
            var hier = verborgen.Bij(commit, events);
            foreach (var stored in events)
            {
                // A fact as the reader may know it; then so is the household that is made of them.
                var e = hier.Feit(stored, out var ookAnders);
                h = (Huishouden)domain.After(h, e);
                Onthoud(titels, e);
                if (e is DomainEvent { Event: var feit })
                {
                    if (Feitzinnen.Van(feit, h, kaart) is { } zin)
                        punten.Add(new Tijdlijnpunt(commit.At, door, zin.Soort, zin.Kop, ookAnders ? Afgeschermdevelden.Zin : Zonder(zin.Tekst, verborgen), (int?)zin.Cirkel, (feit as Dossiergebeurtenis)?.Dossier.Text, Wegingen(feit, h)));
                }
                else if (e is TaskAssigned { To: { } aan } gegeven)
                {
                    var taak = titels.GetValueOrDefault(gegeven.Task) is { Length: > 0 } titel ? titel : null;
                    punten.Add(new Tijdlijnpunt(commit.At, door, "feit", $"Taak gegeven aan {(await namen.VanAsync(aan.Id))!.Naam}", Zonder(Woorden.Samen(taak, Woorden.Van(gegeven.Reason)), verborgen), null, null, []));
                }
                else if (Machinerie(e) is { } punt)
                {
                    punten.Add(new Tijdlijnpunt(commit.At, door, punt.Soort, punt.Kop, Zonder(punt.Tekst, verborgen), null, null, []));
                }
            }
        }
        punten.Reverse();
        return punten;
    }

    /// <summary>How each task is called; words that were erased are empty.</summary>
    static void Onthoud(Dictionary<TaskId, string> titels, WorkflowEvent e)
    {
        var taken = e switch
        {
            TaskOpened x => [x.Task],
            InstanceRestored x => x.State.Waits.Values.OfType<TaskWait>().Select(w => w.Task),
            _ => Enumerable.Empty<WorkTask>(),
        };
        foreach (var taak in taken)
            titels[taak.Id] = taak.Title;
    }

    static string? Zonder(string? tekst, Verborgen verborgen) => tekst is null ? null : verborgen.In(tekst);

    static ImmutableArray<Weging> Wegingen(object feit, Huishouden h) => feit is not CirkelOverwogen { Rijen: var rijen } ? [] :
    [
        .. rijen.Select(r => new Weging(
            Woorden.Van(h.Hulpvraag(r.Hulpvraag)?.Vraag), Woorden.Van(h.Persoon(r.Persoon)?.Naam), Woorden.Van(r.Soort), r.Overgeslagen, Woorden.Van(r.Wie), Woorden.Van(r.WatDoet),
            r.Omvang?.InWoorden(), r.Toereikend, Woorden.Van(r.Reden))),
    ];

    /// <summary>What the machinery did that a caseworker has to know.</summary>
    static Feitzin? Machinerie(WorkflowEvent e) => e switch
    {
        TaskReopened x => new("stop", "Stap teruggedraaid", Woorden.Van(x.Reason)),
        TaskEscalated x => new("stop", "Een taak is te laat", $"De taak ligt nu{Gevolgzinnen.Bij(x.Address)}."),
        IncidentRaised x => new("stop", Gevolgzinnen.WatNietKon(x), "De beheerder kijkt ernaar."),
        InstanceCancelled x => new("stop", "Gestopt", Woorden.Van(x.Reason)),
        FileAttached x => new("feit", "Bijlage toegevoegd", x.Words.IsErased ? "De bijlage is gewist." : (string?)x.Words.AsObject()["note"] ?? (string?)x.Words.AsObject()["name"]),
        ContentErased x => new("wet", "Gegevens gewist", x.Ground),
        DossiersDestroyed x => new("wet", x.Dossiers.Length == 1 ? "Een dossier vernietigd" : "Dossiers vernietigd", x.Ground),
        _ => null,
    };
}
