using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <param name="Soort">wet, werk, contact, stop or feit.</param>
public sealed record Feitzin(string Soort, string Kop, string? Tekst = null, Ondersteuningscirkel? Cirkel = null);

/// <summary>
/// What a fact of the household is on a timeline: a heading and one sentence, in the words of the field. A fact that says
/// nothing to a reader by itself has none.
/// </summary>
public static class Feitzinnen
{
    /// <param name="h">The household right after the fact.</param>
    /// <param name="kaart">Names of providers.</param>
    public static Feitzin? Van(object feit, Huishouden h, SocialeKaart kaart) => feit switch
    {
        DossierGeopend { Soort: DossierSoort.Heronderzoek } f => new("wet", "Heronderzoek begint", Woorden.Van(f.Vraag)),
        DossierGeopend { Soort: DossierSoort.Herziening } f => new("wet", "Herziening begint", Woorden.Van(f.Vraag)),
        DossierGeopend { Soort: DossierSoort.Signaal } f => new("contact", "Signaal uit de buurt", Woorden.Van(f.Vraag)),
        DossierGeopend { Soort: DossierSoort.Veiligheid } f => new("stop", "Zorgen over veiligheid", Woorden.Van(f.Vraag)),
        DossierGeopend f => new("contact", f.Spoed ? "Melding, met spoed" : "Melding", Woorden.Van(f.Vraag)),
        MeldingBeoordeeld f => new("werk", $"Eerste beoordeling: {f.Uitkomst}", Woorden.Van(f.Toelichting)),
        WarmOvergedragen f => new("contact", f.Aangenomen ? "Warm overgedragen" : "Overdracht niet aangenomen", Woorden.Van(f.Naar)),
        OntvangstBevestigd f => new("contact", "Ontvangst bevestigd", Via(f.Kanaal)),
        MeldingIngetrokken f => new("stop", "Melding ingetrokken", Woorden.Van(f.Reden)),
        DossierGesloten f => new("wet", "Procedure klaar", $"Uitkomst: {f.Resultaat}."),
        ClientondersteuningAangeboden f => new("wet", "Cliëntondersteuning aangeboden", $"Inwoner: {Wil(f.Inwoner)}. Mantelzorger: {Wil(f.Mantelzorger)}."),
        AfspraakGemaakt f => new("contact", "Afspraak gemaakt", $"{Dutch.Day(f.Dag)}{(f.Tijd is null ? "" : $" om {f.Tijd} uur")}{Bij(Woorden.Van(f.Plaats))}."),
        ContactVastgelegd f => new("contact", "Contact", Woorden.Van(f.Verslag)),
        ContactMislukt f => new("stop", "Niet bereikt", f.Wijze is null ? Woorden.Van(f.Toelichting) : $"Via {f.Wijze}."),
        PersoonlijkPlanAfgehandeld f => new("wet", f.Uitkomst switch
        {
            PersoonlijkPlanUitkomst.Ontvangen => "Persoonlijk plan ontvangen",
            PersoonlijkPlanUitkomst.ZietAf => "Inwoner ziet af van een persoonlijk plan",
            _ => "Zeven dagen voor een persoonlijk plan zijn om",
        }, Woorden.Van(f.Plan)),
        VooronderzoekGedaan f => new("werk", "Wat we al weten", Woorden.Van(f.Bevindingen)),
        KeukentafelgesprekGevoerd => new("contact", "Keukentafelgesprek"),
        HulpvragenVastgesteld f => new("werk", $"{f.Hulpvragen.Length} {(f.Hulpvragen.Length == 1 ? "hulpvraag" : "hulpvragen")} vastgesteld", string.Join(" ", f.Hulpvragen.Select(v => Woorden.Van(v.Vraag)))),
        DeskundigAdviesOntvangen f => new("werk", "Deskundig advies ontvangen", Woorden.Van(f.Van)),
        CirkelOverwogen f => new("werk", $"Gewogen: {f.Stap.Naam()}", f.Uitkomst switch
        {
            Cirkelweging.Toereikend => "Dit is genoeg.",
            Cirkelweging.Rest => "Dit is niet genoeg. Er blijft iets over.",
            _ => "Overgeslagen, met een reden.",
        }, f.Stap.Cirkel()),
        MaatwerkGewogen f => new("werk", "Gewogen: maatwerk", string.Join(" ", f.Rijen.Select(r => $"{Woorden.Van(r.Wat)}: {r.Omvang.InWoorden()}.")), Ondersteuningscirkel.Maatwerkvoorziening),
        CasusregieBelegd f => new("werk", "Casusregie belegd", Woorden.Van(f.Naam) ?? Woorden.Van(h.Persoon(f.Persoon)?.Naam)),
        CasusregieNietNodig f => new("werk", "De behandelaar volstaat", Woorden.Van(f.Reden)),
        OndersteuningsplanVastgesteld f => new("werk", "Ondersteuningsplan vastgesteld", string.Join(" ", f.Resultaten.Select(r => Woorden.Van(r.Resultaat)).Append(Aandacht(f)).OfType<string>())),
        VerslagVerstrekt f => new("wet", "Verslag verstrekt", f.Akkoord switch { true => "De inwoner is het ermee eens.", false => "De inwoner is het er niet mee eens.", _ => Via(f.Kanaal) }),
        ReactieOntvangen f => new("contact", $"Reactie van de inwoner: {f.Reactie}", Woorden.Van(f.Opmerkingen)),
        RechtOpAanvraagGeopend => new("stop", "Zes weken voorbij", "De inwoner kan nu een aanvraag doen. Het onderzoek gaat door."),
        NazorgGedaan f => new("contact", $"Nazorg: {f.Uitkomst}", Woorden.Van(f.Ervaring)),
        BriefVerzonden f => new("contact", $"Brief verzonden: {f.Brief.Replace('-', ' ')} (versie {f.Versie})", $"{Via(f.Kanaal)} {Aan(h, f.Persoon)}".Trim()),
        Gebeurtenis f when Veiligheid(f) is { } zin => zin,
        Gebeurtenis f => Wijzigingzinnen.Van(f, h) ?? Besluit(f) ?? Vervolg(f, h) ?? Steun(f, h, kaart),
        _ => null,
    };

    /// <summary>Only ever on the timeline of the meldcode itself.</summary>
    static Feitzin? Veiligheid(Gebeurtenis feit) => feit switch
    {
        MeldcodeBegonnen => new("wet", "Meldcode begonnen"),
        SignalenInKaart f => new(f.Acuut ? "stop" : "werk", f.Acuut ? "Signalen: er is nu gevaar" : "Signalen in kaart", Woorden.Van(f.Signalen)),
        VeiligheidOverlegd f => new("contact", $"Overlegd met {f.Met switch { "veiligThuis" => "Veilig Thuis", "aandachtsfunctionaris" => "de aandachtsfunctionaris", _ => "een collega" }}", Woorden.Van(f.Advies)),
        VeiligheidBesproken f => new(f.Overgeslagen ? "stop" : "contact", f.Overgeslagen ? "Niet gepraat: dat was niet veilig" : "Gepraat met betrokkenen", Woorden.Van(f.Tekst)),
        VeiligheidGewogen f => new("werk", f switch { { Acuut: true } => "Gewogen: acuut onveilig", { Structureel: true } => "Gewogen: structureel onveilig", { Vermoeden: true } => "Gewogen: er is een vermoeden", _ => "Gewogen: geen vermoeden" }, Woorden.Van(f.Motivering)),
        VeiligheidBesloten f => new("wet", $"Besloten: {f.Besluit}", Woorden.Van(f.Toelichting)),
        VeiligheidGevolgd f => new(f.Veilig ? "werk" : "stop", f.Veilig ? "Gevolgd: het is veilig" : "Gevolgd: er zijn weer zorgen", Woorden.Van(f.Toelichting)),
        _ => null,
    };

    static Feitzin? Besluit(Gebeurtenis feit) => feit switch
    {
        AanvraagOntvangen f => new("wet", "Aanvraag ontvangen", f.Volledig ? "De aanvraag is volledig. De gemeente heeft twee weken." : "De aanvraag is nog niet volledig."),
        AanvraagAangevuld => new("wet", "Aanvraag aangevuld"),
        AanvultermijnVerstreken => new("stop", "Aanvraag niet op tijd aangevuld"),
        KlokOpgeschort f => new("wet", "De klok staat stil", $"Vanaf {Dutch.Day(f.Vanaf)}."),
        KlokHervat f => new("wet", "De klok loopt weer", $"Vanaf {Dutch.Day(f.Tot)}."),
        BeslistermijnVerstreken => new("stop", "Twee weken voorbij zonder beschikking"),
        BesluitOpgesteld f => new("werk", f.VoornemenAfwijzen ? "Voornemen tot afwijzen opgesteld" : "Besluit opgesteld", Woorden.Van(f.Motivering)),
        ZienswijzeOntvangen f => new("contact", "Zienswijze", Woorden.Van(f.Zienswijze) ?? "De inwoner gaf geen zienswijze."),
        BesluitVastgesteld => new("wet", "Besluit vastgesteld"),
        BesluitTeruggegeven f => new("stop", "Besluit teruggegeven aan de opsteller", Woorden.Van(f.Reden)),
        BesluitBekendgemaakt f => new("wet", "Beschikking verzonden", $"{Via(f.Kanaal)} Bezwaar kan tot en met {Dutch.Day(f.BezwaarLaatsteDag)}.".Trim()),
        BezwaartermijnVerstreken => new("wet", "Bezwaartermijn voorbij"),
        _ => null,
    };

    /// <summary>Looking again, and what follows from it.</summary>
    static Feitzin? Vervolg(Gebeurtenis feit, Huishouden h)
    {
        var steun = feit is Ondersteuningsgebeurtenis o ? h.MetId(o.Ondersteuning) : null;
        var wat = Woorden.Van(steun?.Wat) ?? "ondersteuning";
        return feit switch
        {
            StreeftermijnVerstreken => new("stop", "De streeftermijn van de gemeente is voorbij", "De wet noemt hier geen termijn."),
            HeronderzoekBeoordeeld f => new("werk", $"Heronderzoek: {f.Uitkomst}", Woorden.Van(f.Toelichting), h.MetId(f.Ondersteuning)?.Cirkel),
            OpdrachtVervallen f => new("stop", $"Gaat niet door: {wat}", Woorden.Van(f.Toelichting) ?? NietDoor(f.Reden), steun?.Cirkel),
            OndersteuningVervangen f => new("wet", f.Door is null ? $"Wordt beëindigd: {wat}" : $"Krijgt een nieuw besluit: {wat}", $"De laatste dag is {Dutch.Day(f.LaatsteDag)}.", steun?.Cirkel),
            BesluitLooptAf f => new("stop", $"Indicatie loopt af: {wat}", $"De laatste dag is {Dutch.Day(f.Einde)}. Het nieuwe besluit is er nog niet.", steun?.Cirkel),
            BesluitVerlengd f => new("wet", $"Verlengd: {wat}", $"Tot en met {Dutch.Day(f.Einde)}. {Woorden.Van(f.Motivering)}".Trim(), steun?.Cirkel),
            OndersteuningOpgeschaald f => new("werk", $"Opgeschaald: {wat}", f.AfgeschaaldOp is { } op ? $"Het was lichter sinds {Dutch.Day(op)}. Dat bleek te vroeg." : Woorden.Van(f.Toelichting), steun?.Cirkel),
            _ => null,
        };
    }

    static string? Aandacht(OndersteuningsplanVastgesteld f) => (f.Aandachtspunten, Woorden.Van(f.Reactie)) switch
    {
        ({ IsDefaultOrEmpty: true }, _) => null,
        (var punten, null) => $"Aandachtspunten: {string.Join(" ", punten)}",
        (var punten, var reactie) => $"Aandachtspunten: {string.Join(" ", punten)} Daarop: {reactie}",
    };

    static string NietDoor(string reden) => reden switch
    {
        "periodeVoorbij" => "De periode van het besluit is voorbij.",
        "nietMeerNodig" => "De hulp is niet meer nodig.",
        "nieuwBesluit" => "Er is een nieuw besluit.",
        _ => "Om een andere reden.",
    };

    static string? Aan(Huishouden h, string? persoon) => Woorden.Van(h.Persoon(persoon)?.Naam) is { } naam ? $"Aan {naam}." : null;

    static Feitzin? Steun(Gebeurtenis feit, Huishouden h, SocialeKaart kaart)
    {
        var steun = feit is Ondersteuningsgebeurtenis o ? h.MetId(o.Ondersteuning) : null;
        var wat = Woorden.Van(steun?.Wat) ?? "ondersteuning";
        return feit switch
        {
            OpdrachtGegeven f => new("wet", $"Opdracht gegeven: {wat}", $"Aan {kaart.MetId(f.Aanbieder)?.Naam ?? f.Aanbieder}, vanaf {Dutch.Day(f.Start)}.", steun?.Cirkel),
            OpdrachtNietGestart f => new("stop", $"Opdracht niet begonnen: {wat}", f.Reden, steun?.Cirkel),
            OndersteuningOverbrugd f => new("werk", $"Overbrugd: {wat}", Woorden.Van(f.Hoe), steun?.Cirkel),
            PgbIngericht => new("wet", $"Pgb ingericht: {wat}", null, steun?.Cirkel),
            SpoedvoorzieningGetroffen => new("wet", $"Spoedvoorziening: {wat}", null, steun?.Cirkel),
            SpoedNietNodig f => new("werk", "Spoed bleek niet nodig", Woorden.Van(f.Reden)),
            OndersteuningGestart f => new("werk", $"Begonnen: {wat}", $"{(steun?.Omvang is { } omvang ? omvang.InWoorden() + ", " : "")}vanaf {Dutch.Day(f.Op)}.", steun?.Cirkel),
            OndersteuningNietGestart f => new("stop", $"Niet begonnen: {wat}", Woorden.Van(f.Reden), steun?.Cirkel),
            StructureelVastgesteld f => new("wet", $"Blijvend nodig: {wat}", Woorden.Van(f.Reden), steun?.Cirkel),
            EvaluatieBegonnen => new("wet", $"Tijd voor evaluatie: {wat}", null, steun?.Cirkel),
            OndersteuningGeevalueerd f => new("werk", $"Geëvalueerd: {wat}", f.Uitkomst, steun?.Cirkel),
            OndersteuningAfgeschaald f => new("werk", $"Afgeschaald: {wat}", f.Naar is null ? "Het huishouden gaat zelf verder." : $"Naar {Woorden.Van(h.MetId(f.Naar)?.Wat) ?? "iets lichters"}.", steun?.Cirkel),
            OndersteuningBeeindigd f => new("stop", $"Beëindigd: {wat}", f.Reden, steun?.Cirkel),
            StapTeruggedraaid => new("stop", "Stap teruggedraaid"),
            _ => null,
        };
    }

    static string? Via(string? kanaal) => kanaal is null ? null : $"Via {kanaal}.";

    static string Bij(string? plaats) => plaats is null ? "" : $", {plaats}";

    static string Wil(string? keuze) => keuze switch
    {
        "wil" => "wil dit",
        "wilNiet" => "wil dit niet",
        "later" => "wil dit misschien later",
        "geenMantelzorger" => "er is geen mantelzorger",
        _ => keuze ?? "niet gevraagd",
    };
}
