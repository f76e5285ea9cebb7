using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Text;
using Kanteling.Workflows.App.Tests.Fixtures;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>The program as it was built, as a process of its own, with the environment that a test gives it and nothing of this one.</summary>
sealed partial class PlacedServer : IAsyncDisposable
{
    const string Listening = "Now listening on: ";
    const string Name = "Kanteling.Workflows.Web";

    /// <summary>To start, on a machine that has much else to do.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    readonly Process process;
    readonly StringBuilder output = new();
    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    PlacedServer(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Flows.Flows.Folder.Pad, "..", "src", Name));

    /// <summary>The program, of the same configuration as these tests.</summary>
    public static string Program { get; } = Path.Combine(Folder, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name, Name + ".dll");

    public Uri Address => address.Task.Result;

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>On a port that it finds itself, with the people of the demonstration.</summary>
    public static Task<PlacedServer> StartAsync(string storage, params (string Name, string? Value)[] environment) => StartAsync([], ["--urls", "http://127.0.0.1:0"], Demo(storage, environment));

    public static (string Name, string? Value)[] Demo(string storage, params (string Name, string? Value)[] environment) =>
        [("ASPNETCORE_ENVIRONMENT", "Development"), ("Kanteling__Storage", storage), ("Kanteling__DemoCases", "false"), .. environment];

    /// <param name="wrapper">What runs it, for instance in a namespace; nothing runs it as it is.</param>
    /// <param name="arguments">Of the program.</param>
    /// <param name="environment">All of it, besides where the machine finds its programs; a null takes one away.</param>
    /// <exception cref="InvalidOperationException">It did not come to listen; the message is what it said.</exception>
    public static Task<PlacedServer> StartAsync(string[] wrapper, string[] arguments, params (string Name, string? Value)[] environment) =>
        StartAsync(Program, Folder, wrapper, arguments, environment);

    /// <param name="program">The program as it was built or published.</param>
    /// <param name="from">The folder that it is started from.</param>
    /// <exception cref="InvalidOperationException">It did not come to listen; the message is what it said.</exception>
    public static async Task<PlacedServer> StartAsync(string program, string from, string[] wrapper, string[] arguments, params (string Name, string? Value)[] environment)
    {
        var server = Begin(program, from, wrapper, arguments, environment);
        try
        {
            await Task.WhenAny(server.address.Task, server.process.WaitForExitAsync()).WaitAsync(Patience);
            server.address.Task.IsCompleted.ShouldBeTrue("it ended before it listened");
            return server;
        }
        catch (Exception reason)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException($"The server did not start: {reason.Message}\n{server.Output}", reason);
        }
    }

    /// <summary>The program, or a command of it, until it ends by itself.</summary>
    public static async Task<(int Code, string Said)> EndsAsync(string from, string[] wrapper, string[] arguments, params (string Name, string? Value)[] environment)
    {
        await using var ending = Begin(Program, from, wrapper, arguments, environment);
        await Task.WhenAny(ending.process.WaitForExitAsync(), ending.address.Task).WaitAsync(Patience);
        ending.address.Task.IsCompleted.ShouldBeFalse($"it listens: {ending.Output}");
        await ending.process.WaitForExitAsync();
        return (ending.process.ExitCode, ending.Output);
    }

    static PlacedServer Begin(string program, string from, string[] wrapper, string[] arguments, (string Name, string? Value)[] environment)
    {
        string[] command = [.. wrapper, "dotnet", program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = from };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        foreach (var (name, value) in environment.Where(e => e.Value is not null))
            start.Environment[name] = value;
        return new PlacedServer(Process.Start(start)!);
    }

    /// <summary>Without cookies of its own.</summary>
    public HttpClient Bare() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = Patience };

    /// <summary>Somebody of the demonstration, signed in.</summary>
    public async Task<HttpClient> AsAsync(string name)
    {
        var client = new CookieJar().At(Address, Patience);
        (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = name, wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>As the operating system asks it.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (ListeningOn().Match(line) is { Success: true } at)
            address.TrySetResult(new Uri(at.Groups[1].Value.Replace("[::]", "127.0.0.1").Replace("0.0.0.0", "127.0.0.1")));
    }

    [GeneratedRegex(Listening + @"(\S+)")]
    private static partial Regex ListeningOn();
}

/// <summary>Pages as a browser without cookies of its own reads and sends them.</summary>
static partial class Forms
{
    public static string CookieOf(this HttpResponseMessage answer) => string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]) : []);

    public static string Proof(string page) => Token().Match(page).Groups[1].Value;

    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, string path, string cookie)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, string cookie, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("Cookie", cookie);
        return client.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
