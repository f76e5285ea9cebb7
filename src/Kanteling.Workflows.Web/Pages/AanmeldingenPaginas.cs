using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Pad">Where its forms go.</param>
/// <param name="IsEigen">Whose they are asks for them himself.</param>
public sealed record AanmeldingenModel(Aanmeldingenbeeld Beeld, string Pad, bool IsEigen, Bericht? Melding);

/// <summary>Where somebody is signed in: his own, and for who manages accounts those of somebody else.</summary>
static class AanmeldingenPaginas
{
    const string Eigen = "/aanmeldingen";
    const string Overal = "overal";

    static readonly Bericht Klaar = new("success", "Afgemeld", ["Daar moet iemand zich opnieuw aanmelden."]);

    public static void Map(RouteGroupBuilder paginas)
    {
        paginas.MapGet(Eigen, (HttpContext context, Aanmeldingen aanmeldingen) => ToonAsync(context, aanmeldingen, context.Actor().Id, Eigen));
        paginas.MapPost(Eigen, (HttpContext context, Aanmeldingen aanmeldingen, Accountbeheer beheer) => DoeAsync(context, aanmeldingen, beheer, context.Actor().Id, Eigen));
        paginas.MapGet("/beheer/gebruikers/{id}/aanmeldingen", (HttpContext context, Aanmeldingen aanmeldingen, string id) => ToonAsync(context, aanmeldingen, new UserId(id), Van(id)));
        paginas.MapPost("/beheer/gebruikers/{id}/aanmeldingen", (HttpContext context, Aanmeldingen aanmeldingen, Accountbeheer beheer, string id) => DoeAsync(context, aanmeldingen, beheer, new UserId(id), Van(id)));
    }

    static string Van(string id) => $"/beheer/gebruikers/{Uri.EscapeDataString(id)}/aanmeldingen";

    static async Task<IResult> ToonAsync(HttpContext context, Aanmeldingen aanmeldingen, UserId van, string pad) =>
        (await aanmeldingen.LeesAsync(context.Actor(), van, context.Sessie())).Antwoord(beeld =>
            Weergave.Toon<Aanmeldingenpagina>(context, new AanmeldingenModel(beeld, pad, van == context.Actor().Id, context.Request.Query["klaar"] == "1" ? Klaar : null), breedte: Weergave.Smal));

    static async Task<IResult> DoeAsync(HttpContext context, Aanmeldingen aanmeldingen, Accountbeheer beheer, UserId van, string pad)
    {
        var (sessie, wat) = (context.Request.Form["sessie"].ToString(), context.Request.Form["wat"].ToString());
        var nee = wat switch
        {
            Overal => await aanmeldingen.BeeindigAlleAsync(context.Actor(), van),
            "tweede-stap-uit" => await beheer.ZetTweedeStapUitAsync(context.Actor(), van),
            _ => await aanmeldingen.BeeindigAsync(context.Actor(), sessie),
        };
        if (nee is not null)
            return nee.Antwoord();
        // Who signed himself out here cannot see this page any more.
        return Results.Redirect((wat == Overal && van == context.Actor().Id) || sessie == context.Sessie() ? "/aanmelden" : pad + "?klaar=1");
    }
}
