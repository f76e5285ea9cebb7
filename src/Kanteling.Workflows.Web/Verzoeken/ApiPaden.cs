namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Which addresses are for programs.</summary>
static class ApiPaden
{
    public const string Root = "/api/v1";
    public const string ElsaRoot = "/elsa/api";

    public static bool IsApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments(ElsaRoot) || path.StartsWithSegments("/health") || path.StartsWithSegments("/openapi.json");
}
