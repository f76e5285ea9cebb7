namespace Kanteling.Workflows.Instances;

/// <summary>
/// A link of which the other stream was asked and did not answer yet. While it is there, this stream holds a claim on both: nobody
/// else links either of them.
/// </summary>
/// <param name="Message">The message that asks the other.</param>
/// <param name="Relation">What the other is to this stream.</param>
/// <param name="By">Who asked for it; the other stream names him too.</param>
public sealed record PendingLink(MessageId Message, StreamId Other, string Relation, ActorId By)
{
    const string Prefix = "link:";

    /// <summary>The keys that this stream holds, each once.</summary>
    public IEnumerable<string> Claims(StreamId stream) => new[] { stream, Other }.Distinct().Select(s => $"{Prefix}{s}");

    /// <summary>Whether a claim is one of a link.</summary>
    public static bool IsClaim(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);
}
