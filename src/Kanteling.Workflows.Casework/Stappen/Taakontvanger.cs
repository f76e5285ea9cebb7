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

    /// <summary>Who takes over becomes behandelaar of the procedures that are open, and casusregisseur or contact person where the other was that.</summary>
    public static Handing Overdracht(Handover vraag, Given given, DateTimeOffset now)
    {
        var h = (Huishouden)vraag.State;
        if (Verwijzingsoort.Medewerker.Bezwaar(new Zoekvraag(given, vraag.To.Text, "Aan wie", null) { Afgeschermd = h.IsAfgeschermd }) is { } nee)
            return new Handing(null, [], nee);
        var (aan, op) = (Medewerker.Van(given, vraag.To)!.Verwijzing, LokaleTijd.Dag(now));
        return new Handing(aan,
        [
            .. h.Dossiers.Values.Where(d => d.IsOpen && d.Behandelaar?.Id == vraag.From).OrderBy(d => d.Id).Select(d => new BehandelaarToegewezen(d.Id, aan, null, op)),
            .. h.Casusregisseur is { } regie && Mogelijkheden.Huidig(h) is { } dossier && (regie.Gebruiker?.Id == vraag.From || regie.Contactpersoon?.Id == vraag.From)
                ? new object[] { new CasusregieBelegd(dossier, regie.Soort, Na(regie.Gebruiker), regie.Persoon, Opnieuw(regie.Naam), Na(regie.Contactpersoon), regie.Primaat, op) } : [],
        ]);

        UserReference? Na(UserReference? wie) => wie?.Id == vraag.From ? aan : wie;
    }

    /// <summary>Told once more, of the procedure in which it was told.</summary>
    static Content? Opnieuw(Content? naam) => naam is null ? null : naam.IsErased ? null : Content.Of(naam.Dossier, naam.Kind, naam.Value);
}
