using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Noodtoegangen;

/// <summary>
/// Looking into a household without being related to it, because it has to be now. It gives reading and nothing else, for some hours; it
/// asks a reason, and the behandelaren, the casusregisseur and the team manager are told at once. What is shielded it does not open: for that the aandachtsfunctionaris is called.
/// </summary>
public sealed class Noodtoegang(OpenStorage storage, WorkflowEngine engine, Bevoegdheid bevoegdheid, Gebruikersnamen namen, Zaaktijd tijd)
{
    /// <summary>How many of a list are shown.</summary>
    const int Meeste = 200;

    /// <summary>Of the looks of one; more are not made in its hours by hand.</summary>
    const int MeesteKijkjes = 1000;

    /// <summary>After this it ends by itself.</summary>
    public static readonly TimeSpan Duur = TimeSpan.FromHours(8);

    /// <summary>Whether this person can look into this household so, and not otherwise.</summary>
    public async Task<bool> KanAsync(Actor actor, string id) =>
        await engine.FindAsync(new(id)) is { } gevonden && !bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden) && bevoegdheid.MagMetNood(actor, Handeling.HuishoudenZien, gevonden);

    /// <returns>Refused: 404, 403 for who has no role for it, 409 for who sees the household already, 422 without a reason.</returns>
    public async Task<Uitslag<Noodinzage>> OpenAsync(Actor actor, string id, string reden)
    {
        if (await engine.FindAsync(new(id)) is not { } gevonden || Streams.IsTrial(gevonden.Stream))
            return new Weigering(Verzoekcode.HuishoudenOnbekend);
        if (bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden))
            return new Weigering(Noodcode.AlInzage);
        if (!bevoegdheid.MagMetNood(actor, Handeling.HuishoudenZien, gevonden))
            return new Weigering(Bevoegdheid.IsAfgeschermd(gevonden) ? Verzoekcode.HuishoudenOnbekend : Verzoekcode.NietBevoegd);
        if (Noodreden.Fout(reden) is { } fout)
            return new Weigering(fout.Code, [.. fout.Arguments]) { Fouten = [fout] };
        var nu = tijd.Echt();
        var nieuw = new EmergencyAccess { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), UserId = actor.Id, Stream = gevonden.Stream, Reason = reden.Trim(), Since = nu, Until = nu + Duur };
        return new Noodinzage((await storage.EmergencyAccesses.OpenAsync(nieuw, await WieHoortHetAsync(actor, gevonden))).Id, gevonden.Stream.Text);
    }

    /// <summary>Those that this person had or was told of, the last one first.</summary>
    /// <returns>Refused: 403.</returns>
    public async Task<Uitslag<IReadOnlyList<Noodbeeld>>> VanAsync(Actor actor) => bevoegdheid.Mag(actor, Handeling.EigenWerkZien)
        ? await Task.WhenAll((await storage.EmergencyAccesses.OfAsync(actor.Id, Meeste)).Select(gehad => BeeldAsync(actor, gehad)))
        : new Weigering(Verzoekcode.NietBevoegd);

    /// <summary>One that this person had or was told of, with what was looked at under it; that only for who may see the household himself.</summary>
    /// <returns>Refused: 403 or 404.</returns>
    public async Task<Uitslag<Noodbeeld>> EenAsync(Actor actor, string id)
    {
        if (!bevoegdheid.Mag(actor, Handeling.EigenWerkZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (await storage.EmergencyAccesses.FindAsync(id, actor.Id) is not { } gehad)
            return new Weigering(Noodcode.Onbekend);
        var beeld = await BeeldAsync(actor, gehad);
        return beeld.Huishouden is null ? beeld : beeld with
        {
            Bekeken = [.. (await storage.EmergencyAccesses.LooksAsync(gehad.Access, Zaaklezer.Noodmerk, MeesteKijkjes)).Select(l => new Noodkijkje(Genoemd(l.What[..^Zaaklezer.Noodmerk.Length]), l.At))],
        };
    }

    /// <summary>Those by which this person looks into a household now.</summary>
    public async Task<IReadOnlyList<Noodbeeld>> LopendeAsync(Actor actor) => await Task.WhenAll((await storage.EmergencyAccesses.RunningAsync(actor.Id, tijd.Echt())).Select(gehad => BeeldAsync(actor, gehad)));

    /// <summary>Whether there is anything for this person here: he may ask it, had one, or was told of one.</summary>
    public async Task<bool> BetreftAsync(Actor actor) => bevoegdheid.Mag(actor, Handeling.EigenWerkZien) && (bevoegdheid.HeeftRecht(actor, Handeling.HuishoudenZien) || await storage.EmergencyAccesses.AnyAsync(actor.Id));

    /// <summary>How many this person has still to look at.</summary>
    public Task<int> TeBekijkenAsync(Actor actor) => storage.EmergencyAccesses.CountUnseenAsync(actor.Id);

    /// <summary>The one that runs, when this household is seen because of it; null when it is seen by a relation.</summary>
    public async Task<Noodbeeld?> LooptAsync(Actor actor, Case gevonden) => bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden)
        ? null : (await LopendeAsync(actor)).FirstOrDefault(nood => nood.HuishoudenId == gevonden.Stream.Text);

    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<bool>> ZieAsync(Actor actor, string id) => !bevoegdheid.Mag(actor, Handeling.EigenWerkZien) ? new Weigering(Verzoekcode.NietBevoegd) : await storage.EmergencyAccesses.SeeAsync(id, actor.Id, tijd.Echt()) ? true : new Weigering(Noodcode.Onbekend);

    /// <summary>Ends it before its time.</summary>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<bool>> SluitAsync(Actor actor, string id) => !bevoegdheid.Mag(actor, Handeling.EigenWerkZien) ? new Weigering(Verzoekcode.NietBevoegd) : await storage.EmergencyAccesses.EndAsync(id, actor.Id, tijd.Echt()) ? true : new Weigering(Noodcode.Onbekend);

    /// <summary>Whoever treats it, and the managers of their teams and of that of the wijk; every manager when there is none of those.</summary>
    async Task<IReadOnlyCollection<UserId>> WieHoortHetAsync(Actor actor, Case gevonden)
    {
        var iedereen = (await storage.Users.AllAsync()).Where(u => u.IsActive && u.Id != actor.Id).ToList();
        var houders = bevoegdheid.Houders(gevonden);
        var mensen = iedereen.Where(u => houders.Any(houder => houder.User == u.Id)).ToList();
        var teams = houders.Select(houder => houder.Team).Concat(mensen.Select(u => u.Team)).OfType<TeamId>().ToHashSet();
        var managers = iedereen.Where(u => u.Roles.Contains(Rol.Teammanager)).ToList();
        var hun = managers.Where(u => u.Team is { } team && teams.Contains(team)).ToList();
        return [.. mensen.Concat(hun.Count > 0 ? hun : managers).Select(u => u.Id).Distinct()];
    }

    async Task<Noodbeeld> BeeldAsync(Actor actor, ToldAccess gehad)
    {
        var (nood, zijn) = (gehad.Access, gehad.Told.FirstOrDefault(n => n.UserId == actor.Id));
        var (loopt, isEigen) = (nood.Until > tijd.Echt(), nood.UserId == actor.Id);
        var naam = await engine.FindAsync(nood.Stream) is { } huishouden
            && (bevoegdheid.Mag(actor, Handeling.HuishoudenZien, huishouden) || (isEigen && loopt && bevoegdheid.MagMetNood(actor, Handeling.HuishoudenZien, huishouden)))
            ? Woorden.Van(((Huishouden)huishouden.Domain).Naam) ?? "een huishouden zonder naam" : null;
        return new Noodbeeld(nood.Id, nood.Stream.Text, naam, (await namen.VanAsync(nood.UserId))!, nood.Reason, nood.Since, nood.Until, loopt, isEigen)
        {
            TeBekijken = zijn is { SeenAt: null }, Verteld = await Task.WhenAll(gehad.Told.Select(n => VerteldAsync(n.UserId))),
        };
    }

    /// <summary>Who was told, with why when he leads the team.</summary>
    async Task<string> VerteldAsync(UserId id) =>
        (await namen.VanAsync(id))!.Naam + (await storage.Users.FindAsync(id) is { } wie && wie.Roles.Contains(Rol.Teammanager) ? " (teammanager)" : "");

    /// <summary>What the log of reads calls a page, for who reads it.</summary>
    static string Genoemd(string wat) => wat switch
    {
        "huishouden" => "het huishouden",
        "tijdlijn" => "de tijdlijn",
        "bijlagen" => "de lijst met bijlagen",
        "bijlage" => "een bijlage",
        "taak" => "een taak",
        "taken" => "de taken",
        "zoeken" => "de naam, bij het zoeken",
        _ => wat,
    };
}

/// <param name="Id">Of this access.</param>
public sealed record Noodinzage(string Id, string Huishouden);

/// <summary>Somebody who looked into a household without being related to it.</summary>
/// <param name="Huishouden">Its name, for who may see it.</param>
/// <param name="Tot">When it ended, or ends by itself.</param>
/// <param name="IsEigen">Whether it is of who asks.</param>
public sealed record Noodbeeld(string Id, string HuishoudenId, string? Huishouden, Wie Wie, string Reden, DateTimeOffset Sinds, DateTimeOffset Tot, bool Loopt, bool IsEigen)
{
    /// <summary>Who asks was told of it, and did not say yet that he saw it.</summary>
    public bool TeBekijken { get; init; }

    /// <summary>The names of who was told.</summary>
    public IReadOnlyList<string> Verteld { get; init; } = [];

    /// <summary>What was looked at under it, in order of time; null when it was not asked for, or who asks may not see the household.</summary>
    public IReadOnlyList<Noodkijkje>? Bekeken { get; init; }

    /// <summary>Who was really told, in a sentence.</summary>
    [JsonIgnore]
    public string Bericht => Verteld switch
    {
        [] => "Er was niemand die bericht kon krijgen.",
        [var een] => $"Bericht hierover kreeg {een}.",
        _ => $"Bericht hierover kregen {string.Join(", ", Verteld.SkipLast(1))} en {Verteld[^1]}.",
    };
}

/// <summary>One look.</summary>
/// <param name="Wat">Which page.</param>
public sealed record Noodkijkje(string Wat, DateTimeOffset Op);
