using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>
/// Going up when it became too light, and settling that it stays needed. The law of this file: going up is never counted as
/// blame; what was told before comes along, so that the story is told once.
/// </summary>
static class Opschaalstappen
{
    const string Categorie = "Ondersteuning";
    const string Herziening = "Herziening";
    const string NieuweMelding = "Zwaardere cirkel";
    const string Heronderzoek = "Heronderzoek";
    const string BlijftZo = "Blijft zo";

    static readonly InputDescriptor Welke = new("Ondersteuning", "String", "Welke ondersteuning?", "Leeg: die waarmee de stroom begon.", "singleline");

    public static readonly Stap Opschalen = new(
        "Opschalen", Categorie, "Opschalen", "Het is te licht geworden. Dat is niemands schuld. We kiezen de kortste weg naar wat wel past; wat loopt, loopt intussen door.",
        [
            new(Herziening, "Meer van hetzelfde maatwerk", "Er komt een nieuw besluit, in een eigen dossier."),
            new(NieuweMelding, "Een zwaardere cirkel", "We nemen een nieuwe melding op. Wat al verteld is, gaat mee."),
            new(Heronderzoek, "Heronderzoek", "We kijken nu al opnieuw, in plaats van op de afgesproken dag."),
            new(BlijftZo, "Het blijft zo", "Er verandert niets."),
        ])
    {
        Waarde = "Ging het te snel, dan helpen we weer meer. Dat is niemands schuld.",
        Bronnen = ["A1", "A2", "P34", "Wmo 2015, artikel 2.3.8 en 2.3.10"],
        Formulier = "opschalen",
        Leest = [Leesveld.Mag("toelichting", VeldSoort.LangeTekst)],
        Termijn = "5 werkdagen",
        Escalatie = Taakadres.Teammanager,
        EigenInvoer = [Welke],
        Bezwaren = s => Bezwaren(s, Van(s)),
        Feiten = s => s.Uitkomst == BlijftZo ? [] : [new OndersteuningOpgeschaald(Van(s).Id, s.Uitkomst, s.Inhoud("toelichting"), AfgeschaaldOp(s, Van(s)), s.Vandaag)],
        Gevolgen = Vervolg,
    };

    /// <summary>What runs now of what this flow is about.</summary>
    static Ondersteuning Van(Invulling s) => Opvolgers.Huidig(s.Huishouden, Evaluatiestappen.Van(s));

    static IEnumerable<Refusal> Bezwaren(Invulling s, Ondersteuning o) => s.Uitkomst switch
    {
        Herziening => Herzieningen.Bezwaren(o),
        Heronderzoek when !o.Loopt || !o.RustOpBesluit => [Invulling.Weiger(null, Ondersteuningscode.HeronderzoekZonderBesluit, o.Id.Text)],
        _ => [],
    };

    /// <summary>The day of a step down for the same hulpvraag, when that was less than a year ago.</summary>
    static DateOnly? AfgeschaaldOp(Invulling s, Ondersteuning o)
    {
        var zelfde = Opvolgers.Voorgangers(s.Huishouden, o).Concat(s.Huishouden.Ondersteuning.Where(ander => o.Hulpvraag is not null && ander.Hulpvraag == o.Hulpvraag));
        return zelfde.Where(ander => ander is { Eindreden: Eindreden.Afgeschaald, Einde: { } dag } && dag >= s.Vandaag.AddYears(-1)).Max(ander => ander.Einde);
    }

    static IEnumerable<Effect> Vervolg(Invulling s)
    {
        var o = Van(s);
        var dossier = Vervolgdossiers.Nieuw(s.Huishouden, o.Dossier);
        return s.Uitkomst switch
        {
            NieuweMelding => [new StartFlow(Werkstroomnaam.Toegang, Melding(s, o), Dossier: dossier, RuleSet: (WettelijkeTermijnen.Kies(s.Vandaag) ?? WettelijkeTermijnen.Alle[0]).Id)],
            Heronderzoek => [Vervolgdossiers.Begin(Werkstroomnaam.Heronderzoek, o.Id, dossier, s.Vandaag)],
            _ => [],
        };
    }

    /// <summary>A melding that the gemeente takes up itself, with the question as it was told before.</summary>
    static JsonObject Melding(Invulling s, Ondersteuning o) => new()
    {
        ["client"] = o.Persoon.Text,
        ["melder"] = new JsonObject { ["soort"] = Melderrol.Professional.Woord() },
        ["vraag"] = s.Tekst("toelichting") ?? s.Huishouden.Hulpvraag(o.Hulpvraag)?.Vraag.AsString() ?? "Er is meer nodig.",
        ["kanaal"] = Kanaal.Opschaling.Woord(),
        ["vervolgOp"] = new JsonObject { ["dossier"] = o.Dossier.Text, ["ondersteuning"] = o.Id.Text },
    };

    public static readonly Stap Structureel = new(
        "Structureel", Categorie, "Het blijft altijd nodig", "Soms is lichter niet mogelijk, en dat is goed. We schrijven op waarom, wat de inwoner ervan vindt, en wanneer we vragen of het nog klopt.", Stap.Klaar)
    {
        Waarde = "Blijft het nodig, dan is dat goed. U zegt zelf wat u ervan vindt.",
        Bronnen = ["A3", "Wmo 2015, artikel 2.3.9"],
        Formulier = "structureel",
        Leest =
        [
            Leesveld.Moet("reden", VeldSoort.LangeTekst), Leesveld.Moet("herzien", VeldSoort.Datum), Leesveld.Mag("inwoner", VeldSoort.LangeTekst),
        ],
        Termijn = "5 werkdagen",
        EigenInvoer = [Welke],
        Bezwaren = s => s.Antwoorden.Dag("herzien") > s.Vandaag ? [] : [s.Antwoorden.Weiger("herzien", Ondersteuningscode.StructureelZonderDatum)],
        Feiten = s => [new StructureelVastgesteld(Van(s).Id, s.Inhoud("reden") ?? Content.Of(s.Id, "reden", ""), s.Dag("herzien"), s.Vandaag) { Inwoner = s.Inhoud("inwoner") }],
    };
}
