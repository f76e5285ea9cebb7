using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>Flows and forms into the database, and flows out of it.</summary>
static class Overdracht
{
    /// <param name="door">Who does it, by the name that he signs in by; null when that is not said.</param>
    public static async Task<int> InvoerAsync(OpenStorage storage, string path, string? door, TextWriter uitvoer)
    {
        await using (storage)
        {
            var wie = door is null ? null : await storage.Users.FindByLoginAsync(door);
            if (door is not null && wie is null)
            {
                await uitvoer.WriteLineAsync($"Er is geen gebruiker die zich aanmeldt als \"{door}\".");
                return 1;
            }
            var import = new Werkstroominvoer(Opdrachtregel.MotorOp(storage), storage, new Zaaktijd(() => TimeProvider.System.GetUtcNow(), () => TimeProvider.System.GetUtcNow())) { Door = Invoerder.Bestand(wie?.Id) };
            var verslag = Directory.Exists(path) ? await import.MapAsync(path) : await import.BestandAsync(path);
            foreach (var naam in verslag.Nieuw)
                await uitvoer.WriteLineAsync($"Ingelezen: {naam}");
            foreach (var remark in verslag.Opgemerkt)
                await uitvoer.WriteLineAsync($"Let op: {remark}");
            foreach (var reden in verslag.Geweigerd)
                await uitvoer.WriteLineAsync($"Geweigerd: {reden}");
            await uitvoer.WriteLineAsync($"{verslag.Nieuw.Count} ingelezen, {verslag.Geweigerd.Count} geweigerd.");
            return verslag.Geweigerd.Count == 0 ? 0 : 1;
        }
    }

    /// <param name="flow">A definition's id, or an exact version as <c>id@2</c>.</param>
    public static async Task<int> UitvoerAsync(OpenStorage storage, string flow, TextWriter uitvoer)
    {
        await using (storage)
        {
            var (id, version) = flow.Contains('@') ? (DefinitionVersion.Parse(flow).DefinitionId, DefinitionVersion.Parse(flow).Version) : (new DefinitionId(flow), (int?)null);
            if (await storage.Store.DefinitionAsync(id, version, default) is not { } rij)
            {
                await Console.Error.WriteLineAsync($"De werkstroom {flow} is hier niet gepubliceerd.");
                return 1;
            }
            await uitvoer.WriteAsync(rij.Document);
            return 0;
        }
    }
}
