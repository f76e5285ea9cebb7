using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>Facts of one procedure to its state, by the law of <see cref="Toepassing"/>.</summary>
static class Dossiertoepassing
{
    public static Dossier Pas(Dossier d, Dossiergebeurtenis e) => e switch
    {
        OntvangstBevestigd x => d with { OntvangstBevestigd = x.Op },
        BehandelaarToegewezen x => d with { Behandelaar = x.Behandelaar },
        OndersteuningsplanVastgesteld x => d with { Plan = new Plan([.. x.Resultaten], x.Afspraken, x.Mantelzorg, x.Op) },
        VerslagVerstrekt x => d with { Verslag = new Verslag(x.Kanaal, x.Opmerkingen, x.Akkoord, x.Op) },
        ReactieOntvangen x => d with { Reactie = new Reactie(x.Reactie, x.Opmerkingen, x.Op) },
        RechtOpAanvraagGeopend x => d with { RechtOpAanvraag = x.Op },
        NazorgGedaan x => d with { Nazorg = new Nazorg(x.Uitkomst, x.Ervaring, x.Op) },
        DossierGesloten x => d with { Einde = new Einde(x.Resultaat, x.Op) },
        DossierGekoppeld x => d with { Vervolg = new Vervolg(x.Vorig, x.Ondersteuning) },
        StreeftermijnVerstreken x => d with { StreeftermijnVerstreken = x.Op },
        BriefVerzonden x => d with { Brieven = d.Brieven.Add(new VerzondenBrief(x.Brief, x.Persoon, x.Kanaal, x.Op)) },
        AanvraagOntvangen or AanvraagAangevuld or AanvultermijnVerstreken or KlokOpgeschort or KlokHervat or BeslistermijnVerstreken => Aanvraagfeit(d, e),
        BesluitOpgesteld x => d with { Besluit = new Besluit(x.Soort, [.. x.Regels], x.Motivering, x.Opsteller, x.Op) { VoornemenAfwijzen = x.VoornemenAfwijzen, Zienswijze = d.Besluit?.Zienswijze } },
        BezwaartermijnVerstreken x => BezwaarVoorbij(d, x),
        _ when Wijzigingstoepassing.Pas(d, e) is { } nieuw => nieuw,
        MeldcodeBegonnen x => d with { Meldcode = new Meldcode(x.Huishouden, false, null, null) },
        _ when d.Meldcode is { } meldcode && Veiligheidsfeit(meldcode, e) is { } nieuw => d with { Meldcode = nieuw },
        _ when d.Besluit is { } besluit && Pas(besluit, e) is { } nieuw => d with { Besluit = nieuw },
        _ => d with { Onderzoek = Onderzoeksfeit(d.Onderzoek, e) },
    };

    static Onderzoek Onderzoeksfeit(Onderzoek o, Dossiergebeurtenis e) => e switch
    {
        MeldingBeoordeeld x => o with { Beoordeling = new Beoordeling(x.Uitkomst, x.Toelichting, x.Op) },
        ClientondersteuningAangeboden x => o with { Clientondersteuning = new Clientondersteuning(x.Inwoner, x.Mantelzorger, x.Op) },
        AfspraakGemaakt x => o with { Afspraak = new Afspraak(x.Dag, x.Tijd, x.Plaats, x.Met, x.Op), VergeefsContact = 0 },
        ContactGelegd => o with { VergeefsContact = 0 },
        ContactMislukt x => o with { VergeefsContact = x.Keer },
        PersoonlijkPlanAfgehandeld x => o with { PersoonlijkPlan = new PersoonlijkPlan(x.Uitkomst, x.Plan, x.Op) },
        VooronderzoekGedaan x => o with { Vooronderzoek = new Vooronderzoek(x.IdentiteitVastgesteld, x.Document, x.Wlz, x.Bevindingen, x.NietDoorgeven, x.Op) },
        KeukentafelgesprekGevoerd x => o with { Gesprek = new Gesprek(x.Gesprek, x.MantelzorgerGehoord, x.DraagkrachtgrensBereikt, x.Op) { Leidraad = x.Leidraad } },
        DeskundigAdviesOntvangen x => o with { Adviezen = o.Adviezen.Add(new Advies(x.Van, x.Advies, x.Op)) },
        CirkelOverwogen x => o with { Overwegingen = o.Overwegingen.RemoveAll(w => w.Stap == x.Stap || x.Vervallen.Contains(w.Stap)).Add(new Overweging(x.Stap, [.. x.Rijen], x.Uitkomst, x.Op)) },
        MaatwerkGewogen x => o with { Maatwerk = new Maatwerkweging([.. x.Rijen], x.PgbUitgelegd, x.BijdrageUitgelegd, x.Op) },
        _ => o,
    };

    static Dossier Aanvraagfeit(Dossier d, Dossiergebeurtenis e)
    {
        if (e is AanvraagOntvangen ontvangen)
        {
            var met = d with { Aanvraag = new Aanvraag(ontvangen.Ontvangen, ontvangen.Volledig, ontvangen.Ontbreekt, []) };
            return ontvangen.EerderBesluit is { } dag && d.Besluit is { } eerder && eerder.Bekendgemaakt == dag
                ? met with { Besluit = null, EerdereBesluiten = d.EerdereBesluiten.Add(eerder) } : met;
        }
        return d.Aanvraag is not { } a ? d : d with
        {
            Aanvraag = e switch
            {
                AanvraagAangevuld => a with { Volledig = true },
                AanvultermijnVerstreken x => a with { AanvultermijnVerstreken = x.Op },
                KlokOpgeschort x => a with { Opschortingen = a.Opschortingen.Add(new Opschorting(x.Grond, x.Vanaf)) },
                KlokHervat x => a with { Opschortingen = a.Opschortingen.ConvertAll(o => o.Grond == x.Grond && o.Vanaf == x.Vanaf ? o with { Tot = x.Tot } : o) },
                BeslistermijnVerstreken x => a with { BeslistermijnVerstreken = x.Op },
                _ => a,
            },
        };
    }

    /// <returns>Null for a fact that says nothing about the decision.</returns>
    public static Besluit? Pas(Besluit b, Dossiergebeurtenis e) => e switch
    {
        ZienswijzeOntvangen x => b with { Zienswijze = new Zienswijze(x.Zienswijze, x.Op) },
        BesluitVastgesteld x => b with { Vaststeller = x.Vaststeller, Vastgesteld = x.Op },
        BesluitTeruggegeven x => b with { Teruggegeven = x.Reden, Vaststeller = null, Vastgesteld = null },
        BesluitBekendgemaakt x => b with { Bekendgemaakt = x.Op, Kanaal = x.Kanaal, BezwaarLaatsteDag = x.BezwaarLaatsteDag },
        _ => null,
    };

    static Meldcode? Veiligheidsfeit(Meldcode m, Dossiergebeurtenis e) => e switch
    {
        SignalenInKaart x => m with { AcuutGemeld = x.Acuut, Weging = null, Besluit = null },
        VeiligheidGewogen x => m with { Weging = new Veiligheidsweging(x.Vermoeden, x.Acuut, x.Structureel) },
        VeiligheidBesloten x => m with { Besluit = x.Besluit },
        _ => null,
    };

    static Dossier BezwaarVoorbij(Dossier d, BezwaartermijnVerstreken x)
    {
        return d with { Besluit = d.Besluit is null ? null : Voorbij(d.Besluit), EerdereBesluiten = d.EerdereBesluiten.ConvertAll(Voorbij) };

        Besluit Voorbij(Besluit b) => b.Bekendgemaakt == x.Bekendgemaakt ? b with { BezwaartermijnVerstreken = x.Op } : b;
    }
}
