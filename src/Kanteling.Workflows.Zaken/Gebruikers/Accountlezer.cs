using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>Everybody who signs in, as the beheerder reads them; never a hash.</summary>
public sealed class Accountlezer(Users users, Gebruikersnamen namen, Bevoegdheid bevoegdheid, TimeProvider werkelijk)
{
    /// <summary>By name; those who do not work here any more as well.</summary>
    /// <returns>Refused: 403.</returns>
    public async Task<Uitslag<Lijst<Accountbeeld>>> LijstAsync(Actor actor, Accountfilter filter, Paging paging)
    {
        if (Verbod(actor) is { } verbod)
            return verbod;
        var wacht = await VoorstellenAsync(actor, await users.WaitingAsync());
        var alle = (await users.AllAsync()).Select(u => Beeld(u, wacht, null)).Where(filter.Past).ToList();
        return new Lijst<Accountbeeld>([.. alle.Skip(paging.Skip).Take(paging.Take)], alle.Count);
    }

    /// <returns>Refused: 403, 404.</returns>
    public async Task<Uitslag<Accountbeeld>> LeesAsync(Actor actor, UserId id)
    {
        if (Verbod(actor) is { } verbod)
            return verbod;
        if (await users.FindAsync(id) is not { } gebruiker)
            return new Weigering(Gebruikercode.GebruikerOnbekend, id.Text);
        return Beeld(gebruiker, await VoorstellenAsync(actor, await users.WaitingAsync()), await users.LinkOfAsync(id) is { } link && link.Until > werkelijk.GetUtcNow() ? link.Until : null);
    }

    /// <summary>What was changed of this account, the newest first.</summary>
    public async Task<Uitslag<Lijst<Accountwijziging>>> GeschiedenisAsync(Actor actor, UserId id, Paging paging)
    {
        if (Verbod(actor) is { } verbod)
            return verbod;
        var (rijen, totaal) = await users.ChangesAsync(id, paging);
        var regels = new List<Accountwijziging>();
        foreach (var rij in rijen)
            regels.Add(new Accountwijziging(rij.At, await WieAsync(rij.Actor), Wat(rij)));
        return new Lijst<Accountwijziging>(regels, totaal);
    }

    internal async Task<IReadOnlyList<Rolvoorstel>> VoorstellenAsync(Actor actor, IEnumerable<RoleRequest> rijen)
    {
        var lijst = new List<Rolvoorstel>();
        foreach (var r in rijen)
        {
            lijst.Add(new Rolvoorstel(
                r.Number, (await namen.VanAsync(r.UserId))!, r.FromRoles, r.FromActive, r.FromTeam?.Text, r.ToRoles, r.ToActive, r.ToTeam?.Text, r.Reason, await WieAsync(r.AskedBy), r.AskedAt, Rolvoorstel.StandVan(r.State),
                r.DecidedBy is { } door ? await WieAsync(door) : null, r.DecidedAt, r.AskedBy == actor.Id.Actor, r.UserId == actor.Id));
        }
        return lijst;
    }

    Weigering? Verbod(Actor actor) => bevoegdheid.Mag(actor, Handeling.AccountsBeheren) ? null : new Weigering(Verzoekcode.NietBevoegd);

    async Task<Wie> WieAsync(ActorId actor) => actor.User is { } gebruiker ? (await namen.VanAsync(gebruiker))! : new Wie(actor.Text, actor.Text);

    static Accountbeeld Beeld(User u, IReadOnlyList<Rolvoorstel> wacht, DateTimeOffset? link) => new(
        u.Id.Text, u.LoginName, u.DisplayName, u.Roles, u.Team?.Text, u.IsActive, u.TokenHash is not null, u is { TokenHash: null, PasswordHash: null }, link,
        [.. wacht.Where(v => v.Gebruiker.Id == u.Id.Text)]);

    static ImmutableArray<string> Wat(RegisterChange rij) => (rij.Register, rij.Kind) switch
    {
        ("access_links", "removed") => ["De link voor een wachtwoord werkt niet meer."],
        ("access_links", _) => ["Er is een link gemaakt om een wachtwoord te kiezen."],
        ("second_steps", _) => ["De tweede stap bij het aanmelden is uitgezet."],
        ("role_requests", "added") => [Gevraagd(Details(rij))],
        ("role_requests", _) => [$"Wijziging van rechten {rij.RowKey}: {Rolvoorstel.StandVan(Nu(Details(rij), "state") ?? RoleRequest.Open)}."],
        _ => Gebruiker(rij.Kind == "added", Details(rij)),
    };

    static string Gevraagd(JsonObject d) => $"Wijziging van rechten {Nu(d, "number")}, {Rolvoorstel.StandVan(Nu(d, "state")!)}: {Rollen(Nu(d, "to_roles"))}{(Nu(d, "to_team") is { } team ? $", team {team}" : "")}. {Nu(d, "reason")}";

    static ImmutableArray<string> Gebruiker(bool isNieuw, JsonObject d)
    {
        var zinnen = ImmutableArray.CreateBuilder<string>();
        if (isNieuw)
            zinnen.Add("Het account is gemaakt.");
        if (d.ContainsKey("display_name"))
            zinnen.Add($"Naam: {Nu(d, "display_name")}.");
        if (d.ContainsKey("roles") && (!isNieuw || Nu(d, "roles") is { Length: > 0 }))
            zinnen.Add(isNieuw ? $"Rollen: {Rollen(Nu(d, "roles"))}." : $"Rollen: eerst {Rollen(Eerst(d, "roles"))}, nu {Rollen(Nu(d, "roles"))}.");
        if (d.ContainsKey("team"))
            zinnen.Add($"Team: {Nu(d, "team") ?? "geen"}.");
        if (d.ContainsKey("is_active") && !isNieuw)
            zinnen.Add(Nu(d, "is_active") == bool.TrueString ? "Kan zich weer aanmelden." : "Kan zich niet meer aanmelden.");
        if (d.ContainsKey("password_hash"))
            zinnen.Add("Er is een ander wachtwoord.");
        if (d.ContainsKey("token_hash"))
            zinnen.Add("Er is een ander token.");
        return zinnen.Count == 0 ? ["Het account is gewijzigd."] : zinnen.ToImmutable();
    }

    static string Rollen(string? rollen) => string.IsNullOrEmpty(rollen) ? "geen" : rollen;

    static JsonObject Details(RegisterChange rij) => JsonNode.Parse(rij.Details)!.AsObject();

    static string? Eerst(JsonObject details, string kolom) => (details[kolom] as JsonArray)?[0]?.ToString();

    static string? Nu(JsonObject details, string kolom) => (details[kolom] as JsonArray)?[1]?.ToString();
}
