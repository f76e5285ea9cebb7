using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Bekenden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Meldingen;

/// <summary>Takes a melding in, from the API, the page or the demo gemeente.</summary>
public sealed class Meldpunt(Zaaklezer lezer, Bevoegdheid bevoegdheid, Uitvoering uitvoering, Teams teams, Bekendenvraag bekenden)
{
    /// <returns>Refused: 403, 404, 409 or 422.</returns>
    public async Task<Uitslag<Gevolg>> MeldAsync(Actor actor, Asking asking, JsonObject body)
    {
        if (!bevoegdheid.Mag(actor, Handeling.MeldingDoen))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (Meldingcontrole.Fouten(Meldingbeschrijving.Melding, body) is { IsEmpty: false } fouten)
            return new Weigering(Verzoekcode.MeldingOnjuist) { Fouten = await MetOokAsync(actor, Handeling.MeldingDoen, body, fouten, async (h, vandaag) => Meldinginvoer.Controleer(await InputAsync(actor, body), h, null, vandaag)) };
        if (!(await lezer.BekendAsync(actor, body.Tekst("huishoudenId"), Handeling.MeldingDoen)).Lukt(out var bekend, out var nee))
            return nee;
        if (bekend is null && await ZonderTeamAsync(actor) is { } zonder)
            return zonder;
        var (stream, dossier) = await uitvoering.BeginAsync(bekend?.Stream, "huishouden", asking);
        if (bekend is null && !await uitvoering.IsGedaanAsync(stream, asking) && await bekenden.StelAsync(actor, body) is { } staatAl)
            return staatAl;
        var invoer = await InputAsync(actor, body);
        return ZoalsGevraagd(await uitvoering.DoeAsync(stream, new StartInstance(Werkstroomnaam.Toegang, invoer, dossier), asking));
    }

    /// <summary>
    /// What else is wrong with a body that has not its shape, so that who typed it hears all at once. It decides nothing: what has its shape
    /// is looked at where it begins.
    /// </summary>
    internal async Task<ImmutableArray<Refusal>> MetOokAsync(Actor actor, Handeling handeling, JsonObject body, ImmutableArray<Refusal> gezegd, Func<Huishouden, DateOnly, Task<IReadOnlyList<Refusal>>> controleer)
    {
        if (body.Object("huishouden")?["leden"] is JsonArray { Count: > Meldingbeschrijving.MeesteMensen } || !(await lezer.BekendAsync(actor, body.Tekst("huishoudenId"), handeling)).Lukt(out var bekend, out _))
            return gezegd;
        var ook = (await controleer((Huishouden?)bekend?.Domain ?? Huishouden.Leeg, bekenden.Vandaag)).Select(OpVerzoek);
        return Meldingcontrole.Naast(Meldingcontrole.Naast([.. gezegd.Where(Meldingcontrole.GaatVoor)], ook.Where(f => f.Field is not (null or "leden"))), gezegd.Where(f => !Meldingcontrole.GaatVoor(f)));
    }

    /// <summary>With what is wrong on the fields of the body, which has the address beside the household; the flow has it in it.</summary>
    internal static Uitslag<Gevolg> ZoalsGevraagd(Uitslag<Gevolg> uitslag) => uitslag.Lukt(out _, out var nee)
        ? uitslag
        : nee.Code == RefusalCode.DefinitionNotFound ? new Weigering(Werkstroomcode.BeginKanNiet, nee.Argumenten) : nee with { Fouten = [.. nee.Fouten.Select(OpVerzoek)] };

    static Refusal OpVerzoek(Refusal f) => f.Field?.StartsWith(Adrespad, StringComparison.Ordinal) == true ? f with { Field = f.Field["huishouden.".Length..] } : f;

    const string Adrespad = "huishouden.adres";

    /// <summary>The melding as the flow reads it. Its team is that of whoever took it in, or the only one there is.</summary>
    async Task<JsonObject> InputAsync(Actor actor, JsonObject body)
    {
        var invoer = new JsonObject
        {
            ["huishouden"] = await HuishoudenAsync(actor, body), ["client"] = body["client"]?.DeepClone(), ["vraag"] = body.Tekst("vraag"), ["kanaal"] = body.Tekst("kanaal"),
            ["spoed"] = body["spoed"]?.DeepClone(),
        };
        if (body.Object("melder") is { } melder)
            invoer["melder"] = new JsonObject { ["naam"] = melder.Tekst("naam"), ["soort"] = melder.Tekst("relatie") };
        if (body.Moment("ontvangenOp") is { } ontvangen)
            invoer["ontvangen"] = LocalTime.DayOf(ontvangen).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return invoer;
    }

    /// <summary>A new household gets the team of whoever takes it in; one that the register does not have would leave it to nobody.</summary>
    internal async Task<Weigering?> ZonderTeamAsync(Actor actor) =>
        actor.Team is { } team && (await teams.AllAsync()).TrueForAll(t => t.Id != team) ? new Weigering(Huishoudcode.WijkteamOnbekend, "Uw team") : null;

    /// <summary>The household as a body describes it, with wijk and team.</summary>
    internal async Task<JsonObject> HuishoudenAsync(Actor actor, JsonObject body)
    {
        var (team, wijk) = await TeamAsync(actor);
        var huishouden = (JsonObject?)body.Object("huishouden")?.DeepClone() ?? [];
        (huishouden["wijk"], huishouden["wijkteam"]) = (wijk, team?.Text);
        if (body["adres"] is { } adres)
            huishouden["adres"] = adres.DeepClone();
        return huishouden;
    }

    async Task<(TeamId? Team, string? Wijk)> TeamAsync(Actor actor)
    {
        if (actor.Team is not null)
            return (actor.Team, actor.Wijk);
        return await teams.AllAsync() is [var only] ? (only.Id, only.Wijk) : (null, null);
    }
}
