using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Zaken.Altijdmogelijk;

/// <summary>Makes of what may be begun what a program or a page reads.</summary>
static class Mogelijkbeelden
{
    public static MogelijkBeeld Van(Mogelijknu nu, Huishouden h, DateOnly vandaag) => new(
        nu.Mogelijkheid.Id, nu.Mogelijkheid.Groep, nu.Mogelijkheid.Naam, nu.Mogelijkheid.Uitleg, nu.Mogelijkheid.Gevolg, nu.Mogelijkheid.Flow.Text, nu.Mogelijkheid.Stopt,
        [.. nu.Mogelijkheid.Vraagt.Select(v => new VraagBeeld(Mogelijkheid.Veld(v), Mogelijkvragen.Vraag(v), Keuzes(v, nu, h, vandaag)) { Bezig = v == Gevraagd.Persoon ? Bezig(nu, h) : [] })],
        nu.Bezwaar is null, nu.Bezwaar?.Code, nu.Bezwaar is { } b ? Zinnen.Voor(b.Code, b.Arguments) : null);

    static KeuzeBeeld[]? Keuzes(Gevraagd vraag, Mogelijknu nu, Huishouden h, DateOnly vandaag) => vraag switch
    {
        Gevraagd.Persoon => [.. nu.Personen.Select(id => new KeuzeBeeld(id.Text, Woorden.Van(h.Persoon(id)?.Naam) ?? "onbekend"))],
        Gevraagd.Ondersteuning => [.. nu.Ondersteuning.Select(id => new KeuzeBeeld(id.Text, Steun(h, id)))],
        Gevraagd.Dossier => [.. nu.Dossiers.Select(id => new KeuzeBeeld(id.Text, Procedure(h, id, vandaag)))],
        _ => null,
    };

    static string[] Bezig(Mogelijknu nu, Huishouden h) =>
        [.. h.Personen.Where(p => nu.Bezwaar is null && !h.IsOverleden(p.Id) && !nu.Personen.Contains(p.Id)).Select(p => Woorden.Van(p.Naam) ?? "onbekend")];

    static string Steun(Huishouden h, OndersteuningId id)
    {
        var steun = h.MetId(id)!;
        return $"{Woorden.Van(steun.Wat) ?? "ondersteuning"}, voor {Woorden.Van(h.Persoon(steun.Persoon)?.Naam) ?? "onbekend"}";
    }

    static string Procedure(Huishouden h, DossierId id, DateOnly vandaag)
    {
        var d = h.Dossier(id)!;
        return $"{d.Soort} van {Schrijfwijze.KorteDatum(d.Ontvangen, vandaag)}, voor {Woorden.Van(h.Persoon(d.Client)?.Naam) ?? "onbekend"}{(d.IsOpen ? "" : " (klaar)")}";
    }
}
