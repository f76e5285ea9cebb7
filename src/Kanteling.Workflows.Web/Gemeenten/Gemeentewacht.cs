using System.Collections.Frozen;
using System.Collections.Immutable;
using Kanteling.Workflows.Web.Instellingen;

namespace Kanteling.Workflows.Web.Gemeenten;

/// <summary>Keeps the gemeenten of a node open: they are tried before the node listens, and closed when it has answered its last request.</summary>
sealed class Gemeentewacht(ImmutableArray<Gemeentehost> gemeenten) : IHostedService, IDisposable
{
    readonly FrozenDictionary<string, Gemeentehost> perAdres = gemeenten.SelectMany(g => g.Plaats.Adressen.Select(adres => (adres, g))).ToFrozenDictionary(p => p.adres, p => p.g, StringComparer.Ordinal);
    readonly CancellationTokenSource einde = new();
    Task leven = Task.CompletedTask;

    /// <param name="host">As it stands in the header.</param>
    /// <returns>Null when no gemeente is there.</returns>
    public Gemeentehost? Van(string host) => perAdres.GetValueOrDefault(Gemeenteplaatsen.Adres(host));

    /// <summary>How many are open, and how many are not.</summary>
    public (int Open, int Dicht) Tel() => (gemeenten.Count(g => g.IsOpen), gemeenten.Count(g => !g.IsOpen));

    public Task StartAsync(CancellationToken cancellationToken)
    {
        leven = Task.WhenAll(gemeenten.Select(g => Task.Run(() => g.LeefAsync(einde.Token), CancellationToken.None)));
        return Task.WhenAll(gemeenten.Select(g => g.Geprobeerd)).WaitAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await einde.CancelAsync();
        await leven.WaitAsync(cancellationToken);
    }

    public void Dispose() => einde.Dispose();
}
