using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Xunit.Abstractions;

namespace Kanteling.Workflows.App.Tests.Zoeken;

public sealed class SqliteSearchTests(ITestOutputHelper output) : SearchContract(output)
{
    readonly TempFolder folder = new();

    protected override Task<OpenStorage> OpenAsync() => StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

public sealed class PostgresSearchTests(ITestOutputHelper output) : SearchContract(output)
{
    protected override async Task<OpenStorage> OpenAsync() => await StorageSetup.OpenAsync(PostgresCluster.Options(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync()));
}
