using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>Bytes that stand apart: sent first, bound by a command, never read along, and destroyed by name.</summary>
public class BlobTests
{
    static readonly DossierId D1 = new("d1"), D2 = new("d2");
    const string Stream = "s1";
    static readonly byte[] Photo = Encoding.UTF8.GetBytes(new string('x', Blob.PartLength) + "het gezicht van Wilhelmina");

    static async Task<FrontDoor> OpenAsync(FrontDoor? door = null)
    {
        door ??= new FrontDoor(domain: TestDomain.Domain with { HasDossier = (_, dossier) => dossier == D1 });
        await door.Publish(new Drawing().Start().Ask("a").End().Connect("start → a → end"));
        await door.Do(Stream, new StartInstance(new("flow"), [], D1));
        return door;
    }

    static async Task<Upload> StagedAsync(FrontDoor door, string user = "anna") =>
        (await new Uploads(door.Store.Blobs, () => door.Now).TakeAsync(new("user:" + user), "foto van Wilhelmina.jpg", "image/jpeg", new MemoryStream(Photo), default)).Upload.ShouldNotBeNull();

    static AttachFile Attach(Upload upload, DossierId? dossier = null) => new(upload.Id, dossier ?? D1, "de voordeur");

    [Fact]
    public async Task A_file_is_put_with_a_procedure_and_what_is_told_of_it_stands_in_a_slot()
    {
        var door = await OpenAsync();
        var upload = await StagedAsync(door);
        var attached = (await door.Do(Stream, Attach(upload), "key")).Events.OfType<FileAttached>().ShouldHaveSingleItem();

        var known = (await door.Engine.ReadAsync(new(Stream)))!.Files.Values.ShouldHaveSingleItem();
        (known.Id, known.Dossier, known.Bytes.At, known.Bytes.Length, known.Bytes.Hash).ShouldBe((attached.File, D1, new BlobAddress(2, 0), Photo.Length, upload.Hash));
        known.Words.AsObject()["name"]!.ToString().ShouldBe("foto van Wilhelmina.jpg");
        var body = Encoding.UTF8.GetString(Packing.Unpack((await door.Commits(Stream))[1].Body).Span);
        body.ShouldContain($$"""{"$blob":0,"length":{{Photo.Length}},"hash":"{{upload.Hash.Replace("+", "\\u002B", StringComparison.Ordinal)}}"}""".Replace("\\u002B", "+", StringComparison.Ordinal));
        foreach (var secret in (string[])["Wilhelmina", "image/jpeg", "voordeur", upload.Id.Text])
            body.ShouldNotContain(secret);

        (await door.Do(Stream, Attach(upload), "key")).IsReplay.ShouldBeTrue("the same command again has one effect");
        await door.Proved(Stream);
        (await new FrontDoor(door.Store, door.Domain).Engine.ReadAsync(new(Stream)))!.Files[attached.File].ShouldBe(known, "another node reads it from the snapshot");
        (await door.Engine.History.FoldAsync(new(Stream), long.MaxValue)).Files[attached.File].Bytes.ShouldBe(known.Bytes);
    }

    [Fact]
    public async Task Nothing_of_the_bytes_is_read_along_with_the_history_a_case_or_a_snapshot()
    {
        var door = await OpenAsync();
        await door.Do(Stream, Attach(await StagedAsync(door)));
        (await door.Everything(Stream)).ShouldNotContain("het gezicht");
        (await door.Store.LoadAsync(new(Stream), default))!.Parts.Values.Sum(p => p.Bytes.Length).ShouldBeLessThan(8_192);
    }

    [Fact]
    public async Task Only_who_sent_it_binds_it_once_and_within_a_day()
    {
        var door = await OpenAsync();
        var (others, mine, late) = (await StagedAsync(door, "bram"), await StagedAsync(door), await StagedAsync(door));
        (await door.Refused(Stream, Attach(others))).Code.ShouldBe("UPLOAD_GONE");
        (await door.Refused(Stream, new AttachFile(new("bestaat-niet"), D1, null))).Code.ShouldBe("UPLOAD_GONE");
        (await door.Refused(Stream, Attach(mine, new DossierId("d9")))).Code.ShouldBe("DOSSIER_UNKNOWN");
        (await door.Refused("s2", Attach(mine))).Code.ShouldBe("DOSSIER_UNKNOWN", "a file begins no household");
        await door.Do(Stream, Attach(mine));
        (await door.Refused(Stream, Attach(mine))).Code.ShouldBe("UPLOAD_GONE");

        door.Now += TimeSpan.FromHours(24);
        (await door.Refused(Stream, Attach(late))).Code.ShouldBe("UPLOAD_GONE");
        (await door.Engine.ReadAsync(new(Stream)))!.Files.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_who_bind_it_in_the_same_moment_the_second_is_refused()
    {
        var door = await OpenAsync();
        var upload = await StagedAsync(door);
        await door.Do("s2", new StartInstance(new("flow"), [], D1));
        var other = new FrontDoor(door.Store, door.Domain);
        door.BeforeDeciding = () =>
        {
            door.BeforeDeciding = () => { };
            other.Do("s2", Attach(upload)).GetAwaiter().GetResult();
        };
        (await door.Refused(Stream, Attach(upload))).Code.ShouldBe("UPLOAD_GONE");
        await door.Proved(Stream);
        await door.Proved("s2");
    }

    [Fact]
    public async Task Erasing_names_it_by_its_address_and_it_is_gone()
    {
        var door = await OpenAsync();
        await door.Do(Stream, Attach(await StagedAsync(door)));
        var named = (await door.Store.Blobs.OfAsync(new(Stream), default)).Where(b => b.Dossier == D1).Select(b => b.At).ShouldHaveSingleItem();
        var erase = new EraseContent([new SlotAddress(2, 0)], "AVG_17", [named]);
        (await door.Engine.EraseAsync(new(Stream), erase, Asking.Person(new("anna"), "wis"))).ShouldBeOfType<Answer.Done>();

        (await door.Store.Blobs.OfAsync(new(Stream), default)).ShouldBeEmpty();
        (await door.Everything(Stream)).ShouldNotContain("Wilhelmina");
        var left = (await door.Engine.ReadAsync(new(Stream)))!.Files.Values.ShouldHaveSingleItem();
        (left.IsErased, left.Words.IsErased).ShouldBe((true, true));
        await door.Proved(Stream);
    }

    [Fact]
    public async Task The_files_of_a_procedure_whose_retention_is_over_go_with_it_and_those_of_another_stay()
    {
        var door = await OpenAsync(new FrontDoor(domain: TestDomain.Domain with { Destroyed = (state, _) => new Destruction(state, []) }));
        await door.Do(Stream, Attach(await StagedAsync(door)));
        await door.Do(Stream, await door.Completing(Stream));
        await door.Do(Stream, new StartInstance(new("flow"), [], D2));
        await door.Do(Stream, Attach(await StagedAsync(door), D2));
        var kept = (await door.Engine.ReadAsync(new(Stream)))!.Files.Values.Single(f => f.Dossier == D2);

        (await door.Engine.DestroyAsync(new(Stream), [D1], "RETENTION_OVER", Asking.Person(new("anna"), "d1"))).ShouldBeOfType<Answer.Done>();
        (await door.Commits(Stream))[1].Tombstone.ShouldNotBeNull("what was said of the file went with the body");
        (await door.Store.Blobs.OfAsync(new(Stream), default)).ShouldHaveSingleItem().Dossier.ShouldBe(D2);
        var left = (await door.Engine.ReadAsync(new(Stream)))!.Files.Values.ShouldHaveSingleItem();
        (left.Bytes, left.Words).ShouldBe((kept.Bytes, kept.Words));
        (await door.Engine.History.FoldAsync(new(Stream), long.MaxValue)).Files.Values.ShouldHaveSingleItem().ShouldBe(left, "the checkpoint has it");
        await door.Proved(Stream);

        await door.Engine.EraseAsync(new(Stream), new EraseContent([], "AVG_17", [kept.Bytes.At]), Asking.Person(new("anna"), "wis"));
        (await door.Store.Blobs.OfAsync(new(Stream), default)).ShouldBeEmpty();
        await door.Proved(Stream);
    }

    [Fact]
    public async Task A_drawing_of_more_than_64_KB_stands_apart_and_its_row_is_made_anew_from_it()
    {
        var door = new FrontDoor();
        var drawing = new Drawing().Start().Ask("a").End().Connect("start → a → end").Document(1);
        drawing["description"] = new string('d', Blob.Threshold);
        var (stream, document) = (Streams.OfDefinition(new("flow")), drawing.ToJsonString());
        await door.Do(stream.Text, new PublishDefinition(document));
        await door.Retract(new(new("flow"), 1));

        (await door.Commits(stream.Text))[0].Slots.Length.ShouldBe(0, "a history does not read it");
        (await door.Store.Blobs.OfAsync(stream, default)).ShouldHaveSingleItem().Length.ShouldBeGreaterThan(Blob.Threshold);
        await door.Proved(stream.Text);
        var rebuilt = (await door.Engine.History.RebuildAsync(stream))!;
        rebuilt.Definitions.ShouldHaveSingleItem().Document.ShouldBe(document);
        await door.Store.ReplaceAsync(stream, rebuilt, default);
        await door.Proved(stream.Text);
    }

    [Fact]
    public async Task What_a_fold_needs_fits_in_a_slot_and_who_writes_more_is_told_so()
    {
        var door = await OpenAsync();
        var answers = new JsonObject { ["verhaal"] = new string('v', Blob.Threshold) };
        var refusal = await door.Refused(Stream, await door.Completing(Stream, answers));
        (refusal.Code, refusal.Arguments[0]).ShouldBe(("CONTENT_TOO_LARGE", "64"));
        (await door.Refused("s2", new StartInstance(new("flow"), (JsonObject)answers.DeepClone(), D1))).Code.ShouldBe("CONTENT_TOO_LARGE");
        await door.Do(Stream, await door.Completing(Stream, new JsonObject { ["verhaal"] = new string('v', Blob.Threshold - 100) }));
    }

    [Fact]
    public async Task What_a_message_brings_is_never_refused_for_its_size()
    {
        var door = await new FrontDoor().Publish(new Drawing().Start().Add("Elsa.Event", "e", ("eventName", Drawing.Literal("Bericht"))).End().Connect("start → e → end"));
        await door.Do(Stream, new StartInstance(new("flow"), [], D1));
        var payload = new JsonObject { ["x"] = new string('v', Blob.Threshold) };
        (await door.Engine.ExecuteAsync(new(Stream), "test", new ReceiveEvent("Bericht", null, payload, "m1"), Asking.Message("m1"))).ShouldBeOfType<Answer.Done>();
        await door.Proved(Stream);
    }
}
