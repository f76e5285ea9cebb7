using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>What becomes of a user; what is null stays as it was.</summary>
/// <param name="Toch">Also when a role or a team is then left without anybody: who asks has read that.</param>
public sealed record Gebruikerswijziging(ImmutableArray<string>? Rollen = null, TeamId? Team = null, bool? Actief = null, bool Toch = false)
{
    /// <summary>How he is called on the screen.</summary>
    public string? Naam { get; init; }

    /// <summary>In no team any more.</summary>
    public bool ZonderTeam { get; init; }

    /// <summary>Whether it is about what somebody may do or see.</summary>
    public bool RaaktRechten => Rollen is not null || Team is not null || ZonderTeam || Actief is not null;

    internal TeamId? TeamNa(User gebruiker) => ZonderTeam ? null : Team ?? gebruiker.Team;
}

/// <summary>Of how many households somebody is behandelaar or casusregisseur.</summary>
public sealed record Inbehandeling(ImmutableArray<StreamId> Behandelaar, ImmutableArray<StreamId> Casusregisseur)
{
    public IEnumerable<StreamId> Alle => Behandelaar.Union(Casusregisseur);
}

/// <summary>
/// Who works here, changed. The law of this file: nobody leaves, and nobody loses a role or a team, while there is work that only he can do;
/// whoever leaves hands over first. What is open is looked at in the transaction that changes the register. Whoever looks after accounts
/// reads no dossiers: what is in the way is told him in numbers, in which what is shielded counts like the rest.
/// </summary>
public sealed class Gebruikersbeheer(OpenStorage storage, WorkflowEngine engine, TimeProvider werkelijk)
{
    const int MeesteGenoemd = 20;

    /// <summary>
    /// Whether a refusal also names each household and each task, by its id and without its title: on the command line only, for whoever has the machine.
    /// </summary>
    public bool NoemtWat { get; init; }

    /// <param name="besluit">How the change of roles is decided; null for who may do that alone, which is written down.</param>
    /// <returns>Null when it was done; else why not, with what is still his.</returns>
    public async Task<Weigering?> WijzigAsync(UserId id, Gebruikerswijziging wijziging, ActorId door, Rolbesluit? besluit = null)
    {
        if (await storage.Users.FindAsync(id) is not { } gebruiker)
            return new Weigering(Gebruikercode.GebruikerOnbekend, id.Text);
        if (!gebruiker.IsActive && wijziging.Actief != true)
            return new Weigering(Gebruikercode.WerktNietMeer, gebruiker.LoginName);
        var wijk = wijziging.ZonderTeam ? null : gebruiker.Wijk;
        if (wijziging.Team is { } team)
        {
            if ((await storage.Teams.AllAsync()).Find(t => t.Id == team) is not { } gevonden)
                return new Weigering(Huishoudcode.WijkteamOnbekend, team.Text);
            wijk = gevonden.Wijk;
        }
        if (await InBehandelingAsync(id, Rollen.Meegeleverd.Taakrecht(Na(gebruiker, wijziging))) is var zijn && zijn.Alle.Any())
            return Nee(Gebruikercode.NogInBehandeling, [id.Text, $"{zijn.Behandelaar.Length}", $"{zijn.Casusregisseur.Length}"], [.. zijn.Alle.Select(s => s.Text)]);
        var (verweesd, nu) = (new List<(Taakweg Way, int Count)>(), werkelijk.GetUtcNow());
        besluit ??= Rolbesluit.Alleen(wijziging, door, nu);
        var nee = await storage.Users.DecideAsync(boek =>
        {
            if (boek.Find(id) is not { } gevonden)
                return new Weigering(Gebruikercode.GebruikerOnbekend, id.Text);
            if ((besluit.Mag(boek, gevonden) ?? Tweedepersoon.LaatsteBeheerder(boek, gevonden, wijziging) ?? (wijziging.Naam is { } naam ? Accountregels.NaamVanCollega(naam, id, boek.Everybody) : null)) is { } niet)
                return niet;
            if ((verweesd = Verweesd(id, wijziging, boek.Everybody, boek.Ways)).Count > 0)
                return NogWerk(id, verweesd, []);
            if (!wijziging.Toch && Onbezet(id, wijziging, boek.Everybody) is { } onbezet)
                return onbezet;
            besluit.Leg(boek, gevonden);
            (gevonden.Roles, gevonden.IsActive) = (wijziging.Rollen ?? gevonden.Roles, wijziging.Actief ?? gevonden.IsActive);
            (gevonden.Team, gevonden.Wijk, gevonden.DisplayName) = (wijziging.TeamNa(gevonden), wijk, wijziging.Naam ?? gevonden.DisplayName);
            if (!gevonden.IsActive)
                boek.Unlink(id);
            return null;
        }, door, nu);
        return verweesd.Count == 0 ? nee : NogWerk(id, verweesd, NoemtWat ? await TakenAsync(verweesd) : []);
    }

    /// <summary>
    /// Everything that he has goes to a colleague, household by household. What cannot go is named and stays; all else went, so asking again goes on with what is left.
    /// </summary>
    /// <param name="sleutel">Of this asking, so that asking again does not do it twice.</param>
    /// <param name="deur">By which door of the engine.</param>
    /// <param name="magNog">Why who asks may not any more, or null; looked at before each household. What went before that stays where it went.</param>
    /// <returns>Refused when nothing can go to this colleague, or who asks may not any more.</returns>
    public async Task<Uitslag<Overdrachtverslag>> DraagOverAsync(UserId van, UserId aan, ActorId door, string sleutel, string deur = "opdrachtregel", Func<Task<Weigering?>>? magNog = null)
    {
        if (van == aan)
            return new Weigering(Gebruikercode.AanZichzelf);
        if (await storage.Users.FindActiveAsync(aan) is not { } collega)
            return new Weigering(Gebruikercode.GebruikerOnbekend, aan.Text);
        var recht = Rollen.Meegeleverd.Taakrecht(collega.Roles);
        if (!Overname.IsIemand(collega, recht))
            return new Weigering(Gebruikercode.KanNietOvernemen, collega.DisplayName);
        var stromen = (await InBehandelingAsync(van)).Alle.Union(await storage.Lists.StreamsOfAsync(van)).Order().ToList();
        var gelukt = 0;
        var (terug, bleef) = (ImmutableArray.CreateBuilder<Teruggegeven>(), ImmutableArray.CreateBuilder<Gebleven>());
        foreach (var stroom in stromen)
        {
            if (await engine.ReadAsync(stroom) is not { } voor)
                continue;
            if (magNog is not null && await magNog() is { } nietMeer)
                return nietMeer;
            var taken = voor.OpenTasks.Where(taak => taak.Assignee == van).ToList();
            if (await engine.ExecuteAsync(stroom, "", new HandOver(van, aan, Casework.Zinnen.Voor(Gebruikercode.Overgedragen)), new Asking($"{sleutel}:{stroom}", door, deur, true)) is Answer.Refused { Refusals: [var nee, ..] })
            {
                bleef.AddRange(await BleefAsync(stroom, van, Casework.Zinnen.Voor(nee.Code, nee.Arguments)));
                continue;
            }
            gelukt++;
            terug.AddRange(taken.Where(taak => !recht.Kan(taak, Bevoegdheid.IsAfgeschermd(voor))).Select(taak => new Teruggegeven(Taakids.Van(stroom, taak.Id), taak.Address.Role ?? "")));
        }
        return new Overdrachtverslag(collega.DisplayName, gelukt, terug.ToImmutable(), bleef.ToImmutable());
    }

    /// <summary>The colleagues to whom he can hand over, by name: see <see cref="Overname"/>.</summary>
    public async Task<IReadOnlyList<User>> OvernemersAsync(UserId van)
    {
        var iedereen = await storage.Users.AllAsync();
        if (iedereen.Find(u => u.Id == van) is not { } hij)
            return [];
        var open = (await storage.Lists.WaysAsync()).Select(weg => weg.Way).Where(weg => weg.Medewerker == van && !weg.Afgeschermd).ToList();
        return [.. iedereen.Where(u => u.IsActive && u.Id != van && Overname.Kan(hij, u, open))];
    }

    /// <summary>What of his stayed in one household: each of his tasks there, or the household when he has none.</summary>
    async Task<IEnumerable<Gebleven>> BleefAsync(StreamId stroom, UserId van, string waarom) =>
        (await storage.Lists.TasksAsync(new TaskQuestion(Assignee: van, Stream: stroom), new Paging(0, int.MaxValue))).Items is { Length: > 0 } taken
            ? taken.Select(taak => new Gebleven(Taak(taak), true, waarom)) : [new Gebleven(stroom.Text, false, waarom)];

    /// <summary>Reads every household: no row says who is behandelaar where nothing is open.</summary>
    /// <param name="straks">What he may still do: households in which that is enough are left out. Null for all that he has.</param>
    async Task<Inbehandeling> InBehandelingAsync(UserId id, Taakrecht? straks = null)
    {
        var (behandelaar, casusregisseur) = (ImmutableArray.CreateBuilder<StreamId>(), ImmutableArray.CreateBuilder<StreamId>());
        await foreach (var kop in storage.Store.StreamsAsync(default))
        {
            if (Streams.IsTrial(kop.Stream) || kop.Kind == Streams.DefinitionKind || (await engine.ReadAsync(kop.Stream))?.Domain is not Huishouden h || straks?.MagBehandelen(h.IsAfgeschermd) == true)
                continue;
            if (h.Dossiers.Values.Any(d => h.WordtBehandeld(d) && d.Behandelaar?.Id == id))
                behandelaar.Add(kop.Stream);
            if (h.Casusregisseur is { } regie && (regie.Gebruiker?.Id == id || regie.Contactpersoon?.Id == id))
                casusregisseur.Add(kop.Stream);
        }
        return new Inbehandeling(behandelaar.ToImmutable(), casusregisseur.ToImmutable());
    }

    /// <summary>The ways in which open work is addressed that somebody can do now, and nobody after it. Asked within the transaction.</summary>
    static List<(Taakweg Way, int Count)> Verweesd(UserId id, Gebruikerswijziging wijziging, IReadOnlyList<User> iedereen, IReadOnlyList<(Taakweg Way, int Count)> open)
    {
        var nu = iedereen.Where(u => u.IsActive).Select(Rollen.Meegeleverd.Medewerker).ToList();
        var straks = iedereen.Where(u => u.Id == id ? wijziging.Actief ?? u.IsActive : u.IsActive).Select(u => u.Id == id ? Straks(u, wijziging) : Rollen.Meegeleverd.Medewerker(u)).ToList();
        return [.. open.Where(weg => Stilstand.Van(weg.Way, nu) is null && Stilstand.Van(weg.Way, straks) is not null)];
    }

    /// <summary>Work may come tomorrow: a role that the product cannot do without, or a team, is not left without anybody unasked.</summary>
    static Weigering? Onbezet(UserId id, Gebruikerswijziging wijziging, IReadOnlyList<User> iedereen)
    {
        if (iedereen.FirstOrDefault(u => u.Id == id && u.IsActive) is not { } was)
            return null;
        var (straks, anderen) = (Straks(was, wijziging), iedereen.Where(u => u.IsActive && u.Id != id).ToList());
        if (was.Roles.Intersect(Rollen.Meegeleverd.MetWerk).Except(straks.Rollen).FirstOrDefault(rol => !anderen.Exists(u => u.Roles.Contains(rol))) is { } verloren)
            return new Weigering(Gebruikercode.LaatsteMetRol, was.LoginName, verloren);
        return was.Team is { } team && was.Roles.Contains(Rol.Consulent) && !(straks.Team == team && straks.Rollen.Contains(Rol.Consulent)) && !anderen.Exists(u => u.Team == team && u.Roles.Contains(Rol.Consulent))
            ? new Weigering(Gebruikercode.LaatsteVanTeam, was.LoginName, team.Text) : null;
    }

    static Medewerker Straks(User gebruiker, Gebruikerswijziging wijziging)
    {
        var rollen = Na(gebruiker, wijziging);
        return new Medewerker(RegisterVersions.ReferenceTo(gebruiker), rollen, wijziging.TeamNa(gebruiker), Rollen.Meegeleverd.Taakrecht(rollen));
    }

    static ImmutableArray<string> Na(User gebruiker, Gebruikerswijziging wijziging) => wijziging.Actief ?? gebruiker.IsActive ? wijziging.Rollen ?? gebruiker.Roles : [];

    static string Adres(Taakweg weg) => weg switch { { Medewerker: { } wie } => $"op naam van {wie}", { Rol: { } rol } => $"rol {rol}", { Team: { } team } => $"team {team}", _ => weg.Relatie ?? "-" };

    static string Taak(TaskRow taak) => Taakids.Van(taak.Stream, taak.Id);

    async Task<IReadOnlyList<string>> TakenAsync(List<(Taakweg Way, int Count)> wegen)
    {
        var regels = new List<string>();
        foreach (var (weg, _) in wegen)
            regels.AddRange((await storage.Lists.TasksOfWayAsync(weg, new Paging(0, int.MaxValue))).Items.Select(taak => $"{Taak(taak)}, {Adres(weg)}"));
        return regels;
    }

    /// <param name="taken">Each by its id.</param>
    Weigering NogWerk(UserId id, List<(Taakweg Way, int Count)> verweesd, IReadOnlyList<string> taken)
    {
        var (opNaam, anders) = (verweesd.Where(weg => weg.Way.Medewerker is not null).Sum(weg => weg.Count), verweesd.Where(weg => weg.Way.Medewerker is null).Sum(weg => weg.Count));
        return Nee(Gebruikercode.NogWerk, [id.Text, $"{opNaam}", $"{anders}"], taken, opNaam + anders);
    }

    Weigering Nee(string code, ImmutableArray<string> argumenten, IReadOnlyList<string> wat, int? aantal = null)
    {
        if (!NoemtWat)
            return new(code, argumenten);
        var genoemd = wat.Take(MeesteGenoemd).ToList();
        var meer = (aantal ?? wat.Count) - genoemd.Count;
        return new(code, argumenten) { Zinnen = [Casework.Zinnen.Voor(code, argumenten), .. genoemd.Select(regel => "- " + regel), .. meer > 0 ? new[] { $"- en nog {meer}" } : []] };
    }
}
