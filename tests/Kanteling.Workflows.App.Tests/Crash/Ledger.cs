using System.Collections.Concurrent;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>What the clients were told, kept outside the server: the truth that it is held to.</summary>
sealed class Ledger
{
    readonly SemaphoreSlim answers = new(0);

    /// <summary>Acknowledged meldingen: key of the request to the household.</summary>
    public ConcurrentDictionary<string, string> Meldingen { get; } = new(StringComparer.Ordinal);

    /// <summary>Acknowledged completions: key of the request to the task.</summary>
    public ConcurrentDictionary<string, string> Completions { get; } = new(StringComparer.Ordinal);

    /// <summary>Completions for which somebody else was first: key of the request to the task.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests of which nobody knows what became: they are sent again, with the same key, after the next start.</summary>
    public ConcurrentQueue<Request> Unsettled { get; } = new();

    /// <summary>Answers that should not exist, whatever happens to the server.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>How each client noticed that the server was gone.</summary>
    public ConcurrentQueue<string> Gone { get; } = new();

    /// <summary>Called at every answer that arrived whole.</summary>
    public void Answered() => answers.Release();

    /// <summary>Ends after so many more answers.</summary>
    public async Task AnswersAsync(int count)
    {
        while (answers.CurrentCount > 0)
            await answers.WaitAsync();
        for (var n = 0; n < count; n++)
            await answers.WaitAsync();
    }

    public override string ToString() =>
        $"{Meldingen.Count} meldingen and {Completions.Count} completions were acknowledged, {Refused.Count} were refused, {Unsettled.Count} requests are unsettled.\n"
        + $"Wrong: {string.Join('\n', Wrong)}\nLast gone: {string.Join('\n', Gone.TakeLast(8))}";
}

/// <param name="Task">The task that it completes, or null for a melding.</param>
/// <param name="Version">The version of the task that the client saw.</param>
sealed record Request(string Key, string? Task, string? Version);
