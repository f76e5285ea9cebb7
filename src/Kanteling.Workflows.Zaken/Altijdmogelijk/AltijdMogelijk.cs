using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Wijzigingen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Zaken.Altijdmogelijk;

/// <summary>What somebody can begin from a household at any time, for the API and for the pages.</summary>
public sealed class AltijdMogelijk(Werkstromen werkstromen, Bevoegdheid bevoegdheid, Afscherming afscherming, Uitvoering uitvoering, IWorkflowStore store, RegisterRows rows, Zaaktijd tijd)
{
    const int LangsteTekst = 20_000;

    /// <summary>Everything that this actor may begin here, also what is not possible at the moment.</summary>
    public async Task<IReadOnlyList<MogelijkBeeld>> VanAsync(Actor actor, Case found)
    {
        var (h, lopend, kalender) = ((Huishouden)found.Domain, Lopend(found), await KalenderAsync());
        return
        [
            .. (await werkstromen.AltijdMogelijkAsync()).Where(m => bevoegdheid.Mag(actor, m, found))
                .Select(m => Beeld(Mogelijkheden.Beoordeel(m, h, lopend, kalender.Feel(tijd.Nu())), h, LocalTime.DayOf(tijd.Nu()))),
        ];
    }

    /// <summary>One of them.</summary>
    /// <exception cref="Geweigerd">404 when there is none, 403 when it is not for this actor.</exception>
    public async Task<MogelijkBeeld> EenAsync(Actor actor, Case found, string id)
    {
        await VindAsync(actor, found, id);
        return (await VanAsync(actor, found)).Single(m => m.Id == id);
    }

    /// <summary>Begins it.</summary>
    /// <exception cref="Geweigerd">403, 404, 409 when it is not possible now, or 422.</exception>
    public async Task<Gevolg> BeginAsync(Actor actor, Case found, string id, JsonObject antwoorden, Asking asking)
    {
        var m = await VindAsync(actor, found, id);
        var nu = Mogelijkheden.Beoordeel(m, (Huishouden)found.Domain, Lopend(found), (await KalenderAsync()).Feel(tijd.Nu()));
        // Asked again under the same key, it is the same command: what it began is no reason to refuse it.
        var stream = m.Afgeschermd ? Streams.Derived("veiligheid\n" + asking.CommandId) : found.Stream;
        var opnieuw = (await store.ConfirmAsync(stream, asking.CommandId, default)).Commit is not null;
        if (!opnieuw && nu.Bezwaar is { } bezwaar)
            throw new Geweigerd(bezwaar.Code, [.. bezwaar.Arguments]);
        if (!opnieuw && Fouten(m, nu, antwoorden) is { IsEmpty: false } fouten)
            throw new Geweigerd(Mogelijkheidcode.MogelijkOnvolledig) { Fouten = fouten };
        if (m.Afgeschermd)
            return await BeginApartAsync(actor, found, m, antwoorden, stream, opnieuw, asking);
        var (h, invoer) = ((Huishouden)found.Domain, Invoer(m, antwoorden));
        var dossier = Dossier(m, h, antwoorden);
        if (!opnieuw && m.Flow == Werkstroomnaam.Wijziging && Wijzigingsinvoer.Controleer(invoer, h, dossier, LocalTime.DayOf(tijd.Nu())) is { Count: > 0 } bezwaren)
            throw new Geweigerd(Mogelijkheidcode.MogelijkOnvolledig) { Fouten = [.. bezwaren] };
        return await uitvoering.DoeAsync(found.Stream, new StartInstance(m.Flow, invoer, dossier, Purpose: Mogelijkheden.Doel(m, invoer)), asking);
    }

    /// <summary>
    /// In a stream of its own, with the names that its steps need. Whether somebody else has begun one about this household is
    /// not told; who has begun one himself goes on in that one.
    /// </summary>
    async Task<Gevolg> BeginApartAsync(Actor actor, Case found, Mogelijkheid m, JsonObject antwoorden, string stream, bool opnieuw, Asking asking)
    {
        if (!opnieuw && (await afscherming.VanAsync(actor, found.Stream)).Any(v => v.Loopt))
            throw new Geweigerd(Mogelijkheidcode.MogelijkLooptAl, m.Naam);
        var h = (Huishouden)found.Domain;
        var invoer = Invoer(m, antwoorden);
        (invoer["huishouden"], invoer["aanleiding"], invoer["behandelaar"], invoer["naam"]) = (found.Stream, antwoorden.Text("toelichting"), actor.Id, Woorden.Van(h.Naam));
        invoer.Remove("toelichting");
        invoer["leden"] = new JsonArray([.. h.Personen.Select(p => new JsonObject { ["id"] = p.Id, ["naam"] = Woorden.Van(p.Naam), ["geboortedatum"] = p.Geboortedatum?.AsString(), ["rol"] = p.Rol })]);
        return await uitvoering.DoeAsync(stream, new StartInstance(m.Flow, invoer, Afscherming.DossierVan(found.Stream)), asking, soort: Afscherming.Soort);
    }

    async Task<Mogelijkheid> VindAsync(Actor actor, Case found, string id)
    {
        var m = (await werkstromen.AltijdMogelijkAsync()).FirstOrDefault(m => m.Id == id) ?? throw new Geweigerd(Mogelijkheidcode.MogelijkOnbekend, id);
        return bevoegdheid.Mag(actor, m, found) ? m : throw new Geweigerd(Verzoekcode.NietBevoegd);
    }

    static ImmutableArray<Refusal> Fouten(Mogelijkheid m, Mogelijknu nu, JsonObject antwoorden) =>
    [
        .. antwoorden.Select(a => a.Key).Where(naam => naam != "bevestigd" && !m.Vraagt.Any(v => Mogelijkheid.Veld(v) == naam)).Select(naam => Fout(naam, Verzoekcode.VeldOnbekend, naam)),
        .. m.Vraagt.Select(v => Fout(v, nu, antwoorden.Text(Mogelijkheid.Veld(v)))).OfType<Refusal>(),
        .. m.Stopt && antwoorden["bevestigd"]?.ToString() != "true" ? [Fout("bevestigd", Mogelijkheidcode.MogelijkBevestigen)] : Array.Empty<Refusal>(),
    ];

    static Refusal? Fout(Gevraagd vraag, Mogelijknu nu, string? antwoord)
    {
        var (veld, label) = (Mogelijkheid.Veld(vraag), Vraag(vraag).TrimEnd('?'));
        return vraag switch
        {
            _ when antwoord is null => Fout(veld, Verzoekcode.VeldOntbreekt, veld),
            Gevraagd.Persoon when !nu.Personen.Contains(antwoord) => Fout(veld, Mogelijkheidcode.MogelijkKeuze, label),
            Gevraagd.Ondersteuning when !nu.Ondersteuning.Contains(antwoord) => Fout(veld, Mogelijkheidcode.MogelijkKeuze, label),
            Gevraagd.Dossier when !nu.Dossiers.Contains(antwoord) => Fout(veld, Mogelijkheidcode.MogelijkKeuze, label),
            Gevraagd.Datum when !DateOnly.TryParseExact(antwoord, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => Fout(veld, Verzoekcode.VeldGeenDatum, veld),
            Gevraagd.Toelichting when antwoord.Length > LangsteTekst => Fout(veld, Formuliercode.AntwoordTeLang, label, $"{LangsteTekst}"),
            _ => null,
        };
    }

    static Refusal Fout(string veld, string code, params string[] argumenten) => new(code, [.. argumenten], veld);

    static JsonObject Invoer(Mogelijkheid m, JsonObject antwoorden)
    {
        var invoer = (JsonObject)m.Invoer.DeepClone();
        foreach (var veld in m.Vraagt.Where(v => v != Gevraagd.Dossier).Select(Mogelijkheid.Veld))
        {
            if (antwoorden.Text(veld) is { } antwoord)
                invoer[veld] = antwoord;
        }
        return invoer;
    }

    /// <summary>What was chosen, else that of the support, else the procedure of this moment.</summary>
    static string? Dossier(Mogelijkheid m, Huishouden h, JsonObject antwoorden) =>
        (m.Vraagt.Contains(Gevraagd.Dossier) ? antwoorden.Text("dossier") : null) ?? h.MetId(antwoorden.Text("ondersteuning"))?.Dossier ?? Mogelijkheden.Huidig(h);

    async Task<Kalender> KalenderAsync() => (Kalender)(await rows.LoadAsync(Given.CalendarKey))!;

    static List<Lopendestroom> Lopend(Case found) =>
        [.. found.Instances.Values.Select(i => new Lopendestroom(i.Definition.DefinitionId, i.Dossier, i.Input.IsErased ? [] : i.Input.AsObject()))];

    static MogelijkBeeld Beeld(Mogelijknu nu, Huishouden h, DateOnly vandaag) => new(
        nu.Mogelijkheid.Id, nu.Mogelijkheid.Groep, nu.Mogelijkheid.Naam, nu.Mogelijkheid.Uitleg, nu.Mogelijkheid.Gevolg, nu.Mogelijkheid.Flow, nu.Mogelijkheid.Stopt,
        [.. nu.Mogelijkheid.Vraagt.Select(v => new VraagBeeld(Mogelijkheid.Veld(v), Vraag(v), Keuzes(v, nu, h, vandaag)))],
        nu.Bezwaar is null, nu.Bezwaar?.Code, nu.Bezwaar is { } b ? Zinnen.Voor(b.Code, b.Arguments) : null);

    static string Vraag(Gevraagd vraag) => vraag switch
    {
        Gevraagd.Persoon => "Om wie gaat het?",
        Gevraagd.Ondersteuning => "Om welke ondersteuning gaat het?",
        Gevraagd.Dossier => "Om welke procedure gaat het?",
        Gevraagd.Datum => "Op welke dag?",
        _ => "Wat is er aan de hand?",
    };

    static KeuzeBeeld[]? Keuzes(Gevraagd vraag, Mogelijknu nu, Huishouden h, DateOnly vandaag) => vraag switch
    {
        Gevraagd.Persoon => [.. nu.Personen.Select(id => new KeuzeBeeld(id, Woorden.Van(h.Persoon(id)?.Naam) ?? "onbekend"))],
        Gevraagd.Ondersteuning => [.. nu.Ondersteuning.Select(id => new KeuzeBeeld(id, Steun(h, id)))],
        Gevraagd.Dossier => [.. nu.Dossiers.Select(id => new KeuzeBeeld(id, Procedure(h, id, vandaag)))],
        _ => null,
    };

    static string Steun(Huishouden h, string id)
    {
        var steun = h.MetId(id)!;
        return $"{Woorden.Van(steun.Wat) ?? "ondersteuning"}, voor {Woorden.Van(h.Persoon(steun.Persoon)?.Naam) ?? "onbekend"}";
    }

    static string Procedure(Huishouden h, string id, DateOnly vandaag)
    {
        var d = h.Dossier(id)!;
        return $"{d.Soort} van {Dutch.ShortDay(d.Ontvangen, vandaag)}, voor {Woorden.Van(h.Persoon(d.Client)?.Naam) ?? "onbekend"}{(d.IsOpen ? "" : " (klaar)")}";
    }
}
