using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>Whether a form is one that can be asked, answered and stored. Also for forms that were not read from JSON.</summary>
public static partial class FormulierControle
{
    /// <summary>All that is wrong with the form; its expressions only when the rest is in order.</summary>
    public static IReadOnlyList<FormulierBevinding> Controleer(Formulier formulier)
    {
        var bevindingen = new List<FormulierBevinding>();
        Eis(FormulierId().IsMatch(formulier.Id), "id", Formuliercode.FormulierIdOngeldig, formulier.Id);
        Eis(formulier.Versie >= 1, "versie", Formuliercode.FormulierVersieOntbreekt);
        Eis(!formulier.Velden.IsEmpty, "velden", Formuliercode.FormulierLeeg);
        bevindingen.AddRange(Velden(formulier.Velden, "velden", 1));
        if (bevindingen.Count == 0)
            bevindingen.AddRange(VoorwaardenControle.Controleer(formulier, FeelType.Context.Open));
        return bevindingen;

        void Eis(bool goed, string pad, string code, params string[] argumenten)
        {
            if (!goed)
                bevindingen.Add(new(pad, new(code, argumenten)));
        }
    }

    static IEnumerable<FormulierBevinding> Velden(IReadOnlyList<Veld> velden, string pad, int diepte)
    {
        for (var plek = 0; plek < velden.Count; plek++)
        {
            var (veld, veldpad) = (velden[plek], $"{pad}[{plek}]");
            if (velden.Take(plek).Any(eerder => eerder.Id == veld.Id))
                yield return new(veldpad, new(Formuliercode.FormulierVeldDubbel, veld.Id));
            foreach (var zin in Veld(veld))
                yield return new(veldpad, zin);
            foreach (var bevinding in Binnenin(Vragenblokken.Uitgewerkt(veld), veldpad, diepte))
                yield return bevinding;
        }
    }

    static IEnumerable<FormulierBevinding> Binnenin(Veld veld, string pad, int diepte)
    {
        if (veld.Velden.IsEmpty)
            return [];
        var binnen = diepte + (Veldsoorten.Van(veld.Soort).Vorm == Antwoordvorm.Lijst ? 2 : 1);
        return binnen > Antwoordmaat.Diepte
            ? [new(pad, new(Formuliercode.FormulierTeDiep, $"{Antwoordmaat.Diepte}"))]
            : Velden(veld.Velden, $"{pad}.velden", binnen);
    }

    static IEnumerable<Zin> Veld(Veld veld) => Eisen(veld, Veldsoorten.Van(veld.Soort)).Where(eis => !eis.Goed).Select(eis => new Zin(eis.Code, veld.Id, veld.Blok ?? ""));

    static (bool Goed, string Code)[] Eisen(Veld veld, Antwoordsoort soort) =>
    [
        (VeldId().IsMatch(veld.Id), Formuliercode.FormulierVeldIdOngeldig),
        (!string.IsNullOrWhiteSpace(veld.Label), Formuliercode.FormulierLabelOntbreekt),
        (soort.HeeftOpties != veld.Opties.IsEmpty, Formuliercode.FormulierOptiesPassenNiet),
        (veld.Opties.Select(optie => optie.Waarde).Distinct().Count() == veld.Opties.Length, Formuliercode.FormulierOptieDubbel),
        (veld.Soort == VeldSoort.Vraagblok || soort.HeeftVelden != veld.Velden.IsEmpty, Formuliercode.FormulierVeldenPassenNiet),
        ((veld.Soort == VeldSoort.Vraagblok) == (Vragenblokken.Met(veld.Blok) is not null) && (veld.Blok is null || veld.Soort == VeldSoort.Vraagblok), Formuliercode.FormulierBlokOnbekend),
        (GrenzenPassen(veld, soort), Formuliercode.FormulierGrenzenPassenNiet),
        (veld.MaxLengte is null || (soort.HeeftLengte && veld.MaxLengte is > 0 and <= Antwoordmaat.Tekens), Formuliercode.FormulierLengtePastNiet),
    ];

    /// <summary>Numbers where numbers or rows are counted, days where days are asked, and never the lowest above the highest.</summary>
    static bool GrenzenPassen(Veld veld, Antwoordsoort soort)
    {
        var grenzen = new[] { veld.Min, veld.Max }.OfType<Grens>().ToList();
        var passend = grenzen.All(grens => soort.Grenzen == (grens.Getal is null ? Grenssoort.Dag : Grenssoort.Getal));
        var nietOmgekeerd = !(veld.Min?.Getal > veld.Max?.Getal);
        return passend && nietOmgekeerd && (soort.Vorm != Antwoordvorm.Lijst || veld.Min?.Getal is null or <= Antwoordmaat.Regels);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$")]
    private static partial Regex FormulierId();

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,59}$")]
    private static partial Regex VeldId();
}
