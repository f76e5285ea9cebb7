using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Api;
using Kanteling.Workflows.Web.Rechten;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>
/// Everything that is done with drawings, for Studio and for our own pages. The law of this file: a concept is of whoever
/// draws it; its owner's save always wins, a colleague's concept is never overwritten, and what was published is never changed.
/// </summary>
public sealed partial class Tekeningen(Tekeninglezer lezer, Tekeningcontrole controle, OpenStorage storage, WorkflowEngine engine, CaseClock clock, Toegang toegang, Names names)
{
    const int Pogingen = 5;

    /// <summary>The newest version of every drawing, by name.</summary>
    public async Task<IReadOnlyList<Tekeningkop>> LijstAsync(Actor actor) =>
        [.. (await VersiesAsync(actor)).Where(k => k.IsLaatste).OrderBy(k => k.Naam, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>Every version of every drawing, or of one.</summary>
    public Task<IReadOnlyList<Tekeningkop>> VersiesAsync(Actor actor, string? id = null)
    {
        Vraag(actor, Handeling.TekeningenZien);
        return lezer.KoppenAsync(id);
    }

    /// <summary>One version, whole; the newest when none is named.</summary>
    /// <exception cref="Geweigerd">404.</exception>
    public async Task<Tekening> OpenAsync(Actor actor, string id, int? versie = null) =>
        (await VersiesAsync(actor, id)).FirstOrDefault(k => versie is { } v ? k.Versie == v : k.IsLaatste) is { } kop ? await OpenAsync(kop) : throw Onbekend(id);

    /// <summary>The document of a version that a list gave.</summary>
    /// <exception cref="Geweigerd">404: it was put away meanwhile.</exception>
    public async Task<Tekening> OpenAsync(Tekeningkop kop) => await lezer.DocumentAsync(kop) is { } document ? new Tekening(kop, document) : throw Onbekend(kop.DefinitionId);

    /// <summary>The copy of a drawing on which a trial runs.</summary>
    public Task<Tekening?> ProefkopieAsync(Actor actor, string id, int versie)
    {
        Vraag(actor, Handeling.TekeningenZien);
        return lezer.ProefkopieAsync(id, versie);
    }

    /// <summary>Whether this actor may change this drawing now: it has no concept, or one that is his.</summary>
    public bool MagTekenen(Actor actor, Tekeningkop kop) => toegang.Mag(actor, Handeling.Tekenen) && (kop.Concept is null || kop.IsVan(actor.Id));

    /// <summary>Whether this actor may draw at all.</summary>
    public bool MagTekenen(Actor actor) => toegang.Mag(actor, Handeling.Tekenen);

    /// <summary>Whether no other drawing has this name.</summary>
    public async Task<bool> IsNaamVrijAsync(Actor actor, string naam, string? id) =>
        !(await VersiesAsync(actor)).Any(k => k.IsLaatste && k.DefinitionId != id && string.Equals(k.Naam, naam.Trim(), StringComparison.CurrentCultureIgnoreCase));

    /// <summary>A new, empty drawing.</summary>
    public Task<Tekening> NieuwAsync(Actor actor, string naam) => BewaarAsync(actor, new JsonObject
    {
        ["name"] = naam,
        ["root"] = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString("n")[..16], ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1", ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject(),
            ["activities"] = new JsonArray(), ["variables"] = new JsonArray(), ["connections"] = new JsonArray(),
        },
    });

    /// <summary>
    /// Saves what a client sent as the concept of its drawing, also with mistakes in it. Without an id it is a new drawing; what
    /// is equal to what is published, is no concept. A new drawing that is sent again, is that drawing.
    /// </summary>
    /// <exception cref="Geweigerd">400 when a colleague draws, or it cannot be read; 403.</exception>
    public async Task<Tekening> BewaarAsync(Actor actor, JsonObject model)
    {
        Vraag(actor, Handeling.Tekenen);
        var tag = Tekeningtekst.HaalTag(model);
        var id = Tekeningtekst.Tekst(model, "definitionId")?.Trim() is { Length: > 0 } eigen ? Geldig(eigen) : await NieuwIdAsync(actor, model);
        if (tag is { } concept && await lezer.RijAsync(id) is null && await lezer.HoogsteAsync(id) < concept.Versie)
            throw new Geweigerd(StatusCodes.Status400BadRequest, "TEKENING_CONCEPT_WEG");
        await SchrijfAsync(actor, id, model);
        return await OpenAsync(actor, id);
    }

    /// <summary>Makes a colleague's concept one's own, as it stands.</summary>
    public async Task<Tekening> NeemOverAsync(Actor actor, string id)
    {
        Vraag(actor, Handeling.Tekenen);
        await WijzigAsync(actor, id, rij => (rij.DrawnBy, rij.OfferedAt) = (actor.Id, rij.DrawnBy == actor.Id ? rij.OfferedAt : null));
        return await OpenAsync(actor, id);
    }

    /// <summary>Puts a concept away. What was published before it, stays.</summary>
    /// <exception cref="Geweigerd">404, or 400 when it is a colleague's.</exception>
    public async Task VerwijderConceptAsync(Actor actor, string id)
    {
        Vraag(actor, Handeling.Tekenen);
        var rij = await VanMijAsync(actor, id);
        await RuimOpAsync(actor, rij);
    }

    /// <summary>Writes until nobody was in between; overlapping saves of one user are all accepted, the last one stays.</summary>
    async Task SchrijfAsync(Actor actor, string id, JsonObject model)
    {
        for (var poging = 1; ; poging++)
        {
            var (rij, hoogste) = (await lezer.RijAsync(id), await lezer.HoogsteAsync(id));
            if (rij is not null && rij.DrawnBy != actor.Id)
                throw await VanAnderAsync(rij.DrawnBy);
            var versie = Math.Max(rij?.Number ?? 1, hoogste + 1);
            var gemaakt = rij?.CreatedAt ?? await GemaaktAsync(id) ?? clock.Now;
            var tekst = Tekeningtekst.Bewaarvorm(model, id, versie, gemaakt);
            if (rij is null && await IsZoGepubliceerdAsync(id, hoogste, tekst))
                return;
            try
            {
                await storage.Registers.WriteAsync(actor.Id, clock.Now, db => ZetAsync(db, actor, new Teschrijven(id, versie, tekst, gemaakt)));
                return;
            }
            catch (RegisterConflictException) when (poging < Pogingen)
            {
                // Another save of the same drawing was first; look again whose it is now.
            }
        }
    }

    async Task<bool> ZetAsync(KantelingDb db, Actor actor, Teschrijven nieuw)
    {
        var rij = await db.FirstAsync(db.DefinitionDrafts.Where(d => d.DefinitionId == nieuw.Id));
        if (rij is not null && rij.DrawnBy != actor.Id && rij.Number >= nieuw.Versie)
            throw await VanAnderAsync(rij.DrawnBy);
        if (rij is null)
            db.DefinitionDrafts.Add(new DefinitionDraft { DefinitionId = nieuw.Id, Number = nieuw.Versie, Document = nieuw.Tekst, DrawnBy = actor.Id, CreatedAt = nieuw.Gemaakt, SavedAt = clock.Now });
        else if (rij.Document != nieuw.Tekst || rij.Number != nieuw.Versie)
            (rij.Number, rij.Document, rij.DrawnBy, rij.SavedAt, rij.OfferedAt) = (nieuw.Versie, nieuw.Tekst, actor.Id, clock.Now, null);
        return true;
    }

    sealed record Teschrijven(string Id, int Versie, string Tekst, DateTimeOffset Gemaakt);

    async Task<bool> IsZoGepubliceerdAsync(string id, int hoogste, string tekst) =>
        hoogste > 0 && await storage.Store.DefinitionAsync(id, hoogste, default) is { IsRetracted: false } rij && Tekeningtekst.IsGelijk(rij.Document, tekst);

    async Task<DateTimeOffset?> GemaaktAsync(string id) => (await lezer.KoppenAsync(id)).Select(k => k.Kenmerken.Gemaakt).FirstOrDefault(g => g is not null);

    /// <summary>
    /// An id for a new drawing, made of its name. A client that did not hear the answer sends it again, with the same root that it
    /// made: that is the same drawing.
    /// </summary>
    async Task<string> NieuwIdAsync(Actor actor, JsonObject model)
    {
        var naam = Tekeningtekst.Naam(model) ?? throw new Geweigerd(StatusCodes.Status400BadRequest, "TEKENING_NAAM", $"{Tekeningtekst.LangsteNaam}");
        var koppen = await lezer.KoppenAsync();
        var wortel = (model["root"] as JsonObject)?["id"]?.ToString();
        foreach (var kop in koppen.Where(k => k.IsVan(actor.Id) && k.Naam == naam))
            if (wortel is not null && (await lezer.DocumentAsync(kop))?["root"]?["id"]?.ToString() == wortel)
                return kop.DefinitionId;
        var (basis, bezet) = (Tekeningtekst.IdVan(naam), koppen.Select(k => k.DefinitionId).ToHashSet(StringComparer.OrdinalIgnoreCase));
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? basis : $"{basis}-{n}").First(id => !bezet.Contains(id));
    }

    /// <summary>Changes the row of a concept in one go.</summary>
    async Task<DefinitionDraft> WijzigAsync(Actor actor, string id, Action<DefinitionDraft> verandering, long? gezien = null) =>
        await storage.Registers.WriteAsync(actor.Id, clock.Now, async db =>
        {
            var rij = await db.FirstAsync(db.DefinitionDrafts.Where(d => d.DefinitionId == id)) ?? throw Onbekend(id);
            if (gezien is { } versie)
                db.Expect(rij, versie);
            verandering(rij);
            return rij;
        });

    /// <summary>Puts the row away if nobody changed it since.</summary>
    async Task RuimOpAsync(Actor actor, DefinitionDraft gelezen)
    {
        await storage.Registers.WriteAsync(actor.Id, clock.Now, async db =>
        {
            if (await db.FirstAsync(db.DefinitionDrafts.Where(d => d.DefinitionId == gelezen.DefinitionId && d.Version == gelezen.Version)) is { } rij)
                db.DefinitionDrafts.Remove(rij);
            return true;
        });
    }

    /// <exception cref="Geweigerd">404, or 400 when it is a colleague's.</exception>
    async Task<DefinitionDraft> VanMijAsync(Actor actor, string id)
    {
        var rij = await lezer.RijAsync(id) ?? throw Onbekend(id);
        return rij.DrawnBy == actor.Id ? rij : throw await VanAnderAsync(rij.DrawnBy);
    }

    async Task<Geweigerd> VanAnderAsync(string wie) => new(StatusCodes.Status400BadRequest, "TEKENING_VAN_ANDER", (await names.OfAsync(wie))!.Naam);

    void Vraag(Actor actor, Handeling act)
    {
        if (!toegang.Mag(actor, act))
            throw new Geweigerd(StatusCodes.Status403Forbidden, "NIET_BEVOEGD");
    }

    static string Geldig(string id) => Tekeningtekst.IsId(id) ? id : throw new Geweigerd(StatusCodes.Status400BadRequest, "TEKENING_ID", id.Length > 100 ? id[..100] : id);

    static Geweigerd Onbekend(string id) => new(StatusCodes.Status404NotFound, "TEKENING_ONBEKEND", id.Length > 100 ? id[..100] : id);
}
