using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Reads what a form sent.</summary>
static class PageForm
{
    /// <exception cref="Geweigerd">400 when it is no form, 413 when it is too large.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new Geweigerd(Verzoekcode.VerzoekOnleesbaar);
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            throw JsonBody.TooLarge();
        }
    }
}
