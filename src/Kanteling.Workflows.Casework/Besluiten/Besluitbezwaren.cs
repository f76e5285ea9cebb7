using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Besluiten;

/// <summary>What a draft decision must hold before it can go on.</summary>
static class Besluitbezwaren
{
    public static Besluitsoort Soort(Invulling s) => s.Antwoorden.Keuze<Besluitsoort>("soort") ?? Besluitsoort.Toekenning;

    public static IEnumerable<Refusal> Van(Invulling s) => [.. Aanvraag(s), .. Regels(s), .. Soortbezwaren(s), .. Horen(s)];

    /// <summary>A decision answers an aanvraag; only a herziening is taken by the gemeente itself (art. 2.3.10).</summary>
    static IEnumerable<Refusal> Aanvraag(Invulling s)
    {
        if (s.Dossier is { Aanvraag: null, Soort: DossierSoort.Melding or DossierSoort.Aanvraag })
            yield return Invulling.Weiger(null, Besluitcode.AanvraagOntbreekt);
        if (Soort(s) == Besluitsoort.BuitenBehandeling && s.Dossier.Aanvraag?.AanvultermijnVerstreken is null)
            yield return s.Antwoorden.Weiger("soort", Besluitcode.BuitenBehandelingZonderAanvultermijn);
    }

    static IEnumerable<Refusal> Regels(Invulling s) => s.Blok(Besluitregels.Naam).SelectMany(rij => VanRij(s, rij));

    static IEnumerable<Refusal> VanRij(Invulling s, Antwoorden rij)
    {
        if (rij.JaNee("toegekend") && rij.Omvang("omvang") is null)
            yield return rij.Weiger("omvang", Besluitcode.BesluitZonderOmvang);
        if (rij.JaNee("toegekend") && rij.Dag("einde") is { } einde && (s.Huishouden.MetId(rij.Id<OndersteuningId>("ondersteuning"))?.Start ?? rij.Dag("ingang")) is { } begin && einde < begin)
            yield return rij.Weiger("einde", Huishoudcode.DatumVoorOorzaak, "de laatste dag", Schrijfwijze.Dag(einde), "de eerste dag", Schrijfwijze.Dag(begin));
        // What runs is taken away on a day that the decision names (art. 2.3.10).
        if (!rij.JaNee("toegekend") && Vervangen(s, rij) is { Einde: null } && rij.Dag("ingang") is null)
            yield return rij.Weiger("ingang", Besluitcode.IntrekkingZonderIngang);
    }

    /// <summary>The running support whose place this row takes; null when there is none.</summary>
    static Ondersteuning? Vervangen(Invulling s, Antwoorden rij) => s.Huishouden.MetId(s.Huishouden.MetId(rij.Id<OndersteuningId>("ondersteuning"))?.Vervangt);

    /// <summary>Less than what runs now. In a herziening what cannot be counted is taken as less, so that the client is heard.</summary>
    static bool IsMinder(Invulling s, Antwoorden rij) => Vervangen(s, rij) is { } nu && rij.Omvang("omvang") is { } nieuw
        && (nu.Omvang is { IsHoeveelheid: true } oud && nieuw.In(oud.Eenheid!.Value, oud.Periode!.Value) is { } aantal ? aantal < oud.Aantal : s.Dossier.Soort == DossierSoort.Herziening);

    /// <summary>The kind of the decision is what its rows say.</summary>
    static IEnumerable<Refusal> Soortbezwaren(Invulling s)
    {
        var regels = s.Blok(Besluitregels.Naam);
        var (toegekend, geweigerd) = (regels.Any(r => r.JaNee("toegekend")), regels.Any(r => !r.JaNee("toegekend")));
        var klopt = Soort(s) switch
        {
            Besluitsoort.Toekenning => toegekend && !geweigerd,
            Besluitsoort.GedeeltelijkeToekenning => toegekend,
            Besluitsoort.Afwijzing or Besluitsoort.BuitenBehandeling => !toegekend,
        };
        return klopt ? [] : [s.Antwoorden.Weiger("soort", Besluitcode.BesluitSoortKloptNiet)];
    }

    /// <summary>Hear the client before a refusal, or before he gets less than he has; or say why that is not needed.</summary>
    static IEnumerable<Refusal> Horen(Invulling s)
    {
        var wijstAf = Soort(s) is Besluitsoort.Afwijzing or Besluitsoort.GedeeltelijkeToekenning || s.Blok(Besluitregels.Naam).Any(rij => IsMinder(s, rij));
        var gehoord = s.Uitkomst == "Voornemen afwijzen" || s.Dossier.Besluit?.Zienswijze is not null || s.Tekst("zienswijzeNietNodig") is not null;
        if (wijstAf && !gehoord)
            yield return s.Antwoorden.Weiger("zienswijzeNietNodig", Besluitcode.ZienswijzeNodig);
        if (!wijstAf && s.Uitkomst == "Voornemen afwijzen")
            yield return s.Antwoorden.Weiger("soort", Besluitcode.VoornemenZonderAfwijzing);
    }
}
