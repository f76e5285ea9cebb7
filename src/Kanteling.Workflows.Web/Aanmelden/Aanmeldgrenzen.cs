using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage.SignIns;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>
/// What is counted of one attempt to sign in. The law of this file: guessing is slowed down, and nobody is shut out by what others do.
/// A name has five failures free at a browser that knows it (<see cref="BekendeToestellen"/>), wherever that is; at all other browsers of
/// an address together it has five: so who guesses beside somebody makes strangers wait and not him, and who took his cookie guesses no
/// more than from one address. Besides, an address has fifty for names that never signed in rightly from it, and a name has twenty at
/// addresses from which it never did, whatever the browser knows: so whatever is guessed in an office, and whatever is guessed of a name
/// elsewhere, is no matter to who signed in there before. What a person typed wrong before he signed in is given back.
/// </summary>
/// <param name="Eigen">Of this name at this browser, or at this address.</param>
/// <param name="Overige">Of the address, and of the name; none when the name is known there.</param>
sealed record Aanmeldgrenzen(AttemptLimit Eigen, ImmutableArray<AttemptLimit> Overige)
{
    public const int PerPaar = 5;
    public const int PerNaam = 20;
    public const int PerAdres = 50;

    static readonly TimeSpan Uur = TimeSpan.FromHours(1);
    static readonly TimeSpan Kwartier = TimeSpan.FromMinutes(15);

    public IReadOnlyCollection<AttemptLimit> Alle => [Eigen, .. Overige];

    /// <summary>Of the codes of a second step, by who is signed in already.</summary>
    public static AttemptLimit VanCode(UserId wie) => new($"code {wie.Text}", PerPaar, Uur);

    public static Weigering TeVaak(TimeSpan wachttijd) => new(Verzoekcode.TeVaakGeprobeerd, Duur(wachttijd)) { OpnieuwNa = wachttijd };

    static string Duur(TimeSpan wachttijd) => wachttijd <= TimeSpan.FromSeconds(59)
        ? Schrijfwijze.Aantal((int)Math.Ceiling(wachttijd.TotalSeconds), "seconde", "seconden")
        : Schrijfwijze.Aantal((int)Math.Ceiling(wachttijd.TotalMinutes), "minuut", "minuten");

    /// <param name="isBekend">This user signed in rightly from this address before.</param>
    /// <param name="toestel">The browser, when it knows this user; null when it does not.</param>
    public static Aanmeldgrenzen Van(string naam, string adres, bool isBekend, string? toestel)
    {
        naam = naam.Trim().ToLowerInvariant();
        return new(
            new AttemptLimit(toestel is null ? $"paar {adres} {naam}" : $"toestel {toestel} {naam}", PerPaar, Uur),
            isBekend ? [] : [new AttemptLimit($"naam {naam}", PerNaam, Uur), new AttemptLimit($"adres {adres}", PerAdres, Kwartier)]);
    }
}
