using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>What becomes of a user; what is null stays as it was.</summary>
public sealed record Gebruikerswijziging(ImmutableArray<string>? Rollen = null, TeamId? Team = null, bool? Actief = null);

/// <summary>Of how many households somebody is behandelaar or casusregisseur.</summary>
public sealed record Inbehandeling(ImmutableArray<StreamId> Behandelaar, ImmutableArray<StreamId> Casusregisseur)
{
    public IEnumerable<StreamId> Alle => Behandelaar.Union(Casusregisseur);
}

/// <param name="Gelukt">Households in which all was handed over.</param>
/// <param name="Bleef">What stayed, a sentence each.</param>
public sealed record Overdrachtverslag(int Gelukt, ImmutableArray<string> Bleef);

/// <summary>
/// Who works here, changed. The law of this file: nobody leaves, and nobody loses a role or a team, while there is work that only he can do;
/// whoever leaves hands over first. What is open is looked at in the transaction that changes the register.
/// </summary>
public sealed class Gebruikersbeheer(OpenStorage storage, WorkflowEngine engine, TimeProvider werkelijk)
{
    const int MeesteGenoemd = 20;

    /// <returns>Null when it was done; else why not, with what is still his.</returns>
    public async Task<Weigering?> WijzigAsync(UserId id, Gebruikerswijziging wijziging, ActorId door)
    {
        if (await storage.Users.FindAsync(id) is not { } gebruiker)
            return new Weigering(Gebruikercode.GebruikerOnbekend, id.Text);
        var wijk = gebruiker.Wijk;
        if (wijziging.Team is { } team)
        {
            if ((await storage.Teams.AllAsync()).Find(t => t.Id == team) is not { } gevonden)
                return new Weigering(Huishoudcode.WijkteamOnbekend, team.Text);
            wijk = gevonden.Wijk;
        }
        if (await InBehandelingAsync(id, Rollen.Meegeleverd.Taakrecht(Na(gebruiker, wijziging))) is var zijn && zijn.Alle.Any())
            return Nee(Gebruikercode.NogInBehandeling, [id.Text, $"{zijn.Behandelaar.Length}", $"{zijn.Casusregisseur.Length}"], [.. zijn.Alle.Select(s => s.Text)]);
        return await storage.Users.ChangeAsync(id, (iedereen, open) => Verweesd(id, wijziging, iedereen, open), gevonden =>
        {
            (gevonden.Roles, gevonden.IsActive) = (wijziging.Rollen ?? gevonden.Roles, wijziging.Actief ?? gevonden.IsActive);
            (gevonden.Team, gevonden.Wijk) = (wijziging.Team ?? gevonden.Team, wijk);
        }, door, werkelijk.GetUtcNow());
    }

    /// <summary>Everything that he has goes to a colleague, household by household.</summary>
    /// <param name="sleutel">Of this asking, so that asking again does not do it twice.</param>
    public async Task<Overdrachtverslag> DraagOverAsync(UserId van, UserId aan, ActorId door, string sleutel)
    {
        var stromen = (await InBehandelingAsync(van)).Alle.Union(await storage.Lists.StreamsOfAsync(van)).Order().ToList();
        var (gelukt, bleef) = (0, ImmutableArray.CreateBuilder<string>());
        foreach (var stroom in stromen)
        {
            if (await engine.ExecuteAsync(stroom, "", new HandOver(van, aan, Casework.Zinnen.Voor(Gebruikercode.Overgedragen)), new Asking($"{sleutel}:{stroom}", door, "opdrachtregel", true)) is Answer.Refused { Refusals: [var nee, ..] })
                bleef.Add($"{stroom}: {Casework.Zinnen.Voor(nee.Code, nee.Arguments)}");
            else
                gelukt++;
        }
        return new Overdrachtverslag(gelukt, bleef.ToImmutable());
    }

    /// <summary>Reads every household: no row says who is behandelaar where nothing is open.</summary>
    /// <param name="straks">What he may still do: households in which that is enough are left out. Null for all that he has.</param>
    async Task<Inbehandeling> InBehandelingAsync(UserId id, Taakrecht? straks = null)
    {
        var (behandelaar, casusregisseur) = (ImmutableArray.CreateBuilder<StreamId>(), ImmutableArray.CreateBuilder<StreamId>());
        await foreach (var kop in storage.Store.StreamsAsync(default))
        {
            if (Streams.IsTrial(kop.Stream) || kop.Kind == Streams.DefinitionKind || (await engine.ReadAsync(kop.Stream))?.Domain is not Huishouden h || straks?.Mag(h.IsAfgeschermd) == true)
                continue;
            if (h.Dossiers.Values.Any(d => d.IsOpen && d.Behandelaar?.Id == id))
                behandelaar.Add(kop.Stream);
            if (h.Casusregisseur is { } regie && (regie.Gebruiker?.Id == id || regie.Contactpersoon?.Id == id))
                casusregisseur.Add(kop.Stream);
        }
        return new Inbehandeling(behandelaar.ToImmutable(), casusregisseur.ToImmutable());
    }

    /// <summary>Why it cannot be: there is work that somebody can do now, and nobody after it. Asked within the transaction.</summary>
    static Weigering? Verweesd(UserId id, Gebruikerswijziging wijziging, IReadOnlyList<User> iedereen, IReadOnlyList<(Taakweg Way, int Count)> open)
    {
        var nu = iedereen.Where(u => u.IsActive).Select(Rollen.Meegeleverd.Medewerker).ToList();
        var straks = iedereen.Where(u => u.Id == id ? wijziging.Actief ?? u.IsActive : u.IsActive).Select(u => u.Id == id ? Straks(u, wijziging) : Rollen.Meegeleverd.Medewerker(u)).ToList();
        var verweesd = open.Where(weg => Stilstand.Van(weg.Way, nu) is null && Stilstand.Van(weg.Way, straks) is not null).ToList();
        var (opNaam, anders) = (verweesd.Where(weg => weg.Way.Medewerker is not null).Sum(weg => weg.Count), verweesd.Where(weg => weg.Way.Medewerker is null).Sum(weg => weg.Count));
        return verweesd.Count == 0 ? null : Nee(Gebruikercode.NogWerk, [id.Text, $"{opNaam}", $"{anders}"], [.. verweesd.Select(weg => $"{weg.Count}: {Adres(weg.Way)}")]);
    }

    static Medewerker Straks(User gebruiker, Gebruikerswijziging wijziging)
    {
        var rollen = Na(gebruiker, wijziging);
        return new Medewerker(RegisterVersions.ReferenceTo(gebruiker), rollen, wijziging.Team ?? gebruiker.Team, Rollen.Meegeleverd.Taakrecht(rollen));
    }

    static ImmutableArray<string> Na(User gebruiker, Gebruikerswijziging wijziging) => wijziging.Actief ?? gebruiker.IsActive ? wijziging.Rollen ?? gebruiker.Roles : [];

    static string Adres(Taakweg weg) => weg switch { { Medewerker: { } wie } => $"op naam van {wie}", { Rol: { } rol } => $"rol {rol}", { Team: { } team } => $"team {team}", _ => weg.Relatie ?? "-" };

    static Weigering Nee(string code, ImmutableArray<string> argumenten, IReadOnlyList<string> wat) => new(code, argumenten)
    {
        Zinnen = [Casework.Zinnen.Voor(code, argumenten), .. wat.Take(MeesteGenoemd).Select(regel => "- " + regel), .. wat.Count > MeesteGenoemd ? new[] { $"- en nog {wat.Count - MeesteGenoemd}" } : []],
    };
}
