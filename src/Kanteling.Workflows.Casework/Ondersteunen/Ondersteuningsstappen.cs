using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>Starting what was agreed, and hearing afterwards how it went.</summary>
static class Ondersteuningsstappen
{
    const string Categorie = "Ondersteuning";

    public static readonly Stap OndersteuningStarten = new(
        "OndersteuningStarten", Categorie, "Ondersteuning starten", "Per ondersteuning: is het begonnen, wanneer kijken we of het helpt, wanneer stopt het en hoe wordt het lichter?",
        [new("Nulde lijn", "Nulde lijn", "Het gewone leven kan het aan. We bellen nog één keer na."), new("Loopt", "De ondersteuning loopt", "We volgen de afgesproken data.")])
    {
        Waarde = "U weet wat er begint, en wanneer we samen kijken of het helpt.",
        Bronnen = ["P25", "A2", "A3", "L1"],
        Formulier = "ondersteuning-starten",
        Leest = [Leesveld.Blok(Afspraken.Naam)],
        Termijn = "10 werkdagen",
        Herinnering = 3,
        Vooraf = s => Voorinvulling.Rijen(Afspraken.Naam, TeStarten(s).Select(o => Vooraf(o, s.Huishouden.MetId(o.Vervangt)))),
        Bezwaren = s => [.. s.Blok(Afspraken.Naam).SelectMany(rij => VanRij(s, rij)), .. Vergeten(s)],
        Poort = s => Gestart(s).Any(o => o.Cirkel >= Ondersteuningscirkel.AlgemeneVoorziening) ? "Loopt" : "Nulde lijn",
        Feiten = s => s.Blok(Afspraken.Naam).SelectMany(rij => Feiten(s, rij)),
    };

    /// <summary>What was agreed already, or about what it takes the place of: structureel stays structureel.</summary>
    static JsonNode Vooraf(Ondersteuning o, Ondersteuning? oud) => Voorinvulling.Rij(
        ("ondersteuning", o.Id.Text), ("gestart", o.Loopt), ("start", Voorinvulling.Dag(o.Start)),
        ("evaluatie", Voorinvulling.Dag(o.Evaluatiedatum ?? (oud?.Evaluatiedatum > o.Start ? oud?.Evaluatiedatum : null))), ("einde", Voorinvulling.Dag(o.Einde)),
        ("afschaalplan", (o.Afschaalplan ?? oud?.Afschaalplan)?.AsString()), ("structureel", oud?.Structureel is null ? null : true), ("structureelReden", oud?.Structureel?.Reden.AsString()));

    static IEnumerable<Ondersteuning> TeStarten(Invulling s) => s.Huishouden.OndersteuningVan(s.Id).Where(o =>
        o.Loopt || o.Status == Ondersteuningsstatus.Toegekend || o is { Status: Ondersteuningsstatus.Voorgesteld, IsMaatwerk: false });

    static IEnumerable<Ondersteuning> Gestart(Invulling s) =>
        s.Blok(Afspraken.Naam).Where(rij => rij.JaNee("gestart")).Select(rij => s.Huishouden.MetId(rij.Id<OndersteuningId>("ondersteuning"))).OfType<Ondersteuning>();

    static IEnumerable<Refusal> VanRij(Invulling s, Antwoorden rij)
    {
        if (s.Huishouden.MetId(rij.Id<OndersteuningId>("ondersteuning")) is not { } o || !rij.JaNee("gestart"))
            yield break;
        if (o.IsMaatwerk && !o.Titel.Draagt(o.Vorm))
            yield return rij.Weiger("gestart", Huishoudcode.MaatwerkZonderTitel, o.Id.Text, Huishoudenregels.Nodig(o.Vorm));
        if (o.Cirkel >= Ondersteuningscirkel.AlgemeneVoorziening && !rij.JaNee("structureel") && rij.Tekst("afschaalplan") is null)
            yield return rij.Weiger("afschaalplan", Huishoudcode.AfschaalplanOntbreekt);
        if (rij.JaNee("structureel") && !(rij.Dag("evaluatie") > s.Vandaag))
            yield return rij.Weiger("evaluatie", Ondersteuningscode.StructureelZonderDatum);
        if (rij.Dag("evaluatie") < rij.Dag("start"))
            yield return rij.Weiger("evaluatie", Ondersteuningscode.EvaluatieVoorStart);
        if (rij.Dag("einde") < rij.Dag("evaluatie"))
            // An end that has passed leaves no day to look: then the end is what is wrong.
            yield return rij.Weiger(rij.Dag("einde") <= s.Vandaag ? "einde" : "evaluatie", Ondersteuningscode.EvaluatieNaEinde);
    }

    static IEnumerable<Refusal> Vergeten(Invulling s) => TeStarten(s).Select(o => o.Id).Except(s.Blok(Afspraken.Naam).Select(rij => rij.Id<OndersteuningId>("ondersteuning")).OfType<OndersteuningId>())
        .Select(id => Invulling.Weiger(s.Blokpad(Afspraken.Naam), Huishoudcode.AfspraakOntbreekt, id.Text));

    static IEnumerable<object> Feiten(Invulling s, Antwoorden rij)
    {
        var o = s.Huishouden.MetId(rij.Id<OndersteuningId>("ondersteuning"))!;
        if (!rij.JaNee("gestart"))
        {
            if (!o.Loopt)
                yield return new OndersteuningNietGestart(o.Id, rij.Inhoud("waaromNiet"), s.Vandaag);
            yield break;
        }
        if (!o.Loopt || o.Status == Ondersteuningsstatus.Overbrugd)
            yield return new OndersteuningGestart(o.Id, rij.Dag("start") ?? s.Vandaag);
        yield return new AfschaalplanVastgelegd(o.Id, rij.Dag("evaluatie"), rij.Dag("einde"), rij.Inhoud("afschaalplan"), s.Vandaag);
        if (rij.JaNee("structureel"))
            yield return new StructureelVastgesteld(o.Id, rij.Inhoud("structureelReden")!, rij.Dag("evaluatie") ?? s.Vandaag, s.Vandaag);
    }

    public static readonly Stap Nazorg = new(
        "Nazorg", Categorie, "Nazorg en ervaring", "We bellen na. Gaat het goed? En hoe heeft de inwoner onze hulp ervaren?",
        [new("Goed", "Het gaat goed", "We sluiten af."), new("Terug", "Het gaat niet goed", "We nemen dit op als een nieuwe melding.")])
    {
        Waarde = "We bellen om te horen hoe het gaat. U zegt ook wat u van onze hulp vond.",
        Bronnen = ["K12", "P7", "Wmo 2015, artikel 2.5.1"],
        Formulier = "nazorg",
        Leest = [Leesveld.Moet("ervaring", VeldSoort.LangeTekst)],
        Brief = "nazorg",
        Termijn = "P6W",
        Herinnering = 7,
        Feiten = s => [new NazorgGedaan(s.Id, s.Uitkomst, s.Inhoud("ervaring"), s.Vandaag)],
    };

    public static readonly ActivityKind Volgen = Automatischestap.Van(
        "Volgen", Categorie, "Volgen", "De ondersteuning loopt. Op de afgesproken datum begint vanzelf de evaluatie. Bron: P25; A2.",
        ActivityTraits.None, Volg);

    /// <summary>Support without a date to look at it would run for ever unseen (seed P25).</summary>
    static IReadOnlyList<Effect> Volg(ActivityContext c)
    {
        var vergeten = ((Huishouden)c.Domain).Lopend.Where(o => o.Dossier == c.Dossier && o is { Evaluatiedatum: null, EvaluatieLoopt: false }).Select(o => o.Id).ToList();
        return vergeten.Count > 0 ? throw new StepFailed(Ondersteuningscode.OndersteuningZonderEvaluatie, string.Join(", ", vergeten)) : [new Complete()];
    }
}
