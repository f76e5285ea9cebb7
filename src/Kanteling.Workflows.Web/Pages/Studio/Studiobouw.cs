namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>What the pages around Elsa Studio need.</summary>
static class Studiobouw
{
    public static void VoegStudioToe(this IServiceCollection services)
    {
        services.AddSingleton(_ => new Studiobestanden(Path.Combine(AppContext.BaseDirectory, "designer", "studio")));
        services.AddSingleton<Studiokleuren>();
        services.AddSingleton<Tekeninggeschiedenis>();
        services.AddSingleton<Tekeningenlijst>();
        services.AddSingleton<Versiesblad>();
        services.AddSingleton<Documentblad>();
        services.AddSingleton(s => new Tekeningverschil(s.GetRequiredService<WorkflowEngine>().Decider.Catalogue));
        services.AddSingleton<Tekenvlakblad>();
    }
}
