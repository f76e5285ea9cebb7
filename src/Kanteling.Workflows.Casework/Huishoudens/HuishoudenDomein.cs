using System.Text.Json;
using Kanteling.Workflows.Casework.Huishoudens.Gebeurtenissen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Events;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>The household as the engine sees it: one record of pure functions.</summary>
public static class HuishoudenDomein
{
    /// <summary>Goes up when the shape of <see cref="Huishouden"/> changes; older snapshots are then rebuilt from their stream.</summary>
    const int Formaat = 3;

    static readonly DomainCodec Codec = new(typeof(Huishouden), Formaat, Gebeurtenisnamen.Alle);

    /// <summary>How the household and its facts are written as JSON.</summary>
    public static JsonSerializerOptions Opslag { get; } = new EventCodec(Codec).Options;

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
        Codec: Codec)
    {
        Linked = (huishouden, link) => Koppelingen.Van((Huishouden)huishouden, link),
    };

    /// <summary>
    /// Who holds a relation. Before somebody is assigned it is the team of the wijk; the tasks of a casusregisseur who is
    /// inwoner or network go to his professional contact, and without a casusregisseur to the behandelaar (seed R2).
    /// </summary>
    static RelationHolder Houder(Huishouden h, string relatie, string? dossier) => relatie switch
    {
        "wijkteam" => new(null, h.Wijkteam),
        "casusregisseur" when h.Casusregisseur is { } regisseur => new(regisseur.Gebruiker ?? regisseur.Contactpersoon, null),
        "behandelaar" or "casusregisseur" => h.Dossier(dossier)?.Behandelaar is { } behandelaar ? new(behandelaar, null) : new(null, h.Wijkteam),
        _ => default,
    };

    static string? Naam(Huishouden h) => !h.IsGeopend ? null : h.Naam!.IsErased ? "gewist" : h.Naam.AsString();
}
