using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kanteling.Workflows.Storage;

/// <summary>Makes the audit rows of what is about to be saved, and moves the versions on.</summary>
static class ChangeAudit
{
    /// <summary>Secrets, and what is too large to be kept twice: of these only that they changed.</summary>
    static readonly HashSet<string> NotCopied = [nameof(User.PasswordHash), nameof(User.TokenHash), nameof(AccessLink.LinkHash), nameof(SecondStep.Secret), nameof(DefinitionDraft.Document)];

    /// <param name="position">Draws the next position in the feed; null where the database does that by itself.</param>
    public static async Task RecordAsync(KantelingDb db, ActorId actor, DateTimeOffset now, Func<long>? position)
    {
        var changed = db.ChangeTracker.Entries<RegisterRow>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed)
        {
            if (entry.State != EntityState.Deleted)
                entry.Entity.Version++;
            db.RegisterChanges.Add(Row(entry, actor, now, position?.Invoke() ?? 0));
            if (entry.State != EntityState.Deleted && RegisterContent.Of(entry.Entity) is { } content)
                await RegisterContent.KeepAsync(db, entry.Metadata.GetTableName()!, KeyOf(entry), content, now);
        }
    }

    static RegisterChange Row(EntityEntry<RegisterRow> entry, ActorId actor, DateTimeOffset now, long position) => new()
    {
        Position = position,
        Register = entry.Metadata.GetTableName()!,
        RowKey = KeyOf(entry),
        Kind = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "removed", _ => "changed" },
        Actor = actor,
        At = now,
        Details = Details(entry).ToJsonString(Json.Compact),
    };

    static string KeyOf(EntityEntry<RegisterRow> entry) => string.Join('/', entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => Text(p.CurrentValue)));

    static JsonObject Details(EntityEntry<RegisterRow> entry)
    {
        var details = new JsonObject();
        foreach (var property in entry.Properties.Where(p => p.Metadata.Name != nameof(RegisterRow.Version)))
        {
            var old = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var now = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue);
            if (old != now)
                details[property.Metadata.GetColumnName()] = NotCopied.Contains(property.Metadata.Name) ? "changed" : new JsonArray(old, now);
        }
        return details;
    }

    static string? Text(object? value) => value switch
    {
        null => null,
        IEnumerable<string> texts => string.Join(", ", texts),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
