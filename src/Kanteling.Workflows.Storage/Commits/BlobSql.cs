namespace Kanteling.Workflows.Storage.Commits;

/// <summary>
/// The statements about bytes that stand apart. The parts of a blob are rows under a random id, which they keep: binding moves
/// nothing, it takes away the row of the upload and writes the row of the blob. Both are called by that id, so that each can be bound once.
/// </summary>
static class BlobSql
{
    /// <summary>While its owner has less than $7 waiting, and less bytes than $9; one that still comes in counts as $8.</summary>
    public const string Begin = """
        INSERT INTO uploads (id, owner, at, salt, name, media_type) SELECT $1, $2, $3, $4, $5, $6
        WHERE (SELECT COUNT(*) FROM uploads WHERE owner = $2) < $7 AND (SELECT COALESCE(SUM(COALESCE(length, $8)), 0) + $8 FROM uploads WHERE owner = $2) <= $9
        """;

    public const string Append = "INSERT INTO blob_parts (id, part, bytes) SELECT $1, $2, $3 WHERE EXISTS (SELECT 1 FROM uploads WHERE id = $1 AND length IS NULL)";
    public const string Finish = "UPDATE uploads SET length = $2, hash = $3 WHERE id = $1";
    public const string Upload = "SELECT id, owner, at, salt, name, media_type, length, hash FROM uploads WHERE id = $1 AND length IS NOT NULL";
    public const string IsFinished = "SELECT 1 FROM uploads WHERE id = $1 AND length IS NOT NULL";

    // Marks first what goes: with several nodes a mark waits for who binds it at this moment, and then finds it gone.
    public const string Mark = "UPDATE uploads SET owner = '' WHERE id = $1";
    public const string MarkOld = "UPDATE uploads SET owner = '' WHERE id IN (SELECT id FROM uploads WHERE at < $1 ORDER BY at LIMIT 10)";
    public const string RemoveMarkedParts = "DELETE FROM blob_parts WHERE id IN (SELECT id FROM uploads WHERE owner = '')";
    public const string RemoveMarked = "DELETE FROM uploads WHERE owner = ''";

    /// <summary>With its bytes beside it: $7 length, $8 the id of its parts.</summary>
    public const string Write = "INSERT INTO blobs (stream, version, number, dossier, kind, salt, length, id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    public const string WritePart = "INSERT INTO blob_parts (id, part, bytes) VALUES ($1, $2, $3)";

    /// <summary>SQLite: of an upload that is known to be there.</summary>
    public const string Bind = """
        INSERT INTO blobs (stream, version, number, dossier, kind, salt, length, id) SELECT $1, $2, $3, $4, $5, salt, length, id FROM uploads WHERE id = $6
        """;

    public const string RemoveUpload = "DELETE FROM uploads WHERE id = $1";

    /// <summary>PostgreSQL: an upload that is gone, or not finished, gives no row, hence a null salt, hence a violation.</summary>
    public const string BindOrFail = """
        WITH taken AS (DELETE FROM uploads WHERE id = $6 AND length IS NOT NULL RETURNING salt, length)
        INSERT INTO blobs (stream, version, number, dossier, kind, salt, length, id)
        VALUES ($1, $2, $3, $4, $5, (SELECT salt FROM taken), (SELECT length FROM taken), $6)
        """;

    public const string Of = "SELECT version, number, dossier, kind, salt, length FROM blobs WHERE stream = $1 ORDER BY version, number";
    public const string Part = """
        SELECT p.bytes FROM blobs b JOIN blob_parts p ON p.id = b.id WHERE b.stream = $1 AND b.version = $2 AND b.number = $3 AND p.part = $4
        """;

    public const string DestroyParts = "DELETE FROM blob_parts WHERE id IN (SELECT id FROM blobs WHERE stream = $1)";
    public const string DestroyPartsOf = "DELETE FROM blob_parts WHERE id IN (SELECT id FROM blobs WHERE stream = $1 AND dossier = $2)";
    public const string DestroyOf = "DELETE FROM blobs WHERE stream = $1 AND dossier = $2";
    public const string EraseParts = "DELETE FROM blob_parts WHERE id IN (SELECT id FROM blobs WHERE stream = $1 AND version = $2 AND number = $3)";
    public const string Erase = "DELETE FROM blobs WHERE stream = $1 AND version = $2 AND number = $3";
}
