using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Web.Pages.Studio;

/// <summary>That a version was published: when, by whom, and if nobody else approved it, why not.</summary>
/// <param name="Door">Who approved it, or published it alone.</param>
/// <param name="Tekenaar">Who drew it; null when that is not known.</param>
/// <param name="Ingelezen">How it came in when nobody drew or approved it here; null for what was drawn here.</param>
public sealed record Publicatie(int Versie, DateTimeOffset Op, string Door, string? Tekenaar, string? Reden, Inleesweg? Ingelezen = null);

/// <summary>How a version came in that nobody approved.</summary>
public enum Inleesweg
{
    /// <summary>Before it was recorded how.</summary>
    Onbekend,

    /// <summary>By the program, when it started.</summary>
    Start,

    /// <summary>By whoever runs the program, from a file.</summary>
    Bestand,
}

/// <summary>Something that was asked or decided about retracting a version.</summary>
/// <param name="Wat">As a page says it.</param>
/// <param name="Reden">Null when there is none, or it was erased.</param>
public sealed record Intrekregel(DateTimeOffset Op, int Versie, string Wat, string Door, string? Reden);

/// <summary>When versions were published. Read from the stream of a drawing once; what happened there does not change.</summary>
public sealed class Tekeninggeschiedenis(IWorkflowStore store, WorkflowEngine engine, Gebruikersnamen namen)
{
    readonly Recent<DefinitionVersion, Publicatie> bekend = new(1_000);

    /// <summary>Null when that version was never published.</summary>
    public async Task<Publicatie?> VanAsync(DefinitionId id, int versie)
    {
        var sleutel = new DefinitionVersion(id, versie);
        if (bekend.Find(sleutel) is { } publicatie)
            return publicatie;
        await foreach (var commit in store.HistoryAsync(Streams.OfDefinition(id), 1, default))
        {
            foreach (var e in engine.Codec.Read(commit).OfType<DefinitionPublished>())
                bekend.Keep(e.Definition, new Publicatie(e.Definition.Version, commit.At, await NaamAsync(commit.Actor) ?? "", await NaamAsync(e.DrawnBy), e.Deviation?.AsString(), Weg(e, commit.Actor)));
        }
        return bekend.Find(sleutel);
    }

    /// <summary>What was asked and decided about retracting it, the newest first.</summary>
    public async Task<IReadOnlyList<Intrekregel>> IntrekkingenAsync(DefinitionId id)
    {
        var regels = new List<Intrekregel>();
        await foreach (var commit in store.HistoryAsync(Streams.OfDefinition(id), 1, default))
        {
            foreach (var e in engine.Codec.Read(commit))
            {
                if (Regel(e) is var (versie, wat, reden))
                    regels.Insert(0, new Intrekregel(commit.At, versie, wat, await NaamAsync(commit.Actor) ?? "", reden));
            }
        }
        return regels;
    }

    static (int Versie, string Wat, string? Reden)? Regel(WorkflowEvent e) => e switch
    {
        RetractionAsked x => (x.Definition.Version, "Gevraagd om in te trekken", x.Reason.AsString()),
        RetractionWithdrawn x => (x.Definition.Version, "Verzoek teruggenomen", null),
        RetractionRefused x => (x.Definition.Version, "Verzoek geweigerd", x.Reason.AsString()),
        DefinitionRetracted x => (x.Definition.Version, x.AskedBy is null ? "Ingetrokken, zonder tweede persoon" : "Ingetrokken", null),
        _ => null,
    };

    static Inleesweg? Weg(DefinitionPublished e, ActorId door) => e.BroughtIn switch
    {
        BroughtIn.AtStart => Inleesweg.Start,
        BroughtIn.FromFile => Inleesweg.Bestand,
        _ => e.DrawnBy is null && door.User is null ? Inleesweg.Onbekend : null,
    };

    async Task<string?> NaamAsync(ActorId? actor) => actor is not { } wie ? null : (await namen.VanUitvoerderAsync(wie))?.Naam;
}
