using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>Everything that somebody can ask of this program.</summary>
public enum Handeling
{
    MeldingDoen, EigenWerkZien, HuishoudenZien, GebeurtenissenZien, TaakZien, TaakAfronden, TaakTerugdraaien, TaakToewijzen,
    IncidentenZien, IncidentOplossen, KlokVerzetten, MogelijkDoen, KalenderZien, KalenderWijzigen, SignaalGeven, HuishoudenKoppelen, WerkstromenZien, AantallenZien,
    TekeningenZien, Tekenen, TekeningGoedkeuren, VerloopZien,
}

/// <summary>
/// May this actor do this? The law of this file: it is the only place that knows, every read and every command passes
/// it, and what it does not allow is refused. An act on a household asks two things: a permission (the role) and a
/// relation (behandelaar or casusregisseur of it, in the team of its wijk, or somebody to whom a task in it is
/// addressed). A household without a relation to anybody yet is open to every consulent: somebody has to begin.
/// </summary>
public sealed class Bevoegdheid(Domain domain)
{
    static readonly string[] Relaties = ["behandelaar", "casusregisseur", "wijkteam"];

    /// <param name="stream">The household, or null when the act is about none.</param>
    /// <param name="dossier">The procedure, or null for the household as a whole.</param>
    public bool Mag(Actor actor, Handeling act, Case? stream = null, string? dossier = null) => stream switch
    {
        not null when Streams.IsTrial(stream.Stream) => MagProef(actor, act),
        not null when IsAfgeschermd(stream) => MagAfgeschermd(actor, act, stream),
        _ => MagGewoon(actor, act, stream, dossier),
    };

    bool MagGewoon(Actor actor, Handeling act, Case? stream, string? dossier) => act switch
    {
        Handeling.MeldingDoen or Handeling.SignaalGeven => HeeftEen(actor, Rol.Consulent, Rol.Teammanager, Rol.Aanmeldpunt) && (stream is null || HeeftRelatie(actor, stream, dossier)),
        Handeling.EigenWerkZien => HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager, Rol.Procesontwerper, Rol.Beheerder, Rol.Aandachtsfunctionaris),
        Handeling.HuishoudenZien or Handeling.TaakZien => HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager) && HeeftRelatie(actor, stream, dossier),
        Handeling.GebeurtenissenZien => HeeftEen(actor, Rol.Consulent, Rol.Teammanager) && HeeftRelatie(actor, stream, dossier),
        Handeling.TaakAfronden or Handeling.TaakTerugdraaien => HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager) && HeeftRelatie(actor, stream, dossier),
        Handeling.TaakToewijzen or Handeling.MogelijkDoen or Handeling.HuishoudenKoppelen => HeeftEen(actor, Rol.Consulent, Rol.Teammanager) && HeeftRelatie(actor, stream, dossier),
        Handeling.IncidentenZien => HeeftEen(actor, Rol.Procesontwerper, Rol.Beheerder, Rol.Teammanager),
        Handeling.IncidentOplossen => HeeftEen(actor, Rol.Procesontwerper, Rol.Beheerder),
        Handeling.KalenderZien => HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager, Rol.Procesontwerper, Rol.Beheerder),
        Handeling.KalenderWijzigen => HeeftEen(actor, Rol.Beheerder),
        Handeling.WerkstromenZien => HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager, Rol.Procesontwerper, Rol.Beheerder, Rol.Aandachtsfunctionaris),
        Handeling.AantallenZien => HeeftEen(actor, Rol.Teammanager, Rol.Procesontwerper, Rol.Beheerder),
        Handeling.TekeningenZien => HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager, Rol.Procesontwerper, Rol.Beheerder, Rol.Aandachtsfunctionaris),
        Handeling.Tekenen => HeeftEen(actor, Rol.Procesontwerper),
        // Which steps ran, and how often; no values and no names.
        Handeling.VerloopZien => HeeftEen(actor, Rol.Procesontwerper, Rol.Beheerder),
        Handeling.TekeningGoedkeuren => HeeftEen(actor, Rol.Procesontwerper, Rol.Beheerder),
        // Only in a demonstration is there a clock to move at all.
        Handeling.KlokVerzetten => HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager, Rol.Procesontwerper, Rol.Beheerder, Rol.Aandachtsfunctionaris),
        _ => false,
    };

    /// <summary>A trial is of nobody: who may draw does everything in it that has to do with tasks and reading, and nobody else is let in.</summary>
    bool MagProef(Actor actor, Handeling act) =>
        act is Handeling.HuishoudenZien or Handeling.GebeurtenissenZien or Handeling.VerloopZien or Handeling.IncidentOplossen
            or Handeling.TaakZien or Handeling.TaakAfronden or Handeling.TaakTerugdraaien or Handeling.TaakToewijzen
        && Mag(actor, Handeling.Tekenen);

    /// <summary>Whether this stream is a meldcode and not a household. Who may not see it, is not told that it exists.</summary>
    public static bool IsAfgeschermd(Case stream) => ((Huishouden)stream.Domain).IsAfgeschermd;

    /// <summary>
    /// Here a team, a wijk or the role of a teammanager opens nothing: only who holds it, who was given a task in it by name, and
    /// the aandachtsfunctionaris. And nothing else begins in it.
    /// </summary>
    bool MagAfgeschermd(Actor actor, Handeling act, Case stream) =>
        act is Handeling.HuishoudenZien or Handeling.GebeurtenissenZien or Handeling.TaakZien or Handeling.TaakAfronden or Handeling.TaakTerugdraaien or Handeling.TaakToewijzen
        && HeeftEen(actor, Rol.Consulent, Rol.Kwaliteitsmedewerker, Rol.Teammanager, Rol.Aandachtsfunctionaris)
        && (actor.Heeft(Rol.Aandachtsfunctionaris)
            || ((Huishouden)stream.Domain).Dossiers.Values.Any(d => d.Behandelaar == actor.Id)
            || Taken(stream).Any(task => task.Assignee == actor.Id));

    /// <summary>Whether this actor may begin what these roles may always begin from a household.</summary>
    public bool MagBeginnen(Actor actor, Case stream, IEnumerable<string> rollen) => Mag(actor, Handeling.MogelijkDoen, stream) && rollen.Any(actor.Heeft);

    /// <summary>
    /// Whether an open task may be done by this actor: it is his, his team's or his role's, or he leads the team. Who is in
    /// charge of the procedure may also do a task that went to somebody else because it was late.
    /// </summary>
    public bool MagAfronden(Actor actor, Case stream, WorkTask task) =>
        Mag(actor, Handeling.TaakAfronden, stream, task.Dossier)
        && (Streams.IsTrial(stream.Stream) || IsVoor(actor, stream, task) || (task.IsEscalated && Relaties.Any(r => domain.Holder(stream.Domain, r, task.Dossier).User == actor.Id)) || (actor.Heeft(Rol.Teammanager) && task.Address.Role is null or Rol.Consulent));

    bool HeeftRelatie(Actor actor, Case? stream, string? dossier)
    {
        if (stream is null)
            return false;
        var houders = Relaties.SelectMany(relatie => Dossiers(stream, dossier).Select(d => domain.Holder(stream.Domain, relatie, d))).ToList();
        return houders.Any(h => (h.User is { } user && user == actor.Id) || (h.Team is { } team && team == actor.Team))
            || Taken(stream).Any(task => IsVoor(actor, stream, task))
            || (actor.Heeft(Rol.Consulent) && houders.TrueForAll(h => h.User is null && h.Team is null));
    }

    bool IsVoor(Actor actor, Case stream, WorkTask task)
    {
        var houder = task.Address.Relation is { } relatie ? domain.Holder(stream.Domain, relatie, task.Dossier) : default;
        return task.Assignee == actor.Id || houder.User == actor.Id
            || (task.Address.Role is { } rol && actor.Heeft(rol))
            || ((task.Address.Team ?? houder.Team) is { } team && team == actor.Team);
    }

    static IEnumerable<string?> Dossiers(Case stream, string? dossier) =>
        dossier is not null ? [dossier] : stream.Instances.Values.Select(i => i.Dossier).Append(null).Distinct();

    static IEnumerable<WorkTask> Taken(Case stream) => stream.Instances.Values.SelectMany(i => i.Waits.Values.OfType<TaskWait>()).Select(w => w.Task);

    static bool HeeftEen(Actor actor, params ReadOnlySpan<string> rollen)
    {
        foreach (var rol in rollen)
        {
            if (actor.Heeft(rol))
                return true;
        }
        return false;
    }
}
