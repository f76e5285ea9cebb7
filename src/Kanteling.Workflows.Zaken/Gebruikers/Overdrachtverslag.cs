using System.Collections.Immutable;
using Kanteling.Workflows.Casework;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>A task that went back to its role, because who took over cannot do it.</summary>
public sealed record Teruggegeven(string Taak, string Rol);

/// <summary>A task, or a household without one, that stayed.</summary>
public sealed record Gebleven(string Wat, bool IsTaak, string Waarom);

/// <summary>
/// What became of a handing over. The law of this file: who looks after accounts hears numbers (<see cref="InAantallen"/>); whoever has the machine hears
/// which by their ids (<see cref="Genoemd"/>); and nobody hears a title, so that no word of a household is told, shielded or not.
/// </summary>
/// <param name="Aan">How who took over is called.</param>
/// <param name="Gelukt">Households in which all was handed over.</param>
public sealed record Overdrachtverslag(string Aan, int Gelukt, ImmutableArray<Teruggegeven> Terug, ImmutableArray<Gebleven> Bleef)
{
    /// <summary>For pages and programs.</summary>
    public ImmutableArray<string> InAantallen =>
    [
        .. Terug.IsEmpty ? [] : (string[])[Zinnen.Voor(Gebruikercode.TakenTerug, Aan, $"{Terug.Length}")],
        .. Bleef.IsEmpty ? [] : (string[])[Zinnen.Voor(Gebruikercode.NietOvergedragen, $"{Bleef.Count(b => b.IsTaak)}", $"{Bleef.Count(b => !b.IsTaak)}", Aan)],
    ];

    /// <summary>For the command line: a sentence each, of what went back to its role and of what stayed.</summary>
    public (ImmutableArray<string> Terug, ImmutableArray<string> Bleef) Genoemd =>
        ([.. Terug.Select(t => Zinnen.Voor(Gebruikercode.TaakTerug, t.Taak, Aan, t.Rol))], [.. Bleef.Select(b => $"{b.Wat}: {b.Waarom}")]);
}
