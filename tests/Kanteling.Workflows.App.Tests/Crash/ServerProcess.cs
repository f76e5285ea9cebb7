using Kanteling.Workflows.App.Tests.Fixtures;
using System.Diagnostics;
using System.Text;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>The real program as a process of its own, that can be killed without a word.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Kanteling.Workflows.Web.dll");

    const string Listening = "Now listening on: ";

    /// <summary>To start, on a machine that has much else to do.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process process;
    readonly StringBuilder output = new();
    readonly List<(string Words, TaskCompletionSource Heard)> awaited = [];
    TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    ServerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => address.Task.Result;

    /// <summary>Where it listens when it begins anew in the same process. Ask before it does.</summary>
    public Task<Uri> NextAddress()
    {
        address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return address.Task.WaitAsync(Patience);
    }

    /// <summary>Starts the server on a port that it finds itself, and waits until it says which; from then on it is ready.</summary>
    /// <exception cref="InvalidOperationException">It did not start, or is not ready; the message is what it said.</exception>
    public static async Task<ServerProcess> StartAsync(string storage, string workflows)
    {
        var server = Begin(storage, workflows);
        try
        {
            await Task.WhenAny(server.address.Task, server.process.WaitForExitAsync()).WaitAsync(Patience);
            server.address.Task.IsCompleted.ShouldBeTrue("it ended before it listened");
            using var client = new HttpClient { BaseAddress = server.Address, Timeout = Patience };
            await UntilReadyAsync(client);
            return server;
        }
        catch (Exception reason)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start: {reason.Message}\n{server.Output}", reason);
        }
    }

    /// <summary>
    /// Asks until it is ready, as a balancer does: it says no as well when a database does not answer within a few seconds, and on a
    /// machine that has much else to do the first question may take longer.
    /// </summary>
    public static async Task UntilReadyAsync(HttpClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var said = ""; ;)
        {
            patience.IsCancellationRequested.ShouldBeFalse($"it is not ready: {said}");
            try
            {
                using var answer = await client.GetAsync("/health/ready", patience.Token);
                if (answer.IsSuccessStatusCode)
                    return;
                said = await answer.Content.ReadAsStringAsync();
            }
            catch (Exception reason) when (reason is HttpRequestException or OperationCanceledException)
            {
                said = reason.Message;
            }
        }
    }

    /// <summary>Starts the server without waiting for anything.</summary>
    /// <param name="url">Where it listens; at a port that it finds itself, unless it is to be found before it has started.</param>
    public static ServerProcess Begin(string storage, string workflows, string url = "http://127.0.0.1:0") =>
        new(Launch(storage, workflows, ["--urls", url, "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"]));

    /// <summary>Waits until it says this.</summary>
    public Task SaidAsync(string words)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (output)
        {
            if (output.ToString().Contains(words, StringComparison.Ordinal))
                return Task.CompletedTask;
            awaited.Add((words, heard));
        }
        return heard.Task.WaitAsync(Patience);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await EndedAsync();
    }

    /// <summary>It does nothing any more, and does not know it.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {process.Id}"]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }

    /// <summary>Runs one of the program's commands to its end.</summary>
    public static async Task<(int ExitCode, string Output)> CommandAsync(string storage, string workflows, params string[] arguments)
    {
        using var process = Launch(storage, workflows, arguments);
        var (standard, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await standard + await error);
    }

    /// <summary>From now on the server cannot write past so many bytes of any file, as on a disk that fails.</summary>
    /// <param name="bytes">A number, or <c>unlimited</c>.</param>
    /// <exception cref="InvalidOperationException">The machine has no prlimit, or it refused.</exception>
    public async Task LimitFilesAsync(string bytes)
    {
        const string Tool = "/usr/bin/prlimit";
        if (!File.Exists(Tool))
            throw new InvalidOperationException("This test needs prlimit: apt-get install util-linux");
        using var prlimit = Process.Start(new ProcessStartInfo(Tool, [$"--pid={process.Id}", $"--fsize={bytes}:"]) { RedirectStandardError = true })!;
        var said = await prlimit.StandardError.ReadToEndAsync();
        await prlimit.WaitForExitAsync();
        if (prlimit.ExitCode != 0)
            throw new InvalidOperationException("prlimit: " + said);
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
        // A write past the limit of LimitFilesAsync is to fail, and not to end the program.
        var start = new ProcessStartInfo("sh", ["-c", "trap '' XFSZ; exec dotnet \"$@\"", "server", Program, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["Kanteling__Storage"] = storage;
        if (storage.Contains("Host=", StringComparison.Ordinal))
        {
            start.Environment["Kanteling__Sleutels__0"] = PostgresCluster.Key;
            start.Environment["Kanteling__Wislijst"] = PostgresCluster.Options(storage).ErasureList;
        }
        start.Environment["Kanteling__Workflows"] = workflows;
        start.Environment["Kanteling__Demo"] = "true";
        start.Environment["Kanteling__Verzoeken__PerSeconde"] = "0";
        start.Environment["Kanteling__DemoCases"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start) ?? throw new InvalidOperationException("The server could not be started.");
    }

    void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
        {
            output.AppendLine(line);
            foreach (var (_, heard) in awaited.Where(a => line.Contains(a.Words, StringComparison.Ordinal)))
                heard.TrySetResult();
        }
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
