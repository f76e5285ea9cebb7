using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Kanteling.Workflows.Events;

/// <summary>
/// Content beside a commit, so that it can be destroyed. The hashed body names a slot by number and by
/// SHA256(salt ‖ bytes). An emptied slot loses both: with the salt left, "verslaafd" or a birth date is guessed back from
/// the hash in the body. The body stays as it was, so the chain still verifies.
/// </summary>
/// <param name="Salt">Random, <see cref="SaltLength"/> bytes; empty when the slot was emptied.</param>
/// <param name="Bytes">Null when the slot was emptied.</param>
public sealed record Slot(DossierId? Dossier, string Kind, ImmutableArray<byte> Salt, ImmutableArray<byte>? Bytes)
{
    public const int SaltLength = 16;

    public static byte[] HashOf(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }
}

/// <summary>
/// The slots of one commit as bytes: a format byte, a count, of each slot whether it is filled and its salt, and then, packed as one
/// (see <see cref="Packing"/>), of each slot its dossier, its kind and its bytes. Together they share what they have in common: what somebody wrote stands in
/// the answers of a step and in the fact that follows from it. Salts are random and stay outside. Emptying one packs the others
/// anew; the hash in the body is of a slot's own bytes, so it does not see that.
/// </summary>
public static class SlotCodec
{
    const byte Format = 1;

    public static byte[] Write(IReadOnlyList<Slot> slots)
    {
        if (slots.Count == 0)
            return [];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write7BitEncodedInt(slots.Count);
        foreach (var slot in slots)
        {
            writer.Write(slot.Bytes is not null);
            if (slot.Bytes is not null)
                writer.Write(slot.Salt.AsSpan());
        }
        writer.Write(Packing.Pack(Together(slots)));
        return stream.ToArray();
    }

    static ReadOnlySpan<byte> Together(IReadOnlyList<Slot> slots)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (var slot in slots)
        {
            writer.Write(slot.Dossier?.Text ?? "");
            writer.Write(slot.Kind);
            if (slot.Bytes is not { } bytes)
                continue;
            writer.Write7BitEncodedInt(bytes.Length);
            writer.Write(bytes.AsSpan());
        }
        return stream.GetBuffer().AsSpan(0, (int)stream.Length);
    }

    /// <exception cref="InvalidDataException">The bytes are of an unknown format, or not what this program writes.</exception>
    public static ImmutableArray<Slot> Read(ReadOnlyMemory<byte> stored)
    {
        if (stored.IsEmpty)
            return [];
        try
        {
            return ReadAll(stored);
        }
        catch (Exception spoilt) when (spoilt is IOException or FormatException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("Slots that are not what this program writes.", spoilt);
        }
    }

    static ImmutableArray<Slot> ReadAll(ReadOnlyMemory<byte> stored)
    {
        using var reader = Reader(stored);
        if (reader.ReadByte() != Format)
            throw new InvalidDataException("Slots of an unknown format.");
        var count = reader.Read7BitEncodedInt();
        if (count < 0 || count > stored.Length)
            throw new InvalidDataException("More slots than there are bytes.");
        var salts = new ImmutableArray<byte>?[count];
        for (var n = 0; n < count; n++)
            salts[n] = reader.ReadBoolean() ? [.. reader.ReadBytes(Slot.SaltLength)] : null;
        using var together = Reader(Packing.Unpack(stored[(int)reader.BaseStream.Position..]));
        return [.. salts.Select(salt => ReadSlot(together, salt))];
    }

    static Slot ReadSlot(BinaryReader reader, ImmutableArray<byte>? salt)
    {
        var dossier = reader.ReadString();
        var kind = reader.ReadString();
        DossierId? of = dossier.Length == 0 ? null : new DossierId(dossier);
        return salt is { } filled ? new Slot(of, kind, filled, [.. ReadBytes(reader, reader.Read7BitEncodedInt())]) : new Slot(of, kind, [], null);
    }

    static byte[] ReadBytes(BinaryReader reader, int length) =>
        length <= reader.BaseStream.Length - reader.BaseStream.Position ? reader.ReadBytes(length) : throw new InvalidDataException("A slot that is longer than what there is.");

    static BinaryReader Reader(ReadOnlyMemory<byte> bytes) =>
        new(MemoryMarshal.TryGetArray(bytes, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray()), Encoding.UTF8);

    /// <summary>The same slots with the named ones emptied, bytes and salt.</summary>
    public static byte[] Erase(ReadOnlyMemory<byte> stored, IReadOnlySet<int> numbers) =>
        Write([.. Read(stored).Select((slot, n) => numbers.Contains(n) ? slot with { Salt = [], Bytes = null } : slot)]);
}
