using System.Text.Json.Nodes;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Meldingen;

namespace Kanteling.Workflows.Web.Api;

/// <summary>
/// A melding comes in: it starts the flow <c>toegang</c> in a household, a new one unless it names one. The ids of a new
/// household and of the dossier are derived from who asked under which key, so that asking again is the same command.
/// </summary>
static class MeldingenApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/meldingen", MeldenAsync).MetSleutel().MetJson().WithTags("meldingen").Produces<Gevolg>(StatusCodes.Status201Created).Accepts<MeldingVerzoek>("application/json").WithSummary("Een melding doen");

    static async Task<IResult> MeldenAsync(HttpContext context, Meldpunt meldpunt) =>
        (await meldpunt.MeldAsync(context.Actor(), context.Asking(), context.Json())).Antwoord(HuishoudensApi.Gemaakt);
}

/// <param name="HuishoudenId">A household that is known already; or <paramref name="Huishouden"/>, a new one.</param>
/// <param name="Client">Who needs support: a name or a place in the list of members.</param>
/// <param name="Kanaal">How it came in: telefoon, balie, website, huisarts …</param>
/// <param name="OntvangenOp">When it came in, if not now: a day, or a day and a time with its zone.</param>
public sealed record MeldingVerzoek(
    string? HuishoudenId, NieuwHuishouden? Huishouden, JsonNode Client, Melder? Melder, Adres? Adres, string Vraag, string Kanaal, DateTimeOffset? OntvangenOp)
{
    /// <summary>A new household, also when somebody of it is known in another (else 409 PERSOON_AL_BEKEND, with that household in <c>argumenten</c>).</summary>
    public bool? TochNieuw { get; init; }
}

public sealed record NieuwHuishouden(string Naam, IReadOnlyList<Lid> Leden);

/// <param name="Naam">A name as it was told, or its parts: <see cref="Naamdelen"/>.</param>
/// <param name="Geboortedatum">yyyy-MM-dd; or yyyy-MM or yyyy, when no more is known.</param>
public sealed record Lid(JsonNode Naam, string? Geboortedatum, string? Rol)
{
    public string? Geslacht { get; init; }

    /// <summary>Nine digits that pass the elfproef.</summary>
    public string? Bsn { get; init; }

    public string? Telefoon { get; init; }

    public string? Mail { get; init; }

    /// <summary>How somebody wants to be reached.</summary>
    public string? Voorkeur { get; init; }

    public string? Taal { get; init; }

    public string? Huisarts { get; init; }

    public bool? GeheimAdres { get; init; }

    public IReadOnlyList<Gezaghebbende>? Gezag { get; init; }
}

/// <param name="Naamgebruik">eigen, partner, partnerEigen or eigenPartner.</param>
public sealed record Naamdelen(string? Voornamen, string? Voorletters, string? Roepnaam, string? Tussenvoegsel, string Geslachtsnaam)
{
    public Achternaamdelen? Partner { get; init; }

    public string? Naamgebruik { get; init; }
}

public sealed record Achternaamdelen(string? Tussenvoegsel, string Geslachtsnaam);

/// <param name="Soort">ouder, voogd or instelling.</param>
/// <param name="Door">A place in the list of members; or <paramref name="Naam"/>, for somebody else.</param>
public sealed record Gezaghebbende(string Soort, JsonNode? Door, string? Naam);

public sealed record Melder(string Naam, string? Relatie);

/// <summary>In the words of the BAG.</summary>
public sealed record Adres(string? Postcode, string? Huisnummer)
{
    public string? Straat { get; init; }

    public string? Huisletter { get; init; }

    public string? Huisnummertoevoeging { get; init; }

    public string? Woonplaats { get; init; }

    /// <summary>Id of the nummeraanduiding, sixteen digits.</summary>
    public string? Nummeraanduiding { get; init; }
}
