namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>The same promises where the commits are spread over partitions by their stream, as a large gemeente may want one day.</summary>
public sealed class PartitionedPostgresStoreTests : PostgresStoreTests
{
    protected override string Prepare => Partition;

    internal const string Partition = """
        ALTER TABLE commits RENAME TO whole;
        CREATE TABLE commits (LIKE whole INCLUDING DEFAULTS, PRIMARY KEY (stream, version), UNIQUE (stream, command_id)) PARTITION BY HASH (stream);
        DROP TABLE whole;
        CREATE INDEX commits_in_feed ON commits (epoch, xact, position);
        CREATE TABLE commits_0 PARTITION OF commits FOR VALUES WITH (MODULUS 3, REMAINDER 0);
        CREATE TABLE commits_1 PARTITION OF commits FOR VALUES WITH (MODULUS 3, REMAINDER 1);
        CREATE TABLE commits_2 PARTITION OF commits FOR VALUES WITH (MODULUS 3, REMAINDER 2);
        """;
}
