using System.Collections.Immutable;
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

/// <summary>The slots of one commit as bytes: a version byte, a count, then each slot with its lengths.</summary>
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
            WriteSlot(writer, slot);
        return stream.ToArray();
    }

    static void WriteSlot(BinaryWriter writer, Slot slot)
    {
        writer.Write(slot.Dossier?.Text ?? "");
        writer.Write(slot.Kind);
        writer.Write(slot.Bytes is not null);
        if (slot.Bytes is not { } bytes)
            return;
        writer.Write(slot.Salt.AsSpan());
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes.AsSpan());
    }

    /// <exception cref="InvalidDataException">The bytes are of an unknown format.</exception>
    public static ImmutableArray<Slot> Read(ReadOnlyMemory<byte> stored)
    {
        if (stored.IsEmpty)
            return [];
        using var reader = new BinaryReader(new MemoryStream(stored.ToArray()), Encoding.UTF8);
        if (reader.ReadByte() != Format)
            throw new InvalidDataException("Slots of an unknown format.");
        var slots = ImmutableArray.CreateBuilder<Slot>(reader.Read7BitEncodedInt());
        for (var left = slots.Capacity; left > 0; left--)
            slots.Add(ReadSlot(reader));
        return slots.MoveToImmutable();
    }

    static Slot ReadSlot(BinaryReader reader)
    {
        var dossier = reader.ReadString();
        var kind = reader.ReadString();
        DossierId? of = dossier.Length == 0 ? null : new DossierId(dossier);
        if (!reader.ReadBoolean())
            return new Slot(of, kind, [], null);
        var salt = ImmutableArray.Create(reader.ReadBytes(Slot.SaltLength));
        return new Slot(of, kind, salt, ImmutableArray.Create(reader.ReadBytes(reader.Read7BitEncodedInt())));
    }

    /// <summary>The same slots with the named ones emptied, bytes and salt.</summary>
    public static byte[] Erase(ReadOnlyMemory<byte> stored, IReadOnlySet<int> numbers) =>
        Write([.. Read(stored).Select((slot, n) => numbers.Contains(n) ? slot with { Salt = [], Bytes = null } : slot)]);
}
