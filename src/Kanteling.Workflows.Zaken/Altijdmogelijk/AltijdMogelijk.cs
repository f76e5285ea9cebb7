using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Zaken.Altijdmogelijk;

/// <summary>What somebody can begin from a household at any time, for the API and for the pages.</summary>
public sealed class AltijdMogelijk(Werkstromen werkstromen, Bevoegdheid bevoegdheid, Registerrijen rijen, Zaaktijd tijd)
{
    /// <summary>Everything that this actor may begin here, also what is not possible at the moment.</summary>
    public async Task<IReadOnlyList<MogelijkBeeld>> VanAsync(Actor actor, Case gevonden)
    {
        var (h, lopend, kalender) = ((Huishouden)gevonden.Domain, Lopendestroom.Van(gevonden.Instances.Values), await rijen.KalenderAsync());
        return
        [
            .. (await werkstromen.AltijdMogelijkAsync()).Where(m => bevoegdheid.Mag(actor, m, gevonden))
                .Select(m => Mogelijkbeelden.Van(Mogelijkheden.Beoordeel(m, h, lopend, kalender.Feel(tijd.Nu())), h, LocalTime.DayOf(tijd.Nu()))),
        ];
    }

    /// <summary>One of them.</summary>
    /// <returns>Refused: 404 when there is none, 403 when it is not for this actor.</returns>
    public async Task<Uitslag<MogelijkBeeld>> EenAsync(Actor actor, Case gevonden, string id)
    {
        if (!(await VindAsync(actor, gevonden, id)).Lukt(out _, out var nee))
            return nee;
        return (await VanAsync(actor, gevonden)).Single(m => m.Id == id);
    }

    /// <summary>A line with what can be chosen in it and whether it is possible now.</summary>
    internal async Task<Mogelijknu> NuAsync(Mogelijkheid m, Case gevonden) =>
        Mogelijkheden.Beoordeel(m, (Huishouden)gevonden.Domain, Lopendestroom.Van(gevonden.Instances.Values), (await rijen.KalenderAsync()).Feel(tijd.Nu()));

    /// <summary>The line of this name.</summary>
    /// <returns>Refused: 404 when there is none, 403 when it is not for this actor.</returns>
    internal async Task<Uitslag<Mogelijkheid>> VindAsync(Actor actor, Case gevonden, string id)
    {
        if ((await werkstromen.AltijdMogelijkAsync()).FirstOrDefault(m => m.Id == id) is not { } m)
            return new Weigering(Mogelijkheidcode.MogelijkOnbekend, id);
        return bevoegdheid.Mag(actor, m, gevonden) ? m : new Weigering(Verzoekcode.NietBevoegd);
    }
}
