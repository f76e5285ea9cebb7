using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>One browser at which somebody is signed in.</summary>
/// <param name="LaatstGebruikt">To within five minutes.</param>
/// <param name="Tot">When it ends, however much it is used.</param>
/// <param name="IsDeze">It is the one that asks.</param>
public sealed record Sessiebeeld(string Id, DateTimeOffset Sinds, DateTimeOffset LaatstGebruikt, DateTimeOffset Tot, string Toestel, string Adres, bool IsDeze);

/// <summary>Once that somebody signed in with this name, or tried to.</summary>
public sealed record Pogingbeeld(DateTimeOffset Op, bool Gelukt, string Wat, string Toestel, string Adres);

/// <param name="HeeftTweedeStap">A code is asked besides the password.</param>
/// <param name="IsBeheerder">No colleague takes that off.</param>
public sealed record Aanmeldingenbeeld(string Naam, bool HeeftTweedeStap, bool IsBeheerder, IReadOnlyList<Sessiebeeld> Sessies, IReadOnlyList<Pogingbeeld> Pogingen);

/// <summary>
/// Where somebody is signed in, and who tried to be him. His own are his; those of somebody else are for who manages accounts, and
/// nobody else is told whether they exist.
/// </summary>
public sealed class Aanmeldingen(OpenStorage storage, Bevoegdheid bevoegdheid, TimeProvider werkelijk)
{
    /// <summary>How many attempts are shown, the latest first.</summary>
    public const int MeestePogingen = 30;

    /// <param name="deze">The session that asks; null for a program.</param>
    /// <returns>Refused: 403, and 404 when there is no such user.</returns>
    public async Task<Uitslag<Aanmeldingenbeeld>> LeesAsync(Actor actor, UserId van, string? deze)
    {
        if (!Mag(actor, van))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (await storage.Users.FindAsync(van) is not { } gebruiker)
            return new Weigering(Gebruikercode.GebruikerOnbekend, van.Text);
        var sessies = await storage.Sessions.OfAsync(van, werkelijk.GetUtcNow());
        var pogingen = await storage.SignIns.OfAsync(van, MeestePogingen);
        return new Aanmeldingenbeeld(
            gebruiker.DisplayName,
            await storage.SecondSteps.FindAsync(van) is { IsConfirmed: true },
            Tweedepersoon.IsBeheerder(gebruiker),
            [.. sessies.Select(s => new Sessiebeeld(s.Id, s.BegunAt, s.SeenAt, s.EndsAt, s.Device, s.Address, s.Id == deze))],
            [.. pogingen.Select(p => new Pogingbeeld(p.At, p.Outcome == SignInOutcome.Good, Wat(p.Outcome), p.Device, p.Address))]);
    }

    /// <summary>Ends one; one that was over already stays so.</summary>
    /// <returns>Refused: 404 when there is none that this actor may end.</returns>
    public async Task<Weigering?> BeeindigAsync(Actor actor, string sessie)
    {
        if (await storage.Sessions.OwnerAsync(sessie) is not { } van || !Mag(actor, van))
            return new Weigering(Gebruikercode.AanmeldingOnbekend);
        await storage.Sessions.EndAsync(sessie, SessionEnd.Ended, actor.Id.Actor, werkelijk.GetUtcNow());
        return null;
    }

    /// <summary>Signs somebody out everywhere.</summary>
    /// <returns>Refused: 403.</returns>
    public async Task<Weigering?> BeeindigAlleAsync(Actor actor, UserId van)
    {
        if (!Mag(actor, van))
            return new Weigering(Verzoekcode.NietBevoegd);
        await storage.Sessions.EndAllAsync(van, SessionEnd.Ended, actor.Id.Actor, werkelijk.GetUtcNow());
        return null;
    }

    bool Mag(Actor actor, UserId van) => actor.Id == van || bevoegdheid.Mag(actor, Handeling.AccountsBeheren);

    static string Wat(string uitkomst) => uitkomst switch
    {
        SignInOutcome.Good => "Aangemeld",
        SignInOutcome.WrongCode => "Verkeerde code",
        SignInOutcome.NeedsCode => "Goed wachtwoord, nog geen code",
        _ => "Verkeerd wachtwoord",
    };
}
