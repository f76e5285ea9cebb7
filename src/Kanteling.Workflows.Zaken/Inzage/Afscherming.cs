using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>
/// The streams of the meldcode. The law of this file: a household does not know of them. Each names its household, and the
/// way back is computed for one actor at a time, from what that actor may see.
/// </summary>
public sealed class Afscherming(WorkflowEngine engine, OpenStorage storage, Bevoegdheid bevoegdheid)
{
    /// <summary>The kind of these streams.</summary>
    public const string Soort = Zicht.Afgeschermd;

    /// <summary>The id of the procedure in such a stream. The rows of a stream name it, also when it is over, so that the way back is one question.</summary>
    public DossierId DossierVan(StreamId huishouden) => DossierVan(storage.Store.Keys.Current, huishouden);

    /// <summary>Without the key nobody can compute from a household's id whether there is one.</summary>
    public static DossierId DossierVan(RingKey sleutel, StreamId huishouden) => new(sleutel.IdFor("veiligheid-van", huishouden.Text));

    /// <summary>Those about this household that this actor is in, the newest first.</summary>
    public async Task<IReadOnlyList<VeiligheidBeeld>> VanAsync(Actor actor, StreamId huishouden)
    {
        var mijn = new List<VeiligheidBeeld>();
        // Also those of before the keys changed.
        foreach (var sleutel in storage.Store.Keys.Keys)
        {
            foreach (var (stream, begon, open) in await storage.Streams.WithDossierAsync(DossierVan(sleutel, huishouden)))
            {
                if (await engine.ReadAsync(stream) is { } gevonden && bevoegdheid.Mag(actor, Handeling.HuishoudenZien, gevonden))
                    mijn.Add(new VeiligheidBeeld(stream.Text, LocalTime.DayOf(begon), open));
            }
        }
        return mijn;
    }
}

/// <param name="Id">The stream; it is read as a household.</param>
/// <param name="Loopt">Whether it is still going on.</param>
public sealed record VeiligheidBeeld(string Id, DateOnly Begon, bool Loopt);
