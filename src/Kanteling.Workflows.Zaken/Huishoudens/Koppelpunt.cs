using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Wijzigingen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Meldingen;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>
/// Brings two households together, or makes two of one. What is refused is decided in the two households themselves, one after the
/// other (<see cref="Links"/>); asking again with the same key gives the same answer.
/// </summary>
public sealed class Koppelpunt(Zaaklezer lezer, Uitvoering uitvoering)
{
    static readonly Vrijetekst Reden = new(4_000);

    /// <summary>What joining asks.</summary>
    public static Verzoekbeschrijving Samenvoeging { get; } = new("SamenvoegingVerzoek",
        new Verzoekveld("met", new Vrijetekst(Zaakvondst.LangsteId), "Id van het huishouden dat opgaat in dit huishouden.").Verplicht("om welk ander huishouden het gaat"),
        new Verzoekveld("reden", Reden).Verplicht("waarom de huishoudens bij elkaar horen")) { DoorHandeling = Verzoekcode.KoppelingOnjuist };

    /// <summary>What splitting asks.</summary>
    public static Verzoekbeschrijving Afsplitsing { get; } = new("AfsplitsingVerzoek",
        new Verzoekveld("personen", new Reeks(new Vrijetekst(Zaakvondst.LangsteId), Meldingbeschrijving.MeesteMensen), "Ids van wie er weggaat.").Verplicht("wie er weggaat"),
        new Verzoekveld("naam", new Vrijetekst(Persoonsinvoer.Naamlengte), "Van het nieuwe huishouden.").Verplicht("hoe het nieuwe huishouden heet"),
        new Verzoekveld("reden", Reden).Verplicht("waarom het huishouden wordt gesplitst")) { DoorHandeling = Verzoekcode.KoppelingOnjuist };

    /// <summary>The household of the request goes on; the other is not used any more.</summary>
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> VoegSamenAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        if (Samenvoeging.Weiger(body) is { } fout)
            return fout;
        var (met, reden) = (body.Tekst("met"), body.Tekst("reden"));
        if (!(await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, null)).Lukt(out var hier, out var nee))
            return nee;
        if (met == id)
            return Onjuist([Fout("met", Verzoekcode.KoppelingMetZichzelf)])!;
        if (!(await lezer.HuishoudenAsync(actor, met!, Handeling.HuishoudenKoppelen, null)).Lukt(out var ander, out nee))
            return nee;
        return await uitvoering.KoppelAsync(hier.Stream, new LinkStream(ander.Stream, Koppelingen.Relatie(Koppelingsoort.SamengevoegdUit), reden), asking);
    }

    /// <summary>A new household for some of the persons; what runs goes on where it is.</summary>
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> SplitsAfAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        if (!(await GelezenAsync(actor, id, body)).Lukt(out var splitsing, out var nee))
            return nee;
        var (hier, personen) = splitsing;
        var nieuw = await uitvoering.NieuwAsync(hier.Stream, "afsplitsing", asking);
        var bij = new JsonObject { ["personen"] = new JsonArray([.. personen.Select(p => (JsonNode)p.Text)]), ["naam"] = body.Tekst("naam") };
        return (await uitvoering.KoppelAsync(hier.Stream, new LinkStream(nieuw, Koppelingen.Relatie(Koppelingsoort.AfgesplitstNaar), body.Tekst("reden"), bij), asking)).Lukt(out var gevolg, out nee)
            ? gevolg with { Huishouden = nieuw.Text }
            : nee;
    }

    /// <summary>Why it cannot be done as it is asked and as things are now, for the page that shows what would happen; null when it can.</summary>
    public async Task<Weigering?> TeSplitsenAsync(Actor actor, string id, JsonObject body) =>
        !(await GelezenAsync(actor, id, body)).Lukt(out var splitsing, out var nee) ? nee : Onjuist(Koppelingen.Vertrekbezwaren((Huishouden)splitsing.Hier.Domain, splitsing.Personen));

    async Task<Uitslag<(Case Hier, ImmutableArray<PersoonId> Personen)>> GelezenAsync(Actor actor, string id, JsonObject body)
    {
        if (Afsplitsing.Weiger(body) is { } fout)
            return fout;
        if (!Naamtekens.ZijnZichtbaar(body.Tekst("naam")!))
            return Onjuist([Fout("naam", Persoonscode.NaamOnzichtbaar)])!;
        var personen = ((JsonArray)body["personen"]!).Select(p => new PersoonId(p!.ToString())).Distinct().ToImmutableArray();
        return (await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, null)).Lukt(out var hier, out var nee) ? (hier, personen) : nee;
    }

    static Weigering? Onjuist(ImmutableArray<Refusal> fouten) => fouten.IsEmpty ? null : new Weigering(Verzoekcode.KoppelingOnjuist) { Fouten = fouten };

    static Refusal Fout(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], veld);
}
