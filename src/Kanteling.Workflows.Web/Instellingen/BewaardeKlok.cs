using System.Globalization;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>
/// The clock of the cases as a database left it. How far it was put forward is a setting, because what was committed at a
/// later moment stays there; outside a demonstration that is never.
/// </summary>
static class BewaardeKlok
{
    const string Key = "klok.verzet";

    public static async Task<CaseClock> OpenAsync(Settings instellingen, TimeProvider werkelijk)
    {
        var stored = await instellingen.FindAsync(Key);
        var offset = stored is null ? TimeSpan.Zero : TimeSpan.FromTicks(long.Parse(stored, CultureInfo.InvariantCulture));
        return new CaseClock(werkelijk, offset, moved => KeepAsync(instellingen, werkelijk.GetUtcNow() + moved, moved));
    }

    static Task KeepAsync(Settings instellingen, DateTimeOffset now, TimeSpan offset) =>
        instellingen.SetAsync(Key, offset.Ticks.ToString(CultureInfo.InvariantCulture), new("klok"), now);
}
