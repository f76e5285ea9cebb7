using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Altijdmogelijk;

/// <summary>A flow that runs in the household now.</summary>
/// <param name="Invoer">With what it began; empty when that was erased.</param>
public sealed record Lopendestroom(DefinitionId Flow, DossierId? Dossier, JsonObject Invoer)
{
    public static IReadOnlyList<Lopendestroom> Van(IEnumerable<Instance> lopend) =>
        [.. lopend.Select(i => new Lopendestroom(i.Definition.DefinitionId, i.Dossier, i.Input.IsErased ? [] : i.Input.AsObject()))];
}

/// <summary>Whether something can be begun now, and for whom or what.</summary>
/// <param name="Dossiers">Procedures in which it can be, the nearest first.</param>
/// <param name="Bezwaar">Why it cannot be; null when it can.</param>
public sealed record Mogelijknu(
    Mogelijkheid Mogelijkheid, ImmutableArray<DossierId> Dossiers, ImmutableArray<PersoonId> Personen, ImmutableArray<OndersteuningId> Ondersteuning, Refusal? Bezwaar);

/// <summary>
/// What can be begun in a household at this moment. The law of this file: the same purpose never begins twice. A purpose is
/// the flow with its fixed input, and the support, the person or the procedure that it is about.
/// </summary>
public static class Mogelijkheden
{
    public static Mogelijknu Beoordeel(Mogelijkheid m, Huishouden h, IReadOnlyList<Lopendestroom> lopend, FeelEnvironment omgeving)
    {
        var plekken = Plekken(m, h);
        if (plekken.Count == 0)
            return Nee(m, m.Vraagt.Contains(Gevraagd.Ondersteuning) ? Refusal.Of(Mogelijkheidcode.MogelijkGeenOndersteuning) : Refusal.Of(Mogelijkheidcode.MogelijkGeenDossier));
        // What runs in a household that went up in another goes on there; nothing new begins there.
        if (h.OpgegaanIn is { } elders)
        {
            plekken.RemoveAll(p => h.Dossier(p.Dossier) is not { } d || !h.WordtBehandeld(d));
            if (plekken.Count == 0)
                return Nee(m, Refusal.Of(Huishoudcode.HuishoudenSamengevoegd, elders.Text));
        }
        var waar = plekken.Where(p => Waar(m, h, p.Dossier, omgeving)).ToList();
        if (waar.Count == 0)
            return Nee(m, Refusal.Of(Mogelijkheidcode.MogelijkNuNiet, m.WaaromNiet ?? "Daarvoor is het nu niet het moment."));
        var vrij = waar.Where(p => !Loopt(m, lopend, p)).ToList();
        var personen = Personen(m, h, lopend);
        if (vrij.Count == 0 || (m.Vraagt.Contains(Gevraagd.Persoon) && personen.IsEmpty))
            return Nee(m, Refusal.Of(Mogelijkheidcode.MogelijkLooptAl, m.Naam));
        return new Mogelijknu(m, [.. vrij.Select(p => p.Dossier).Distinct()], personen, [.. vrij.Select(p => p.Ondersteuning).OfType<OndersteuningId>()], null);
    }

    /// <summary>The procedure that is meant when nobody chooses one: the newest that is open, else the newest.</summary>
    public static DossierId? Huidig(Huishouden h) => OpVolgorde(h).Cast<DossierId?>().FirstOrDefault();

    static IEnumerable<DossierId> OpVolgorde(Huishouden h) =>
        h.Dossiers.Values.OrderByDescending(d => d.IsOpen).ThenByDescending(d => d.Ontvangen).ThenBy(d => d.Id).Select(d => d.Id);

    static List<Plek> Plekken(Mogelijkheid m, Huishouden h) =>
        m.Vraagt.Contains(Gevraagd.Ondersteuning) ? [.. h.Lopend.Select(o => new Plek(o.Dossier, o.Id))]
        : m.Vraagt.Contains(Gevraagd.Dossier) ? [.. OpVolgorde(h).Select(d => new Plek(d, null))]
        : [.. OpVolgorde(h).Take(1).Select(d => new Plek(d, null))];

    /// <summary>A condition that cannot be decided is not true.</summary>
    static bool Waar(Mogelijkheid m, Huishouden h, DossierId dossier, FeelEnvironment omgeving) =>
        m.Wanneer is null || Feel.Parse(m.Wanneer).Expression?.Evaluate(HuishoudenContext.Van(h, dossier), omgeving).Value is FeelBoolean { Value: true };

    static ImmutableArray<PersoonId> Personen(Mogelijkheid m, Huishouden h, IReadOnlyList<Lopendestroom> lopend) =>
        !m.Vraagt.Contains(Gevraagd.Persoon) ? []
        : [.. h.Personen.Select(p => p.Id).Where(p => !h.IsOverleden(p)).Where(p => m.Vaker || m.Vraagt.Contains(Gevraagd.Ondersteuning) || !lopend.Any(s => Zelfde(m, s) && s.Invoer["persoon"]?.ToString() == p.Text))];

    static bool Loopt(Mogelijkheid m, IReadOnlyList<Lopendestroom> lopend, Plek plek) =>
        !m.Vaker && !m.Afgeschermd && (plek.Ondersteuning is not null || !m.Vraagt.Contains(Gevraagd.Persoon)) && lopend.Any(s => Zelfde(m, s) && Gaat(s, plek));

    static bool Gaat(Lopendestroom s, Plek plek) => plek.Ondersteuning is { } o ? s.Invoer["ondersteuning"]?.ToString() == o.Text : s.Dossier == plek.Dossier;

    static bool Zelfde(Mogelijkheid m, Lopendestroom s) => s.Flow == m.Flow && m.Invoer.All(vast => JsonNode.DeepEquals(vast.Value, s.Invoer[vast.Key]));

    static Mogelijknu Nee(Mogelijkheid m, Refusal bezwaar) => new(m, [], [], [], bezwaar);

    sealed record Plek(DossierId Dossier, OndersteuningId? Ondersteuning);
}
