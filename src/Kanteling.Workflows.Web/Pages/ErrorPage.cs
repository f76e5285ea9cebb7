using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Api;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>A problem as a person reads it.</summary>
static class ErrorPage
{
    public static Task WriteAsync(HttpContext context, Geweigerd problem) => context.Response.WriteAsync(Zinnen.Voor(problem.Code, problem.Argumenten));
}
