using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>Accounts and their roles, for the beheerder. A link or a token is in the answer that made it, and nowhere else.</summary>
static class GebruikersApi
{
    const string Tag = "gebruikers";

    static readonly Verzoekveld Naam = new("naam", new Vrijetekst(Accountregels.LangsteNaam), "Hoe deze gebruiker heet op het scherm.");
    static readonly Verzoekveld Rolnamen = new("rollen", new Reeks(new Keuze([.. Rollen.Meegeleverd.Namen]), 20));
    static readonly Verzoekveld Reden = new("reden", new Vrijetekst(Accountregels.LangsteReden), "Waarom er een rol of een ander team bij komt.");

    static Verzoekbeschrijving Aanvraag { get; } = new("GebruikerAanvraag",
        new Verzoekveld("inlognaam", new Vrijetekst(Accountregels.LangsteNaam)).Verplicht("de naam om mee aan te melden"), Naam.Verplicht("hoe deze gebruiker heet op het scherm"), Rolnamen,
        new Verzoekveld("team", new Vrijetekst(Accountregels.LangsteNaam)), new Verzoekveld("programma", new JaNeevorm(), "Een programma krijgt een token, een mens een link."), Reden);

    static Verzoekbeschrijving Wijziging { get; } = new("GebruikerWijziging",
        Naam, Rolnamen, new Verzoekveld("team", new Vrijetekst(Accountregels.LangsteNaam), "null is geen team."), new Verzoekveld("actief", new JaNeevorm()),
        new Verzoekveld("toch", new JaNeevorm(), "Ook als dan niemand anders een rol of team heeft."), Reden);

    public static void Map(RouteGroupBuilder api)
    {
        var gebruikers = api.MapGroup("/gebruikers").WithTags(Tag);
        gebruikers.MapGet("", (HttpContext context, Accountlezer lezer) => lezer.LijstAsync(context.Actor(), new Accountfilter(context.Request.Query["rol"], context.Request.Query["stand"]), context.Request.Paging()))
            .MetPagina().Produces<Lijst<Accountbeeld>>().WithSummary("Wie zich aanmeldt; ?rol= en ?stand=actief, weg of wacht");
        gebruikers.MapPost("", NieuwAsync).MetJson(Aanvraag).Produces<NieuweGebruiker>(StatusCodes.Status201Created).WithSummary("Een gebruiker of programma toevoegen; met rollen beslist een tweede beheerder");
        gebruikers.MapGet("{id}", (HttpContext context, string id, Accountlezer lezer) => lezer.LeesAsync(context.Actor(), new(id))).Produces<Accountbeeld>().WithSummary("Een gebruiker");
        gebruikers.MapGet("{id}/wijzigingen", (HttpContext context, string id, Accountlezer lezer) => lezer.GeschiedenisAsync(context.Actor(), new(id), context.Request.Paging()))
            .MetPagina().Produces<Lijst<Accountwijziging>>().WithSummary("Wat er aan een gebruiker gewijzigd is, door wie en wanneer");
        gebruikers.MapPost("{id}/wijziging", WijzigAsync).MetJson(Wijziging).Produces<Accountgevolg>().WithSummary("Naam, team, rollen of toegang wijzigen; komt er een rol of een ander team bij, dan beslist een tweede beheerder");
        gebruikers.MapPost("{id}/link", async (HttpContext context, string id, Accountbeheer beheer) => (await beheer.LinkAsync(context.Actor(), new(id))).Dan(Eenmaal))
            .ZonderJson().Produces<EenmaligGeheim>().WithSummary("Een link waarmee deze persoon één keer een wachtwoord kiest; een link van eerder werkt niet meer");
        gebruikers.MapPost("{id}/token", async (HttpContext context, string id, Accountbeheer beheer) => (await beheer.TokenAsync(context.Actor(), new(id))).Dan(Eenmaal))
            .ZonderJson().Produces<EenmaligGeheim>().WithSummary("Een nieuw token voor een programma; het token van eerder werkt niet meer");
        var rollen = api.MapGroup("/rolwijzigingen").WithTags(Tag);
        rollen.MapGet("", (HttpContext context, Rolvoorstellen voorstellen) => voorstellen.LijstAsync(context.Actor(), context.Request.Paging()))
            .MetPagina().Produces<Lijst<Rolvoorstel>>().WithSummary("Wijzigingen van rollen, de nieuwste eerst: wat wacht, wat besloten is en wat zonder tweede persoon ging");
        rollen.MapPost("{nummer:long}/goedkeuren", (HttpContext context, long nummer, Rolvoorstellen voorstellen) => KeurGoedAsync(context, nummer, voorstellen))
            .ZonderJson().Produces(StatusCodes.Status204NoContent).WithSummary("Goedkeuren wat een andere beheerder over iemand anders voorstelde; ?toch=true ook als dan niemand anders een rol heeft");
        rollen.MapPost("{nummer:long}/intrekken", (HttpContext context, long nummer, Rolvoorstellen voorstellen) => GedaanAsync(voorstellen.TrekInAsync(context.Actor(), nummer)))
            .ZonderJson().Produces(StatusCodes.Status204NoContent).WithSummary("Een voorstel intrekken dat nog wacht");
        rollen.MapPost("{nummer:long}/bevestigen", (HttpContext context, long nummer, Rolvoorstellen voorstellen) => GedaanAsync(voorstellen.BevestigAsync(context.Actor(), nummer)))
            .ZonderJson().Produces(StatusCodes.Status204NoContent).WithSummary("Achteraf bevestigen wat een ander zonder tweede persoon deed");
    }

    static async Task<IResult> NieuwAsync(HttpContext context, Accountbeheer beheer)
    {
        var body = context.Json();
        var vraag = new Accountaanvraag(
            body.Tekst("inlognaam") ?? "", body.Tekst("naam") ?? "", Genoemd(body) ?? [], body.Tekst("team") is { } team ? new TeamId(team) : null, JaNee(body, "programma") == true, body.Tekst("reden"));
        return (await beheer.NieuwAsync(context.Actor(), vraag)).Antwoord(nieuw =>
            Results.Json(new NieuweGebruiker(nieuw.Gevolg.Id, nieuw.Gevolg.Voorstel, nieuw.Gevolg.ZonderTweede, Eenmaal(nieuw.Eenmalig)), Jsonvorm.Options, statusCode: StatusCodes.Status201Created));
    }

    static async Task<Uitslag<Accountgevolg>> WijzigAsync(HttpContext context, string id, Accountbeheer beheer)
    {
        var body = context.Json();
        // What is not said stays; a team of null is no team.
        var wijziging = new Gebruikerswijziging(Genoemd(body), body.Tekst("team") is { } team ? new TeamId(team) : null, JaNee(body, "actief"), JaNee(body, "toch") == true)
        {
            Naam = body.ContainsKey("naam") ? body.Tekst("naam") ?? "" : null, ZonderTeam = body.ContainsKey("team") && body["team"] is null,
        };
        if (wijziging is { RaaktRechten: false, Naam: null } || (body.ContainsKey("rollen") && wijziging.Rollen is null) || (body.ContainsKey("actief") && wijziging.Actief is null))
            return new Weigering(Verzoekcode.VerzoekOnleesbaar);
        return await beheer.WijzigAsync(context.Actor(), new(id), wijziging, body.Tekst("reden"));
    }

    static async Task<IResult> KeurGoedAsync(HttpContext context, long nummer, Rolvoorstellen voorstellen) =>
        (await voorstellen.KeurGoedAsync(context.Actor(), nummer, context.Request.Query["toch"] == "true")).Antwoord(_ => Results.NoContent());

    static async Task<IResult> GedaanAsync(Task<Weigering?> gevraagd) => await gevraagd is { } nee ? nee.Antwoord() : Results.NoContent();

    static EenmaligGeheim Eenmaal(Eenmalig eenmalig) => eenmalig.IsToken ? new(eenmalig.Geheim, null, null) : new(null, "/wachtwoord/" + eenmalig.Geheim, eenmalig.Tot);

    static ImmutableArray<string>? Genoemd(JsonObject body) =>
        body["rollen"] is JsonArray lijst && lijst.All(rol => rol is JsonValue waarde && waarde.TryGetValue<string>(out _)) ? [.. lijst.Select(rol => rol!.GetValue<string>()).Distinct()] : null;

    static bool? JaNee(JsonObject body, string naam) => body[naam] is JsonValue waarde && waarde.TryGetValue<bool>(out var ja) ? ja : null;
}

/// <param name="Link">Het pad achter het adres van dit programma.</param>
sealed record EenmaligGeheim(string? Token, string? Link, DateTimeOffset? Tot);

/// <param name="Voorstel">Het nummer van wat nu op een tweede beheerder wacht.</param>
sealed record NieuweGebruiker(string Id, long? Voorstel, bool ZonderTweede, EenmaligGeheim Eenmalig);
