using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Reads what a form sent, before its page is asked; the page finds it in its request.</summary>
static class Paginaformulier
{
    /// <summary>What was filled in of these, by name.</summary>
    public static JsonObject Delen(Func<string, string?> waarde, params string[] velden) =>
        new(velden.Where(veld => waarde(veld) is not null).Select(veld => KeyValuePair.Create(veld, (JsonNode?)waarde(veld))));

    /// <returns>Null when it could be read; else 400 when it is no form, 413 when it is too large.</returns>
    public static async Task<Weigering?> LeesAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return new Weigering(Verzoekcode.VerzoekOnleesbaar);
        try
        {
            var formulier = await context.Request.ReadFormAsync(context.RequestAborted);
            return formulier.All(veld => Tekens.ZijnLeesbaar(veld.Key) && veld.Value.All(Tekens.ZijnLeesbaar)) ? null : new Weigering(Verzoekcode.TekenOnleesbaar);
        }
        catch (NotSupportedException)
        {
            // It is written in a way that is not read here, such as UTF-7.
            return new Weigering(Verzoekcode.VerzoekOnleesbaar);
        }
        catch (InvalidDataException fout)
        {
            // The framework has one exception for too much and for characters that no text has.
            return fout.Message.Contains("limit", StringComparison.OrdinalIgnoreCase) ? Jsoninhoud.TeGroot() : new Weigering(Verzoekcode.TekenOnleesbaar);
        }
    }
}
