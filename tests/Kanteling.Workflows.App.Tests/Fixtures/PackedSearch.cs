using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.App.Tests.Fixtures;

/// <summary>
/// Looks for words as somebody would who has the files and knows how they are written: in the bytes as they are, and in whatever is packed and
/// stands anywhere: in rows, in pages that nobody uses any more, in the WAL. Of SQLite it follows what flows over into other pages, and
/// what can be unpacked only in part counts as far as it goes. It uses nothing of the program but the mark.
/// </summary>
static class PackedSearch
{
    const int PageSize = 4096;
    const int FrameHeader = 24;
    const int WalHeader = 32;

    /// <summary>Where words were found: not at all, as they are, or inside something packed.</summary>
    public readonly record struct Found(bool AsTheyAre, bool Packed)
    {
        public bool Anywhere => AsTheyAre || Packed;
    }

    /// <summary>In every file of a folder; an empty one is a lock that somebody holds.</summary>
    public static Found InFolder(string folder, params string[] words) =>
        InFiles(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0).Select(Bytes), words);

    public static Found InFiles(IEnumerable<byte[]> files, params string[] words)
    {
        var all = files.Where(file => file.Length > 0).ToList();
        var pages = Pages(all).ToLookup(page => page.Number, page => page.Bytes);
        return new Found(
            all.Exists(file => Holds(file, words)),
            pages.AsParallel().Any(same => same.Any(page => Unpacked(page, pages).Any(bytes => Holds(bytes, words)))));
    }

    /// <summary>In one value of a column.</summary>
    public static bool InValue(byte[] value, params string[] words) =>
        Holds(value, words) || Marks(value).Any(at => Holds(Unpack(value.AsSpan(at)), words));

    static IEnumerable<(int Number, byte[] Bytes)> Pages(IEnumerable<byte[]> files)
    {
        foreach (var file in files)
        {
            if (file.AsSpan().StartsWith("SQLite format 3\0"u8))
            {
                for (var n = 0; (n + 1) * PageSize <= file.Length; n++)
                    yield return (n + 1, file[(n * PageSize)..((n + 1) * PageSize)]);
            }
            else if (file.Length > WalHeader && BinaryPrimitives.ReadUInt32BigEndian(file) >> 1 == 0x377F0682 >> 1)
            {
                for (var at = WalHeader; at + FrameHeader + PageSize <= file.Length; at += FrameHeader + PageSize)
                    yield return (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at)), file[(at + FrameHeader)..(at + FrameHeader + PageSize)]);
            }
        }
    }

    static IEnumerable<byte[]> Unpacked(byte[] page, ILookup<int, byte[]> pages)
    {
        foreach (var at in Marks(page))
        {
            yield return Unpack(page.AsSpan(at));
            // A row that does not fit ends here with the number of the page where it goes on; that page begins with the number of the next.
            for (var end = at + 3; end + 4 <= page.Length; end++)
            {
                foreach (var rest in Chain(BinaryPrimitives.ReadInt32BigEndian(page.AsSpan(end)), pages))
                    yield return Unpack([.. page.AsSpan(at, end - at), .. rest]);
            }
            foreach (var rest in Chain(BinaryPrimitives.ReadInt32BigEndian(page), pages))
                yield return Unpack([.. page.AsSpan(at), .. rest]);
        }
    }

    /// <summary>What stands in a page that a row flows over into, and in those after it. Of a page that the WAL has too, each as it was.</summary>
    static IEnumerable<byte[]> Chain(int number, ILookup<int, byte[]> pages)
    {
        for (var version = 0; version < pages[number].Take(3).Count(); version++)
        {
            var rest = new List<byte>();
            for (var (next, left) = (number, 8); left > 0 && pages.Contains(next); left--)
            {
                var page = pages[next].ElementAt(Math.Min(version, pages[next].Count() - 1));
                rest.AddRange(page.AsSpan(4));
                next = BinaryPrimitives.ReadInt32BigEndian(page);
            }
            yield return [.. rest];
        }
    }

    static IEnumerable<int> Marks(byte[] bytes)
    {
        for (var at = Array.IndexOf(bytes, Packing.Mark); at >= 0; at = Array.IndexOf(bytes, Packing.Mark, at + 1))
            yield return at;
    }

    /// <summary>As much as can be read, from the mark on.</summary>
    static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        var start = 1;
        while (start < packed.Length && packed[start] >= 0x80)
            start++;
        if (start + 1 >= packed.Length || start > 4)
            return [];
        var source = packed[(start + 1)..];
        var output = new ArrayBufferWriter<byte>();
        var decoder = new BrotliDecoder();
        try
        {
            var status = OperationStatus.DestinationTooSmall;
            while (status == OperationStatus.DestinationTooSmall && output.WrittenCount < 1 << 20)
            {
                status = decoder.Decompress(source, output.GetSpan(4096), out var read, out var written);
                output.Advance(written);
                source = source[read..];
            }
            return output.WrittenSpan.ToArray();
        }
        finally
        {
            decoder.Dispose();
        }
    }

    static bool Holds(byte[] bytes, string[] words) => bytes.Length > 0 && Encoding.Latin1.GetString(bytes) is var text && words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
