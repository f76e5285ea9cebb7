using System.Collections.Immutable;
using System.Text.Json;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Storage.Erasures;

/// <summary>
/// What was erased, in a file outside the database, so that a backup of before can be brought in line after it was put back.
/// A line per erasure, with ids only. It is written before the erasure itself, and one that was then refused gets a second line that says so. One that is
/// listed and was cut off by a crash is done when the list is gone through; one that happened and is not listed would come back with a backup.
/// </summary>
public sealed class ErasureList
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    readonly SemaphoreSlim one = new(1);

    /// <param name="path">Of the file; made at the start of a server or at the first erasure. Each node may have its own.</param>
    public ErasureList(string path) => Path = path;

    public string Path { get; }

    /// <summary>Whether the file is there and may be seen; without it nothing is known of what was erased.</summary>
    public bool IsThere => File.Exists(Path);

    /// <summary>Makes the file where there is none, and tries whether it can be written: an erasure is too late to find out.</summary>
    /// <returns>Whether it was made now.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write it.</exception>
    public bool Prepare()
    {
        var isNew = !IsThere;
        using var file = Open();
        return isNew;
    }

    internal async Task NoteAsync(Erasure erasure, CancellationToken cancellation)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(erasure, Json);
        await one.WaitAsync(cancellation);
        try
        {
            await using var file = Open();
            await file.WriteAsync((byte[])[.. line, (byte)'\n'], cancellation);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            one.Release();
        }
    }

    FileStream Open()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        return new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Everything on the list, oldest first; empty when there is none. A last line that was cut off is left out: its erasure did not begin.</summary>
    /// <exception cref="InvalidDataException">A line is not one of ours.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public async Task<ImmutableArray<Erasure>> ReadAsync()
    {
        if (await TextAsync() is not { } text)
            return [];
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            var done = new List<Erasure>();
            foreach (var noted in lines.Select(line => JsonSerializer.Deserialize<Erasure>(line, Json)!))
            {
                if (noted.IsWithdrawn && done.FindLastIndex(e => e.Stream == noted.Stream && e.CommandId == noted.CommandId) is >= 0 and var last)
                    done.RemoveAt(last);
                else if (!noted.IsWithdrawn)
                    done.Add(noted);
            }
            return [.. done];
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"A line of {Path} is not an erasure.", wrong);
        }
    }

    /// <returns>Null when there is no file; one that may not be seen is no such file.</returns>
    async Task<string?> TextAsync()
    {
        try
        {
            return await File.ReadAllTextAsync(Path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}

/// <param name="Ground">Why it was erased: an article or a code.</param>
/// <param name="At">When, in the time of the cases.</param>
public sealed record Erasure(StreamId Stream, ImmutableArray<SlotAddress> Slots, string Ground, DateTimeOffset At)
{
    /// <summary>The procedures that were destroyed; empty when only content was erased.</summary>
    public ImmutableArray<DossierId> Dossiers { get; init; } = [];

    /// <summary>Bytes that stood apart and were named.</summary>
    public ImmutableArray<BlobAddress> Blobs { get; init; } = [];

    /// <summary>The stream was destroyed whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Of the commit; it tells erasures of one moment apart.</summary>
    public CommandId? CommandId { get; init; }

    /// <summary>It was noted and then did not happen: somebody else was first in that stream.</summary>
    public bool IsWithdrawn { get; init; }
}
