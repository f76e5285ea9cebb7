using Kanteling.Workflows.Commands;
using Quartz;

namespace Kanteling.Workflows.Timers;

/// <summary>
/// Takes away what proves a request again, thirty days after it was accepted (from then on its key alone answers), and what was sent
/// and bound by nobody within a day.
/// </summary>
[DisallowConcurrentExecution]
sealed class ForgetJob(Cases cases, TimerHealth health) : IJob
{
    public const string Name = "requests";
    const int AtOnce = 2_000;

    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        health.RunAsync(Name, ForgetAsync, cancellationToken);

    async Task ForgetAsync(CancellationToken cancellation)
    {
        var before = cases.Clock.Now - RequestSeal.KeptFor;
        while (await cases.Store.ForgetRequestsAsync(before, AtOnce, cancellation) == AtOnce)
            cancellation.ThrowIfCancellationRequested();
        while (await cases.Store.Blobs.ForgetUploadsAsync(cases.Clock.Now - Upload.KeptFor, cancellation))
            cancellation.ThrowIfCancellationRequested();
    }
}
