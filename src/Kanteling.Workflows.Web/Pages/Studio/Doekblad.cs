using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Elsa;
using Kanteling.Workflows.Web.Rechten;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>Puts the page around the canvas together.</summary>
public sealed class Doekblad(Tekeningen tekeningen, Names names, Toegang toegang, StudioFiles files)
{
    public async Task<IResult> TekeningAsync(HttpContext context, string id)
    {
        var kop = (await tekeningen.OpenAsync(context.Actor(), id)).Kop;
        var model = new DoekpaginaModel(
            files.IsThere ? new DoekModel(id, null) : null, kop.Naam, "Tekeningen", Adres.Lijst, Labels(kop), [("Versies en publiceren", Adres.Versies(id)), ("Proeven", $"{Adres.Proeven}?tekening={Uri.EscapeDataString(id)}")],
            await UitlegAsync(context.Actor(), kop));
        context.UsePolicy(SecurityHeaders.AroundFrame);
        return Views.Show<Doekpagina>(context, model, breedte: Views.Doek);
    }

    static (string, string)[] Labels(Tekeningkop kop) => kop switch
    {
        { Concept.Aangeboden: not null } => [($"Versie {kop.Versie} wacht op akkoord", "badge--week")],
        { Concept: not null } => [($"Concept van versie {kop.Versie}", "badge--today")],
        { IsGepubliceerd: true } => [($"Versie {kop.Versie} geldt nu", "badge--done")],
        _ => [($"Versie {kop.Versie}, ingetrokken", "")],
    };

    async Task<string?> UitlegAsync(Actor actor, Tekeningkop kop) => (toegang.Mag(actor, Handeling.Tekenen), kop) switch
    {
        (false, _) => "U kijkt mee. Alleen een procesontwerper kan tekenen.",
        (true, { Concept: { } concept }) when concept.Tekenaar != actor.Id => $"{(await names.OfAsync(concept.Tekenaar))?.Naam} tekent hieraan; u kijkt mee. Wilt u zelf verder, neem het concept dan over bij ‘Versies en publiceren’.",
        (true, { Concept.Aangeboden: not null }) => "Deze versie wacht op akkoord. Tekent u verder, dan vervalt het aanbod.",
        (true, { IsGepubliceerd: true }) => "Wat u verandert, wordt een concept. Wat nu geldt, blijft gelden tot iemand anders uw concept goedkeurt.",
        _ => null,
    };
}
