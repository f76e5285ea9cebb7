using System.Globalization;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Timers;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// The clock of the cases as a database left it. How far it was put forward is a setting, because what was committed at a
/// later moment stays there; outside a demonstration that is never.
/// </summary>
static class KeptClock
{
    const string Key = "klok.verzet";

    public static async Task<CaseClock> OpenAsync(RegisterStore registers, TimeProvider real)
    {
        var stored = await registers.ReadAsync(db => db.FirstAsync(db.Settings.Where(s => s.Key == Key)));
        var offset = stored is null ? TimeSpan.Zero : TimeSpan.FromTicks(long.Parse(stored.Value, CultureInfo.InvariantCulture));
        return new CaseClock(real, offset, moved => KeepAsync(registers, real.GetUtcNow() + moved, moved));
    }

    static Task KeepAsync(RegisterStore registers, DateTimeOffset now, TimeSpan offset) => registers.WriteAsync("klok", now, async db =>
    {
        var value = offset.Ticks.ToString(CultureInfo.InvariantCulture);
        if (await db.FirstAsync(db.Settings.Where(s => s.Key == Key)) is { } stored)
            stored.Value = value;
        else
            db.Settings.Add(new Setting { Key = Key, Value = value });
        return true;
    });
}
