namespace Kanteling.Workflows.Web.Pages;

static class PageEndpoints
{
    public static void MapPages(this WebApplication app) { }
}
