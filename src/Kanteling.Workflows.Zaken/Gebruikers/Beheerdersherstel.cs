using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>What has to be done about the first beheerder.</summary>
public enum Eerstestand
{
    /// <summary>There is one who can sign in, or who has to look after that himself.</summary>
    IsEr,

    /// <summary>There is a link to give him.</summary>
    MetLink,

    /// <summary>Another node just made the link.</summary>
    Elders,

    /// <summary>There is none, and somebody else has the name: the command line helps.</summary>
    NaamBezet,
}

/// <param name="Link">Null unless there is a link to show.</param>
public sealed record Eerstebeheerder(Eerstestand Stand, Eenmalig? Link);

/// <summary>
/// A beheerder where there is none: at the first start, and for who owns the machine. What he gets, he gets without a second person, and it is listed as such.
/// </summary>
public sealed class Beheerdersherstel(Users users, TimeProvider werkelijk)
{
    /// <summary>The name of the first beheerder.</summary>
    public const string Naam = "beheerder";

    static readonly ActorId Start = new("eerste-start");

    /// <summary>Makes the first beheerder when nobody is, or gives him another link as long as he has no password.</summary>
    /// <param name="begonnen">When this start began: a link that was made since, was made by another node.</param>
    /// <param name="isAlleen">No other node works on this database.</param>
    public Task<Eerstebeheerder> EersteAsync(DateTimeOffset begonnen, bool isAlleen)
    {
        var (token, nu) = (Wachtwoordpunt.NieuwToken(), werkelijk.GetUtcNow());
        return users.DecideAsync(boek =>
        {
            var eerste = boek.FindByName(Naam);
            if (boek.Everybody.Any(u => Tweedepersoon.IsBeheerder(u) && (u.Id != eerste?.Id || u.PasswordHash is not null)))
                return new Eerstebeheerder(Eerstestand.IsEr, null);
            if (eerste is not null && !Tweedepersoon.IsBeheerder(eerste))
                return new Eerstebeheerder(Eerstestand.NaamBezet, null);
            if (eerste is not null && boek.Links.Any(l => l.UserId == eerste.Id && l.Until > nu && (!isAlleen || l.MadeAt >= begonnen)))
                return new Eerstebeheerder(Eerstestand.Elders, null);
            eerste ??= Nieuw(boek, Naam, "Bij de eerste start.", Start, nu);
            return new Eerstebeheerder(Eerstestand.MetLink, new Eenmalig(eerste.Id.Text, eerste.LoginName, token, Wachtwoordpunt.Geef(boek, eerste.Id, token, Start, nu)));
        }, Start, nu);
    }

    /// <summary>Makes this account an active beheerder, whatever it was, with a link to choose a password, and without a second step.</summary>
    /// <returns>Refused: when it is a program, or when the name cannot be one.</returns>
    public async Task<Uitslag<Eenmalig>> HerstelAsync(string naam, ActorId door)
    {
        var (token, nu) = (Wachtwoordpunt.NieuwToken(), werkelijk.GetUtcNow());
        return await users.DecideAsync<Uitslag<Eenmalig>>(boek =>
        {
            var gebruiker = boek.FindByName(naam);
            if (gebruiker is null && !Accountregels.IsInlognaam(naam))
                return new Weigering(Gebruikercode.InlognaamOnjuist);
            if (gebruiker?.TokenHash is not null)
                return new Weigering(Gebruikercode.IsProgramma, naam);
            if (gebruiker is null && boek.Find(new(naam)) is not null)
                return new Weigering(Gebruikercode.InlognaamBestaat, naam);
            if (gebruiker is not null && !Tweedepersoon.IsBeheerder(gebruiker))
            {
                var wijziging = new Gebruikerswijziging([.. gebruiker.Roles.Union([Rol.Beheerder])], Actief: true);
                Rolbesluit.Alleen(wijziging, door, nu, Herstel).Leg(boek, gebruiker);
                (gebruiker.Roles, gebruiker.IsActive) = (wijziging.Rollen!.Value, true);
            }
            gebruiker ??= Nieuw(boek, naam, Herstel, door, nu);
            boek.RemoveSecondStep(gebruiker.Id);
            return new Eenmalig(gebruiker.Id.Text, gebruiker.LoginName, token, Wachtwoordpunt.Geef(boek, gebruiker.Id, token, door, nu));
        }, door, nu);
    }

    /// <summary>Who owns the machine is the second person for who made somebody beheerder alone: without him nobody would be the first second person.</summary>
    /// <returns>Refused: when there is no such beheerder, when he has no password yet, and when nothing waits that somebody else than who asks gave him.</returns>
    public Task<Weigering?> BevestigAsync(string naam, ActorId door) => users.DecideAsync(boek =>
    {
        if (boek.FindByName(naam) is not { } gebruiker || !Tweedepersoon.IsBeheerder(gebruiker))
            return new Weigering(Gebruikercode.GeenBeheerder, naam);
        if (gebruiker.PasswordHash is null)
            return new Weigering(Gebruikercode.BeheerderZonderWachtwoord, naam);
        var alleen = boek.Waiting.Where(r => r.UserId == gebruiker.Id && r.State == RoleRequest.Alone && r.AskedBy != door).ToList();
        if (alleen.Count == 0)
            return new Weigering(Gebruikercode.NietsTeBevestigen, naam);
        foreach (var verzoek in alleen)
            (verzoek.State, verzoek.DecidedBy, verzoek.DecidedAt) = (RoleRequest.Confirmed, door, werkelijk.GetUtcNow());
        return null;
    }, door, werkelijk.GetUtcNow());

    const string Herstel = "Beheerder hersteld op de opdrachtregel.";

    static User Nieuw(UserBook boek, string naam, string reden, ActorId door, DateTimeOffset nu)
    {
        var gebruiker = new User { Id = new(naam), LoginName = naam, DisplayName = naam, Roles = [Rol.Beheerder] };
        boek.Ask(Tweedepersoon.Leeg(gebruiker), new(gebruiker.Roles, true, null), reden, RoleRequest.Alone, door, nu);
        boek.Add(gebruiker);
        return gebruiker;
    }
}
