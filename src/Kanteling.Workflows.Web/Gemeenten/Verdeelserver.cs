using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>
/// The one server of a node that listens. Each request goes to the host of the gemeente in its Host header; what belongs to none, or
/// to one that is closed, is answered by the node itself.
/// </summary>
sealed class Verdeelserver(IServer luistert, Gemeentewacht gemeenten) : IServer
{
    public IFeatureCollection Features => luistert.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull =>
        luistert.StartAsync(new Verdeler<TContext>(application, gemeenten), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => luistert.StopAsync(cancellationToken);

    public void Dispose() => luistert.Dispose();

    sealed class Verdeler<TContext>(IHttpApplication<TContext> knoop, Gemeentewacht gemeenten) : IHttpApplication<Bezoek> where TContext : notnull
    {
        public Bezoek CreateContext(IFeatureCollection contextFeatures)
        {
            var host = contextFeatures.GetRequiredFeature<IHttpRequestFeature>().Headers.Host.ToString();
            return gemeenten.Van(host)?.Binnen(contextFeatures) ?? new Bezoek<TContext>(knoop, contextFeatures, static () => { });
        }

        public Task ProcessRequestAsync(Bezoek context) => context.VerwerkAsync();

        public void DisposeContext(Bezoek context, Exception? exception) => context.Klaar(exception);
    }
}
