using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>
/// People of households by name, address, birth date or number. Only what this person may do this with comes back; of the rest not
/// even that it exists. The log keeps of which households something was shown, and never what was typed.
/// </summary>
public sealed class Huishoudenzoeker(OpenStorage storage, WorkflowEngine engine, Bevoegdheid bevoegdheid, Domain domain, Zaaktijd tijd)
{
    /// <param name="zoek">As it was typed.</param>
    /// <returns>Refused: 403 without a permission, 422 when nothing was typed that can be looked for, 503 while the list is made anew.</returns>
    public async Task<Uitslag<Lijst<Treffer>>> ZoekAsync(Actor actor, string zoek, Paging paging, Handeling waarvoor = Handeling.HuishoudenZien)
    {
        if (!bevoegdheid.HeeftRecht(actor, waarvoor))
            return new Weigering(Verzoekcode.NietBevoegd);
        var vraag = Zoekvraag.Lees(zoek, storage.Search.HiddenBsn);
        if (vraag.IsLeeg)
            return new Weigering(Verzoekcode.ZoekvraagLeeg) { Fouten = [new Refusal(Verzoekcode.ZoekvraagLeeg, [], "zoek")] };
        if (!await storage.Projections.CatchUpSearchAsync())
            return new Weigering(Verzoekcode.ZoeklijstWordtGemaakt);
        var gevonden = await storage.Search.FindAsync(vraag, bevoegdheid.Zicht(actor), paging);
        var treffers = new List<Treffer>();
        foreach (var hit in gevonden.Items)
        {
            // Asked once more of the case itself: it may have changed since the table was read.
            if (await engine.ReadAsync(hit.Stream) is { } huishouden && bevoegdheid.Mag(actor, waarvoor, huishouden))
                treffers.Add(Treffer(vraag, huishouden, hit.Person));
        }
        await NoteAsync(actor, treffers);
        return new Lijst<Treffer>(treffers, gevonden.Total);
    }

    /// <summary>Whether a BSN was typed, which may not stand in an address.</summary>
    public static bool NoemtBsn(string zoek)
    {
        var genoemd = false;
        Zoekvraag.Lees(zoek, _ =>
        {
            genoemd = true;
            return [];
        });
        return genoemd;
    }

    Treffer Treffer(Zoekvraag vraag, Case gevonden, string persoon)
    {
        var h = (Huishouden)gevonden.Domain;
        var p = persoon.Length == 0 ? null : h.Persoon(new PersoonId(persoon));
        return new Treffer(
            gevonden.Stream.Text, domain.Label(h) ?? "", p?.Id.Text, p is null ? null : Persoonsnaam.Van(p.Naam)?.Volledig ?? "gewist", p?.Geboren?.ToString(), p?.Leeftijd(LocalTime.DayOf(tijd.Nu())),
            Vindbaar.Zichtbaar(h)?.Regel)
        {
            Bijzonder = h.OpgegaanIn is not null ? "samengevoegd met een ander huishouden" : p is { Overleden: not null } ? "overleden" : p is { Vertrokken: not null } ? "woont hier niet meer" : null,
            Reden = p is null ? Zoektermen.HeeftMeer(vraag, h.Naam?.AsString(), null) ? "gevonden op de naam van het huishouden" : null : Reden(vraag, Persoonsnaam.Van(p.Naam)),
        };
    }

    static string? Reden(Zoekvraag vraag, Persoonsnaam? naam) =>
        Zoektermen.HeeftMeer(vraag, naam?.Partner?.Volledig, naam?.Volledig) ? "gevonden op de naam van de partner"
        : Zoektermen.HeeftMeer(vraag, naam?.Eigen?.Volledig, naam?.Volledig) ? "gevonden op de eigen achternaam"
        : null;

    Task NoteAsync(Actor actor, IEnumerable<Treffer> treffers) => storage.Registers.LogReadsAsync(
        [.. treffers.Select(t => t.Id).Distinct().Select(id => new DossierRead { UserId = actor.Id, At = tijd.Echt(), Stream = new(id), Dossier = null, What = "zoeken" })]);
}
