namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>
/// Which characters a text may have: no control characters, but tabs and line ends. No person types them, no page shows them, and
/// PostgreSQL keeps no text with a zero in it.
/// </summary>
static class Tekens
{
    public static bool ZijnLeesbaar(string? tekst) => tekst is null || !tekst.Any(teken => char.IsControl(teken) && teken is not ('\t' or '\n' or '\r'));

    /// <summary>Whether the address of this request, with what is asked in it, can be read.</summary>
    public static bool ZijnLeesbaar(this HttpRequest request) =>
        ZijnLeesbaar(request.Path.Value) && request.Query.All(vraag => ZijnLeesbaar(vraag.Key) && vraag.Value.All(ZijnLeesbaar));
}
