namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What the household's own words are to a reader. Erased content says so, and never fails.</summary>
public static class Woorden
{
    public static string? Van(Content? content) => content switch
    {
        null => null,
        { IsErased: true } => "gewist",
        _ => content.AsString() ?? content.Value?.ToString(),
    };

    public static string Van(Ondersteuningsvorm vorm) => vorm switch
    {
        Ondersteuningsvorm.Natura => "zorg in natura",
        Ondersteuningsvorm.Pgb => "persoonsgebonden budget",
        Ondersteuningsvorm.Spoed => "spoedvoorziening",
        Ondersteuningsvorm.Algemeen => "algemene voorziening",
        Ondersteuningsvorm.Netwerk => "mensen onder elkaar",
        Ondersteuningsvorm.AndereWet => "andere wet",
    };

    public static string Van(Ondersteuningsstatus status) => status switch
    {
        Ondersteuningsstatus.Loopt => "loopt",
        Ondersteuningsstatus.Overbrugd => "overbrugd",
        Ondersteuningsstatus.Voorgesteld => "voorgesteld",
        Ondersteuningsstatus.Toegekend => "toegekend, nog niet begonnen",
        Ondersteuningsstatus.NietGestart => "niet begonnen",
        Ondersteuningsstatus.Afgewezen => "afgewezen",
        Ondersteuningsstatus.Vervallen => "vervallen",
        Ondersteuningsstatus.Beeindigd => "beëindigd",
    };

    public static string Van(Besluitsoort soort) => soort switch
    {
        Besluitsoort.Toekenning => "toegekend",
        Besluitsoort.GedeeltelijkeToekenning => "gedeeltelijk toegekend",
        Besluitsoort.Afwijzing => "afgewezen",
        Besluitsoort.BuitenBehandeling => "buiten behandeling",
    };

    public static string Van(Ondersteuningscirkel cirkel) => cirkel switch
    {
        Ondersteuningscirkel.EigenKracht => "Eigen kracht",
        Ondersteuningscirkel.SociaalNetwerk => "Sociaal netwerk",
        Ondersteuningscirkel.AlgemeneVoorziening => "Algemene voorziening",
        Ondersteuningscirkel.Maatwerkvoorziening => "Maatwerk",
    };

    public static string Van(Bijdragesoort soort) => soort switch
    {
        Bijdragesoort.EigenKracht => "eigen kracht",
        Bijdragesoort.AlgemeenGebruikelijk => "algemeen gebruikelijk",
        Bijdragesoort.GebruikelijkeHulp => "gebruikelijke hulp",
        Bijdragesoort.Mantelzorg => "mantelzorg",
        Bijdragesoort.Netwerk => "netwerk",
        Bijdragesoort.AlgemeneVoorziening => "algemene voorziening",
        Bijdragesoort.Voorliggend => "andere wet of regeling",
        Bijdragesoort.Wijkteam => "wijkteam",
    };

    public static string Van(Wijzigingsoort soort) => soort switch
    {
        Wijzigingsoort.Overlijden => "overlijden",
        Wijzigingsoort.Verhuizing => "verhuizing",
        Wijzigingsoort.Opname => "opname",
        Wijzigingsoort.Scheiding => "scheiding",
        Wijzigingsoort.VerzoekAanbieder => "verzoek van de aanbieder",
        Wijzigingsoort.Ingebrekestelling => "ingebrekestelling",
        Wijzigingsoort.Bezwaar => "bezwaar",
        Wijzigingsoort.ZesWekenVoorbij => "zes weken voorbij",
        Wijzigingsoort.Casusregie => "casusregie",
        Wijzigingsoort.Vertegenwoordiger => "vertegenwoordiger",
        Wijzigingsoort.BeslistermijnVoorbij => "de twee weken voor het besluit zijn voorbij",
        Wijzigingsoort.Anders => "iets anders",
    };

    /// <summary>A term of the law, by its key.</summary>
    public static string Termijn(string termijn) => termijn switch { "onderzoek" => "zes weken voor het onderzoek", "beschikking" => "twee weken voor het besluit", _ => termijn };

    /// <summary>Why a term passed, as the form asks it.</summary>
    public static string Oorzaak(string oorzaak) => oorzaak switch
    {
        "wachtenOpAdvies" => "gewacht op advies of gegevens",
        "opVerzoekInwoner" => "de inwoner had meer tijd nodig",
        "nietBereikt" => "de inwoner was niet te bereiken",
        "drukte" => "te weinig tijd of mensen",
        "blevenLiggen" => "bij ons blijven liggen",
        _ => "iets anders",
    };

    public static string Van(Vertegenwoordigersoort soort) => soort == Vertegenwoordigersoort.BroerOfZus ? "broer of zus" : soort.ToString().ToLowerInvariant();

    public static string Van(Koppelingsoort soort) => soort switch
    {
        Koppelingsoort.OpgegaanIn => "Samengevoegd: we gaan verder in een ander huishouden",
        Koppelingsoort.SamengevoegdUit => "Samengevoegd met een ander huishouden",
        Koppelingsoort.AfgesplitstNaar => "Mensen kregen een eigen huishouden",
        Koppelingsoort.AfgesplitstVan => "Afgesplitst van een ander huishouden",
    };

    public static string? VanPatroon(string? patroon) => patroon switch { "vermijdtHulp" => "Vraagt weinig hulp", "vraagtVaak" => "Vraagt vaak hulp", _ => patroon };

    /// <summary>Along which way it went; null when that was not said.</summary>
    public static string? Via(string? kanaal) => kanaal is null ? null : $"Via {kanaal}.";

    /// <summary>The parts that are there, on one line; null when there are none.</summary>
    public static string? Samen(params string?[] delen) => delen.Where(d => d is not null).ToList() is { Count: > 0 } er ? string.Join(" · ", er) : null;
}
