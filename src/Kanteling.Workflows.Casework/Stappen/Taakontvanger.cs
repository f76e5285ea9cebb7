using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Who a task is for, verified: to whom it is addressed when it opens, and to whom somebody gives it.</summary>
static class Taakontvanger
{
    /// <summary>Why a task cannot be addressed so; null when somebody could find it in his list.</summary>
    public static Refusal? Onbekend(TaskAddress adres, Given given) => adres switch
    {
        { Relation: { } relatie } => Bezwaar(Verwijzingsoort.Relatie, relatie, given),
        { Role: { } rol } => Bezwaar(Verwijzingsoort.Rol, rol, given),
        { Team: { } team } => Bezwaar(Verwijzingsoort.Team, team.Text, given),
        _ => null,
    };

    public static Assignment Toewijzing(Assigning vraag, Given given) =>
        Verwijzingsoort.VoorTaak(given, vraag.To, "Aan wie", vraag.Task, ((Huishouden)vraag.State).IsAfgeschermd) is { } nee
            ? Assignment.Refused(nee with { Field = "aan" })
            : new Assignment(Medewerker.Van(given, vraag.To)!.Verwijzing, null);

    static Refusal? Bezwaar(Verwijzingsoort soort, string id, Given given) => soort.Bezwaar(new Zoekvraag(given, id, id, null));
}
