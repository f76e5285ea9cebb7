using System.Text.Json;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Wijzigingen;

namespace Kanteling.Workflows.Casework;

/// <summary>The household as the engine sees it: one record of pure functions.</summary>
public static class HuishoudenDomein
{
    public static Domain Domein { get; } = new(
        Empty: Huishouden.Leeg,
        Apply: (huishouden, e) => Toepassing.Pas((Huishouden)huishouden, e),
        Check: (voor, na) => Huishoudenregels.Controleer((Huishouden)voor, (Huishouden)na),
        Context: (huishouden, dossier) => HuishoudenContext.Van((Huishouden)huishouden, dossier),
        ContextSchema: HuishoudenContext.Schema,
        Environment: (given, now) => given.Get<Kalender>(Given.CalendarKey).Feel(now),
        Terms: (huishouden, given) => Huishoudentermijnen.Lopend((Huishouden)huishouden, given),
        Passed: (huishouden, term, now) => Huishoudentermijnen.Verstreken((Huishouden)huishouden, term, now),
        Reopened: Terugdraaiing.Van,
        Holder: (huishouden, relatie, dossier) => Houder((Huishouden)huishouden, relatie, dossier),
        Label: huishouden => Naam((Huishouden)huishouden),
        Codec: Huishoudenopslag.Codec)
    {
        HasDossier = (huishouden, dossier) => ((Huishouden)huishouden).Dossiers.ContainsKey(dossier),
        Named = (huishouden, e) => Vernietiging.Genoemd((Huishouden)huishouden, e),
        Destroyed = (huishouden, dossiers) => Vernietiging.Van((Huishouden)huishouden, dossiers),
        Linked = (huishouden, link, given) => Koppelingen.Van((Huishouden)huishouden, link, given),
        MayLink = (huishouden, link, _) => Koppelingen.Bezwaren((Huishouden)huishouden, link),
        Counterpart = (huishouden, link) => Koppelingen.Ander((Huishouden)huishouden, link),
        Unlinked = (huishouden, link, waarom) => Koppelingen.Terug((Huishouden)huishouden, link, waarom),
        Starts = Beginregels.Van,
        Pins = Documentgebruik.Vast,
        Dangling = Tekeningverwijzingen.Onbekend,
        Needs = Werkstroombehoefte.Van,
        Unknown = Startverwijzingen.Onbekend,
        Unaddressed = Taakontvanger.Onbekend,
        Assigned = Taakontvanger.Toewijzing,
        HandedOver = Taakontvanger.Overdracht,
        Reword = Correctie.Beoordeel,
    };

    /// <summary>
    /// Who holds a relation. Before somebody is assigned it is the team of the wijk; the tasks of a casusregisseur who is
    /// inwoner or network go to his professional contact, and without a casusregisseur to the behandelaar (seed R2).
    /// </summary>
    static RelationHolder Houder(Huishouden h, string relatie, DossierId? dossier) => relatie switch
    {
        Relaties.Wijkteam => new(null, h.Wijkteam?.Id),
        Relaties.Casusregisseur when h.Casusregisseur is { } regisseur => new((regisseur.Gebruiker ?? regisseur.Contactpersoon)?.Id, null),
        Relaties.Behandelaar or Relaties.Casusregisseur => h.Dossier(dossier)?.Behandelaar is { } behandelaar ? new(behandelaar.Id, null) : new(null, h.Wijkteam?.Id),
        _ => default,
    };

    static string? Naam(Huishouden h) => !h.IsGeopend ? null : Woorden.Van(h.Naam);
}
