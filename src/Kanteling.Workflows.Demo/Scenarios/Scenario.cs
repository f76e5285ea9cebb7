using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Demo.Scenarios;

/// <summary>
/// A household played through the flows, as data, format 1 (<c>workflows/README.md</c>). Steps name flow, activity, day
/// and answers, never a number that the program gave, so a scenario stays true when the program changes.
/// </summary>
/// <param name="Naam">What it shows, as a sentence.</param>
/// <param name="Flow">The flow that it is about; also the flow that is started, unless <paramref name="Vooraf"/> says otherwise.</param>
/// <param name="Start">The moment of the first command.</param>
/// <param name="Invoer">What the flow starts with.</param>
/// <param name="Vooraf">A scenario, as <c>flow/naam</c>, whose steps are played first; its start and input then count.</param>
public sealed record Scenario(
    string Naam, DefinitionId Flow, DateTimeOffset Start, JsonObject Invoer, string? Vooraf, ImmutableArray<Scenariostap> Stappen, Verwachting Verwacht)
{
    /// <summary>The format that this program reads.</summary>
    public const int Formaat = 1;

    /// <summary>The flow in which it begins, once the steps of the scenario before it stand in front.</summary>
    public DefinitionId Begin => Vooraf is { } vooraf ? new(vooraf) : Flow;

    /// <summary>The version of the flow in which it begins; null for the one that is current.</summary>
    public int? Versie { get; init; }

    /// <summary>Of a household of the demo gemeente: the day that is today there. Time passes up to it after the last step.</summary>
    public DateOnly? Vandaag { get; init; }
}

/// <summary>One thing that somebody does, or that time does.</summary>
/// <param name="Op">A day, or a time to wait first such as <c>+P6W</c>; null for right after the step before.</param>
/// <param name="Verwacht">What must be true right after it.</param>
public abstract record Scenariostap(string? Op, Verwachting? Verwacht);

/// <summary>Somebody completes a task.</summary>
/// <param name="Taak">Activity id.</param>
/// <param name="Flow">The flow it is in; null when only one open task has this activity.</param>
/// <param name="Aanvullen">Whether questions that the scenario does not answer get a plain example of an answer.</param>
public sealed record Taakstap(
    string? Op, Verwachting? Verwacht, ActivityId Taak, DefinitionId? Flow, string Door, string? Uitkomst, JsonObject Antwoorden, bool Aanvullen) : Scenariostap(Op, Verwacht);

/// <summary>Time passes; everything that comes due happens in order.</summary>
public sealed record Wachtstap(Verwachting? Verwacht, string Wacht) : Scenariostap("+" + Wacht, Verwacht);

/// <summary>Something is told from outside.</summary>
public sealed record Gebeurtenisstap(string? Op, Verwachting? Verwacht, string Gebeurtenis, JsonNode? Inhoud, string Door) : Scenariostap(Op, Verwacht);

/// <summary>Somebody starts a flow by hand.</summary>
public sealed record Beginstap(string? Op, Verwachting? Verwacht, DefinitionId Begin, JsonObject Invoer, string Door) : Scenariostap(Op, Verwacht);

/// <summary>Somebody takes the last completion of a task back.</summary>
public sealed record Terugdraaistap(string? Op, Verwachting? Verwacht, ActivityId Terugdraaien, DefinitionId? Flow, string Reden, string Door) : Scenariostap(Op, Verwacht);

/// <summary>What must be true. What is not named is not looked at.</summary>
/// <param name="Einde">By flow ("" for the scenario's own): id or name of the end that its last instance reached.</param>
/// <param name="Taken">Activity ids of exactly the open tasks.</param>
/// <param name="Termijnen">Dates that must be running.</param>
/// <param name="Waar">FEEL on the household, as conditions in flows see it.</param>
/// <param name="NietGebeurd">Activities that were never completed.</param>
/// <param name="WelGebeurd">Activities that were completed at least once.</param>
/// <param name="Weigering">Code with which the step is refused.</param>
public sealed record Verwachting(
    ImmutableSortedDictionary<string, string> Einde, ImmutableArray<ActivityId>? Taken, ImmutableArray<VerwachteTermijn> Termijnen,
    ImmutableArray<string> Waar, ImmutableArray<ActivityId> NietGebeurd, ImmutableArray<ActivityId> WelGebeurd, string? Weigering)
{
    public static readonly Verwachting Niets = new(ImmutableSortedDictionary<string, string>.Empty, null, [], [], [], [], null);
}

/// <param name="Naam">Activity id of a task that has the date, or (part of) the key of a term of the household.</param>
/// <param name="LaatsteDag">The last day that is in time; null when it must not be running.</param>
public sealed record VerwachteTermijn(string Naam, DateOnly? LaatsteDag);

/// <summary>Something wrong in a scenario file.</summary>
/// <param name="Plek">Where, such as <c>stappen[2].uitkomst</c>.</param>
public sealed record Scenariofout(string Plek, string Zin)
{
    public override string ToString() => Plek.Length == 0 ? Zin : $"{Plek}: {Zin}";
}
