using System.Text.Json.Serialization;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Instances;

/// <summary>Other words for one version of a document, in the stream of that document. It counts once somebody else approved it.</summary>
/// <param name="Id">Counter of the stream.</param>
/// <param name="Replaces">Hash of the text that it replaces, in hex.</param>
/// <param name="Hash">Hash of the new text, in hex.</param>
/// <param name="Text">The whole document in its new words.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="ApprovedBy">Null while it waits for somebody.</param>
public sealed record Correction(
    CorrectionId Id, DocumentVersion Document, string Replaces, string Hash, Content Text, Content Reason, ActorId By, DateTimeOffset At, ActorId? ApprovedBy = null, DateTimeOffset? ApprovedAt = null)
{
    [JsonIgnore]
    public bool IsApproved => ApprovedBy is not null;
}
