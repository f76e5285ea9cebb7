using System.Collections.Immutable;
using System.Text;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>What every store promises of bytes that stand apart.</summary>
public abstract class BlobContract : LeaseContract
{
    const string Words = "Wilhelmina-op-de-foto-1234";

    static readonly byte[] Photo = [.. Encoding.UTF8.GetBytes(Words), .. Enumerable.Range(0, Blob.PartLength * 2 + 77).Select(n => (byte)(n * 7)), .. Encoding.UTF8.GetBytes(Words)];

    Uploads Uploads => new(Store.Blobs, () => Now);

    async Task<Upload> StagedAsync(byte[]? bytes = null) => (await Uploads.TakeAsync(new("user:anna"), "foto van Wilhelmina.jpg", "image/jpeg", new MemoryStream(bytes ?? Photo), None)).Upload.ShouldNotBeNull();

    static CommitRequest Binding(string stream, long expected, string upload, Instances.ClaimRow? claim = null) =>
        Commit(stream, expected, claim is null ? null : NoRows with { Claims = [claim] }) with { Blobs = [NewBlob.Of(0, new BlobSource(new(upload), new DossierId("d1"), "file"))] };

    async Task<byte[]> ReadAsync(string stream, BlobAddress at)
    {
        using var all = new MemoryStream();
        await foreach (var part in Store.Blobs.ReadAsync(new(stream), at, None))
            all.Write(part.Span);
        return all.ToArray();
    }

    [Fact]
    public async Task What_was_sent_is_bound_by_a_commit_and_read_back_part_by_part()
    {
        var upload = await StagedAsync();
        (upload.Length, (await Store.Blobs.UploadAsync(upload.Id, None))!.Hash).ShouldBe((Photo.Length, upload.Hash));
        await Committed(Commit("s1", 0));
        await Committed(Binding("s1", 1, upload.Id.Text));

        (await Store.Blobs.UploadAsync(upload.Id, None)).ShouldBeNull("it is bound");
        var stored = (await Store.Blobs.OfAsync(new("s1"), None)).ShouldHaveSingleItem();
        (stored.At, stored.Dossier, stored.Kind, stored.Length).ShouldBe((new BlobAddress(2, 0), new DossierId("d1"), "file", Photo.Length));
        (await ReadAsync("s1", stored.At)).ShouldBe(Photo);
        Convert.ToBase64String(Events.Slot.HashOf(stored.Salt.AsSpan(), Photo)).ShouldBe(upload.Hash);
        (await Store.Blobs.ReadAsync(new("s1"), stored.At, None).ToListAsync()).ShouldAllBe(part => part.Length <= Blob.PartLength);
        (await ReadAsync("s1", new BlobAddress(1, 0))).ShouldBeEmpty();
        (await ReadAsync("s2", stored.At)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_commit_brings_along_itself_stands_apart_too()
    {
        var salt = new byte[16];
        await Committed(Commit("s1", 0) with { Blobs = [new NewBlob(0, null, "document", null, salt, Photo)] });
        (await ReadAsync("s1", new BlobAddress(1, 0))).ShouldBe(Photo);
        (await Store.Blobs.OfAsync(new("s1"), None)).ShouldHaveSingleItem().Dossier.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_bound_in_the_same_transaction_or_not_at_all()
    {
        var upload = await StagedAsync();
        await Committed(Commit("s1", 0, NoRows with { Claims = [new Instances.ClaimRow("k", new("s1"), new(2))] }));

        (await Store.CommitAsync(Binding("s1", 5, upload.Id.Text), None)).ShouldBeOfType<CommitResult.VersionConflict>();
        (await Store.CommitAsync(Binding("s2", 0, upload.Id.Text, new Instances.ClaimRow("k", new("s2"), new(2))), None)).ShouldBeOfType<CommitResult.ClaimHeld>();
        (await Store.Blobs.OfAsync(new("s1"), None)).ShouldBeEmpty();
        (await Store.Blobs.OfAsync(new("s2"), None)).ShouldBeEmpty();
        (await Store.Blobs.UploadAsync(upload.Id, None)).ShouldNotBeNull("it can still be bound");
        await Committed(Binding("s1", 1, upload.Id.Text));
    }

    [Fact]
    public async Task An_upload_is_bound_once_and_one_that_is_not_there_or_not_whole_refuses_the_commit()
    {
        var upload = await StagedAsync();
        await Committed(Binding("s1", 0, upload.Id.Text));
        var half = Upload.Begin(new("user:anna"), Now, "half", "text/plain");
        await Store.Blobs.BeginAsync(half, None);
        (await Store.Blobs.AppendAsync(half.Id, 0, Photo, None)).ShouldBeTrue();

        foreach (var id in (string[])[upload.Id.Text, half.Id.Text, "bestaat-niet"])
        {
            (await Store.CommitAsync(Binding("s2", 0, id), None)).ShouldBeOfType<CommitResult.UploadGone>();
            (await Store.CommitAsync(Binding("s1", 1, id), None)).ShouldBeOfType<CommitResult.UploadGone>();
        }
        (await Store.LoadAsync(new("s2"), None)).ShouldBeNull();
        (await Store.LoadAsync(new("s1"), None))!.Head.Version.ShouldBe(1);
        (await Store.Blobs.UploadAsync(half.Id, None)).ShouldBeNull("it is not whole");
    }

    [Fact]
    public async Task Of_two_that_bind_it_at_the_same_moment_one_does()
    {
        var upload = await StagedAsync([1, 2, 3]);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => Store.CommitAsync(Binding($"s{n}", 0, upload.Id.Text), None))));
        results.OfType<CommitResult.Committed>().ShouldHaveSingleItem();
        results.OfType<CommitResult.UploadGone>().Count().ShouldBe(7);
        (await Store.StreamsAsync(None).ToListAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_bound_within_its_day_goes_and_what_was_bound_stays()
    {
        var (bound, late) = (await StagedAsync(), await StagedAsync());
        var half = Upload.Begin(new("user:anna"), Now, "half", "text/plain");
        await Store.Blobs.BeginAsync(half, None);
        await Store.Blobs.AppendAsync(half.Id, 0, Photo, None);
        await Committed(Binding("s1", 0, bound.Id.Text));

        (await Store.Blobs.ForgetUploadsAsync(Now, None)).ShouldBeFalse("none is older");
        (await Store.Blobs.ForgetUploadsAsync(Now.AddTicks(1), None)).ShouldBeTrue();
        (await Store.Blobs.ForgetUploadsAsync(Now.AddTicks(1), None)).ShouldBeFalse();

        (await Store.CommitAsync(Binding("s1", 1, late.Id.Text), None)).ShouldBeOfType<CommitResult.UploadGone>();
        (await Store.Blobs.AppendAsync(half.Id, 1, Photo, None)).ShouldBeFalse("who is still sending hears that it is gone");
        (await Store.Blobs.FinishAsync(half.Id, 1, "", None)).ShouldBeFalse();
        (await ReadAsync("s1", new BlobAddress(1, 0))).ShouldBe(Photo);
    }

    Task<Receipt> SentAsync(string by, byte[]? bytes = null) => Uploads.TakeAsync(new("user:" + by), "briefje", "text/plain", new MemoryStream(bytes ?? [1]), None);

    [Fact]
    public async Task Nobody_has_more_waiting_than_he_may_also_when_he_sends_all_at_once()
    {
        for (var n = 0; n < Upload.MostWaiting - 4; n++)
            (await SentAsync("anna")).Why.ShouldBeNull();
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => SentAsync("anna"))));
        sent.Count(r => r.Upload is not null).ShouldBe(4);
        sent.Where(r => r.Upload is null).ShouldAllBe(r => r.Why == Refusal.Of(RefusalCode.TooManyUploads, "50", "500"));
        (await SentAsync("bea")).Why.ShouldBeNull("another person's are another's");

        await Committed(Binding("s1", 0, sent.First(r => r.Upload is not null).Upload!.Id.Text));
        (await SentAsync("anna")).Why.ShouldBeNull("what was bound does not wait");
        (await SentAsync("anna")).Why.ShouldNotBeNull();
        (await Store.Blobs.ForgetUploadsAsync(Now.AddDays(1), None)).ShouldBeTrue();
        (await SentAsync("anna")).Why.ShouldBeNull("what was taken away does not either");
    }

    [Fact]
    public async Task What_comes_in_counts_as_the_largest_that_it_may_become()
    {
        var begun = Enumerable.Range(0, 30).Select(n => Upload.Begin(new("user:anna"), Now, $"groot {n}", "text/plain")).ToList();
        var may = await Task.WhenAll(begun.Select(upload => Task.Run(() => Store.Blobs.BeginAsync(upload, None))));
        may.Count(ja => ja).ShouldBe((int)(Upload.MostBytesWaiting / Blob.Largest));
        var (first, refused) = (begun[Array.IndexOf(may, true)], begun[Array.IndexOf(may, false)]);
        (await Store.Blobs.AppendAsync(refused.Id, 0, Photo, None)).ShouldBeFalse("it is nowhere");
        (await Store.Blobs.AppendAsync(first.Id, 0, Photo, None)).ShouldBeTrue();
        (await Store.Blobs.FinishAsync(first.Id, Photo.Length, "", None)).ShouldBeTrue();
        (await Store.Blobs.BeginAsync(refused, None)).ShouldBeFalse("what is there and the largest are still too much");
        await Store.Blobs.AbandonAsync(begun[Array.LastIndexOf(may, true)].Id, None);
        (await Store.Blobs.BeginAsync(refused, None)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_upload_that_becomes_too_large_is_not_kept()
    {
        var endless = new Endless(Blob.Largest + 1);
        (await Uploads.TakeAsync(new("user:anna"), "film", "video/mp4", endless, None)).ShouldBe(new Receipt(null, Refusal.Of(RefusalCode.UploadTooLarge, "25")));
        (await Store.Blobs.ForgetUploadsAsync(Now.AddDays(1), None)).ShouldBeFalse("nothing of it is left");
        endless.MostAsked.ShouldBeLessThanOrEqualTo(Blob.PartLength, "never more than a part of it is in memory");
    }

    [Fact]
    public async Task Who_goes_away_while_sending_leaves_nothing()
    {
        using var gone = new CancellationTokenSource();
        var endless = new Endless(Blob.Largest) { After = read => { if (read > Blob.PartLength * 2) gone.Cancel(); } };
        await Should.ThrowAsync<OperationCanceledException>(() => Uploads.TakeAsync(new("user:anna"), "film", "video/mp4", endless, gone.Token));
        (await Store.Blobs.ForgetUploadsAsync(Now.AddDays(1), None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Erasing_destroys_bytes_and_salt_and_leaves_the_words_nowhere()
    {
        await Committed(Binding("s1", 0, (await StagedAsync()).Id.Text));
        await Committed(Binding("s1", 1, (await StagedAsync([9, 9, 9])).Id.Text));
        (await HoldsAsync(Words)).ShouldBeTrue();
        var salt = (await Store.Blobs.OfAsync(new("s1"), None))[0].Salt;

        var erasing = Commit("s1", 2);
        (await Store.EraseAsync(erasing, new Erased([], [], [], "ground") { Blobs = [new BlobAddress(1, 0)] }, Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.Committed>();

        (await HoldsAsync(Words)).ShouldBeFalse();
        (await HoldsAsync(Convert.ToHexStringLower(salt.AsSpan()))).ShouldBeFalse();
        (await Store.Blobs.OfAsync(new("s1"), None)).ShouldHaveSingleItem().At.ShouldBe(new BlobAddress(2, 0));
        (await ReadAsync("s1", new BlobAddress(1, 0))).ShouldBeEmpty();
        (await ReadAsync("s1", new BlobAddress(2, 0))).ShouldBe([9, 9, 9]);
    }

    [Fact]
    public async Task Erasing_on_another_version_destroys_nothing()
    {
        await Committed(Binding("s1", 0, (await StagedAsync()).Id.Text));
        var erasing = Commit("s1", 4);
        (await Store.EraseAsync(erasing, new Erased([], [], [], "ground") { Blobs = [new BlobAddress(1, 0)] }, Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.VersionConflict>();
        (await ReadAsync("s1", new BlobAddress(1, 0))).ShouldBe(Photo);
    }

    [Fact]
    public async Task What_belongs_to_a_procedure_goes_with_it_and_everything_goes_with_its_stream()
    {
        await Committed(Binding("s1", 0, (await StagedAsync()).Id.Text));
        var other = Binding("s1", 1, (await StagedAsync([9, 9, 9])).Id.Text);
        await Committed(other with { Blobs = [other.Blobs[0] with { Dossier = new DossierId("d2") }] });
        await Committed(Binding("s2", 0, (await StagedAsync([7])).Id.Text));

        var erasing = Commit("s1", 2);
        (await Store.EraseAsync(erasing, new Erased([], [], [new DossierId("d1")], "ground"), Rebuilt(erasing), None)).ShouldBeOfType<CommitResult.Committed>();
        (await HoldsAsync(Words)).ShouldBeFalse();
        (await Store.Blobs.OfAsync(new("s1"), None)).ShouldHaveSingleItem().Dossier.ShouldBe(new DossierId("d2"));

        var last = Commit("s1", 3);
        (await Store.DestroyAsync(last, Left(last, Store.Keys), None)).ShouldBeOfType<CommitResult.Committed>();
        (await Store.Blobs.OfAsync(new("s1"), None)).ShouldBeEmpty();
        (await ReadAsync("s1", new BlobAddress(2, 0))).ShouldBeEmpty();
        (await ReadAsync("s2", new BlobAddress(1, 0))).ShouldBe([7]);
    }

    [Fact]
    public async Task A_piece_of_the_history_is_read_with_or_without_its_slots()
    {
        for (var n = 0; n < 7; n++)
            await Committed(Commit("s1", n, slots: [Slot($"words {n}")]));

        var piece = await Store.HistoryAsync(new("s1"), new HistoryRange(3, 5), None).ToListAsync();
        piece.Select(c => c.Version).ShouldBe([3, 4, 5]);
        piece.ShouldAllBe(c => SlotCodec.Read(c.Slots).Length == 1 && !c.IsCourse);

        var course = await Store.HistoryAsync(new("s1"), new HistoryRange(3, 5, IsCourse: true), None).ToListAsync();
        course.ShouldAllBe(c => c.Slots.IsEmpty && c.IsCourse);
        course.Select(c => (c.Version, Text(c.Body), Text(c.Hash), c.CommandId)).ShouldBe(piece.Select(c => (c.Version, Text(c.Body), Text(c.Hash), c.CommandId)));
    }

    static string Text(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(bytes.Span);

    /// <summary>So many bytes that are nowhere.</summary>
    sealed class Endless(long length) : Stream
    {
        long read;

        public int MostAsked { get; private set; }

        public Action<long> After { get; init; } = _ => { };

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            MostAsked = Math.Max(MostAsked, count);
            var now = (int)Math.Min(length - read, count);
            read += now;
            After(read);
            return now;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
