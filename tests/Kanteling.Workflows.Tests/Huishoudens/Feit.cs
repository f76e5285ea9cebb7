using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>Facts with good defaults, on dossier d1 of 1 September 2026.</summary>
static class Feit
{
    public static readonly DateOnly Begin = new(2026, 9, 1);

    public static readonly Reference Zorgbreed = new("zorgbreed", "hash");

    public static UserReference Wie(string id) => new(new(id), "hash");

    public static Content T(string tekst = "…") => Content.Of(Werkbank.Dossier, "tekst", tekst);

    public static Omvang Uur(decimal aantal, Periode periode = Periode.Week) => new(aantal, Eenheid.Uur, periode, null);

    public static readonly Omvang InWoorden = new(null, null, null, T("een traplift"));

    public static Hulpvraag Vraag(string id = "h1", Omvang? omvang = null, string persoon = "p1", Wet wet = Wet.Wmo) => new(new(id), Werkbank.Dossier, new(persoon), wet, T("schoon huis"), T(), T(), omvang ?? Uur(3));

    public static HulpvragenVastgesteld Hulpvragen(params Hulpvraag[] vragen) => new(Werkbank.Dossier, [.. vragen.Length == 0 ? [Vraag()] : vragen], "Ondersteuning nodig", Begin);

    public static Cirkelrij Rij(string vraag = "h1", Bijdragesoort soort = Bijdragesoort.GebruikelijkeHulp, Omvang? omvang = null, bool toereikend = false, bool overgeslagen = false) =>
        new(new(vraag), new("p1"), soort, overgeslagen, omvang is null ? null : T("Henk"), omvang is null ? null : T("stofzuigen"), omvang, toereikend, T("meer gaat niet"), false);

    public static CirkelOverwogen Cirkel(Weegstap stap, params Cirkelrij[] rijen) => new(Werkbank.Dossier, stap, [.. rijen], "Rest", Begin);

    /// <summary>The whole way to a proposal of 1½ hours: 3 h − 1 h of Henk − ½ h of the daughter (household 4 of the demo).</summary>
    public static object[] TotMaatwerk() =>
    [
        Hulpvragen(),
        Cirkel(Weegstap.EigenKracht, Rij(omvang: Uur(1))),
        Cirkel(Weegstap.SociaalNetwerk, Rij(soort: Bijdragesoort.Netwerk, omvang: new Omvang(30, Eenheid.Minuut, Periode.Week, null))),
        Cirkel(Weegstap.AlgemeneVoorziening, Rij(soort: Bijdragesoort.AlgemeneVoorziening)),
    ];

    public static OndersteuningVoorgesteld Voorstel(string id = "o1", Ondersteuningsvorm vorm = Ondersteuningsvorm.Natura, Ondersteuningscirkel cirkel = Ondersteuningscirkel.Maatwerkvoorziening, Omvang? omvang = null) =>
        new(new(id), Werkbank.Dossier, new("p1"), new("h1"), cirkel, vorm, T("hulp bij het huishouden"), null, omvang ?? Uur(1.5m), cirkel == Ondersteuningscirkel.Maatwerkvoorziening ? Zwaarte.Midden : null, Begin);

    public static readonly VerslagVerstrekt Verslag = new(Werkbank.Dossier, Kanaal.Post, null, true, new(2026, 9, 29));

    public static readonly AanvraagOntvangen Aanvraag = new(Werkbank.Dossier, new(2026, 10, 1), true, null, new(2026, 10, 1));

    public static BesluitOpgesteld Opgesteld(Ondersteuningsvorm vorm = Ondersteuningsvorm.Natura, bool toegekend = true) => new(
        Werkbank.Dossier, toegekend ? Besluitsoort.Toekenning : Besluitsoort.Afwijzing,
        [new Besluitregel(new("o1"), toegekend, vorm, Uur(1.5m), new(2026, 10, 12), new(2027, 10, 12), T())], T(), new("anna"), !toegekend, new(2026, 10, 5));

    public static readonly BesluitVastgesteld Vastgesteld = new(Werkbank.Dossier, new("karin"), new(2026, 10, 6));

    public static readonly BesluitBekendgemaakt Bekend = new(Werkbank.Dossier, Kanaal.Post, new(2026, 11, 18), [], new(2026, 10, 7));

    public static OndersteuningToegekend Toegekend(Ondersteuningsvorm vorm = Ondersteuningsvorm.Natura) =>
        new(new("o1"), Ondersteuningsstatus.Toegekend, vorm, Uur(1.5m), new(2026, 10, 12), new(2027, 10, 12), new(2026, 10, 7));

    /// <summary>A household with a decision that was made known, so that o1 has a title as far as the gemeente goes.</summary>
    public static object[] TotBeschikking(Ondersteuningsvorm vorm = Ondersteuningsvorm.Natura) =>
        [.. TotMaatwerk(), Voorstel(vorm: vorm), Verslag, Aanvraag, Opgesteld(vorm), Vastgesteld, Bekend, Toegekend(vorm)];

    /// <summary>o1 runs from 12 October 2026, with an evaluation on 12 January 2027 and a last day on 12 October 2027.</summary>
    public static object[] Lopend() =>
    [
        .. TotBeschikking(), new OpdrachtGegeven(new("o1"), Zorgbreed, new(2026, 10, 12), new(2026, 10, 8)), new OndersteuningGestart(new("o1"), new(2026, 10, 12)),
        new AfschaalplanVastgelegd(new("o1"), new(2027, 1, 12), new(2027, 10, 12), T(), new(2026, 10, 12)),
    ];
}
