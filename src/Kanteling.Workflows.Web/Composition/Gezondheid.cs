using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken.Drukte;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// <c>/health/live</c>: the program runs. <c>/health/ready</c>: it can do its work; 503 says not to send it any, and why. <c>/health</c>:
/// which version it is, how far the projections are behind, and how many nodes of which version there are, in numbers only.
/// </summary>
static class Gezondheid
{
    internal const string GeenDatabase = "de database is niet bereikbaar";

    /// <summary>Who asks whether it is ready does not wait for a database that hangs.</summary>
    static readonly TimeSpan Geduld = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var vragen = app.MapGroup("").DisableRateLimiting();
        vragen.MapGet("/health/live", () => Results.Json(new { status = "leeft" })).ExcludeFromDescription();
        vragen.MapGet("/health/ready", async (OpenStorage storage, TimerHealth timers, Vertrek vertrek) =>
        {
            if (vertrek.IsBegonnen)
                return Niet(new { status = "een nieuwere versie heeft de database gewijzigd; deze server stopt" });
            if (vertrek.StoptStraks)
                return Niet(new { status = "deze server stopt" });
            if (await OpTijdAsync(einde => storage.Store.DefinitionAsync(Werkstroomnaam.Toegang, null, einde)) is not { Waarde: var toegang })
                return Niet(new { status = GeenDatabase });
            // Without it no melding can begin.
            if (toegang is null)
                return Niet(new { status = "meldingen kunnen niet beginnen", werkstroom = Werkstroomnaam.Toegang.Text, reden = "niet gepubliceerd" });
            return timers.Read() is { StoppedTriggers: [var stopped, ..] }
                ? Niet(new { status = "termijnen staan stil", trigger = stopped })
                : Results.Json(new { status = "klaar" });
        }).ExcludeFromDescription();
        vragen.MapGet("/health", async (Druktelezer drukte, OpenStorage storage) =>
            await OpTijdAsync(async einde => (Projecties: await drukte.AchterAsync(), Knopen: await storage.Nodes.AllAsync(einde))) is { Waarde: var gelezen }
                ? Results.Json(new { versie = Programmaversie.Nummer, projecties = gelezen.Projecties, servers = Tel(gelezen.Knopen) })
                : Niet(new { versie = Programmaversie.Nummer, status = GeenDatabase })).ExcludeFromDescription();
    }

    /// <summary>How many are heard of per version, and how many are not heard of any more.</summary>
    static object Tel(IReadOnlyCollection<SeenNode> knopen) => new
    {
        actief = knopen.Where(k => !k.IsSilent).CountBy(k => k.Version).ToDictionary(v => v.Key, v => v.Value),
        stil = knopen.Count(k => k.IsSilent),
    };

    static IResult Niet(object waarom) => Results.Json(waarom, statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <returns>Null when the database did not answer, or not in time.</returns>
    static async Task<Gelezen<T>?> OpTijdAsync<T>(Func<CancellationToken, Task<T>> lees)
    {
        using var einde = new CancellationTokenSource(Geduld);
        try
        {
            return new Gelezen<T>(await lees(einde.Token).WaitAsync(einde.Token));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception reden) when (StorageUnavailableException.In(reden) is not null)
        {
            return null;
        }
    }

    sealed record Gelezen<T>(T Waarde);
}
