using System.Globalization;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows;

// What was counted or named, as a type of its own, so that one is never taken for another. Stored, in JSON and as a name in
// JSON it is the bare value. There is no conversion from or to that value but by name.

/// <summary>One run of a definition.</summary>
[JsonConverter(typeof(NumberIdConverter<InstanceId>))]
public readonly record struct InstanceId(long Number) : INumberId<InstanceId>
{
    /// <summary>The wait for its end.</summary>
    public WaitId Wait => new(Number);

    public static InstanceId Of(long number) => new(number);

    public int CompareTo(InstanceId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An activity that is under way.</summary>
[JsonConverter(typeof(NumberIdConverter<ExecutionId>))]
public readonly record struct ExecutionId(long Number) : INumberId<ExecutionId>
{
    /// <summary>No execution: the instance itself holds this variable, or it is the instance's first activity that has this parent.</summary>
    public static ExecutionId None => default;

    public static ExecutionId Of(long number) => new(number);

    public int CompareTo(ExecutionId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A piece of work for a person.</summary>
[JsonConverter(typeof(NumberIdConverter<TaskId>))]
public readonly record struct TaskId(long Number) : INumberId<TaskId>
{
    /// <summary>The wait for its completion.</summary>
    public WaitId Wait => new(Number);

    public static TaskId Of(long number) => new(number);

    public int CompareTo(TaskId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A moment at which something must happen.</summary>
[JsonConverter(typeof(NumberIdConverter<DeadlineId>))]
public readonly record struct DeadlineId(long Number) : INumberId<DeadlineId>
{
    /// <summary>The wait for its moment.</summary>
    public WaitId Wait => new(Number);

    public static DeadlineId Of(long number) => new(number);

    public int CompareTo(DeadlineId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Work for outside the stream.</summary>
[JsonConverter(typeof(NumberIdConverter<MessageId>))]
public readonly record struct MessageId(long Number) : INumberId<MessageId>
{
    /// <summary>The wait for its reply.</summary>
    public WaitId Wait => new(Number);

    public static MessageId Of(long number) => new(number);

    public int CompareTo(MessageId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something that could not go on.</summary>
[JsonConverter(typeof(NumberIdConverter<IncidentId>))]
public readonly record struct IncidentId(long Number) : INumberId<IncidentId>
{
    public static IncidentId Of(long number) => new(number);

    public int CompareTo(IncidentId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Other words for a document, proposed or approved.</summary>
[JsonConverter(typeof(NumberIdConverter<CorrectionId>))]
public readonly record struct CorrectionId(long Number) : INumberId<CorrectionId>
{
    public static CorrectionId Of(long number) => new(number);

    public int CompareTo(CorrectionId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A file with a procedure.</summary>
[JsonConverter(typeof(NumberIdConverter<FileId>))]
public readonly record struct FileId(long Number) : INumberId<FileId>
{
    public static FileId Of(long number) => new(number);

    public int CompareTo(FileId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What an execution waits for: the number of the task, deadline, message or instance, or one of its own.</summary>
[JsonConverter(typeof(NumberIdConverter<WaitId>))]
public readonly record struct WaitId(long Number) : INumberId<WaitId>
{
    public static WaitId Of(long number) => new(number);

    public int CompareTo(WaitId other) => Number.CompareTo(other.Number);

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A procedure within a stream, as the domain calls it: the unit of law, right, retention and secrecy.</summary>
[JsonConverter(typeof(TextIdConverter<DossierId>))]
public readonly record struct DossierId(string Text) : ITextId<DossierId>
{
    public static DossierId Of(string text) => new(text);

    public int CompareTo(DossierId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>A stream: what is decided at once and kept in one chain, as a household or the versions of a definition.</summary>
[JsonConverter(typeof(TextIdConverter<StreamId>))]
public readonly record struct StreamId(string Text) : ITextId<StreamId>
{
    public static StreamId Of(string text) => new(text);

    public int CompareTo(StreamId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>A definition, in all its versions.</summary>
[JsonConverter(typeof(TextIdConverter<DefinitionId>))]
public readonly record struct DefinitionId(string Text) : ITextId<DefinitionId>
{
    public static DefinitionId Of(string text) => new(text);

    public int CompareTo(DefinitionId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>An activity as it stands in a drawing.</summary>
[JsonConverter(typeof(TextIdConverter<ActivityId>))]
public readonly record struct ActivityId(string Text) : ITextId<ActivityId>
{
    public static ActivityId Of(string text) => new(text);

    public int CompareTo(ActivityId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>Somebody who signs in: a person, or a program with a token.</summary>
[JsonConverter(typeof(TextIdConverter<UserId>))]
public readonly record struct UserId(string Text) : ITextId<UserId>
{
    /// <summary>This user, as the one who acts.</summary>
    public ActorId Actor => new(ActorId.UserPrefix + Text);

    public static UserId Of(string text) => new(text);

    public int CompareTo(UserId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>A command in the chain of a stream, see <see cref="RingKey.CommandId"/>.</summary>
[JsonConverter(typeof(TextIdConverter<CommandId>))]
public readonly record struct CommandId(string Text) : ITextId<CommandId>
{
    public static CommandId Of(string text) => new(text);

    public int CompareTo(CommandId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>A team of professionals.</summary>
[JsonConverter(typeof(TextIdConverter<TeamId>))]
public readonly record struct TeamId(string Text) : ITextId<TeamId>
{
    public static TeamId Of(string text) => new(text);

    public int CompareTo(TeamId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>Bytes that came in, and the blob that they become.</summary>
[JsonConverter(typeof(TextIdConverter<UploadId>))]
public readonly record struct UploadId(string Text) : ITextId<UploadId>
{
    public static UploadId Of(string text) => new(text);

    public int CompareTo(UploadId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}

/// <summary>Who acts: a user (<c>user:anna</c>), or the program itself (<c>timer</c>).</summary>
[JsonConverter(typeof(TextIdConverter<ActorId>))]
public readonly record struct ActorId(string Text) : ITextId<ActorId>
{
    internal const string UserPrefix = "user:";

    /// <summary>Time.</summary>
    public static readonly ActorId Timer = new("timer");

    /// <summary>A message of another stream.</summary>
    public static readonly ActorId Message = new("message");

    /// <summary>The user who acts; null when it is the program.</summary>
    public UserId? User => Text.StartsWith(UserPrefix, StringComparison.Ordinal) ? new(Text[UserPrefix.Length..]) : null;

    public static ActorId Of(string text) => new(text);

    public int CompareTo(ActorId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;
}
