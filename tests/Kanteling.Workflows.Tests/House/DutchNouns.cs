namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// Words of the field that would betray that the engine knows the social domain. "Kanteling" is its own name, and
/// a dossier is one of the shapes that it stores (DECISIONS.md 4: what is erased together).
/// </summary>
static class DutchNouns
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>
    {
        "huishouden", "huishoudens", "cirkel", "cirkels", "ondersteuningscirkel", "gemeente", "wmo", "awb", "atw", "inwoner",
        "inwoners", "burger", "melding", "meldingen", "melder", "onderzoek", "aanvraag", "aanvragen", "beschikking",
        "besluit", "bezwaar", "termijn", "termijnen", "hulpvraag", "hulpvragen", "behandelaar",
        "casusregisseur", "casusregie", "regisseur", "keukentafelgesprek", "gesprek", "ondersteuningsplan", "ondersteuning",
        "resultaat", "resultaten", "opdracht", "evaluatie", "opschaling", "afschaling", "structureel", "signaal", "lijn",
        "nulde", "eerste", "tweede", "levensdomein", "domein", "mantelzorg", "mantelzorger", "netwerk", "voorziening",
        "voorzieningen", "maatwerk", "maatwerkvoorziening", "wijkteam", "wijk", "verslag", "spoed", "heronderzoek",
        "herziening", "opschorting", "taak", "stap", "uitkomst", "formulier", "formulieren", "veld", "sociaal",
        "kracht", "zorg", "jeugdwet", "participatiewet", "aanbieder", "feestdag", "werkdag", "persoon", "personen", "reden"
    };
}
