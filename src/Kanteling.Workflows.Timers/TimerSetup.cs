using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>Lets timers run in a host that has an <see cref="IWorkflowStore"/>, a <see cref="WorkflowEngine"/>, a <see cref="CaseClock"/> and a <see cref="Projecting"/>.</summary>
public static class TimerSetup
{
    /// <summary>
    /// Sweeps and deliveries by a scheduler in memory. A sweep that was missed is not made up for: the next one does all
    /// that is due. When the program stops, running jobs are asked to end and are waited for, then the requests under way.
    /// </summary>
    public static IServiceCollection AddKantelingTimers(this IServiceCollection services, TimerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<Cases>();
        services.AddSingleton<TimerHealth>();
        services.AddSingleton<DeadlineSweep>();
        services.AddSingleton(_ => HttpDelivery.Create(options.Http));
        services.AddSingleton<MessageDelivery>();
        services.AddSingleton<CaseClockWalk>();
        // Services stop in the opposite order: first the scheduler, then what it left under way.
        services.AddHostedService<RequestService>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "kanteling-" + options.Node;
                scheduler.InstanceId = options.Node;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            quartz.UseInMemoryStore();
            quartz.UseDefaultThreadPool(4);
            quartz.AddSchedulerListener<TriggerWatch>();
            quartz.ScheduleJob<SweepJob>(trigger => Recurring(trigger, SweepJob.Name, options.Interval));
            quartz.ScheduleJob<DeliveryJob>(trigger => Recurring(trigger, DeliveryJob.Name, options.Interval));
            quartz.ScheduleJob<ProjectionJob>(trigger => Recurring(trigger, ProjectionJob.Name, options.Interval));
            quartz.ScheduleJob<ForgetJob>(trigger => Recurring(trigger, ForgetJob.Name, ForgetJob.Interval));
        });
        return services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    static void Recurring<T>(ITriggerConfigurator<T> trigger, string name, TimeSpan interval) where T : IJob => trigger
        .WithIdentity(name)
        .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithExistingCount));
}
