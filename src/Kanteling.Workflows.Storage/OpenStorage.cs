using Kanteling.Workflows.Storage.Erasures;
using Kanteling.Workflows.Storage.Lists;

namespace Kanteling.Workflows.Storage;

/// <summary>An open database: the store of the engine, the registers, and the lists. Disposing it finishes the writes that wait.</summary>
public sealed class OpenStorage : IAsyncDisposable
{
    readonly Func<ValueTask> close;

    internal OpenStorage(IWorkflowStore store, RegisterStore registers, ErasureList erasures, Func<ValueTask> close)
    {
        (Store, Erasures) = (store, erasures);
        Registers = registers;
        Lists = new WorkLists(registers);
        Instances = new InstanceLines(registers);
        Streams = new StreamLists(registers);
        Users = new Users(registers);
        Teams = new Teams(registers);
        Settings = new Settings(registers);
        Versions = new RegisterVersions(registers);
        Drafts = new Drafts(registers);
        DefinitionDrafts = new DefinitionDrafts(registers);
        Definitions = new PublishedDefinitions(registers);
        this.close = close;
    }

    public IWorkflowStore Store { get; }

    public RegisterStore Registers { get; }

    /// <summary>What was erased, outside the database.</summary>
    public ErasureList Erasures { get; }

    public WorkLists Lists { get; }

    /// <summary>Open and closed instances in one list, trials too.</summary>
    public InstanceLines Instances { get; }

    public StreamLists Streams { get; }

    public Users Users { get; }

    public Teams Teams { get; }

    public Settings Settings { get; }

    /// <summary>Of the registers: what a decision names by its hash.</summary>
    public RegisterVersions Versions { get; }

    public Drafts Drafts { get; }

    public DefinitionDrafts DefinitionDrafts { get; }

    public PublishedDefinitions Definitions { get; }

    public ValueTask DisposeAsync() => close();
}
