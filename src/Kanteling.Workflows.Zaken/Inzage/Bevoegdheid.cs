using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>
/// May this actor do this? The law of this file: it is the only place that knows, every read and every command passes
/// it, and what it does not allow is refused. An act on a household asks two things: a permission (of a role, and roles are
/// data) and a relation (behandelaar or casusregisseur of it, or in the team of its wijk). A task opens itself to whom it is for, by
/// name, role or team, and nothing else of the household. A household that nobody ever held is open to every consulent: somebody has to begin.
/// </summary>
public sealed class Bevoegdheid(Domain domain, Rollen rollen)
{
    static readonly string[] Regie = [Relaties.Behandelaar, Relaties.Casusregisseur];

    /// <param name="stream">The household, or null when the act is about none.</param>
    /// <param name="dossier">The procedure, or null for the household as a whole.</param>
    public bool Mag(Actor actor, Handeling handeling, Case? stream = null, DossierId? dossier = null) => stream switch
    {
        _ when handeling == Handeling.AccountsBeheren && actor.IsProgramma => false,
        not null when Streams.IsTrial(stream.Stream) => MagProef(actor, handeling),
        not null when IsAfgeschermd(stream) => rollen.MagAfgeschermd(actor, handeling) && ZitIn(actor, stream),
        _ => rollen.Mag(actor, handeling) && (!VraagtRelatie(handeling, stream) || HeeftRelatie(actor, stream, dossier) || BrengtBij(actor, handeling, stream, dossier)),
    };

    /// <summary>
    /// The same of one open task. It is done by whom it is for: it is his, his team's or his role's, or he leads the team. Who is
    /// in charge of the procedure may also do a task that went to somebody else because it was late.
    /// </summary>
    public bool Mag(Actor actor, Handeling handeling, Case stream, WorkTask taak) =>
        MagBij(actor, handeling, stream, taak)
        && (handeling != Handeling.TaakAfronden || Streams.IsTrial(stream.Stream) || (Kan(actor.Rollen, stream, taak) && IsVoor(actor, stream, taak))
            || (taak.IsEscalated && Relaties.Alle.Any(r => domain.Holder(stream.Domain, r, taak.Dossier).User == actor.Id))
            || (actor.Heeft(Rol.Teammanager) && taak.Address.Role is null or Rol.Consulent));

    /// <summary>Whether this actor comes near an open task at all: by a relation, or because it is for him.</summary>
    public bool MagBij(Actor actor, Handeling handeling, Case stream, WorkTask taak) =>
        Mag(actor, handeling, stream, taak.Dossier) || (IsVanTaak(handeling) && IsGewoon(stream) && rollen.Mag(actor, handeling) && IsVoor(actor, stream, taak));

    /// <summary>The same of a task that was closed: who completed it himself, sees that he did and may turn it back.</summary>
    public bool Mag(Actor actor, Handeling handeling, Case stream, ClosedTask taak) =>
        Mag(actor, handeling, stream, taak.Dossier)
        || (handeling is Handeling.TaakZien or Handeling.TaakTerugdraaien && IsGewoon(stream) && rollen.Mag(actor, handeling) && taak.ClosedBy.User == actor.Id);

    /// <summary>
    /// Whether this actor could see this without a relation, when he says why (see <see cref="Noodtoegangen.Noodtoegang"/>): reading, by a role that may read, and nothing that is shielded.
    /// </summary>
    public bool MagMetNood(Actor actor, Handeling handeling, Case stream) =>
        handeling is Handeling.HuishoudenZien or Handeling.TaakZien && IsGewoon(stream) && rollen.Mag(actor, handeling);

    /// <summary>Whether a task can be somebody's at all, by his roles.</summary>
    public bool Kan(ImmutableArray<string> vanHem, Case stream, WorkTask taak) => rollen.Taakrecht(vanHem).Kan(taak, IsAfgeschermd(stream));

    /// <summary>Whoever holds this household now, or treated it last.</summary>
    public ImmutableArray<RelationHolder> Houders(Case stream) => Betrokkenen.Houders(stream, domain);

    /// <summary>Whether a role of this actor has the permission at all; of which households it is, is asked of each.</summary>
    public bool HeeftRecht(Actor actor, Handeling handeling) => rollen.Mag(actor, handeling);

    /// <summary>
    /// Whether this actor handles something here now: behandelaar or casusregisseur while a procedure is open or its support runs, or the team of the wijk as long as
    /// nobody is. Only he needs a BSN, or an address that is kept secret.
    /// </summary>
    public bool Behandelt(Actor actor, Case stream) =>
        Mag(actor, Handeling.TaakAfronden, stream)
        && ((Huishouden)stream.Domain).Dossiers.Values.Where(((Huishouden)stream.Domain).WordtBehandeld).SelectMany(d => Regie.Select(relatie => domain.Holder(stream.Domain, relatie, d.Id)))
            .Any(h => (h.User is { } gebruiker && gebruiker == actor.Id) || (h.Team is { } team && team == actor.Team));

    /// <summary>What of this household is kept from this actor wherever it is written. Of the procedures of which he is behandelaar, and was when they ended, he sees also what is not told on.</summary>
    public Verborgen Verborgen(Actor actor, Case stream, Afgeschermd lijst)
    {
        var h = (Huishouden)stream.Domain;
        var zijn = h.Dossiers.Values.Where(d => d.Behandelaar?.Id == actor.Id).Select(d => d.Id).ToImmutableHashSet();
        return Inzage.Verborgen.Van(h, Behandelt(actor, stream), new(lijst, actor.Id.Actor, zijn, [.. h.Dossiers.Keys.Except(zijn)]));
    }

    /// <summary>The same for a view of runs, in which nobody is in charge of anything.</summary>
    public Verborgen VerborgenInVerloop(Actor actor, Case stream, Afgeschermd lijst)
    {
        var h = (Huishouden)stream.Domain;
        return Inzage.Verborgen.Van(h, Behandelt(actor, stream), new(lijst, null, [], [.. h.Dossiers.Keys], IsNiemand: true));
    }

    /// <summary>Whether this actor may begin this from a household: his role is one of those that it is for.</summary>
    public bool Mag(Actor actor, Mogelijkheid mogelijkheid, Case stream) => Mag(actor, Handeling.MogelijkDoen, stream) && mogelijkheid.Wie.Any(actor.Heeft);

    /// <summary>What <see cref="Mag(Actor, Handeling, Case?, string?)"/> says of rows, for lists.</summary>
    public Zicht Zicht(Actor actor) => new(actor.Id, actor.Team, actor.Rollen)
    {
        ZietGewoon = rollen.Mag(actor, Handeling.TaakZien),
        ZietAfgeschermdOpNaam = rollen.MagAfgeschermd(actor, Handeling.TaakZien),
        Waakt = rollen.Waakt(actor) && rollen.MagAfgeschermd(actor, Handeling.TaakZien),
        HersteltOveral = Mag(actor, Handeling.IncidentOplossen),
        ZietVanNiemand = actor.Heeft(Rol.Consulent),
    };

    /// <summary>Whether this stream is a meldcode and not a household. Who may not see it, is not told that it exists.</summary>
    public static bool IsAfgeschermd(Case stream) => ((Huishouden)stream.Domain).IsAfgeschermd;

    /// <summary>A trial is of nobody: who may draw does everything in it that has to do with tasks and reading, and nobody else is let in.</summary>
    bool MagProef(Actor actor, Handeling handeling) =>
        handeling is Handeling.HuishoudenZien or Handeling.GebeurtenissenZien or Handeling.VerloopZien or Handeling.IncidentOplossen
            or Handeling.TaakZien or Handeling.TaakAfronden or Handeling.TaakTerugdraaien or Handeling.TaakToewijzen
        && rollen.Mag(actor, Handeling.Tekenen);

    /// <summary>Whether a permission alone is not enough.</summary>
    static bool VraagtRelatie(Handeling handeling, Case? stream) => handeling switch
    {
        Handeling.HuishoudenZien or Handeling.GebeurtenissenZien or Handeling.TaakZien or Handeling.TaakAfronden or Handeling.TaakTerugdraaien
            or Handeling.TaakToewijzen or Handeling.MogelijkDoen or Handeling.HuishoudenKoppelen => true,
        // Also of a household that nobody knows yet; a file is sent before it is said where it belongs.
        Handeling.MeldingDoen or Handeling.SignaalGeven or Handeling.BijlageToevoegen => stream is not null,
        // About no household, or not about what is in it.
        Handeling.EigenWerkZien or Handeling.IncidentenZien or Handeling.IncidentOplossen or Handeling.KlokVerzetten or Handeling.KalenderZien
            or Handeling.KalenderWijzigen or Handeling.WerkstromenZien or Handeling.AantallenZien or Handeling.TekeningenZien or Handeling.Tekenen
            or Handeling.TekeningGoedkeuren or Handeling.VerloopZien or Handeling.AccountsBeheren => false,
    };

    /// <summary>
    /// In a shielded stream a team, a wijk or the role of a teammanager opens nothing: only who holds it, who was given a task in it
    /// by name, and who watches over all of them.
    /// </summary>
    bool ZitIn(Actor actor, Case stream) =>
        rollen.Waakt(actor)
        || ((Huishouden)stream.Domain).Dossiers.Values.Any(d => d.Behandelaar?.Id == actor.Id)
        || stream.OpenTasks.Any(taak => (taak.Assignee ?? Houder(stream, taak).User) == actor.Id);

    bool HeeftRelatie(Actor actor, Case? stream, DossierId? dossier) =>
        stream is not null
        && (Betrokkenen.Houders(stream, domain, dossier).Any(houder => (houder.User is { } gebruiker && gebruiker == actor.Id) || (houder.Team is { } team && team == actor.Team))
            || (actor.Heeft(Rol.Consulent) && Betrokkenen.Houders(stream, domain).IsEmpty));

    /// <summary>Who does a task of a procedure brings a file with it; what others brought he does not see.</summary>
    bool BrengtBij(Actor actor, Handeling handeling, Case? stream, DossierId? dossier) =>
        handeling == Handeling.BijlageToevoegen && dossier is not null && stream?.OpenTasks.Any(taak => taak.Dossier == dossier && IsVoor(actor, stream, taak)) == true;

    /// <summary>What a task brings to whom it is for.</summary>
    static bool IsVanTaak(Handeling handeling) => handeling is Handeling.TaakZien or Handeling.TaakAfronden or Handeling.TaakToewijzen;

    static bool IsGewoon(Case stream) => !Streams.IsTrial(stream.Stream) && !IsAfgeschermd(stream);

    bool IsVoor(Actor actor, Case stream, WorkTask taak)
    {
        var houder = Houder(stream, taak);
        return taak.Assignee == actor.Id || houder.User == actor.Id
            || (taak.Address.Role is { } rol && actor.Heeft(rol))
            || ((taak.Address.Team ?? houder.Team) is { } team && team == actor.Team);
    }

    RelationHolder Houder(Case stream, WorkTask taak) => taak.Address.Relation is { } relatie ? domain.Holder(stream.Domain, relatie, taak.Dossier) : default;
}
