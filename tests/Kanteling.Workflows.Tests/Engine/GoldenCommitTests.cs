using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Tests.House;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>
/// What was stored once must be read for fifteen years. One file per event and number, each a body as it was written, with
/// its slots. A file here is never changed: a new shape is a new number, an upgrader and a new file.
/// </summary>
public partial class GoldenCommitTests
{
    const string Folder = "tests/Kanteling.Workflows.Tests/Engine/golden";
    static readonly EventCodec Codec = new(TestDomain.Domain.Codec);

    public static TheoryData<string> Names => [.. EventNames.All.Select(e => $"{e.Name}-{e.Number}")];

    [Theory, MemberData(nameof(Names))]
    public void A_stored_body_still_reads_to_the_same_values(string name) =>
        Inline(Codec.Read(Stored(name))).ShouldBe(Inline(Samples(name)));

    [Theory, MemberData(nameof(Names))]
    public void Writing_gives_the_same_bytes_apart_from_the_salts(string name)
    {
        var golden = Stored(name);
        var (body, slots) = Codec.Write(Samples(name));
        Unsalted(Packing.Unpack(body)).ShouldBe(Unsalted(golden.Body));
        SlotCodec.Read(slots).Select(s => (s.Dossier, s.Kind, Text(s))).ShouldBe(SlotCodec.Read(golden.Slots).Select(s => (s.Dossier, s.Kind, Text(s))));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_body_proves_its_slots(string name)
    {
        var golden = Stored(name);
        var hashes = Hash().Matches(Encoding.UTF8.GetString(golden.Body.Span)).Select(m => m.Groups[1].Value);
        hashes.ShouldBe(SlotCodec.Read(golden.Slots).Select(s => Convert.ToBase64String(Slot.HashOf(s.Salt.AsSpan(), s.Bytes!.Value.AsSpan()))));
    }

    [Fact]
    public void Every_event_of_the_engine_has_a_sample_and_no_file_is_left_over()
    {
        GoldenSamples.All.Select(e => e.GetType()).Distinct().ShouldBe(EventNames.All.Select(e => e.Type), ignoreOrder: true);
        var files = WorkingCopy.Files(Folder).Select(f => Path.GetFileNameWithoutExtension(f));
        files.Where(f => EventNames.All.All(e => e.Name != f[..f.LastIndexOf('-')])).ShouldBeEmpty();
    }

    /// <summary>A change of the applier that alters what an old stream means shows here, also when every event still reads as it did.</summary>
    [Fact]
    public void Every_stored_event_folds_to_the_state_that_it_always_did()
    {
        var snapshots = new SnapshotCodec(TestDomain.Domain, Codec);
        var running = Applier.Commit(Case.Empty(new("s1"), TestDomain.Domain.Empty), Codec.Read(Stored("InstanceRestored-1")), At, TestDomain.Domain.Apply);
        var folded = new JsonObject(EventNames.All.Select(e => $"{e.Name}-{e.Number}").Order(StringComparer.Ordinal).Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonObject(
            Parts(snapshots, Applier.Commit(running, Codec.Read(Stored(name)), At, TestDomain.Domain.Apply))))));
        var text = folded.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        var beside = Path.Combine(AppContext.BaseDirectory, "folded.json");
        File.WriteAllText(beside, text);
        WorkingCopy.Read("tests/Kanteling.Workflows.Tests/Engine/folded.json").ShouldBe(text, $"what an event of an old stream means has changed; see {beside}");
    }

    /// <summary>What stands in a snapshot after its formats.</summary>
    static IEnumerable<KeyValuePair<string, JsonNode?>> Parts(SnapshotCodec snapshots, Case c) =>
        ((JsonObject)JsonNode.Parse(Packing.Unpack(snapshots.All(c)[SnapshotCodec.Part].Bytes).Span)!).Where(p => p.Key is not ("format" or "from")).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()));

    static readonly DateTimeOffset At = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void An_event_of_the_engine_with_an_older_number_is_upgraded_on_reading()
    {
        var later = EventNames.All.Replace(EventNames.All.Single(e => e.Type == typeof(CalendarChanged)), new EventName("CalendarChanged", 3, typeof(CalendarChanged)));
        var upgraders = EventNames.Upgraders
            .Add(("CalendarChanged", 1), json => new JsonObject { ["version"] = json["calendar"]?.DeepClone() }).Add(("CalendarChanged", 2), json => new JsonObject { ["calendar"] = $"{json["version"]}, upgraded" });
        var codec = new EventCodec(later, upgraders, TestDomain.Domain.Codec);
        codec.Read(Stored("CalendarChanged-1")).ShouldBe([new CalendarChanged("2027-1, upgraded")]);
        Should.Throw<UnknownEventException>(() => new EventCodec(later, EventNames.Upgraders, TestDomain.Domain.Codec).Read(Stored("CalendarChanged-1"))).EventName.ShouldBe("CalendarChanged/1");
    }

    [Fact]
    public void A_word_that_a_later_version_added_to_a_list_is_an_event_that_this_program_does_not_know()
    {
        var stored = Stored("IncidentResolved-1");
        var later = Encoding.UTF8.GetString(stored.Body.Span).Replace("\"Skip\"", "\"HandOver\"", StringComparison.Ordinal);
        later.ShouldContain("HandOver");
        Should.Throw<UnknownEventException>(() => Codec.Read(stored with { Body = Encoding.UTF8.GetBytes(later) })).EventName.ShouldBe("IncidentResolved/1");
    }

    [Fact]
    public void A_snapshot_with_such_a_word_is_left_for_the_stream_itself()
    {
        var snapshots = new SnapshotCodec(TestDomain.Domain, Codec);
        var c = Applier.Commit(Case.Empty(new("s1"), TestDomain.Domain.Empty), Codec.Read(Stored("InstanceRestored-1")), At, TestDomain.Domain.Apply);
        var stored = new StoredStream(new StreamHead(new("s1"), "test", c.Version, default), snapshots.All(c).ToImmutableDictionary());
        snapshots.Read(stored).ShouldNotBeNull();
        snapshots.Read(stored with { Parts = stored.Parts.SetItem("case", stored.Parts["case"] with { Bytes = """{"format":1,"from":[],"head":{"nextId":"later"}}"""u8.ToArray() }) }).ShouldBeNull();
    }

    [Fact]
    public void What_a_step_is_resumed_with_reads_back_from_an_incident()
    {
        var stimuli = Codec.Read(Stored("IncidentRaised-1")).OfType<IncidentRaised>().Where(e => e.Pending.Kind == PendingKind.Resume).Select(e => e.Pending.Stimulus).OfType<Content>().Select(Stimulus.From).ToList();
        stimuli.Select(s => s.GetType()).ShouldBe([typeof(TaskDone), typeof(DeadlineDue), typeof(EventCame), typeof(ReplyCame), typeof(ChildEnded), typeof(ConditionTrue), typeof(ChildCompleted), typeof(VersionMoved)]);
        stimuli.OfType<TaskDone>().Single().Answers["x"]!.ToString().ShouldBe("é");
    }

    [Fact]
    public void An_emptied_slot_reads_as_erased_and_the_body_stays()
    {
        var golden = Stored("TaskCompleted-1");
        var erased = golden with { Slots = SlotCodec.Erase(golden.Slots, new HashSet<int> { 0 }) };
        var answers = Codec.Read(erased).OfType<TaskCompleted>().Single().Answers;
        (answers.IsErased, answers.Dossier, answers.Value).ShouldBe((true, new("d1"), null));
    }

    static ImmutableArray<WorkflowEvent> Samples(string name) => [.. GoldenSamples.All.Where(e => e.GetType().Name == name[..name.LastIndexOf('-')])];

    static StoredCommit Stored(string name)
    {
        using var file = JsonDocument.Parse(WorkingCopy.Read($"{Folder}/{name}.json"));
        var slots = file.RootElement.GetProperty("slots").EnumerateArray().Select(s => new Slot(
            s.TryGetProperty("dossier", out var dossier) ? new DossierId(dossier.GetString()!) : (DossierId?)null, s.GetProperty("kind").GetString()!,
            [.. s.GetProperty("salt").GetBytesFromBase64()], [.. Encoding.UTF8.GetBytes(s.GetProperty("text").GetString()!)])).ToList();
        return new StoredCommit(new("s1"), 1, 1, default, new("c1"), new("user:anna"), default, Encoding.UTF8.GetBytes(file.RootElement.GetProperty("body").GetRawText()), SlotCodec.Write(slots), default);
    }

    static string Inline(ImmutableArray<WorkflowEvent> events) => string.Join("\n", events.Select(e => JsonSerializer.Serialize(e, e.GetType(), Codec.Options)));

    static string Unsalted(ReadOnlyMemory<byte> body) => Hash().Replace(Encoding.UTF8.GetString(body.Span), "\"hash\":\"…\"");

    static string? Text(Slot slot) => slot.Bytes is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : null;

    [GeneratedRegex("(?<=\"\\$slot\":[0-9]+,)\"hash\":\"([A-Za-z0-9+/]{43}=)\"")]
    private static partial Regex Hash();
}
