using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>
/// Accounts, changed by the beheerder. The law of this file: nobody decides on his own rights; who gets a role gets it of two beheerders, or of the only one
/// there is, which is listed; to take away is quick. All of it is looked at again in the transaction that does it.
/// </summary>
public sealed class Accountbeheer(Gebruikersbeheer gebruikers, Users users, Teams teams, Bevoegdheid bevoegdheid, TimeProvider werkelijk)
{
    /// <summary>Null for who may look after accounts: never a program.</summary>
    public Weigering? Verbod(Actor actor) => bevoegdheid.Mag(actor, Handeling.AccountsBeheren) ? null : new Weigering(Verzoekcode.NietBevoegd);

    /// <summary>Changes somebody, or proposes it where a second person decides.</summary>
    /// <param name="reden">Why he gets a role; not asked when he gets none.</param>
    /// <returns>Refused: 403, 404, 422, or 409 with what is in the way.</returns>
    public async Task<Uitslag<Accountgevolg>> WijzigAsync(Actor actor, UserId id, Gebruikerswijziging wijziging, string? reden)
    {
        if (Verbod(actor) is { } verbod)
            return verbod;
        if (id == actor.Id && wijziging.RaaktRechten)
            return new Weigering(Gebruikercode.EigenRechten);
        if ((Accountregels.RollenBestaan(wijziging.Rollen) ?? (wijziging.Naam is { } naam ? Accountregels.Naam(naam) : null)) is { } fout)
            return fout;
        if (await users.FindAsync(id) is not { } gebruiker)
            return new Weigering(Gebruikercode.GebruikerOnbekend, id.Text);
        if (!(await TeamAsync(wijziging.Team)).Lukt(out _, out var geenTeam))
            return geenTeam;
        var krijgt = Tweedepersoon.KrijgtErbij(gebruiker, wijziging);
        if (krijgt && Accountregels.Reden(reden, gebruiker.DisplayName) is { } zonder)
            return zonder;
        var (nu, metTweede) = (werkelijk.GetUtcNow(), krijgt && Tweedepersoon.ZijnErGenoeg(await users.AllAsync()));
        if (metTweede)
            return await StelVoorAsync(actor, gebruiker, wijziging, reden!, nu);
        // Between looking and doing a second beheerder may have come: then he has to be asked after all.
        var nee = await gebruikers.WijzigAsync(id, wijziging, actor.Id.Actor, Rolbesluit.Alleen(wijziging, actor.Id.Actor, nu, reden ?? "", (boek, nog) =>
            MagNog(boek, actor) ?? Tweedepersoon.EnigeBeheerder(boek, nog, wijziging) ?? (Tweedepersoon.KrijgtErbij(nog, wijziging) && (!krijgt || Tweedepersoon.ZijnErGenoeg(boek.Everybody)) ? new Weigering(Verzoekcode.RijGewijzigd) : null)));
        return nee is null ? new Accountgevolg(id.Text, null, krijgt) : nee;
    }

    /// <summary>Adds somebody, with a link to choose a password; or a program, with its token. Roles come when a second person agrees.</summary>
    /// <returns>Refused: 403, 409 when the name is taken, 422.</returns>
    public async Task<Uitslag<Nieuwaccount>> NieuwAsync(Actor actor, Accountaanvraag vraag)
    {
        if (Verbod(actor) is { } verbod)
            return verbod;
        if (!Accountregels.IsInlognaam(vraag.Inlognaam))
            return new Weigering(Gebruikercode.InlognaamOnjuist);
        if ((Accountregels.Naam(vraag.Naam) ?? Accountregels.RollenBestaan(vraag.Rollen) ?? (vraag.Rollen.IsEmpty ? null : Accountregels.Reden(vraag.Reden, vraag.Naam))) is { } fout)
            return fout;
        if (!(await TeamAsync(vraag.Team)).Lukt(out var wijk, out var onbekend))
            return onbekend;
        var (token, link, nu, door) = (Accounts.Programma(), Wachtwoordpunt.NieuwToken(), werkelijk.GetUtcNow(), actor.Id.Actor);
        return await users.DecideAsync<Uitslag<Nieuwaccount>>(boek =>
        {
            if (MagNog(boek, actor) is { } nietMeer)
                return nietMeer;
            if ((boek.FindByName(vraag.Inlognaam) ?? boek.Find(new(vraag.Inlognaam))) is { } had)
                return new Weigering(had.IsActive ? Gebruikercode.InlognaamBestaat : Gebruikercode.WerktNietMeer, had.LoginName);
            if (Accountregels.NaamVanCollega(vraag.Naam, null, boek.Everybody) is { } bezet)
                return bezet;
            var metTweede = !vraag.Rollen.IsEmpty && Tweedepersoon.ZijnErGenoeg(boek.Everybody);
            var gebruiker = new User
            {
                Id = new(vraag.Inlognaam), LoginName = vraag.Inlognaam, DisplayName = vraag.Naam.Trim(), Team = vraag.Team, Wijk = wijk.Wijk, TokenHash = vraag.IsProgramma ? token.Hash : null,
            };
            var verzoek = vraag.Rollen.IsEmpty ? null : boek.Ask(gebruiker, new(vraag.Rollen, true, vraag.Team), vraag.Reden!, metTweede ? RoleRequest.Open : RoleRequest.Alone, door, nu);
            gebruiker.Roles = metTweede ? [] : vraag.Rollen;
            boek.Add(gebruiker);
            var tot = vraag.IsProgramma ? (DateTimeOffset?)null : Wachtwoordpunt.Geef(boek, gebruiker.Id, link, door, nu);
            return new Nieuwaccount(
                new Accountgevolg(gebruiker.Id.Text, metTweede ? verzoek!.Number : null, verzoek?.State == RoleRequest.Alone),
                new Eenmalig(gebruiker.Id.Text, gebruiker.DisplayName, vraag.IsProgramma ? token.Token : link, tot));
        }, door, nu);
    }

    /// <summary>
    /// A new link for somebody to choose a password with; the one that he had is gone. Not for another beheerder who has a password: with it one would become two persons.
    /// </summary>
    /// <returns>Refused: 403, 404, or 409 for a program, for a beheerder and for who does not work here.</returns>
    public Task<Uitslag<Eenmalig>> LinkAsync(Actor actor, UserId id)
    {
        var (link, nu) = (Wachtwoordpunt.NieuwToken(), werkelijk.GetUtcNow());
        return GeefAsync<Eenmalig>(actor, id, nu, (boek, gebruiker) => gebruiker.TokenHash is not null ? new Weigering(Gebruikercode.IsProgramma, gebruiker.DisplayName)
            : gebruiker.PasswordHash is not null && Tweedepersoon.IsBeheerder(gebruiker) ? new Weigering(Gebruikercode.ToegangVanBeheerder, gebruiker.DisplayName, gebruiker.LoginName)
            : new Eenmalig(id.Text, gebruiker.DisplayName, link, Wachtwoordpunt.Geef(boek, id, link, actor.Id.Actor, nu)));
    }

    /// <summary>
    /// For who lost his telephone and his recovery codes: his second step is off, and he is signed out everywhere. Nobody does this for himself, nor for another beheerder.
    /// </summary>
    /// <returns>Refused: 403, 404, or 409 for a beheerder, for who has none and for who does not work here.</returns>
    public async Task<Weigering?> ZetTweedeStapUitAsync(Actor actor, UserId id)
    {
        if (id == actor.Id)
            return new Weigering(Gebruikercode.EigenRechten);
        return (await GeefAsync<bool>(actor, id, werkelijk.GetUtcNow(), (boek, gebruiker) =>
        {
            if (Tweedepersoon.IsBeheerder(gebruiker))
                return new Weigering(Gebruikercode.ToegangVanBeheerder, gebruiker.DisplayName, gebruiker.LoginName);
            boek.RemoveSecondStep(id);
            return true;
        })).Nee;
    }

    /// <summary>A new token for a program; the one that it had does not work any more.</summary>
    /// <returns>Refused: 403, 404, or 409 for a person and for what is no longer used.</returns>
    public Task<Uitslag<Eenmalig>> TokenAsync(Actor actor, UserId id)
    {
        var token = Accounts.Programma();
        return GeefAsync<Eenmalig>(actor, id, werkelijk.GetUtcNow(), (_, gebruiker) =>
        {
            if (gebruiker.TokenHash is null)
                return new Weigering(Gebruikercode.IsMens, gebruiker.DisplayName);
            gebruiker.TokenHash = token.Hash;
            return new Eenmalig(id.Text, gebruiker.DisplayName, token.Token, null);
        });
    }

    /// <summary>Everything that somebody has goes to a colleague who can take it.</summary>
    /// <param name="sleutel">Of this asking.</param>
    /// <returns>Refused: 403, also when who asks lost his role under way; 404; 409 when it cannot go to this colleague.</returns>
    public async Task<Uitslag<Overdrachtverslag>> DraagOverAsync(Actor actor, UserId van, UserId aan, string sleutel)
    {
        if (Verbod(actor) is { } verbod)
            return verbod;
        // Nobody makes another's households his own.
        if (van == actor.Id || aan == actor.Id)
            return new Weigering(Gebruikercode.EigenRechten);
        if (await users.FindAsync(van) is null)
            return new Weigering(Gebruikercode.GebruikerOnbekend, van.Text);
        if (await users.FindActiveAsync(aan) is not { } collega)
            return new Weigering(Gebruikercode.GebruikerOnbekend, aan.Text);
        if (van != aan && !(await gebruikers.OvernemersAsync(van)).Any(u => u.Id == aan))
            return new Weigering(Gebruikercode.KanNietOvernemen, collega.DisplayName);
        return await gebruikers.DraagOverAsync(van, aan, actor.Id.Actor, sleutel, Commands.Doors.Web, async () => MagNog(await users.FindAsync(actor.Id)));
    }

    /// <summary>Proposes the roles; what is no right of anybody is changed at once, and first, so that a refusal leaves nothing behind.</summary>
    async Task<Uitslag<Accountgevolg>> StelVoorAsync(Actor actor, User gebruiker, Gebruikerswijziging wijziging, string reden, DateTimeOffset nu)
    {
        var rest = wijziging with { Rollen = null, Actief = null, Team = null };
        if ((rest.Naam is not null || rest.RaaktRechten) && await gebruikers.WijzigAsync(gebruiker.Id, rest, actor.Id.Actor, new Rolbesluit((boek, _) => MagNog(boek, actor) ?? Loopt(boek, gebruiker), (_, _) => { })) is { } nee)
            return nee;
        return await users.DecideAsync<Uitslag<Accountgevolg>>(boek =>
        {
            if ((MagNog(boek, actor) ?? Loopt(boek, gebruiker)) is { } niet)
                return niet;
            if (boek.Find(gebruiker.Id) is not { } nog || !Tweedepersoon.KrijgtErbij(nog, wijziging) || !Tweedepersoon.ZijnErGenoeg(boek.Everybody))
                return new Weigering(Verzoekcode.RijGewijzigd);
            return new Accountgevolg(nog.Id.Text, boek.Ask(nog, Tweedepersoon.Straks(nog, wijziging), reden, RoleRequest.Open, actor.Id.Actor, nu).Number, false);
        }, actor.Id.Actor, nu);
    }

    async Task<Uitslag<T>> GeefAsync<T>(Actor actor, UserId id, DateTimeOffset nu, Func<UserBook, User, Uitslag<T>> geef) => Verbod(actor) is { } verbod ? verbod
        : await users.DecideAsync(boek => (MagNog(boek, actor), boek.Find(id)) switch
        {
            ({ } nietMeer, _) => nietMeer,
            (_, null) => new Weigering(Gebruikercode.GebruikerOnbekend, id.Text),
            (_, { IsActive: false } weg) => new Weigering(Gebruikercode.WerktNietMeer, weg.DisplayName),
            (_, { } gebruiker) => geef(boek, gebruiker),
        }, actor.Id.Actor, nu);

    /// <returns>Refused: 422 when there is no such team.</returns>
    async Task<Uitslag<(TeamId? Team, string? Wijk)>> TeamAsync(TeamId? team)
    {
        if (team is null)
            return (team, (string?)null);
        return (await teams.AllAsync()).Find(t => t.Id == team) is { } gevonden ? (team, gevonden.Wijk) : new Weigering(Huishoudcode.WijkteamOnbekend, team.Value.Text);
    }

    /// <summary>Who asks may have lost his role since he was let in; a program decides nothing about people.</summary>
    internal static Weigering? MagNog(UserBook boek, Actor actor) => MagNog(boek.Find(actor.Id));

    static Weigering? MagNog(User? nog) => nog is not null && Tweedepersoon.IsBeheerder(nog) ? null : new Weigering(Verzoekcode.NietBevoegd);

    static Weigering? Loopt(UserBook boek, User gebruiker) =>
        boek.Waiting.Any(r => r.UserId == gebruiker.Id && r.State == RoleRequest.Open) ? new Weigering(Gebruikercode.VoorstelLoopt, gebruiker.DisplayName) : null;
}
