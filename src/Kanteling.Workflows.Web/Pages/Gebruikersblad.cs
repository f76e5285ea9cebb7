using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <param name="Voorstellen">What waits for a second person, or was done without one.</param>
public sealed record GebruikersModel(Lijst<Accountbeeld> Lijst, Bladzij Bladzij, Accountfilter Filter, IReadOnlyList<Rolvoorstel> Voorstellen, IReadOnlyList<string> Rollen, Bericht? Melding)
{
    /// <summary>For the names of teams.</summary>
    public required IReadOnlyList<Optie> Teams { get; init; }

    public string Op(int bladzij) => $"/beheer/gebruikers?rol={Uri.EscapeDataString(Filter.Rol ?? "")}&stand={Uri.EscapeDataString(Filter.Stand ?? "")}&pagina={bladzij}";
}

/// <param name="IsMij">The reader's own account: about its rights another decides.</param>
/// <param name="Collegas">Who can take over what this person has.</param>
/// <param name="Getypt">What was filled in when it was refused.</param>
public sealed record GebruikerModel(
    Accountbeeld Account, bool IsMij, Lijst<Accountwijziging> Geschiedenis, Bladzij Bladzij, IReadOnlyList<Optie> Teams, IReadOnlyList<Optie> Collegas, Getyptaccount Getypt, Bericht? Melding);

public sealed record NieuweGebruikerModel(Getyptaccount Getypt, IReadOnlyList<Optie> Teams, IReadOnlyList<string> Rollen, Bericht? Melding);

/// <param name="Adres">The whole link, as it is handed over; null for a token.</param>
public sealed record EenmaligModel(Eenmalig Eenmalig, string? Adres, Bericht? Melding);

/// <summary>What somebody typed of an account.</summary>
public sealed record Getyptaccount(string Inlognaam, string Naam, ImmutableArray<string> Rollen, string Team, bool IsProgramma, string Reden)
{
    public static Getyptaccount Leeg { get; } = new("", "", [], "", false, "");

    public static Getyptaccount Van(IFormCollection formulier) => new(
        formulier["inlognaam"].ToString().Trim(), formulier["weergave"].ToString().Trim(), [.. formulier["rol"].OfType<string>()], formulier["team"].ToString(), formulier["soort"] == "programma", formulier["reden"].ToString().Trim());
}

/// <summary>What the pages of accounts show.</summary>
public sealed class Gebruikersblad(Accountlezer lezer, Rolvoorstellen voorstellen, Gebruikersbeheer gebruikers, Teams teams)
{
    public async Task<Uitslag<GebruikersModel>> LijstAsync(Actor actor, Accountfilter filter, Bladzij gevraagd, Bericht? melding)
    {
        var (uitslag, bladzij) = await gevraagd.LeesAsync(paging => lezer.LijstAsync(actor, filter, paging), u => u.Lukt(out var lijst, out _) ? lijst.Totaal : 0);
        if (!uitslag.Lukt(out var gevonden, out var nee))
            return nee;
        return new GebruikersModel(gevonden, bladzij, filter, await voorstellen.WachtendAsync(actor), [.. Rollen.Meegeleverd.Namen], melding) { Teams = await TeamsAsync() };
    }

    public async Task<Uitslag<GebruikerModel>> EenAsync(Actor actor, UserId id, Bladzij gevraagd, Getyptaccount? getypt, Bericht? melding)
    {
        if (!(await lezer.LeesAsync(actor, id)).Lukt(out var account, out var nee))
            return nee;
        var (uitslag, bladzij) = await gevraagd.LeesAsync(paging => lezer.GeschiedenisAsync(actor, id, paging), u => u.Lukt(out var lijst, out _) ? lijst.Totaal : 0);
        if (!uitslag.Lukt(out var geschiedenis, out nee))
            return nee;
        return new GebruikerModel(
            account, id == actor.Id, geschiedenis, bladzij, await TeamsAsync(), [.. (await gebruikers.OvernemersAsync(id)).Where(u => u.Id != actor.Id).Select(u => new Optie(u.Id.Text, u.DisplayName))],
            getypt ?? new Getyptaccount(account.Inlognaam, account.Naam, account.Rollen, account.Team ?? "", account.IsProgramma, ""), melding);
    }

    public async Task<NieuweGebruikerModel> NieuwAsync(Getyptaccount getypt, Bericht? melding) => new(getypt, await TeamsAsync(), [.. Rollen.Meegeleverd.Namen], melding);

    async Task<IReadOnlyList<Optie>> TeamsAsync() => [.. (await teams.AllAsync()).OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase).Select(t => new Optie(t.Id.Text, t.Name))];
}
