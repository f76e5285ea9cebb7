using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// Databases on which the program was started once: its tables, flows, forms and demo accounts. A house starts on a copy,
/// in a tenth of the time that the first start takes; its database is its own all the same.
/// </summary>
static class HouseTemplates
{
    static readonly Lazy<Task<string>> OnSqlite = new(() => Task.Run(MakeSqliteAsync));
    static readonly Lazy<Task<string>> OnPostgres = new(() => Task.Run(MakePostgresAsync));

    /// <summary>A copy, with its keys. Whoever asks first makes the original and waits for it: a host is configured without awaiting.</summary>
    public static void CopySqlite(string to)
    {
        var original = OnSqlite.Value.GetAwaiter().GetResult();
        foreach (var part in (string[])["", ".sleutels"])
            File.Copy(original + part, to + part);
    }

    /// <summary>The connection string of a new copy.</summary>
    public static async Task<string> PostgresAsync()
    {
        var template = await OnPostgres.Value;
        return await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync(template);
    }

    static async Task<string> MakeSqliteAsync()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await StartOnceAsync(folder.File("kanteling.db"));
        return folder.File("kanteling.db");
    }

    static async Task<string> MakePostgresAsync()
    {
        var target = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        await StartOnceAsync(target);
        return target;
    }

    static async Task StartOnceAsync(string target)
    {
        await using var house = House.On(target);
        using var client = house.Anonymous();
        (await client.GetAsync("/health/ready")).EnsureSuccessStatusCode();
        await house.StopAsync();
    }
}
