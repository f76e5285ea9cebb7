using System.Collections.Concurrent;

namespace Kanteling.Workflows.App.Tests.Crash;

/// <summary>What the clients were told, kept outside the server: the truth that it is held to.</summary>
sealed class Ledger
{
    /// <summary>Acknowledged meldingen: key of the request to the household.</summary>
    public ConcurrentDictionary<string, string> Meldingen { get; } = new(StringComparer.Ordinal);

    /// <summary>Acknowledged completions: key of the request to the task.</summary>
    public ConcurrentDictionary<string, string> Completions { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests of which nobody knows what became: they are sent again, with the same key, after the next start.</summary>
    public ConcurrentQueue<Request> Unsettled { get; } = new();

    /// <summary>Answers that should not exist, whatever happens to the server.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();
}

/// <param name="Task">The task that it completes, or null for a melding.</param>
/// <param name="Version">The version of the task that the client saw.</param>
sealed record Request(string Key, string? Task, string? Version);
