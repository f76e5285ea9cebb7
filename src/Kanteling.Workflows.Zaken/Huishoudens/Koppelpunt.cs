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

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>
/// Brings two households together, or makes two of one. What is refused is decided in the two households themselves, one after the
/// other (<see cref="Links"/>); asking again with the same key gives the same answer.
/// </summary>
public sealed class Koppelpunt(Zaaklezer lezer, Uitvoering uitvoering)
{
    /// <summary>The household of the request goes on; the other is not used any more.</summary>
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> VoegSamenAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        var (met, reden) = (body.Tekst("met"), body.Tekst("reden"));
        if (Onjuist([.. Onbekend(body, "met", "reden"), .. Tekst(body, "met", "om welk ander huishouden het gaat"), .. Tekst(body, "reden", "waarom de huishoudens bij elkaar horen")]) is { } fout)
            return fout;
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
        var personen = (body["personen"] as JsonArray ?? []).Select(p => new PersoonId(p?.ToString() ?? "")).Distinct().ToImmutableArray();
        if (Onjuist([.. Onbekend(body, "personen", "naam", "reden"), .. Tekst(body, "naam", "hoe het nieuwe huishouden heet"), .. Tekst(body, "reden", "waarom het huishouden wordt gesplitst"), .. personen.IsEmpty ? [Fout("personen", Verzoekcode.VeldOntbreekt, "wie er weggaat")] : Array.Empty<Refusal>()]) is { } fout)
            return fout;
        return (await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenKoppelen, null)).Lukt(out var hier, out var nee) ? (hier, personen) : nee;
    }

    static IEnumerable<Refusal> Onbekend(JsonObject body, params string[] bekend) => body.Select(p => p.Key).Where(n => !bekend.Contains(n)).Select(n => Fout(n, Verzoekcode.VeldOnbekend, n));

    static IEnumerable<Refusal> Tekst(JsonObject body, string veld, string wat) => Meldingcontrole.Tekstfout(body, veld, 4_000, wat) is { } nee ? [nee] : [];

    static Weigering? Onjuist(ImmutableArray<Refusal> fouten) => fouten.IsEmpty ? null : new Weigering(Verzoekcode.KoppelingOnjuist) { Fouten = fouten };

    static Refusal Fout(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], veld);
}

/// <param name="Met">Id of the household that goes up in this one.</param>
public sealed record SamenvoegingVerzoek(string Met, string Reden);

/// <param name="Personen">Ids of who goes.</param>
/// <param name="Naam">Of the new household.</param>
public sealed record AfsplitsingVerzoek(IReadOnlyList<string> Personen, string Naam, string Reden);
