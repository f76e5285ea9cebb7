using System.Text.Json;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Writes a problem for programs.</summary>
static class Problemjson
{
    const string ContentType = "application/problem+json";

    public static Task SchrijfAsync(HttpContext context, Dictionary<string, object?> problem)
    {
        context.Response.ContentType = ContentType;
        return JsonSerializer.SerializeAsync(context.Response.Body, problem, Jsonvorm.Options, context.RequestAborted);
    }
}
