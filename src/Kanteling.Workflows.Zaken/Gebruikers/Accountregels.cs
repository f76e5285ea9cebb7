using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>What an account may be called, and which roles there are.</summary>
public static partial class Accountregels
{
    public const int LangsteNaam = 100;
    public const int LangsteReden = 500;

    public static bool IsInlognaam(string naam) => Inlognaam().IsMatch(naam) && !naam.StartsWith("demo-", StringComparison.Ordinal);

    public static Weigering? Naam(string? naam) => string.IsNullOrWhiteSpace(naam) || naam.Length > LangsteNaam ? new Weigering(Gebruikercode.NaamOnjuist, $"{LangsteNaam}") : null;

    public static Weigering? RollenBestaan(ImmutableArray<string>? rollen) => rollen?.Except(Rollen.Meegeleverd.Namen).FirstOrDefault() is { } onbekend
        ? new Weigering(Gebruikercode.RolOnbekend, onbekend, string.Join(", ", Rollen.Meegeleverd.Namen)) : null;

    public static Weigering? Reden(string? reden, string naam) => string.IsNullOrWhiteSpace(reden) || reden.Length > LangsteReden ? new Weigering(Gebruikercode.RedenOntbreekt, naam, $"{LangsteReden}") : null;

    [GeneratedRegex("^[a-z][a-z0-9.-]{1,59}$")]
    private static partial Regex Inlognaam();
}
