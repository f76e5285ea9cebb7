using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>The servers that work on a database, as its operator reads them.</summary>
static class Serverlijst
{
    public static async Task ToonAsync(OpenStorage storage, TextWriter uitvoer)
    {
        await using var held = storage;
        if (!storage.Nodes.AreSeveral)
        {
            await uitvoer.WriteLineAsync("Op SQLite werkt één server tegelijk; daarvan is geen lijst.");
            return;
        }
        var servers = await storage.Nodes.AllAsync();
        foreach (var server in servers)
            await uitvoer.WriteLineAsync($"{(server.IsSilent ? "STIL " : "leeft")}  versie {server.Version}  sinds {server.StartedAt:yyyy-MM-dd HH:mm:ss}  laatst gehoord {server.SeenAt:yyyy-MM-dd HH:mm:ss} UTC  tabellen {server.Schema}  {server.Name}");
        if (servers.IsEmpty)
            await uitvoer.WriteLineAsync("Er werkt geen server op deze database.");
    }
}
