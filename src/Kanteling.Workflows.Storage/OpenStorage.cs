using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Erasures;
using Kanteling.Workflows.Storage.Feeds;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.SignIns;

namespace Kanteling.Workflows.Storage;

/// <summary>An open database: the store of the engine, the registers, and the lists. Disposing it finishes the writes that wait.</summary>
public sealed class OpenStorage : IAsyncDisposable
{
    readonly Func<ValueTask> close;

    readonly SqlStore commits;

    readonly Func<CancellationToken, Task<IAsyncDisposable>>? turn;

    /// <param name="turn">Waits until no other node makes the database ready; null where there is no other.</param>
    internal OpenStorage(SqlStore store, RegisterStore registers, Func<ValueTask> close, Func<CancellationToken, Task<IAsyncDisposable>>? turn = null)
    {
        (commits, this.turn) = (store, turn);
        Nodes = new Nodes(store);
        Projections = new Projections(store, Projections.All);
        Registers = registers;
        Lists = new WorkLists(registers);
        Counts = new CountList(registers);
        Search = new SearchList(store);
        Instances = new InstanceLines(registers);
        Streams = new StreamLists(registers);
        Users = new Users(registers);
        Teams = new Teams(registers);
        Settings = new Settings(registers);
        Versions = new RegisterVersions(registers);
        Drafts = new Drafts(registers);
        DefinitionDrafts = new DefinitionDrafts(registers);
        Definitions = new PublishedDefinitions(registers);
        SealedKeys = new SealedKeys(registers, store.Keys);
        EmergencyAccesses = new EmergencyAccesses(registers);
        EmergencyQuestions = new EmergencyQuestions(registers);
        Sessions = new Sessions(registers);
        Attempts = new Attempts(registers, store.Keys);
        SignIns = new SignInLog(registers, Attempts);
        SecondSteps = new SecondSteps(registers, store.Keys);
        this.close = close;
    }

    public IWorkflowStore Store => commits;

    public RegisterStore Registers { get; }

    /// <summary>What was erased, outside the database.</summary>
    public ErasureList Erasures => commits.Erasures;

    /// <summary>What is made from the feed and follows it.</summary>
    public Projections Projections { get; }

    public WorkLists Lists { get; }

    /// <summary>How much was done per day.</summary>
    public CountList Counts { get; }

    /// <summary>People by name, address, birth date or number.</summary>
    public SearchList Search { get; }

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

    /// <summary>The programs that work on it.</summary>
    public Nodes Nodes { get; }

    /// <summary>Keeps other nodes from making this database ready until what comes back is disposed.</summary>
    /// <exception cref="StorageUnavailableException">Another node is at it for longer than half a minute.</exception>
    public Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellation = default) => turn is null ? Task.FromResult<IAsyncDisposable?>(null) : TakenAsync(turn(cancellation));

    static async Task<IAsyncDisposable?> TakenAsync(Task<IAsyncDisposable> taking) => await taking;

    /// <summary>Who looked into a household without a relation to it.</summary>
    public EmergencyAccesses EmergencyAccesses { get; }

    public EmergencyQuestions EmergencyQuestions { get; }

    /// <summary>Keys of the program itself, the same on every node.</summary>
    public SealedKeys SealedKeys { get; }

    /// <summary>Who is signed in.</summary>
    public Sessions Sessions { get; }

    /// <summary>How often signing in may be tried.</summary>
    public Attempts Attempts { get; }

    /// <summary>What people sign in with besides their password.</summary>
    public SecondSteps SecondSteps { get; }

    /// <summary>Who signed in, and who tried.</summary>
    public SignInLog SignIns { get; }

    /// <summary>Says that this database was put back from a backup: what is written from now on comes, in the feed, after all that anybody ever read.</summary>
    public Task BeginEpochAsync(CancellationToken cancellation = default) => commits.BeginEpochAsync(cancellation);

    public ValueTask DisposeAsync() => close();
}
