using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Case = Kanteling.Workflows.Instances.Case;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>
/// Laws of every household, at every moment, written anew from the words of the issue and the law, and not from the rules of
/// the program that they keep honest.
/// </summary>
static class Wetten
{
    /// <summary>The first law that is broken, or null.</summary>
    public static string? Gebroken(Case zaak)
    {
        var h = (Huishouden)zaak.Domain;
        return h.Ondersteuning.Select(Titel).Concat(h.Ondersteuning.Select(Volgorde)).Concat(h.Dossiers.Values.SelectMany(d => Dossierwetten(h, d)))
            .Append(Wacht(zaak, h)).FirstOrDefault(fout => fout is not null);
    }

    /// <summary>C6: no running maatwerk without a title.</summary>
    static string? Titel(Ondersteuning o)
    {
        if (o is not { Status: Ondersteuningsstatus.Loopt, Cirkel: Ondersteuningscirkel.Maatwerkvoorziening })
            return null;
        var (besluit, opdracht) = (o.Titel.Beschikking is not null, o.Titel is { Opdracht: not null, Aanbieder: not null });
        var heeft = o.Vorm switch
        {
            Ondersteuningsvorm.Natura => besluit && opdracht,
            Ondersteuningsvorm.Pgb => besluit && o.Titel.Budgetplan is not null,
            Ondersteuningsvorm.Spoed => o.Titel is { Spoedbesluit: not null, Aanbieder: not null },
            _ => o.Titel.AndereGrond is not null,
        };
        return heeft ? null : $"{o.Id} is maatwerk that runs without a title";
    }

    /// <summary>No date precedes its cause.</summary>
    static string? Volgorde(Ondersteuning o) => o.Einde < o.Start ? $"{o.Id} ends before it starts" : o.Structureel?.Herzien <= o.Structureel?.Op ? $"{o.Id} is reviewed before it was settled" : null;

    static IEnumerable<string?> Dossierwetten(Huishouden h, Dossier d)
    {
        // K5: from assignment on every procedure has a behandelaar; without one nothing is told, planned or decided.
        if (d.Behandelaar is null && (d.OntvangstBevestigd is not null || d.Verslag is not null || d.Besluit is not null))
            yield return $"{d.Id} went on without a behandelaar";
        // R2: there is one place for a casusregisseur, and an inwoner or somebody of the network never stands alone.
        if (h.Casusregisseur is { Soort: not Regiesoort.Professional, Contactpersoon: null })
            yield return "a casusregisseur without a professional beside him";
        foreach (var (eerst, dan, wat) in Data(d))
        {
            if (dan < eerst)
                yield return $"{d.Id}: {wat} on {dan}, before {eerst}";
        }
        foreach (var overweging in d.Onderzoek.Overwegingen)
            yield return Poort(overweging);
        if (d.Besluit is { Vaststeller: { } vaststeller } besluit && vaststeller == besluit.Opsteller)
            yield return $"{d.Id}: who drew it up also settled it";
        if (d.Besluit is { Bekendgemaakt: not null } bekend && bekend.Regels.Any(r => r is { Toegekend: true, Omvang: null }))
            yield return $"{d.Id}: a decision without extent";
    }

    static IEnumerable<(DateOnly? Eerst, DateOnly? Dan, string Wat)> Data(Dossier d) =>
    [
        (d.Ontvangen, d.OntvangstBevestigd, "confirmed"), (d.Ontvangen, d.Onderzoek.Gesprek?.Op, "talked"), (d.Ontvangen, d.Verslag?.Op, "told"),
        (d.Ontvangen, d.Aanvraag?.Ontvangen, "applied"), (d.Aanvraag?.Ontvangen, d.Besluit?.Opgesteld, "drawn up"), (d.Besluit?.Opgesteld, d.Besluit?.Vastgesteld, "settled"),
        (d.Besluit?.Vastgesteld, d.Besluit?.Bekendgemaakt, "made known"), (d.Besluit?.Bekendgemaakt, d.Besluit?.BezwaarLaatsteDag, "bezwaar"), (d.Ontvangen, d.Einde?.Op, "closed"),
    ];

    /// <summary>The way out of a circle agrees with its rows: passed by means every row was, enough means that no row says otherwise.</summary>
    static string? Poort(Overweging o) => o.Uitkomst switch
    {
        "Overgeslagen" => o.Rijen.Exists(r => !r.Overgeslagen) ? $"{o.Stap} was passed by and was not" : o.Rijen.Exists(r => r.Reden is null) ? $"{o.Stap} was passed by without a reason" : null,
        "Toereikend" => o.Rijen.TrueForAll(r => r.Overgeslagen) ? $"{o.Stap} was enough and was passed by" : null,
        "Rest" => o.Rijen.TrueForAll(r => r.Overgeslagen) ? $"{o.Stap} left something and was passed by" : null,
        _ => $"{o.Stap} left by {o.Uitkomst}",
    };

    /// <summary>P4: what is not closed waits for something that has a name.</summary>
    static string? Wacht(Case zaak, Huishouden h)
    {
        foreach (var instance in zaak.Instances.Values)
        {
            if (instance.Waits.IsEmpty && instance.Incidents.IsEmpty)
                return $"flow {instance.Definition} waits for nothing";
        }
        var dossiers = zaak.Instances.Values.Select(i => i.Dossier).Concat(zaak.Terms.Values.Select(t => t.Dossier)).ToHashSet();
        if (h.Dossiers.Values.FirstOrDefault(d => d.IsOpen && !dossiers.Contains(d.Id)) is { } vergeten)
            return $"{vergeten.Id} is open and nothing will happen";
        return h.Lopend.FirstOrDefault(o => !dossiers.Contains(o.Dossier) && !dossiers.Contains(o.Heronderzoek)) is { } stil
            ? $"{stil.Id} ({stil.Cirkel}, evaluatie {stil.Evaluatiedatum}, einde {stil.Einde}, heronderzoek {stil.Heronderzoek}) runs and nobody will ever look" : null;
    }
}
