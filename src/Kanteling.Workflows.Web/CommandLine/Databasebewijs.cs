using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken.Incidenten;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;

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
        var klok = await BewaardeKlok.OpenAsync(storage.Settings, TimeProvider.System);
        var (streams, commits, wrong) = (0, 0L, new List<Doubt>());
        await foreach (var head in storage.Store.StreamsAsync(default))
        {
            (streams, commits) = (streams + 1, commits + head.Version);
            wrong.AddRange(await DoubtsAsync(head.Stream, klok));
        }
        var verklaringen = 0;
        await foreach (var verklaring in storage.Store.DeclarationsAsync(default))
        {
            verklaringen++;
            if (!verklaring.IsSignedBy(storage.Store.Keys) || await storage.Store.LoadAsync(verklaring.Stream, default) is not null)
                wrong.Add(new Doubt(verklaring.Stream, null, ProofCode.DeclarationWrong, []));
        }
        wrong.AddRange((await storage.Store.HeadlessAsync(default)).Select(stream => new Doubt(stream, null, ProofCode.Headless, [])));
        wrong.AddRange((await Wissingen.TerugAsync(storage, engine)).Select(stream => new Doubt(stream, null, ProofCode.ErasedReturned, [])));
        await uitvoer.WriteLineAsync($"{streams} stromen met {commits} vastleggingen nagerekend: de keten, de inhoud, elke rij tegen de gebeurtenissen, de overzichten, en of er iets vastzit.");
        if (verklaringen > 0)
            await uitvoer.WriteLineAsync($"{Schrijfwijze.Aantal(verklaringen, "verklaring", "verklaringen")} van vernietiging nagekeken: de handtekening, en dat er niets meer staat.");
        foreach (var doubt in wrong)
            await uitvoer.WriteLineAsync($"{(doubt.Code == ProofCode.DeadlineStuck ? "WACHT" : "FOUT")} {doubt.Stream}{(doubt.Version is { } version ? $", vastlegging {version}" : "")}: {Zinnen.Voor(doubt.Code, doubt.Arguments)}");
        var projecties = await storage.Projections.DoubtsAsync();
        foreach (var naam in projecties)
            await uitvoer.WriteLineAsync($"FOUT overzicht {naam}: het is anders dan wat opnieuw uit de vastleggingen volgt.");
        var documenten = await new Documentbewijs(storage).DraaiAsync();
        foreach (var zin in documenten)
            await uitvoer.WriteLineAsync($"FOUT {zin}");
        var registers = await new Registerbewijs(storage).DraaiAsync();
        foreach (var zin in registers)
            await uitvoer.WriteLineAsync($"FOUT {zin}");
        var stil = await Stilstandlezer.AlleAsync(storage);
        foreach (var taak in stil)
            await uitvoer.WriteLineAsync($"STILSTAND {taak.TaakId}: {taak.Zin}");
        if (stil.Length > 0)
            await uitvoer.WriteLineAsync($"{Schrijfwijze.Aantal(stil.Length, "taak staat", "taken staan")} stil: niemand die hier werkt, kan ze zien en doen. Zie de pagina Incidenten.");
        var ontbrekend = await Stilstandlezer.VerdwenenAsync(storage);
        foreach (var zin in ontbrekend)
            await uitvoer.WriteLineAsync($"STILSTAND {zin}");
        var wachtend = wrong.Count(d => d.Code == ProofCode.DeadlineStuck);
        if (wachtend > 0)
            await uitvoer.WriteLineAsync(Stilstand(wachtend));
        var fouten = wrong.Count - wachtend + projecties.Length + documenten.Length + registers.Length;
        await uitvoer.WriteLineAsync((fouten, wachtend + stil.Length + ontbrekend.Length) switch { (0, 0) => "Alles klopt.", (0, _) => "Verder klopt alles.", _ => $"Er zijn {fouten} fouten." });
        return fouten + wachtend + stil.Length + ontbrekend.Length == 0 ? 0 : 1;
    }

    /// <summary>A standstill looks the same as a deadline that is stuck, until the server runs again.</summary>
    static string Stilstand(int wachtend) =>
        $"{Schrijfwijze.Aantal(wachtend, "termijn wacht", "termijnen wachten")} al meer dan tien minuten. Stond de server stil? Dan is dit weg zodra hij weer een minuut draait. Blijft het staan, dan zit er iets vast.";

    /// <summary>A server may be at work beside this: only what stays wrong while nothing is added counts.</summary>
    async Task<ImmutableArray<Doubt>> DoubtsAsync(StreamId stream, CaseClock klok)
    {
        for (var poging = 1; ; poging++)
        {
            var vooraf = await VersionAsync(stream);
            var doubts = await engine.Verification.RunAsync(stream, klok.Now);
            if (doubts.IsEmpty || poging == Attempts || await VersionAsync(stream) == vooraf)
                return doubts;
        }
    }

    async Task<long?> VersionAsync(StreamId stream) => (await storage.Store.LoadAsync(stream, default))?.Head.Version;
}
