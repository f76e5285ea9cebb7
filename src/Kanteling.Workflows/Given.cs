using System.Collections.Immutable;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows;

/// <summary>
/// What a decision may use besides the case: definitions, rule set, calendar, register rows, history. The front door
/// loads it; a decision that misses something says so by <see cref="Needs"/>, and is taken again with it.
/// </summary>
public sealed record Given(ImmutableDictionary<string, object> Rows)
{
    public static readonly Given Nothing = new(ImmutableDictionary.Create<string, object>(StringComparer.Ordinal));

    /// <summary>Key of the version that new instances start on.</summary>
    public static string PublishedKey(DefinitionId definitionId) => $"published:{definitionId}";

    /// <summary>Key of one exact version.</summary>
    public static string DefinitionKey(DefinitionVersion version) => $"definition:{version}";

    /// <summary>Key of the <see cref="FlowMark"/>. Asked before anything that it stands for, and then the commit asks it again.</summary>
    public const string FlowMarkKey = "flow-mark";

    /// <summary>Key of <see cref="PublishedFlows"/>.</summary>
    public const string FlowsKey = "flows";

    /// <summary>Key of the case as it was when a task was completed.</summary>
    public static string CompletionKey(TaskId task) => $"completion:{task}";

    /// <summary>Key of an upload that waits to be bound.</summary>
    public static string UploadKey(UploadId id) => $"upload:{id}";

    /// <summary>The id in a key that begins so; null when it is another key.</summary>
    public static string? IdAfter(string prefix, string key) => key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..] : null;

    /// <summary>Key of the calendar of holidays and equated days.</summary>
    public const string CalendarKey = "calendar";

    /// <summary>The row under this key.</summary>
    /// <exception cref="NeedsException">It was not loaded; the front door loads it and decides again.</exception>
    public T Get<T>(string key) where T : class =>
        Rows.TryGetValue(key, out var row) ? row as T ?? throw OfAnotherType<T>(key) : throw new NeedsException(key);

    /// <summary>The row, or null when it was looked for and is not there.</summary>
    public T? Find<T>(string key) where T : class =>
        !Rows.TryGetValue(key, out var row) ? throw new NeedsException(key) : row is Absent ? null : row as T ?? throw OfAnotherType<T>(key);

    static InvalidOperationException OfAnotherType<T>(string key) => new($"'{key}' is not a {typeof(T).Name}.");

    public Given With(string key, object? row) => new(Rows.SetItem(key, row ?? Absent.Instance));

    /// <summary>Stands for "looked for, not there", so that it is not looked for again.</summary>
    sealed class Absent
    {
        public static readonly Absent Instance = new();
    }
}

/// <summary>
/// A row of a register that a decision verified and an event names: the id of the row and the version of it, so that it can be
/// shown what the row said for as long as the event lasts.
/// </summary>
/// <param name="Hash">SHA-256 of the row as it was, in base64url.</param>
public sealed record Reference(string Id, string Hash)
{
    /// <summary>The id: the hash is for who proves, not for who reads.</summary>
    public override string ToString() => Id;
}

/// <summary>As <see cref="Reference"/>, to a user.</summary>
public sealed record UserReference(UserId Id, string Hash)
{
    /// <summary>The id, as of a <see cref="Reference"/>.</summary>
    public override string ToString() => Id.Text;
}

/// <summary>Leaves a decision that misses a given row. It never leaves the decider.</summary>
sealed class NeedsException(string key) : Exception($"Needs {key}")
{
    public string Key { get; } = key;
}
