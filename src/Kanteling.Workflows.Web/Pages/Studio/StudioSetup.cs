namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>What the pages around Elsa Studio need.</summary>
static class StudioSetup
{
    public static void AddStudio(this IServiceCollection services)
    {
        services.AddSingleton(_ => new StudioFiles(Path.Combine(AppContext.BaseDirectory, "designer", "studio")));
        services.AddSingleton<StudioKleuren>();
        services.AddSingleton<Tekeninggeschiedenis>();
        services.AddSingleton<Tekeningenlijst>();
        services.AddSingleton<Versiesblad>();
        services.AddSingleton(s => new Tekeningverschil(s.GetRequiredService<WorkflowEngine>().Decider.Catalogue));
        services.AddSingleton<Doekblad>();
    }
}
