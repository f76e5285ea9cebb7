using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>
/// Proves that every version of a register row that a commit names is kept: who a colleague was, what a team was called, what the sociale
/// kaart said. A commit whose body was destroyed with its dossier names nothing. It only reads.
/// </summary>
public sealed class Registerbewijs(OpenStorage storage)
{
    const int PerVraag = 500;

    /// <summary>Of a SHA-256 in base64url. What a scenario on the bench named, is of no register and has a word there.</summary>
    const int Hashlengte = 43;

    /// <returns>What is wrong, a sentence each; empty when all is well.</returns>
    public async Task<ImmutableArray<string>> DraaiAsync()
    {
        var fouten = ImmutableArray.CreateBuilder<string>();
        var (bekend, vraag) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, (StreamId Stream, long Version, string Id)>(StringComparer.Ordinal));
        await foreach (var stroom in storage.Store.StreamsAsync(default))
        {
            if (Streams.IsTrial(stroom.Stream))
                continue;
            await foreach (var commit in storage.Store.HistoryAsync(stroom.Stream, 1, default))
            {
                foreach (var verwijzing in Referenced.In(commit))
                {
                    if (verwijzing.Hash.Length == Hashlengte && bekend.Add(verwijzing.Hash))
                        vraag[verwijzing.Hash] = (stroom.Stream, commit.Version, verwijzing.Id);
                }
            }
            if (vraag.Count >= PerVraag)
                await KijkAsync(vraag, fouten);
        }
        await KijkAsync(vraag, fouten);
        return fouten.ToImmutable();
    }

    async Task KijkAsync(Dictionary<string, (StreamId Stream, long Version, string Id)> vraag, ImmutableArray<string>.Builder fouten)
    {
        foreach (var hash in (await storage.Versions.MissingAsync(vraag.Keys)).Order(StringComparer.Ordinal))
            fouten.Add(Casework.Zinnen.Voor(Verwijzingcode.VersieWeg, vraag[hash].Stream.Text, $"{vraag[hash].Version}", vraag[hash].Id));
        vraag.Clear();
    }
}
