using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>What stops when a flow is retracted, as things are now.</summary>
/// <param name="Nodig">What needs it, in sentences: as long as there is one it stays.</param>
/// <param name="Vanzelf">When it begins by the clock.</param>
/// <param name="Keuzes">What it offers itself at altijd mogelijk.</param>
/// <param name="Aanroepers">Older versions of other flows that still run and may come to it.</param>
/// <param name="Lopend">How many of it run; they go on.</param>
/// <param name="Huishoudens">Of how many households those are.</param>
public sealed record Intrekgevolgen(
    ImmutableArray<string> Nodig, ImmutableArray<Vanzelfbegin> Vanzelf, ImmutableArray<string> Keuzes, ImmutableArray<LopendeAanroeper> Aanroepers, Teltekst Lopend, Teltekst Huishoudens)
{
    public bool MagWeg => Nodig.IsEmpty;

    /// <summary>Whether anything begins by it, or may come to it.</summary>
    public bool Stopt => !(Vanzelf.IsEmpty && Keuzes.IsEmpty && Aanroepers.IsEmpty);
}

/// <param name="Volgende">Null when it begins on an event.</param>
public sealed record Vanzelfbegin(string Stap, DateTimeOffset? Volgende);

public sealed record LopendeAanroeper(string Naam, int Versie, Teltekst Aantal);

/// <summary>A number of what may be shielded: a small number points at people, so then it is not told.</summary>
public readonly record struct Teltekst(int Aantal, bool Afgeschermd)
{
    const int Klein = 5;

    public bool IsNul => Aantal == 0 && !Afgeschermd;

    public string Van(string een, string meer) => Afgeschermd && Aantal < Klein ? $"minder dan {Klein} {meer}" : Schrijfwijze.Aantal(Aantal, een, meer);
}

/// <summary>Reads that.</summary>
public sealed class Intrekgevolgenlezer(OpenStorage storage, WorkflowEngine engine)
{
    public async Task<Intrekgevolgen> VanAsync(Tekeningkop kop)
    {
        var id = kop.DefinitionId;
        var nodig = await engine.NeedsAsync(id);
        var (lopend, huishoudens) = await storage.Definitions.OpenAsync(id);
        var tekening = await engine.DefinitionAsync(id, kop.Versie);
        return new Intrekgevolgen(
            [.. nodig.Select(r => Casework.Zinnen.Voor(r.Code, r.Arguments))], await VanzelfAsync(id, tekening?.Definition),
            tekening is null ? [] : [.. MogelijkhedenJson.Lees(tekening.Definition, _ => true).Lijst.Select(m => m.Naam)],
            [.. await AanroepersAsync(id)], Geteld(id, lopend), Geteld(id, huishoudens));
    }

    async Task<ImmutableArray<Vanzelfbegin>> VanzelfAsync(DefinitionId id, WorkflowDefinition? tekening) =>
        await engine.ReadAsync(Streams.OfDefinition(id)) is not { } stroom || tekening is null ? []
        : [.. BegunByEvent.Beginnings(tekening).Select(n => new Vanzelfbegin(n.DisplayText, null)), .. stroom.Terms.Values.Where(t => t.For == DeadlineFor.Trigger).OrderBy(t => t.DueAt).Select(t => new Vanzelfbegin(tekening.Nodes.GetValueOrDefault(new ActivityId(t.Key))?.DisplayText ?? t.Key, t.DueAt))];

    /// <summary>What is published now and names it, is needed; what is older and still runs, comes to it as well.</summary>
    async Task<List<LopendeAanroeper>> AanroepersAsync(DefinitionId id)
    {
        var gevonden = new List<LopendeAanroeper>();
        foreach (var (versie, aantal) in await storage.Definitions.OpenVersionsAsync())
        {
            if (versie.DefinitionId != id && await engine.DefinitionAsync(versie.DefinitionId, versie.Version) is { } ander && NamedFlow.In(ander.Definition).Any(n => n.Flow == id)
                && (await engine.DefinitionAsync(versie.DefinitionId))?.Key != versie)
            {
                gevonden.Add(new LopendeAanroeper(ander.Definition.Name, versie.Version, Geteld(versie.DefinitionId, aantal)));
            }
        }
        return gevonden;
    }

    static Teltekst Geteld(DefinitionId flow, int aantal) => new(aantal, flow == Werkstroomnaam.Veiligheid);
}
