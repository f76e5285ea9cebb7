using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>
/// How bytes are packed, and that a snapshot names a long text instead of repeating it. The packed bytes here were made by another
/// program (Brotli of Node); they are read for ever, while what this program writes may differ with a later library.
/// </summary>
public class PackingTests
{
    static readonly string Long = string.Join(' ', Enumerable.Range(0, 100).Select(n => $"woord{n}"));

    [Fact]
    public void What_another_program_packed_is_read() =>
        Encoding.UTF8.GetString(Packing.Unpack(Convert.FromHexString("f8e5011be400f88dd4518dfbd1e0dfb5a5fa423afa857870250cee0be29c30d581b9943a9c918822627db0c3aa4e7d79bdc5b0b815d4ee9494fcf28d304b96382d8fa71157e700")).Span).ShouldBe(Story);

    [Fact]
    public void Slots_that_another_program_packed_are_read()
    {
        var slots = SlotCodec.Read(Convert.FromHexString("0102" + "01" + "07070707070707070707070707070707" + "00" + "f8f8011bf700f80502baf9df143da08606b804c6d86809475c972290489ae91ddc88e51728996bfed52fa3fc58c6fdc48f87351f38eb8e33cf179ebc2b18e27821cb7175b3c0822e8e178fef155a03"));
        (slots[0].Dossier?.Text, slots[0].Kind, Encoding.UTF8.GetString(slots[0].Bytes!.Value.AsSpan())).ShouldBe(("d1", "answers", Story));
        slots[0].Salt.ShouldBe(Enumerable.Repeat((byte)7, 16));
        (slots[1].Dossier, slots[1].Kind, slots[1].Salt.Length, slots[1].Bytes).ShouldBe((null, "name", 0, null));
    }

    static readonly string Story = string.Join(' ', Enumerable.Repeat("Mevrouw Jansen wil weer zelf naar de markt.", 5)) + " Klaar: é";

    [Fact]
    public void What_does_not_get_smaller_stands_as_it_is_and_everything_reads_back()
    {
        var noise = new byte[2000];
        new Random(1).NextBytes(noise);
        foreach (var bytes in (byte[][])[[], "[]"u8.ToArray(), [.. "{"u8, .. noise], Encoding.UTF8.GetBytes(Long), Encoding.UTF8.GetBytes(new string('x', 3_000_000))])
            Packing.Unpack(Packing.Pack(bytes)).ToArray().ShouldBe(bytes);
        Packing.Pack([.. "{"u8, .. noise])[0].ShouldBe((byte)'{');
        (Packing.Pack(Encoding.UTF8.GetBytes(Long)) is [Packing.Mark, ..]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("F8")]
    [InlineData("F8FF")]
    [InlineData("F8FFFFFFFF0F")]
    [InlineData("F8FFFFFFFFFF")]
    [InlineData("F88080804000")]
    [InlineData("F80500")]
    public void What_was_not_packed_by_this_program_is_refused_whatever_it_says(string stored) =>
        Should.Throw<InvalidDataException>(() => Packing.Unpack(Convert.FromHexString(stored)));

    /// <summary>Three thousand bytes that would be sixteen million, and say that they are ten.</summary>
    [Fact]
    public void A_bomb_is_refused_at_the_length_that_it_says()
    {
        var bomb = Packing.Pack(new byte[16 * 1024 * 1024]);
        bomb.Length.ShouldBeLessThan(4_000);
        Should.Throw<InvalidDataException>(() => Packing.Unpack((byte[])[Packing.Mark, 10, .. bomb[5..]]));
        Should.Throw<InvalidDataException>(() => Packing.Unpack(bomb[..^3]));
    }

    static async Task<FrontDoor> Told(string text)
    {
        var door = await new FrontDoor().Publish(new Drawing().Start().Ask("a").Ask("b").End().Connect("start → a → b → end"));
        await door.Do("s1", new StartInstance(new("flow"), new JsonObject { ["tekst"] = text }));
        return door;
    }

    static async Task<string> Snapshot(FrontDoor door) => Encoding.UTF8.GetString(Packing.Unpack((await door.Store.LoadAsync(new("s1"), default))!.Parts[SnapshotCodec.Part].Bytes).Span);

    static Content Input(Case c) => c.Instances.Values.Single().Input;

    [Fact]
    public async Task A_long_text_stands_once_and_the_snapshot_names_it()
    {
        var door = await Told(Long);
        (await Snapshot(door)).ShouldNotContain("woord57");
        (await Snapshot(door)).ShouldContain("\"slot\":[1,");
        // Another program, which has to read it from there; and the commit after that names it still.
        var later = new FrontDoor(door.Store);
        Input((await later.Engine.ReadAsync(new("s1")))!).AsObject()["tekst"]!.ToString().ShouldBe(Long);
        await later.Do("s1", await later.Completing("s1"));
        (await Snapshot(later)).ShouldNotContain("woord57");
        await later.Proved("s1");
        (await Snapshot(await Told("kort"))).ShouldContain("kort");
    }

    [Fact]
    public async Task What_is_erased_is_named_no_more_and_the_rest_is()
    {
        var door = await Told(Long);
        await door.Do("s1", (CompleteTask)await door.Completing("s1") with { Answers = new JsonObject { ["verhaal"] = Long + "!" } });
        (await door.Engine.EraseAsync(new("s1"), [new SlotAddress(1, 0)], "GROUND", Asking.Person(new("anna"), "wis"))).ShouldBeOfType<Answer.Done>();
        var c = (await new FrontDoor(door.Store).Engine.ReadAsync(new("s1")))!;
        Input(c).IsErased.ShouldBeTrue();
        await door.Proved("s1");
        (await door.Everything("s1")).ShouldNotContain(Long + "\"");
    }

    [Fact]
    public async Task A_snapshot_that_names_what_is_not_there_is_left_for_the_stream_itself()
    {
        var door = await Told(Long);
        var stored = (await door.Store.LoadAsync(new("s1"), default))!;
        door.Engine.Snapshots.Commits(stored).ShouldBe([1]);
        door.Engine.Snapshots.Read(stored).ShouldBeNull();
        door.Engine.Snapshots.Read(stored, LongTexts.None.With(1, await door.Store.SlotsAsync(new("s1"), 1, default))).ShouldNotBeNull();
        foreach (var spoilt in (byte[][])[[Packing.Mark, 200, 1, 7], "{}"u8.ToArray(), """{"format":1,"from":["""u8.ToArray(), """{"format":1,"from":[1],"head":7}"""u8.ToArray(), [0xFF]])
            door.Engine.Snapshots.Read(stored with { Parts = stored.Parts.SetItem(SnapshotCodec.Part, new SnapshotPart(1, spoilt)) }).ShouldBeNull();
    }
}
