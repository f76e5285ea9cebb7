using System.Collections.Immutable;
using Kanteling.Workflows.Casework;

namespace Kanteling.Workflows.Zaken.Antwoorden;

/// <summary>
/// A request that is answered with a problem. Thrown where it is found, answered in one place by the host:
/// as problem+json for programs, as a page for people.
/// </summary>
/// <param name="code">Stable; has a Dutch sentence.</param>
public sealed class Geweigerd(string code, params string[] argumenten) : Exception(code)
{
    public string Code { get; } = code;

    public ImmutableArray<string> Argumenten { get; } = [.. argumenten];

    /// <summary>What is wrong per field, or with the act as a whole.</summary>
    public ImmutableArray<Refusal> Fouten { get; init; } = [];

    /// <summary>What is wrong in whole sentences, for what has no sentence by code alone.</summary>
    public ImmutableArray<string> Zinnen { get; init; } = [];

    /// <summary>More that a program may want to read, by name.</summary>
    public IReadOnlyDictionary<string, object?> Extra { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>How long to wait before asking again has sense.</summary>
    public TimeSpan? OpnieuwNa { get; init; }

    /// <summary>The engine's refusals: by field 422, what is not there 404, a busy stream 503, everything else 409.</summary>
    public static Geweigerd Door(ImmutableArray<Refusal> refusals)
    {
        var first = refusals[0];
        if (refusals.Any(r => r.Field is not null))
            return new Geweigerd(Verzoekcode.AntwoordenOnjuist) { Fouten = refusals };
        return new Geweigerd(first.Code, [.. first.Arguments]) { Fouten = refusals.Length > 1 ? refusals : [] };
    }
}
