using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>
/// No policy in Apply: what a fact sets, it sets in every household. A fact is applied to two households that have nothing to do with each
/// other; whatever it changes in the one has the same value in the other afterwards, wherever that place is there. A rule that looks
/// at what is there already ("what runs keeps its first day") gives another value in one of them, and is found.
/// </summary>
public class KopieerwetTests
{
    /// <summary>What tells one element of a list from another; of other lists it is the whole element.</summary>
    static readonly Dictionary<string, string[]> Sleutels = new(StringComparer.Ordinal)
    {
        ["personen"] = ["id"], ["hulpvragen"] = ["id"], ["ondersteuning"] = ["id"], ["overwegingen"] = ["stap"], ["opschortingen"] = ["grond", "vanaf"],
        ["eerdereBesluiten"] = ["bekendgemaakt"], ["vertegenwoordigers"] = ["persoon", "soort"], ["koppelingen"] = ["ander", "soort"],
    };

    public static TheoryData<string> Namen => [.. Gebeurtenisnamen.Alle.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Namen))]
    public void What_a_fact_sets_follows_from_the_fact_alone(string naam) => Schendingen(naam, Toepassing.Pas).ShouldBeEmpty();

    [Fact]
    public void Policy_that_comes_back_is_found()
    {
        Schendingen("OpdrachtGegeven", (h, e) => Toepassing.Pas(h, e is OpdrachtGegeven x && h.MetId(x.Ondersteuning) is { Loopt: false } ? x with { EersteDag = x.Start } : e)).ShouldNotBeEmpty("what runs keeps its first day");
        Schendingen("OndersteuningToegekend", (h, e) => e is OndersteuningToegekend x && h.IsOverleden(h.MetId(x.Ondersteuning)?.Persoon) ? h : Toepassing.Pas(h, e)).ShouldNotBeEmpty("nothing is granted to who died");
        Schendingen("OndersteuningGestart", (h, e) => e is OndersteuningGestart x && h.MetId(x.Ondersteuning)?.Start > x.Op ? Toepassing.Pas(h, x with { Op = h.MetId(x.Ondersteuning)!.Start!.Value }) : Toepassing.Pas(h, e)).ShouldNotBeEmpty("the later day wins");
        Schendingen("ContactMislukt", (h, e) => Toepassing.Pas(h, e is ContactMislukt x ? x with { Keer = (h.Dossier(x.Dossier)?.Onderzoek.VergeefsContact ?? 0) + 1 } : e)).ShouldNotBeEmpty("one more than it was");
        Schendingen("PersoonOverleden", (h, e) => Toepassing.Pas(h, e is PersoonOverleden x ? x with { Hulpvragen = [.. h.Hulpvragen.Where(v => v.Persoon == x.Persoon).Select(v => v.Id)] } : e)).ShouldNotBeEmpty("all that he asked lapses");
    }

    static IReadOnlyList<string> Schendingen(string naam, Func<Huishouden, object, Huishouden> pas)
    {
        var soort = Gebeurtenisnamen.Alle.Single(e => e.Name == naam).Type;
        var gevonden = new List<string>();
        for (var zaad = 0; zaad < 120 && gevonden.Count < 5; zaad++)
        {
            var dobbelsteen = new Random(zaad);
            var (een, ander) = (Vouw(dobbelsteen), Vouw(dobbelsteen));
            var feit = new Gevuld(dobbelsteen.Next).Maak(soort);
            var (voor, na, elders) = (Plat(een), Plat(pas(een, feit)), Plat(pas(ander, feit)));
            gevonden.AddRange(voor.Keys.Union(na.Keys).Where(plek => voor.GetValueOrDefault(plek) != na.GetValueOrDefault(plek))
                .Where(plek => elders.ContainsKey(Boven(plek)) && elders.GetValueOrDefault(plek) != na.GetValueOrDefault(plek) && !IsVerschoven(plek, elders))
                .Select(plek => $"{zaad}: {plek} becomes {na.GetValueOrDefault(plek) ?? "nothing"}, and elsewhere {elders.GetValueOrDefault(plek) ?? "nothing"}"));
        }
        return gevonden;
    }

    /// <summary>Without these there is little for other facts to be about.</summary>
    static readonly Type[] Eerst =
    [
        .. Enumerable.Repeat(typeof(PersoonToegevoegd), 4), .. Enumerable.Repeat(typeof(DossierGeopend), 3), .. Enumerable.Repeat(typeof(HulpvragenVastgesteld), 3),
        .. Enumerable.Repeat(typeof(OndersteuningVoorgesteld), 4), typeof(AanvraagOntvangen), typeof(BesluitOpgesteld), typeof(BesluitBekendgemaakt), typeof(OndersteuningToegekend), typeof(PersoonOverleden),
    ];

    static Huishouden Vouw(Random dobbelsteen) => Eerst.Concat(Enumerable.Range(0, 40).Select(_ => Gebeurtenisnamen.Alle[dobbelsteen.Next(Gebeurtenisnamen.Alle.Length)].Type))
        .Aggregate(Huishouden.Leeg, (h, soort) => Toepassing.Pas(h, new Gevuld(dobbelsteen.Next).Maak(soort)));

    /// <summary>Every value of a household by its place; a thing that has places of its own is a place too.</summary>
    static Dictionary<string, string> Plat(Huishouden h)
    {
        var plekken = new Dictionary<string, string>(StringComparer.Ordinal);
        // The household's own clock goes on with every fact, and never back.
        Leg(JsonSerializer.SerializeToNode(h with { Bijgewerkt = null }, Huishoudenopslag.Json), "", plekken);
        return plekken;
    }

    static void Leg(JsonNode? node, string plek, Dictionary<string, string> plekken)
    {
        switch (node)
        {
            case JsonObject json:
                plekken[plek] = "{}";
                foreach (var (naam, waarde) in json)
                    Leg(waarde, $"{plek}\n{naam}", plekken);
                break;
            case JsonArray lijst:
                plekken[plek] = "[]";
                foreach (var element in lijst)
                    Leg(element, $"{plek}\n{Sleutel(plek[(plek.LastIndexOf('\n') + 1)..], element!)}", plekken);
                break;
            default:
                plekken[plek] = node?.ToJsonString() ?? "";
                break;
        }
    }

    static string Sleutel(string lijst, JsonNode element) =>
        Sleutels.TryGetValue(lijst, out var velden) ? string.Join('|', velden.Select(v => element[v]?.ToString())) : element.ToJsonString().Replace("\n", " ", StringComparison.Ordinal);

    /// <summary>An aanvraag names the decision that it comes after, and puts that away as it stands; where there is no such decision nothing is put away.</summary>
    static bool IsVerschoven(string plek, Dictionary<string, string> elders) =>
        plek.Split('\n') is [_, "dossiers", var dossier, "eerdereBesluiten", var besluit, ..] && !elders.ContainsKey($"\ndossiers\n{dossier}\neerdereBesluiten\n{besluit}");

    static string Boven(string plek) => plek[..Math.Max(0, plek.LastIndexOf('\n'))];
}
