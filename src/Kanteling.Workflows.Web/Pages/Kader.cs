using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Kalenders;
using Kanteling.Workflows.Zaken.Noodtoegangen;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>What stands around every page: who is signed in, what waits, and in a demonstration the clock.</summary>
/// <param name="OpenTaken">How many tasks wait for this person.</param>
/// <param name="KalenderWaarschuwt">The list of equated days runs out, and this person looks after it.</param>
/// <param name="Pad">The page that is shown.</param>
public sealed record Kader(Actor? Actor, int OpenTaken, bool ZietIncidenten, bool ZietTekeningen, bool KalenderWaarschuwt, bool IsDemo, DateTimeOffset Nu, string Pad)
{
    const string Item = "kanteling.kader";

    /// <summary>How many changes of roles wait for this beheerder; null for who does not look after accounts.</summary>
    public int? WachtendeRollen { get; init; }

    /// <summary>Whether there is noodtoegang for this person to ask or to read of.</summary>
    public bool ZietNoodtoegang { get; init; }

    public bool BeheertKalender => Actor?.Heeft(Rol.Beheerder) == true;

    public bool ZietWerkstromen => Actor is { } actor && !actor.Heeft(Rol.Aanmeldpunt);

    public bool DoetMeldingen => Actor is { } actor && (actor.Heeft(Rol.Consulent) || actor.Heeft(Rol.Teammanager));

    /// <summary>The frame of this request; an empty one when the request failed before it was made.</summary>
    public static Kader Of(HttpContext context) => context.Items[Item] as Kader ?? new Kader(null, 0, false, false, false, false, default, context.Request.Path);

    /// <summary>Makes the frame before the page itself.</summary>
    public static async ValueTask<object?> MakeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate volgende)
    {
        await MakeAsync(invocation.HttpContext);
        return await volgende(invocation);
    }

    /// <summary>Makes the frame of this request, once.</summary>
    public static async Task MakeAsync(HttpContext context)
    {
        if (context.Items.ContainsKey(Item))
            return;
        var services = context.RequestServices;
        var actor = context.ActorOrNull();
        context.Items[Item] = new Kader(
            actor,
            actor is null ? 0 : await services.GetRequiredService<Werklijst>().AantalAsync(actor),
            actor is not null && services.GetRequiredService<Bevoegdheid>().Mag(actor, Handeling.IncidentenZien),
            actor is not null && services.GetRequiredService<Bevoegdheid>().Mag(actor, Handeling.TekeningenZien),
            actor is not null && await services.GetRequiredService<Kalenderbeheer>().WaarschuwingVoorAsync(actor) is not null,
            services.GetRequiredService<Programmainstellingen>().IsDemo,
            services.GetRequiredService<CaseClock>().Now,
            context.Request.Path)
        {
            ZietNoodtoegang = actor is not null && await services.GetRequiredService<Noodtoegang>().BetreftAsync(actor),
            WachtendeRollen = actor is not null && services.GetRequiredService<Bevoegdheid>().Mag(actor, Handeling.AccountsBeheren)
                ? (await services.GetRequiredService<Rolvoorstellen>().WachtendAsync(actor)).Count(voorstel => voorstel is { IsVanMij: false, GaatOverMij: false }) : null,
        };
    }
}
