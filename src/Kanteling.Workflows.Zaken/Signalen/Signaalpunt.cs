using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Signalen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Meldingen;

namespace Kanteling.Workflows.Zaken.Signalen;

/// <summary>Takes a signal in. A household that is known already gets it as a procedure of its own.</summary>
public sealed class Signaalpunt(CaseReader reader, Bevoegdheid bevoegdheid, Uitvoering uitvoering, Meldpunt meldpunt, Zaaktijd tijd)
{
    public const string Flow = "signaal";

    /// <exception cref="Geweigerd">403, 404, 409 or 422.</exception>
    public async Task<Gevolg> NeemAsync(Actor actor, Asking asking, JsonObject body)
    {
        if (!bevoegdheid.Mag(actor, Handeling.SignaalGeven))
            throw new Geweigerd(Verzoekcode.NietBevoegd);
        if (SignaalControle.Fouten(body) is { IsEmpty: false } fouten)
            throw new Geweigerd(Verzoekcode.SignaalOnjuist) { Fouten = fouten };
        var known = body.Text("huishoudenId") is { } id ? await reader.HuishoudenAsync(actor, id, Handeling.SignaalGeven, null) : null;
        var h = (Huishouden?)known?.Domain ?? Huishouden.Leeg;
        var (stream, dossier) = (known?.Stream ?? Streams.Derived("huishouden\n" + asking.CommandId), Streams.Derived("dossier\n" + asking.CommandId));
        var input = new JsonObject { ["huishouden"] = await meldpunt.HuishoudenAsync(actor, body) };
        foreach (var name in (string[])["over", "signaalgever", "wat", "kanaal"])
            input[name] = body[name]?.DeepClone();
        if (h.Dossier(dossier) is null && Signaalinvoer.Controleer(input, h, dossier, LocalTime.DayOf(tijd.Nu())) is { Count: > 0 } bezwaren)
            throw Meldpunt.Onjuist(Verzoekcode.SignaalOnjuist, bezwaren);
        return await uitvoering.DoeAsync(stream, new StartInstance(Flow, input, dossier), asking);
    }
}
