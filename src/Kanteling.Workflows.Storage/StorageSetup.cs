using Kanteling.Workflows.Storage.Erasures;
using Kanteling.Workflows.Storage.Keys;
using Kanteling.Workflows.Storage.Migrations;
using Kanteling.Workflows.Storage.Postgres;
using Kanteling.Workflows.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Kanteling.Workflows.Storage;

/// <summary>Opens the database, after making it and bringing its tables up to date.</summary>
public static class StorageSetup
{
    const string UnknownMigration = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" < $1 OR \"MigrationId\" > $2 ORDER BY 1";

    /// <exception cref="DatabaseInUseException">Another server holds this SQLite database.</exception>
    /// <exception cref="OlderDatabaseException">It is of before format 1.</exception>
    /// <exception cref="NewerDatabaseException">A later version of the program brought it further than this one knows.</exception>
    /// <exception cref="KeysRefusedException">There are no keys for it, or not its own.</exception>
    /// <exception cref="StorageUnavailableException">PostgreSQL does not answer, or another node makes the database ready and is not done yet.</exception>
    /// <exception cref="DatabaseNotAllowedException">It is not there, or has no tables, and this user of PostgreSQL may not make them.</exception>
    public static Task<OpenStorage> OpenAsync(StorageOptions options, CancellationToken cancellation = default) =>
        options.Provider == StorageProvider.Sqlite ? OpenSqliteAsync(options, cancellation) : OpenPostgresAsync(options, cancellation);

    /// <summary>Opens an existing SQLite database beside a server that works on it, to verify it or copy it. Writing fails.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="erasureList">Where the list of what was erased stands; null when it stands beside the database.</param>
    /// <exception cref="OlderDatabaseException">It is of before format 1.</exception>
    /// <exception cref="NewerDatabaseException">A later version of the program brought it further than this one knows.</exception>
    public static OpenStorage OpenSqliteReadOnly(string path, string? erasureList = null)
    {
        using (var first = SqliteSession.ForReading(path))
        {
            if (first.Scalar(UnknownMigration, Format1.Id, KnownMigrations.Last) is string unknown)
                KnownMigrations.Check([unknown], path);
        }
        var readers = new SqliteReaders(path);
        var writer = new SqliteWriter(() => SqliteSession.ForReading(path));
        // Nothing is asked here under a key: to read and to prove, any will do when the file was not brought along.
        return Compose(path, new SqliteStore(writer, readers, KeyFile.Read(path) ?? new KeyRing(RingKey.New("reading")), ListOf(path, erasureList)), readers, writer, heldLock: null);
    }

    /// <summary>Throws away everything in a database that nobody has open, and the list of what was erased; opening it makes it anew. For a demonstration.</summary>
    /// <exception cref="DatabaseInUseException">A server holds this SQLite database.</exception>
    public static async Task EmptyAsync(StorageOptions options, CancellationToken cancellation = default)
    {
        if (options.Provider == StorageProvider.Postgres)
        {
            await using var source = NpgsqlDataSource.Create(options.Connection);
            await using var empty = source.CreateCommand(
                """
                do $$ declare names text; begin
                  select string_agg(format('%I', tablename), ', ') into names from pg_tables where schemaname = current_schema() and tablename NOT IN ('__EFMigrationsHistory', 'feed_epochs');
                  if names is not null then execute 'truncate ' || names || ' restart identity cascade'; end if;
                end $$
                """);
            await empty.ExecuteNonQueryAsync(cancellation);
            File.Delete(options.ErasureFile);
            return;
        }
        var path = Path.GetFullPath(options.Target);
        await using var heldLock = DatabaseLock.Take(path);
        foreach (var file in (string[])[path, path + "-wal", path + "-shm", options.ErasureFile])
            File.Delete(file);
    }

    /// <summary>Whether there is a database here that was opened before. Nothing is made.</summary>
    /// <exception cref="StorageUnavailableException">PostgreSQL does not answer.</exception>
    public static async Task<bool> ExistsAsync(StorageOptions options, CancellationToken cancellation = default)
    {
        if (options.Provider == StorageProvider.Sqlite)
            return new FileInfo(options.Target) is { Exists: true, Length: > 0 };
        await using var source = NpgsqlDataSource.Create(options.Connection);
        await using var db = new KantelingDb(Options(o => o.UseNpgsql(source)));
        try
        {
            return await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellation) && (await db.Database.GetAppliedMigrationsAsync(cancellation)).Any();
        }
        catch (Exception reason) when (StorageUnavailableException.IsOf(reason))
        {
            throw StorageUnavailableException.For(reason);
        }
    }

    static async Task<OpenStorage> OpenSqliteAsync(StorageOptions options, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(options.Target);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var heldLock = DatabaseLock.Take(path);
        try
        {
            var keys = await PrepareSqliteAsync(path, options, cancellation);
            var (readers, writer) = (new SqliteReaders(path), new SqliteWriter(() => SqliteSession.ForWriting(path, options.IsDurable)));
            return Compose(path, new SqliteStore(writer, readers, keys, ListOf(path, options.ErasureList)), readers, writer, heldLock);
        }
        catch
        {
            await heldLock.DisposeAsync();
            throw;
        }
    }

    static async Task<KeyRing> PrepareSqliteAsync(string path, StorageOptions options, CancellationToken cancellation)
    {
        using var session = SqliteSession.ForWriting(path, options.IsDurable);
        await using var db = new KantelingDb(Options(o => o.UseSqlite(session.Connection)));
        await MigrateAsync(db, path, cancellation);
        var keys = options.Keys ?? KeyFile.Read(path);
        if (keys is null && await KeyProofs.AnyAsync(db, cancellation))
            throw new KeysRefusedException(KeysRefusal.FileMissing, KeyFile.Of(path));
        keys ??= KeyFile.Make(path);
        await KeyProofs.CheckAsync(db, keys, cancellation);
        // An erasure may have been cut short between its commit and this.
        session.Truncate();
        return keys;
    }

    static async Task MigrateAsync(KantelingDb db, string target, CancellationToken cancellation)
    {
        KnownMigrations.Check(await db.Database.GetAppliedMigrationsAsync(cancellation), target);
        await db.Database.MigrateAsync(cancellation);
    }

    static ErasureList ListOf(string path, string? elsewhere) => new(elsewhere ?? path + StorageOptions.ErasedBeside);

    static OpenStorage Compose(string path, SqliteStore store, SqliteReaders readers, SqliteWriter writer, FileStream? heldLock)
    {
        var pool = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString();
        var options = Options(o => o.UseSqlite(pool));
        var registers = new RegisterStore(() => new KantelingDb(options), writer);
        return new OpenStorage(store, registers, async () =>
        {
            // The writer closes last: only it can move what is left in the WAL into the file, so that one file is left to copy.
            readers.Dispose();
            using (var pooled = new SqliteConnection(pool))
                SqliteConnection.ClearPool(pooled);
            writer.Dispose();
            if (heldLock is not null)
                await heldLock.DisposeAsync();
        });
    }

    /// <summary>Whether it can be tried to open it: PostgreSQL answers, and no other node is making the database ready.</summary>
    public static Task<bool> IsFreeAsync(StorageOptions options, CancellationToken cancellation = default) =>
        options.Provider == StorageProvider.Sqlite ? Task.FromResult(true) : Turn.IsFreeAsync(options.Connection, cancellation);

    static async Task<OpenStorage> OpenPostgresAsync(StorageOptions options, CancellationToken cancellation)
    {
        var keys = options.Keys ?? throw new KeysRefusedException(KeysRefusal.NotGiven);
        var source = NpgsqlDataSource.Create(options.Connection);
        var db = Options(o => o.UseNpgsql(source));
        var isMissing = false;
        try
        {
            await using var migrating = new KantelingDb(db);
            var maker = migrating.GetService<IRelationalDatabaseCreator>();
            isMissing = !await maker.ExistsAsync(cancellation);
            if (isMissing)
                await maker.CreateAsync(cancellation);
            isMissing = false;
            await using var turn = await Turn.TakeAsync(options.Connection, cancellation);
            await MigrateAsync(migrating, new NpgsqlConnectionStringBuilder(options.Target).Database ?? "", cancellation);
            await KeyProofs.CheckAsync(migrating, keys, cancellation);
        }
        catch (Exception reason)
        {
            await source.DisposeAsync();
            if (StorageUnavailableException.IsOf(reason))
                throw StorageUnavailableException.For(reason);
            if (reason is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege })
                throw new DatabaseNotAllowedException(new NpgsqlConnectionStringBuilder(options.Target).Database ?? "", isMissing, reason);
            throw;
        }
        var commits = NpgsqlDataSource.Create(ForCommits(options.Connection));
        var erasures = new ErasureList(options.ErasureFile);
        var store = new PostgresStore(commits, keys, erasures);
        var storage = new OpenStorage(store, new RegisterStore(() => new KantelingDb(db), writer: null), async () =>
        {
            await commits.DisposeAsync();
            await source.DisposeAsync();
        }, wait => Turn.TakeAsync(options.Connection, wait));
        try
        {
            await store.NoticeRestoreAsync(cancellation);
            return storage;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The commit path keeps its statements prepared, and a plan that was made when the tables were empty would go on
    /// reading them whole while they grow. Every statement there has an index to follow row by row, so nothing else is a choice.
    /// None of them runs long enough to earn back being compiled: searching among 100,000 people took 345 ms with jit, of which 295 was compiling, and 60 without.
    /// </summary>
    internal static NpgsqlConnectionStringBuilder ForCommits(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 };
        connection.Options = $"{connection.Options} -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off".TrimStart();
        return connection;
    }

    static DbContextOptions<KantelingDb> Options(Action<DbContextOptionsBuilder<KantelingDb>> use)
    {
        var builder = new DbContextOptionsBuilder<KantelingDb>();
        use(builder);
        // Migrations are written by hand, so there is no snapshot of the model to compare with; tests read every table.
        return builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)).Options;
    }
}
