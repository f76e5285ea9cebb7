using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>The household that a melding or signal is about, when it is known already.</summary>
/// <param name="Mensen">Who lives there: id and name.</param>
public sealed record BekendHuishouden(string Id, string Naam, IReadOnlyList<(string Id, string Naam)> Mensen)
{
    /// <summary>The one in which it went up, when it was merged; a melding belongs there.</summary>
    public string? OpgegaanIn { get; init; }

    /// <param name="id">Of the household; empty for one that is not known yet.</param>
    /// <returns>Null for one that is not known yet. Refused: 404 or 403.</returns>
    public static async Task<Uitslag<BekendHuishouden?>> LeesAsync(Actor actor, string id, Handeling handeling, Zaaklezer lezer)
    {
        if (id.Length == 0)
            return (BekendHuishouden?)null;
        if (!(await lezer.HuishoudenAsync(actor, id, handeling, "namen")).Lukt(out var gevonden, out var nee))
            return nee;
        var h = (Huishouden)gevonden.Domain;
        return new BekendHuishouden(id, Woorden.Van(h.Naam) ?? "Huishouden", [.. h.Personen.Where(p => p.IsThuis).Select(p => (p.Id.Text, Persoonsnaam.Van(p.Naam)?.Volledig ?? "onbekend"))]) { OpgegaanIn = h.OpgegaanIn?.Text };
    }
}
