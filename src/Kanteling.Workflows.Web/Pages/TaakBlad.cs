using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Pages.Formulieren;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Makes the page of a task: what it asks, what is filled in, what follows.</summary>
public sealed class TaakBlad(CaseReader reader, TaakBeeld beeld, Bevoegdheid bevoegdheid, WorkflowEngine engine, WerkLijst werk, Concepten concepten, RegisterRows rows, KeuzelijstLezer keuzes, Accounts accounts, Sentences sentences, CaseClock clock)
{
    static readonly Dictionary<string, string> GeenFouten = [];

    /// <summary>The task as it stands, with the draft of this person when there is one.</summary>
    public async Task<TaakModel> LeesAsync(HttpContext context, string id)
    {
        var taak = await reader.TaakAsync(context.Actor(), id, Handeling.TaakZien, "taak");
        var concept = await concepten.LeesAsync(context.Actor(), taak);
        var antwoorden = concept?.Antwoorden ?? (JsonObject?)taak.Open?.Answers?.AsObject().DeepClone() ?? [];
        var formulier = taak.Open is { } open ? await beeld.FormulierAsync(open) : null;
        return await ModelAsync(context, taak, new Ingevuld(formulier, antwoorden, null), GeenFouten) with { Concept = concept?.BewaardOp };
    }

    public async Task<Ingevuld> IngevuldAsync(FoundTask taak, IFormCollection form)
    {
        var formulier = taak.Open is { } open ? await beeld.FormulierAsync(open) : null;
        var uitkomst = form["uitkomst"].ToString();
        return new Ingevuld(formulier, formulier is null ? [] : Invoer.Lees(formulier, form), uitkomst.Length == 0 ? null : uitkomst);
    }

    public Task<TaakModel> MetAntwoordenAsync(HttpContext context, FoundTask taak, Ingevuld ingevuld) => ModelAsync(context, taak, ingevuld, GeenFouten);

    /// <summary>The same page with what was wrong, and with the person's own answers.</summary>
    public async Task<TaakModel> MetFoutAsync(HttpContext context, FoundTask taak, Ingevuld ingevuld, Geweigerd fout)
    {
        var perVeld = fout.Fouten.Where(f => f.Field is not null).GroupBy(f => f.Field!).ToDictionary(g => g.Key, g => Zinnen.Voor(g.First().Code, g.First().Arguments));
        // The errors name rows as they were judged, so that is how they are shown.
        var model = await ModelAsync(context, taak, ingevuld with { Antwoorden = ingevuld.Schoon() }, perVeld);
        var kop = Statussen.Van(fout) == StatusCodes.Status412PreconditionFailed ? "Iemand was u voor" : "De taak is nog niet afgerond";
        return perVeld.Count > 0 ? model : model with { Melding = new Bericht("danger", kop, [Zinnen.Voor(fout.Code, fout.Argumenten)]) };
    }

    public Task BewaarConceptAsync(Actor actor, FoundTask taak, JsonObject antwoorden) => concepten.BewaarAsync(actor, taak, antwoorden);

    public Task WisConceptAsync(Actor actor, FoundTask taak) => concepten.WisAsync(actor, taak);

    /// <summary>Where to go on: the next open task of this household that is mine, else the household itself.</summary>
    public async Task<string> VolgendeAsync(Actor actor, Gevolg gevolg)
    {
        var mijn = (await werk.OpenAsync(actor, metTeam: true)).Where(t => t.HuishoudenId == gevolg.Huishouden).ToList();
        var volgende = gevolg.VolgendeTaken.Select(v => mijn.Find(t => t.Id == v.Id)).FirstOrDefault(t => t is not null) ?? mijn.FirstOrDefault();
        if (volgende is not null)
            return $"/taken/{volgende.Id}?na={gevolg.Taak}";
        return bevoegdheid.Mag(actor, Handeling.HuishoudenZien, await engine.ReadAsync(gevolg.Huishouden))
            ? $"/huishoudens/{gevolg.Huishouden}?na={gevolg.Taak}"
            : "/?klaar=" + Uri.EscapeDataString("De taak is afgerond.");
    }

    /// <summary>What completing another task led to, for the top of the next page.</summary>
    public async Task<Bericht?> KlaarAsync(HttpContext context, string id)
    {
        if ((await reader.TaakAsync(context.Actor(), id, Handeling.TaakZien, null)).Closed is not { Status: "completed" } closed)
            return null;
        var events = await engine.History.ReadAsync(closed.Stream).Where(c => c.Commit.Version == closed.Version).Select(c => c.Events).FirstAsync();
        return new Bericht("success", $"Klaar: {closed.Title}", [.. await sentences.OfAsync(events)]);
    }

    async Task<TaakModel> ModelAsync(HttpContext context, FoundTask taak, Ingevuld ingevuld, IReadOnlyDictionary<string, string> fouten)
    {
        var actor = context.Actor();
        var huishouden = (Huishouden)taak.Household.Domain;
        var blad = ingevuld.Formulier is not { } formulier ? null : new Invulblad(
            formulier, ingevuld.Antwoorden, fouten, await keuzes.VoorAsync(huishouden, taak.Dossier),
            Taakformulier.Voorwaarden(formulier, huishouden, taak.Dossier, ingevuld.Uitkomst, (Kalender)(await rows.LoadAsync(Given.CalendarKey))!, clock.Now).Zichtbaar);
        return new TaakModel(
            await beeld.VanAsync(taak, ingevuld.Antwoorden), blad, ingevuld.Uitkomst, taak.Open is { } open && bevoegdheid.Mag(actor, Handeling.TaakAfronden, taak.Household, open),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), LocalTime.DayOf(clock.Now), null, null, null,
            taak.Closed is { Status: "completed" } && bevoegdheid.Mag(actor, Handeling.TaakTerugdraaien, taak.Household, taak.Dossier),
            Zaak(huishouden, taak.Dossier), await CollegasAsync(actor, taak));
    }

    /// <summary>Those whose role the task asks; anybody who is a consulent when it asks none.</summary>
    async Task<IReadOnlyList<Optie>> CollegasAsync(Actor actor, FoundTask taak)
    {
        if (taak.Open is not { } open || !bevoegdheid.Mag(actor, Handeling.TaakToewijzen, taak.Household, taak.Dossier))
            return [];
        var rol = open.IsEscalated ? Rol.Consulent : open.Address.Role ?? Rol.Consulent;
        return [.. (await accounts.AllAsync()).Where(u => u.IsActive && u.PasswordHash is not null && u.Roles.Contains(rol)).Select(u => new Optie(u.Id, u.DisplayName))];
    }

    static Zaakregel? Zaak(Huishouden h, string? dossier) => h.Dossier(dossier) is not { } d ? null : new Zaakregel(
        Woorden.Van(h.Persoon(d.Client)?.Naam) ?? "onbekend", Woorden.Van(d.Vraag), d.Kanaal, Woorden.Van(d.Melder.Naam), d.Ontvangen,
        [.. h.HulpvragenVan(d.Id).Where(v => !v.Vervallen).Select(v => Woorden.Van(v.Vraag)).OfType<string>()], h.IsAfgeschermd);
}
