using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Whether what answers name is there: of the household, and of the registers. A name that nobody knows would be stored for fifteen years.</summary>
static class Verwijzingen
{
    public static IEnumerable<Refusal> Controleer(Formulier formulier, JsonObject antwoorden, Huishouden huishouden, Given given) =>
        Velden(formulier.Velden, new Antwoorden(antwoorden, "", null), huishouden, given);

    static IEnumerable<Refusal> Velden(IEnumerable<Veld> velden, Antwoorden antwoorden, Huishouden huishouden, Given given) =>
        velden.SelectMany(veld => Een(Vragenblokken.Uitgewerkt(veld), antwoorden, huishouden, given));

    static IEnumerable<Refusal> Een(Veld veld, Antwoorden antwoorden, Huishouden h, Given given) => Veldsoorten.Van(veld.Soort) switch
    {
        { Vorm: Antwoordvorm.Groep } when antwoorden.Json[veld.Id] is JsonObject groep => Velden(veld.Velden, new Antwoorden(groep, antwoorden.In(veld.Id), null), h, given),
        { Vorm: Antwoordvorm.Lijst } => antwoorden.Rijen(veld.Id).SelectMany(rij => Velden(veld.Velden, rij, h, given)),
        var soort => Bestaat(veld, soort.Verwijst, antwoorden, h, given),
    };

    static IEnumerable<Refusal> Bestaat(Veld veld, Verwijzing? naar, Antwoorden antwoorden, Huishouden h, Given given) => naar switch
    {
        Verwijzing.Persoon => Bestaat(veld, antwoorden, id => h.Persoon(new PersoonId(id)) is not null, Huishoudcode.PersoonOnbekend),
        Verwijzing.Hulpvraag => Bestaat(veld, antwoorden, id => h.Hulpvraag(new HulpvraagId(id)) is { Vervallen: false }, Huishoudcode.HulpvraagOnbekend),
        Verwijzing.Ondersteuning => Bestaat(veld, antwoorden, id => h.MetId(new OndersteuningId(id)) is not null, Ondersteuningscode.OndersteuningOnbekend),
        Verwijzing.Medewerker => Bestaat(veld, antwoorden, id => given.Refer(new UserId(id)) is not null, Huishoudcode.MedewerkerOnbekend),
        Verwijzing.Voorziening => Bestaat(veld, antwoorden, id => SocialeKaart.Van(given).Verwijzing(id) is not null, Huishoudcode.VoorzieningOnbekend),
        Verwijzing.Wijkteam => Bestaat(veld, antwoorden, id => Wijkteam.Van(given, new(id)) is not null, Huishoudcode.WijkteamOnbekend),
        Verwijzing.Product => Bestaat(veld, antwoorden, id => SocialeKaart.Van(given).Product(id) is not null, Huishoudcode.ProductOnbekend),
        null => [],
    };

    static IEnumerable<Refusal> Bestaat(Veld veld, Antwoorden antwoorden, Func<string, bool> bestaat, string code) =>
        antwoorden.Tekst(veld.Id) is { } id && !bestaat(id) ? [antwoorden.Weiger(veld.Id, code, veld.Label.TrimEnd('?'))] : [];
}
