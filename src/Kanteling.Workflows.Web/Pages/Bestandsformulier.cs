using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>
/// Reads a form with a file while it comes in. The framework would put the file in a folder of the server first; here it goes straight to
/// whoever takes it. The law of this file: the file comes last on the page, and nothing of it is read before the form is proved to be ours.
/// </summary>
static class Bestandsformulier
{
    const int LangsteVeld = 16 * 1024;
    const string Bewijs = "__RequestVerificationToken";

    /// <param name="velden">Filled with what stands before the file.</param>
    /// <param name="neem">Takes the file: its name, its type and its bytes.</param>
    /// <returns>Null when it could be read and taken.</returns>
    public static async Task<Weigering?> LeesAsync(HttpContext context, Dictionary<string, string> velden, Func<string?, string?, Stream, Task<Weigering?>> neem)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var soort) || HeaderUtilities.RemoveQuotes(soort.Boundary).Value is not { Length: > 0 and <= 100 } grens)
            return new Weigering(Verzoekcode.VerzoekOnleesbaar);
        try
        {
            var delen = new MultipartReader(grens, context.Request.Body);
            while (await delen.ReadNextSectionAsync(context.RequestAborted) is { } deel)
            {
                if (Inhoudkop.Lees(deel.ContentDisposition) is not { } kop)
                    return new Weigering(Verzoekcode.VerzoekOnleesbaar);
                if (!kop.IsBestand)
                {
                    var veld = await VeldAsync(deel.Body, context.RequestAborted);
                    if (!Tekens.ZijnLeesbaar(veld))
                        return new Weigering(Verzoekcode.TekenOnleesbaar);
                    velden[kop.Veld] = veld;
                    continue;
                }
                await BewijsAsync(context, velden);
                return string.IsNullOrEmpty(kop.Bestandsnaam) ? new Weigering(Verzoekcode.BestandLeeg) : await neem(kop.Bestandsnaam, deel.ContentType, deel.Body);
            }
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return new Weigering(Verzoekcode.VerzoekOnleesbaar);
        }
        return new Weigering(Verzoekcode.VerzoekOnleesbaar);
    }

    static async Task<string> VeldAsync(Stream inhoud, CancellationToken afbreken)
    {
        var ruimte = new byte[LangsteVeld + 1];
        var gelezen = await inhoud.ReadAtLeastAsync(ruimte, ruimte.Length, throwOnEndOfStream: false, afbreken);
        return gelezen <= LangsteVeld ? System.Text.Encoding.UTF8.GetString(ruimte, 0, gelezen) : throw new InvalidDataException("A field is too long.");
    }

    // The framework looks for the proof in the head of the request first, and else reads the whole form.
    static Task BewijsAsync(HttpContext context, Dictionary<string, string> velden)
    {
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        context.Request.Headers[antiforgery.GetTokens(context).HeaderName ?? "RequestVerificationToken"] = velden.GetValueOrDefault(Bewijs) is { Length: > 0 } bewijs ? bewijs : "-";
        return antiforgery.ValidateRequestAsync(context);
    }
}
