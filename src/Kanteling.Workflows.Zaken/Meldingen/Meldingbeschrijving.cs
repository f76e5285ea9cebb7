using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Zaken.Bekenden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Verzoeken;

namespace Kanteling.Workflows.Zaken.Meldingen;

/// <summary>What a melding says, and what a signal says of a household in the same way.</summary>
public static class Meldingbeschrijving
{
    public const int LangsteTekst = 20_000;
    public const int MeesteMensen = 30;

    static readonly Vrijetekst Kort = new(Persoonsinvoer.Naamlengte);

    public static Verzoekbeschrijving Melding { get; } = new("MeldingVerzoek",
    [
        .. Huishoudenvelden, Wie("client", "Voor wie de melding is").VerplichtMet(Verzoekcode.MeldingClient),
        new Verzoekveld("melder", new Groep("Melder", new Verzoekveld("naam", Kort).Verplicht("wie de melding doet"), new Verzoekveld("relatie", Kort)), "Wie de melding doet, als dat iemand anders is."),
        new Verzoekveld("vraag", new Vrijetekst(LangsteTekst), "Wat de inwoner vraagt.").Verplicht("wat de inwoner vraagt"),
        new Verzoekveld("kanaal", Keuze.Van<Kanaal>(), "Hoe de melding binnenkwam.").Verplicht("hoe de melding binnenkwam"),
        new Verzoekveld("ontvangenOp", new Momentvorm(), "Wanneer de melding binnenkwam, als dat niet nu is: een datum, of een datum met tijd en zone."),
        new Verzoekveld("spoed", new JaNeevorm()),
    ]) { DoorHandeling = Verzoekcode.MeldingOnjuist };

    /// <summary>Which household it is, and where they live.</summary>
    public static IEnumerable<Verzoekveld> Huishoudenvelden =>
    [
        new("huishoudenId", new Vrijetekst(Zaakvondst.LangsteId), "Een huishouden dat we kennen; of huishouden, een nieuw."),
        new("huishouden", new Groep("NieuwHuishouden",
            new Verzoekveld("naam", Kort).Verplicht("hoe het huishouden heet"), new Verzoekveld("leden", new Reeks(Lid, MeesteMensen)).VerplichtMet(Verzoekcode.MeldingLeden)),
            "Een nieuw huishouden; of huishoudenId, een dat we kennen."),
        new("adres", new EenVan(Kort, Adres), "In de woorden van de BAG."),
        new(Bekendenvraag.TochNieuw, new JaNeevorm(), "Een nieuw huishouden, ook als iemand ervan al in een ander staat (anders 409 PERSOON_AL_BEKEND, met dat huishouden in argumenten)."),
    ];

    /// <summary>One of the people.</summary>
    public static Verzoekveld Wie(string naam, string wat) => new(naam, Plek, $"{wat}: de naam of de plaats (vanaf 0) van een lid van het huishouden, of zijn id.");

    static EenVan Plek => new(Kort, new Getalvorm(0, MeesteMensen - 1));

    static Groep Lid => new("Lid",
        new Verzoekveld("naam", new EenVan(Kort, Naam), "De naam zoals hij is gezegd, of de delen ervan.").Verplicht("hoe deze persoon heet"),
        new("geboortedatum", new Vrijetekst(10) { Patroon = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" }, "yyyy-MM-dd; of yyyy-MM of yyyy, als er niet meer bekend is."),
        new("rol", Kort), new("geslacht", Keuze.Van<Geslacht>()), new("bsn", new Vrijetekst(20), "Negen cijfers, die aan de elfproef voldoen."), new("telefoon", Kort), new("mail", Kort),
        new("voorkeur", Keuze.Van<Contactwijze>(), "Hoe iemand wil worden bereikt."), new("taal", Kort), new("huisarts", Kort), new("geheimAdres", new JaNeevorm()),
        new("gezag", new Reeks(new Groep("Gezaghebbende", new("soort", Keuze.Van<Gezagsoort>()), new("door", Plek, "Een lid van het huishouden; of naam, voor iemand anders."), new("naam", Kort)), MeesteMensen)),
        new("relaties", new Reeks(new Groep("Relatie", new("tot", Plek), new("soort", Keuze.Van<Relatiesoort>())), MeesteMensen)));

    static Groep Naam => new("Naamdelen",
        new("voornamen", Kort), new("voorletters", Kort), new("roepnaam", Kort), new("tussenvoegsel", Kort), new("geslachtsnaam", Kort), new("geheel", Kort, "De naam zoals hij is gezegd, als niemand hem in delen zei."),
        new("partner", new Groep("Achternaamdelen", new("tussenvoegsel", Kort), new("geslachtsnaam", Kort))), new("naamgebruik", Keuze.Van<Naamgebruik>()));

    static Groep Adres => new("Adres",
        new("straat", new Vrijetekst(Casework.Huishoudens.Adres.Langste)), new("huisnummer", new EenVan(new Vrijetekst(20), new Getalvorm(1, 99_999))), new("huisletter", new Vrijetekst(1)),
        new("huisnummertoevoeging", new Vrijetekst(Casework.Huishoudens.Adres.LangsteToevoeging)), new("postcode", new Vrijetekst(10)), new("woonplaats", new Vrijetekst(Casework.Huishoudens.Adres.Langste)),
        new("nummeraanduiding", new Vrijetekst(16) { Patroon = "^[0-9]{16}$" }, "Id van de nummeraanduiding, zestien cijfers."));
}
