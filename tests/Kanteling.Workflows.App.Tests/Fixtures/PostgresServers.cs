using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kanteling.Workflows.Storage;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Fixtures;

/// <summary>
/// A PostgreSQL server of a test alone that can be stopped, crashed and started, and a second one that follows it. As with
/// <see cref="PostgresCluster"/> a shell looks after them, and when its standard input closes nothing is left behind.
/// </summary>
public sealed class PostgresServers : IAsyncDisposable
{
    /// <summary>The two servers, by the name of their folder.</summary>
    public const string One = "one", Two = "two";

    // What the operating system has stays there when a server crashes, so fsync may be off; what is acknowledged has to be with the operating system.
    const string Script = """
        set -u
        bin=$1 first=$2 second=$3
        folder=$(mktemp -d /tmp/kanteling-postgres.XXXXXX)
        port() { [ "$1" = one ] && echo "$first" || echo "$second"; }
        control() { "$bin/pg_ctl" -D "$folder/$1" -w -t 60 -l "$folder/$1.log" "${@:2}"; }
        trap 'for s in one two; do control $s -m immediate stop >/dev/null 2>&1; done; rm -rf "$folder"' EXIT
        "$bin/initdb" -D "$folder/one" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || exit 1
        while read -r act server; do
          case "$act" in
            start) for n in $(seq 40); do control "$server" -o "-p $(port $server) -k $folder -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off" start && break; done;;
            stop) control "$server" -m fast stop;;
            crash) control "$server" -m immediate stop;;
            kill) kill -9 "$(head -1 "$folder/$server/postmaster.pid")";;
            follow) "$bin/pg_basebackup" -h "$folder" -p "$first" -U postgres -D "$folder/two" -R -c fast;;
            promote) control "$server" promote;;
          esac >>"$folder/acts" 2>&1 && echo done || { tr '\n' ' ' <"$folder/acts"; echo; }
        done
        """;

    /// <summary>To act, on a machine that has much else to do.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process shell;
    readonly int first = FreePort(), second = FreePort();

    PostgresServers()
    {
        string[] asPostgres = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];
        string[] command = [.. asPostgres, "bash", "-c", Script, "postgres-servers", PostgresBinaries.Find(), $"{first}", $"{second}"];
        shell = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["LC_ALL"] = "C.UTF-8" },
        })!;
    }

    /// <summary>With one server at work, and on it a database that is owned by who is no superuser.</summary>
    public static async Task<PostgresServers> StartAsync()
    {
        var servers = new PostgresServers();
        await servers.StartAsync(One);
        await servers.AskAsync("CREATE ROLE kanteling LOGIN");
        await servers.AskAsync("CREATE DATABASE kanteling OWNER kanteling");
        return servers;
    }

    /// <summary>A database of this test on the first server, or on whichever of both can be written to.</summary>
    public StorageOptions Options(bool both = false, string more = "") => PostgresCluster.Options(
        $"Host={(both ? $"127.0.0.1:{first},127.0.0.1:{second}" : $"127.0.0.1;Port={first}")};Username=kanteling;Database=kanteling;Password=geheim-woord;Maximum Pool Size=20;Include Error Detail=true;{more}");

    public Task StartAsync(string server) => ActAsync("start", server);

    /// <summary>Stops in order: who is connected is told.</summary>
    public Task StopAsync(string server = One) => ActAsync("stop", server);

    /// <summary>Stops at once, without a last word to the disk; it recovers when it starts.</summary>
    public Task CrashAsync(string server = One) => ActAsync("crash", server);

    /// <summary>As kill -9 of the server itself; its children notice.</summary>
    public Task KillAsync(string server = One) => ActAsync("kill", server);

    /// <summary>The second server follows the first, that waits for it at every commit.</summary>
    public async Task FollowAsync()
    {
        await ActAsync("follow", Two);
        await ActAsync("start", Two);
        await AskAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await AskAsync("SELECT pg_reload_conf()");
    }

    public async Task PromoteAsync()
    {
        await ActAsync("promote", Two);
        // Alone now, it waits for nobody.
        await AskAsync("ALTER SYSTEM RESET synchronous_standby_names", Two);
        await AskAsync("SELECT pg_reload_conf()", Two);
    }

    /// <summary>Asks as superuser.</summary>
    public async Task<object?> AskAsync(string sql, string server = One, string database = "postgres")
    {
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={(server == One ? first : second)};Username=postgres;Database={database};Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Cuts every connection of the program.</summary>
    public Task CutAsync() => AskAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'kanteling'");

    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync().WaitAsync(Patience);
        shell.Dispose();
    }

    async Task ActAsync(string act, string server)
    {
        await shell.StandardInput.WriteLineAsync($"{act} {server}");
        await shell.StandardInput.FlushAsync();
        var said = await shell.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        if (said != "done")
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{act} {server}: {said}"));
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
