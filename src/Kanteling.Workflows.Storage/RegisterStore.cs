using System.Collections.Immutable;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kanteling.Workflows.Storage;

/// <summary>
/// Reads and writes of the registers, with EF Core. A write is one transaction with an audit row for every register row
/// that changed; on SQLite it waits its turn at the one writer, so do nothing in it but talk to the database.
/// </summary>
public sealed class RegisterStore
{
    readonly Func<KantelingDb> open;
    readonly SqliteWriter? writer;

    /// <param name="open">Gives a context on a connection of its own; on SQLite one that can only read.</param>
    /// <param name="writer">The one writer, on SQLite.</param>
    internal RegisterStore(Func<KantelingDb> open, SqliteWriter? writer)
    {
        this.open = open;
        this.writer = writer;
    }

    /// <summary>Once more when a connection proved dead, as every one of the pool is after a restart of the database.</summary>
    /// <exception cref="StorageUnavailableException" />
    internal async Task<T> ReadAsync<T>(Func<KantelingDb, Task<T>> read)
    {
        for (var again = writer is null; ; again = false)
        {
            await using var db = open();
            try
            {
                return await read(db);
            }
            catch (Exception reason) when (StorageUnavailableException.IsOf(reason))
            {
                if (!again || StorageUnavailableException.IsSlow(reason))
                    throw StorageUnavailableException.For(reason);
            }
        }
    }

    /// <summary>Changes registers. What was added, changed or removed on the context is saved, once, when the function returns.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">For the audit rows.</param>
    /// <param name="holdTasks">No commit changes an open task, and nobody else a user, before this is saved. On SQLite that is always so.</param>
    /// <param name="together">Statements that the function runs itself are one transaction with what is saved. On SQLite that is always so.</param>
    /// <exception cref="RegisterConflictException">Somebody changed a row since it was read, or a name is taken.</exception>
    /// <exception cref="StorageUnavailableException" />
    internal async Task<T> WriteAsync<T>(ActorId actor, DateTimeOffset now, Func<KantelingDb, Task<T>> change, CancellationToken cancellation = default, bool holdTasks = false, bool together = false)
    {
        try
        {
            return writer is null
                ? holdTasks || together ? await TogetherAsync(open(), actor, now, change, holdTasks) : await WithAsync(open(), actor, now, change)
                : await writer.RunAsync(session => WithAsync(OnWriter(session.Connection), actor, now, change, session.NextPosition), cancellation);
        }
        catch (DbUpdateConcurrencyException reason)
        {
            throw new RegisterConflictException(isTaken: false, reason);
        }
        catch (DbUpdateException reason) when (reason.InnerException is { } inner)
        {
            throw IsTaken(inner) ? new RegisterConflictException(isTaken: true, reason) : StorageUnavailableException.For(inner);
        }
        catch (Exception reason) when (StorageUnavailableException.IsOf(reason))
        {
            throw StorageUnavailableException.For(reason);
        }
    }

    /// <summary>Notes that somebody looked at a dossier. On SQLite many such notes share one transaction.</summary>
    public async Task LogReadAsync(DossierRead read, CancellationToken cancellation = default)
    {
        if (writer is not null)
        {
            await writer.GroupAsync(session => session.Run(
                new(Sql.LogRead, session.NextPosition(), read.UserId, read.At.UtcTicks, read.Stream, read.Dossier, read.What)), isPerson: true, cancellation);
        }
        else
        {
            await WriteAsync(read.UserId.Actor, read.At, db => Task.FromResult(db.DossierReads.Add(read)), cancellation);
        }
    }

    /// <summary>The same for what one answer shows, in one transaction.</summary>
    public async Task LogReadsAsync(IReadOnlyCollection<DossierRead> reads, CancellationToken cancellation = default)
    {
        if (reads.Count == 0)
            return;
        if (writer is null)
        {
            await WriteAsync(reads.First().UserId.Actor, reads.First().At, db =>
            {
                db.DossierReads.AddRange(reads);
                return Task.FromResult(true);
            }, cancellation);
            return;
        }
        await writer.GroupAsync(session =>
        {
            foreach (var read in reads)
                session.Run(new(Sql.LogRead, session.NextPosition(), read.UserId, read.At.UtcTicks, read.Stream, read.Dossier, read.What));
            return true;
        }, isPerson: true, cancellation);
    }

    /// <param name="position">Draws the next position in the feed; null where the database does that by itself.</param>
    static async Task<T> WithAsync<T>(KantelingDb context, ActorId actor, DateTimeOffset now, Func<KantelingDb, Task<T>> change, Func<long>? position = null)
    {
        await using var db = context;
        var result = await change(db);
        await ChangeAudit.RecordAsync(db, actor, now, position);
        if (SessionEnds.Of(db) is not [_, ..] ended)
        {
            await db.SaveChangesAsync();
            return result;
        }
        // On SQLite the writer began the transaction.
        await using var transaction = position is null ? await db.Database.BeginTransactionAsync() : null;
        await SaveAsync(db, ended, now);
        if (transaction is not null)
            await transaction.CommitAsync();
        return result;
    }

    /// <param name="holdTasks">Waits for who changes users and for the commits that are under way; those that come wait for this.</param>
    static async Task<T> TogetherAsync<T>(KantelingDb context, ActorId actor, DateTimeOffset now, Func<KantelingDb, Task<T>> change, bool holdTasks)
    {
        await using var db = context;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (holdTasks)
        {
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE");
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE tasks IN SHARE MODE");
        }
        var result = await change(db);
        await ChangeAudit.RecordAsync(db, actor, now, null);
        await SaveAsync(db, SessionEnds.Of(db), now);
        await transaction.CommitAsync();
        return result;
    }

    /// <summary>The users first: who signs in meanwhile holds his own row, and so is before this or sees it.</summary>
    static async Task SaveAsync(KantelingDb db, ImmutableArray<(UserId User, string Why)> ended, DateTimeOffset now)
    {
        await db.SaveChangesAsync();
        foreach (var (user, why) in ended)
            await SessionEnds.EndAsync(db, user, why, now);
    }

    static KantelingDb OnWriter(SqliteConnection connection)
    {
        var db = new KantelingDb(new DbContextOptionsBuilder<KantelingDb>().UseSqlite(connection).Options);
        // The writer began the transaction and will end it.
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    static bool IsTaken(Exception reason) =>
        reason is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
