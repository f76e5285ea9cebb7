using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>The real flow <c>toegang</c> with its forms, terms and household, on any store.</summary>
sealed class Toegang
{
    /// <summary>How many commands a household has had when it waits for its personal plan.</summary>
    public const int Steps = 4;

    static readonly Stroommap Folder = Stroommap.Vind();
    static readonly Scenario Example = Folder.Scenario("toegang", "netwerk-genoeg");

    readonly WorkflowEngine engine;

    Toegang(IWorkflowStore store) => engine = Proefopstelling.Van(Folder).Motor(store, () => Example.Start);

    public static async Task<Toegang> OnAsync(IWorkflowStore store)
    {
        var toegang = new Toegang(store);
        await Folder.PubliceerAsync(toegang.engine);
        return toegang;
    }

    /// <summary>A household that somebody told of, so far in the flow.</summary>
    /// <param name="content">How many characters people wrote about it.</param>
    public async Task BeginAsync(int number, int content, int steps)
    {
        var stream = $"{number:x26}";
        var input = (JsonObject)Example.Invoer.DeepClone();
        // Nine tenths in what was asked, the rest in what a colleague wrote beside it.
        input["vraag"] = DutchWords.Text(number, content - content / 10);
        var task = Next(await DoAsync(stream, new StartInstance("toegang", input, Dossier: new($"{number:x24}d1"))));
        var day = LocalTime.DayOf(Example.Start).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (string? Outcome, JsonObject Answers)[] answers =
        [
            ("Onderzoek", new() { ["toelichting"] = DutchWords.Text(-number, content / 10) }),
            (null, new() { ["behandelaar"] = "anna", ["kanaal"] = "post", ["verzondenOp"] = day }),
            ("Afspraak", new() { ["clientondersteuningInwoner"] = "wil", ["clientondersteuningMantelzorger"] = "later", ["afspraakDag"] = "2026-03-16", ["afspraakTijd"] = "10:30", ["plaats"] = "thuis", ["met"] = "haar dochter" }),
        ];
        foreach (var (outcome, filled) in answers.Take(steps - 1))
            task = Next(await DoAsync(stream, new CompleteTask(task.Id, task.Version, outcome, filled)));
    }

    async Task<Answer.Done> DoAsync(string stream, Command command) =>
        Bench.Done(await engine.ExecuteAsync(new(stream), "huishouden", command, Bench.Ask()));

    static WorkTask Next(Answer.Done done) => done.Events.OfType<TaskOpened>().Last().Task;
}
