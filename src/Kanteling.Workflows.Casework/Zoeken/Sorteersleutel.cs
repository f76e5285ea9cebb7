namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>
/// The Dutch order of names: by geslachtsnaam without its tussenvoegsel (van Dam under D), letters with a mark where they stand
/// without it (Ö with O), capitals equal. Compared byte by byte, as both databases do.
/// </summary>
public static class Sorteersleutel
{
    /// <param name="naam">The whole name, as it is written.</param>
    /// <param name="geslachtsnaam">When it is known apart, without tussenvoegsel.</param>
    public static string Van(string naam, string? geslachtsnaam = null)
    {
        var delen = Schrijfvorm.Woorden(naam).Where(w => !Tussenwoorden.IsAanspraak(w)).ToList();
        var achter = geslachtsnaam is null ? Achternaam(naam, delen) : Schrijfvorm.Woorden(geslachtsnaam);
        var rest = delen.ToList();
        foreach (var woord in achter)
            rest.Remove(woord);
        return string.Join(' ', [.. achter, .. rest.Where(w => !Tussenwoorden.IsVoegsel(w)), .. rest.Where(Tussenwoorden.IsVoegsel)]);
    }

    /// <summary>Of a whole name: what stands before a comma, or from the first tussenvoegsel, or the last word with what is joined to it.</summary>
    static IReadOnlyList<string> Achternaam(string naam, List<string> delen)
    {
        if (naam.IndexOf(',') is > 0 and var komma)
            return [.. Schrijfvorm.Woorden(naam[..komma]).Where(w => !Tussenwoorden.IsAanspraak(w))];
        var stukken = naam.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Schrijfvorm.Woorden).Where(w => w.Count > 0 && !w.All(Tussenwoorden.IsAanspraak)).ToList();
        // From the first tussenvoegsel, also when it hangs on the name before it (Jansen-de Boer).
        var begin = stukken.FindIndex(w => Tussenwoorden.IsVoegsel(w[0]) || (w.Count > 1 && Tussenwoorden.IsVoegsel(w[^1])));
        if (begin < 0)
            return stukken is [.., var einde] ? einde : delen;
        var achter = stukken[begin..].SelectMany(w => w).Where(w => !Tussenwoorden.IsVoegsel(w)).ToList();
        return achter.Count > 0 ? achter : delen;
    }
}
