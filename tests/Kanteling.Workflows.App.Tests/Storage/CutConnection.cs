using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>Stands between a client and PostgreSQL, and can lose an answer: the server did the work, the client never hears it. Or keep all answers for a while.</summary>
sealed class CutConnection : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly string host;
    readonly int port;
    int toLose;
    volatile TaskCompletionSource? held;

    CutConnection(NpgsqlConnectionStringBuilder server)
    {
        (host, port) = (server.Host!, server.Port);
        listener.Start();
        server.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        server.SslMode = SslMode.Disable;
        ConnectionString = server.ToString();
        _ = AcceptAsync();
    }

    public string ConnectionString { get; }

    public int Lost { get; private set; }

    public static Task<CutConnection> BeforeAsync(string connection) => Task.FromResult(new CutConnection(new(connection)));

    public void LoseNextAnswer() => Interlocked.Exchange(ref toLose, 1);

    /// <summary>From now on no answer comes through, and no connection ends.</summary>
    public void Hold() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => Interlocked.Exchange(ref held, null)?.TrySetResult();

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (SocketException) when (!listener.Server.IsBound)
        {
            // Disposed: nobody is let in any more.
        }
    }

    async Task CarryAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(host, port);
        var asked = near.GetStream().CopyToAsync(far.GetStream());
        var buffer = new byte[65536];
        for (int read; (read = await far.GetStream().ReadAsync(buffer)) > 0;)
        {
            // The answer has come, so the server is done; the client's connection is cut instead.
            if (Interlocked.Exchange(ref toLose, 0) == 1)
            {
                Lost++;
                return;
            }
            if (held is { } until)
                await until.Task;
            await near.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }
        await asked;
    }
}
