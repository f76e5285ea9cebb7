using System.Collections.Immutable;
using Kanteling.Workflows.Casework;

namespace Kanteling.Workflows.Zaken.Antwoorden;

/// <summary>
/// Why something is not done: an ordinary answer, given back and never thrown. The host turns it into problem+json for
/// programs and into a page for people. An act that gives nothing back answers a <c>Weigering?</c>: null when it was done.
/// </summary>
/// <param name="Code">Stable; has a Dutch sentence.</param>
public sealed record Weigering(string Code, params ImmutableArray<string> Argumenten)
{
    /// <summary>What is wrong per field, or with the act as a whole.</summary>
    public ImmutableArray<Refusal> Fouten { get; init; } = [];

    /// <summary>What is wrong in whole sentences, for what has no sentence by code alone.</summary>
    public ImmutableArray<string> Zinnen { get; init; } = [];

    /// <summary>More that a program may want to read, by name.</summary>
    public IReadOnlyDictionary<string, object?> Extra { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>How long to wait before asking again has sense.</summary>
    public TimeSpan? OpnieuwNa { get; init; }

    /// <summary>The code's sentence, with its arguments in it.</summary>
    public string Zin => Casework.Zinnen.Voor(Code, Argumenten);

    /// <summary>What somebody has to read: whole sentences when there are, else those of what is wrong, else that of the code.</summary>
    public ImmutableArray<string> Uitleg =>
        !Zinnen.IsEmpty ? Zinnen
        : Fouten.IsEmpty ? [Zin]
        : [.. Fouten.Select(f => Casework.Zinnen.Voor(f.Code, f.Arguments))];

    /// <summary>The engine's refusals: one by itself, with its details when it sums up; several or those by field together.</summary>
    public static Weigering Door(ImmutableArray<Refusal> refusals)
    {
        var first = refusals[0];
        if (!first.Details.IsEmpty)
            return new Weigering(first.Code, [.. first.Arguments]) { Fouten = first.Details };
        if (refusals.Any(r => r.Field is not null))
            return new Weigering(Verzoekcode.AntwoordenOnjuist) { Fouten = refusals };
        return new Weigering(first.Code, [.. first.Arguments]) { Fouten = refusals.Length > 1 ? refusals : [] };
    }
}
