using System.Collections.Immutable;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Besluiten;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Ondersteunen;
using Kanteling.Workflows.Casework.Onderzoeken;
using Kanteling.Workflows.Casework.Signalen;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Casework.Veiligheid;
using Kanteling.Workflows.Casework.Wijzigingen;

namespace Kanteling.Workflows.Casework;

/// <summary>All steps of the Kanteling, in the order in which a household meets them.</summary>
public static class Stappenlijst
{
    /// <summary>The steps that a person does.</summary>
    public static ImmutableArray<Stap> Menselijk { get; } =
    [
        Toegangsstappen.EersteBeoordeling,
        Toegangsstappen.WarmeOverdracht,
        Toegangsstappen.OntvangstBevestigen,
        Contactstappen.EersteContact,
        Contactstappen.OpnieuwContact,
        Contactstappen.PersoonlijkPlan,
        Onderzoeksstappen.Vooronderzoek,
        Onderzoeksstappen.Keukentafelgesprek,
        Onderzoeksstappen.Hulpvragen,
        Onderzoeksstappen.DeskundigAdvies,
        Cirkelstappen.CirkelOverwegen,
        Cirkelstappen.WijkteamOndersteunt,
        Maatwerkstap.MaatwerkWegen,
        Planstappen.CasusregieBeleggen,
        Planstappen.Ondersteuningsplan,
        Planstappen.Verslag,
        Planstappen.ReactieInwoner,
        Aanvraagstappen.Aanvraag,
        Aanvraagstappen.AanvraagAanvullen,
        Besluitstappen.BesluitOpstellen,
        Besluitstappen.Zienswijze,
        Besluitstappen.Vaststellen,
        Besluitstappen.Bekendmaken,
        Leveringsstappen.Opdracht,
        Leveringsstappen.Overbruggen,
        Leveringsstappen.PgbInrichten,
        Ondersteuningsstappen.OndersteuningStarten,
        Ondersteuningsstappen.Nazorg,
        Evaluatiestappen.Evaluatie,
        Evaluatiestappen.Afschalen,
        Opschaalstappen.Opschalen,
        Opschaalstappen.Structureel,
        Signaalstappen.SignaalBeoordelen,
        Signaalstappen.ContactZoeken,
        Signaalstappen.BemoeizorgWegen,
        Signaalstappen.SignaalTerugkoppelen,
        Wijzigingsstappen.WijzigingVerwerken,
        Wijzigingsstappen.AfsluitendGesprek,
        Wijzigingsstappen.Vertegenwoordiger,
        Gegevensstap.GegevensVastleggen,
        Afwijkingsstap.AfwijkingVerklaren,
        Heronderzoekstappen.ClientondersteuningAanbieden,
        Heronderzoekstappen.HeronderzoekBeoordelen,
        Heronderzoekstappen.Aflopen,
        Spoedstap.Spoedvoorziening,
        Verzendstap.Verzenden,
        Vrijestap.VrijeTaak,
        Veiligheidsstappen.Signalen,
        Veiligheidsstappen.Overleg,
        Veiligheidsstappen.Gesprek,
        Veiligheidsstappen.Wegen,
        Veiligheidsstappen.Beslissen,
        Veiligheidsstappen.Volgen,
    ];

    /// <summary>The steps that nobody does.</summary>
    static ImmutableArray<ActivityKind> Vanzelf { get; } =
    [
        Meldingstap.Melding,
        Ondersteuningsstappen.Volgen,
        Contactstappen.ContactVastleggen,
        Veiligheidsstappen.Begin,
        Eindstap.Einde,
        Signaalstappen.Signaal,
        Signaalstappen.MeldingOpnemen,
        Wijzigingsbegin.Wijziging,
        Wijzigingsbegin.AllesStoppen,
        Heronderzoekstappen.Begin,
        Herzieningen.Herziening,
        Wachtstappen.Termijn,
        Wachtstappen.Wachten,
    ];

    /// <summary>Every kind of activity of the Kanteling; add them to the engine's own.</summary>
    public static ImmutableArray<ActivityKind> Alle { get; } = [.. Vanzelf, .. Menselijk.Select(Stapsoort.Van)];
}
