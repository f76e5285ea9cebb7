using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Toegang;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>
/// Something changed or came in. One kind of step stands for all: which questions it asks and where it leads follows from
/// what was recorded, and nobody chooses it. What each change does to support stands in <see cref="Steunwijziging"/>.
/// </summary>
static class Wijzigingsstappen
{
    const string Categorie = "Wijziging";

    static readonly ImmutableArray<Weg> Wegen =
    [
        new("Overlijden", "Iemand is overleden", "Alles is gestopt. Er is één afsluitend gesprek."), new("Verhuizing", "Verhuizing", "Het nieuwe adres staat er. We zijn klaar."),
        new("Andere gemeente", "Verhuizing naar een andere gemeente", "We dragen warm over."), new("Opname", "Opname", "De ondersteuning stopt even, of helemaal."),
        new("Scheiding", "Scheiding", "We kijken of er een huishouden bij komt."), new("Verzoek van aanbieder", "Verzoek van aanbieder", "De aanbieder krijgt antwoord."),
        new("Ingebrekestelling", "Ingebrekestelling", "De twee weken lopen."), new("Bezwaar", "Bezwaar", "Het bezwaar staat bij het besluit."),
        new("Zes weken voorbij", "Zes weken voorbij", "De inwoner weet dat hij een aanvraag kan doen."), new("Casusregie", "Casusregie", "We zoeken een nieuwe casusregisseur."),
        new("Anders", "Iets anders", "We hebben het verwerkt."), new("Vertegenwoordiger", "Vertegenwoordiger", "We leggen vast wie voor de inwoner optreedt."),
        new("Beslistermijn voorbij", "Beslistermijn voorbij", "De teammanager legt uit hoe dat kwam."),
    ];

    /// <summary>In the order of <see cref="Wijzigingsoort"/>.</summary>
    public static readonly ImmutableArray<Stap> Rijen =
    [
        Vanzelf("Overlijden", "Overlijden verwerken"),
        Rij("Verhuizing", "Verhuizing verwerken", "De inwoner verhuist. Binnen de gemeente gaat alles door. Naar een andere gemeente dragen we warm over.", "wijziging-verhuizing", "Wmo 2015, artikel 2.3.8", "P10") with
        {
            Leest =
            [
                Leesveld.Moet("wie", VeldSoort.Keuze), Leesveld.Moet("persoon", VeldSoort.Persoon), Leesveld.Moet("naar", VeldSoort.Keuze),
                Leesveld.MoetGroep("adres", Adressen.Naam), Leesveld.Moet("vanaf", VeldSoort.Datum), Leesveld.Mag("wijkteam", VeldSoort.Wijkteam), Leesveld.Mag("gemeente", VeldSoort.Tekst), Leesveld.Mag("toelichting", VeldSoort.LangeTekst),
            ],
            Vooraf = Betrokkene,
            Poort = s => Steunwijziging.NaarAndereGemeente(s) ? "Andere gemeente" : "Verhuizing",
            Feiten = s => [.. Steunwijziging.Verhuizing(s), Verwerkt(s)],
        },
        Rij("Opname", "Opname verwerken", "De inwoner is opgenomen. De ondersteuning thuis stopt even, of helemaal.", "wijziging-opname", "Wmo 2015, artikel 2.3.8", "Wmo 2015, artikel 2.3.5, zesde lid") with
        {
            Leest =
            [
                .. VanElke, Leesveld.MoetKeuze<Verblijf>("plaats"), Leesveld.Moet("wat", VeldSoort.Keuze), Leesveld.Moet("vanaf", VeldSoort.Datum),
                Leesveld.Moet("tot", VeldSoort.Datum),
            ],
            Bezwaren = Steunwijziging.OpnameBezwaren,
            Feiten = s => [.. Steunwijziging.Opname(s), Verwerkt(s)],
        },
        Rij("Scheiding", "Scheiding verwerken", "Een huishouden wordt er twee. We vragen wie gaat en wat dat betekent voor de hulp en voor de kinderen.", "wijziging-scheiding", "Wmo 2015, artikel 2.3.8", "R2") with { Vooraf = Betrokkene },
        Rij("Verzoek van aanbieder", "Verzoek van de aanbieder beantwoorden", "Een aanbieder wil meer, minder of iets anders. Dat gaat nooit buiten de inwoner om.", "wijziging-verzoek-aanbieder", "Wmo 2015, artikel 2.3.8", "P6") with
        {
            Leest =
            [
                .. VanElke, Leesveld.MoetKeuze<Aanbiederantwoord>("antwoord"), Leesveld.Moet("ondersteuning", VeldSoort.Ondersteuning),
                Leesveld.Moet("wat", VeldSoort.LangeTekst), Leesveld.Mag("reden", VeldSoort.LangeTekst),
            ],
            Vooraf = s => Invoer(s).Ondersteuning is { } id ? new() { ["ondersteuning"] = id.Text } : [],
            Bezwaren = VerzoekBezwaren,
            Feiten = s => [new VerzoekAanbiederBeantwoord(s.Id, s.Antwoorden.Id<OndersteuningId>("ondersteuning") ?? Invoer(s).Ondersteuning, s.Antwoorden.Keuze<Aanbiederantwoord>("antwoord") ?? Aanbiederantwoord.Nee, s.Inhoud("reden"), s.Vandaag), Verwerkt(s)],
            Gevolgen = VerzoekGevolgen,
        },
        Rij("Ingebrekestelling", "Ingebrekestelling vastleggen", "De inwoner stelt de gemeente in gebreke. We hebben nog twee weken voor het besluit.", "wijziging-ingebrekestelling", "Awb, artikel 4:17", "Awb, artikel 4:18") with
        {
            Leest = [.. VanElke, Leesveld.Moet("ontvangenOp", VeldSoort.Datum)],
            OokNaOverlijden = true,
            Vooraf = s => Gedateerd(s, "ontvangenOp"),
            Bezwaren = s => s.Dossier.Aanvraag is { } aanvraag && s.Dag("ontvangenOp") < aanvraag.Ontvangen ? [s.Antwoorden.Weiger("ontvangenOp", Besluitcode.IngebrekestellingVoorAanvraag, Schrijfwijze.Dag(aanvraag.Ontvangen))] : [],
            Feiten = s => [Ingebrekestelling(s, s.Dag("ontvangenOp")), Verwerkt(s)],
        },
        Rij("Bezwaar", "Bezwaar vastleggen", "De inwoner is het niet eens met het besluit. We leggen vast wanneer het bezwaar binnenkwam.", "wijziging-bezwaar", "Awb, artikel 6:4", "Awb, artikel 6:7 en 6:8") with
        {
            Leest = [.. VanElke, Leesveld.Moet("ontvangenOp", VeldSoort.Datum), Leesveld.Mag("gronden", VeldSoort.LangeTekst)],
            OokNaOverlijden = true,
            Vooraf = s => Gedateerd(s, "ontvangenOp"),
            Bezwaren = s => s.Dag("ontvangenOp") < LaatsteBesluit(s.Dossier)!.Bekendgemaakt ? [s.Antwoorden.Weiger("ontvangenOp", Besluitcode.BezwaarVoorBesluit, Schrijfwijze.Dag(LaatsteBesluit(s.Dossier)!.Bekendgemaakt!.Value))] : [],
            Feiten = s => [Bezwaar(s, LaatsteBesluit(s.Dossier)!, s.Dag("ontvangenOp")), Verwerkt(s)],
        },
        Rij("Zes weken voorbij", "Vertellen dat een aanvraag kan", "De zes weken zijn voorbij. De inwoner mag nu een aanvraag doen. Het onderzoek gaat door.", "wijziging-zes-weken-voorbij", "Wmo 2015, artikel 2.3.2, negende lid") with
        {
            Leest = [.. VanElke, Leesveld.MoetKeuze<Kanaal>("kanaal"), Leesveld.Moet("verzondenOp", VeldSoort.Datum)],
            Brief = "recht-op-aanvraag",
            Feiten = s => [new AanvraagrechtVerteld(s.Id, s.Antwoorden.Keuze<Kanaal>("kanaal"), s.Dag("verzondenOp")), Verwerkt(s)],
        },
        Vanzelf("Casusregie", "Casusregie"),
        Rij("Anders", "Wijziging verwerken", "Er is iets veranderd. We kijken wat dat betekent voor de inwoner en voor wat er loopt.", "wijziging-anders", "Wmo 2015, artikel 2.3.8", "P26"),
        Vanzelf("Vertegenwoordiger", "Vertegenwoordiger"),
        Vanzelf("Beslistermijn voorbij", "Beslistermijn voorbij"),
    ];

    public static readonly Stap WijzigingVerwerken = Voor(Wijzigingsoort.Anders) with { Rijen = Rijen, Rij = c => Voor(Wijzigingsinvoer.Lees(c.Instance.Input.AsObject(), c.Dossier).Soort) };

    static Stap Voor(Wijzigingsoort soort) => Rijen[(int)soort];

    static Stap Rij(string poort, string titel, string waarom, string? formulier, params ImmutableArray<string> bronnen) => new("WijzigingVerwerken", Categorie, titel, waarom, Wegen)
    {
        Waarde = "We vragen alleen wat bij deze wijziging hoort.",
        IsRij = true,
        Bronnen = bronnen,
        Formulier = formulier,
        Termijn = "5 werkdagen",
        Herinnering = 2,
        Escalatie = Taakadres.Teammanager,
        Poort = _ => poort,
        Leest = VanElke,
        Feiten = s => [Verwerkt(s)],
    };

    /// <summary>What every change may say.</summary>
    static ImmutableArray<Leesveld> VanElke => [Leesveld.Mag("persoon", VeldSoort.Persoon), Leesveld.Mag("toelichting", VeldSoort.LangeTekst)];

    /// <summary>There is nothing to ask here: the next step does it.</summary>
    static Stap Vanzelf(string poort, string titel) => Rij(poort, titel, "Dit gaat vanzelf.", null, "Wmo 2015, artikel 2.3.8") with { Vanzelf = _ => poort, OokNaOverlijden = true };

    internal static Wijzigingsinvoer Invoer(Invulling s) => Wijzigingsinvoer.Lees(s.Context.Instance.Input.AsObject(), s.Id);

    static WijzigingVerwerkt Verwerkt(Invulling s) => new(s.Id, Invoer(s).Soort, s.Antwoorden.Id<PersoonId>("persoon"), s.Inhoud("toelichting"), s.Vandaag);

    static JsonObject Betrokkene(Invulling s) => Invoer(s).Persoon is { } persoon ? new() { ["persoon"] = persoon.Text } : [];

    static JsonObject Gedateerd(Invulling s, string veld) => new() { [veld] = Voorinvulling.Dag(Invoer(s).Datum ?? s.Vandaag) };

    static IEnumerable<Refusal> VerzoekBezwaren(Invulling s)
    {
        if (s.Antwoorden.Keuze<Aanbiederantwoord>("antwoord") == Aanbiederantwoord.Evaluatie && s.Huishouden.MetId(s.Antwoorden.Id<OndersteuningId>("ondersteuning")) is var o && o is not { Loopt: true, EvaluatieLoopt: false })
            yield return s.Antwoorden.Weiger("ondersteuning", o is { Loopt: true } ? Ondersteuningscode.EvaluatieLooptAl : Ondersteuningscode.OndersteuningLooptNiet, o?.Id.Text ?? "");
        if (s.Antwoorden.Keuze<Aanbiederantwoord>("antwoord") == Aanbiederantwoord.NieuweMelding)
        {
            foreach (var bezwaar in Nieuwemelding.Bezwaren(s, Melding(s), "antwoord"))
                yield return bezwaar;
        }
    }

    static Meldinggegevens Melding(Invulling s) => new(s.Huishouden.MetId(Invoer(s).Ondersteuning)?.Persoon ?? Invoer(s).Wie(s.Dossier), s.Inhoud("wat") ?? Content.Of(s.Id, "wat", ""), Melderrol.Professional, s.Vandaag);

    static IEnumerable<Effect> VerzoekGevolgen(Invulling s) => s.Antwoorden.Keuze<Aanbiederantwoord>("antwoord") switch
    {
        Aanbiederantwoord.Evaluatie when s.Huishouden.MetId(s.Antwoorden.Id<OndersteuningId>("ondersteuning")) is { } o => Huishoudentermijnen.BeginEvaluatie(o, s.Vandaag),
        Aanbiederantwoord.NieuweMelding => [Nieuwemelding.Begin(s.Context, Melding(s), Kanaal.Aanbieder)],
        _ => [],
    };

    /// <summary>Too early when the time to decide is not over: then it has no effect, and he may do it again.</summary>
    static IngebrekestellingOntvangen Ingebrekestelling(Invulling s, DateOnly ontvangen)
    {
        var verstreken = s.Dossier.Aanvraag?.BeslistermijnVerstreken;
        var teVroeg = verstreken is null || ontvangen < verstreken;
        return new IngebrekestellingOntvangen(
            s.Id, ontvangen, teVroeg, teVroeg ? null : Termijn.Bereken(ontvangen, s.Dossier.Regels.Termijn(TermijnId.Ingebrekestelling), s.Kalender).LaatsteDag,
            teVroeg ? null : s.Dossier.Regels.DwangsomNa(s.Dossier.Regels.Dwangsom.Sum(trap => trap.Dagen)), s.Vandaag)
        {
            Basis = teVroeg ? null : s.Rekenbasis,
        };
    }

    static BezwaarOntvangen Bezwaar(Invulling s, Besluit besluit, DateOnly ontvangen) =>
        new(s.Id, besluit.Bekendgemaakt!.Value, ontvangen, ontvangen > besluit.BezwaarLaatsteDag, s.Inhoud("gronden"), s.Vandaag);

    /// <summary>The last decision that was made known; null when there is none.</summary>
    internal static Besluit? LaatsteBesluit(Dossier d) => d.EerdereBesluiten.Append(d.Besluit).LastOrDefault(b => b is { Bekendgemaakt: not null });

    public static readonly Stap AfsluitendGesprek = new(
        "AfsluitendGesprek", Categorie, "Afsluitend gesprek", "Iemand is overleden. Alles voor hem of haar is gestopt. We bellen één keer met wie achterblijft, en vragen wat die nodig heeft.", Stap.Klaar)
    {
        Waarde = "Iemand belt om te vragen hoe het gaat en wat u nodig hebt.",
        Bronnen = ["P10", "K12"],
        Formulier = "afsluitend-gesprek",
        Leest = [Leesveld.Moet("met", VeldSoort.Tekst), Leesveld.Mag("toelichting", VeldSoort.LangeTekst)],
        Termijn = "10 werkdagen",
        OokNaOverlijden = true,
        Feiten = s => [new AfsluitendGesprekGevoerd(s.Id, s.Inhoud("met"), s.Inhoud("toelichting"), s.Vandaag)],
    };

    public static readonly Stap Vertegenwoordiger = new(
        "Vertegenwoordiger", Categorie, "Vertegenwoordiger vastleggen", "Soms regelt iemand zaken voor de inwoner. We leggen vast wie dat is, waarvoor, vanaf wanneer en waaruit dat blijkt.", Stap.Klaar)
    {
        Waarde = "Iemand die u vertrouwt, kan voor u spreken. We weten waarover wel en waarover niet.",
        Bronnen = ["Wmo 2015, artikel 1.1.1"],
        Formulier = "vertegenwoordiger",
        Leest =
        [
            Leesveld.Moet("persoon", VeldSoort.Persoon), Leesveld.Moet("soort", VeldSoort.Keuze), Leesveld.Mag("naam", VeldSoort.Tekst),
            Leesveld.Moet("vanaf", VeldSoort.Datum), Leesveld.Moet("reikwijdte", VeldSoort.LangeTekst), Leesveld.Moet("bewijs", VeldSoort.Tekst),
            Leesveld.Mag("lid", VeldSoort.Persoon), Leesveld.Mag("tot", VeldSoort.Datum),
        ],
        Termijn = "5 werkdagen",
        Vooraf = s => new() { ["persoon"] = Invoer(s).Wie(s.Dossier).Text },
        Bezwaren = s => [.. Wiebezwaren(s), .. s.Antwoorden.Dag("tot") < s.Dag("vanaf") ? [s.Antwoorden.Weiger("tot", Huishoudcode.VertegenwoordigingOmgekeerd)] : Array.Empty<Refusal>()],
        Feiten = s =>
        [
            new VertegenwoordigerVastgelegd(
                s.Antwoorden.Id<PersoonId>("persoon") ?? s.Dossier.Client, s.Antwoorden.Keuze<Vertegenwoordigersoort>("soort") ?? Vertegenwoordigersoort.Gevolmachtigde, s.Inhoud("naam") ?? Content.Of(s.Id, "naam", Woorden.Van(Lid(s)?.Naam) ?? "onbekend"), Lid(s)?.Id,
                s.Inhoud("reikwijdte"), s.Dag("vanaf"), s.Antwoorden.Dag("tot"), s.Inhoud("bewijs"), s.Vandaag),
        ],
    };

    static Persoon? Lid(Invulling s) => s.Huishouden.Persoon(s.Antwoorden.Id<PersoonId>("lid"));

    /// <summary>Somebody of the household or a name: never both, when they are of two people, and never the person himself.</summary>
    static IEnumerable<Refusal> Wiebezwaren(Invulling s)
    {
        var naam = Persoonsnaam.Lees(s.Tekst("naam"))?.Volledig;
        if (Lid(s) is not { } lid)
            return naam is null ? [s.Antwoorden.Weiger("naam", Persoonscode.VertegenwoordigerZonderWie)] : Persoonsinvoer.Zichtbaar(s.Antwoorden, "naam");
        if (lid.Id == (s.Antwoorden.Id<PersoonId>("persoon") ?? s.Dossier.Client))
            return [s.Antwoorden.Weiger("lid", Persoonscode.PersoonMetZichzelf)];
        return naam is null || string.Equals(naam, Woorden.Van(lid.Naam), StringComparison.OrdinalIgnoreCase) ? [] : [s.Antwoorden.Weiger("naam", Persoonscode.PersoonOfNaam)];
    }
}
