using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Veiligheid;

/// <summary>The beginning of the meldcode, its five steps in their order, and looking afterwards whether it is safe. Every step can go back.</summary>
static class Veiligheidsstappen
{
    public const string Melden = "Melden bij Veilig Thuis";
    public const string Hulp = "Hulp organiseren";
    public const string Geen = "Geen vermoeden meer";

    /// <summary>The step that every meldcode begins with, as a drawing names it.</summary>
    public const string BeginType = "Kanteling.Veiligheid";

    const string Categorie = "Veiligheid";
    const string Aandachtsfunctionaris = "rol:aandachtsfunctionaris";

    static readonly InputDescriptor BijAcuut = new("TermijnBijAcuut", "String", "Laatste dag bij acuut gevaar", "P0D is dezelfde dag.", "singleline", DefaultValue: "P0D");

    public static readonly ActivityKind Begin = Automatischestap.Van(
        "Veiligheid", Categorie, "Zorgen over veiligheid", "Het begin van de meldcode, apart van het huishouden. Bron: Wmo 2015, artikel 3.3.",
        ActivityTraits.Start, Veiligheidsinvoer.Begin);

    public static readonly Stap Signalen = new(
        "VeiligheidSignalen", Categorie, "Signalen in kaart brengen", "Stap 1 van de meldcode. Schrijf op wat u zag en hoorde, en houd feiten en vermoedens uit elkaar.",
        [
            new("Verder", "Verder naar overleg", "U bespreekt wat u ziet met een collega of met Veilig Thuis."),
            new("Acuut gevaar", "Er is nu gevaar", "U slaat overleg en gesprek over en weegt vandaag. Is er direct gevaar? Bel 112."),
        ])
    {
        Waarde = "We kijken goed, en schrijven feiten op en geen roddels.",
        Bronnen = ["Wmo 2015, artikel 3.3", "Meldcode, stap 1"],
        Formulier = "veiligheid-signalen",
        Leest = [Leesveld.Moet("signalen", VeldSoort.LangeTekst)],
        Termijn = "2 werkdagen",
        Escalatie = Aandachtsfunctionaris,
        Feiten = s => [new SignalenInKaart(s.Id, s.Inhoud("signalen") ?? Leeg(s), s.Uitkomst == "Acuut gevaar", s.Vandaag)],
    };

    public static readonly Stap Overleg = new(
        "VeiligheidOverleg", Categorie, "Overleggen", "Stap 2 van de meldcode. U staat er niet alleen voor. Advies vragen aan Veilig Thuis mag altijd, zonder namen te noemen.",
        [new("Verder", "Verder naar het gesprek", "U praat met de mensen om wie het gaat."), new("Terug", "Terug naar de signalen", "U brengt eerst meer in kaart.")])
    {
        Waarde = "We denken met anderen na voordat we iets doen.",
        Bronnen = ["Wmo 2015, artikel 3.3", "Meldcode, stap 2"],
        Formulier = "veiligheid-overleg",
        Leest = [Leesveld.MoetKeuze<Overlegpartner>("met"), Leesveld.Mag("advies", VeldSoort.LangeTekst)],
        Termijn = "3 werkdagen",
        Escalatie = Aandachtsfunctionaris,
        Feiten = s => [new VeiligheidOverlegd(s.Id, s.Antwoorden.Keuze<Overlegpartner>("met") ?? Overlegpartner.Collega, s.Inhoud("advies"), s.Vandaag)],
    };

    public static readonly Stap Gesprek = new(
        "VeiligheidGesprek", Categorie, "Praten met betrokkenen", "Stap 3 van de meldcode. U zegt wat u ziet en vraagt hoe het is. Is praten niet veilig, dan slaat u deze stap over, met een reden.",
        [
            new("Gevoerd", "We hebben gepraat", "U weegt wat u nu weet."),
            new("Overgeslagen", "Praten is nu niet veilig", "U weegt zonder gesprek. U legt vast waarom."),
            new("Terug", "Terug naar de signalen", "U brengt eerst meer in kaart en vraagt opnieuw advies."),
        ])
    {
        Waarde = "We praten met u, niet alleen over u. Tenzij dat gevaarlijk is.",
        Bronnen = ["Wmo 2015, artikel 3.3", "Meldcode, stap 3"],
        Formulier = "veiligheid-gesprek",
        Leest = [Leesveld.Moet("gesprek", VeldSoort.LangeTekst), Leesveld.Moet("waaromNiet", VeldSoort.LangeTekst)],
        Termijn = "5 werkdagen",
        Escalatie = Aandachtsfunctionaris,
        Bezwaren = s => s.Uitkomst == "Overgeslagen" && s.Tekst("waaromNiet") is null ? [s.Antwoorden.Weiger("waaromNiet", Huishoudcode.VeiligheidZonderReden)] : [],
        Feiten = s => s.Uitkomst == "Terug" ? [] : [new VeiligheidBesproken(s.Id, s.Uitkomst == "Overgeslagen", s.Uitkomst == "Overgeslagen" ? s.Inhoud("waaromNiet") : s.Inhoud("gesprek"), s.Vandaag)],
    };

    public static readonly Stap Wegen = new(
        "VeiligheidWegen", Categorie, "Wegen", "Stap 4 van de meldcode. U weegt met het afwegingskader: is er een vermoeden, en is het acuut of structureel onveilig? Dan moet u melden.",
        [new("Gewogen", "Verder naar beslissen", "U beslist wat er gebeurt."), new("Terug", "We weten nog te weinig", "U gaat terug naar de signalen.")])
    {
        Waarde = "We wegen volgens vaste vragen of het veilig is.",
        Bronnen = ["Wmo 2015, artikel 3.3", "Meldcode, stap 4"],
        Formulier = "veiligheid-wegen",
        Leest =
        [
            Leesveld.Moet("vermoeden", VeldSoort.JaNee), Leesveld.Moet("acuut", VeldSoort.JaNee), Leesveld.Moet("structureel", VeldSoort.JaNee),
            Leesveld.Moet("motivering", VeldSoort.LangeTekst),
        ],
        Termijn = "2 werkdagen",
        Escalatie = Aandachtsfunctionaris,
        EigenInvoer = [BijAcuut],
        Haast = s => s.Dossier.Meldcode?.AcuutGemeld == true ? s.Context.Text("termijnBijAcuut") ?? "P0D" : null,
        Bezwaren = s => s.Uitkomst == "Gewogen" && !s.JaNee("vermoeden") && (s.JaNee("acuut") || s.JaNee("structureel")) ? [s.Antwoorden.Weiger("vermoeden", Huishoudcode.VeiligheidVermoedenHoortErbij)] : [],
        Feiten = s => s.Uitkomst == "Gewogen" ? [new VeiligheidGewogen(s.Id, s.JaNee("vermoeden"), s.JaNee("acuut"), s.JaNee("structureel"), s.Inhoud("motivering") ?? Leeg(s), s.Vandaag)] : [],
    };

    public static readonly Stap Beslissen = new(
        "VeiligheidBeslissen", Categorie, "Beslissen", "Stap 5 van de meldcode. Acuut of structureel onveilig moet u melden bij Veilig Thuis. Daarnaast kunt u altijd hulp organiseren.",
        [
            new(Melden, Melden, "U meldt vandaag. Daarna blijft u volgen of het veilig is."),
            new(Hulp, Hulp, "U organiseert hulp en blijft volgen of het veilig is."),
            new(Geen, Geen, "De meldcode stopt hier. Wat u opschreef, blijft afgeschermd."),
            new("Terug", "Opnieuw wegen", "U weegt nog een keer."),
        ])
    {
        Waarde = "We doen wat nodig is om u veilig te maken.",
        Bronnen = ["Wmo 2015, artikel 3.3", "Meldcode, stap 5"],
        Formulier = "veiligheid-beslissen",
        Leest = [Leesveld.Moet("gemeldOp", VeldSoort.Datum), Leesveld.Mag("toelichting", VeldSoort.LangeTekst)],
        Termijn = "2 werkdagen",
        Escalatie = Aandachtsfunctionaris,
        EigenInvoer = [BijAcuut],
        Haast = s => s.Dossier.Meldcode?.Weging?.Acuut == true ? s.Context.Text("termijnBijAcuut") ?? "P0D" : null,
        Bezwaren = Beslisbezwaren,
        Feiten = s => s.Uitkomst == "Terug" ? [] : [new VeiligheidBesloten(s.Id, s.Uitkomst, s.Inhoud("toelichting"), s.Uitkomst == Melden ? s.Dag("gemeldOp") : s.Vandaag)],
    };

    static IEnumerable<Refusal> Beslisbezwaren(Invulling s)
    {
        var weging = s.Dossier.Meldcode?.Weging;
        if (s.Uitkomst is Hulp or Geen && weging?.MoetGemeld == true)
            yield return Invulling.Weiger(null, Huishoudcode.VeiligheidMoetGemeld);
        else if (s.Uitkomst == Geen && weging?.Vermoeden == true)
            yield return Invulling.Weiger(null, Huishoudcode.VeiligheidVermoedenBlijft);
    }

    public static readonly Stap Volgen = new(
        "VeiligheidVolgen", Categorie, "Volgen of het veilig is", "Melden of hulp organiseren is niet het einde. U kijkt of het nu veilig is, voor iedereen.",
        [new("Veilig", "Het is veilig", "De meldcode stopt hier."), new("Weer zorgen", "Er zijn weer zorgen", "U begint opnieuw bij de signalen.")])
    {
        Waarde = "Ook na een melding blijven we kijken of het veilig is.",
        Bronnen = ["Wmo 2015, artikel 3.3"],
        Formulier = "veiligheid-volgen",
        Leest = [Leesveld.Mag("toelichting", VeldSoort.LangeTekst)],
        Termijn = "P4W",
        Herinnering = 7,
        Escalatie = Aandachtsfunctionaris,
        Feiten = s => [new VeiligheidGevolgd(s.Id, s.Uitkomst == "Veilig", s.Inhoud("toelichting"), s.Vandaag)],
    };

    static Content Leeg(Invulling s) => Content.Of(s.Id, "tekst", "");
}
