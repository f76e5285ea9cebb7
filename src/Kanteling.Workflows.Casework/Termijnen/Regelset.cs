using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>The terms and amounts of the law as in force from a day. Chosen per procedure at its start and recorded there.</summary>
/// <param name="Id">Recorded in events; never reused.</param>
/// <param name="GeldigVanaf">First day in force.</param>
/// <param name="Termijnen">By id.</param>
/// <param name="Dwangsom">Steps of the dwangsom, in order.</param>
public sealed record Regelset(
    string Id,
    DateOnly GeldigVanaf,
    ImmutableDictionary<string, TermijnRegel> Termijnen,
    ImmutableArray<DwangsomTrap> Dwangsom)
{
    /// <summary>The term with this id.</summary>
    /// <exception cref="KeyNotFoundException">No term has this id: a mistake in the program, not of a user.</exception>
    public TermijnRegel Termijn(string id) => Termijnen[id];

    /// <summary>The dwangsom due after so many days in default (art. 4:17 l2 Awb).</summary>
    /// <param name="dagen">Days in default, from the day after the two weeks since the ingebrekestelling.</param>
    public Bedrag DwangsomNa(int dagen)
    {
        var bedrag = Bedrag.Niets;
        foreach (var trap in Dwangsom)
        {
            var inTrap = Math.Clamp(dagen, 0, trap.Dagen);
            (bedrag, dagen) = (bedrag + (trap.PerDag * inTrap), dagen - inTrap);
        }

        return bedrag;
    }
}

/// <summary>So many days at this amount.</summary>
/// <param name="Dagen">Calendar days.</param>
/// <param name="PerDag">Of each of those days.</param>
public readonly record struct DwangsomTrap(int Dagen, Bedrag PerDag);
