using Kanteling.Workflows.Zaken.Huishoudens;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>What somebody typed and who was found.</summary>
/// <param name="Zegel">What was typed, as an address may have it; see <see cref="Zoekblad"/>.</param>
/// <param name="Fout">Why nobody could be looked for.</param>
public sealed record Zoekmodel(string Zoek, string Zegel, IReadOnlyList<Treffer> Gevonden, Bladzij Bladzij, string? Fout)
{
    /// <summary>The address of a page with this question and this page of its results.</summary>
    public string Op(string pad, int? bladzij = null) => Zoekblad.Op(pad, Zegel, bladzij ?? Bladzij.Nummer);
}
