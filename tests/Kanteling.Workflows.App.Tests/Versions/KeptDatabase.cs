using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Versions;

/// <summary>
/// The folder of one version: the same small database on SQLite and as a dump of PostgreSQL, as that version left them, their key, and
/// what they folded to. A folder of a version that was released is never written again.
/// </summary>
sealed record KeptDatabase(string Version)
{
    /// <summary>Of a program that only ever held made-up households.</summary>
    const string Key = "kept:S2FudGVsaW5nIHRlc3Qga2V5LCBub3QgYSBzZWNyZXQ=";

    public static readonly string Root = Path.GetFullPath(Path.Combine(Flows.Flows.Folder.Pad, "..", "tests", "Kanteling.Workflows.App.Tests", "Versions"));

    /// <summary>Of the program as it is now.</summary>
    public static KeptDatabase OfNow => new(typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);

    public static IEnumerable<string> Versions => Directory.GetDirectories(Root).Select(Path.GetFileName).OfType<string>().Where(name => char.IsDigit(name[0]));

    public string Folder => Path.Combine(Root, Version);

    string State => Path.Combine(Folder, "state.json.br");

    public bool Exists => File.Exists(State);

    /// <summary>What its households folded to then, and what is done next in them.</summary>
    public JsonObject ReadState()
    {
        using var from = new BrotliStream(File.OpenRead(State), CompressionMode.Decompress);
        return JsonNode.Parse(from)!.AsObject();
    }

    public void KeepState(JsonObject state)
    {
        using var to = new BrotliStream(File.Create(State), CompressionLevel.SmallestSize);
        using var writer = new Utf8JsonWriter(to);
        state.WriteTo(writer);
    }

    string Sqlite => Path.Combine(Folder, "kanteling.db.br");

    string Keys => Path.Combine(Folder, "kanteling.db.sleutels");

    string Postgres => Path.Combine(Folder, "kanteling.sql.br");

    public long Size => new DirectoryInfo(Folder).GetFiles().Sum(f => f.Length);

    /// <summary>An empty database to fill, under the fixed key; what is in it is kept with <see cref="KeepSqlite"/>.</summary>
    public async Task<StorageOptions> NewSqliteAsync(TempFolder folder)
    {
        var path = folder.File("kanteling.db");
        await File.WriteAllTextAsync(path + ".sleutels", Key + "\n");
        return StorageOptions.Sqlite(path) with { IsDurable = false };
    }

    public async Task<StorageOptions> NewPostgresAsync(TempFolder folder) =>
        StorageOptions.Postgres(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync()) with { Keys = KeyText.Read([Key]), ErasureList = folder.File("postgres.gewist") };

    public void KeepSqlite(StorageOptions closed)
    {
        Directory.CreateDirectory(Folder);
        using (var session = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={closed.Target};Pooling=False"))
        {
            session.Open();
            using var command = session.CreateCommand();
            command.CommandText = "VACUUM";
            command.ExecuteNonQuery();
        }
        File.Copy(closed.Target + ".sleutels", Keys, overwrite: true);
        using var from = File.OpenRead(closed.Target);
        using var to = new BrotliStream(File.Create(Sqlite), CompressionLevel.SmallestSize);
        from.CopyTo(to);
    }

    public async Task KeepPostgresAsync(StorageOptions closed)
    {
        Directory.CreateDirectory(Folder);
        using var process = Start("pg_dump", "--no-owner", "--no-privileges", "-d", Address(closed.Target));
        await using (var to = new BrotliStream(File.Create(Postgres), CompressionLevel.SmallestSize))
            await process.StandardOutput.BaseStream.CopyToAsync(to);
        await EndAsync(process);
    }

    /// <summary>A copy to work on.</summary>
    public Task<StorageOptions> CopyAsync(StorageProvider provider, TempFolder folder) => provider == StorageProvider.Sqlite ? CopySqliteAsync(folder) : CopyPostgresAsync(folder);

    async Task<StorageOptions> CopySqliteAsync(TempFolder folder)
    {
        var path = folder.File("kanteling.db");
        File.Copy(Keys, path + ".sleutels");
        await using (var to = File.Create(path))
        await using (var from = new BrotliStream(File.OpenRead(Sqlite), CompressionMode.Decompress))
            await from.CopyToAsync(to);
        return StorageOptions.Sqlite(path) with { IsDurable = false };
    }

    async Task<StorageOptions> CopyPostgresAsync(TempFolder folder)
    {
        var options = (await NewPostgresAsync(folder)) with { Keys = KeyText.Read((await File.ReadAllLinesAsync(Keys)).Where(l => l.Length > 0 && l[0] != '#')) };
        using var process = Start("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", Address(options.Target));
        var said = process.StandardOutput.ReadToEndAsync();
        await using (var from = new BrotliStream(File.OpenRead(Postgres), CompressionMode.Decompress))
            await from.CopyToAsync(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        await said;
        await EndAsync(process);
        return options;
    }

    static Process Start(string tool, params string[] arguments) => Process.Start(new ProcessStartInfo(Path.Combine(PostgresBinaries.Find(), tool), arguments)
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    static async Task EndAsync(Process process)
    {
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, said);
    }

    static string Address(string connection)
    {
        var c = new NpgsqlConnectionStringBuilder(connection);
        return $"host={c.Host} port={c.Port} user={c.Username} dbname={c.Database}";
    }
}
