using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>Puts the page of one version of a form, letter or guide together.</summary>
public sealed class Documentblad(Correctiepunt punt, Tekeningbeheer tekeningen, Gebruikersnamen namen)
{
    /// <param name="getypt">What somebody typed, to be mended.</param>
    public async Task<IResult> ToonAsync(
        HttpContext context, DocumentVersion versie, Bericht? melding, int status = StatusCodes.Status200OK, IReadOnlyDictionary<string, string>? getypt = null, string reden = "")
    {
        var actor = context.Actor();
        if (!(await punt.LeesAsync(actor, versie)).Lukt(out var document, out var nee))
            return nee.Antwoord();
        var wie = new Dictionary<ActorId, string>();
        foreach (var door in document.Correcties.SelectMany(c => new[] { c.By, c.ApprovedBy }).OfType<ActorId>().Distinct())
            wie[door] = (await namen.VanUitvoerderAsync(door))?.Naam ?? door.Text;
        var woorden = Documentwoorden.Van(JsonNode.Parse(document.Voorgesteld)).Select(w => getypt?.GetValueOrDefault(w.Pad) is { } anders ? w with { Tekst = anders } : w).ToList();
        return Weergave.Toon<Documentpagina>(
            context, new DocumentModel(document, woorden, wie, tekeningen.MagTekenen(actor), tekeningen.MagGoedkeuren(actor), Zegel.Nieuw(), melding, reden.Length > 0 ? reden : document.Voorstel?.Reason.AsString() ?? "") { Ik = actor.Id.Actor },
            status);
    }
}
