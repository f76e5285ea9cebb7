using System.Globalization;
using Kanteling.Workflows.Storage.Lists;
using Microsoft.Extensions.Primitives;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Which part of a list a page shows, and how much there is: no list ends without saying so.</summary>
/// <param name="Nummer">From 1.</param>
/// <param name="Totaal">Rows of the whole list.</param>
public sealed record Bladzij(int Nummer, int PerBladzij, int Totaal)
{
    public const int Gewoon = 50;

    public int Aantal => Math.Max(1, (Totaal + PerBladzij - 1) / PerBladzij);

    public int Eerste => ((Nummer - 1) * PerBladzij) + 1;

    public int Laatste => Math.Min(Totaal, Nummer * PerBladzij);

    /// <summary>A list may have become shorter since the link to a page was made: then its last page.</summary>
    public bool IsVoorbij => Nummer > Aantal;

    public Paging Paging => new((Nummer - 1) * PerBladzij, PerBladzij);

    /// <summary>The page that is asked; the first one when that is no number.</summary>
    public static Bladzij Gevraagd(StringValues waarde, int perBladzij = Gewoon) =>
        new(int.TryParse(waarde, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer) && nummer is >= 1 and <= 1_000_000 ? nummer : 1, perBladzij, int.MaxValue);

    /// <summary>The list with this page of it, or with its last page when this one is past the end.</summary>
    public async Task<(T Lijst, Bladzij Bladzij)> LeesAsync<T>(Func<Paging, Task<T>> lees, Func<T, int> totaal)
    {
        var lijst = await lees(Paging);
        var bladzij = this with { Totaal = totaal(lijst) };
        if (!bladzij.IsVoorbij)
            return (lijst, bladzij);
        bladzij = bladzij with { Nummer = bladzij.Aantal };
        return (await lees(bladzij.Paging), bladzij);
    }
}
