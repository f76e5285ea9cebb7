using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>The way to a household and its tasks: whoever reads one is let in by <see cref="Bevoegdheid"/> first, and the look is noted.</summary>
public sealed class Zaaklezer(WorkflowEngine engine, OpenStorage storage, Bevoegdheid bevoegdheid, Afschermlijst lijst, TimeProvider werkelijk)
{
    /// <summary>How what was looked at by noodtoegang ends in the log of reads.</summary>
    internal const string Noodmerk = " (noodtoegang)";

    /// <summary>A household that this actor may see, for this act: what is shown of it is without what is not told on to him.</summary>
    /// <param name="id">As the request says it.</param>
    /// <param name="wat">Which page or document, for the log of reads; null when nothing of it is shown.</param>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<Case>> HuishoudenAsync(Actor actor, string id, Handeling handeling, string? wat, DossierId? dossier = null)
    {
        if (await engine.FindAsync(new(id)) is not { } gevonden)
            return new Weigering(Verzoekcode.HuishoudenOnbekend);
        if (bevoegdheid.Mag(actor, handeling, gevonden, dossier))
            await NoteAsync(actor, gevonden.Stream, dossier, wat);
        else if (await NoodAsync(actor, handeling, gevonden) is not null)
            await NoteAsync(actor, gevonden.Stream, dossier, InNood(wat));
        else
            return Nee(actor, gevonden, Verzoekcode.HuishoudenOnbekend);
        return wat is null ? gevonden : Gezien(gevonden, await VerborgenAsync(actor, gevonden));
    }

    /// <summary>What of this household is kept from this actor wherever it is written.</summary>
    public async Task<Verborgen> VerborgenAsync(Actor actor, Case gevonden) => bevoegdheid.Verborgen(actor, gevonden, await lijst.VanAsync(gevonden));

    static GevondenTaak Gezien(GevondenTaak gevonden) => gevonden with { Huishouden = Gezien(gevonden.Huishouden, gevonden.Verborgen) };

    static Case Gezien(Case gevonden, Verborgen verborgen) => gevonden with { Domain = verborgen.Gezien(gevonden.Domain, out _) };

    /// <summary>The household that a request names, of which nothing is shown; null when it names none.</summary>
    public async Task<Uitslag<Case?>> BekendAsync(Actor actor, string? id, Handeling handeling)
    {
        if (id is null)
            return (Case?)null;
        return (await HuishoudenAsync(actor, id, handeling, null)).Lukt(out var gevonden, out var nee) ? gevonden : nee;
    }

    /// <summary>Whether this actor may see a stream, or the tasks of one of its procedures; nothing of it is shown.</summary>
    public async Task<bool> MagAsync(Actor actor, Handeling handeling, StreamId id, DossierId? dossier = null) => await engine.FindAsync(id) is { } gevonden && bevoegdheid.Mag(actor, handeling, gevonden, dossier);

    /// <summary>The household, when this actor may see it; for its name in a list, so nothing is noted.</summary>
    public async Task<Case?> ZietAsync(Actor actor, StreamId id) => await engine.FindAsync(id) is { } gevonden && bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden) ? gevonden : null;

    /// <summary>A task of which this actor may do this, open or closed; to complete one, it has to be for him.</summary>
    /// <param name="id"><c>{stream}-{number}</c>.</param>
    /// <returns>Refused: 404 or 403.</returns>
    public async Task<Uitslag<GevondenTaak>> TaakAsync(Actor actor, string id, Handeling handeling, string? wat)
    {
        var cut = id.LastIndexOf('-');
        var gevonden = cut > 0 && long.TryParse(id.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) && await engine.FindAsync(new(id[..cut])) is { } huishouden
            ? new GevondenTaak(huishouden, new TaskId(nummer), huishouden.FindTask(new TaskId(nummer)), await storage.Store.ClosedTaskAsync(huishouden.Stream, new TaskId(nummer), default)) { Verborgen = await VerborgenAsync(actor, huishouden), ZietHuishouden = bevoegdheid.Mag(actor, Handeling.HuishoudenZien, huishouden), Noodtoegang = await NoodAsync(actor, Handeling.HuishoudenZien, huishouden) }
            : null;
        if (gevonden is null || (gevonden.Open is null && gevonden.Gesloten is null))
            return new Weigering(Verzoekcode.TaakOnbekend);
        if (gevonden.Open is { } taak ? !bevoegdheid.MagBij(actor, handeling, gevonden.Huishouden, taak) : !bevoegdheid.Mag(actor, handeling, gevonden.Huishouden, gevonden.Gesloten!))
        {
            if (gevonden.Noodtoegang is null || !bevoegdheid.MagMetNood(actor, handeling, gevonden.Huishouden))
                return Nee(actor, gevonden.Huishouden, Verzoekcode.TaakOnbekend);
            await NoteAsync(actor, gevonden.Huishouden.Stream, gevonden.Dossier, InNood(wat));
            return Gezien(gevonden);
        }
        // A task that is closed already is answered by the engine.
        if (gevonden.Open is { } open && !bevoegdheid.Mag(actor, handeling, gevonden.Huishouden, open))
            return new Weigering(Verzoekcode.TaakVoorEenAnder);
        await NoteAsync(actor, gevonden.Huishouden.Stream, gevonden.Dossier, wat);
        return Gezien(gevonden);
    }

    /// <summary>Who may not see a shielded stream gets the answer that he would get if it were not there.</summary>
    Weigering Nee(Actor actor, Case gevonden, string onbekend) => Bevoegdheid.IsAfgeschermd(gevonden) && !bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden)
        ? new Weigering(onbekend)
        : new Weigering(Verzoekcode.NietBevoegd);

    /// <summary>By which he may do this without a relation. Asked of the database only for who has none.</summary>
    async Task<EmergencyAccess?> NoodAsync(Actor actor, Handeling handeling, Case gevonden) => bevoegdheid.MagMetNood(actor, handeling, gevonden) && !bevoegdheid.Mag(actor, handeling, gevonden)
        ? await storage.EmergencyAccesses.RunningAsync(actor.Id, gevonden.Stream, werkelijk.GetUtcNow()) : null;

    static string? InNood(string? wat) => wat is null ? null : wat + Noodmerk;

    Task NoteAsync(Actor actor, StreamId stream, DossierId? dossier, string? wat) => wat is null
        ? Task.CompletedTask
        : storage.Registers.LogReadAsync(new DossierRead { UserId = actor.Id, At = werkelijk.GetUtcNow(), Stream = stream, Dossier = dossier, What = wat });
}

/// <summary>A stream by an id that anybody may have typed.</summary>
public static class Zaakvondst
{
    public const int LangsteId = 64;

    /// <summary>Its case; null when there is none, and for a definition, which is read as a drawing.</summary>
    internal static async Task<Case?> FindAsync(this WorkflowEngine engine, StreamId stream) =>
        stream.Text.Length is > 0 and <= LangsteId && !Streams.IsOfDefinition(stream) ? await engine.ReadAsync(stream) : null;
}

/// <summary>A task with the household around it.</summary>
/// <param name="Open">As it stands open, or null.</param>
/// <param name="Gesloten">How it was closed, or null.</param>
public sealed record GevondenTaak(Case Huishouden, TaskId Nummer, WorkTask? Open, ClosedTask? Gesloten)
{
    public string Id => Taakids.Van(Huishouden.Stream, Nummer);

    /// <summary>What of its household is kept from who asked it.</summary>
    public required Verborgen Verborgen { get; init; }

    /// <summary>Whether who asked it sees more of its household than this task.</summary>
    public required bool ZietHuishouden { get; init; }

    /// <summary>By which he sees it without being related to it; null when he does not.</summary>
    public EmergencyAccess? Noodtoegang { get; init; }

    public DossierId? Dossier => Open?.Dossier ?? Gesloten?.Dossier;
}

/// <summary>A task's id outside the engine.</summary>
public static class Taakids
{
    public static string Van(StreamId stream, TaskId nummer) => $"{stream}-{nummer}";
}
