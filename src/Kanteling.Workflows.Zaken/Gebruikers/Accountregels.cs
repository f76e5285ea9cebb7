using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>What an account may be called, and which roles there are.</summary>
public static partial class Accountregels
{
    public const int LangsteNaam = 100;
    public const int LangsteReden = 500;

    public static bool IsInlognaam(string naam) => Inlognaam().IsMatch(naam) && !naam.StartsWith("demo-", StringComparison.Ordinal);

    public static Weigering? Naam(string? naam) => string.IsNullOrWhiteSpace(naam) || naam.Length > LangsteNaam || !Naamtekens.ZijnZichtbaar(naam) ? new Weigering(Gebruikercode.NaamOnjuist, $"{LangsteNaam}") : null;

    /// <summary>Two colleagues of one name are not kept apart on a page; what differs in capitals or marks only is one name.</summary>
    /// <param name="zelf">Whose name it becomes; null for somebody new.</param>
    public static Weigering? NaamVanCollega(string naam, UserId? zelf, IEnumerable<User> iedereen) =>
        iedereen.FirstOrDefault(u => u.IsActive && u.Id != zelf && Kaal(u.DisplayName) == Kaal(naam)) is { } ander ? new Weigering(Gebruikercode.NaamVanCollega, ander.DisplayName) : null;

    static string Kaal(string naam) => string.Join(' ', Schrijfvorm.Woorden(naam));

    public static Weigering? RollenBestaan(ImmutableArray<string>? rollen) => rollen?.Except(Rollen.Meegeleverd.Namen).FirstOrDefault() is { } onbekend
        ? new Weigering(Gebruikercode.RolOnbekend, onbekend, string.Join(", ", Rollen.Meegeleverd.Namen)) : null;

    public static Weigering? Reden(string? reden, string naam) => string.IsNullOrWhiteSpace(reden) || reden.Length > LangsteReden ? new Weigering(Gebruikercode.RedenOntbreekt, naam, $"{LangsteReden}") : null;

    [GeneratedRegex("^[a-z][a-z0-9.-]{1,59}$")]
    private static partial Regex Inlognaam();
}
