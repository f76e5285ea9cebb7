using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>A computed term, with how it came about.</summary>
/// <param name="RuweLaatsteDag">Last day before weekends and feestdagen.</param>
/// <param name="LaatsteDag">Last day on which it is still in time.</param>
/// <param name="Verval">First moment that is too late: the local midnight after the last day.</param>
/// <param name="Uitleg">How it was computed and what moved it.</param>
/// <param name="Waarschuwingen">What may still change.</param>
/// <param name="KalenderVersie">The version of the <see cref="Kalender"/> used.</param>
public sealed record TermijnUitkomst(
    DateOnly RuweLaatsteDag,
    DateOnly LaatsteDag,
    DateTimeOffset Verval,
    Explanation Uitleg,
    Explanation Waarschuwingen,
    int KalenderVersie);
