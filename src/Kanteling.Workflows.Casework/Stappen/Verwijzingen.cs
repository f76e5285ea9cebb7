using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Whether what answers name is there: of the household, and of the registers. A name that nobody knows would be stored for fifteen years.</summary>
static class Verwijzingen
{
    public static IEnumerable<Refusal> Controleer(Formulier formulier, JsonObject antwoorden, Huishouden huishouden, Given given, DateOnly vandaag) =>
        Velden(formulier.Velden, new Antwoorden(antwoorden, "", null), huishouden, given, vandaag);

    static IEnumerable<Refusal> Velden(IEnumerable<Veld> velden, Antwoorden antwoorden, Huishouden huishouden, Given given, DateOnly vandaag) =>
        velden.SelectMany(veld => Een(Vragenblokken.Uitgewerkt(veld), antwoorden, huishouden, given, vandaag));

    static IEnumerable<Refusal> Een(Veld veld, Antwoorden antwoorden, Huishouden h, Given given, DateOnly vandaag) => Veldsoorten.Van(veld.Soort) switch
    {
        { Vorm: Antwoordvorm.Groep } when antwoorden.Json[veld.Id] is JsonObject groep => Velden(veld.Velden, new Antwoorden(groep, antwoorden.In(veld.Id), null), h, given, vandaag),
        { Vorm: Antwoordvorm.Lijst } => antwoorden.Rijen(veld.Id).SelectMany(rij => Velden(veld.Velden, rij, h, given, vandaag)),
        _ => Bestaat(veld, Veldsoorten.Verwijst(veld), antwoorden, h, given, vandaag),
    };

    static IEnumerable<Refusal> Bestaat(Veld veld, Verwijzing? naar, Antwoorden antwoorden, Huishouden h, Given given, DateOnly vandaag) => naar switch
    {
        Verwijzing.Persoon => Bestaat(veld, antwoorden, id => h.Persoon(new PersoonId(id)) is not null, Huishoudcode.PersoonOnbekend),
        Verwijzing.Hulpvraag => Bestaat(veld, antwoorden, id => h.Hulpvraag(new HulpvraagId(id)) is { Vervallen: false }, Huishoudcode.HulpvraagOnbekend),
        Verwijzing.Ondersteuning => Bestaat(veld, antwoorden, id => h.MetId(new OndersteuningId(id)) is not null, Ondersteuningscode.OndersteuningOnbekend),
        Verwijzing.Medewerker => Geldig(veld, antwoorden, Verwijzingsoort.Medewerker, h, given, vandaag),
        Verwijzing.Voorziening => Geldig(veld, antwoorden, Verwijzingsoort.Voorziening, h, given, vandaag),
        // The day from which he delivers is an answer of its own: the step asks for that day.
        Verwijzing.Aanbieder => Geldig(veld, antwoorden, Verwijzingsoort.Aanbieder, h, given, null),
        Verwijzing.Product => Geldig(veld, antwoorden, Verwijzingsoort.Product, h, given, null),
        Verwijzing.Wijkteam => Geldig(veld, antwoorden, Verwijzingsoort.Team, h, given, vandaag),
        null => [],
    };

    static IEnumerable<Refusal> Geldig(Veld veld, Antwoorden antwoorden, Verwijzingsoort soort, Huishouden h, Given given, DateOnly? dag) =>
        antwoorden.Tekst(veld.Id) is { } id && soort.Bezwaar(new Zoekvraag(given, id, veld.Label.TrimEnd('?'), dag) { Afgeschermd = h.IsAfgeschermd }) is { } nee ? [nee with { Field = antwoorden.In(veld.Id) }] : [];

    static IEnumerable<Refusal> Bestaat(Veld veld, Antwoorden antwoorden, Func<string, bool> bestaat, string code) =>
        antwoorden.Tekst(veld.Id) is { } id && !bestaat(id) ? [antwoorden.Weiger(veld.Id, code, veld.Label.TrimEnd('?'))] : [];
}
