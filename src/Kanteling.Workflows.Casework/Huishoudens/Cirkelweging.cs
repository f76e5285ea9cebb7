using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// What the circles leave over. The law of this file (art. 2.3.5 l3 Wmo 2015; CRVB:2018:819): need − contributions = rest,
/// where units agree; otherwise nothing is counted and the rows themselves say whether it is enough. The way out of a
/// circle follows from its rows and is never chosen.
/// </summary>
public static class Cirkelweging
{
    public const string Toereikend = "Toereikend";
    public const string Rest = "Rest";
    public const string Overgeslagen = "Overgeslagen";

    /// <summary>
    /// What is left of a hulpvraag, in its own unit and period and never below zero; null when it cannot be counted, because
    /// the need or one of the contributions is in words or in another unit.
    /// </summary>
    public static decimal? RestVan(Hulpvraag vraag, IEnumerable<Cirkelrij> rijen)
    {
        if (!vraag.Omvang.IsHoeveelheid)
            return null;
        var rest = vraag.Omvang.Aantal!.Value;
        foreach (var bijdrage in rijen.Where(r => r.Hulpvraag == vraag.Id && r.DraagtBij))
        {
            if (bijdrage.Omvang!.In(vraag.Omvang.Eenheid!.Value, vraag.Omvang.Periode!.Value) is not { } eraf)
                return null;
            rest -= eraf;
        }
        // Division takes the zeros off, so that 1.5000 is written as 1.5.
        return Math.Max(0, decimal.Round(rest, 4) / 1.0000000000000000000000000000m);
    }

    /// <summary>Whether a hulpvraag needs nothing more after these rows: counted when that can be, said by a row when not.</summary>
    public static bool IsToereikend(Hulpvraag vraag, IReadOnlyCollection<Cirkelrij> rijen)
    {
        var eigen = rijen.Where(r => r.Hulpvraag == vraag.Id && r.DraagtBij).ToList();
        return eigen.Count > 0 && (RestVan(vraag, eigen) is { } rest ? rest == 0 : eigen.Exists(r => r.Toereikend));
    }

    /// <summary>The way out of a circle.</summary>
    /// <param name="open">The hulpvragen that earlier circles did not settle.</param>
    /// <param name="eerder">The rows of earlier circles.</param>
    /// <param name="rijen">The rows of this circle.</param>
    public static string Poort(IReadOnlyCollection<Hulpvraag> open, IReadOnlyCollection<Cirkelrij> eerder, IReadOnlyCollection<Cirkelrij> rijen)
    {
        if (rijen.All(r => r.Overgeslagen))
            return Overgeslagen;
        ImmutableArray<Cirkelrij> samen = [.. eerder, .. rijen];
        return open.All(vraag => IsToereikend(vraag, samen)) ? Toereikend : Rest;
    }

    /// <summary>Rows of all circles before this one.</summary>
    public static ImmutableArray<Cirkelrij> RijenVoor(Onderzoek onderzoek, Weegstap stap) =>
        [.. onderzoek.Overwegingen.Where(o => o.Stap < stap).SelectMany(o => o.Rijen)];

    /// <summary>The hulpvragen of a dossier that these rows did not settle.</summary>
    public static ImmutableArray<Hulpvraag> Open(IEnumerable<Hulpvraag> vragen, IReadOnlyCollection<Cirkelrij> rijen) =>
        [.. vragen.Where(vraag => !IsToereikend(vraag, rijen))];
}
