using System.Buffers;
using System.IO.Compression;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Bytes as they are stored. What gets smaller is packed: <see cref="Mark"/>, its length as a 7-bit encoded number, and Brotli (RFC 7932). All
/// else stands as it is. The mark stands in no UTF-8 text, so the first byte tells the two apart. Packing the same again
/// may give other bytes with a later library; what was packed once reads the same for ever, so nothing compares packed bytes
/// but a hash of what is stored.
/// </summary>
public static class Packing
{
    /// <summary>The first byte of what is packed.</summary>
    public const byte Mark = 0xF8;

    /// <summary>
    /// What would be longer than this is never packed, so what says that it is was not made by this program: a small value in a
    /// database that somebody spoilt cannot ask for all memory.
    /// </summary>
    public const int Longest = 64 * 1024 * 1024;

    // Measured on bodies, slots and snapshots of the real flows: half the time of level 2 for 4% more bytes; see DECISIONS 33.
    const int Quality = 1;
    const int Window = 18;
    const int LeastToPack = 96;

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is < LeastToPack or > Longest)
            return bytes.ToArray();
        var room = ArrayPool<byte>.Shared.Rent(LongestLength + BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            room[0] = Mark;
            var start = 1 + WriteLength(room.AsSpan(1), bytes.Length);
            return BrotliEncoder.TryCompress(bytes, room.AsSpan(start), out var written, Quality, Window) && start + written < bytes.Length
                ? room[..(start + written)]
                : bytes.ToArray();
        }
        finally
        {
            // It held content of a household.
            ArrayPool<byte>.Shared.Return(room, clearArray: true);
        }
    }

    /// <exception cref="InvalidDataException">It is packed, and not by this program.</exception>
    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> stored)
    {
        if (stored.IsEmpty || stored.Span[0] != Mark)
            return stored;
        var (length, start) = ReadLength(stored.Span);
        // One byte of Brotli may stand for thousands, so the length that it says for itself is what bounds it.
        var bytes = new byte[length];
        return BrotliDecoder.TryDecompress(stored.Span[start..], bytes, out var written) && written == length
            ? bytes
            : throw new InvalidDataException("Packed bytes that are not what they say.");
    }

    const int LongestLength = 1 + 5;

    static int WriteLength(Span<byte> room, int length)
    {
        var n = 0;
        for (; length > 0x7F; length >>= 7)
            room[n++] = (byte)(length | 0x80);
        room[n++] = (byte)length;
        return n;
    }

    static (int Length, int Start) ReadLength(ReadOnlySpan<byte> stored)
    {
        var length = 0L;
        for (var n = 1; n < Math.Min(stored.Length, LongestLength); n++)
        {
            length |= (stored[n] & 0x7FL) << (7 * (n - 1));
            if (stored[n] < 0x80)
                return length <= Longest ? ((int)length, n + 1) : throw new InvalidDataException($"Packed bytes that say they are {length} long.");
        }
        throw new InvalidDataException("Packed bytes without a length.");
    }
}
