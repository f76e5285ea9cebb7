using System.Globalization;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>The names of runs outside the engine: an instance is <c>{stream}-{n}</c>, a run of an activity in it <c>{stream}-{n}-{m}</c>, where 0 is the instance itself.</summary>
static class RunIds
{
    public static string OfInstance(string stream, long instance) => string.Create(CultureInfo.InvariantCulture, $"{stream}-{instance}");

    public static string OfExecution(string stream, long instance, long execution) => string.Create(CultureInfo.InvariantCulture, $"{stream}-{instance}-{execution}");

    public static bool TryInstance(string? id, out (string Stream, long Instance) found) => TryCut(id, out found);

    public static bool TryExecution(string? id, out (string Stream, long Instance, long Execution) found)
    {
        found = default;
        if (!TryCut(id, out var inner) || !TryCut(inner.Before, out var outer))
            return false;
        found = (outer.Before, outer.Number, inner.Number);
        return true;
    }

    static bool TryCut(string? id, out (string Before, long Number) found)
    {
        found = default;
        var dash = id?.LastIndexOf('-') ?? -1;
        if (id is null || dash <= 0 || id.Any(char.IsControl) || !long.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        found = (id[..dash], number);
        return true;
    }
}

/// <summary>
/// A trial runs on a copy of a drawing: <c>proef~{definition}~{12 hex of the drawing's hash}</c>, so that the same drawing is the
/// same copy. Outside, such a run belongs to the definition that was copied; only its version id names the copy, because that
/// is the drawing that ran.
/// </summary>
static class TrialDefinition
{
    const int HexLength = 12;

    public static string IdOf(string definitionId, string hash) => $"{Streams.TrialDefinitionPrefix}{definitionId}~{hash[..HexLength]}";

    /// <summary>The definition that was copied; any other id as it is.</summary>
    public static string OriginalOf(string definitionId) =>
        Streams.IsTrialDefinition(definitionId) && definitionId.Length > Streams.TrialDefinitionPrefix.Length + HexLength + 1
            ? definitionId[Streams.TrialDefinitionPrefix.Length..^(HexLength + 1)]
            : definitionId;

    public static string OutwardVersionId(DefinitionVersion version) => VersionId.Of(version);
}
