using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Rechten;

namespace Kanteling.Workflows.Web.Api;

/// <summary>
/// A melding comes in: it starts the flow <c>toegang</c> in a household, a new one unless it names one. The ids of a new
/// household and of the dossier are derived from who asked under which key, so that asking again is the same command.
/// </summary>
static class MeldingenApi
{
    public const string Flow = "toegang";
    const int LongestText = 20_000;
    static readonly string[] Known = ["huishoudenId", "huishouden", "client", "melder", "adres", "vraag", "kanaal", "ontvangenOp"];

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/meldingen", MeldenAsync).WithTags("meldingen").Produces<Gevolg>(StatusCodes.Status201Created).Accepts<MeldingVerzoek>("application/json").WithSummary("Een melding doen");

    static async Task<IResult> MeldenAsync(HttpContext context, CaseReader reader, Toegang toegang, Uitvoering uitvoering)
    {
        var asking = context.Asking();
        var gevolg = await MeldAsync(context.Actor(), asking, await JsonBody.ReadAsync(context), reader, toegang, uitvoering);
        return Results.Created($"{ApiPaths.Root}/huishoudens/{gevolg.Huishouden}", gevolg);
    }

    /// <summary>Also for the page and for the demo gemeente.</summary>
    /// <exception cref="Geweigerd">403, 404, 409 or 422.</exception>
    public static async Task<Gevolg> MeldAsync(Actor actor, Asking asking, JsonObject body, CaseReader reader, Toegang toegang, Uitvoering uitvoering)
    {
        if (!toegang.Mag(actor, Handeling.MeldingDoen))
            throw new Geweigerd(StatusCodes.Status403Forbidden, "NIET_BEVOEGD");
        if (Fouten(body) is { IsEmpty: false } fouten)
            throw new Geweigerd(StatusCodes.Status422UnprocessableEntity, "MELDING_ONJUIST") { Fouten = fouten };
        var stream = body.Text("huishoudenId");
        if (stream is not null)
            await reader.HuishoudenAsync(actor, stream, Handeling.MeldingDoen, null);
        stream ??= Streams.Derived("huishouden\n" + asking.CommandId);
        var dossier = Streams.Derived("dossier\n" + asking.CommandId);
        return await uitvoering.DoeAsync(stream, new StartInstance(Flow, (JsonObject)body.DeepClone(), dossier), asking);
    }

    static ImmutableArray<Refusal> Fouten(JsonObject body)
    {
        var fouten = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var name in body.Select(p => p.Key).Where(name => !Known.Contains(name)))
            Fout(name, "VELD_ONBEKEND", name);
        if (body.Text("huishoudenId") is null == body.Object("huishouden") is null)
            Fout("huishouden", "MELDING_HUISHOUDEN");
        var leden = body.Object("huishouden")?["leden"] as JsonArray;
        if (body.Object("huishouden") is { } huishouden)
            Leden(huishouden, leden);
        if (!IsClient(body["client"], leden))
            Fout("client", "MELDING_CLIENT");
        foreach (var name in (string[])["vraag", "kanaal"])
            if (body.Text(name) is not { Length: <= LongestText })
                Fout(name, "VELD_ONTBREEKT", name);
        if (body["ontvangenOp"] is { } moment && !DateTimeOffset.TryParse(moment.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            Fout("ontvangenOp", "VELD_GEEN_MOMENT", "ontvangenOp");
        if (body["melder"] is { } melder && (melder as JsonObject)?.Text("naam") is null)
            Fout("melder.naam", "VELD_ONTBREEKT", "naam");
        return fouten.ToImmutable();

        void Fout(string pad, string code, params string[] args) => fouten.Add(new Refusal(code, [.. args], pad));

        void Leden(JsonObject huishouden, JsonArray? leden)
        {
            if (huishouden.Text("naam") is null)
                Fout("huishouden.naam", "VELD_ONTBREEKT", "naam");
            if (leden is not { Count: > 0 and <= 30 })
                Fout("huishouden.leden", "MELDING_LEDEN");
            for (var i = 0; i < leden?.Count && i < 30; i++)
            {
                if ((leden[i] as JsonObject)?.Text("naam") is null)
                    Fout($"huishouden.leden[{i}].naam", "VELD_ONTBREEKT", "naam");
                if ((leden[i] as JsonObject)?["geboortedatum"] is { } dag && !DateOnly.TryParseExact(dag.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                    Fout($"huishouden.leden[{i}].geboortedatum", "VELD_GEEN_DATUM", "geboortedatum");
            }
        }
    }

    /// <summary>The client is a name or a place in the list of members; of a household that is known already, also a person's id.</summary>
    static bool IsClient(JsonNode? client, JsonArray? leden) => client switch
    {
        JsonValue value when value.TryGetValue<int>(out var place) => leden is null ? place >= 0 : place >= 0 && place < leden.Count,
        JsonValue value when value.TryGetValue<string>(out var name) =>
            !string.IsNullOrWhiteSpace(name) && (leden is null || leden.Any(l => (l as JsonObject)?.Text("naam") == name.Trim())),
        _ => false,
    };
}

/// <param name="HuishoudenId">A household that is known already; or <paramref name="Huishouden"/>, a new one.</param>
/// <param name="Client">Who needs support: a name or a place in the list of members.</param>
/// <param name="Kanaal">How it came in: telefoon, balie, website, huisarts …</param>
/// <param name="OntvangenOp">When it came in, if not now.</param>
public sealed record MeldingVerzoek(
    string? HuishoudenId, NieuwHuishouden? Huishouden, JsonNode Client, Melder? Melder, Adres? Adres, string Vraag, string Kanaal, DateTimeOffset? OntvangenOp);

public sealed record NieuwHuishouden(string Naam, IReadOnlyList<Lid> Leden);

public sealed record Lid(string Naam, DateOnly? Geboortedatum, string? Rol);

public sealed record Melder(string Naam, string? Relatie);

public sealed record Adres(string? Postcode, string? Huisnummer);
