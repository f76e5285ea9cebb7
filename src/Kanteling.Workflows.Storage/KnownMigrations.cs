using System.Collections.Immutable;
using System.Reflection;
using Kanteling.Workflows.Storage.Migrations;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kanteling.Workflows.Storage;

/// <summary>How far this version of the program brings the tables, and what it makes of a database that is elsewhere.</summary>
static class KnownMigrations
{
    public static readonly ImmutableArray<string> All =
        [.. typeof(KnownMigrations).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)];

    public static string Last => All[^1];

    /// <exception cref="OlderDatabaseException">Of before format 1.</exception>
    /// <exception cref="NewerDatabaseException">It has what this version does not know.</exception>
    public static void Check(IEnumerable<string> applied, string target)
    {
        if (applied.Where(id => !All.Contains(id)).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw string.CompareOrdinal(unknown, Format1.Id) < 0 ? new OlderDatabaseException(target) : new NewerDatabaseException(target, unknown);
    }
}
