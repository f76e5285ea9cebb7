using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>Why a clock may stand still: art. 4:15 Awb.</summary>
public enum Opschortingsgrond
{
    /// <summary>4:5 and 4:15 l1 a: the applicant was invited to complete the aanvraag.</summary>
    Aanvulling,

    /// <summary>4:15 l1 b: information was asked from abroad.</summary>
    InlichtingenBuitenland,

    /// <summary>4:15 l2 a: the applicant agreed in writing.</summary>
    Instemming,

    /// <summary>4:15 l2 b: the delay is due to the applicant.</summary>
    Aanvrager,

    /// <summary>4:15 l2 c: force majeure; its begin and end must be told (l3).</summary>
    Overmacht,
}

/// <summary>One interval in which the clock stands still, half-open.</summary>
/// <param name="Grond">Why.</param>
/// <param name="Vanaf">First day that does not count.</param>
/// <param name="Tot">First day that counts again; null while it lasts.</param>
public sealed record Opschorting(Opschortingsgrond Grond, DateOnly Vanaf, DateOnly? Tot = null)
{
    /// <summary>
    /// Art. 4:15 l1: from the day <i>after</i> the invitation. It ends on the day the aanvraag was completed, or on the
    /// day after the term to complete has passed unused.
    /// </summary>
    public static Opschorting NaUitnodiging(DateOnly uitnodiging) => new(Opschortingsgrond.Aanvulling, uitnodiging.AddDays(1));

    /// <summary>The Dutch words for a ground, to stand inside a sentence.</summary>
    internal static string Reden(Opschortingsgrond grond) => Zinnen.Binnenin(Woord(grond).Code);

    /// <summary>The ground as a word of the closed list.</summary>
    internal static Told Woord(Opschortingsgrond grond) => new(grond switch
    {
        Opschortingsgrond.Aanvulling => Uitlegwoord.GrondAanvulling,
        Opschortingsgrond.InlichtingenBuitenland => Uitlegwoord.GrondInlichtingenBuitenland,
        Opschortingsgrond.Instemming => Uitlegwoord.GrondInstemming,
        Opschortingsgrond.Aanvrager => Uitlegwoord.GrondAanvrager,
        Opschortingsgrond.Overmacht => Uitlegwoord.GrondOvermacht,
    });
}
