using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>The engine with the Kanteling in it, on a database and a clock.</summary>
static partial class Motorbouw
{
    public static void VoegMotorToe(this IServiceCollection services, CaseClock zaakklok)
    {
        services.AddSingleton(zaakklok);
        services.AddSingleton(new Zaaktijd(() => zaakklok.Now, () => zaakklok.RealNow));
        services.AddSingleton(HuishoudenDomein.Domein);
        services.AddSingleton(Motor.Soorten);
        services.AddSingleton(s => Motor.Maak(
            s.GetRequiredService<OpenStorage>(), s.GetRequiredService<Zaaktijd>().Nu, s.GetRequiredService<Registerrijen>().LaadAsync, Log(s.GetRequiredService<ILogger<WorkflowEngine>>())));
        services.AddSingleton(s => new Projecting(s.GetRequiredService<OpenStorage>().Projections.RunAsync));
        services.AddKantelingTimers(new TimerOptions());
    }

    static Action<StepFailure> Log(ILogger logger) => failure => StepFailed(logger, failure.Activity, failure.Exception, failure.Stack);

    [LoggerMessage(LogLevel.Error, "A step failed: {Activity} {Exception}\n{Stack}")]
    static partial void StepFailed(ILogger logger, string activity, string exception, string stack);
}
