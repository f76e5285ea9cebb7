using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>Proves every stream of a database, and says in Dutch what was looked at and what is wrong. It only reads.</summary>
sealed class Databasebewijs(OpenStorage storage)
{
    const int Attempts = 3;
    readonly WorkflowEngine engine = Opdrachtregel.MotorOp(storage);

    /// <returns>0 when all is well.</returns>
    public async Task<int> DraaiAsync(TextWriter uitvoer)
    {
        await using var held = storage;
        var verification = new Verification(storage.Store, HuishoudenDomein.Domein, engine.Codec, engine.Snapshots);
        var (streams, commits, wrong) = (0, 0L, new List<Doubt>());
        await foreach (var head in storage.Store.StreamsAsync(default))
        {
            (streams, commits) = (streams + 1, commits + head.Version);
            wrong.AddRange(await DoubtsAsync(verification, head.Stream));
        }
        await uitvoer.WriteLineAsync($"{streams} stromen met {commits} vastleggingen nagerekend: de keten, de inhoud, elke rij tegen de gebeurtenissen, de overzichten, en of er iets vastzit.");
        foreach (var doubt in wrong)
            await uitvoer.WriteLineAsync($"FOUT {doubt.Stream}{(doubt.Version is { } version ? $", vastlegging {version}" : "")}: {Zinnen.Voor(doubt.Code, doubt.Arguments)}");
        var projecties = await storage.Projections.DoubtsAsync();
        foreach (var naam in projecties)
            await uitvoer.WriteLineAsync($"FOUT overzicht {naam}: het is anders dan wat opnieuw uit de vastleggingen volgt.");
        var fouten = wrong.Count + projecties.Length;
        await uitvoer.WriteLineAsync(fouten == 0 ? "Alles klopt." : $"Er zijn {fouten} fouten.");
        return fouten == 0 ? 0 : 1;
    }

    /// <summary>A server may be at work beside this: only what stays wrong while nothing is added counts.</summary>
    async Task<ImmutableArray<Doubt>> DoubtsAsync(Verification verification, string stream)
    {
        for (var poging = 1; ; poging++)
        {
            var vooraf = await VersionAsync(stream);
            var doubts = await verification.RunAsync(stream);
            if (doubts.IsEmpty || poging == Attempts || await VersionAsync(stream) == vooraf)
                return doubts;
        }
    }

    async Task<long?> VersionAsync(string stream) => (await storage.Store.LoadAsync(stream, default))?.Head.Version;
}
