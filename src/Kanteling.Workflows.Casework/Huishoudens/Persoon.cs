using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>Somebody of the household.</summary>
/// <param name="Id">p1, p2 … within the household; never used again.</param>
/// <param name="Geboortedatum">A JSON string yyyy-MM-dd.</param>
/// <param name="Rol">Such as <c>partner</c> or <c>kind</c>, as told at the melding.</param>
public sealed record Persoon(string Id, Content Naam, Content? Geboortedatum, string? Rol, ImmutableArray<Relatie> Relaties)
{
    /// <summary>From this day nothing is addressed to him.</summary>
    public DateOnly? Overleden { get; init; }

    /// <summary>From this day he lives elsewhere.</summary>
    public DateOnly? Vertrokken { get; init; }

    [JsonIgnore]
    public bool IsThuis => Overleden is null && Vertrokken is null;

    /// <summary>Whole years on a day; null when unknown or erased.</summary>
    public int? Leeftijd(DateOnly op)
    {
        if (!DateOnly.TryParseExact(Geboortedatum?.AsString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var geboren) || geboren > op)
            return null;
        var jaren = op.Year - geboren.Year;
        return geboren.AddYears(jaren) > op ? jaren - 1 : jaren;
    }
}

/// <param name="Tot">Id of the other person.</param>
/// <param name="Soort">Such as <c>partner</c>, <c>ouder</c> or <c>mantelzorger</c>.</param>
public sealed record Relatie(string Tot, string Soort)
{
    public const string Mantelzorger = "mantelzorger";
}

/// <summary>What somebody wants to be able to do again (seed P6). Not a wish for a product.</summary>
/// <param name="Id">h1, h2 … within the household.</param>
/// <param name="Wet">Wmo, Jeugdwet, Participatiewet, schuldhulp, Wlz or Zvw.</param>
/// <param name="Omvang">The whole need, before anything is taken off (CRVB:2018:819, step 3).</param>
/// <param name="Vervallen">Replaced by what was settled in a later talk; kept, because older facts name it.</param>
public sealed record Hulpvraag(
    string Id, string Dossier, string Persoon, string Wet, Content Vraag, Content? Belemmering, Content? GewenstResultaat, Omvang Omvang, bool Vervallen = false);

public enum Regiesoort { Professional, Inwoner, Netwerk }

/// <summary>
/// The one person who holds the plan of the household together (seeds R2, R6). There is one place for him in the
/// household, so there are never two.
/// </summary>
/// <param name="Gebruiker">The professional's user id; null for inwoner and network.</param>
/// <param name="Persoon">The person of the household, when it is one.</param>
/// <param name="Contactpersoon">User id of the professional who gets the tasks of an inwoner or somebody of the network.</param>
/// <param name="Primaat">Levensdomein in which the centre of gravity lies (seed R4).</param>
public sealed record Casusregisseur(Regiesoort Soort, string? Gebruiker, string? Persoon, Content? Naam, string? Contactpersoon, string? Primaat, DateOnly Sinds);
