using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Wijzigingen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Altijdmogelijk;

/// <summary>Begins what may always be begun.</summary>
public sealed class Mogelijkbegin(AltijdMogelijk mogelijk, Afscherming afscherming, Uitvoering uitvoering, Zaaktijd tijd)
{
    /// <summary>Begins it.</summary>
    /// <returns>Refused: 403, 404, 409 when it is not possible now, or 422.</returns>
    public async Task<Uitslag<Gevolg>> BeginAsync(Actor actor, Case gevonden, string id, JsonObject antwoorden, Asking asking)
    {
        if (!(await mogelijk.NuAsync(actor, gevonden, id)).Lukt(out var nu, out var nee))
            return nee;
        var m = nu.Mogelijkheid;
        // Asked again under the same key, it is the same command: what it began is no reason to refuse it.
        var stream = m.Afgeschermd ? await uitvoering.NieuwAsync(null, "veiligheid", asking) : gevonden.Stream;
        var opnieuw = await uitvoering.IsGedaanAsync(stream, asking);
        if (!opnieuw && nu.Bezwaar is { } bezwaar)
            return new Weigering(bezwaar.Code, [.. bezwaar.Arguments]);
        if (!opnieuw && Mogelijkvragen.Fouten(nu, antwoorden) is { IsEmpty: false } fouten)
            return new Weigering(Mogelijkheidcode.MogelijkOnvolledig) { Fouten = fouten };
        if (m.Afgeschermd)
            return await BeginApartAsync(actor, gevonden, m, antwoorden, stream, opnieuw, asking);
        var (h, invoer) = ((Huishouden)gevonden.Domain, Invoer(m, antwoorden));
        var dossier = Dossier(m, h, antwoorden);
        if (!opnieuw && m.Flow == Werkstroomnaam.Wijziging && Wijzigingsinvoer.Controleer(invoer, h, dossier, LocalTime.DayOf(tijd.Nu())) is { Count: > 0 } bezwaren)
            return new Weigering(Mogelijkheidcode.MogelijkOnvolledig) { Fouten = [.. bezwaren] };
        return await uitvoering.DoeAsync(gevonden.Stream, new StartInstance(m.Flow, invoer, dossier, Purpose: Mogelijkheden.Doel(m, invoer)), asking);
    }

    /// <summary>
    /// In a stream of its own, with the names that its steps need. Whether somebody else has begun one about this household is
    /// not told; who has begun one himself goes on in that one.
    /// </summary>
    async Task<Uitslag<Gevolg>> BeginApartAsync(Actor actor, Case gevonden, Mogelijkheid m, JsonObject antwoorden, StreamId stream, bool opnieuw, Asking asking)
    {
        if (!opnieuw && (await afscherming.VanAsync(actor, gevonden.Stream)).Any(v => v.Loopt))
            return new Weigering(Mogelijkheidcode.MogelijkLooptAl, m.Naam);
        var h = (Huishouden)gevonden.Domain;
        var invoer = Invoer(m, antwoorden);
        (invoer["huishouden"], invoer["aanleiding"], invoer["behandelaar"], invoer["naam"]) = (gevonden.Stream.Text, antwoorden.Tekst("toelichting"), actor.Id.Text, Woorden.Van(h.Naam));
        invoer.Remove("toelichting");
        invoer["leden"] = new JsonArray([.. h.Personen.Select(p => new JsonObject { ["id"] = p.Id.Text, ["naam"] = p.Naam.Value ?? Woorden.Van(p.Naam), ["geboortedatum"] = p.Geboortedatum?.AsString(), ["rol"] = p.Rol?.AsString() })]);
        return await uitvoering.DoeAsync(stream, new StartInstance(m.Flow, invoer, afscherming.DossierVan(gevonden.Stream)), asking, soort: Afscherming.Soort);
    }

    static JsonObject Invoer(Mogelijkheid m, JsonObject antwoorden)
    {
        var invoer = (JsonObject)m.Invoer.DeepClone();
        foreach (var veld in m.Vraagt.Where(v => v != Gevraagd.Dossier).Select(Mogelijkheid.Veld))
        {
            if (antwoorden.Tekst(veld) is { } antwoord)
                invoer[veld] = antwoord;
        }
        return invoer;
    }

    /// <summary>What was chosen, else that of the support, else the procedure of this moment.</summary>
    static DossierId? Dossier(Mogelijkheid m, Huishouden h, JsonObject antwoorden) =>
        (m.Vraagt.Contains(Gevraagd.Dossier) && antwoorden.Tekst("dossier") is { } gekozen ? new DossierId(gekozen) : (DossierId?)null) ?? h.MetId(antwoorden.Tekst("ondersteuning") is { } steun ? new OndersteuningId(steun) : null)?.Dossier ?? Mogelijkheden.Huidig(h);
}
