using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Puts the page of a household together.</summary>
public sealed class Huishoudenblad(Huishoudenlezer lezer, Tijdlijn tijdlijn, Bevoegdheid bevoegdheid, AltijdMogelijk mogelijk, CaseClock clock)
{
    public async Task<HuishoudenModel> VanAsync(Actor actor, Case found, Bericht? klaar) => new(
        await lezer.VanAsync(found, actor), await tijdlijn.VanAsync(found.Stream), LocalTime.DayOf(clock.Now), bevoegdheid.Mag(actor, Handeling.MeldingDoen, found), klaar, await mogelijk.VanAsync(actor, found))
    {
        MagKoppelen = bevoegdheid.Mag(actor, Handeling.HuishoudenKoppelen, found),
    };

    /// <summary>A shielded stream, with the household that it is about.</summary>
    public async Task<VeiligheidModel> AfgeschermdAsync(Actor actor, Case found, Bericht? klaar)
    {
        var beeld = await lezer.VanAsync(found, actor);
        return new VeiligheidModel(beeld, await tijdlijn.VanAsync(found.Stream), LocalTime.DayOf(clock.Now), beeld.VeiligheidVan, klaar);
    }
}
