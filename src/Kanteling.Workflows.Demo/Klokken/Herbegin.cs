using Microsoft.Extensions.Hosting;

namespace Kanteling.Workflows.Demo.Klokken;

/// <summary>
/// Begins a demonstration anew. What runs is not emptied beneath itself: the host stops, with its last writes, the program
/// empties the database and makes a new host in the same process.
/// </summary>
public sealed class Herbegin(IHostApplicationLifetime lifetime)
{
    /// <summary>Whether the program goes on with an empty database after this host.</summary>
    public bool IsGevraagd { get; private set; }

    /// <summary>Stops the host; requests that are being answered are answered first.</summary>
    public void Vraag()
    {
        IsGevraagd = true;
        lifetime.StopApplication();
    }
}
