using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <param name="Gepubliceerd">The version on which new cases begin, or null.</param>
/// <param name="Sinds">Since when; null when nothing is published.</param>
/// <param name="Concept">The draft, or null.</param>
/// <param name="VanWie">Whose draft it is: a name, or null.</param>
/// <param name="IsVanMij">It is the reader's own.</param>
public sealed record TekeningRegel(string Id, string Naam, string? Omschrijving, int? Gepubliceerd, DateOnly? Sinds, bool IsIngetrokken, Tekeningconcept? Concept, int Versie, string? VanWie, bool IsVanMij)
{
    public bool IsAangeboden => Concept?.Aangeboden is not null;
}

/// <summary>Other words that somebody proposed.</summary>
public sealed record Voorstelregel(Documentversie Document, DateTimeOffset Op, string? VanWie);

/// <param name="TerGoedkeuring">Those that somebody else offered, for who may approve.</param>
/// <param name="Correcties">The same, of words in a form, letter or guide.</param>
public sealed record TekeningenModel(
    IReadOnlyList<TekeningRegel> Regels, IReadOnlyList<TekeningRegel> TerGoedkeuring, IReadOnlyList<Voorstelregel> Correcties, string? Zoek, bool MagTekenen, bool HeeftOntwerper, Bericht? Melding, string? Naam = null)
{
    /// <summary>What somebody else wants out of use.</summary>
    public IReadOnlyList<(Tekeningkop Kop, Intrekverzoek Verzoek)> Intrekkingen { get; init; } = [];
}

/// <summary>The list of drawings, and how one gets in or out of it.</summary>
static class TekeningenPaginas
{
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/", (HttpContext context, Tekeningenlijst lijst) => lijst.ToonAsync(context, Klaar(context.Request.Query["klaar"])));
        studio.MapPost("/nieuw", NieuwAsync);
        studio.MapPost("/importeren", ImporteerAsync);
        studio.MapGet("/exporteren/{id}", ExporteerAsync);
    }

    static Bericht? Klaar(string? wat) => wat switch
    {
        "weg" => new Bericht("success", "Het concept is weggegooid", ["Wat gepubliceerd is, bleef zoals het was."]),
        _ => null,
    };

    static async Task<IResult> NieuwAsync(HttpContext context, Tekeningbeheer tekeningen, Tekeningenlijst lijst)
    {
        var naam = context.Request.Form["naam"].ToString().Trim();
        if (naam.Length > 0 && (await tekeningen.IsNaamVrijAsync(context.Actor(), naam, null)).Lukt(out var isVrij, out _) && !isVrij)
            return await lijst.ToonAsync(context, new Bericht("danger", "Dat lukte niet", [$"Er is al een tekening die ‘{naam}’ heet. Kies een andere naam, of open die tekening."]), StatusCodes.Status409Conflict, naam);
        if ((await tekeningen.NieuwAsync(context.Actor(), naam)).Lukt(out var tekening, out var fout))
            return Results.Redirect(Adres.Tekening(tekening.Kop.DefinitionId.Text));
        return Statussen.Van(fout) is >= 400 and < 500 and not 403 ? await lijst.ToonAsync(context, Berichten.Van(fout), Statussen.Van(fout), naam) : fout.Antwoord();
    }

    static async Task<IResult> ImporteerAsync(HttpContext context, Tekeningbestanden bestanden, Tekeningenlijst lijst)
    {
        if (context.Request.Form.Files.GetFile("bestand") is not { Length: > 0 } bestand)
            return await lijst.ToonAsync(context, new Bericht("danger", "Dat lukte niet", ["Kies eerst een bestand."]), StatusCodes.Status400BadRequest);
        if ((await LeesAsync(bestand, context.RequestAborted)).Lukt(out var gelezen, out var fout) && (await bestanden.ImporteerAsync(context.Actor(), gelezen)).Lukt(out var tekening, out fout))
            return Results.Redirect($"{Adres.Versies(tekening.Kop.DefinitionId.Text)}?klaar=ingelezen");
        return Statussen.Van(fout) is >= 400 and < 500 and not 403 ? await lijst.ToonAsync(context, Berichten.Van(fout, "Dit bestand kunnen we niet inlezen"), Statussen.Van(fout)) : fout.Antwoord();
    }

    static async Task<Uitslag<JsonObject>> LeesAsync(IFormFile bestand, CancellationToken cancellation)
    {
        if (bestand.Length > Tekeningbytes.Meeste)
            return Jsoninhoud.TeGroot(Tekeningbytes.Meeste);
        using var held = new MemoryStream();
        await bestand.CopyToAsync(held, cancellation);
        return Tekeningbytes.Lees(held.ToArray());
    }

    static async Task<IResult> ExporteerAsync(HttpContext context, string id, int? versie, Tekeningbestanden bestanden) => (await bestanden.ExporteerAsync(context.Actor(), new(id), versie)).Antwoord(
        bestand => Results.File(Tekeningbytes.Schrijf(bestand, ingesprongen: false), "application/json", $"{id}-{bestand["version"]}.json"));
}

/// <summary>Addresses of these pages.</summary>
static class Adres
{
    public const string Lijst = "/studio";
    public const string Proeven = "/studio/proeven";

    public static string Tekening(string id) => "/studio/tekening/" + Uri.EscapeDataString(id);

    public static string Versies(string id) => "/studio/versies/" + Uri.EscapeDataString(id);

    public static string Intrekken(string id) => Versies(id) + "/intrekken";

    /// <summary>The forms, letters and guides of one version, on the page of its versions.</summary>
    public static string Documenten(string id, int versie) => $"{Versies(id)}?documenten={versie}#documenten";

    public static string Document(string soort, string id, int versie) => $"/studio/documenten/{soort}/{Uri.EscapeDataString(id)}/{versie}";

    public static string Run(string id) => "/studio/run/" + Uri.EscapeDataString(id);

    public static string Export(string id, int? versie = null) => $"/studio/exporteren/{Uri.EscapeDataString(id)}{(versie is { } v ? $"?versie={v}" : "")}";
}

/// <summary>What was refused, as a page says it.</summary>
static class Berichten
{
    public static Bericht Van(Weigering fout, string kop = "Dat lukte niet") => new("danger", kop, fout.Uitleg);
}
