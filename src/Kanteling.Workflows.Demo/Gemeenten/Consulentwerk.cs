using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// What a consulent does in a household whose story is over: each task some days after it opened, with the outcome that is
/// usual for it. Somebody who is behind does nothing in the last days, so that something is late.
/// </summary>
/// <param name="tot">Until when anything is done.</param>
sealed class Consulentwerk(Gemeentebestand gemeente, Random dobbel, Kalender kalender, DateTimeOffset tot)
{
    const int MeesteKeren = 15;
    const int MeesteHerstel = 8;
    const string Vaststellen = "vaststellen";
    const string Verklaren = "afwijking-verklaren";
    readonly Dictionary<TaskId, DateTimeOffset> gepland = [];

    /// <summary>Until when people do anything in this household.</summary>
    public DateTimeOffset Tot => tot;

    /// <summary>When the next of these tasks is done; never when that would be too late.</summary>
    public DateTimeOffset Plan(IEnumerable<WorkTask> taken, DateTimeOffset nu)
    {
        var moment = DateTimeOffset.MaxValue;
        foreach (var taak in taken)
        {
            if (!gepland.TryGetValue(taak.Id, out var op))
                gepland[taak.Id] = op = Moment(taak, nu);
            moment = op < moment ? op : moment;
        }
        return moment <= tot ? moment : DateTimeOffset.MaxValue;
    }

    public bool IsAanDeBeurt(WorkTask taak, DateTimeOffset nu) => gepland.TryGetValue(taak.Id, out var op) && op <= nu;

    /// <summary>Nobody could do it; it stays.</summary>
    public void Laat(WorkTask taak) => gepland[taak.Id] = DateTimeOffset.MaxValue;

    /// <summary>Tries outcomes and answers, one after the other, until one is accepted.</summary>
    /// <param name="voorbeelden">Examples for an outcome.</param>
    /// <param name="verwoord">Puts examples into words.</param>
    /// <returns>What was refused last; null when something was accepted.</returns>
    public async Task<Answer.Refused?> ProbeerAsync(
        WorkTask taak, Func<string?, Func<int, int>, Voorbeeldantwoorden> voorbeelden, Func<JsonObject, JsonObject> verwoord, Func<string?, JsonObject, Task<Answer>> doe)
    {
        Answer.Refused? laatste = null;
        for (var keer = 0; keer < MeesteKeren; keer++)
        {
            var uitkomst = taak.Outcomes.IsEmpty ? null : Uitkomst(taak);
            // First the plainest answers; somebody who was refused looks further.
            var voorbeeld = voorbeelden(uitkomst, n => keer == 0 ? 0 : dobbel.Next(n));
            var antwoorden = keer == 0 ? voorbeeld.Vul([]) : voorbeeld.Strooi();
            for (var herstel = 0; herstel < MeesteHerstel; herstel++)
            {
                if (await doe(uitkomst, verwoord((JsonObject)antwoorden.DeepClone())) is not Answer.Refused geweigerd)
                    return null;
                antwoorden = voorbeeld.Hersteld(antwoorden, (laatste = geweigerd).Refusals);
            }
        }
        return laatste;
    }

    /// <summary>Who does it: whoever it was addressed to. What went to the teammanager because it was late is still done by who is in charge, except what somebody else has to look at.</summary>
    public static UserId Door(WorkTask taak, Demorollen rollen) => taak.Address.Role switch
    {
        Rol.Kwaliteitsmedewerker => rollen.Voor("dirk"),
        Rol.Teammanager when taak.ActivityId.Text is Vaststellen or Verklaren => rollen.Manager,
        _ => rollen.Behandelaar,
    };

    string Uitkomst(WorkTask taak)
    {
        var poorten = taak.Outcomes.Select(o => o.Port).ToList();
        var gewichten = gemeente.Uitkomsten.GetValueOrDefault(taak.ActivityId.Text);
        return gewichten is null ? poorten[dobbel.Next(poorten.Count)] : Loting.Trek(dobbel, poorten.Select(p => (p, gewichten.GetValueOrDefault(p, 1))));
    }

    DateTimeOffset Moment(WorkTask taak, DateTimeOffset nu)
    {
        var bereik = gemeente.Werkdagen.GetValueOrDefault(taak.ActivityId.Text, gemeente.Werkdagen["*"]);
        var dag = kalender.PlusWerkdagen(LocalTime.DayOf(nu), dobbel.Next(bereik[0], bereik[1] + 1));
        var moment = LocalTime.StartOf(dag).AddMinutes(dobbel.Next(8 * 60 + 30, 17 * 60));
        return moment > nu ? moment : nu.AddMinutes(5);
    }
}
