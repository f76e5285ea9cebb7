using System.Collections.Immutable;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Keeping;

/// <summary>A case as this process last knew it, with the hash of its last commit, and the long texts that its snapshot names.</summary>
sealed record KnownCase(Case Case, ImmutableArray<byte> Hash, LongTexts Texts);

/// <summary>Cases that were used lately. Only a hint: every commit checks the version, and every refusal is confirmed.</summary>
sealed class CaseCache(int capacity)
{
    readonly Recent<StreamId, KnownCase> cases = new(capacity);

    public KnownCase? Find(StreamId stream) => cases.Find(stream);

    /// <summary>Remembers the case, unless a later version is known already.</summary>
    public KnownCase Keep(StreamId stream, KnownCase known)
    {
        cases.Keep(stream, known, held => held.Case.Version > known.Case.Version);
        return known;
    }

    public void Forget(StreamId stream) => cases.Forget(stream);
}
