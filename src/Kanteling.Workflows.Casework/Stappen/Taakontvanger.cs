using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Who a task is for, verified: to whom it is addressed when it opens, to whom somebody gives it, and who takes over.</summary>
static class Taakontvanger
{
    /// <summary>Why a task cannot be addressed so; null when somebody could find it in his list.</summary>
    public static Refusal? Onbekend(TaskAddress adres, Given given) => adres switch
    {
        { Relation: { } relatie } => Verwijzingsoort.Relatie.Mist(given, relatie),
        { Role: { } rol } => Verwijzingsoort.Rol.Mist(given, rol),
        { Team: { } team } => Verwijzingsoort.Team.Mist(given, team.Text),
        _ => null,
    };

    public static Assignment Toewijzing(Assigning vraag, Given given) =>
        Verwijzingsoort.VoorTaak(given, vraag.To, "Aan wie", vraag.Task, ((Huishouden)vraag.State).IsAfgeschermd) is { } nee
            ? Assignment.Refused(nee with { Field = "aan" })
            : new Assignment(Medewerker.Van(given, vraag.To)!.Verwijzing, null);

    /// <summary>
    /// Who takes over becomes behandelaar of every procedure that is treated or still has a task of the behandelaar, also when it was closed, and casusregisseur
    /// or contact person where the other was that. For that he has to be able to treat; for single tasks only to do them.
    /// </summary>
    public static Handing Overdracht(Handover vraag, Given given, DateTimeOffset now)
    {
        var h = (Huishouden)vraag.State;
        if (Medewerker.Van(given, vraag.To) is not { } wie)
            return new Handing(null, [], Refusal.Of(Huishoudcode.MedewerkerOnbekend, "Aan wie"));
        var (aan, op) = (wie.Verwijzing, LokaleTijd.Dag(now));
        var metTaak = vraag.Tasks.Where(t => t.Assignee is null && t.Address.Relation is Relaties.Behandelaar or Relaties.Casusregisseur).Select(t => t.Dossier).ToHashSet();
        ImmutableArray<object> feiten =
        [
            .. h.Dossiers.Values.Where(d => (h.WordtBehandeld(d) || metTaak.Contains(d.Id)) && d.Behandelaar?.Id == vraag.From).OrderBy(d => d.Id).Select(d => new BehandelaarToegewezen(d.Id, aan, null, op)),
            .. h.Casusregisseur is { } regie && Mogelijkheden.Huidig(h) is { } dossier && (regie.Gebruiker?.Id == vraag.From || regie.Contactpersoon?.Id == vraag.From)
                ? new object[] { new CasusregieBelegd(dossier, regie.Soort, Na(regie.Gebruiker), regie.Persoon, Opnieuw(regie.Naam), Na(regie.Contactpersoon), regie.Primaat, op) } : [],
        ];
        return (feiten.IsEmpty ? wie.Recht.Mag(h.IsAfgeschermd) : wie.Recht.MagBehandelen(h.IsAfgeschermd)) ? new Handing(aan, feiten) : new Handing(null, [], Refusal.Of(Verwijzingcode.MedewerkerZonderRol, "Aan wie"));

        UserReference? Na(UserReference? wie) => wie?.Id == vraag.From ? aan : wie;
    }

    /// <summary>Told once more, of the procedure in which it was told.</summary>
    static Content? Opnieuw(Content? naam) => naam is null ? null : naam.IsErased ? null : Content.Of(naam.Dossier, naam.Kind, naam.Value);
}
