using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Reads a task for its page, with what this person filled in before.</summary>
public sealed class Taaklezing(Zaaklezer lezer, Concepten concepten, Taakblad blad)
{
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<TaakModel>> LeesAsync(HttpContext context, string id)
    {
        if (!(await lezer.TaakAsync(context.Actor(), id, Handeling.TaakZien, "taak")).Lukt(out var taak, out var nee))
            return nee;
        return await blad.VanAsync(context, taak, await concepten.LeesAsync(context.Actor(), taak));
    }
}
