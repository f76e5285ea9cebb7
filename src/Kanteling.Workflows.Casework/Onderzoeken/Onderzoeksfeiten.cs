using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Onderzoeken;

/// <summary>What the onderzoek finds is on a timeline.</summary>
static class Onderzoeksfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit) => feit switch
    {
        VooronderzoekGedaan f => new("werk", "Wat we al weten", Woorden.Samen(Woorden.Van(f.Bevindingen), NietDoorgeven(f.NietDoorgeven))),
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
        _ => null,
    };

    /// <summary>What is not told on; to who may not know it, that there is something.</summary>
    static string? NietDoorgeven(Content? wat) => Woorden.Van(wat) is not { } tekst ? null : tekst == Afgeschermdevelden.Zin ? tekst : $"Niet doorgeven: {tekst}";
}
