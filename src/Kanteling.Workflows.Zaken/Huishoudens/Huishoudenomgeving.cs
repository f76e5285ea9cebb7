using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Wijzigingen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>What a household's own state does not hold: other streams that belong with it, and the versions that its flows have now.</summary>
public sealed class Huishoudenomgeving(WorkflowEngine engine, Afscherming afscherming, Werkstromen werkstromen, Bevoegdheid bevoegdheid, Zaaklezer lezer)
{
    /// <inheritdoc cref="Bevoegdheid.Behandelt"/>
    public bool Behandelt(Actor actor, Case gevonden) => bevoegdheid.Behandelt(actor, gevonden);

    /// <summary>The meldcodes about it that this actor is in; of one itself there are none.</summary>
    public async Task<IReadOnlyList<VeiligheidBeeld>> VeiligheidAsync(Actor actor, Case gevonden) =>
        Bevoegdheid.IsAfgeschermd(gevonden) ? [] : await afscherming.VanAsync(actor, gevonden.Stream);

    /// <summary>Flows that run on a version before the one of now.</summary>
    public async Task<OudereVersie[]> OuderAsync(Case gevonden)
    {
        var huidig = (await werkstromen.HuidigAsync()).ToDictionary(d => d.DefinitionId);
        return [.. gevonden.Instances.Values.Select(i => i.Definition).Distinct().Where(v => huidig.TryGetValue(v.DefinitionId, out var nu) && v.Version < nu.Version)
            .Select(v => new OudereVersie(v.DefinitionId.Text, huidig[v.DefinitionId].Name, v.Version, huidig[v.DefinitionId].Version))];
    }

    /// <summary>Of the other household is asked whether it has the link back; the rest only for who may see it, and then that is noted.</summary>
    public async Task<KoppelingBeeld> KoppelingAsync(Actor actor, Case hier, Koppeling k)
    {
        var daar = (await lezer.HuishoudenAsync(actor, k.Ander.Text, Handeling.HuishoudenZien, "koppeling")).Lukt(out var gevonden, out _) ? gevonden : null;
        var ander = (Huishouden?)(daar ?? await engine.ReadAsync(k.Ander))?.Domain;
        return new KoppelingBeeld(
            Koppelingen.Relatie(k.Soort), Woorden.Van(k.Soort), k.Ander.Text, Woorden.Van(k.Reden), k.Op, ander?.Koppelingen.Exists(t => t.Ander == hier.Stream && t.Soort == Koppelingen.Tegenhanger(k.Soort)) == true,
            hier.Link?.Other == k.Ander) { Daar = daar is null || ander is null ? null : Daar(daar, ander) };
    }

    static AndereKantBeeld Daar(Case gevonden, Huishouden h) => new(
        Woorden.Van(h.Naam) ?? "Huishouden", [.. h.Personen.Where(p => p.IsThuis).Select(p => Woorden.Van(p.Naam) ?? "onbekend")], h.Dossiers.Values.Count(d => d.IsOpen),
        gevonden.OpenTasks.Count())
    {
        Lopend =
        [
            .. h.Lopend.Select(o => $"{Hoofdletter(Woorden.Van(o.Wat) ?? "ondersteuning")}, voor {Woorden.Van(h.Persoon(o.Persoon)?.Naam) ?? "onbekend"}"),
            .. h.Dossiers.Values.Where(d => d.IsOpen).OrderBy(d => d.Ontvangen).Select(d => $"{d.Soort} van {Schrijfwijze.Datum(d.Ontvangen)}, voor {Woorden.Van(h.Persoon(d.Client)?.Naam) ?? "onbekend"}"),
        ],
    };

    static string Hoofdletter(string tekst) => char.ToUpperInvariant(tekst[0]) + tekst[1..];
}
