using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kanteling.Workflows;

/// <summary>Ids and kinds of streams. A stream's id says nothing about whom it is of.</summary>
public static class Streams
{
    public const string DefinitionPrefix = "def-";

    /// <summary>The kind of a definition's stream.</summary>
    public const string DefinitionKind = "definition";

    public static string OfDefinition(string definitionId) => DefinitionPrefix + definitionId;

    /// <summary>The stream in which a trigger's instance starts: the same for the same trigger and moment.</summary>
    public static string ForTrigger(string definitionId, string activity, DateTimeOffset due) =>
        Derived(string.Create(CultureInfo.InvariantCulture, $"{definitionId}\n{activity}\n{due.UtcTicks}"));

    /// <summary>A stream id derived from something that happened, so that starting twice is once.</summary>
    public static string Derived(string from) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(from)).AsSpan(0, 13));
}
