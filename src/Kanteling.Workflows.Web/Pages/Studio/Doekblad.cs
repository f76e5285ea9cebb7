using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;
using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>Puts the page around the canvas together.</summary>
sealed class Doekblad(Tekeningbeheer tekeningen, RunReader runs, Names names, Bevoegdheid bevoegdheid, StudioFiles files)
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

    /// <summary>One run: the canvas shows how far it is, and the page leads to the task that it waits for.</summary>
    public async Task<IResult> RunAsync(HttpContext context, string id)
    {
        var open = await runs.OpenAsync(context.Actor(), id, null);
        var tekening = TrialDefinition.OriginalOf(open.Run.State.Definition.DefinitionId);
        var isProef = Streams.IsTrial(open.Stream);
        var model = new DoekpaginaModel(
            files.IsThere ? new DoekModel(null, id) : null, open.Drawings.GetValueOrDefault(open.Run.State.Definition)?.Name ?? tekening, "Proeven en verloop", Adres.Proeven,
            [.. isProef ? [("proef", "badge--today")] : Array.Empty<(string, string)>(), Stand(open)], [.. Taken(open, isProef), ("Naar de tekening", Adres.Tekening(tekening))],
            isProef && open.Run.IsOpen ? "Dit is een proef met een verzonnen huishouden. Er gaat niets de deur uit. Rond de taak af om te zien hoe het verder gaat; het doek gaat vanzelf mee." : null);
        context.UsePolicy(SecurityHeaders.AroundFrame);
        return Views.Show<Doekpagina>(context, model, breedte: Views.Doek);
    }

    static (string, string) Stand(OpenRun open) => open.Run switch
    {
        { IsOpen: true } when open.Run.State.Incidents.Count > 0 => ("kan niet verder", "badge--late"),
        { IsOpen: true } => ("loopt", "badge--week"),
        { Status: InstanceStatus.Finished } => ("klaar", "badge--done"),
        { Status: InstanceStatus.Faulted } => ("vastgelopen", "badge--late"),
        _ => ("gestopt", ""),
    };

    /// <summary>Titles of tasks are told where values are.</summary>
    static IEnumerable<(string, string)> Taken(OpenRun open, bool isProef) => !open.Run.IsOpen || !(isProef || open.SeesValues) ? []
        : open.Run.State.Waits.Values.OfType<TaskWait>().Take(3).Select(w => ($"Doe de taak ‘{w.Task.Title}’", "/taken/" + TaakId(open, w)));

    static string TaakId(OpenRun open, TaskWait wait) => TaskIds.Of(open.Stream, wait.Task.Id);

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
        (true, { Concept: { } concept }) when concept.Tekenaar != actor.Id => $"{(await names.OfAsync(concept.Tekenaar))?.Naam} tekent hieraan; u kijkt mee. Wilt u zelf verder, neem het concept dan over bij ‘Versies en publiceren’.",
        (true, { Concept.Aangeboden: not null }) => "Deze versie wacht op akkoord. Tekent u verder, dan vervalt het aanbod.",
        (true, { IsGepubliceerd: true }) => "Wat u verandert, wordt een concept. Wat nu geldt, blijft gelden tot iemand anders uw concept goedkeurt.",
        _ => null,
    };
}
