using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Whether the persons, hulpvragen and supports that answers name are there.</summary>
static class Verwijzingen
{
    public static IEnumerable<Refusal> Controleer(Formulier formulier, JsonObject antwoorden, Huishouden huishouden) =>
        Velden(formulier.Velden, new Antwoorden(antwoorden, "", null), huishouden);

    static IEnumerable<Refusal> Velden(IEnumerable<Veld> velden, Antwoorden antwoorden, Huishouden huishouden) =>
        velden.SelectMany(veld => Een(Vragenblokken.Uitgewerkt(veld), antwoorden, huishouden));

    static IEnumerable<Refusal> Een(Veld veld, Antwoorden antwoorden, Huishouden h) => Veldsoorten.Van(veld.Soort) switch
    {
        { Vorm: Antwoordvorm.Groep } when antwoorden.Json[veld.Id] is JsonObject groep => Velden(veld.Velden, new Antwoorden(groep, antwoorden.In(veld.Id), null), h),
        { Vorm: Antwoordvorm.Lijst } => antwoorden.Rijen(veld.Id).SelectMany(rij => Velden(veld.Velden, rij, h)),
        var soort => Bestaat(veld, soort.Verwijst, antwoorden, h),
    };

    static IEnumerable<Refusal> Bestaat(Veld veld, Verwijzing? naar, Antwoorden antwoorden, Huishouden h) => naar switch
    {
        Verwijzing.Persoon => Bestaat(veld, antwoorden, id => h.Persoon(id) is not null, Huishoudcode.PersoonOnbekend),
        Verwijzing.Hulpvraag => Bestaat(veld, antwoorden, id => h.Hulpvraag(id) is { Vervallen: false }, Huishoudcode.HulpvraagOnbekend),
        Verwijzing.Ondersteuning => Bestaat(veld, antwoorden, id => h.MetId(id) is not null, Ondersteuningscode.OndersteuningOnbekend),
        // Users and the sociale kaart are not of the household; what is unknown there is seen by who reads it.
        Verwijzing.Medewerker or Verwijzing.Voorziening or null => [],
    };

    static IEnumerable<Refusal> Bestaat(Veld veld, Antwoorden antwoorden, Func<string, bool> bestaat, string code) =>
        antwoorden.Tekst(veld.Id) is { } id && !bestaat(id) ? [antwoorden.Weiger(veld.Id, code, veld.Label.TrimEnd('?'))] : [];
}
