using Kanteling.Workflows.Storage.Lists;

namespace Kanteling.Workflows.Storage;

/// <summary>An open database: the store of the engine, the registers, and the lists. Disposing it finishes the writes that wait.</summary>
public sealed class OpenStorage : IAsyncDisposable
{
    readonly Func<ValueTask> close;

    internal OpenStorage(IWorkflowStore store, RegisterStore registers, Func<ValueTask> close)
    {
        Store = store;
        Registers = registers;
        Lists = new WorkLists(registers);
        Instances = new InstanceLines(registers);
        this.close = close;
    }

    public IWorkflowStore Store { get; }

    public RegisterStore Registers { get; }

    public WorkLists Lists { get; }

    /// <summary>Open and closed instances in one list, trials too.</summary>
    public InstanceLines Instances { get; }

    public ValueTask DisposeAsync() => close();
}
