using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>What the contract of Elsa Studio needs besides the engine.</summary>
static class ElsaSetup
{
    public static void AddElsa(this IServiceCollection services)
    {
        services.AddSingleton<Tekeninglezer>();
        services.AddSingleton<Tekenconcepten>();
        services.AddSingleton<Formulierkeuring>();
        services.AddSingleton<Tekeningcontrole>();
        services.AddSingleton<Tekeningbeheer>();
        services.AddSingleton<Tekeningbestanden>();
        services.AddSingleton<Tekeningpublicatie>();
        services.AddSingleton<Intrekgevolgenlezer>();
        services.AddSingleton<Tekeningintrekking>();
        services.AddSingleton<Tekenkeuzes>();
        services.AddSingleton<ActivityDescriptors>();
    }
}
