using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Who works here and what they may do, for the beheerder. What is shown once is in the answer to the form, and never in an address.</summary>
static class GebruikersPaginas
{
    const string Lijst = "/beheer/gebruikers";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet(Lijst, (HttpContext context, Gebruikersblad blad) => LijstAsync(context, blad, Klaar(context.Request.Query["klaar"])));
        paginas.MapPost(Lijst, BeslisAsync);
        paginas.MapGet("/beheer/nieuwe-gebruiker", (HttpContext context, Accountbeheer beheer, Gebruikersblad blad) => NieuwAsync(context, beheer, blad, Getyptaccount.Leeg, null));
        paginas.MapPost("/beheer/nieuwe-gebruiker", VoegToeAsync);
        paginas.MapGet(Lijst + "/{id}", (HttpContext context, string id, Gebruikersblad blad) => EenAsync(context, id, blad, Klaar(context.Request.Query["klaar"])));
        paginas.MapPost(Lijst + "/{id}", WijzigAsync);
        paginas.MapPost(Lijst + "/{id}/overdracht", DraagOverAsync);
        paginas.MapPost(Lijst + "/{id}/geheim", GeheimAsync);
    }

    static Bericht? Klaar(string? wat) => wat switch
    {
        "gewijzigd" => new("success", "Het account is gewijzigd", []),
        "voorgesteld" => new("success", "Uw voorstel is vastgelegd", ["De rollen of het team veranderen pas als een andere beheerder het goedkeurt."]),
        "zonder" => new("warning", "Gedaan, zonder tweede persoon", ["Er is geen tweede beheerder. Daarom staat dit in de lijst, tot een andere beheerder het bevestigt."]),
        "goedgekeurd" => new("success", "De rechten zijn gewijzigd", []),
        "onbevestigd" => new("warning", "De rechten zijn gewijzigd, en het blijft in de lijst", ["U bent zelf beheerder geworden zonder tweede persoon. Laat dat eerst bevestigen, door een andere beheerder of op de server zelf."]),
        "ingetrokken" => new("success", "Het voorstel is ingetrokken", ["Er is niets gewijzigd."]),
        "bevestigd" => new("success", "Bevestigd", ["Dit staat niet meer in de lijst."]),
        _ => null,
    };

    static async Task<IResult> LijstAsync(HttpContext context, Gebruikersblad blad, Bericht? melding, int status = StatusCodes.Status200OK)
    {
        var vraag = context.Request.Query;
        return (await blad.LijstAsync(context.Actor(), new Accountfilter(vraag["rol"], vraag["stand"]), Bladzij.Gevraagd(vraag["pagina"]), melding)).Antwoord(model => Weergave.Toon<Gebruikerspagina>(context, model, status));
    }

    static async Task<IResult> EenAsync(HttpContext context, string id, Gebruikersblad blad, Bericht? melding, int status = StatusCodes.Status200OK, Getyptaccount? getypt = null) =>
        (await blad.EenAsync(context.Actor(), new(id), Bladzij.Gevraagd(context.Request.Query["pagina"], 20), getypt, melding)).Antwoord(model => Weergave.Toon<Gebruikerpagina>(context, model, status));

    static async Task<IResult> BeslisAsync(HttpContext context, Rolvoorstellen voorstellen, Gebruikersblad blad)
    {
        var (formulier, actor) = (context.Request.Form, context.Actor());
        var nummer = long.TryParse(formulier["nummer"], NumberStyles.None, CultureInfo.InvariantCulture, out var gevraagd) ? gevraagd : 0;
        var (fout, klaar) = formulier["actie"].ToString() switch
        {
            "goedkeuren" => Van(await voorstellen.KeurGoedAsync(actor, nummer, formulier["toch"] == "ja")),
            "intrekken" => (await voorstellen.TrekInAsync(actor, nummer), "ingetrokken"),
            "bevestigen" => (await voorstellen.BevestigAsync(actor, nummer), "bevestigd"),
            _ => (new Weigering(Verzoekcode.VerzoekOnleesbaar), ""),
        };
        if (fout is null)
            return Results.Redirect($"{Lijst}?klaar={klaar}");
        return IsHier(fout) ? await LijstAsync(context, blad, Lukteniet(fout), Statussen.Van(fout)) : fout.Antwoord();
    }

    static (Weigering? Fout, string Klaar) Van(Uitslag<Accountgevolg> uitslag) => uitslag.Lukt(out var gevolg, out var fout) ? (null, gevolg.ZonderTweede ? "onbevestigd" : "goedgekeurd") : (fout, "");

    static async Task<IResult> NieuwAsync(HttpContext context, Accountbeheer beheer, Gebruikersblad blad, Getyptaccount getypt, Weigering? fout) => beheer.Verbod(context.Actor()) is { } verbod ? verbod.Antwoord()
        : Weergave.Toon<NieuweGebruikerpagina>(context, await blad.NieuwAsync(getypt, fout is null ? null : Lukteniet(fout)), fout is null ? StatusCodes.Status200OK : Statussen.Van(fout), Weergave.Smal);

    static async Task<IResult> VoegToeAsync(HttpContext context, Accountbeheer beheer, Gebruikersblad blad)
    {
        var getypt = Getyptaccount.Van(context.Request.Form);
        var vraag = new Accountaanvraag(getypt.Inlognaam, getypt.Naam, getypt.Rollen, getypt.Team.Length > 0 ? new TeamId(getypt.Team) : null, getypt.IsProgramma, getypt.Reden);
        if ((await beheer.NieuwAsync(context.Actor(), vraag)).Lukt(out var nieuw, out var fout))
            return Eenmaal(context, nieuw.Eenmalig, Van(nieuw.Gevolg));
        return IsHier(fout) ? await NieuwAsync(context, beheer, blad, getypt, fout) : fout.Antwoord();
    }

    static async Task<IResult> WijzigAsync(HttpContext context, string id, Accountbeheer beheer, Gebruikersblad blad)
    {
        var (formulier, getypt) = (context.Request.Form, Getyptaccount.Van(context.Request.Form));
        var toch = formulier["toch"] == "ja";
        Gebruikerswijziging? wijziging = formulier["actie"].ToString() switch
        {
            "naam" => new() { Naam = getypt.Naam },
            "team" => new(Team: getypt.Team.Length > 0 ? new TeamId(getypt.Team) : null, Toch: toch) { ZonderTeam = getypt.Team.Length == 0 },
            "rollen" => new(getypt.Rollen, Toch: toch),
            "deactiveer" => new(Actief: false, Toch: toch),
            "activeer" => new(Actief: true),
            _ => null,
        };
        if (wijziging is null)
            return new Weigering(Verzoekcode.VerzoekOnleesbaar).Antwoord();
        if ((await beheer.WijzigAsync(context.Actor(), new(id), wijziging, getypt.Reden)).Lukt(out var gevolg, out var fout))
            return Results.Redirect($"{Lijst}/{Uri.EscapeDataString(id)}?klaar={Soort(gevolg)}");
        return IsHier(fout) ? await EenAsync(context, id, blad, Lukteniet(fout), Statussen.Van(fout), formulier["actie"] == "rollen" ? getypt : null) : fout.Antwoord();
    }

    static async Task<IResult> DraagOverAsync(HttpContext context, string id, Accountbeheer beheer, Gebruikersblad blad)
    {
        var formulier = context.Request.Form;
        if (!(await beheer.DraagOverAsync(context.Actor(), new(id), new(formulier["aan"].ToString()), "pagina:" + formulier["sleutel"])).Lukt(out var verslag, out var fout))
            return IsHier(fout) ? await EenAsync(context, id, blad, Lukteniet(fout), Statussen.Van(fout)) : fout.Antwoord();
        return await EenAsync(context, id, blad, new Bericht(
            verslag.Bleef.IsEmpty ? "success" : "warning", $"Overgedragen: {Schrijfwijze.Aantal(verslag.Gelukt, "huishouden", "huishoudens")}", verslag.InAantallen));
    }

    static async Task<IResult> GeheimAsync(HttpContext context, string id, Accountbeheer beheer, Gebruikersblad blad)
    {
        var uitslag = context.Request.Form["actie"] == "token" ? await beheer.TokenAsync(context.Actor(), new(id)) : await beheer.LinkAsync(context.Actor(), new(id));
        if (uitslag.Lukt(out var eenmalig, out var fout))
            return Eenmaal(context, eenmalig, null);
        return IsHier(fout) ? await EenAsync(context, id, blad, Lukteniet(fout), Statussen.Van(fout)) : fout.Antwoord();
    }

    static IResult Eenmaal(HttpContext context, Eenmalig eenmalig, Bericht? melding)
    {
        var request = context.Request;
        return Weergave.Toon<Eenmaligpagina>(context, new EenmaligModel(eenmalig, eenmalig.IsToken ? null : $"{request.Scheme}://{request.Host}{request.PathBase}/wachtwoord/{eenmalig.Geheim}", melding), breedte: Weergave.Smal);
    }

    static string Soort(Accountgevolg gevolg) => gevolg switch { { Voorstel: not null } => "voorgesteld", { ZonderTweede: true } => "zonder", _ => "gewijzigd" };

    static Bericht? Van(Accountgevolg gevolg) => Soort(gevolg) is var soort and not "gewijzigd" ? Klaar(soort) : null;

    static Bericht Lukteniet(Weigering fout) => new("danger", "Dat lukte niet", fout.Uitleg);

    /// <summary>What can be said on the page itself. What is not for him, or is not there, has a page of its own; but that it is about himself is said here.</summary>
    static bool IsHier(Weigering fout) => fout.Code is Gebruikercode.EigenRechten or Gebruikercode.VoorstelEigen or Gebruikercode.ZelfOnbevestigd || (Statussen.Van(fout) is >= 400 and < 500 and not 403 and not 404);
}
