using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Pages.Formulieren;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Makes the page of a task: what it asks, what is filled in, what follows.</summary>
public sealed class Taakblad(Taaklezer beeld, Invulbladen invulbladen, Collegas collegas, Bevoegdheid bevoegdheid, CaseClock zaakklok)
{
    static readonly Dictionary<string, string> GeenFouten = [];

    /// <summary>The task as it stands, with the draft of this person when there is one.</summary>
    public async Task<TaakModel> VanAsync(HttpContext context, GevondenTaak taak, Concept? concept)
    {
        var formulier = taak.Open is { } open ? await beeld.FormulierAsync(open) : null;
        var antwoorden = concept?.Antwoorden ?? (taak.Open is { Answers: { } bewaard } zelf ? taak.Verborgen.Antwoorden(zelf, formulier, bewaard.AsObject()) : []);
        return await ModelAsync(context, taak, new Ingevuld(formulier, antwoorden, null), GeenFouten) with { Concept = concept?.BewaardOp };
    }

    public async Task<Ingevuld> IngevuldAsync(GevondenTaak taak, IFormCollection form)
    {
        var formulier = taak.Open is { } open ? await beeld.FormulierAsync(open) : null;
        var uitkomst = form["uitkomst"].ToString();
        return new Ingevuld(formulier, formulier is null ? [] : Invoer.Lees(formulier, form, LocalTime.DayOf(zaakklok.Now)), uitkomst.Length == 0 ? null : uitkomst);
    }

    public Task<TaakModel> MetAntwoordenAsync(HttpContext context, GevondenTaak taak, Ingevuld ingevuld) => ModelAsync(context, taak, ingevuld, GeenFouten);

    /// <summary>The same page with what was wrong, and with the person's own answers.</summary>
    public async Task<TaakModel> MetFoutAsync(HttpContext context, GevondenTaak taak, Ingevuld ingevuld, Weigering fout)
    {
        var perVeld = fout.Fouten.Where(f => f.Field is not null).GroupBy(f => f.Field!).ToDictionary(g => g.Key, g => Zinnen.Voor(g.First().Code, g.First().Arguments));
        // The errors name rows as they were judged, so that is how they are shown.
        var model = await ModelAsync(context, taak, ingevuld with { Antwoorden = ingevuld.Schoon() }, perVeld);
        var kop = Statussen.Van(fout) == StatusCodes.Status412PreconditionFailed ? "Iemand was u voor" : "De taak is nog niet afgerond";
        return perVeld.Count > 0 ? model : model with { Melding = new Bericht("danger", kop, [fout.Zin]) };
    }

    async Task<TaakModel> ModelAsync(HttpContext context, GevondenTaak taak, Ingevuld ingevuld, IReadOnlyDictionary<string, string> fouten)
    {
        var actor = context.Actor();
        var huishouden = (Huishouden)taak.Huishouden.Domain;
        var blad = await invulbladen.VanAsync(taak, ingevuld, fouten);
        return new TaakModel(
            await beeld.VanAsync(taak, ingevuld.Antwoorden), blad, ingevuld.Uitkomst, taak.Open is { } open && bevoegdheid.Mag(actor, Handeling.TaakAfronden, taak.Huishouden, open),
            Zegel.Nieuw(), LocalTime.DayOf(zaakklok.Now), null, null, null,
            taak.Gesloten is { Status: "completed" } gesloten && bevoegdheid.Mag(actor, Handeling.TaakTerugdraaien, taak.Huishouden, gesloten),
            taak.Open is not null || taak.ZietHuishouden ? Zaak(huishouden, taak.Dossier) : null, await collegas.VoorAsync(actor, taak))
        {
            ZietHuishouden = taak.ZietHuishouden, NoodtoegangTot = taak.Noodtoegang?.Until,
        };
    }

    static Zaakregel? Zaak(Huishouden h, DossierId? dossier) => h.Dossier(dossier) is not { } d ? null : new Zaakregel(
        Woorden.Van(h.Persoon(d.Client)?.Naam) ?? "onbekend", Woorden.Van(d.Vraag), d.Kanaal is { } kanaal ? Woorden.Van(kanaal) : null, Woorden.Van(d.Melder.Naam), d.Ontvangen,
        [.. h.HulpvragenVan(d.Id).Where(v => !v.Vervallen).Select(v => Woorden.Van(v.Vraag)).OfType<string>()], h.IsAfgeschermd);
}
