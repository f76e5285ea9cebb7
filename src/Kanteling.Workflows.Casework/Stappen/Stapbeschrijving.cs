using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>A step as designers see it.</summary>
static class Stapbeschrijving
{
    public static ActivityDescriptor Van(Stap stap) => new(
        stap.Type, 1, stap.Categorie, stap.Titel, Tekst(stap), [.. Gewoon(stap), .. stap.EigenInvoer], [],
        stap.EigenUitkomsten ? [] : [.. stap.Wegen.Select(weg => new PortDescriptor(weg.Poort, weg.Label, Embedded: false))], Eigenschappen(stap));

    static string Tekst(Stap stap) => stap.Bronnen.IsEmpty ? stap.Waarom : $"{stap.Waarom} Bron: {string.Join("; ", stap.Bronnen)}.";

    static ActivityTraits Eigenschappen(Stap stap) =>
        ActivityTraits.Waits
        | (stap.Onomkeerbaar ? ActivityTraits.Irreversible : ActivityTraits.None)
        | (stap.EigenUitkomsten ? ActivityTraits.DynamicOutcomes : ActivityTraits.None);

    static ImmutableArray<InputDescriptor> Gewoon(Stap stap) =>
    [
        new("Titel", "String", "Titel", "Hoe de taak heet. Zet hier geen namen van inwoners in.", "singleline", DefaultValue: stap.Titel),
        new("Toelichting", "String", "Waarom deze stap?", "Wat de medewerker leest.", "multiline", DefaultValue: stap.Waarom),
        new("WaardeVoorInwoner", "String", "Wat heeft de inwoner eraan?", "In gewone woorden.", "multiline", DefaultValue: stap.Waarde),
        new("Formulier", "String", "Formulier", "Welke vragen er gesteld worden.", "singleline", DefaultValue: stap.Formulier) { IsFixed = true },
        new(
            "Brief", "String", "Brief", "Welke brief bij deze stap hoort, zoals ontvangstbevestiging. De taak laat zien hoe hij wordt. Afronden legt vast dat hij is verstuurd.", "singleline",
            DefaultValue: stap.Brief, IsRequired: stap.BriefNodig) { IsFixed = true },
        new("Adres", "String", "Voor wie?", "relatie:behandelaar, relatie:casusregisseur, relatie:wijkteam, rol:… of team:…", "singleline", DefaultValue: stap.Adres) { IsFixed = true },
        new("Termijn", "String", "Laatste dag", "dossier (de wettelijke klok), P5D, of 5 werkdagen.", "singleline", DefaultValue: stap.Termijn),
        new("Herinnering", "Int32", "Herinneren", "Hoeveel dagen voor de laatste dag.", "singleline", DefaultValue: stap.Herinnering is { } dagen ? JsonValue.Create(dagen) : null),
        .. stap.Leidraad is { } leidraad ? [new InputDescriptor("Leidraad", "String", "Gespreksleidraad", "Welke vragen er op tafel liggen.", "singleline", DefaultValue: leidraad) { IsFixed = true }] : ImmutableArray<InputDescriptor>.Empty,
        new("Escalatie", "String", "Naar wie als het te laat is?", "Bijvoorbeeld rol:teammanager.", "singleline", DefaultValue: stap.Escalatie) { IsFixed = true },
    ];
}
