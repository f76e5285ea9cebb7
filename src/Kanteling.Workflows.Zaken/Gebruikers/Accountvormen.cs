using System.Collections.Immutable;
using Kanteling.Workflows.Storage.Registers;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>Somebody who signs in, as the beheerder sees him.</summary>
/// <param name="Wacht">What waits for a second person about him, or was done without one.</param>
/// <param name="IsNogNiemand">A person who has no password yet.</param>
/// <param name="LinkTot">Until when his link works; null when he has none.</param>
public sealed record Accountbeeld(
    string Id, string Inlognaam, string Naam, ImmutableArray<string> Rollen, string? Team, bool Actief, bool IsProgramma, bool IsNogNiemand, DateTimeOffset? LinkTot, ImmutableArray<Rolvoorstel> Wacht);

/// <summary>Which accounts are asked. By role and by how they are, never by name: what is asked stands in an address.</summary>
/// <param name="Rol">Null for every role.</param>
/// <param name="Stand">One of the words below; everybody for another.</param>
public sealed record Accountfilter(string? Rol = null, string? Stand = null)
{
    public const string Actief = "actief";
    public const string Weg = "weg";
    public const string Wacht = "wacht";

    internal bool Past(Accountbeeld account) => (string.IsNullOrEmpty(Rol) || account.Rollen.Contains(Rol)) && Stand switch
    {
        Actief => account.Actief,
        Weg => !account.Actief,
        Wacht => !account.Wacht.IsEmpty,
        _ => true,
    };
}

/// <summary>A change of roles or of a team, of two persons, or of one while there was no other.</summary>
/// <param name="Stand">open, approved, withdrawn, alone or confirmed, in Dutch.</param>
/// <param name="IsVanMij">The reader asked it.</param>
/// <param name="GaatOverMij">It is about the reader.</param>
public sealed record Rolvoorstel(
    long Nummer, Wie Gebruiker, ImmutableArray<string> Van, bool VanActief, string? VanTeam, ImmutableArray<string> Naar, bool NaarActief, string? NaarTeam, string Reden, Wie Door, DateTimeOffset Op, string Stand,
    Wie? BeslistDoor, DateTimeOffset? BeslistOp, bool IsVanMij, bool GaatOverMij)
{
    public const string Open = "open";
    public const string ZonderTweede = "zonder tweede persoon";

    internal static string StandVan(string state) => state switch
    {
        RoleRequest.Open => Open,
        RoleRequest.Approved => "goedgekeurd",
        RoleRequest.Withdrawn => "ingetrokken",
        RoleRequest.Alone => ZonderTweede,
        RoleRequest.Confirmed => "bevestigd",
        _ => throw new InvalidOperationException($"No such state: {state}."),
    };
}

/// <summary>What was changed, when and by whom; a sentence, without secrets.</summary>
public sealed record Accountwijziging(DateTimeOffset Op, Wie Door, ImmutableArray<string> Wat);

/// <summary>Somebody who is to sign in.</summary>
/// <param name="Reden">Why he gets these roles.</param>
public sealed record Accountaanvraag(string Inlognaam, string Naam, ImmutableArray<string> Rollen, TeamId? Team, bool IsProgramma, string? Reden);

/// <summary>What came of a change of an account.</summary>
/// <param name="Voorstel">The number of what now waits for a second person; null when it was done at once.</param>
/// <param name="ZonderTweede">Roles were given without a second person, and that is listed.</param>
public sealed record Accountgevolg(string Id, long? Voorstel, bool ZonderTweede);

/// <summary>What is shown once.</summary>
/// <param name="Geheim">The token of a program, or what stands in the link of a person.</param>
/// <param name="Tot">Until when a link works; null for a token.</param>
public sealed record Eenmalig(string Id, string Naam, string Geheim, DateTimeOffset? Tot)
{
    public bool IsToken => Tot is null;
}

/// <summary>A new account.</summary>
public sealed record Nieuwaccount(Accountgevolg Gevolg, Eenmalig Eenmalig);
