using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Storage.Schema;

static partial class ColumnNames
{
    /// <summary><c>DueAt</c> is the column <c>due_at</c>.</summary>
    public static string Of(string property) => Capital().Replace(property, "_$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capital();
}
