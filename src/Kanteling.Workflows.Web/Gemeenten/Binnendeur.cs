using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>
/// The server of a host that does not listen itself: requests are brought in by who does, as the server there has them. Nothing of
/// another host comes along: the context, the services and the cookies' keys are made here.
/// </summary>
sealed class Binnendeur : IServer
{
    readonly Lock slot = new();
    readonly TaskCompletionSource leeg = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Func<IFeatureCollection, Action, Bezoek>? open;
    int binnen;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public bool IsOpen
    {
        get
        {
            lock (slot)
                return open is not null;
        }
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        lock (slot)
            open = (features, weg) => new Bezoek<TContext>(application, features, weg);
        return Task.CompletedTask;
    }

    /// <summary>Lets nobody in any more, and waits until who is in has been answered.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (slot)
        {
            open = null;
            if (binnen == 0)
                leeg.TrySetResult();
        }
        return leeg.Task.WaitAsync(cancellationToken);
    }

    /// <returns>Null when this door is closed.</returns>
    public Bezoek? Binnen(IFeatureCollection features)
    {
        Func<IFeatureCollection, Action, Bezoek> maak;
        lock (slot)
        {
            if (open is null)
                return null;
            (maak, binnen) = (open, binnen + 1);
        }
        try
        {
            return maak(features, Weg);
        }
        catch
        {
            Weg();
            throw;
        }
    }

    public void Dispose()
    {
    }

    void Weg()
    {
        lock (slot)
        {
            if (--binnen == 0 && open is null)
                leeg.TrySetResult();
        }
    }
}

/// <summary>One request in one host.</summary>
abstract class Bezoek
{
    public abstract Task VerwerkAsync();

    public abstract void Klaar(Exception? fout);
}

/// <inheritdoc/>
sealed class Bezoek<TContext> : Bezoek where TContext : notnull
{
    readonly IHttpApplication<TContext> host;
    readonly TContext context;
    readonly Action weg;

    public Bezoek(IHttpApplication<TContext> host, IFeatureCollection features, Action weg) => (this.host, context, this.weg) = (host, host.CreateContext(features), weg);

    public override Task VerwerkAsync() => host.ProcessRequestAsync(context);

    public override void Klaar(Exception? fout)
    {
        try
        {
            host.DisposeContext(context, fout);
        }
        finally
        {
            weg();
        }
    }
}
