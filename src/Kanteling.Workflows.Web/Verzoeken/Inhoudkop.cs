using Microsoft.Net.Http.Headers;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>
/// What stands in a head about what is sent: the name of a field or a file. The law of this file: a head can ask for a writing that is
/// not read here, such as UTF-7, and that is never a fault of ours.
/// </summary>
/// <param name="Veld">The name of the field; empty when it has none.</param>
/// <param name="IsBestand">It is a file.</param>
/// <param name="Bestandsnaam">Null when the file has none.</param>
sealed record Inhoudkop(string Veld, bool IsBestand, string? Bestandsnaam)
{
    static readonly string[] Gelezen = ["utf-8", "us-ascii"];

    /// <summary>Null when it cannot be read.</summary>
    public static Inhoudkop? Lees(string? kop)
    {
        if (!ContentDispositionHeaderValue.TryParse(kop, out var delen))
            return null;
        try
        {
            var naam = HeaderUtilities.RemoveQuotes(delen.FileNameStar.HasValue ? delen.FileNameStar : delen.FileName).Value;
            return new(HeaderUtilities.RemoveQuotes(delen.Name).ToString(), delen.IsFileDisposition(), naam);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether a body of this type is written as JSON is; where nothing is said, it is.</summary>
    public static bool IsUtf8(string? soort) =>
        !MediaTypeHeaderValue.TryParse(soort, out var delen) || HeaderUtilities.RemoveQuotes(delen.Charset).Value is not { Length: > 0 } tekens || Gelezen.Contains(tekens, StringComparer.OrdinalIgnoreCase);
}
