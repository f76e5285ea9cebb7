using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>
/// Format 1 of what stands around the events: the hash of a commit, its slots, its id and its seal. The figures here were
/// computed by another program (Python) from what DECISIONS says of the format; they are never changed, only added to.
/// </summary>
public class EnvelopeTests
{
    static readonly StoredCommit Sample = new(
        new("h1"), 3, 1, Enumerable.Range(0, 16).Select(n => (byte)n).ToArray(), new("c0ffee"), new("user:anna"), new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero),
        """[{"e":"TaskAssigned","n":1,"d":{"task":4}}]"""u8.ToArray(), default, default);

    static string HashOf(StoredCommit commit) => Convert.ToHexStringLower(CommitCodec.HashOf(CommitCodec.NoHash.AsSpan(), commit));

    [Fact]
    public void The_hash_of_a_commit_is_what_it_always_was() =>
        HashOf(Sample).ShouldBe("01bebebdbdd234ada16149f0900bdf44a90ec6ec00854e7303c09d408693a4dc");

    [Fact]
    public void Everything_in_a_commit_is_hashed_but_its_slots_and_its_seal()
    {
        var changed = new (string What, StoredCommit Commit)[]
        {
            ("stream", Sample with { Stream = new("h2") }), ("version", Sample with { Version = 4 }), ("format", Sample with { Format = 2 }), ("nonce", Sample with { Nonce = new byte[16] }),
            ("command", Sample with { CommandId = new("c0ffef") }), ("actor", Sample with { Actor = new("user:bram") }), ("moment", Sample with { At = Sample.At.AddTicks(1) }), ("body", Sample with { Body = "[]"u8.ToArray() }),
        };
        foreach (var (what, commit) in changed)
            HashOf(commit).ShouldNotBe(HashOf(Sample), what);
        Convert.ToHexStringLower(CommitCodec.HashOf(new byte[] { 1 }, Sample)).ShouldNotBe(HashOf(Sample), "the commit before it");
        HashOf(Sample with { Slots = new byte[] { 1 }, Seal = new byte[] { 1 } }).ShouldBe(HashOf(Sample));
        HashOf(Sample.Destroyed("RETENTION_OVER")).ShouldBe(HashOf(Sample), "a tombstone stands in the same chain");
        HashOf(Sample with { Tombstone = new Tombstone(new byte[32], "RETENTION_OVER") }).ShouldNotBe(HashOf(Sample), "what the tombstone says of the body");
        typeof(StoredCommit).GetProperties().Length.ShouldBe(changed.Length + 6, "a new part of a commit is hashed, or named here as not hashed");
    }

    [Fact]
    public void Slots_are_written_as_they_always_were_and_an_emptied_one_keeps_neither_bytes_nor_salt()
    {
        Slot[] slots = [new(new("d1"), "answers", [.. Enumerable.Repeat((byte)7, 16)], [.. Encoding.UTF8.GetBytes("\"é\"")]), new(null, "name", [.. Enumerable.Repeat((byte)9, 16)], [.. "1"u8])];
        var stored = SlotCodec.Write(slots);
        Convert.ToHexStringLower(stored).ShouldBe("0102" + "01" + "07070707070707070707070707070707" + "01" + "09090909090909090909090909090909" + "026431" + "07616e7377657273" + "0422c3a922" + "00" + "046e616d65" + "0131");
        Convert.ToHexStringLower(SlotCodec.Erase(stored, new HashSet<int> { 0, 1 })).ShouldBe("0102" + "00" + "00" + "026431" + "07616e7377657273" + "00" + "046e616d65");
        SlotCodec.Read(SlotCodec.Erase(stored, new HashSet<int> { 0 })).ShouldSatisfyAllConditions(
            s => (s[0].Dossier, s[0].Kind, s[0].Salt.Length, s[0].Bytes).ShouldBe((new("d1"), "answers", 0, null)), s => s[1].Bytes!.Value.ShouldBe("1"u8.ToArray()));
    }

    [Fact]
    public void Ids_made_with_a_key_are_what_they_always_were_and_each_part_counts()
    {
        var key = new RingKey("k", Enumerable.Repeat((byte)1, 32).ToArray());
        var asking = Asking.Person(new("anna"), "k1");
        key.CommandId(new("h1"), asking).ShouldBe(new CommandId("677bc87cb82a4e5bdde52900b52972c0"));
        key.IdFor("huishouden", asking).ShouldBe("3ddaeeb5f263dd564793c2de41");
        key.IdFor("veiligheid-van", "h1").ShouldBe("74fc35757267108aa90585bb76");
        new[]
        {
            key.CommandId(new("h1"), asking), key.CommandId(new("h2"), asking), key.CommandId(new("h1"), asking with { Key = "k2" }), key.CommandId(new("h1"), asking with { Actor = new("user:bram") }),
            key.CommandId(new("h1"), asking with { Door = Doors.Message }), new RingKey("k", Enumerable.Repeat((byte)2, 32).ToArray()).CommandId(new("h1"), asking),
            // Where one part ends and the next begins counts too.
            key.CommandId(new("h"), asking with { Key = "1k1" }),
        }.ShouldBeUnique();
    }

    [Fact]
    public void A_seal_fits_its_own_request_however_the_fields_stood_and_no_other()
    {
        var seal = RequestSeal.Of(new CompleteTask(new(4), 1, null, new JsonObject { ["a"] = 1, ["b"] = new JsonObject { ["x"] = "é", ["y"] = null } }));
        RequestSeal.Fits(seal, new CompleteTask(new(4), 1, null, new JsonObject { ["b"] = new JsonObject { ["x"] = "é" }, ["a"] = 1 })).ShouldBeTrue();
        RequestSeal.Fits(seal, new CompleteTask(new(4), 1, null, new JsonObject { ["a"] = 2, ["b"] = new JsonObject { ["x"] = "é" } })).ShouldBeFalse();
        RequestSeal.Fits(seal, new CompleteTask(new(5), 1, null, new JsonObject { ["a"] = 1, ["b"] = new JsonObject { ["x"] = "é" } })).ShouldBeFalse();
        RequestSeal.Fits(RequestSeal.Of(new CancelInstance(new(1), "x")), new ReopenTask(new(1), "x")).ShouldBeFalse("another command with the same words");
        RequestSeal.Of(new CancelInstance(new(1), "x")).ShouldNotBe(RequestSeal.Of(new CancelInstance(new(1), "x")), "each has a salt of its own");
        RequestSeal.Fits([], new CancelInstance(new(2), "y")).ShouldBeTrue("with nothing left to compare the id alone answers");
    }

    [Fact]
    public void Every_command_has_a_name_of_its_own_and_no_name_is_left_over()
    {
        CommandNames.All.ShouldBe(typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract), ignoreOrder: true);
        CommandNames.All.Select(t => CommandNames.Of((Command)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t)).Name).ShouldBeUnique();
    }

    [Fact]
    public async Task After_thirty_days_the_key_alone_answers_and_until_then_another_request_is_refused()
    {
        var door = await new FrontDoor().Publish(new Drawing().Start().Ask("a").End().Connect("start → a → end"));
        var start = new StartInstance("flow", []);
        await door.Do("s1", start, "k");
        (await door.Refused("s1", start with { Dossier = new("d") }, "k")).Code.ShouldBe("COMMAND_ID_REUSED");
        (await door.Store.ForgetRequestsAsync(door.Now + RequestSeal.KeptFor, 10, default)).ShouldBe(2);
        (await door.Do("s1", start with { Dossier = new("d") }, "k")).IsReplay.ShouldBeTrue();
    }

    [Fact]
    public async Task What_time_and_messages_ask_has_no_seal_and_what_people_ask_has_no_key_in_it()
    {
        var door = await new FrontDoor().Publish(new Drawing().Start().Ask("a").End().Connect("start → a → end"));
        await door.Engine.ExecuteAsync(new("s1"), "test", new StartInstance("flow", []), Asking.Message("m1"));
        await door.Do("s2", new StartInstance("flow", []), "123456782");
        (await door.Commits("s1"))[0].Seal.IsEmpty.ShouldBeTrue();
        var commit = (await door.Commits("s2"))[0];
        (commit.Seal.Length, commit.Nonce.Length, commit.Format).ShouldBe((48, 16, (byte)1));
        commit.CommandId.Text.ShouldNotContain("123456782");
        (await door.Everything("s2")).ShouldNotContain("123456782");
    }

    [Fact]
    public void An_older_case_never_takes_the_place_of_a_newer_one_in_the_cache()
    {
        var cache = new CaseCache(10);
        KnownCase At(long version) => new(Case.Empty(new("s1"), new object()) with { Version = version }, CommitCodec.NoHash, LongTexts.None);
        cache.Keep(new("s1"), At(5));
        cache.Keep(new("s1"), At(4));
        cache.Find(new("s1"))!.Case.Version.ShouldBe(5);
        cache.Keep(new("s1"), At(6));
        cache.Find(new("s1"))!.Case.Version.ShouldBe(6);
    }
}
