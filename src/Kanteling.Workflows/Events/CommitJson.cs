using System.Collections.Concurrent;
using System.Text.Json;

namespace Kanteling.Workflows.Events;

/// <summary>
/// How records are written in a commit: their content goes to <see cref="Slots"/>. One write or read has it to itself.
/// Options of the serializer are dear to make and cheap to use again, so they come from a <see cref="CommitJsons"/>.
/// </summary>
sealed class CommitJson
{
    public CommitJson(DomainStateConverter state) => Options = StoredJson.Options(new SlotConverter(this), new BlobConverter(this), state);

    public JsonSerializerOptions Options { get; }

    public List<Slot> Slots { get; } = [];

    /// <summary>What stands apart and has to be written with the commit.</summary>
    public List<NewBlob> Blobs { get; } = [];

    /// <summary>The commit that is read: its version, whether it has its slots, and the texts that were fetched for it.</summary>
    public StoredCommit? Reading { get; set; }

    public long Version => Reading?.Version ?? 0;
}

/// <summary>Lends out a <see cref="CommitJson"/> with empty slots. There are never more than writes and reads at one moment.</summary>
sealed class CommitJsons(DomainStateConverter state)
{
    readonly ConcurrentBag<CommitJson> free = [];

    public T With<T>(Func<CommitJson, T> use)
    {
        var json = free.TryTake(out var known) ? known : new CommitJson(state);
        try
        {
            return use(json);
        }
        finally
        {
            json.Slots.Clear();
            json.Blobs.Clear();
            json.Reading = null;
            free.Add(json);
        }
    }
}
