namespace Kanteling.Workflows.Web.Api;

static class KlokApi
{
    public static void Map(RouteGroupBuilder api) { }
}
