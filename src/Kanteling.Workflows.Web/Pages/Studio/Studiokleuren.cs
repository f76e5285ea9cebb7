using System.Collections.Frozen;
using System.Text;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>
/// The colours of the steps on the canvas, a family each, as a stylesheet made from the catalogue of steps: the colours in
/// Studio are compiled in and know no step of ours. The names of the colours stand in <c>studio.css</c>.
/// </summary>
public sealed class Studiokleuren(ActivityKinds kinds)
{
    const string Overig = "overig";

    static readonly FrozenDictionary<string, string> Families = new Dictionary<string, string>
    {
        ["Melding"] = "voordeur", ["Signaal"] = "voordeur", ["Contact"] = "voordeur",
        ["Onderzoek"] = "onderzoek", ["Heronderzoek"] = "onderzoek",
        ["Cirkels"] = "cirkels",
        ["Plan"] = "plan",
        ["Besluit"] = "besluit",
        ["Ondersteuning"] = "ondersteuning",
        ["Wijziging"] = "wijziging",
        ["Veiligheid"] = "veiligheid",
        ["Wachten"] = "wachten",
        ["Begin en einde"] = "rand", ["Stroom"] = "rand", ["Overig"] = "overig",
    }.ToFrozenDictionary();

    readonly Lazy<string> css = new(() => Make(kinds.Descriptors.Select(Elsawoorden.InHetNederlands).Select(d => (d.Type, Families.GetValueOrDefault(d.Category, Overig)))));

    public string Css => css.Value;

    static string Make(IEnumerable<(string Type, string Familie)> soorten)
    {
        var tekst = new StringBuilder();
        foreach (var familie in soorten.Distinct().GroupBy(s => s.Familie, s => s.Type).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            tekst.Append("elsa-activity-wrapper:is(").AppendJoin(", ", familie.Order(StringComparer.Ordinal).Select(Is))
                .Append(") .elsa-activity { --elsa-activity-accent: var(--doek-").Append(familie.Key).AppendLine(") !important; }");
        }
        return tekst.ToString();
    }

    static string Is(string type) => $"[activity-json*='\"type\":\"{type}\"']";
}
