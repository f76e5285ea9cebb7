using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Bijlagen;

/// <summary>
/// Photos, letters and other files with a procedure. First the file itself is taken in; it waits a day for the one who sent it. Then an
/// act puts it with a procedure, and from there on it is content of that household like any other: seen by who may see the household,
/// with a note of each look, and erased with it.
/// </summary>
public sealed class Bijlagepunt(Zaaklezer lezer, Bevoegdheid bevoegdheid, Uitvoering uitvoering, Uploads ontvangst, IWorkflowStore store)
{
    /// <summary>What is given when the type that was told is none.</summary>
    public const string OnbekendeSoort = "application/octet-stream";

    public const int LangsteToelichting = 2_000;
    const int LangsteNaam = 200;

    /// <summary>Takes a file in.</summary>
    /// <param name="bytes">Read as it comes in, never whole in memory.</param>
    /// <returns>Refused: 403, 409 when too many of his wait already, 413 or 422.</returns>
    public async Task<Uitslag<OntvangenBestand>> OntvangAsync(Actor actor, string? naam, string? soort, Stream bytes, CancellationToken afbreken)
    {
        if (!bevoegdheid.Mag(actor, Handeling.BijlageToevoegen))
            return new Weigering(Verzoekcode.NietBevoegd);
        var bon = await ontvangst.TakeAsync(Eigenaar(actor), Naam(naam), Soort(soort), bytes, afbreken);
        if (bon.Upload is not { } ontvangen)
            return Weigering.Door([bon.Why!]);
        if (ontvangen.Length > 0)
            return new OntvangenBestand(ontvangen.Id.Text, ontvangen.Length, ontvangen.At + Upload.KeptFor);
        await store.Blobs.AbandonAsync(ontvangen.Id, CancellationToken.None);
        return new Weigering(Verzoekcode.BestandLeeg);
    }

    /// <summary>A file of more than may come in.</summary>
    public static Weigering TeGroot => new(RefusalCode.UploadTooLarge, $"{Blob.Largest / (1024 * 1024)}");

    /// <summary>Puts a file that was taken in with a procedure.</summary>
    /// <param name="body">bestand, dossier and toelichting.</param>
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> VoegToeAsync(Actor actor, string id, JsonObject body, Asking asking)
    {
        var (bestand, genoemd, toelichting) = (body.Tekst("bestand"), body.Tekst("dossier"), body.Tekst("toelichting"));
        if (bestand is null || genoemd is null || toelichting?.Length > LangsteToelichting)
            return new Weigering(Verzoekcode.BijlageOnvolledig, $"{LangsteToelichting}");
        var dossier = new DossierId(genoemd);
        if (!(await lezer.HuishoudenAsync(actor, id, Handeling.BijlageToevoegen, null, dossier)).Lukt(out var huishouden, out var nee))
            return nee;
        return await uitvoering.DoeAsync(huishouden.Stream, new AttachFile(new(bestand), dossier, toelichting), asking);
    }

    /// <summary>The files of a household that this actor may see, the last one first.</summary>
    /// <returns>Refused: 403 or 404.</returns>
    public async Task<Uitslag<Lijst<BijlageBeeld>>> VanAsync(Actor actor, string id) => (await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenZien, "bijlagen")).Dan(Van);

    /// <summary>The files of a household as its reader may see it.</summary>
    public static Lijst<BijlageBeeld> Van(Case huishouden)
    {
        var beelden = huishouden.Files.Values.Reverse().Select(Beeld).ToList();
        return new Lijst<BijlageBeeld>(beelden, beelden.Count);
    }

    /// <summary>One file with its bytes.</summary>
    /// <returns>Refused: 403 or 404.</returns>
    public async Task<Uitslag<Bijlageinhoud>> LeesAsync(Actor actor, string id, long nummer)
    {
        if (!(await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenZien, null)).Lukt(out var huishouden, out var nee))
            return nee;
        if (huishouden.Files.GetValueOrDefault(new FileId(nummer)) is not { } bijlage)
            return new Weigering(Verzoekcode.BijlageOnbekend);
        if ((await lezer.HuishoudenAsync(actor, id, Handeling.HuishoudenZien, "bijlage", bijlage.Dossier)).Nee is { } geweigerd)
            return geweigerd;
        if (bijlage.IsErased)
            return new Weigering(Verzoekcode.BijlageGewist);
        var beeld = Beeld(bijlage);
        return new Bijlageinhoud(beeld.Naam ?? "bijlage", beeld.Lengte, store.Blobs.ReadAsync(huishouden.Stream, bijlage.Bytes.At, CancellationToken.None));
    }

    static BijlageBeeld Beeld(AttachedFile bijlage)
    {
        var woorden = bijlage.Words.AsObject();
        return new BijlageBeeld(bijlage.Id.Number, bijlage.Dossier.ToString(), woorden.Tekst("name"), woorden.Tekst("type"), woorden.Tekst("note"), bijlage.Bytes.Length, bijlage.At, bijlage.IsErased);
    }

    static ActorId Eigenaar(Actor actor) => actor.Id.Actor;

    /// <summary>The name without a folder and without what no name has.</summary>
    static string Naam(string? naam)
    {
        var kaal = string.Concat((naam ?? "").Split('/', '\\')[^1].Where(teken => !char.IsControl(teken))).Trim();
        return kaal.Length == 0 ? "bestand" : kaal.Length > LangsteNaam ? kaal[^LangsteNaam..] : kaal;
    }

    /// <summary>A type that is none could make a browser guess.</summary>
    static string Soort(string? soort)
    {
        var kaal = (soort ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return kaal.Length is > 2 and <= 100 && kaal.Count(teken => teken == '/') == 1 && kaal[0] != '/' && kaal[^1] != '/'
            && kaal.All(teken => char.IsAsciiLetterOrDigit(teken) || teken is '/' or '.' or '+' or '-') ? kaal : OnbekendeSoort;
    }
}
