using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Where somebody goes on after an act, and what it led to.</summary>
public sealed class Taakvervolg(Zaaklezer lezer, Werklijst werk, WorkflowEngine engine, Bevoegdheid bevoegdheid, Taakgevolg gevolgen)
{
    /// <summary>Where to go on: the next open task of this household that is mine, else the household itself.</summary>
    public async Task<string> VolgendeAsync(Actor actor, Gevolg gevolg)
    {
        var mijn = await werk.BijHuishoudenAsync(actor, new(gevolg.Huishouden));
        var volgende = gevolg.VolgendeTaken.Select(v => mijn.FirstOrDefault(t => t.Id == v.Id)).FirstOrDefault(t => t is not null) ?? mijn.FirstOrDefault();
        if (volgende is not null)
            return $"/taken/{volgende.Id}?na={gevolg.Taak}";
        return bevoegdheid.Mag(actor, Handeling.HuishoudenZien, await engine.ReadAsync(new(gevolg.Huishouden)))
            ? $"/huishoudens/{gevolg.Huishouden}?na={gevolg.Taak}"
            : WerkPaginas.Na(WerkPaginas.Afgerond);
    }

    /// <summary>What completing another task led to, for the top of the next page.</summary>
    /// <param name="id">Of that task; null or empty when there was none.</param>
    public async Task<Uitslag<Bericht?>> KlaarAsync(Actor actor, string? id)
    {
        if (string.IsNullOrEmpty(id))
            return (Bericht?)null;
        if (!(await lezer.TaakAsync(actor, id, Handeling.TaakZien, "vervolg")).Lukt(out var taak, out var nee))
            return nee;
        if (taak.Gesloten is not { Status: "completed" } gesloten)
            return (Bericht?)null;
        return new Bericht("success", $"Klaar: {taak.Verborgen.In(gesloten.Title)}", [.. await gevolgen.VanAsync(taak, gesloten)]);
    }
}
