using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>Puts the page around the canvas together.</summary>
sealed class Tekenvlakblad(Tekeningbeheer tekeningen, Verlooplezer runs, Gebruikersnamen namen, Bevoegdheid bevoegdheid, Studiobestanden bestanden)
{
    public async Task<IResult> TekeningAsync(HttpContext context, string id)
    {
        if (!(await tekeningen.OpenAsync(context.Actor(), new(id))).Lukt(out var tekening, out var nee))
            return nee.Antwoord();
        var kop = tekening.Kop;
        var model = new TekenvlakpaginaModel(
            bestanden.IsThere ? new TekenvlakModel(id, null) : null, kop.Naam, "Tekeningen", Adres.Lijst, Labels(kop), [("Versies en publiceren", Adres.Versies(id)), ("Proeven", $"{Adres.Proeven}?tekening={Uri.EscapeDataString(id)}")],
            await UitlegAsync(context.Actor(), kop));
        context.GebruikBeleid(Beveiligingskoppen.AroundFrame);
        return Weergave.Toon<Tekenvlakpagina>(context, model, breedte: Weergave.Tekenvlak);
    }

    /// <summary>One run: the canvas shows how far it is, and the page leads to the task that it waits for.</summary>
    public async Task<IResult> RunAsync(HttpContext context, string id)
    {
        if (!(await runs.OpenAsync(context.Actor(), id, null)).Lukt(out var open, out var nee))
            return nee.Antwoord();
        var tekening = Proeftekening.OrigineelVan(open.Verloop.State.Definition.DefinitionId);
        var isProef = Streams.IsTrial(open.Stroom);
        var model = new TekenvlakpaginaModel(
            bestanden.IsThere ? new TekenvlakModel(null, id) : null, open.Tekeningen.GetValueOrDefault(open.Verloop.State.Definition)?.Name ?? tekening.Text, "Proeven en verloop", Adres.Proeven,
            [.. isProef ? [("proef", "badge--today")] : Array.Empty<(string, string)>(), Stand(open)], [.. Taken(open, isProef), ("Naar de tekening", Adres.Tekening(tekening.Text))],
            isProef && open.Verloop.IsOpen ? "Dit is een proef met een verzonnen huishouden. Er gaat niets de deur uit. Rond de taak af om te zien hoe het verder gaat; het doek gaat vanzelf mee." : null);
        context.GebruikBeleid(Beveiligingskoppen.AroundFrame);
        return Weergave.Toon<Tekenvlakpagina>(context, model, breedte: Weergave.Tekenvlak);
    }

    static (string, string) Stand(OpenVerloop open) => open.Verloop switch
    {
        { IsOpen: true } when open.Verloop.State.Incidents.Count > 0 => ("kan niet verder", "badge--late"),
        { IsOpen: true } => ("loopt", "badge--week"),
        { Status: InstanceStatus.Finished } => ("klaar", "badge--done"),
        { Status: InstanceStatus.Faulted } => ("vastgelopen", "badge--late"),
        _ => ("gestopt", ""),
    };

    /// <summary>Titles of tasks are told where values are.</summary>
    static IEnumerable<(string, string)> Taken(OpenVerloop open, bool isProef) => !open.Verloop.IsOpen || !(isProef || open.ZietWaarden) ? []
        : open.Verloop.State.Waits.Values.OfType<TaskWait>().Take(3).Select(w => ($"Doe de taak ‘{open.Verborgen.In(w.Task.Title)}’", "/taken/" + TaakId(open, w)));

    static string TaakId(OpenVerloop open, TaskWait wachttijd) => Taakids.Van(open.Stroom, wachttijd.Task.Id);

    static (string, string)[] Labels(Tekeningkop kop) => kop switch
    {
        { Concept.Aangeboden: not null } => [($"Versie {kop.Versie} wacht op akkoord", "badge--week")],
        { Concept: not null } => [($"Concept van versie {kop.Versie}", "badge--today")],
        { IsGepubliceerd: true } => [($"Versie {kop.Versie} geldt nu", "badge--done")],
        _ => [($"Versie {kop.Versie}, ingetrokken", "")],
    };

    async Task<string?> UitlegAsync(Actor actor, Tekeningkop kop) => (bevoegdheid.Mag(actor, Handeling.Tekenen), kop) switch
    {
        (false, _) => "U kijkt mee. Alleen een procesontwerper kan tekenen.",
        (true, { Concept: { } concept }) when concept.Tekenaar != actor.Id => $"{(await namen.VanAsync(concept.Tekenaar))?.Naam} tekent hieraan; u kijkt mee. Wilt u zelf verder, neem het concept dan over bij ‘Versies en publiceren’.",
        (true, { Concept.Aangeboden: not null }) => "Deze versie wacht op akkoord. Tekent u verder, dan vervalt het aanbod.",
        (true, { IsGepubliceerd: true }) => "Wat u verandert, wordt een concept. Wat nu geldt, blijft gelden tot iemand anders uw concept goedkeurt.",
        _ => null,
    };
}
