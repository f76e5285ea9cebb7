using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>The real program as a process of its own, that can be killed without a word.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Kanteling.Workflows.Web.dll");

    readonly Process process;
    readonly StringBuilder output = new();

    ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>Starts the server and waits until it says that it is ready.</summary>
    public static async Task<ServerProcess> StartAsync(string storage, string workflows)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var server = new ServerProcess(Launch(storage, workflows, ["--urls", address.ToString()]), address);
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        var deadline = Stopwatch.GetTimestamp() + 60 * Stopwatch.Frequency;
        while (!await server.IsReadyAsync(client))
            if (server.process.HasExited || Stopwatch.GetTimestamp() > deadline)
                throw new InvalidOperationException($"The server did not start:\n{server.Output}");
        return server;
    }

    /// <summary>Runs one of the program's commands to its end.</summary>
    public static async Task<(int ExitCode, string Output)> CommandAsync(string storage, string workflows, params string[] arguments)
    {
        using var process = Launch(storage, workflows, arguments);
        var (standard, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await standard + await error);
    }

    /// <summary>As kill -9: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    static Process Launch(string storage, string workflows, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["Kanteling__Storage"] = storage;
        start.Environment["Kanteling__Workflows"] = workflows;
        start.Environment["Kanteling__Demo"] = "true";
        start.Environment["Kanteling__DemoCases"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start) ?? throw new InvalidOperationException("The server could not be started.");
    }

    async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (!process.HasExited)
        {
            // Nobody listens yet: give the processor to the one we wait for.
            await Task.Yield();
            return false;
        }
    }

    void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
    }

    static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
