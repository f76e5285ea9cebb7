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

    static IEnumerable<Refusal> Een(Veld veld, Antwoorden antwoorden, Huishouden h) => veld.Soort switch
    {
        VeldSoort.Groep when antwoorden.Json[veld.Id] is JsonObject groep => Velden(veld.Velden, new Antwoorden(groep, antwoorden.In(veld.Id), null), h),
        VeldSoort.Lijst => antwoorden.Rijen(veld.Id).SelectMany(rij => Velden(veld.Velden, rij, h)),
        VeldSoort.Persoon => Bestaat(veld, antwoorden, id => h.Persoon(id) is not null, Huishoudcode.PersoonOnbekend),
        VeldSoort.Hulpvraag => Bestaat(veld, antwoorden, id => h.Hulpvraag(id) is { Vervallen: false }, Huishoudcode.HulpvraagOnbekend),
        VeldSoort.Ondersteuning => Bestaat(veld, antwoorden, id => h.MetId(id) is not null, Huishoudcode.OndersteuningOnbekend),
        _ => [],
    };

    static IEnumerable<Refusal> Bestaat(Veld veld, Antwoorden antwoorden, Func<string, bool> bestaat, string code) =>
        antwoorden.Tekst(veld.Id) is { } id && !bestaat(id) ? [antwoorden.Weiger(veld.Id, code, veld.Label.TrimEnd('?'))] : [];
}
