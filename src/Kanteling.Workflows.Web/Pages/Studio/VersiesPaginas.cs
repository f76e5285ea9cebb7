using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <param name="Bevindingen">Of the draft; null when there is none.</param>
/// <param name="Verschil">What the draft changes; empty when nothing was published before, or nothing changed.</param>
/// <param name="Sleutel">Makes a form that is sent twice one act.</param>
public sealed record VersiesModel(
    TekeningRegel Regel, IReadOnlyList<VersieRegel> Versies, Bevindingen? Bevindingen, IReadOnlyList<string> Verschil, int Stappen, bool MagTekenen, bool MagGoedkeuren, bool HeeftOntwerper, string Sleutel, Bericht? Melding)
{
    /// <summary>The forms, letters and guides of one version: the one that was asked, or that counts now.</summary>
    public required Versiedocumenten Documenten { get; init; }

    /// <summary>That somebody wants it out of use; null when nobody does.</summary>
    public Intrekverzoek? Verzoek { get; init; }

    /// <summary>What was asked and decided about retracting it, the newest first.</summary>
    public IReadOnlyList<Intrekregel> Intrekregels { get; init; } = [];

    /// <summary>The reader may ask to retract it.</summary>
    public bool MagIntrekkenVragen { get; init; }
}

/// <param name="IsConcept">It is what the next version would be published with.</param>
public sealed record Versiedocumenten(int Versie, bool IsConcept, bool GeldtNu, IReadOnlyList<Gebruiktdocument> Lijst);

/// <param name="Publicatie">Null for a draft.</param>
public sealed record VersieRegel(Tekeningkop Kop, Publicatie? Publicatie);

/// <summary>One drawing: what its draft changes, what stands in the way, the way to publishing, and its history.</summary>
static class VersiesPaginas
{
    public static void Map(RouteGroupBuilder studio)
    {
        studio.MapGet("/versies/{id}", (HttpContext context, string id, Versiesblad blad) => blad.ToonAsync(context, new(id), Klaar(context.Request.Query["klaar"])));
        studio.MapPost("/versies/{id}", DoeAsync);
        studio.MapGet("/versies/{id}/weg", (HttpContext context, string id, Versiesblad blad) => blad.VraagWegAsync(context, new(id)));
    }

    static Bericht? Klaar(string? wat) => wat switch
    {
        "aangeboden" => new Bericht("success", "Aangeboden", ["Een andere procesontwerper of de functioneel beheerder kan deze versie nu goedkeuren. Tekent u verder, dan vervalt het aanbod."]),
        "aanbod-terug" => new Bericht("success", "Het aanbod is teruggetrokken", ["U kunt verder tekenen."]),
        "goedgekeurd" => new Bericht("success", "Goedgekeurd en gepubliceerd", ["Wat vanaf nu begint, begint op deze versie. Wat al loopt, loopt door zoals het begon."]),
        "zelf" => new Bericht("success", "Gepubliceerd zonder akkoord van een ander", ["Uw reden staat in de geschiedenis van deze tekening."]),
        "overgenomen" => new Bericht("success", "Het concept is nu van u", ["U kunt ermee verder."]),
        "ingetrokken" => new Bericht("success", "De tekening is ingetrokken", ["Er begint niets nieuws meer op. Wat loopt, loopt door."]),
        "geweigerd" => new Bericht("success", "Het verzoek is geweigerd", ["De tekening blijft gelden. Uw reden staat in de geschiedenis."]),
        "terug" => new Bericht("success", "Uw verzoek is teruggenomen", ["De tekening blijft gelden."]),
        "hersteld" => new Bericht("success", "De oude versie is nu uw concept", ["Er verandert pas iets als dit concept wordt gepubliceerd."]),
        "vernieuwd" => new Bericht("success", "Er is een concept met de nieuwste vragenlijsten en brieven", ["De tekening is gelijk gebleven. Er verandert pas iets als dit concept wordt gepubliceerd."]),
        "ingelezen" => new Bericht("success", "Het bestand is ingelezen", ["Het is nu uw concept."]),
        _ => null,
    };

    static async Task<IResult> DoeAsync(HttpContext context, string id, Tekeningbeheer tekeningen, Tekeningpublicatie publicatie, Tekeningbestanden bestanden, Tekeningdocumenten documenten, Versiesblad blad)
    {
        var (formulier, tekening) = (context.Request.Form, new DefinitionId(id));
        var (actor, asking) = (context.Actor(), context.GevraagdMet(formulier["sleutel"]));
        var (fout, verder) = formulier["actie"].ToString() switch
        {
            "aanbieden" => ((await publicatie.BiedAanAsync(actor, tekening)).Nee, Na(id, "aangeboden")),
            "aanbod-terug" => (await publicatie.TrekAanbodInAsync(actor, tekening), Na(id, "aanbod-terug")),
            "goedkeuren" => ((await publicatie.KeurGoedAsync(actor, tekening, asking, long.TryParse(formulier["rij"], out var rij) ? rij : null)).Nee, Na(id, "goedgekeurd")),
            "zelf" => ((await publicatie.PubliceerZelfAsync(actor, tekening, formulier["reden"].ToString().Trim(), asking)).Nee, Na(id, "zelf")),
            "overnemen" => (await tekeningen.NeemOverAsync(actor, tekening), Na(id, "overgenomen")),
            "herstellen" when int.TryParse(formulier["versie"], out var versie) => ((await bestanden.HerstelAsync(actor, tekening, versie)).Nee, Na(id, "hersteld")),
            "vernieuwen" => ((await documenten.VernieuwAsync(actor, tekening)).Nee, Na(id, "vernieuwd")),
            "weggooien" => (await tekeningen.VerwijderConceptAsync(actor, tekening), Adres.Lijst + "?klaar=weg"),
            _ => (new Weigering(Verzoekcode.VerzoekOnleesbaar), ""),
        };
        if (fout is null)
            return Results.Redirect(verder);
        return Statussen.Van(fout) is >= 400 and < 500 and not 403 and not 404 ? await blad.ToonAsync(context, tekening, Berichten.Van(fout), Statussen.Van(fout)) : fout.Antwoord();
    }

    static string Na(string id, string wat) => $"{Adres.Versies(id)}?klaar={wat}";
}
