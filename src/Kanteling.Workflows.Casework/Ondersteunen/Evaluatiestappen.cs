using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>Looking at one support when its date has come, and making it lighter. Which one is the input of the flow.</summary>
static class Evaluatiestappen
{
    const string Categorie = "Ondersteuning";

    static readonly InputDescriptor Welke = new("Ondersteuning", "String", "Welke ondersteuning?", "Leeg: die waarmee de stroom begon.", "singleline");

    public static readonly Stap Evaluatie = new(
        "Evaluatie", Categorie, "Evaluatie", "We kijken samen of het helpt. Doet de inwoner weer mee? Kan het lichter? Zo licht als het kan, zo zwaar als nodig.",
        [
            new("Lichter", "Het kan lichter", "We spreken af hoe."),
            new("Gelijk", "Het blijft zo", "We spreken af wanneer we weer kijken."),
            new("Zwaarder", "Er is meer nodig", "We kijken opnieuw naar wat er nodig is."),
            new("Klaar", "Het is klaar", "De ondersteuning stopt."),
            new("Structureel", "Het blijft altijd nodig", "We vragen niet meer of het lichter kan. Wel soms: klopt het nog?"),
        ])
    {
        Waarde = "U vertelt hoe het gaat, en u beslist mee hoe het verder gaat.",
        Bronnen = ["P7", "P25", "P34", "A2", "A3", "Wmo 2015, artikel 2.3.9"],
        Formulier = "evaluatie",
        Leest =
        [
            Leesveld.Moet("volgendeEvaluatie", VeldSoort.Datum), Leesveld.Moet("laatsteDag", VeldSoort.Datum),
            Leesveld.Mag("toelichting", VeldSoort.LangeTekst), Leesveld.Mag("structureelReden", VeldSoort.LangeTekst),
            Leesveld.Mag("herzien", VeldSoort.Datum),
        ],
        Termijn = "P2W",
        Herinnering = 4,
        Escalatie = Taakadres.Teammanager,
        EigenInvoer = [Welke],
        BijBegin = s => Van(s).EvaluatieLoopt ? [] : [new EvaluatieBegonnen(Van(s).Id, s.Vandaag)],
        Bezwaren = EvaluatieBezwaren,
        Feiten = EvaluatieFeiten,
    };

    /// <exception cref="StepFailed">ONDERSTEUNING_ONBEKEND.</exception>
    internal static Ondersteuning Van(Invulling s)
    {
        var id = s.Context.Text("ondersteuning") ?? s.Context.Instance.Input.AsObject()["ondersteuning"]?.ToString();
        return s.Huishouden.MetId(id is null ? null : new OndersteuningId(id)) ?? throw new StepFailed(Ondersteuningscode.OndersteuningOnbekend, id ?? "");
    }

    static IEnumerable<Refusal> EvaluatieBezwaren(Invulling s)
    {
        if (s.Uitkomst is not ("Klaar" or "Structureel") && Van(s).Loopt && !(s.Antwoorden.Dag("volgendeEvaluatie") > s.Vandaag))
            yield return s.Antwoorden.Weiger("volgendeEvaluatie", Ondersteuningscode.EvaluatieZonderVolgende);
        if (!VraagtStructureel(s))
            yield break;
        if (s.Uitkomst == "Structureel" && s.Tekst("structureelReden") is null)
            yield return s.Antwoorden.Weiger("structureelReden", Ondersteuningscode.StructureelZonderReden);
        if (s.Uitkomst == "Structureel" && !(s.Antwoorden.Dag("herzien") > s.Vandaag))
            yield return s.Antwoorden.Weiger("herzien", Ondersteuningscode.StructureelZonderDatum);
    }

    /// <summary>Older forms ask reason and date here; newer ones leave that to the step Structureel.</summary>
    static bool VraagtStructureel(Invulling s) => s.Formulier?.Velden.Any(v => v.Id == "structureelReden") == true;

    static IEnumerable<object> EvaluatieFeiten(Invulling s)
    {
        var o = Van(s);
        yield return new OndersteuningGeevalueerd(o.Id, s.Uitkomst, s.Inhoud("toelichting"), s.Uitkomst == "Klaar" ? null : s.Antwoorden.Dag("volgendeEvaluatie"), s.Vandaag);
        if (s.Uitkomst == "Klaar" && o.Loopt)
            yield return new OndersteuningBeeindigd(o.Id, Eindreden.Klaar, s.Dag("laatsteDag"));
        if (s.Uitkomst == "Structureel" && VraagtStructureel(s))
            yield return new StructureelVastgesteld(o.Id, s.Inhoud("structureelReden")!, s.Dag("herzien"), s.Vandaag);
    }

    public static readonly Stap Afschalen = new(
        "Afschalen", Categorie, "Afschalen", "De ondersteuning wordt een stap lichter, of gaat één cirkel terug. Alleen als de inwoner het ermee eens is.",
        [
            new("Akkoord", "De inwoner is het ermee eens", "Het lichtere begint, het zwaardere stopt."),
            new("Niet akkoord", "De inwoner is het er niet mee eens", "Er verandert niets."),
            new("Herziening nodig", "Er is een nieuw besluit nodig", "We volgen de weg van een besluit, met zienswijze en bezwaar."),
        ])
    {
        Waarde = "Het wordt stap voor stap lichter, en alleen als het kan.",
        Bronnen = ["A2", "P34", "Wmo 2015, artikel 2.3.10, onder b en c"],
        Formulier = "afschalen",
        Leest =
        [
            Leesveld.Moet("akkoordInwoner", VeldSoort.JaNee), Leesveld.Moet("naar", VeldSoort.Keuze), Leesveld.Moet("vanaf", VeldSoort.Datum),
            Leesveld.Moet("evaluatie", VeldSoort.Datum), Leesveld.MagOmvang("omvang"), Leesveld.Mag("wat", VeldSoort.LangeTekst),
            Leesveld.Mag("wie", VeldSoort.Tekst), Leesveld.MagKeuze<Zwaarte>("zwaarte"), Leesveld.Mag("einde", VeldSoort.Datum),
            Leesveld.Mag("afschaalplan", VeldSoort.LangeTekst), Leesveld.Mag("toelichting", VeldSoort.LangeTekst),
        ],
        Termijn = "P4W",
        Herinnering = 7,
        EigenInvoer = [Welke],
        Bezwaren = s => s.Uitkomst switch
        {
            "Akkoord" => AfschaalBezwaren(s, Van(s)),
            "Herziening nodig" => Herzieningen.Bezwaren(Van(s)),
            _ => [],
        },
        Feiten = s => s.Uitkomst == "Akkoord" ? AfschaalFeiten(s, Van(s)) : [],
    };

    static Ondersteuningscirkel Naar(Invulling s) => s.Antwoorden.Keuze<Ondersteuningscirkel>("naar") ?? Ondersteuningscirkel.EigenKracht;

    static IEnumerable<Refusal> AfschaalBezwaren(Invulling s, Ondersteuning o)
    {
        if (!s.JaNee("akkoordInwoner"))
            yield return s.Antwoorden.Weiger("akkoordInwoner", Ondersteuningscode.AfschalenZonderAkkoord);
        if (!o.Loopt)
            yield return Invulling.Weiger(null, Ondersteuningscode.OndersteuningLooptNiet, o.Id.Text);
        if (Naar(s) > o.Cirkel || (Naar(s) == o.Cirkel && !IsLichter(s, o)))
            yield return s.Antwoorden.Weiger("naar", Ondersteuningscode.AfschalenNietLichter);
        if (Naar(s) != Ondersteuningscirkel.EigenKracht && !(s.Antwoorden.Dag("evaluatie") > s.Vandaag))
            yield return s.Antwoorden.Weiger("evaluatie", Ondersteuningscode.EvaluatieZonderVolgende);
    }

    /// <summary>Less of it, or less heavy; where amounts cannot be compared the words of the new extent speak.</summary>
    static bool IsLichter(Invulling s, Ondersteuning o)
    {
        if (s.Antwoorden.Keuze<Zwaarte>("zwaarte") < o.Zwaarte)
            return true;
        return s.Antwoorden.Omvang("omvang") is { } nieuw
            && (o.Omvang is not { IsHoeveelheid: true } oud || nieuw.In(oud.Eenheid!.Value, oud.Periode!.Value) is not { } aantal || aantal < oud.Aantal);
    }

    static IEnumerable<object> AfschaalFeiten(Invulling s, Ondersteuning o)
    {
        var vanaf = s.Dag("vanaf");
        if (Naar(s) == Ondersteuningscirkel.EigenKracht)
        {
            yield return new OndersteuningAfgeschaald(o.Id, null, s.Inhoud("toelichting"), vanaf);
            yield break;
        }
        var nieuw = s.Huishouden.NieuweOndersteuning().First();
        yield return new OndersteuningVoorgesteld(
            nieuw, s.Id, o.Persoon, o.Hulpvraag, Naar(s), Vorm(s, o), s.Inhoud("wat") ?? o.Wat, s.Inhoud("wie"), s.Antwoorden.Omvang("omvang"), s.Antwoorden.Keuze<Zwaarte>("zwaarte"), s.Vandaag)
        {
            // Less of the same.
            Product = Naar(s) == Ondersteuningscirkel.Maatwerkvoorziening ? o.Product : null,
        };
        // In circle 4 the lighter one stands on the title of the heavier one.
        yield return new OndersteuningAfgeschaald(o.Id, nieuw, s.Inhoud("toelichting"), vanaf) { Titel = Naar(s) == Ondersteuningscirkel.Maatwerkvoorziening ? o.Titel : null };
        yield return new OndersteuningGestart(nieuw, vanaf);
        yield return new AfschaalplanVastgelegd(nieuw, s.Antwoorden.Dag("evaluatie"), s.Antwoorden.Dag("einde") ?? (Naar(s) == o.Cirkel ? o.Einde : null), s.Inhoud("afschaalplan"), s.Vandaag);
    }

    static Ondersteuningsvorm Vorm(Invulling s, Ondersteuning o) => Naar(s) switch
    {
        Ondersteuningscirkel.Maatwerkvoorziening => o.Vorm,
        Ondersteuningscirkel.AlgemeneVoorziening => Ondersteuningsvorm.Algemeen,
        Ondersteuningscirkel.EigenKracht or Ondersteuningscirkel.SociaalNetwerk => Ondersteuningsvorm.Netwerk,
    };
}
