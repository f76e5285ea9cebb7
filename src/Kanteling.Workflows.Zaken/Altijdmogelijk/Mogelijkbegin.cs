using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Altijdmogelijk;

/// <summary>Begins what may always be begun. Whether it is possible, and whether what was filled in is right, is decided with the command.</summary>
public sealed class Mogelijkbegin(AltijdMogelijk mogelijk, Afscherming afscherming, Uitvoering uitvoering)
{
    /// <summary>Begins it.</summary>
    /// <returns>Refused: 403, 404, 409 when it is not possible now, or 422.</returns>
    public async Task<Uitslag<Gevolg>> BeginAsync(Actor actor, Case gevonden, string id, JsonObject antwoorden, Asking asking)
    {
        if (!(await mogelijk.VindAsync(actor, gevonden, id)).Lukt(out var m, out var nee))
            return nee;
        return m.Afgeschermd
            ? await BeginApartAsync(actor, gevonden, m, antwoorden, asking)
            : await uitvoering.DoeAsync(gevonden.Stream, new StartInstance(m.Flow, antwoorden, Offer: new Offer(m.In!.Value, m.Id)), asking);
    }

    /// <summary>
    /// In a stream of its own, with the names that its steps need. Whether somebody else has begun one about this household is
    /// not told; who has begun one himself goes on in that one. The decision is about the new stream, so the household, of which
    /// nothing may be known there and which may know nothing of it, is looked at here; a claim keeps one person from beginning two at once.
    /// </summary>
    async Task<Uitslag<Gevolg>> BeginApartAsync(Actor actor, Case gevonden, Mogelijkheid m, JsonObject antwoorden, Asking asking)
    {
        var stream = await uitvoering.NieuwAsync(null, "veiligheid", asking);
        // Asked again under the same key, it is the same command: what it began is no reason to refuse it.
        if (!await uitvoering.IsGedaanAsync(stream, asking) && await ApartAsync(actor, gevonden, m, antwoorden) is { } bezwaar)
            return bezwaar;
        var h = (Huishouden)gevonden.Domain;
        var (invoer, dossier) = (Mogelijkvragen.Invoer(m, antwoorden), afscherming.DossierVan(gevonden.Stream));
        (invoer["huishouden"], invoer["aanleiding"], invoer["behandelaar"], invoer["naam"]) = (gevonden.Stream.Text, antwoorden.Tekst("toelichting"), actor.Id.Text, Woorden.Van(h.Naam));
        invoer.Remove("toelichting");
        invoer["leden"] = new JsonArray([.. h.Personen.Select(p => new JsonObject { ["id"] = p.Id.Text, ["naam"] = p.Naam.Value ?? Woorden.Van(p.Naam), ["geboortedatum"] = p.Geboortedatum?.AsString(), ["rol"] = p.Rol?.AsString() })]);
        var uitslag = await uitvoering.DoeAsync(stream, new StartInstance(m.Flow, invoer, dossier, Claim: $"apart:{dossier}:{actor.Id}"), asking, soort: Afscherming.Soort);
        return uitslag.Nee?.Code == RefusalCode.AlreadyRunning ? new Weigering(Mogelijkheidcode.MogelijkLooptAl, m.Naam) : uitslag;
    }

    async Task<Weigering?> ApartAsync(Actor actor, Case gevonden, Mogelijkheid m, JsonObject antwoorden)
    {
        var nu = await mogelijk.NuAsync(m, gevonden);
        if (nu.Bezwaar is { } bezwaar)
            return new Weigering(bezwaar.Code, [.. bezwaar.Arguments]);
        if (Mogelijkvragen.Fouten(nu, antwoorden) is { IsEmpty: false } fouten)
            return new Weigering(Mogelijkheidcode.MogelijkOnvolledig) { Fouten = fouten };
        return (await afscherming.VanAsync(actor, gevonden.Stream)).Any(v => v.Loopt) ? new Weigering(Mogelijkheidcode.MogelijkLooptAl, m.Naam) : null;
    }
}
