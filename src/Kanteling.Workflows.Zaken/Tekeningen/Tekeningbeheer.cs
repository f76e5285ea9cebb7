using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Everything that is done with drawings, for Studio and for our own pages. The law of this file: a concept is of whoever
/// draws it; its owner's save always wins, a colleague's concept is never overwritten, and what was published is never changed.
/// </summary>
public sealed class Tekeningbeheer(Tekeninglezer lezer, Tekenconcepten concepten, Bevoegdheid bevoegdheid)
{
    /// <summary>The newest version of every drawing, by name.</summary>
    public async Task<Uitslag<List<Tekeningkop>>> LijstAsync(Actor actor) =>
        (await VersiesAsync(actor)).Dan(koppen => koppen.Where(k => k.IsLaatste).OrderBy(k => k.Naam, StringComparer.CurrentCultureIgnoreCase).ToList());

    /// <summary>Every version of every drawing, or of one.</summary>
    public async Task<Uitslag<IReadOnlyList<Tekeningkop>>> VersiesAsync(Actor actor, DefinitionId? id = null) =>
        Verbod(actor, Handeling.TekeningenZien) is { } verbod ? verbod : Uitslag.Van(await lezer.KoppenAsync(id));

    /// <summary>One version, whole; the newest when none is named.</summary>
    /// <returns>Refused: 404.</returns>
    public async Task<Uitslag<Tekening>> OpenAsync(Actor actor, DefinitionId id, int? versie = null)
    {
        if (!(await VersiesAsync(actor, id)).Lukt(out var koppen, out var nee))
            return nee;
        return koppen.FirstOrDefault(k => versie is { } v ? k.Versie == v : k.IsLaatste) is { } kop ? await OpenAsync(kop) : Onbekend(id);
    }

    /// <summary>The document of a version that a list gave.</summary>
    /// <returns>Refused: 404 when it was put away meanwhile.</returns>
    public async Task<Uitslag<Tekening>> OpenAsync(Tekeningkop kop) => await lezer.DocumentAsync(kop) is { } document ? new Tekening(kop, document) : Onbekend(kop.DefinitionId);

    /// <summary>The copy of a drawing on which a trial runs.</summary>
    public async Task<Tekening?> ProefkopieAsync(Actor actor, DefinitionId id, int versie) =>
        bevoegdheid.Mag(actor, Handeling.TekeningenZien) ? await lezer.ProefkopieAsync(id, versie) : null;

    /// <summary>Whether this actor may change this drawing now: it has no concept, or one that is his.</summary>
    public bool MagTekenen(Actor actor, Tekeningkop kop) => bevoegdheid.Mag(actor, Handeling.Tekenen) && (kop.Concept is null || kop.IsVan(actor.Id));

    /// <summary>Whether this actor may draw at all.</summary>
    public bool MagTekenen(Actor actor) => bevoegdheid.Mag(actor, Handeling.Tekenen);

    /// <summary>Whether this actor may approve what somebody else drew.</summary>
    public bool MagGoedkeuren(Actor actor) => bevoegdheid.Mag(actor, Handeling.TekeningGoedkeuren);

    /// <summary>Whether no other drawing has this name.</summary>
    public async Task<Uitslag<bool>> IsNaamVrijAsync(Actor actor, string naam, DefinitionId? id) =>
        (await VersiesAsync(actor)).Dan(koppen => !koppen.Any(k => k.IsLaatste && k.DefinitionId != id && string.Equals(k.Naam, naam.Trim(), StringComparison.CurrentCultureIgnoreCase)));

    /// <summary>A new, empty drawing.</summary>
    public Task<Uitslag<Tekening>> NieuwAsync(Actor actor, string naam) => BewaarAsync(actor, new JsonObject
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
    /// <returns>Refused: 400 when a colleague draws, or it cannot be read; 403.</returns>
    public async Task<Uitslag<Tekening>> BewaarAsync(Actor actor, JsonObject model)
    {
        if (Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        var tag = Tekeningtekst.HaalTag(model);
        if (!(Tekeningtekst.Tekst(model, "definitionId")?.Trim() is { Length: > 0 } eigen ? Geldig(eigen) : await NieuwIdAsync(actor, model)).Lukt(out var id, out var nee))
            return nee;
        if (tag is { } concept && await lezer.RijAsync(id) is null && await lezer.HoogsteAsync(id) < concept.Versie)
            return new Weigering(Verzoekcode.TekeningConceptWeg);
        return await concepten.SchrijfAsync(actor, id, model) is { } fout ? fout : await OpenAsync(actor, id);
    }

    /// <summary>Makes a colleague's concept one's own, as it stands.</summary>
    public async Task<Weigering?> NeemOverAsync(Actor actor, DefinitionId id) =>
        Verbod(actor, Handeling.Tekenen) ?? await concepten.WijzigAsync(actor, id, (rij, _) => (rij.DrawnBy, rij.OfferedAt) = (actor.Id, rij.DrawnBy == actor.Id ? rij.OfferedAt : null));

    /// <summary>Puts a concept away. What was published before it, stays.</summary>
    /// <returns>Refused: 404, or 400 when it is a colleague's.</returns>
    public async Task<Weigering?> VerwijderConceptAsync(Actor actor, DefinitionId id)
    {
        if (Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        if (!(await concepten.VanMijAsync(actor, id)).Lukt(out var rij, out var nee))
            return nee;
        await concepten.RuimOpAsync(actor, rij);
        return null;
    }

    /// <summary>
    /// An id for a new drawing, made of its name. A client that did not hear the answer sends it again, with the same root that it
    /// made: that is the same drawing.
    /// </summary>
    async Task<Uitslag<DefinitionId>> NieuwIdAsync(Actor actor, JsonObject model)
    {
        if (Tekeningtekst.Naam(model) is not { Length: <= Tekeningtekst.LangsteNaam } naam)
            return new Weigering(Verzoekcode.TekeningNaam, $"{Tekeningtekst.LangsteNaam}");
        var koppen = await lezer.KoppenAsync();
        var wortel = (model["root"] as JsonObject)?["id"]?.ToString();
        foreach (var kop in koppen.Where(k => k.IsVan(actor.Id) && k.Naam == naam))
        {
            if (wortel is not null && (await lezer.DocumentAsync(kop))?["root"]?["id"]?.ToString() == wortel)
                return kop.DefinitionId;
        }
        var (basis, bezet) = (Tekeningtekst.IdVan(naam), koppen.Select(k => k.DefinitionId.Text).ToHashSet(StringComparer.OrdinalIgnoreCase));
        return new DefinitionId(Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? basis : $"{basis}-{n}").First(id => !bezet.Contains(id)));
    }

    /// <summary>That somebody may not do this; null when he may.</summary>
    internal Weigering? Verbod(Actor actor, Handeling handeling) => bevoegdheid.Mag(actor, handeling) ? null : new Weigering(Verzoekcode.NietBevoegd);

    static Uitslag<DefinitionId> Geldig(string id) => Tekeningtekst.IsId(id) ? new DefinitionId(id) : new Weigering(Verzoekcode.TekeningId, id.Length > 100 ? id[..100] : id);

    /// <summary>That there is no drawing of this id.</summary>
    public static Weigering Onbekend(DefinitionId id) => Onbekend(id.Text);

    /// <summary>The same, of what somebody took for an id.</summary>
    public static Weigering Onbekend(string id) => new(Verzoekcode.TekeningOnbekend, id.Length > 100 ? id[..100] : id);
}
