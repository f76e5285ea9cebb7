using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows;

/// <summary>
/// The front door: load, decide, commit. The law of this file: it is the only asynchronous part of the engine, it takes
/// the moment once per decision, it has one decision in flight per stream, and nothing happens after the commit but telling the host
/// what went wrong in a step. On a
/// conflict it loads again and decides again; a refusal that was decided on a remembered case is confirmed in the store
/// before it is returned; a command that was accepted before gets the answer of that commit. A stream with an event that
/// this program does not know is refused by itself; the others go on.
/// </summary>
public sealed class WorkflowEngine
{
    const int Attempts = 5;
    readonly IWorkflowStore store;
    readonly EngineParts parts;
    readonly Domain domain;
    readonly Func<DateTimeOffset> now;
    readonly StreamGates gates = new();
    readonly CaseCache cache;
    readonly History history;
    readonly GivenLoader loader;
    readonly KeyRing keys;
    readonly Action<StepFailure> stepFailed;

    /// <param name="now">The moment of a decision, asked once for each.</param>
    /// <param name="loadRow">Gives the rows of the host that decisions ask for, by key.</param>
    /// <param name="stepFailed">Told after the commit, for the log of the host; it must not throw.</param>
    public WorkflowEngine(
        IWorkflowStore store, EngineParts parts, Func<DateTimeOffset> now, Func<string, Task<object?>>? loadRow = null, Action<StepFailure>? stepFailed = null)
    {
        this.stepFailed = stepFailed ?? (_ => { });
        (this.store, this.parts, domain, this.now, keys) = (store, parts, parts.Domain, now, store.Keys);
        Codec = new EventCodec(domain.Codec);
        Snapshots = new SnapshotCodec(domain, Codec);
        Decider = new Decider(parts);
        history = new History(store, domain, Codec, Snapshots);
        loader = new GivenLoader(store, history, loadRow ?? (_ => Task.FromResult<object?>(null)));
        cache = new CaseCache(4_000);
    }

    public EventCodec Codec { get; }

    public SnapshotCodec Snapshots { get; }

    public Decider Decider { get; }

    /// <summary>Streams folded and rebuilt.</summary>
    public History History => history;

    /// <summary>Proof that a stream is what was written, and that nothing in it is stuck.</summary>
    public Verification Verification => new(store, parts, Codec, Snapshots);

    /// <summary>Carries out one command on one stream.</summary>
    /// <param name="kind">What sort of stream it is; used when this command creates it.</param>
    public async Task<Answer> ExecuteAsync(StreamId stream, string kind, Command command, Asking asking, CancellationToken cancellation = default)
    {
        using var turn = await gates.EnterAsync(stream, cancellation);
        try
        {
            if (await EarlierAsync(stream, command, asking, cancellation) is { } before)
                return before;
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                if (await TryAsync(stream, kind, command, asking, cancellation) is { } answer)
                    return answer;
                cache.Forget(stream);
            }
            return Refused(RefusalCode.StreamBusy);
        }
        catch (UnknownEventException unknown)
        {
            return Refused(RefusalCode.StreamUnreadable, unknown.EventName);
        }
    }

    /// <summary>
    /// Destroys content: the slots are emptied, the erasing itself is a commit with its ground, and every derived row is
    /// rebuilt. The chain still verifies.
    /// </summary>
    public Task<Answer> EraseAsync(StreamId stream, ImmutableArray<SlotAddress> slots, string ground, Asking asking, CancellationToken cancellation = default) =>
        EraseAsync(stream, new EraseContent(slots, ground), asking, cancellation);

    /// <summary>The same, with bytes that stand apart.</summary>
    public Task<Answer> EraseAsync(StreamId stream, EraseContent erase, Asking asking, CancellationToken cancellation = default) =>
        ExecuteAsync(stream, "", erase, asking, cancellation);

    /// <summary>
    /// Destroys procedures whose retention is over: bodies that name nothing else get a tombstone, of the others only their content
    /// goes, and a checkpoint has what is left. The chain still verifies.
    /// </summary>
    public Task<Answer> DestroyAsync(StreamId stream, ImmutableArray<DossierId> dossiers, string ground, Asking asking, CancellationToken cancellation = default) =>
        ExecuteAsync(stream, "", new DestroyDossiers(dossiers, ground), asking, cancellation);

    /// <summary>Destroys a stream whole; a signed <see cref="Declaration"/> is left.</summary>
    public Task<Answer> DestroyAsync(StreamId stream, string ground, Asking asking, CancellationToken cancellation = default) =>
        ExecuteAsync(stream, "", new DestroyStream(ground), asking, cancellation);

    /// <summary>Why a command would be refused as things are now; nothing when it would be accepted, or was before. Nothing is stored.</summary>
    public async Task<ImmutableArray<Refusal>> ForeseeAsync(StreamId stream, Command command, Asking asking, CancellationToken cancellation = default)
    {
        if (await IsDoneAsync(stream, asking, cancellation))
            return [];
        var now = await ReadAsync(stream, cancellation) ?? Case.Empty(stream, domain.Empty);
        return await DecideAsync(now, command, asking, this.now(), cancellation) is Rejected rejected ? rejected.Refusals : [];
    }

    /// <summary>Decides and commits once; null when the stream changed meanwhile.</summary>
    async Task<Answer?> TryAsync(StreamId stream, string kind, Command command, Asking asking, CancellationToken cancellation)
    {
        var known = await LoadAsync(stream, cancellation);
        if (known.Case.Version == 0 && await store.DeclarationAsync(stream, cancellation) is { } left)
            return Destroyed(left, asking);
        switch (await DecideAsync(known.Case, command, asking, now(), cancellation))
        {
            case Rejected rejected:
                var (version, earlier) = await store.ConfirmAsync(stream, keys.Current.CommandId(stream, asking), cancellation);
                Tell(rejected);
                return earlier is not null ? Replay(earlier, command) : version == known.Case.Version ? new Answer.Refused(rejected.Refusals) : null;
            case Accepted accepted:
                var (request, texts) = await RequestAsync(kind, known, accepted, new Commission(command, asking), cancellation);
                var result = accepted.Events[0] switch
                {
                    StreamDestroyed x => await DestroyAsync(request, x, cancellation),
                    var cause when Erased.By(cause) is { } erased => await EraseAsync(request, erased, cancellation),
                    _ => await store.CommitAsync(request, cancellation),
                };
                if (result is CommitResult.Committed && accepted.Events[0] is not (ContentErased or DossiersDestroyed or StreamDestroyed))
                    cache.Keep(stream, new KnownCase(accepted.After, [.. request.Commit.Hash.Span], texts));
                return After(result, request, accepted, command);
            case var other:
                throw new InvalidOperationException($"No such decision: {other.GetType().Name}.");
        }
    }

    async Task<CommitResult> EraseAsync(CommitRequest request, Erased erased, CancellationToken cancellation)
    {
        var rebuilt = await history.RebuildAsync(request.Commit.Stream, erased, request.Commit, cancellation);
        cache.Forget(request.Commit.Stream);
        return await store.EraseAsync(request, erased, rebuilt!, cancellation);
    }

    async Task<CommitResult> DestroyAsync(CommitRequest request, StreamDestroyed destroyed, CancellationToken cancellation)
    {
        var (stream, commit) = (request.Commit.Stream, request.Commit);
        cache.Forget(stream);
        if (await store.LoadAsync(stream, cancellation) is not { } stored || await store.HistoryAsync(stream, 1, cancellation).FirstOrDefaultAsync(cancellation) is not { } first)
            return new CommitResult.VersionConflict();
        var declaration = new Declaration(
            stream, stored.Head.Kind, commit.Version, commit.Hash, commit.CommandId, commit.Actor, first.At, commit.At, destroyed.Ground, keys.Current.Id, default);
        return await store.DestroyAsync(request, declaration.SignedWith(keys.Current), cancellation);
    }

    /// <summary>Nothing begins again in a stream that was destroyed; who asked for that is told that it is done.</summary>
    Answer Destroyed(Declaration left, Asking asking) => keys.Keys.Any(key => key.CommandId(left.Stream, asking) == left.CommandId)
        ? new Answer.Done(left.Stream, left.Version, [new StreamDestroyed(left.Ground)], true)
        : Refused(RefusalCode.StreamDestroyed);

    Answer? After(CommitResult result, CommitRequest request, Accepted accepted, Command command)
    {
        var commit = request.Commit;
        switch (result)
        {
            case CommitResult.Committed:
                Tell(accepted);
                return new Answer.Done(commit.Stream, commit.Version, accepted.Events, false);
            case CommitResult.Duplicate duplicate:
                return Replay(duplicate.Earlier, command);
            case CommitResult.ClaimHeld held when PendingLink.IsClaim(held.Key):
                return Refused(RefusalCode.LinkUnderWay);
            case CommitResult.ClaimHeld held:
                return Refused(RefusalCode.AlreadyRunning, held.Key);
            case CommitResult.UploadGone:
                return Refused(RefusalCode.UploadGone);
            default:
                return null;
        }
    }

    void Tell(Decision decision)
    {
        foreach (var failure in decision.Failures)
            stepFailed(failure);
    }

    static Answer.Refused Refused(string code, params string[] arguments) => new([Refusal.Of(code, arguments)]);

    /// <summary>The case as the store has it now; null when the stream does not exist.</summary>
    public async Task<Case?> ReadAsync(StreamId stream, CancellationToken cancellation = default)
    {
        var known = await LoadAsync(stream, cancellation);
        var (version, _) = await store.ConfirmAsync(stream, new(""), cancellation);
        if (version != known.Case.Version)
        {
            cache.Forget(stream);
            known = await LoadAsync(stream, cancellation);
        }
        return known.Case.Version == 0 ? null : known.Case;
    }

    /// <summary>A compiled definition: the current version, or an exact one; null when it is not published.</summary>
    public Task<CompiledDefinition?> DefinitionAsync(DefinitionId definitionId, int? version = null) => loader.DefinitionAsync(definitionId, version, default);

    /// <summary>Everything that publishing this document would find, and what reading it found. Nothing is stored.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(string document, CancellationToken cancellation = default)
    {
        var reading = DefinitionJson.Read(document);
        return reading.Definition is not { } definition ? reading.Findings : [.. reading.Findings, .. await WithGivenAsync(given => Decider.Check(definition, given), cancellation)];
    }

    /// <summary>The documents that this drawing would be published with now; those that are missing are a finding of <see cref="CheckAsync"/>.</summary>
    public Task<ImmutableArray<Pin>> PinsAsync(WorkflowDefinition definition, CancellationToken cancellation = default) =>
        WithGivenAsync(given => domain.Pins(definition, given).Pins, cancellation);

    /// <summary>Everything that needs this flow to be published; empty when it may be retracted, as things are now.</summary>
    public Task<ImmutableArray<Refusal>> NeedsAsync(DefinitionId flow, CancellationToken cancellation = default) =>
        WithGivenAsync(given => Retracting.Needs(domain, flow, given.Get<PublishedFlows>(Given.FlowsKey)), cancellation);

    async Task<T> WithGivenAsync<T>(Func<Given, T> ask, CancellationToken cancellation)
    {
        for (var given = loader.Remembered; ;)
        {
            try
            {
                return ask(given);
            }
            catch (NeedsException missing)
            {
                given = given.With(missing.Key, await loader.LoadAsync(null, missing.Key, cancellation));
            }
        }
    }

    async Task<KnownCase> LoadAsync(StreamId stream, CancellationToken cancellation)
    {
        if (cache.Find(stream) is { } known)
            return known;
        var stored = await store.LoadAsync(stream, cancellation);
        if (stored is null)
            return new KnownCase(Case.Empty(stream, domain.Empty), CommitCodec.NoHash, LongTexts.None);
        return cache.Keep(stream, await history.RestoreAsync(stored, cancellation));
    }

    async Task<Decision> DecideAsync(Case @case, Command command, Asking asking, DateTimeOffset moment, CancellationToken cancellation)
    {
        for (var given = loader.Remembered; ;)
        {
            var decision = Decider.Decide(@case, command, given, asking, moment);
            if (decision is not Needs needs)
                return decision;
            given = given.With(needs.Key, await loader.LoadAsync(@case.Stream, needs.Key, cancellation));
        }
    }

    /// <summary>What is asked, and by whom.</summary>
    readonly record struct Commission(Command Command, Asking Asking);

    /// <returns>What is to be committed, and the long texts that its snapshot names.</returns>
    async Task<(CommitRequest Request, LongTexts Texts)> RequestAsync(string kind, KnownCase known, Accepted accepted, Commission commission, CancellationToken cancellation)
    {
        var (before, after, asking) = (known.Case, accepted.After, commission.Asking);
        var (body, slots, all, blobs) = Codec.WriteAll(accepted.Events);
        var commit = new StoredCommit(
            before.Stream, after.Version, StoredCommit.CurrentFormat, StoredCommit.NewNonce(), keys.Current.CommandId(before.Stream, asking), asking.Actor, after.LastAt, body, slots, default)
        {
            Seal = asking.NeedsSeal ? RequestSeal.Of(commission.Command) : default,
        };
        commit = commit with { Hash = CommitCodec.HashOf(known.Hash.AsSpan(), commit) };
        var rows = RowsOf.Changes(before.Stream, RowsOf.Case(before, domain), RowsOf.Case(after, domain), accepted.Events, asking.Actor, after.LastAt, after.Version)
            with { Definitions = await DefinitionsAsync(before, accepted, cancellation) };
        var (snapshot, texts) = Snapshots.Write(after, known.Texts.With(after.Version, all));
        return (new CommitRequest(kind, before.Version, commit, [new(SnapshotCodec.Part, snapshot)], rows, domain.Label(after.Domain), asking.IsPerson) { Blobs = blobs, Flows = accepted.Flows?.Number }, texts);
    }

    /// <summary>Rows of a definition are whole: a version that is no longer current keeps the document that instances still run on.</summary>
    async Task<ImmutableArray<DefinitionRow>> DefinitionsAsync(Case before, Accepted accepted, CancellationToken cancellation)
    {
        var rows = DefinitionRows.Changed(before, accepted.After, accepted.Events);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Manifest.Length == 0)
                rows = rows.SetItem(i, DefinitionRows.Whole(rows[i], (await store.DefinitionAsync(rows[i].DefinitionId, rows[i].Version, cancellation))!));
        }
        return rows;
    }

    Answer Replay(StoredCommit earlier, Command command) =>
        earlier.Tombstone is not null ? Refused(RefusalCode.AnswerDestroyed) : RequestSeal.Fits(earlier.Seal.Span, command)
            ? new Answer.Done(earlier.Stream, earlier.Version, Codec.Read(earlier), true)
            : Refused(RefusalCode.CommandIdReused);

    /// <summary>The answer that this command got before the keys changed; null when it is new, as almost always.</summary>
    async Task<Answer?> EarlierAsync(StreamId stream, Command command, Asking asking, CancellationToken cancellation) =>
        await FindAsync(keys.Keys.Skip(1), _ => stream, asking, cancellation) is { } found ? Replay(found.Commit, command) : null;

    /// <summary>
    /// The key under which this was asked the first time, or the current one. Ids that follow from an asking are made with it,
    /// so that who asks again after the keys changed finds what he began.
    /// </summary>
    /// <param name="stream">The stream that the command goes to, under a key.</param>
    public async Task<RingKey> KeyOfAsync(Asking asking, Func<RingKey, StreamId> stream, CancellationToken cancellation = default) =>
        (await FindAsync(keys.Keys.Skip(1), stream, asking, cancellation))?.Key ?? keys.Current;

    /// <summary>Whether this command was accepted before.</summary>
    public async Task<bool> IsDoneAsync(StreamId stream, Asking asking, CancellationToken cancellation = default) =>
        await FindAsync(keys.Keys, _ => stream, asking, cancellation) is not null;

    /// <summary>What was accepted under this asking, and the key that it was known by.</summary>
    async Task<(RingKey Key, StoredCommit Commit)?> FindAsync(IEnumerable<RingKey> ring, Func<RingKey, StreamId> stream, Asking asking, CancellationToken cancellation)
    {
        foreach (var key in ring)
        {
            if ((await store.ConfirmAsync(stream(key), key.CommandId(stream(key), asking), cancellation)).Commit is { } commit)
                return (key, commit);
        }
        return null;
    }
}

/// <summary>What a caller gets back. It is computed from the commit alone, so asking again gives the same.</summary>
public abstract record Answer
{
    /// <param name="IsReplay">The command had been accepted before.</param>
    public sealed record Done(StreamId Stream, long Version, ImmutableArray<WorkflowEvent> Events, bool IsReplay) : Answer;

    public sealed record Refused(ImmutableArray<Refusal> Refusals) : Answer;
}
