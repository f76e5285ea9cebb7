using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>
/// The second person: decides on roles that somebody else proposed for somebody else, or looks afterwards at what was done alone. Of two who decide at
/// once one is first.
/// </summary>
public sealed class Rolvoorstellen(Accountbeheer beheer, Gebruikersbeheer gebruikers, Users users, Accountlezer lezer, TimeProvider werkelijk)
{
    /// <summary>What waits, the longest first, and with that what was decided, the newest first.</summary>
    /// <returns>Refused: 403.</returns>
    public async Task<Uitslag<Lijst<Rolvoorstel>>> LijstAsync(Actor actor, Paging paging)
    {
        if (beheer.Verbod(actor) is { } verbod)
            return verbod;
        var (rijen, totaal) = await users.RequestsAsync(paging);
        return new Lijst<Rolvoorstel>(await lezer.VoorstellenAsync(actor, rijen), totaal);
    }

    /// <summary>What waits for somebody, the longest first.</summary>
    public async Task<IReadOnlyList<Rolvoorstel>> WachtendAsync(Actor actor) => beheer.Verbod(actor) is null ? await lezer.VoorstellenAsync(actor, await users.WaitingAsync()) : [];

    /// <summary>Does what somebody else proposed. By who is not confirmed himself, it stays listed as without a second person.</summary>
    /// <param name="toch">Also when a role or a team is then left without anybody.</param>
    /// <returns>Refused: 403 when it is one's own or about oneself, 404, 409 when it was decided or when things changed.</returns>
    public async Task<Uitslag<Accountgevolg>> KeurGoedAsync(Actor actor, long nummer, bool toch)
    {
        if (beheer.Verbod(actor) is { } verbod)
            return verbod;
        if (await users.RequestAsync(nummer) is not { } verzoek)
            return new Weigering(Gebruikercode.VoorstelOnbekend);
        if ((Vreemd(actor, verzoek) ?? (verzoek.State == RoleRequest.Open ? null : new Weigering(Gebruikercode.VoorstelBeslist))) is { } nee)
            return nee;
        var (wijziging, zonder) = (new Gebruikerswijziging(verzoek.ToRoles, verzoek.ToTeam, verzoek.ToActive, toch), false);
        var niet = await gebruikers.WijzigAsync(verzoek.UserId, wijziging, actor.Id.Actor, new Rolbesluit(
            (boek, gebruiker) => Accountbeheer.MagNog(boek, actor) ?? (Wachtend(boek, nummer, RoleRequest.Open) is null ? new Weigering(Gebruikercode.VoorstelBeslist)
                : gebruiker.IsActive != verzoek.FromActive || gebruiker.Team != verzoek.FromTeam || !gebruiker.Roles.ToHashSet().SetEquals(verzoek.FromRoles) ? new Weigering(Gebruikercode.VoorstelVerouderd, gebruiker.DisplayName) : null),
            (boek, _) => Beslis(Wachtend(boek, nummer, RoleRequest.Open)!, (zonder = Tweedepersoon.IsOnbevestigd(boek, actor.Id)) ? RoleRequest.Alone : RoleRequest.Approved, actor)));
        return niet is null ? new Accountgevolg(verzoek.UserId.Text, null, zonder) : niet;
    }

    /// <summary>Takes back what was proposed, by who did or by another beheerder.</summary>
    /// <returns>Refused: 403 when it is about oneself, 404, 409 when it was decided.</returns>
    public Task<Weigering?> TrekInAsync(Actor actor, long nummer) => BeslisAsync(actor, nummer, RoleRequest.Open, RoleRequest.Withdrawn, verzoek => OverZichzelf(actor, verzoek));

    /// <summary>Says afterwards that what was done alone is right.</summary>
    /// <returns>Refused: 403 when it is one's own, about oneself or when nobody confirmed who asks, 404, 409 when somebody else did.</returns>
    public Task<Weigering?> BevestigAsync(Actor actor, long nummer) => BeslisAsync(actor, nummer, RoleRequest.Alone, RoleRequest.Confirmed, verzoek => Vreemd(actor, verzoek));

    async Task<Weigering?> BeslisAsync(Actor actor, long nummer, string van, string naar, Func<RoleRequest, Weigering?> mag)
    {
        if (beheer.Verbod(actor) is { } verbod)
            return verbod;
        if (await users.RequestAsync(nummer) is not { } bekend)
            return new Weigering(Gebruikercode.VoorstelOnbekend);
        if (mag(bekend) is { } nee)
            return nee;
        return await users.DecideAsync(boek =>
        {
            if (Accountbeheer.MagNog(boek, actor) is { } nietMeer)
                return nietMeer;
            if (Wachtend(boek, nummer, van) is not { } verzoek)
                return new Weigering(Gebruikercode.VoorstelBeslist);
            if (naar == RoleRequest.Confirmed && Tweedepersoon.IsOnbevestigd(boek, actor.Id))
                return new Weigering(Gebruikercode.ZelfOnbevestigd);
            Beslis(verzoek, naar, actor);
            return null;
        }, actor.Id.Actor, werkelijk.GetUtcNow());
    }

    void Beslis(RoleRequest verzoek, string naar, Actor actor) => (verzoek.State, verzoek.DecidedBy, verzoek.DecidedAt) = (naar, actor.Id.Actor, werkelijk.GetUtcNow());

    static RoleRequest? Wachtend(UserBook boek, long nummer, string stand) => boek.Waiting.FirstOrDefault(r => r.Number == nummer && r.State == stand);

    static Weigering? Vreemd(Actor actor, RoleRequest verzoek) => OverZichzelf(actor, verzoek) ?? (verzoek.AskedBy == actor.Id.Actor ? new Weigering(Gebruikercode.VoorstelEigen) : null);

    static Weigering? OverZichzelf(Actor actor, RoleRequest verzoek) => verzoek.UserId == actor.Id ? new Weigering(Gebruikercode.EigenRechten) : null;
}
