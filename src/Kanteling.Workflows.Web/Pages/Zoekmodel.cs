using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>What somebody typed and who was found. It comes with a form and not in the address: a name is nobody else's business.</summary>
/// <param name="Fout">Why nobody could be looked for.</param>
public sealed record Zoekmodel(string Zoek, IReadOnlyList<Treffer> Gevonden, Bladzij Bladzij, string? Fout)
{
    /// <returns>Refused when this person may not search for this.</returns>
    public static async Task<Uitslag<Zoekmodel>> LeesAsync(HttpContext context, Huishoudenzoeker zoeker, Handeling waarvoor)
    {
        var formulier = context.Request.Form;
        var zoek = formulier["zoek"].ToString().Trim();
        var (uitslag, bladzij) = await Bladzij.Gevraagd(formulier["pagina"]).LeesAsync(
            paging => zoeker.ZoekAsync(context.Actor(), zoek, paging, waarvoor), uitslag => uitslag.Lukt(out var lijst, out _) ? lijst.Totaal : 0);
        if (uitslag.Lukt(out var gevonden, out var nee))
            return new Zoekmodel(zoek, gevonden.Items, bladzij, null);
        return Statussen.Van(nee) is 422 or 503 ? new Zoekmodel(zoek, [], bladzij, nee.Zin) : nee;
    }
}
