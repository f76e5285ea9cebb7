using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What somebody can be to a household or to one of its procedures, so that a task can be addressed to whoever that is.</summary>
public static class Relaties
{
    public const string Behandelaar = "behandelaar";
    public const string Casusregisseur = "casusregisseur";
    public const string Wijkteam = "wijkteam";

    public static readonly ImmutableArray<string> Alle = [Behandelaar, Casusregisseur, Wijkteam];
}
