using System.Collections.Frozen;

namespace Kanteling.Workflows.Commands;

/// <summary>
/// The stable name and number of each command, as the seal of a request knows it. A renamed record keeps its name here; a
/// field that means something else is a new number.
/// </summary>
public static class CommandNames
{
    static readonly FrozenDictionary<Type, (string Name, int Number)> Names = new Dictionary<Type, (string, int)>
    {
        [typeof(StartInstance)] = ("StartInstance", 1),
        [typeof(CompleteTask)] = ("CompleteTask", 1),
        [typeof(AssignTask)] = ("AssignTask", 1),
        [typeof(ReopenTask)] = ("ReopenTask", 1),
        [typeof(PassDeadline)] = ("PassDeadline", 1),
        [typeof(ReceiveEvent)] = ("ReceiveEvent", 1),
        [typeof(ReceiveReply)] = ("ReceiveReply", 1),
        [typeof(ResolveIncident)] = ("ResolveIncident", 1),
        [typeof(CancelInstance)] = ("CancelInstance", 1),
        [typeof(MoveInstance)] = ("MoveInstance", 1),
        [typeof(ChangeCalendar)] = ("ChangeCalendar", 1),
        [typeof(LinkStream)] = ("LinkStream", 1),
        [typeof(PublishDefinition)] = ("PublishDefinition", 1),
        [typeof(AskRetraction)] = ("AskRetraction", 1),
        [typeof(RetractDefinition)] = ("RetractDefinition", 1),
        [typeof(WithdrawRetraction)] = ("WithdrawRetraction", 1),
        [typeof(RefuseRetraction)] = ("RefuseRetraction", 1),
        [typeof(ProposeCorrection)] = ("ProposeCorrection", 1),
        [typeof(ApproveCorrection)] = ("ApproveCorrection", 1),
        [typeof(WithdrawCorrection)] = ("WithdrawCorrection", 1),
        [typeof(DestroyDossiers)] = ("DestroyDossiers", 1),
        [typeof(DestroyStream)] = ("DestroyStream", 1),
        [typeof(EraseContent)] = ("EraseContent", 1),
        [typeof(AttachFile)] = ("AttachFile", 1),
        [typeof(HandOver)] = ("HandOver", 1),
        [typeof(AnswerLink)] = ("AnswerLink", 1),
    }.ToFrozenDictionary();

    /// <exception cref="KeyNotFoundException">A command that has no name yet; a test finds it.</exception>
    public static (string Name, int Number) Of(Command command) => Names[command.GetType()];

    /// <summary>The types that have a name.</summary>
    public static IEnumerable<Type> All => Names.Keys;
}
