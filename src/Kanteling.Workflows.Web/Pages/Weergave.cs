using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Shows a component as a whole page. A page is a view of one model; loading and access are the endpoint's.</summary>
static class Weergave
{
    public const string Smal = "page--narrow";
    public const string Midden = "page--center";
    public const string Tekenvlak = "page--canvas";

    /// <param name="breedte">How wide the page is; null for the full width.</param>
    public static IResult Toon<TView>(HttpContext context, object model, int status = StatusCodes.Status200OK, string? breedte = null) where TView : IComponent
    {
        context.Items["kanteling.breedte"] = breedte;
        var pagina = new RazorComponentResult<TView>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };
        return context.Request.PathBase.HasValue ? new Onderpad(pagina) : pagina;
    }
}
