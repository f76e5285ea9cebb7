using Npgsql;

namespace Kanteling.Workflows.App.Tests.Fixtures;

public sealed class PostgresClusterTests
{
    [Fact]
    public async Task Each_database_is_empty_and_apart()
    {
        var cluster = await PostgresCluster.OfThisRun();
        var one = await cluster.CreateDatabaseAsync();
        var two = await cluster.CreateDatabaseAsync();

        await Ask(one, "CREATE TABLE t(a int)");

        (await Ask(one, "SELECT count(*) FROM pg_tables WHERE tablename = 't'")).ShouldBe(1L);
        (await Ask(two, "SELECT count(*) FROM pg_tables WHERE tablename = 't'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_durable_server_of_ones_own_is_gone_after_the_test()
    {
        string database, folder;
        await using (var cluster = await PostgresCluster.StartAsync(durable: true))
        {
            database = await cluster.CreateDatabaseAsync() + ";Pooling=false";
            folder = (string)(await Ask(database, "SHOW data_directory"))!;
            (await Ask(database, "SHOW fsync")).ShouldBe("on");
            Directory.Exists(Path.GetDirectoryName(folder)).ShouldBeTrue();
        }
        Directory.Exists(Path.GetDirectoryName(folder)).ShouldBeFalse();
        await Should.ThrowAsync<NpgsqlException>(() => Ask(database, "SELECT 1"));
    }

    [Fact]
    public void Without_PostgreSQL_the_test_says_what_to_install()
    {
        using var empty = new TempFolder();
        Should.Throw<InvalidOperationException>(() => PostgresBinaries.Find(empty.Path, empty.Path))
            .Message.ShouldContain("apt-get install postgresql");
    }

    [Fact]
    public void The_newest_version_is_taken()
    {
        using var debian = new TempFolder();
        foreach (var version in new[] { "9", "15", "17" })
        {
            foreach (var program in new[] { "initdb", "postgres" })
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(debian.File($"{version}/bin")).FullName, program), "");
        }
        PostgresBinaries.Find(debian.Path, "").ShouldBe(debian.File("17/bin"));
    }

    static async Task<object?> Ask(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
