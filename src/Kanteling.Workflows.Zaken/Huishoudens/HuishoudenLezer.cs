using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Casework.Wijzigingen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Taken;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>Makes of a household's state what a program or a page reads.</summary>
public sealed class HuishoudenLezer(WorkflowEngine engine, Names names, WerkLijst werk, RegisterRows rows, Afscherming afscherming, Werkstromen werkstromen, Zaaktijd tijd)
{
    /// <param name="actor">For whom: what is shielded from him is not in it.</param>
    public async Task<HuishoudenBeeld> VanAsync(Case found, Actor actor)
    {
        var h = (Huishouden)found.Domain;
        var vandaag = LocalTime.DayOf(tijd.Nu());
        var kaart = await rows.KaartAsync();
        var kalender = (Kalender)(await rows.LoadAsync(Given.CalendarKey))!;
        return new HuishoudenBeeld(
            found.Stream, found.Version, Woorden.Van(h.Naam), h.Wijk, h.Wijkteam, Woorden.Van(h.Adres),
            [.. h.Personen.Select(p => new PersoonBeeld(p.Id, Woorden.Van(p.Naam) ?? "onbekend", Woorden.Van(p.Geboortedatum), p.Leeftijd(vandaag), p.Rol, p.Overleden, p.Vertrokken))],
            await RegisseurAsync(h), await Task.WhenAll(h.Dossiers.Values.OrderBy(d => d.Ontvangen).Select(d => DossierAsync(h, d))),
            [.. h.Hulpvragen.Where(v => !v.Vervallen).Select(v => new HulpvraagBeeld(v.Id, v.Dossier, v.Persoon, Woorden.Van(v.Vraag), Woorden.Van(v.GewenstResultaat), v.Omvang.InWoorden()))],
            [.. h.Ondersteuning.Select(o => Steun(o, kaart))], (int?)h.ZwaarsteCirkel, [.. Klokken(h, found, kalender, vandaag)], await werk.VanHuishoudenAsync(found.Stream))
        {
            Vertegenwoordigers = [.. h.Vertegenwoordigers.Select(v => new VertegenwoordigerBeeld(
                Woorden.Van(h.Persoon(v.Persoon)?.Naam) ?? v.Persoon, Woorden.Van(v.Soort), Woorden.Van(v.Naam), Woorden.Van(v.Reikwijdte), v.Vanaf, v.Tot, Woorden.Van(v.Bewijs)))],
            Veiligheid = h.IsAfgeschermd ? [] : await afscherming.VanAsync(actor, found.Stream),
            VeiligheidVan = h.Dossiers.Values.Select(d => d.Meldcode?.Huishouden).FirstOrDefault(v => v is not null),
            OudereVersies = await OuderAsync(found),
            Koppelingen = await Task.WhenAll(h.Koppelingen.Select(k => KoppelingAsync(found.Stream, k))),
        };
    }

    async Task<OudereVersie[]> OuderAsync(Case found)
    {
        var huidig = (await werkstromen.HuidigAsync()).ToDictionary(d => d.DefinitionId, StringComparer.Ordinal);
        return [.. found.Instances.Values.Select(i => i.Definition).Distinct().Where(v => huidig.TryGetValue(v.DefinitionId, out var nu) && v.Version < nu.Version)
            .Select(v => new OudereVersie(v.DefinitionId, huidig[v.DefinitionId].Name, v.Version, huidig[v.DefinitionId].Version))];
    }

    /// <summary>Of the other household only is asked whether it has the link back.</summary>
    async Task<KoppelingBeeld> KoppelingAsync(string stream, Koppeling k)
    {
        var ander = (Huishouden?)(await engine.ReadAsync(k.Ander))?.Domain;
        return new KoppelingBeeld(
            Koppelingen.Relatie(k.Soort), Woorden.Van(k.Soort), k.Ander, Woorden.Van(k.Reden), k.Op, ander?.Koppelingen.Exists(t => t.Ander == stream && t.Soort == Koppelingen.Tegenhanger(k.Soort)) == true);
    }

    async Task<RegisseurBeeld?> RegisseurAsync(Huishouden h) => h.Casusregisseur is not { } r ? null : new RegisseurBeeld(
        r.Soort.ToString().ToLowerInvariant(),
        r.Gebruiker is not null ? (await names.OfAsync(r.Gebruiker))?.Naam : Woorden.Van(h.Persoon(r.Persoon)?.Naam) ?? Woorden.Van(r.Naam), r.Sinds);

    async Task<DossierBeeld> DossierAsync(Huishouden h, Dossier d) => new(
        d.Id, d.Soort.ToString().ToLowerInvariant(), Woorden.Van(h.Persoon(d.Client)?.Naam) ?? d.Client, Woorden.Van(d.Vraag), d.Kanaal, d.Ontvangen,
        await names.OfAsync(d.Behandelaar), d.Besluit is { Bekendgemaakt: not null } b ? Woorden.Van(b.Soort) : null, d.Einde?.Resultaat, d.Einde?.Op)
    {
        Afwijkingen = await Task.WhenAll(d.Afwijkingen.Select(AfwijkingAsync)),
    };

    async Task<AfwijkingBeeld> AfwijkingAsync(Afwijking a) => new(
        a.Termijn, a.Sinds, a.Verklaring is null ? "onverklaard" : "verklaard", a.Verklaring?.Oorzaak, Woorden.Van(a.Verklaring?.Toelichting), Woorden.Van(a.Verklaring?.Maatregel), a.Verklaring?.Verwacht,
        await names.OfAsync(a.Verklaring?.Door), a.Verklaring?.Op);

    static OndersteuningBeeld Steun(Ondersteuning o, SocialeKaart kaart) => new(
        o.Id, o.Persoon, (int)o.Cirkel, Woorden.Van(o.Vorm), Woorden.Van(o.Wat), Woorden.Van(o.Wie) ?? (o.Titel.Aanbieder is { } id ? kaart.MetId(id)?.Naam ?? id : null), o.Omvang?.InWoorden(), o.Zwaarte, Woorden.Van(o.Status), o.Loopt,
        o.Start, o.Einde, o.Evaluatiedatum, o.Structureel is not null, Woorden.Van(o.Afschaalplan), Nadert(o));

    static string? Nadert(Ondersteuning o) => o switch
    {
        { Loopt: false } => null,
        { Pauze: { } pauze } => $"Stopt even. Op {Schrijfwijze.Datum(pauze.Tot)} begint het weer.",
        { EvaluatieLoopt: true } => "De evaluatie is bezig.",
        { Structureel: { } vast } => $"Blijvend nodig. Op {Schrijfwijze.Datum(vast.Herzien)} kijken we of dat nog klopt.",
        { Evaluatiedatum: { } dag } => $"Evaluatie op {Schrijfwijze.Datum(dag)}.",
        { Einde: { } dag } => $"Eindigt op {Schrijfwijze.Datum(dag)}.",
        _ => null,
    };

    static IEnumerable<KlokBeeld> Klokken(Huishouden h, Case found, Kalender kalender, DateOnly vandaag)
    {
        foreach (var d in h.Dossiers.Values)
        {
            if (d.LopendeKlok is { } klok && klok.Stand(kalender) is var stand)
            {
                yield return new KlokBeeld(
                    d.Aanvraag is null ? "Onderzoek" : "Beschikking", d.Id, klok.Start, stand.Uitkomst?.LaatsteDag, stand.StaatStil,
                    stand.Uitkomst is { } uit ? Deel(klok.Start, uit.LaatsteDag, vandaag) : 0, stand.Uitleg);
            }
        }
        foreach (var term in found.Terms.Values.Where(t => !t.Key.StartsWith(Looptijd.Onderzoek, StringComparison.Ordinal) && !t.Key.StartsWith(Looptijd.Beschikking, StringComparison.Ordinal)).OrderBy(t => t.DueAt))
        {
            yield return new KlokBeeld(
                Naam(term.Key, h), term.Dossier, Begin(term, h), term.LastDay ?? LocalTime.DayOf(term.DueAt), false,
                Begin(term, h) is { } begin ? Deel(begin, LocalTime.DayOf(term.DueAt), vandaag) : 0, term.Explanation.IsDefault ? [] : term.Explanation);
        }
    }

    static string Naam(string key, Huishouden h)
    {
        var steun = Woorden.Van(h.MetId(key[(key.IndexOf(':') + 1)..])?.Wat);
        return key[..Math.Max(0, key.IndexOf(':'))] switch
        {
            Looptijd.Bezwaar => "Bezwaar",
            Looptijd.Ingebrekestelling => "Ingebrekestelling",
            Looptijd.Hervatten => $"Weer beginnen{(steun is null ? "" : $" met {steun}")}",
            Looptijd.Evaluatie => $"Evaluatie{(steun is null ? "" : $" van {steun}")}",
            Looptijd.Heronderzoek => $"Heronderzoek{(steun is null ? "" : $" van {steun}")}",
            Looptijd.Afloop => $"Zeggen dat het afloopt{(steun is null ? "" : $": {steun}")}",
            Looptijd.Streef => "Streefdatum van het besluit",
            Looptijd.Einde => $"Einde{(steun is null ? "" : $" van {steun}")}",
            _ => key,
        };
    }

    static DateOnly? Begin(Deadline term, Huishouden h) =>
        h.MetId(term.Key[(term.Key.IndexOf(':') + 1)..])?.Start ?? (term.Key.StartsWith(Looptijd.Bezwaar, StringComparison.Ordinal) ? h.Dossier(term.Dossier)?.Besluit?.Bekendgemaakt : null);

    static int Deel(DateOnly begin, DateOnly laatste, DateOnly vandaag) =>
        laatste <= begin ? 100 : Math.Clamp(100 * (vandaag.DayNumber - begin.DayNumber) / (laatste.DayNumber - begin.DayNumber), 0, 100);
}
