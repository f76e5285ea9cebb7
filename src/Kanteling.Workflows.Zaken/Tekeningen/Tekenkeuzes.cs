using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>One line of a drop-down.</summary>
public sealed record Tekenkeuze(string Waarde, string Tekst);

/// <summary>
/// What can be chosen while drawing: roles, relations, teams, forms, letters, guides and terms, as they are in this gemeente now.
/// A value that was drawn before and is in no list any more stays a choice, so that Studio never shows it as empty.
/// </summary>
public sealed class Tekenkeuzes(Settings instellingen, Teams teams, Rollen rollen)
{
    /// <summary>The inputs that are drop-downs, in camelCase.</summary>
    public static readonly ImmutableArray<string> Velden = ["adres", "escalatie", "formulier", "brief", "leidraad", "termijn", "termijnBijAcuut"];

    static readonly ImmutableArray<Tekenkeuze> Vast =
    [
        new(Taakadres.Behandelaar, "Relatie: behandelaar"), new(Taakadres.Casusregisseur, "Relatie: casusregisseur"), new(Taakadres.Wijkteam, "Relatie: wijkteam"),
    ];

    static readonly ImmutableArray<Tekenkeuze> Termijnen =
    [
        new(Taaktermijn.Dossier, "De wettelijke termijn van het dossier"), new(TermijnId.PersoonlijkPlan, "Wettelijk: persoonlijk plan"), new(TermijnId.Aanvulling, "Wettelijk: aanvullen van de aanvraag"),
        .. new[] { 1, 2, 3, 5, 10, 15, 20, 30 }.Select(n => new Tekenkeuze(n == 1 ? "1 werkdag" : $"{n} werkdagen", n == 1 ? "1 werkdag" : $"{n} werkdagen")),
        .. new[] { 0, 1, 2, 3, 5, 7, 10, 14, 30 }.Select(n => new Tekenkeuze($"P{n}D", n switch { 0 => "Dezelfde dag", 1 => "1 dag", _ => $"{n} dagen" })),
        .. new[] { 1, 2, 3, 4, 6, 8, 12, 13, 26, 52 }.Select(n => new Tekenkeuze($"P{n}W", n == 1 ? "1 week" : $"{n} weken")),
    ];

    readonly Recent<(string, long), string> namen = new(2_000);

    /// <summary>The lists as they are now, by input.</summary>
    /// <param name="gebruikt">What is drawn.</param>
    public async Task<IReadOnlyDictionary<string, ImmutableArray<Tekenkeuze>>> NuAsync(IEnumerable<(string Veld, string Waarde)> gebruikt)
    {
        List<SettingHead> rijen =
        [
            .. await instellingen.HeadsAsync(Documentsoort.Formulier.Sleutel("")), .. await instellingen.HeadsAsync(Documentsoort.Brief.Sleutel("")), .. await instellingen.HeadsAsync(Documentsoort.Leidraad.Sleutel("")),
        ];
        await LeesNamenAsync(rijen);
        ImmutableArray<Tekenkeuze> adressen =
        [
            .. Vast, .. rollen.MetWerk.Select(rol => new Tekenkeuze($"rol:{rol}", $"Rol: {rol}")),
            .. (await teams.AllAsync()).OrderBy(t => t.Id).Select(t => new Tekenkeuze("team:" + t.Id, "Team: " + t.Name)),
        ];
        var lijsten = new Dictionary<string, ImmutableArray<Tekenkeuze>>(StringComparer.OrdinalIgnoreCase)
        {
            ["adres"] = adressen, ["escalatie"] = adressen, ["termijn"] = Termijnen, ["termijnBijAcuut"] = Termijnen,
            [Documentsoort.Formulier.Naam] = Van(rijen, Documentsoort.Formulier.Sleutel("")), [Documentsoort.Brief.Naam] = Van(rijen, Documentsoort.Brief.Sleutel("")), [Documentsoort.Leidraad.Naam] = Van(rijen, Documentsoort.Leidraad.Sleutel("")),
        };
        foreach (var groep in gebruikt.Distinct().GroupBy(g => g.Veld, g => g.Waarde))
            lijsten[groep.Key] = [.. lijsten[groep.Key], .. groep.Except(lijsten[groep.Key].Select(k => k.Waarde)).Order(StringComparer.Ordinal).Select(w => new Tekenkeuze(w, w))];
        return lijsten;
    }

    ImmutableArray<Tekenkeuze> Van(List<SettingHead> rijen, string soort) =>
        [.. rijen.Where(r => r.Key.StartsWith(soort, StringComparison.Ordinal)).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new Tekenkeuze(r.Key[soort.Length..], namen.Find((r.Key, r.Version)) ?? r.Key[soort.Length..]))];

    async Task LeesNamenAsync(List<SettingHead> rijen)
    {
        foreach (var rij in rijen.Where(r => namen.Find((r.Key, r.Version)) is null))
        {
            var tekst = await instellingen.FindAsync(rij.Key);
            namen.Keep((rij.Key, rij.Version), (JsonNode.Parse(tekst ?? "{}") as JsonObject)?["naam"]?.ToString() ?? rij.Key[(rij.Key.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        }
    }
}
