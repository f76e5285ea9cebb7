using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>The way to a household and its tasks: whoever reads one is let in by <see cref="Bevoegdheid"/> first, and the look is noted.</summary>
public sealed class Zaaklezer(WorkflowEngine engine, OpenStorage storage, Bevoegdheid bevoegdheid, TimeProvider real)
{
    /// <summary>A household that this actor may see, for this act.</summary>
    /// <param name="what">Which page or document, for the log of reads; null when nothing of it is shown.</param>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<Case>> HuishoudenAsync(Actor actor, string id, Handeling act, string? what, string? dossier = null)
    {
        if (await FindAsync(id) is not { } found)
            return new Weigering(Verzoekcode.HuishoudenOnbekend);
        if (!bevoegdheid.Mag(actor, act, found, dossier))
            return Nee(actor, found, Verzoekcode.HuishoudenOnbekend);
        await NoteAsync(actor, id, dossier, what);
        return found;
    }

    /// <summary>The household that a request names, of which nothing is shown; null when it names none.</summary>
    public async Task<Uitslag<Case?>> BekendAsync(Actor actor, string? id, Handeling act)
    {
        if (id is null)
            return (Case?)null;
        return (await HuishoudenAsync(actor, id, act, null)).Lukt(out var found, out var nee) ? found : nee;
    }

    /// <summary>Whether this actor may see a stream, or the tasks of one of its procedures; nothing of it is shown.</summary>
    public async Task<bool> MagAsync(Actor actor, Handeling act, string id, string? dossier = null) => await FindAsync(id) is { } found && bevoegdheid.Mag(actor, act, found, dossier);

    /// <summary>A task of which this actor may do this, open or closed; to complete one, it has to be for him.</summary>
    /// <param name="id"><c>{stream}-{number}</c>.</param>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<GevondenTaak>> TaakAsync(Actor actor, string id, Handeling act, string? what)
    {
        var cut = id.LastIndexOf('-');
        var found = cut > 0 && long.TryParse(id.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await FindAsync(id[..cut]) is { } household
            ? new GevondenTaak(household, number, household.FindTask(number), await storage.Store.ClosedTaskAsync(household.Stream, number, default))
            : null;
        if (found is null || (found.Open is null && found.Gesloten is null))
            return new Weigering(Verzoekcode.TaakOnbekend);
        if (!bevoegdheid.Mag(actor, act, found.Huishouden, found.Dossier))
            return Nee(actor, found.Huishouden, Verzoekcode.TaakOnbekend);
        // A task that is closed already is answered by the engine.
        if (found.Open is { } open && !bevoegdheid.Mag(actor, act, found.Huishouden, open))
            return new Weigering(Verzoekcode.TaakVoorEenAnder);
        await NoteAsync(actor, found.Huishouden.Stream, found.Dossier, what);
        return found;
    }

    /// <summary>Who may not see a shielded stream gets the answer that he would get if it were not there.</summary>
    Weigering Nee(Actor actor, Case found, string onbekend) => Bevoegdheid.IsAfgeschermd(found) && !bevoegdheid.Mag(actor, Handeling.HuishoudenZien, found)
        ? new Weigering(onbekend)
        : new Weigering(Verzoekcode.NietBevoegd);

    Task NoteAsync(Actor actor, string stream, string? dossier, string? what) => what is null
        ? Task.CompletedTask
        : storage.Registers.LogReadAsync(new DossierRead { UserId = actor.Id, At = real.GetUtcNow(), Stream = stream, Dossier = dossier, What = what });

    async Task<Case?> FindAsync(string id) =>
        id.Length is > 0 and <= 64 && !id.StartsWith(Streams.DefinitionPrefix, StringComparison.Ordinal) ? await engine.ReadAsync(id) : null;
}

/// <summary>A task with the household around it.</summary>
/// <param name="Open">As it stands open, or null.</param>
/// <param name="Gesloten">How it was closed, or null.</param>
public sealed record GevondenTaak(Case Huishouden, long Nummer, WorkTask? Open, ClosedTask? Gesloten)
{
    public string Id => Taakids.Van(Huishouden.Stream, Nummer);

    public string? Dossier => Open?.Dossier ?? Gesloten?.Dossier;
}

/// <summary>A task's id outside the engine.</summary>
public static class Taakids
{
    public static string Van(string stream, long number) => string.Create(CultureInfo.InvariantCulture, $"{stream}-{number}");
}
