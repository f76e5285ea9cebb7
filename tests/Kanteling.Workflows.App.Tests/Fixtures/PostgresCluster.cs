using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Fixtures;

/// <summary>
/// A PostgreSQL server of our own: own folder, own port, nobody else on it. A shell makes the cluster, starts
/// the server, and waits on its standard input; when that closes it stops the server and removes the folder.
/// It closes when the cluster is disposed, and also when the test host is killed, so nothing is ever left behind.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    const string Script = """
        set -eu
        bin=$1 port=$2 safe=$3
        folder=$(mktemp -d /tmp/kanteling-postgres.XXXXXX)
        trap 'rm -rf "$folder"' EXIT
        "$bin/initdb" -D "$folder/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
        "$bin/postgres" -D "$folder/data" -k "$folder" -p "$port" -c listen_addresses=127.0.0.1 -c max_connections=200 \
            -c fsync="$safe" -c full_page_writes="$safe" -c synchronous_commit="$safe" &
        server=$!
        read -r stop || true
        kill -INT "$server" 2>/dev/null || true
        wait "$server" || true
        """;

    /// <summary>To start, on a machine that has much else to do.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    static readonly Lazy<Task<PostgresCluster>> Shared = new(() => StartAsync());

    readonly Process shell;
    readonly int port;
    int databases;

    PostgresCluster(Process shell, int port) => (this.shell, this.port) = (shell, port);

    /// <summary>The key that every database of the tests is worked on with, as the configuration has it.</summary>
    public static readonly string Key = KeyText.New("test");

    /// <summary>A database of the tests, with its key.</summary>
    public static StorageOptions Options(string connectionString) => StorageOptions.Postgres(connectionString) with
    {
        Keys = KeyText.Read([Key]), ErasureList = Path.Combine(Path.GetTempPath(), $"kanteling-{Environment.ProcessId}-{new NpgsqlConnectionStringBuilder(connectionString).Database}.gewist"),
    };

    /// <summary>The one server that the tests of this run share; started by the first that asks.</summary>
    public static Task<PostgresCluster> OfThisRun() => Shared.Value;

    /// <summary>A server for one test alone.</summary>
    /// <param name="durable">True: fsync, full pages and synchronous commit, as in production. False: fast.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or the server did not start.</exception>
    public static async Task<PostgresCluster> StartAsync(bool durable = false)
    {
        var bin = PostgresBinaries.Find();
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var (shell, refusal) = await LaunchAsync(bin, port, durable);
            if (refusal is null) return new(shell, port);
            await StopAsync(shell);
            // Somebody may have taken the port between asking for it and using it.
            if (attempt == 3 || !refusal.Contains("Address already in use", StringComparison.Ordinal))
                throw new InvalidOperationException($"PostgreSQL did not start:\n{refusal}");
        }
    }

    /// <summary>Makes a database and gives its connection string.</summary>
    /// <param name="template">The connection string of a database of this server to copy, that nobody has open; null for an empty one.</param>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        var copied = template is null ? "template0" : new NpgsqlConnectionStringBuilder(template).Database;
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand($"CREATE DATABASE {name} TEMPLATE {copied}");
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync() => await StopAsync(shell);

    string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Maximum Pool Size=20;Include Error Detail=true";

    /// <summary>What the server said when it refused to start, or null when it is ready.</summary>
    static async Task<(Process Shell, string? Refusal)> LaunchAsync(string bin, int port, bool durable)
    {
        var said = new ConcurrentQueue<string>();
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var shell = new Process { StartInfo = Command(bin, port, durable) };
        shell.ErrorDataReceived += (_, line) =>
        {
            if (started.Task.IsCompleted) return;
            if (line.Data is { } text) said.Enqueue(text);
            if (line.Data is null || line.Data.Contains("FATAL:", StringComparison.Ordinal)) started.TrySetResult(false);
            else if (line.Data.Contains("ready to accept connections", StringComparison.Ordinal)) started.TrySetResult(true);
        };
        shell.Start();
        shell.BeginErrorReadLine();
        try
        {
            if (await started.Task.WaitAsync(Patience))
                return (shell, null);
        }
        catch (TimeoutException)
        {
            said.Enqueue($"It was not ready after {Patience.TotalMinutes} minutes.");
        }
        return (shell, string.Join('\n', said));
    }

    // The server refuses to run as root, so root steps back to the user that the Debian package made.
    static ProcessStartInfo Command(string bin, int port, bool durable)
    {
        string[] asPostgres = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = [.. asPostgres, "sh", "-c", Script, "postgres-cluster", bin, $"{port}", durable ? "on" : "off"];
        return new(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" }
        };
    }

    static async Task StopAsync(Process shell)
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        shell.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
