using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <param name="Woorden">Every piece of words, as it reads now, or as it was typed.</param>
/// <param name="Namen">Names of who proposed and approved, by actor.</param>
/// <param name="Sleutel">Makes a form that is sent twice one act.</param>
public sealed record DocumentModel(
    Documentversie Document, IReadOnlyList<Woordplek> Woorden, IReadOnlyDictionary<ActorId, string> Namen, bool MagTekenen, bool MagGoedkeuren, string Sleutel, Bericht? Melding, string Reden = "")
{
    /// <summary>Who may approve what waits: not who proposed it.</summary>
    public required ActorId Ik { get; init; }
}

/// <summary>One version of a form, letter or guide: what it says, what was corrected, and correcting it. Works without JavaScript: every text has a field of its own.</summary>
static partial class DocumentPaginas
{
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/documenten/{soort}/{id}/{versie:int}", (HttpContext context, string soort, string id, int versie, Documentblad blad) =>
            blad.ToonAsync(context, new DocumentVersion(soort, id, versie), Klaar(context.Request.Query["klaar"])));
        studio.MapPost("/documenten/{soort}/{id}/{versie:int}", DoeAsync);
    }

    static Bericht? Klaar(string? wat) => wat switch
    {
        "voorgesteld" => new Bericht("success", "De correctie is voorgesteld", ["Zij geldt zodra een andere procesontwerper of de functioneel beheerder haar goedkeurt."]),
        "goedgekeurd" => new Bericht("success", "De correctie geldt", ["Alle versies van werkstromen die dit gebruiken, laten nu de nieuwe woorden zien. De oude tekst blijft bewaard."]),
        "ingetrokken" => new Bericht("success", "De correctie is ingetrokken", ["De tekst bleef zoals hij was."]),
        _ => null,
    };

    static async Task<IResult> DoeAsync(HttpContext context, string soort, string id, int versie, Correctiepunt punt, Documentblad blad)
    {
        var formulier = context.Request.Form;
        var (document, actor, asking) = (new DocumentVersion(soort, id, versie), context.Actor(), context.GevraagdMet(formulier["sleutel"]));
        var nummer = Nummer(formulier["correctie"]) ?? default;
        var woorden = formulier.Where(veld => Plek().IsMatch(veld.Key)).ToDictionary(veld => veld.Key[6..], veld => veld.Value.ToString().ReplaceLineEndings("\n"), StringComparer.Ordinal);
        var (uitslag, klaar) = formulier["actie"].ToString() switch
        {
            "voorstellen" => (await punt.StelVoorAsync(actor, document, woorden, Nummer(formulier["wacht"]), formulier["reden"].ToString().Trim(), asking), "voorgesteld"),
            "goedkeuren" => (await punt.KeurGoedAsync(actor, document, nummer, asking), "goedgekeurd"),
            "intrekken" => (await punt.TrekInAsync(actor, document, nummer, asking), "ingetrokken"),
            _ => (new Weigering(Verzoekcode.VerzoekOnleesbaar), ""),
        };
        if (uitslag.Nee is not { } fout)
            return Results.Redirect($"{Adres.Document(soort, id, versie)}?klaar={klaar}");
        return Statussen.Van(fout) is >= 400 and < 500 and not 403 and not 404
            ? await blad.ToonAsync(context, document, Berichten.Van(fout), Statussen.Van(fout), woorden, formulier["reden"].ToString()) : fout.Antwoord();
    }

    static CorrectionId? Nummer(string? tekst) => long.TryParse(tekst, out var nummer) ? new CorrectionId(nummer) : null;

    [GeneratedRegex(@"^woord:[a-z\[\]0-9.]+$")]
    private static partial Regex Plek();
}
