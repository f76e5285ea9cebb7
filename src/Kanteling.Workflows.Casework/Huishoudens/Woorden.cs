using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What the household's own words are to a reader. Erased content says so, and never fails.</summary>
public static class Woorden
{
    public static string? Van(Content? content) => content switch
    {
        null => null,
        { IsErased: true } => "gewist",
        _ => content.AsString() ?? Van(content.Value),
    };

    /// <summary>A name or address that was taken apart, as people say it; never the JSON of an object.</summary>
    static string? Van(JsonNode? waarde) => waarde is JsonObject delen ? Persoonsnaam.Lees(delen)?.Volledig ?? Adres.Lees(delen)?.Regel : waarde?.ToString();

    /// <summary>When somebody was born; what is no date stays as it was told.</summary>
    public static string? Geboren(Content? geboortedatum) => OnvolledigeDatum.Van(geboortedatum)?.InWoorden() ?? Van(geboortedatum);

    /// <summary>How old somebody is; a bound when that is not certain, null when nothing is known.</summary>
    public static string? Leeftijd(OnvolledigeDatum? geboren, DateOnly op) => geboren?.Leeftijden(op) switch
    {
        null => null,
        var (jongste, oudste) when jongste == oudste => $"{jongste} jaar",
        var (jongste, oudste) => $"{jongste} of {oudste} jaar",
    };

    public static string Van(Geslacht geslacht) => geslacht switch { Geslacht.Man => "man", Geslacht.Vrouw => "vrouw", Geslacht.Onbekend => "niet bekend" };

    public static string Van(Gezagsoort soort) => soort switch { Gezagsoort.Ouder => "ouder", Gezagsoort.Voogd => "voogd", Gezagsoort.Instelling => "gecertificeerde instelling" };

    /// <summary>What this person is to the other, seen from him.</summary>
    public static string Van(Relatiesoort soort) => soort == Relatiesoort.BroerOfZus ? "broer of zus" : soort == Relatiesoort.Anders ? "hoort bij" : soort.Woord();

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

    /// <summary>A term of the law.</summary>
    public static string Van(Wetstermijn termijn) => termijn switch { Wetstermijn.Onderzoek => "zes weken voor het onderzoek", Wetstermijn.Beschikking => "twee weken voor het besluit" };

    /// <summary>Why a term passed, as the form asks it.</summary>
    public static string Van(Vertragingsoorzaak oorzaak) => oorzaak switch
    {
        Vertragingsoorzaak.WachtenOpAdvies => "gewacht op advies of gegevens",
        Vertragingsoorzaak.OpVerzoekInwoner => "de inwoner had meer tijd nodig",
        Vertragingsoorzaak.NietBereikt => "de inwoner was niet te bereiken",
        Vertragingsoorzaak.Drukte => "te weinig tijd of mensen",
        Vertragingsoorzaak.BlevenLiggen => "bij ons blijven liggen",
        Vertragingsoorzaak.Anders => "iets anders",
    };

    public static string Van(Kanaal kanaal) => kanaal switch
    {
        Kanaal.Langs => "bezoek",
        Kanaal.Wijk => "de wijk",
        Kanaal.Digitaal => "digitale post",
        Kanaal.Persoonlijk => "overhandiging",
        Kanaal.Aanbieder => "de aanbieder",
        Kanaal.Anders => "een andere weg",
        _ => kanaal.Woord(),
    };

    public static string Van(Contactwijze wijze) => wijze switch
    {
        Contactwijze.Onderweg => "een gesprek onderweg",
        Contactwijze.Vertrouwd => "iemand die hij vertrouwt",
        _ => wijze.Woord(),
    };

    public static string Van(Eindreden reden) => reden switch
    {
        Eindreden.Einddatum => "de afgesproken laatste dag",
        Eindreden.NietMeerNodig => "niet meer nodig",
        Eindreden.NieuwBesluit => "nieuw besluit",
        Eindreden.PeriodeVoorbij => "de periode is voorbij",
        Eindreden.Wlz => "opname in de Wlz",
        Eindreden.Ziekenhuis => "opname in het ziekenhuis",
        Eindreden.Elders => "opname elders",
        Eindreden.Anders => "een andere reden",
        _ => reden.Woord(),
    };

    public static string Van(Verblijf verblijf) => verblijf switch { Verblijf.Wlz => "Wlz", Verblijf.Ziekenhuis or Verblijf.Elders => verblijf.Woord() };

    public static string Van(Startbelemmering reden) => reden switch { Startbelemmering.NietGestart => "niet gestart", Startbelemmering.Geweigerd or Startbelemmering.Wachtlijst => reden.Woord() };

    public static string Van(Aanbodantwoord antwoord) => antwoord switch
    {
        Aanbodantwoord.Wil => "wil dit",
        Aanbodantwoord.WilNiet => "wil dit niet",
        Aanbodantwoord.Later => "wil dit misschien later",
        Aanbodantwoord.GeenMantelzorger => "er is geen mantelzorger",
    };

    /// <summary>From when until when somebody may act, and whether that is now.</summary>
    public static string Geldt(DateOnly vanaf, DateOnly? tot, DateOnly vandaag) =>
        tot < vandaag ? $"was het tot en met {Schrijfwijze.Datum(tot.Value)}"
        : $"{(vanaf > vandaag ? "nog niet: " : "")}vanaf {Schrijfwijze.Datum(vanaf)}{(tot is { } einde ? $" tot en met {Schrijfwijze.Datum(einde)}" : "")}";

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
    public static string? Via(Kanaal? kanaal) => kanaal is { } weg ? $"Via {Van(weg)}." : null;

    /// <summary>The parts that are there, on one line; null when there are none.</summary>
    public static string? Samen(params string?[] delen) => delen.Where(d => d is not null).ToList() is { Count: > 0 } er ? string.Join(" · ", er) : null;
}
