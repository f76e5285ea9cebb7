using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Tijd;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>The engine with the Kanteling in it, on a database and a clock.</summary>
static class EngineSetup
{
    public static readonly Domain Domain = new(
        new object(), (state, _) => state, (_, _) => [], (_, _) => new FeelContext([]), FeelType.Context.Open,
        (_, now) => new FeelEnvironment(now, LocalTime.Zone), (_, _) => [], (_, _, _) => [], _ => new Reopening([], []), (_, _, _) => default, _ => null,
        new DomainCodec(typeof(object), 1, []));

    public static readonly ActivityKinds Kinds = new(BuiltIn.All);

    public static void AddEngine(this IServiceCollection services, CaseClock clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton(Domain);
        services.AddSingleton(Kinds);
        services.AddSingleton(s => Make(s.GetRequiredService<OpenStorage>(), s.GetRequiredService<CaseClock>()));
    }

    /// <summary>An engine on this database, at the time of this clock.</summary>
    public static WorkflowEngine Make(OpenStorage storage, CaseClock clock) =>
        new(storage.Store, Domain, Kinds, () => clock.Now, loadRow: new RegisterRows(storage.Registers).LoadAsync);
}
