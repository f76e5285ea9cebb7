using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// Whether a form asks what a step reads. The law of this file: a step that misses an answer would go on as if nothing or
/// today was meant; so that form and that drawing are refused before anybody works with them.
/// </summary>
public static class Formuliereis
{
    /// <summary>What is wrong with a form for the steps that ask it by themselves, whatever the drawings say.</summary>
    public static ImmutableArray<Zin> Van(Formulier formulier) =>
        [.. Stappenlijst.Menselijk.SelectMany(Rijen).Where(stap => stap.Formulier == formulier.Id).SelectMany(stap => Van(stap, stap.Titel, formulier)).DistinctBy(zin => zin.ToString())];

    /// <summary>What is wrong with the forms of the steps of a drawing.</summary>
    /// <param name="formulieren">By id, in the version that a new task gets; a form that is not there is no finding here.</param>
    public static IEnumerable<Finding> Van(WorkflowDefinition tekening, IReadOnlyDictionary<string, Formulier> formulieren) =>
        from plek in Plekken(tekening)
        where formulieren.ContainsKey(plek.Id)
        from zin in Van(plek.Stap, plek.Node.DisplayText, formulieren[plek.Id])
        select new Finding(zin.Code, FindingSeverity.Error, plek.Node.Id, [.. zin.Argumenten]);

    /// <summary>The ids of the forms that the steps of a drawing ask.</summary>
    public static ImmutableArray<string> Formulieren(WorkflowDefinition tekening) => [.. Plekken(tekening).Select(plek => plek.Id).Distinct()];

    /// <summary>What is wrong with a form for one step.</summary>
    internal static IEnumerable<Zin> Van(Stap stap, string naam, Formulier formulier)
    {
        foreach (var eis in stap.Gelezen)
        {
            if (Veld(formulier, eis) is not { } veld)
            {
                if (eis.Nodig)
                    yield return new(Formuliercode.FormulierMistAntwoord, naam, eis.Id, Woord(eis.Soort), formulier.Naam);
            }
            else if (!Past(veld, eis))
            {
                yield return new(Formuliercode.FormulierAnderAntwoord, naam, eis.Id, Woord(eis.Soort), Woord(veld.Soort), formulier.Naam);
            }
            else
            {
                foreach (var vreemd in Vreemd(veld, eis))
                    yield return new(Formuliercode.FormulierVreemdeKeuze, naam, eis.Id, vreemd, formulier.Naam, Kent(eis));
                foreach (var binnen in eis.Binnen)
                {
                    if (veld.Velden.FirstOrDefault(v => v.Id == binnen.Id) is not { } eigen)
                        continue;
                    if (!Past(eigen, binnen))
                        yield return new(Formuliercode.FormulierAnderAntwoord, naam, $"{eis.Id}.{binnen.Id}", Woord(binnen.Soort), Woord(eigen.Soort), formulier.Naam);
                    foreach (var vreemd in Vreemd(eigen, binnen))
                        yield return new(Formuliercode.FormulierVreemdeKeuze, naam, $"{eis.Id}.{binnen.Id}", vreemd, formulier.Naam, Kent(binnen));
                }
            }
        }
    }

    /// <summary>Options that are no word of the list: an answer like that could not be kept.</summary>
    static IEnumerable<string> Vreemd(Veld veld, Leesveld eis) =>
        eis.Lijst is not { } lijst ? [] : veld.Opties.Select(optie => optie.Waarde).Except(Lijstwoord.Alle(lijst), StringComparer.OrdinalIgnoreCase);

    static string Kent(Leesveld eis) => string.Join(", ", Lijstwoord.Alle(eis.Lijst!));

    static Veld? Veld(Formulier formulier, Leesveld eis) => eis.Overal
        ? MetBlok(formulier.Velden, eis.Vraagblok)
        : formulier.Velden.FirstOrDefault(veld => veld.Id == eis.Id);

    static Veld? MetBlok(ImmutableArray<Veld> velden, string? blok) => velden
        .Select(veld => veld.Blok == blok ? veld : veld.Soort == VeldSoort.Groep ? MetBlok(veld.Velden, blok) : null)
        .FirstOrDefault(veld => veld is not null);

    /// <summary>A long text is a text, and euros are a number; the code reads both in the same way.</summary>
    static bool Past(Veld veld, Leesveld eis) => (veld.Soort, eis.Soort) switch
    {
        (VeldSoort.Tekst or VeldSoort.LangeTekst, VeldSoort.Tekst or VeldSoort.LangeTekst) => true,
        (VeldSoort.Getal or VeldSoort.Bedrag, VeldSoort.Getal or VeldSoort.Bedrag) => true,
        // Forms of before there was a kind for it.
        (VeldSoort.Voorziening, VeldSoort.Aanbieder) => Veldsoorten.Verwijst(veld) == Verwijzing.Aanbieder,
        var (soort, gevraagd) => soort == gevraagd && veld.Blok == eis.Vraagblok,
    };

    static string Woord(VeldSoort soort) => FormulierJson.Naam(soort);

    static IEnumerable<Documentplek> Plekken(WorkflowDefinition tekening) => Documentgebruik.Plekken(tekening).Where(plek => plek.Soort == Documentsoort.Formulier);

    static IEnumerable<Stap> Rijen(Stap stap) => stap.Rijen.IsEmpty ? [stap] : stap.Rijen;
}
