using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Noodtoegangen;

namespace Kanteling.Workflows.Web.Pages;

public sealed record HuishoudenModel(HuishoudenBeeld Beeld, IReadOnlyList<Tijdlijnpunt> Tijdlijn, DateOnly Vandaag, bool MagMelden, Bericht? Klaar, IReadOnlyList<MogelijkBeeld> Mogelijk)
{
    /// <summary>Whether it may be merged with another or split by this person.</summary>
    public bool MagKoppelen { get; init; }

    /// <summary>By which it is seen; null when it is seen by a relation.</summary>
    public Noodbeeld? Noodtoegang { get; init; }

    /// <summary>How many files there are with it.</summary>
    public int Bijlagen { get; init; }

    /// <summary>The search that it was found by; null when it was come to otherwise.</summary>
    public string? Terug { get; init; }
}

/// <param name="Huishouden">The household itself, for those who may see that too.</param>
public sealed record VeiligheidModel(HuishoudenBeeld Beeld, IReadOnlyList<Tijdlijnpunt> Tijdlijn, DateOnly Vandaag, string? Huishouden, Bericht? Klaar);

/// <summary>One household: its people, its circles, what runs, and what happened.</summary>
static class HuishoudenPaginas
{
    public static void Map(RouteGroupBuilder paginas) => paginas.MapGet("/huishoudens/{id}", ToonAsync);

    static async Task<IResult> ToonAsync(HttpContext context, string id, Zaaklezer lezer, Huishoudenblad blad, Zoekblad zoekblad, Taakvervolg vervolg, Noodtoegang nood)
    {
        var actor = context.Actor();
        if (!(await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenZien, "huishouden")).Lukt(out var gevonden, out var nee))
            return nee.Code == Verzoekcode.NietBevoegd && await nood.KanAsync(actor, id) ? NoodPaginas.Vraag(context, id) : nee.Antwoord();
        if (!(await vervolg.KlaarAsync(actor, context.Request.Query["na"])).Lukt(out var klaar, out nee))
            return nee.Antwoord();
        var verborgen = await lezer.VerborgenAsync(actor, gevonden);
        if (!Bevoegdheid.IsAfgeschermd(gevonden))
        {
            var model = await blad.VanAsync(actor, gevonden, verborgen, klaar);
            return Weergave.Toon<Huishoudenpagina>(context, model with { Klaar = klaar ?? Begonnen(context, model.Mogelijk), Terug = zoekblad.Terug(context), Noodtoegang = await nood.LooptAsync(actor, gevonden) });
        }
        var afgeschermd = await blad.AfgeschermdAsync(actor, gevonden, verborgen, klaar);
        var terug = afgeschermd.Huishouden is { } huishouden && await lezer.MagAsync(actor, Handeling.HuishoudenZien, new StreamId(huishouden)) ? huishouden : null;
        return Weergave.Toon<Veiligheidpagina>(context, afgeschermd with { Huishouden = terug });
    }

    /// <summary>What was begun from this page, for the top of it. An address says only which of a few it was: what it means is our own text.</summary>
    static Bericht? Begonnen(HttpContext context, IReadOnlyList<MogelijkBeeld> mogelijk)
    {
        var wat = context.Request.Query["begonnen"].ToString();
        var naam = wat switch
        {
            KoppelPaginas.Samengevoegd => "Huishoudens samengevoegd",
            KoppelPaginas.Gesplitst => "Huishouden gesplitst",
            _ => mogelijk.FirstOrDefault(m => m.Id == wat)?.Naam,
        };
        return naam is null ? null : new Bericht("success", $"Gedaan: {naam}", []);
    }
}
