using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Kalenders;

/// <param name="Waarschuwing">Why somebody should look at it now, or null.</param>
/// <param name="Tocht">How far the running terms have been brought along.</param>
public sealed record KalenderBeeld(Kalender Kalender, string? Waarschuwing, TochtStand Tocht);

/// <summary>
/// The gemeente's calendar: days equated by royal decree (art. 3 l3 Algemene termijnenwet) and days on which it is closed
/// itself. It is never frozen: a change is a new version, and running terms are computed anew (<see cref="Kalendertocht"/>).
/// </summary>
public sealed class Kalenderbeheer(Registerrijen rijen, Settings instellingen, Kalendertocht tocht, Bevoegdheid bevoegdheid, Zaaktijd tijd)
{
    /// <returns>Refused: 403.</returns>
    public async Task<Uitslag<KalenderBeeld>> LeesAsync(Actor actor)
    {
        if (!bevoegdheid.Mag(actor, Handeling.KalenderZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        var kalender = await rijen.KalenderAsync();
        return new KalenderBeeld(kalender, Waarschuwing(kalender), tocht.Stand);
    }

    /// <summary>Sets the calendar; its version is one higher than before.</summary>
    /// <param name="versie">The version that the caller saw.</param>
    /// <returns>Refused: 403, 412 when somebody else changed it, 422 when it is none.</returns>
    public async Task<Uitslag<KalenderBeeld>> SchrijfAsync(Actor actor, int versie, JsonObject body)
    {
        if (!bevoegdheid.Mag(actor, Handeling.KalenderWijzigen))
            return new Weigering(Verzoekcode.NietBevoegd);
        body = (JsonObject)body.DeepClone();
        body["versie"] = versie + 1;
        var (kalender, bevindingen) = KalenderJson.Lees(body.ToJsonString(Json.Compact));
        if (kalender is null)
            return new Weigering(bevindingen[0].Code, [.. bevindingen[0].Argumenten]);
        var nieuw = KalenderJson.Schrijf(kalender).ToJsonString(Json.Compact);
        if (!await instellingen.ChangeAsync(Given.CalendarKey, oud => VersieVan(oud) == versie ? nieuw : null, actor.Id.Actor, tijd.Echt()))
            return new Weigering(Verzoekcode.RijGewijzigd);
        tocht.Begin();
        return new KalenderBeeld(kalender, Waarschuwing(kalender), tocht.Stand);
    }

    /// <summary>For whoever looks after it: that the list of equated days runs out within the year. Null for everybody else.</summary>
    public async Task<string?> WaarschuwingVoorAsync(Actor actor) => bevoegdheid.Mag(actor, Handeling.KalenderWijzigen) ? Waarschuwing(await rijen.KalenderAsync()) : null;

    static int VersieVan(string? tekst) => (tekst is null ? Kalender.Standaard : KalenderJson.Lees(tekst).Kalender!).Versie;

    /// <summary>Terms of the Wmo reach half a year ahead at most, so a year is early enough.</summary>
    string? Waarschuwing(Kalender kalender) => kalender.Kent(LocalTime.DayOf(tijd.Nu()).Year + 1)
        ? null
        : Casework.Zinnen.Voor(Termijncode.KalenderLooptAf, kalender.BekendTotEnMet.ToString(CultureInfo.InvariantCulture));
}
