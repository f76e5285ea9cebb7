using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.App.Tests.Versions;

/// <summary>
/// A handful of made-up households in a database, up to one moment: some run, of one the six weeks passed, one waits in an incident, one
/// was erased, one runs on an earlier version of its flow, one is done. Under a fixed clock and a fixed key; only nonces and salts are
/// different every time.
/// </summary>
sealed class KeptHouseholds(OpenStorage storage)
{
    /// <summary>The moment at which a database was left.</summary>
    public static readonly DateTimeOffset Left = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    static readonly DateTimeOffset Published = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What they need of the flows. Wijziging is not there: where six weeks pass, the date waits in an incident.</summary>
    static readonly string[] Flows = ["afschaling", "besluit", "evaluatie", "spoed", "taak", "toegang"];

    const string Erased = "gewist";

    /// <summary>Stream, and the scenario that it lived through.</summary>
    static readonly (string Stream, string Flow, string Scenario)[] Households =
    [
        ("loopt", "toegang", "netwerk-genoeg"), (Erased, "demo", "02-el-amrani"), ("incident", "demo", "01-jansen-de-boer"), ("eerder", "demo", "08-scholten"),
        ("termijn", "toegang", "zes-weken-om"), ("klaar", "toegang", "inwoner-wil-geen-melding"),
    ];

    DateTimeOffset now = Left;

    public async Task FillAsync(string folder)
    {
        await AddPeopleAsync();
        now = Published;
        await ImportAsync(folder);
        foreach (var (stream, flow, scenario) in Households)
            await new Scenariospeler(App.Tests.Flows.Flows.Opstelling, storage.Store, koud: true).SpeelAsync(App.Tests.Flows.Flows.Folder.Scenario(flow, scenario), new(stream));
        now = Left;
        foreach (var (stream, _, _) in Households)
            await PassAsync(stream, Left);
        await EraseAsync();
        while ((await storage.Projections.LagAsync())[0].Behind > 0)
            await storage.Projections.RunAsync();
    }

    /// <summary>The engine of the program as it is today, with the rows of this database.</summary>
    WorkflowEngine Engine() => Motor.Maak(storage, () => now, new Registerrijen(storage).LaadAsync);

    /// <summary>What today's program makes of every household: its state, and what is known of it outside the domain.</summary>
    public async Task<JsonObject> StateAsync()
    {
        var (engine, all) = (Engine(), new JsonObject());
        foreach (var (stream, _, _) in Households)
        {
            var c = (await engine.ReadAsync(new(stream)))!;
            JsonNode? Json<T>(T value) => JsonSerializer.SerializeToNode(value, engine.Codec.Options);
            all[stream] = new JsonObject
            {
                ["version"] = c.Version, ["nextId"] = c.NextId, ["lastAt"] = Json(c.LastAt), ["domain"] = Json((Huishouden)c.Domain), ["instances"] = Json(c.Instances),
                ["terms"] = Json(c.Terms), ["messages"] = Json(c.Messages), ["incidents"] = Json(c.Incidents), ["passedOver"] = Json(c.PassedOver),
            };
        }
        return all;
    }

    /// <summary>Of every household one open task, with an outcome and answers that its step accepts.</summary>
    public async Task<JsonArray> NextAsync()
    {
        now = Left.AddHours(1);
        var (engine, next) = (Engine(), new JsonArray());
        foreach (var (stream, _, _) in Households)
        {
            var c = (await engine.ReadAsync(new(stream)))!;
            foreach (var (task, outcome) in c.OpenTasks.SelectMany(t => t.Outcomes.Select(o => (string?)o.Port).DefaultIfEmpty().Select(o => (t, o))))
            {
                var answers = new Voorbeeldantwoorden(App.Tests.Flows.Flows.Opstelling, new Taakvraag(c, task, outcome), now).Vul([]);
                if (!(await engine.ForeseeAsync(new(stream), new CompleteTask(task.Id, task.Version, outcome, answers), Asking.Person(new("anna"), "x"))).IsEmpty)
                    continue;
                next.Add(new JsonObject { ["stream"] = stream, ["task"] = task.Id.Number, ["version"] = task.Version, ["outcome"] = outcome, ["answers"] = answers });
                break;
            }
        }
        return next;
    }

    /// <summary>Does what was noted, and lets the first deadline that there is then pass, with all that is due with it. Gives how many passed.</summary>
    public async Task<int> GoOnAsync(JsonArray next)
    {
        now = Left.AddHours(1);
        foreach (var step in next)
        {
            var command = new CompleteTask(new TaskId((long)step!["task"]!), (int)step["version"]!, (string?)step["outcome"], step["answers"]!.DeepClone().AsObject());
            (await Engine().ExecuteAsync(new((string)step["stream"]!), "case", command, Asking.Person(new("anna"), $"next-{step["stream"]}"))).ShouldBeOfType<Answer.Done>($"{step["stream"]}: {step["task"]}");
        }
        var dates = new List<DateTimeOffset>();
        foreach (var (stream, _, _) in Households)
            dates.AddRange((await Engine().ReadAsync(new(stream)))!.PendingDeadlines.Select(d => d.DueAt));
        var passed = 0;
        foreach (var (stream, _, _) in Households)
            passed += await PassAsync(stream, dates.Min());
        while ((await storage.Projections.LagAsync())[0].Behind > 0)
            await storage.Projections.RunAsync();
        return passed;
    }

    /// <summary>What <c>verifieer</c> says, at the moment that this database is at.</summary>
    public async Task<List<string>> DoubtsAsync()
    {
        var (engine, doubts) = (Engine(), new List<string>());
        await foreach (var head in storage.Store.StreamsAsync(default))
            doubts.AddRange((await engine.Verification.RunAsync(head.Stream, now)).Select(d => $"{d.Stream}: {d.Code} {string.Join(' ', d.Arguments)}"));
        doubts.AddRange((await storage.Projections.DoubtsAsync()).Select(name => "projection " + name));
        return doubts;
    }

    async Task<int> PassAsync(string stream, DateTimeOffset until)
    {
        for (var passed = 0; ; passed++)
        {
            if ((await Engine().ReadAsync(new(stream)))!.PendingDeadlines.Where(d => d.DueAt <= until).OrderBy(d => d.DueAt).ThenBy(d => d.Id).FirstOrDefault() is not { } due)
                return passed;
            now = due.DueAt > now ? due.DueAt : now;
            (await Engine().ExecuteAsync(new(stream), "case", new PassDeadline(due.Id, due.DueAt), Asking.Timer($"{stream}:{due.Id}:{due.DueAt.UtcTicks}"))).ShouldBeOfType<Answer.Done>($"{stream}: {due.Key}");
        }
    }

    async Task AddPeopleAsync()
    {
        await storage.Teams.AddMissingAsync([new Team { Id = new("wijkteam-noord"), Name = "Wijkteam Noord", Wijk = "Noord" }], new("kept"), Published);
        foreach (var name in (string[])["anna", "consulent", "teammanager"])
            await storage.Users.AddAsync(new User { Id = new(name), LoginName = name, DisplayName = name, Roles = ["consulent"], Team = new("wijkteam-noord") }, new("kept"), Published);
    }

    /// <summary>As the first start of the program does, from a folder with less in it; the earlier versions first.</summary>
    async Task ImportAsync(string folder)
    {
        var source = App.Tests.Flows.Flows.Folder;
        foreach (var part in Flows.Concat(["formulieren", "brieven", "leidraden"]))
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
            foreach (var file in Directory.GetFiles(Path.Combine(source.Pad, part), "*.json"))
                File.Copy(file, Path.Combine(folder, part, Path.GetFileName(file)));
        }
        var import = new Werkstroominvoer(Engine(), storage, new Zaaktijd(() => now, () => now));
        var report = await import.DocumentenAsync(folder);
        report.Voeg(await import.EerderAsync(folder, source.Eerder()));
        report.Voeg(await import.MapAsync(folder));
        await import.RegisterAsync(Registerrijen.SocialeKaartSleutel, Path.Combine(source.Pad, "proef", Registerrijen.SocialeKaartSleutel + ".json"), report);
        report.Geweigerd.ShouldBeEmpty();
    }

    /// <summary>All that was said about one household.</summary>
    async Task EraseAsync()
    {
        var slots = ImmutableArray.CreateBuilder<SlotAddress>();
        await foreach (var commit in storage.Store.HistoryAsync(new(Erased), 1, default))
            slots.AddRange(SlotCodec.Read(commit.Slots).Select((_, n) => new SlotAddress(commit.Version, n)));
        (await Engine().EraseAsync(new(Erased), slots.ToImmutable(), "WMO_5_3_5", Asking.Person(new("anna"), "wis"))).ShouldBeOfType<Answer.Done>();
    }
}
