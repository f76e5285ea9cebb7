using Npgsql;

namespace Kanteling.Workflows.Storage.Postgres;

/// <summary>
/// The turn of the nodes that start: one at a time makes the database ready, and who comes second finds it done. It goes
/// with its connection, however this ends.
/// </summary>
sealed class Turn : IAsyncDisposable
{
    const string Name = "20261130";
    readonly NpgsqlDataSource source;
    NpgsqlConnection? held;

    Turn(NpgsqlDataSource source) => this.source = source;

    /// <exception cref="StorageUnavailableException">Another node has it for longer than half a minute, or there is no database.</exception>
    public static async Task<IAsyncDisposable> TakeAsync(string connectionString, CancellationToken cancellation)
    {
        // A pool of its own, so that the connection closes with it.
        var turn = new Turn(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MinPoolSize = 0, MaxPoolSize = 1, CommandTimeout = 60 }.ConnectionString));
        try
        {
            var connection = await turn.source.OpenConnectionAsync(cancellation);
            await using var wait = new NpgsqlCommand($"SET lock_timeout = '30s'; SELECT pg_advisory_lock({Name})", connection);
            await wait.ExecuteNonQueryAsync(cancellation);
            turn.held = connection;
            return turn;
        }
        catch (Exception reason)
        {
            await turn.DisposeAsync();
            throw StorageUnavailableException.For(reason);
        }
    }

    /// <summary>Whether a start can be tried: the server answers, and nobody has the turn.</summary>
    public static async Task<bool> IsFreeAsync(string connectionString, CancellationToken cancellation)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using var ask = source.CreateCommand($"SELECT pg_try_advisory_lock({Name})");
            return await ask.ExecuteScalarAsync(cancellation) is true;
        }
        catch (PostgresException answer) when (answer.SqlState == PostgresErrorCodes.InvalidCatalogName || StorageUnavailableException.In(answer) is { NotLetIn: not null })
        {
            // The server is there: the start makes the database, or says why it may not come in.
            return true;
        }
        catch (Exception reason) when (StorageUnavailableException.IsOf(reason))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (held is not null)
            await held.DisposeAsync();
        await source.DisposeAsync();
    }
}
