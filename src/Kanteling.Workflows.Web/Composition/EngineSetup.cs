using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>The engine with the Kanteling in it, on a database and a clock.</summary>
static class EngineSetup
{
    /// <summary>Every activity that can be drawn: Elsa's own and the steps of the Kanteling.</summary>
    public static readonly ActivityKinds Kinds = new([.. BuiltIn.All, .. Stappenlijst.Alle]);

    public static void AddEngine(this IServiceCollection services, CaseClock clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton(HuishoudenDomein.Domein);
        services.AddSingleton(Kinds);
        services.AddSingleton(s => Make(s.GetRequiredService<OpenStorage>(), s.GetRequiredService<CaseClock>()));
        services.AddKantelingTimers(new TimerOptions());
    }

    /// <summary>An engine on this database, at the time of this clock.</summary>
    public static WorkflowEngine Make(OpenStorage storage, CaseClock clock) => Make(storage, clock, new RegisterRows(storage.Registers).LoadAsync);

    /// <param name="loadRow">Gives the rows of the registers.</param>
    public static WorkflowEngine Make(OpenStorage storage, CaseClock clock, Func<string, Task<object?>> loadRow) =>
        new(storage.Store, HuishoudenDomein.Domein, Kinds, () => clock.Now, loadRow: loadRow);
}
