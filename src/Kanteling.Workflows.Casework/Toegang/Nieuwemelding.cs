using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>A melding that a step of another flow opens in the same household: a dossier of its own, with its own six weeks.</summary>
static class Nieuwemelding
{
    /// <summary>The same for the same instance, so that deciding again gives the same dossier.</summary>
    public static DossierId Dossier(ActivityContext c) => new($"{c.Case.Stream}-{c.Instance.Id}");

    public static JsonObject Invoer(Meldinggegevens m, Kanaal kanaal) => new()
    {
        ["client"] = m.Client.Text, ["vraag"] = m.Vraag.AsString(), ["kanaal"] = kanaal.Woord(), ["melder"] = new JsonObject { ["soort"] = m.Melder?.Woord() },
        ["ontvangen"] = m.GemeldOp.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public static StartFlow Begin(ActivityContext c, Meldinggegevens m, Kanaal kanaal) => new(Werkstroomnaam.Toegang, Invoer(m, kanaal), Dossier: Dossier(c));

    /// <summary>Why there cannot be such a melding.</summary>
    public static IEnumerable<Refusal> Bezwaren(Invulling s, Meldinggegevens m, string veldDag) =>
        Meldinginvoer.Controleer(Invoer(m, Kanaal.Anders), s.Huishouden, Dossier(s.Context), s.Vandaag).Select(r => r.Field == "ontvangen" ? r with { Field = veldDag } : r);
}
