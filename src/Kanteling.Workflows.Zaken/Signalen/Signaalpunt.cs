using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Signalen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Bekenden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Meldingen;

namespace Kanteling.Workflows.Zaken.Signalen;

/// <summary>Takes a signal in. A household that is known already gets it as a procedure of its own.</summary>
public sealed class Signaalpunt(Zaaklezer lezer, Bevoegdheid bevoegdheid, Uitvoering uitvoering, Meldpunt meldpunt, Bekendenvraag bekenden)
{
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> NeemAsync(Actor actor, Asking asking, JsonObject body)
    {
        if (!bevoegdheid.Mag(actor, Handeling.SignaalGeven))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (Meldingcontrole.Fouten(Signaalbeschrijving.Signaal, body) is { IsEmpty: false } fouten)
            return new Weigering(Verzoekcode.SignaalOnjuist) { Fouten = await meldpunt.MetOokAsync(actor, Handeling.SignaalGeven, body, fouten, async (h, vandaag) => Signaalinvoer.Controleer(await InvoerAsync(actor, body), h, null, vandaag)) };
        if (!(await lezer.BekendAsync(actor, body.Tekst("huishoudenId"), Handeling.SignaalGeven)).Lukt(out var bekend, out var nee))
            return nee;
        if (bekend is null && await meldpunt.ZonderTeamAsync(actor) is { } zonder)
            return zonder;
        var (stream, dossier) = await uitvoering.BeginAsync(bekend?.Stream, "huishouden", asking);
        if (bekend is null && !await uitvoering.IsGedaanAsync(stream, asking) && await bekenden.StelAsync(actor, body) is { } staatAl)
            return staatAl;
        return Meldpunt.ZoalsGevraagd(await uitvoering.DoeAsync(stream, new StartInstance(Werkstroomnaam.Signaal, await InvoerAsync(actor, body), dossier), asking));
    }

    /// <summary>The signal as the flow reads it.</summary>
    async Task<JsonObject> InvoerAsync(Actor actor, JsonObject body)
    {
        var invoer = new JsonObject { ["huishouden"] = await meldpunt.HuishoudenAsync(actor, body) };
        foreach (var naam in (string[])["over", "signaalgever", "wat", "kanaal"])
            invoer[naam] = body[naam]?.DeepClone();
        return invoer;
    }
}
