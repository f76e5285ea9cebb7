using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Everything that is done with drawings, for Studio and for our own pages. The law of this file: a concept is of whoever
/// draws it; its owner's save always wins, a colleague's concept is never overwritten, and what was published is never changed.
/// </summary>
public sealed partial class Tekeningbeheer(Tekeninglezer lezer, Tekenconcepten concepten, Tekeningcontrole controle, WorkflowEngine engine, Bevoegdheid bevoegdheid)
{
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
    public bool MagTekenen(Actor actor, Tekeningkop kop) => bevoegdheid.Mag(actor, Handeling.Tekenen) && (kop.Concept is null || kop.IsVan(actor.Id));

    /// <summary>Whether this actor may draw at all.</summary>
    public bool MagTekenen(Actor actor) => bevoegdheid.Mag(actor, Handeling.Tekenen);

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
            throw new Geweigerd(Verzoekcode.TekeningConceptWeg);
        await concepten.SchrijfAsync(actor, id, model);
        return await OpenAsync(actor, id);
    }

    /// <summary>Makes a colleague's concept one's own, as it stands.</summary>
    public async Task<Tekening> NeemOverAsync(Actor actor, string id)
    {
        Vraag(actor, Handeling.Tekenen);
        await concepten.WijzigAsync(actor, id, (rij, _) => (rij.DrawnBy, rij.OfferedAt) = (actor.Id, rij.DrawnBy == actor.Id ? rij.OfferedAt : null));
        return await OpenAsync(actor, id);
    }

    /// <summary>Puts a concept away. What was published before it, stays.</summary>
    /// <exception cref="Geweigerd">404, or 400 when it is a colleague's.</exception>
    public async Task VerwijderConceptAsync(Actor actor, string id)
    {
        Vraag(actor, Handeling.Tekenen);
        await concepten.RuimOpAsync(actor, await concepten.VanMijAsync(actor, id));
    }

    /// <summary>
    /// An id for a new drawing, made of its name. A client that did not hear the answer sends it again, with the same root that it
    /// made: that is the same drawing.
    /// </summary>
    async Task<string> NieuwIdAsync(Actor actor, JsonObject model)
    {
        var naam = Tekeningtekst.Naam(model) ?? throw new Geweigerd(Verzoekcode.TekeningNaam, $"{Tekeningtekst.LangsteNaam}");
        var koppen = await lezer.KoppenAsync();
        var wortel = (model["root"] as JsonObject)?["id"]?.ToString();
        foreach (var kop in koppen.Where(k => k.IsVan(actor.Id) && k.Naam == naam))
        {
            if (wortel is not null && (await lezer.DocumentAsync(kop))?["root"]?["id"]?.ToString() == wortel)
                return kop.DefinitionId;
        }
        var (basis, bezet) = (Tekeningtekst.IdVan(naam), koppen.Select(k => k.DefinitionId).ToHashSet(StringComparer.OrdinalIgnoreCase));
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? basis : $"{basis}-{n}").First(id => !bezet.Contains(id));
    }

    void Vraag(Actor actor, Handeling act)
    {
        if (!bevoegdheid.Mag(actor, act))
            throw new Geweigerd(Verzoekcode.NietBevoegd);
    }

    static string Geldig(string id) => Tekeningtekst.IsId(id) ? id : throw new Geweigerd(Verzoekcode.TekeningId, id.Length > 100 ? id[..100] : id);

    internal static Geweigerd Onbekend(string id) => new(Verzoekcode.TekeningOnbekend, id.Length > 100 ? id[..100] : id);
}
