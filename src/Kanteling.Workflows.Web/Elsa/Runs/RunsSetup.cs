using Kanteling.Workflows.Zaken.Verlopen;

namespace Kanteling.Workflows.Web.Elsa.Runs;

/// <summary>Everything about runs of the contract: rows 29, 35, 37 to 54.</summary>
static class RunsSetup
{
    public static void AddRuns(this IServiceCollection services)
    {
        services.AddSingleton<Verlooplezer>();
        services.AddSingleton<Verloopstop>();
        services.AddSingleton<Verlooplijst>();
        services.AddSingleton<JournalWriter>();
        services.AddSingleton<Proefstart>();
    }

    public static void MapRuns(this RouteGroupBuilder elsa)
    {
        InstancesApi.Map(elsa);
        ExecutionsApi.Map(elsa);
        TrialsApi.Map(elsa);
        SubgraphApi.Map(elsa);
    }
}
