using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>The unit in which a term is written. It decides whether the Atw applies (art. 4), so it is never converted.</summary>
public enum TermijnEenheid
{
    /// <summary>Hours.</summary>
    Uren,

    /// <summary>Calendar days.</summary>
    Dagen,

    /// <summary>Weeks.</summary>
    Weken,

    /// <summary>Calendar months; a day that the last month lacks becomes the last day of that month.</summary>
    Maanden,

    /// <summary>Years.</summary>
    Jaren,
}

/// <summary>One term as the law writes it.</summary>
/// <param name="Id">Stable id, kebab-case; see <see cref="TermijnId"/>.</param>
/// <param name="Naam">What the term is for, in Dutch.</param>
/// <param name="Aantal">At least 1.</param>
/// <param name="Eenheid">Unit of <paramref name="Aantal"/>.</param>
/// <param name="Bron">Article: one of <see cref="Uitlegwoord"/>.</param>
public sealed record TermijnRegel(string Id, string Naam, int Aantal, TermijnEenheid Eenheid, string Bron)
{
    /// <summary>The law says that the Atw does not apply, whatever the length (dwangsom, art. 4:17 l1 Awb).</summary>
    public bool AtwUitgesloten { get; init; }

    /// <summary>Counted back from a day; such a term does not roll (art. 1 l2 Atw).</summary>
    public bool TeltTerug { get; init; }

    /// <summary>May be suspended (art. 4:15 Awb). False for the onderzoek: art. 4:15 speaks of an aanvraag, the six weeks run on a melding.</summary>
    public bool Opschortbaar { get; init; }

    /// <summary>Art. 4 under a Atw: hours, more than 90 days, twelve weeks or three months, and years stay outside.</summary>
    public bool IsTeLangVoorAtw => Eenheid switch
    {
        TermijnEenheid.Dagen => Aantal > 90,
        TermijnEenheid.Weken => Aantal > 12,
        TermijnEenheid.Maanden => Aantal > 3,
        TermijnEenheid.Uren or TermijnEenheid.Jaren => true,
    };

    /// <summary>Whether the last day rolls over weekends and feestdagen.</summary>
    public bool SchuiftOp => !AtwUitgesloten && !TeltTerug && !IsTeLangVoorAtw;

    /// <summary>Art. 2 Atw speaks of terms of at least three days.</summary>
    internal bool EistTweeWerkdagen => SchuiftOp && (Eenheid != TermijnEenheid.Dagen || Aantal >= 3);

    /// <summary>For example what is read as <c>6 weken</c>.</summary>
    internal Told Duur => new(
        Eenheid switch
        {
            TermijnEenheid.Uren => Uitlegwoord.Uren,
            TermijnEenheid.Dagen => Uitlegwoord.Dagen,
            TermijnEenheid.Weken => Uitlegwoord.Weken,
            TermijnEenheid.Maanden => Uitlegwoord.Maanden,
            TermijnEenheid.Jaren => Uitlegwoord.Jaren,
        },
        Aantal);

    /// <summary>The last day before the Atw is applied; the start day itself is day 0.</summary>
    internal DateOnly RuweLaatsteDag(DateOnly start)
    {
        var aantal = TeltTerug ? -Aantal : Aantal;
        return Eenheid switch
        {
            TermijnEenheid.Dagen => start.AddDays(aantal),
            TermijnEenheid.Weken => start.AddDays(aantal * 7),
            TermijnEenheid.Maanden => start.AddMonths(aantal),
            TermijnEenheid.Jaren => start.AddYears(aantal),
            TermijnEenheid.Uren => throw new ArgumentException("A term in hours starts at a moment, not on a day.", nameof(start)),
        };
    }
}
