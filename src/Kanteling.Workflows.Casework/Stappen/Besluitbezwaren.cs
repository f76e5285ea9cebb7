using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>What a draft decision must hold before it can go on.</summary>
static class Besluitbezwaren
{
    public static Besluitsoort Soort(Invulling s) => s.Antwoorden.Keuze<Besluitsoort>("soort") ?? Besluitsoort.Toekenning;

    public static IEnumerable<Refusal> Van(Invulling s) => [.. Aanvraag(s), .. Regels(s), .. Soortbezwaren(s), .. Horen(s)];

    /// <summary>A decision answers an aanvraag; only a herziening is taken by the gemeente itself (art. 2.3.10).</summary>
    static IEnumerable<Refusal> Aanvraag(Invulling s)
    {
        if (s.Dossier is { Aanvraag: null, Soort: DossierSoort.Melding or DossierSoort.Aanvraag })
            yield return Invulling.Weiger(null, "AANVRAAG_ONTBREEKT");
        if (Soort(s) == Besluitsoort.BuitenBehandeling && s.Dossier.Aanvraag is { AanvultermijnVerstreken: null })
            yield return s.Antwoorden.Weiger("soort", "BUITEN_BEHANDELING_ZONDER_AANVULTERMIJN");
    }

    static IEnumerable<Refusal> Regels(Invulling s) =>
        s.Blok(Besluitregels.Naam).Where(rij => rij.JaNee("toegekend") && rij.Omvang("omvang") is null).Select(rij => rij.Weiger("omvang", "BESLUIT_ZONDER_OMVANG"));

    /// <summary>The kind of the decision is what its rows say.</summary>
    static IEnumerable<Refusal> Soortbezwaren(Invulling s)
    {
        var regels = s.Blok(Besluitregels.Naam);
        var (toegekend, geweigerd) = (regels.Any(r => r.JaNee("toegekend")), regels.Any(r => !r.JaNee("toegekend")));
        var klopt = Soort(s) switch
        {
            Besluitsoort.Toekenning => toegekend && !geweigerd,
            Besluitsoort.GedeeltelijkeToekenning => toegekend,
            _ => !toegekend,
        };
        return klopt ? [] : [s.Antwoorden.Weiger("soort", "BESLUIT_SOORT_KLOPT_NIET")];
    }

    /// <summary>Hear the client before a refusal, or say why that is not needed.</summary>
    static IEnumerable<Refusal> Horen(Invulling s)
    {
        var wijstAf = Soort(s) is Besluitsoort.Afwijzing or Besluitsoort.GedeeltelijkeToekenning;
        var gehoord = s.Uitkomst == "Voornemen afwijzen" || s.Dossier.Besluit?.Zienswijze is not null || s.Tekst("zienswijzeNietNodig") is not null;
        if (wijstAf && !gehoord)
            yield return s.Antwoorden.Weiger("zienswijzeNietNodig", "ZIENSWIJZE_NODIG");
        if (!wijstAf && s.Uitkomst == "Voornemen afwijzen")
            yield return s.Antwoorden.Weiger("soort", "VOORNEMEN_ZONDER_AFWIJZING");
    }
}
