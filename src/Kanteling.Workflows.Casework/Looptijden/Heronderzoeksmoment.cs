using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Looptijden;

/// <summary>
/// When a decision is looked at again (art. 2.3.9 Wmo 2015): some weeks before it ends, so that the new decision can be
/// there in time, and on the review date of structureel support. Never in the first half of a short period: then there is
/// nothing yet to look at.
/// </summary>
static class Heronderzoeksmoment
{
    /// <summary>The day on which it begins, and how that day was found; null when there is nothing to look at again, or it was begun.</summary>
    public static (DateOnly Dag, Explanation Uitleg)? Van(Ondersteuning o, Dossier? d, Kalender kalender)
    {
        if (d is null || o is not { RustOpBesluit: true, Heronderzoek: null, Eindreden: null, OpgevolgdDoor: null } || !IsTeZien(o))
            return null;
        var einde = o.Einde is { } laatste ? VoorEinde(o, laatste, d.Regels, kalender) : null;
        return o.Structureel?.Herzien is { } herzien && !(einde?.Dag < herzien) ? (herzien, [new(Uitlegcode.TermijnHerzien, herzien)]) : einde;
    }

    static bool IsTeZien(Ondersteuning o) => o.Loopt || o.Status is Ondersteuningsstatus.Toegekend or Ondersteuningsstatus.NietGestart;

    static (DateOnly Dag, Explanation Uitleg)? VoorEinde(Ondersteuning o, DateOnly einde, Regelset regels, Kalender kalender)
    {
        var terug = Termijn.Bereken(einde, regels.Termijn(TermijnId.HeronderzoekVooraf), kalender);
        var helft = o.Start is { } start && start < einde ? start.AddDays((einde.DayNumber - start.DayNumber) / 2) : (DateOnly?)null;
        return helft > terug.LaatsteDag
            ? (helft.Value, [new(Uitlegcode.TermijnHeronderzoekHelft, einde, helft.Value)])
            : (terug.LaatsteDag, [.. terug.Uitleg, new(Uitlegcode.TermijnHeronderzoek, einde)]);
    }
}
