using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Incidenten;

/// <summary>How an incident is resolved.</summary>
public sealed record Oplossing(Resolution Hoe, string Reden, JsonObject? Waarden, string? Uitkomst);

/// <summary>Incidents, for the API and for the page.</summary>
public sealed class Incidentbeheer(OpenStorage storage, Bevoegdheid bevoegdheid, Uitvoering uitvoering)
{
    public async Task<Uitslag<Lijst<IncidentRegel>>> LijstAsync(Actor actor, Paging paging)
    {
        if (!bevoegdheid.Mag(actor, Handeling.IncidentenZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        var pagina = await storage.Lists.SeenIncidentsAsync(bevoegdheid.Zicht(actor), paging);
        return new Lijst<IncidentRegel>([.. pagina.Items.Select(Regel)], pagina.Total);
    }

    public async Task<Uitslag<Gevolg>> LosOpAsync(Actor actor, string id, Oplossing oplossing, Asking asking)
    {
        var cut = id.LastIndexOf('-');
        var stream = new StreamId(cut <= 0 ? id : id[..cut]);
        if (!bevoegdheid.Mag(actor, Streams.IsTrial(stream) ? Handeling.Tekenen : Handeling.IncidentOplossen))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (cut <= 0 || !long.TryParse(id[(cut + 1)..], out var nummer))
            return new Weigering(RefusalCode.IncidentNotOpen, id);
        return await uitvoering.DoeAsync(stream, new ResolveIncident(new IncidentId(nummer), oplossing.Hoe, oplossing.Reden, (JsonObject?)oplossing.Waarden?.DeepClone(), oplossing.Uitkomst), asking);
    }

    static IncidentRegel Regel(IncidentRow rij) => new(
        $"{rij.Stream}-{rij.Id}", rij.Stream.Text, Soort(rij), rij.ActivityId?.Text, rij.Term is { } term ? Looptijd.Naam(term) : null, rij.Code, Zinnen.Voor(rij.Code, rij.Arguments), rij.At);

    static string Soort(IncidentRow rij) => rij switch
    {
        { ActivityId: not null } => IncidentRegel.VanStap,
        { Term: not null } => IncidentRegel.VanTermijn,
        { Code: RefusalCode.DatesFailed } => IncidentRegel.VanKalender,
        _ => IncidentRegel.VanKoppeling,
    };
}

/// <param name="Soort">stap, termijn, koppeling or kalender: what could not go on.</param>
/// <param name="Stap">The drawing's id of the step; null when it is no step.</param>
/// <param name="Termijn">Which date of the household it was, without names; null when it is none.</param>
public sealed record IncidentRegel(string Id, string HuishoudenId, string Soort, string? Stap, string? Termijn, string Code, string Zin, DateTimeOffset Sinds)
{
    public const string VanStap = "stap";
    public const string VanTermijn = "termijn";
    public const string VanKoppeling = "koppeling";
    public const string VanKalender = "kalender";
}
