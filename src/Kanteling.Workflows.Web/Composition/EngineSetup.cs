using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>The engine with the Kanteling in it, on a database and a clock.</summary>
static class EngineSetup
{
    public static void AddEngine(this IServiceCollection services, CaseClock clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton(new Zaaktijd(() => clock.Now, () => clock.RealNow));
        services.AddSingleton(HuishoudenDomein.Domein);
        services.AddSingleton(Motor.Soorten);
        services.AddSingleton(s => Motor.Maak(s.GetRequiredService<OpenStorage>(), s.GetRequiredService<Zaaktijd>().Nu, s.GetRequiredService<RegisterRows>().LoadAsync));
        services.AddKantelingTimers(new TimerOptions());
    }
}
