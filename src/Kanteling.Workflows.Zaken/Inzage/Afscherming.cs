using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>
/// The streams of the meldcode. The law of this file: a household does not know of them. Each names its household, and the
/// way back is computed for one actor at a time, from what that actor may see.
/// </summary>
public sealed class Afscherming(WorkflowEngine engine, OpenStorage storage, Toegang toegang)
{
    /// <summary>The kind of these streams.</summary>
    public const string Soort = "veiligheid";

    /// <summary>The id of the procedure in such a stream. The rows of a stream name it, also when it is over, so that the way back is one question.</summary>
    public static string DossierVan(string huishouden) => Streams.Derived("veiligheid-van\n" + huishouden);

    /// <summary>Those about this household that this actor is in, the newest first.</summary>
    public async Task<IReadOnlyList<VeiligheidBeeld>> VanAsync(Actor actor, string huishouden)
    {
        var dossier = DossierVan(huishouden);
        var streams = await storage.Registers.ReadAsync(async db => (List<(string, DateTimeOffset, bool)>)
        [
            .. (await db.ListAsync(db.Instances.Where(i => i.Dossier == dossier))).Select(i => (i.Stream, i.StartedAt, true)),
            .. (await db.ListAsync(db.ClosedInstances.Where(i => i.Dossier == dossier))).Select(i => (i.Stream, i.StartedAt, false)),
        ]);
        var mijn = new List<VeiligheidBeeld>();
        foreach (var (stream, begon, open) in streams.OrderByDescending(s => s.Item2).DistinctBy(s => s.Item1))
        {
            if (await engine.ReadAsync(stream) is { } found && toegang.Mag(actor, Handeling.HuishoudenZien, found))
                mijn.Add(new VeiligheidBeeld(stream, LocalTime.DayOf(begon), open));
        }
        return mijn;
    }

    /// <summary>The ids among these streams that are shielded.</summary>
    public async Task<IReadOnlySet<string>> AfgeschermdAsync(IEnumerable<string> streams)
    {
        var ids = streams.Distinct().ToList();
        return ids.Count == 0 ? new HashSet<string>() : (await storage.Registers.ReadAsync(db => db.ListAsync(db.Streams.Where(s => s.Kind == Soort && ids.Contains(s.Id)).Select(s => s.Id)))).ToHashSet(StringComparer.Ordinal);
    }
}

/// <param name="Id">The stream; it is read as a household.</param>
/// <param name="Loopt">Whether it is still going on.</param>
public sealed record VeiligheidBeeld(string Id, DateOnly Begon, bool Loopt);
