using Kanteling.Workflows.Storage.Commits;
using Npgsql;

namespace Kanteling.Workflows.Storage.Postgres;

/// <summary>Statements as Npgsql wants them.</summary>
static class PostgresSteps
{
    /// <summary>All in one round trip and, outside a transaction, in one implicit transaction of their own.</summary>
    public static async Task RunAsync(this NpgsqlConnection connection, IEnumerable<Step> steps)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var step in steps)
        {
            var command = new NpgsqlBatchCommand(step.Sql);
            Fill(command.Parameters, step.Values);
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
    }

    public static NpgsqlCommand Command(this NpgsqlConnection connection, Step step)
    {
        var command = new NpgsqlCommand(step.Sql, connection);
        Fill(command.Parameters, step.Values);
        return command;
    }

    static void Fill(NpgsqlParameterCollection parameters, object?[] values)
    {
        foreach (var value in values)
            parameters.Add(new NpgsqlParameter { Value = Step.Bare(value) ?? DBNull.Value });
    }
}
