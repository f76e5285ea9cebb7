using System.Globalization;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Zaken.Verlopen;

/// <summary>
/// A trial runs on a copy of a drawing: <c>proef~{definition}~{12 hex of the drawing's hash}</c>, so that the same drawing is the
/// same copy. Outside, such a run belongs to the definition that was copied; only its version id names the copy, because that
/// is the drawing that ran.
/// </summary>
public static class Proeftekening
{
    const int HexLength = 12;

    public static DefinitionId IdVan(DefinitionId definitionId, string hash) => new($"{Streams.TrialDefinitionPrefix}{definitionId}~{hash[..HexLength]}");

    /// <summary>The definition that was copied; any other id as it is.</summary>
    public static DefinitionId OrigineelVan(DefinitionId definitionId) =>
        Streams.IsTrialDefinition(definitionId) && definitionId.Text.Length > Streams.TrialDefinitionPrefix.Length + HexLength + 1
            ? new(definitionId.Text[Streams.TrialDefinitionPrefix.Length..^(HexLength + 1)])
            : definitionId;

    public static string VersieidNaarBuiten(DefinitionVersion version) => Versieid.Van(version);
}
