using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Kanteling.Workflows.Definitions;

/// <summary>
/// A document that a version of a definition was published with: its steps use exactly this version, whatever came later. The
/// pins of a version together are its manifest. It stands beside the drawing, never in it, so that no designer can lose it.
/// </summary>
/// <param name="Kind">What sort of document; a word of the domain.</param>
/// <param name="Hash">SHA-256 of the document as it was then, in hex.</param>
public sealed record Pin(string Kind, string Id, int Version, string Hash)
{
    /// <summary>Without the hash: which document it is.</summary>
    public DocumentVersion Document() => new(Kind, Id, Version);
}

/// <summary>One version of one document.</summary>
/// <param name="Kind">What sort of document; a word of the domain.</param>
/// <param name="Version">Counts from 1.</param>
public readonly record struct DocumentVersion(string Kind, string Id, int Version)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id}@{Version}");
}

/// <summary>What a definition would be published with now.</summary>
/// <param name="Missing">What it uses and is not there.</param>
public sealed record Pinning(ImmutableArray<Pin> Pins, ImmutableArray<Finding> Missing)
{
    public static readonly Pinning None = new([], []);
}

/// <summary>The pins of a version as text.</summary>
public static class Manifest
{
    static readonly JsonSerializerOptions Options = Json.ForStorage();

    public static string Write(ImmutableArray<Pin> pins) => JsonSerializer.Serialize(pins, Options);

    public static ImmutableArray<Pin> Read(string text) => JsonSerializer.Deserialize<ImmutableArray<Pin>>(text, Options);
}
