using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Puts the page of a household together.</summary>
public sealed class Huishoudenblad(Huishoudenlezer lezer, Tijdlijn tijdlijn, Bevoegdheid bevoegdheid, AltijdMogelijk mogelijk, CaseClock zaakklok)
{
    /// <param name="verborgen">What of it is kept from this person.</param>
    public async Task<HuishoudenModel> VanAsync(Actor actor, Case gevonden, Verborgen verborgen, Bericht? klaar)
    {
        // What went up in another begins nothing new: what can only be refused is not offered.
        var gaatVerder = ((Huishouden)gevonden.Domain).OpgegaanIn is null;
        return new(
            await lezer.VanAsync(gevonden, actor), await tijdlijn.VanAsync(gevonden.Stream, verborgen), LocalTime.DayOf(zaakklok.Now), gaatVerder && bevoegdheid.Mag(actor, Handeling.MeldingDoen, gevonden), klaar,
            [.. (await mogelijk.VanAsync(actor, gevonden)).Where(m => m.Code != Huishoudcode.HuishoudenSamengevoegd)])
        {
            MagKoppelen = gaatVerder && bevoegdheid.Mag(actor, Handeling.HuishoudenKoppelen, gevonden),
            Bijlagen = gevonden.Files.Count,
        };
    }

    /// <summary>A shielded stream, with the household that it is about.</summary>
    public async Task<VeiligheidModel> AfgeschermdAsync(Actor actor, Case gevonden, Verborgen verborgen, Bericht? klaar)
    {
        var beeld = await lezer.VanAsync(gevonden, actor);
        return new VeiligheidModel(beeld, await tijdlijn.VanAsync(gevonden.Stream, verborgen), LocalTime.DayOf(zaakklok.Now), beeld.VeiligheidVan, klaar);
    }
}
