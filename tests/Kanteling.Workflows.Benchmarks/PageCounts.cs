using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.Benchmarks;

/// <summary>How many pages each table and index of a SQLite file takes, pages that rows flow over into included.</summary>
sealed class PageCounts
{
    readonly byte[] file;
    readonly int size;

    PageCounts(byte[] file)
    {
        this.file = file;
        size = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16)) is 1 ? 65_536 : BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16));
    }

    /// <summary>Bytes by name of table or index; the file is closed and its WAL is empty.</summary>
    public static Dictionary<string, long> Of(string path)
    {
        var counts = new PageCounts(File.ReadAllBytes(path));
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0";
        using var rows = command.ExecuteReader();
        var bytes = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Read())
            bytes[rows.GetString(0)] = counts.Pages(rows.GetInt32(1)) * (long)counts.size;
        return bytes;
    }

    int Pages(int number)
    {
        var page = file.AsSpan((number - 1) * size, size);
        var header = page[(number == 1 ? 100 : 0)..];
        var (isLeaf, isTable) = (header[0] is 10 or 13, header[0] is 5 or 13);
        var pages = 1;
        for (var n = 0; n < BinaryPrimitives.ReadUInt16BigEndian(header[3..]); n++)
        {
            var cell = page[BinaryPrimitives.ReadUInt16BigEndian(header[((isLeaf ? 8 : 12) + 2 * n)..])..];
            if (!isLeaf)
                pages += Pages(BinaryPrimitives.ReadInt32BigEndian(cell));
            if (isLeaf || !isTable)
                pages += Overflow(Number(isLeaf ? cell : cell[4..]), isTable);
        }
        return isLeaf ? pages : pages + Pages(BinaryPrimitives.ReadInt32BigEndian(header[8..]));
    }

    /// <summary>Pages that a row of so many bytes needs besides its place in the tree (the file format of SQLite, 1.6).</summary>
    int Overflow(long payload, bool isTable)
    {
        var most = isTable ? size - 35 : (size - 12) * 64 / 255 - 23;
        if (payload <= most)
            return 0;
        var least = (size - 12) * 32 / 255 - 23;
        var kept = least + (payload - least) % (size - 4);
        return (int)((payload - (kept <= most ? kept : least) + size - 5) / (size - 4));
    }

    static long Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        for (var n = 0; n < 9; n++)
        {
            if (n == 8)
                return (number << 8) | bytes[n];
            number = (number << 7) | (bytes[n] & 0x7FL);
            if (bytes[n] < 0x80)
                break;
        }
        return number;
    }
}
