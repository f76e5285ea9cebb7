using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>The flows of the working copy, and every scenario by name.</summary>
static class Flows
{
    public static readonly Stroommap Folder = Find();

    public static readonly Proefopstelling Opstelling = Proefopstelling.Van(Folder);

    public static readonly ActivityCatalogue Catalogue = new Decider(new EngineParts(Opstelling.Domein, Opstelling.Soorten)).Catalogue;

    public static TheoryData<string> All() => [.. Folder.Stromen()];

    /// <summary>All flows, and the households of the demo gemeente.</summary>
    public static IEnumerable<string> Told => [.. Folder.Stromen(), Stroommap.Demo];

    public static TheoryData<string, string> Scenarios()
    {
        var data = new TheoryData<string, string>();
        foreach (var flow in Told)
        {
            foreach (var scenario in Folder.Scenarios(flow))
                data.Add(flow, scenario);
        }
        return data;
    }

    /// <summary>A scenario played on a store in which the flows were published; the sentences about what differs.</summary>
    /// <param name="opstelling">What the registers say; null for what the bench makes up.</param>
    public static async Task<Scenarioverslag> PlayAsync(IWorkflowStore store, string flow, string scenario, Proefopstelling? opstelling = null) =>
        await new Scenariospeler(opstelling ?? Opstelling, store, koud: true).SpeelAsync(Folder.Scenario(flow, scenario), new($"{flow}-{scenario}"));

    public static async Task<MemoryStore> PublishedAsync()
    {
        var store = new MemoryStore();
        await PublishAsync(store);
        return store;
    }

    public static Task PublishAsync(IWorkflowStore store) =>
        Folder.PubliceerAsync(Opstelling.Motor(store, () => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    // The working copy, not the copy beside the tests: pictures and pages are only there.
    static Stroommap Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Kanteling.Workflows.sln")))
                return new Stroommap(Path.Combine(at.FullName, "workflows"));
        }
        throw new DirectoryNotFoundException("No working copy.");
    }
}
