using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Taken;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>Makes of a household's state what a program or a page reads.</summary>
public sealed class Huishoudenlezer(Gebruikersnamen namen, Werklijst werk, Registerrijen rijen, Huishoudenomgeving omgeving, Zaaktijd tijd)
{
    /// <param name="actor">For whom: what is shielded from him is not in it.</param>
    public async Task<HuishoudenBeeld> VanAsync(Case gevonden, Actor actor)
    {
        var h = (Huishouden)gevonden.Domain;
        var vandaag = LocalTime.DayOf(tijd.Nu());
        var kaart = await rijen.KaartAsync();
        var kalender = await rijen.KalenderAsync();
        var behandelt = omgeving.Behandelt(actor, gevonden);
        return new HuishoudenBeeld(
            gevonden.Stream.Text, gevonden.Version, Woorden.Van(h.Naam), h.Wijkteam?.Wijk, h.Wijkteam?.Id.Text, h.HeeftGeheimAdres && !behandelt ? null : Woorden.Van(h.Adres),
            [.. h.Personen.Select(p => Persoonbeelden.Van(h, p, vandaag, behandelt))],
            await RegisseurAsync(h), await Task.WhenAll(h.Dossiers.Values.OrderBy(d => d.Ontvangen).Select(d => DossierAsync(h, d))),
            [.. h.Hulpvragen.Where(v => !v.Vervallen).Select(v => new HulpvraagBeeld(v.Id.Text, v.Dossier.Text, v.Persoon.Text, Woorden.Van(v.Vraag), Woorden.Van(v.GewenstResultaat), v.Omvang.InWoorden()))],
            [.. h.Ondersteuning.Select(o => Steun(o, kaart))], (int?)h.ZwaarsteCirkel, [.. Huishoudenklokken.Van(h, gevonden, kalender, vandaag)], await werk.VanHuishoudenAsync(gevonden.Stream))
        {
            AdresAfgeschermd = h.HeeftGeheimAdres && h.Adres is not null && !behandelt,
            Vertegenwoordigers = [.. h.Vertegenwoordigers.Select(v => new VertegenwoordigerBeeld(
                Woorden.Van(h.Persoon(v.Persoon)?.Naam) ?? v.Persoon.Text, Woorden.Van(v.Soort), Woorden.Van(h.Persoon(v.Lid)?.Naam) ?? Woorden.Van(v.Naam), Woorden.Van(v.Reikwijdte), v.Vanaf, v.Tot, Woorden.Van(v.Bewijs)) { Persoon = v.Persoon.Text })],
            KloptNiet = [.. Huishoudenregels.Staand(h).Select(a => new RegelafwijkingBeeld(a.Dossier.Text, a.Ondersteuning?.Text, a.Regel.Code, Zinnen.Voor(a.Regel.Code, a.Regel.Arguments)))],
            Veiligheid = await omgeving.VeiligheidAsync(actor, gevonden),
            VeiligheidVan = h.Dossiers.Values.Select(d => d.Meldcode?.Huishouden).FirstOrDefault(v => v is not null)?.Text,
            OudereVersies = await omgeving.OuderAsync(gevonden),
            GaatVerderIn = h.OpgegaanIn?.Text,
            Koppelingen = await Task.WhenAll(h.Koppelingen.Select(k => omgeving.KoppelingAsync(actor, gevonden, k))),
        };
    }

    async Task<RegisseurBeeld?> RegisseurAsync(Huishouden h) => h.Casusregisseur is not { } r ? null : new RegisseurBeeld(
        r.Soort.ToString().ToLowerInvariant(),
        r.Gebruiker is not null ? (await namen.VanAsync(r.Gebruiker.Id))?.Naam : Woorden.Van(h.Persoon(r.Persoon)?.Naam) ?? Woorden.Van(r.Naam), r.Sinds);

    async Task<DossierBeeld> DossierAsync(Huishouden h, Dossier d) => new(
        d.Id.Text, d.Soort.ToString().ToLowerInvariant(), Woorden.Van(h.Persoon(d.Client)?.Naam) ?? d.Client.Text, Woorden.Van(d.Vraag), d.Kanaal?.Woord(), d.Ontvangen,
        await namen.VanAsync(d.Behandelaar?.Id), d.Besluit is { Bekendgemaakt: not null } b ? Woorden.Van(b.Soort) : null, d.Einde?.Resultaat, d.Einde?.Op)
    {
        Gemeentecode = d.Gemeente?.Text,
        Afwijkingen = await Task.WhenAll(d.Afwijkingen.Select(AfwijkingAsync)),
    };

    async Task<AfwijkingBeeld> AfwijkingAsync(Afwijking a) => new(
        a.Termijn.Woord(), a.Sinds, a.Verklaring is null ? "onverklaard" : "verklaard", a.Verklaring?.Oorzaak.Woord(), Woorden.Van(a.Verklaring?.Toelichting), Woorden.Van(a.Verklaring?.Maatregel), a.Verklaring?.Verwacht,
        await namen.VanAsync(a.Verklaring?.Door), a.Verklaring?.Op);

    static OndersteuningBeeld Steun(Ondersteuning o, SocialeKaart kaart) => new(
        o.Id.Text, o.Persoon.Text, (int)o.Cirkel, Woorden.Van(o.Vorm), Woorden.Van(o.Wat), Woorden.Van(o.Wie) ?? (o.Titel.Aanbieder?.Id is { } id ? kaart.MetId(id)?.Naam ?? id : null), o.Omvang?.InWoorden(), o.Zwaarte?.Woord(), Woorden.Van(o.Status), o.Loopt,
        o.Start, o.Einde, o.Evaluatiedatum, o.Structureel is not null, Woorden.Van(o.Afschaalplan), Nadert(o))
    {
        Product = o.Product is { } p ? new ProductBeeld(p.Rij.Id, kaart.Producten.FirstOrDefault(rij => rij.Id == p.Rij.Id)?.Naam ?? p.Rij.Id, $"{(int)p.Categorie:00}", p.Code?.Text) : null,
        Toewijzing = Toewijzingsomvang.Van(o.Omvang) is { } t ? new ToewijzingBeeld(t.Volume, t.Eenheid, t.Frequentie) : null,
        AgbCode = o.Titel.Agb?.Text,
        BudgetCenten = o.Budget?.Centen,
    };

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
}
