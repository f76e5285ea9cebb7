using System.Globalization;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// The clock of the cases as a database left it. How far it was put forward is a setting, because what was committed at a
/// later moment stays there; outside a demonstration that is never.
/// </summary>
static class BewaardeKlok
{
    const string Key = "klok.verzet";

    public static async Task<CaseClock> OpenAsync(Settings settings, TimeProvider real)
    {
        var stored = await settings.FindAsync(Key);
        var offset = stored is null ? TimeSpan.Zero : TimeSpan.FromTicks(long.Parse(stored, CultureInfo.InvariantCulture));
        return new CaseClock(real, offset, moved => KeepAsync(settings, real.GetUtcNow() + moved, moved));
    }

    static Task KeepAsync(Settings settings, DateTimeOffset now, TimeSpan offset) =>
        settings.SetAsync(Key, offset.Ticks.ToString(CultureInfo.InvariantCulture), "klok", now);
}
