using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Noodtoegangen;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Asking to look into a household without being related to it.</summary>
/// <param name="Fout">Why it was not done; null when nothing was asked yet.</param>
public sealed record NoodvraagModel(string Huishouden, string Reden, string? Fout, string? Sleutel);

/// <param name="MagZoeken">Whether it may be asked from here.</param>
public sealed record NoodlijstModel(IReadOnlyList<Noodbeeld> Alle, bool MagZoeken);

/// <summary>Asking in which household somebody lives.</summary>
/// <param name="Vondst">Null before it was asked.</param>
public sealed record NoodzoekModel(IReadOnlyDictionary<string, string> Velden, IReadOnlyDictionary<string, string> Fouten, string? Fout, string Sleutel, Noodvondst? Vondst) : Veldenblad(Velden, Fouten, Fout, Sleutel)
{
    public static NoodzoekModel Leeg { get; } = new(Niets, Niets, null, "", null);

    public static NoodzoekModel Van(IFormCollection formulier) => new(Gelezen(formulier), Niets, null, "", null);
}

/// <summary>Noodtoegang: asking for it, and what was asked.</summary>
static class NoodPaginas
{
    public const string Zoeken = "/noodtoegang/zoeken";

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet("/huishoudens/{id}/noodtoegang", VraagAsync);
        paginas.MapPost("/huishoudens/{id}/noodtoegang", OpenAsync);
        paginas.MapGet("/noodtoegang", async (HttpContext context, Noodtoegang nood, Noodzoeker zoeker) =>
            (await nood.VanAsync(context.Actor())).Antwoord(alle => Weergave.Toon<Noodlijstpagina>(context, new NoodlijstModel(alle, zoeker.Mag(context.Actor())))));
        paginas.MapGet(Zoeken, (HttpContext context, Noodzoeker zoeker) => zoeker.Mag(context.Actor()) ? Toon(context, NoodzoekModel.Leeg, StatusCodes.Status200OK) : new Weigering(Verzoekcode.NietBevoegd).Antwoord());
        paginas.MapPost(Zoeken, ZoekAsync);
        paginas.MapGet("/noodtoegang/{id}", async (HttpContext context, string id, Noodtoegang nood) => (await nood.EenAsync(context.Actor(), id)).Antwoord(beeld => Weergave.Toon<Noodpagina>(context, beeld, breedte: Weergave.Smal)));
        paginas.MapPost("/noodtoegang/{id}/gezien", async (HttpContext context, string id, Noodtoegang nood) => (await nood.ZieAsync(context.Actor(), id)).Antwoord(_ => Results.Redirect("/noodtoegang")));
        paginas.MapPost("/noodtoegang/{id}/sluiten", async (HttpContext context, string id, Noodtoegang nood) => (await nood.SluitAsync(context.Actor(), id)).Antwoord(_ => Results.Redirect(context.Request.Form["terug"] == "/" ? "/" : "/noodtoegang")));
    }

    /// <summary>The question, as the answer to who may not see a household otherwise.</summary>
    internal static IResult Vraag(HttpContext context, string id) => Toon(context, new NoodvraagModel(id, "", null, null), StatusCodes.Status403Forbidden);

    static async Task<IResult> VraagAsync(HttpContext context, string id, Noodtoegang nood, Zaaklezer lezer)
    {
        if (await nood.KanAsync(context.Actor(), id))
            return Toon(context, new NoodvraagModel(id, "", null, null), StatusCodes.Status200OK);
        return (await lezer.HuishoudenAsync(context.Actor(), id, Handeling.HuishoudenZien, null)).Antwoord(_ => Results.Redirect($"/huishoudens/{id}"));
    }

    static async Task<IResult> OpenAsync(HttpContext context, string id, Noodtoegang nood)
    {
        var formulier = context.Request.Form;
        var reden = formulier["reden"].ToString();
        if ((await nood.OpenAsync(context.Actor(), id, reden)).Lukt(out var inzage, out var nee))
            return Results.Redirect($"/huishoudens/{inzage.Huishouden}");
        return nee.Code switch
        {
            Noodcode.RedenNodig or Noodcode.RedenKort => Toon(context, new NoodvraagModel(id, reden, nee.Zin, formulier[Zegel.Sleutel]), Statussen.Van(nee)),
            Noodcode.AlInzage => Results.Redirect($"/huishoudens/{id}"),
            _ => nee.Antwoord(),
        };
    }

    /// <summary>Answered by the page itself: no address has the question, and Back does not ask it again.</summary>
    static async Task<IResult> ZoekAsync(HttpContext context, Noodzoeker zoeker)
    {
        var model = NoodzoekModel.Van(context.Request.Form);
        var vraag = new Noodzoekvraag(model["voornaam"], model["achternaam"], model["geboortedatum"], model["postcode"], model["huisnummer"], model["bsn"], model["reden"]);
        if ((await zoeker.ZoekAsync(context.Actor(), vraag)).Lukt(out var vondst, out var nee))
            return Toon(context, model with { Vondst = vondst }, StatusCodes.Status200OK);
        if (Statussen.Van(nee) is not (422 or 429 or 503))
            return nee.Antwoord();
        var (perVeld, geheel) = Veldenblad.Uit(nee);
        return Toon(context, model with { Fouten = perVeld, Fout = geheel }, Statussen.Van(nee));
    }

    static IResult Toon(HttpContext context, NoodzoekModel model, int status) => Weergave.Toon<Noodzoekpagina>(context, model, status, Weergave.Smal);

    static IResult Toon(HttpContext context, NoodvraagModel model, int status) => Weergave.Toon<Noodvraagpagina>(context, model, status, Weergave.Smal);
}
