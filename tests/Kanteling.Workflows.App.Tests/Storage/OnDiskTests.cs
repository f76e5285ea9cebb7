using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>
/// What a household costs on disk that waits with 5 KB of content: rows, indexes, half-filled pages and all. The content is words of the
/// flows' own pages, drawn by how often they stand there: no sentence comes twice, so it is harder to pack than what people write.
/// </summary>
public sealed partial class OnDiskTests : IDisposable
{
    const int Households = 300;
    const int Content = 5_000;
    const int Promised = 8 * 1024;

    static readonly string[] Words = [.. Directory.EnumerateFiles(Flows.Flows.Folder.Pad, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(m => m.Value))];

    readonly TempFolder folder = new();

    string Database => folder.File("kanteling.db");

    [Fact]
    public async Task With_an_empty_domain_at_most_8_KB()
    {
        var flow = Flow.Document("flow", Flow.Step("Elsa.RunTask", "a", ("taskName", "Een")));
        (await PerHouseholdAsync(
            storage => new WorkflowEngine(storage.Store, new EngineParts(Agenda.Domain, Agenda.Kinds()), () => Sample.Now),
            engine => DoAsync(engine, Streams.OfDefinition(new("flow")).Text, new PublishDefinition(flow)),
            text => new StartInstance(new("flow"), new JsonObject { ["vraag"] = text }))).ShouldBeLessThanOrEqualTo(Promised);
    }

    [Fact]
    public async Task With_the_real_toegang_at_most_8_KB_when_the_melding_is_in()
    {
        var melding = Flows.Flows.Folder.Scenario("toegang", "netwerk-genoeg");
        (await PerHouseholdAsync(
            storage => Flows.Flows.Opstelling.Motor(storage.Store, () => melding.Start),
            engine => Flows.Flows.Folder.PubliceerAsync(engine),
            text => new StartInstance(new("toegang"), Told(melding.Invoer, text), new("d1")))).ShouldBeLessThanOrEqualTo(Promised);
    }

    static JsonObject Told(JsonObject melding, string text)
    {
        var told = (JsonObject)melding.DeepClone();
        told["vraag"] = text;
        return told;
    }

    async Task<long> PerHouseholdAsync(Func<OpenStorage, WorkflowEngine> engineOn, Func<WorkflowEngine, Task> publish, Func<string, Command> start)
    {
        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database) with { IsDurable = false }))
            await publish(engineOn(storage));
        var without = new FileInfo(Database).Length;
        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(Database) with { IsDurable = false }))
        {
            var engine = engineOn(storage);
            await Parallel.ForEachAsync(Enumerable.Range(1, Households), async (n, _) => await DoAsync(engine, $"{n:x26}", start(Text(n))));
        }
        return (new FileInfo(Database).Length - without) / Households;
    }

    static async Task DoAsync(WorkflowEngine engine, string stream, Command command) =>
        (await engine.ExecuteAsync(new(stream), "huishouden", command, Asking.Person(new("anna"), stream))).ShouldBeOfType<Answer.Done>();

    static string Text(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        while (text.Length < Content)
            text.Append(Words[random.Next(Words.Length)]).Append(' ');
        return text.ToString(0, Content);
    }

    [GeneratedRegex("[A-Za-zÀ-ÿ'-]+[.,;:]?")]
    private static partial Regex Word();

    public void Dispose() => folder.Dispose();
}
