using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Altijdmogelijk;

/// <summary>What a person is asked before a flow begins.</summary>
public enum Gevraagd { Persoon, Ondersteuning, Dossier, Datum, Toelichting }

/// <summary>
/// One line of the list <em>altijd mogelijk</em> of a flow: what can be begun from a household at any time, by hand or by an
/// event, and what that pauses or stops. Not an arrow: it does not matter in which step the household is.
/// </summary>
/// <param name="Id">The verb, in addresses; small letters and dashes.</param>
/// <param name="Naam">What a person reads.</param>
/// <param name="Uitleg">When to choose it.</param>
/// <param name="Gevolg">What it changes, pauses or stops.</param>
/// <param name="Flow">The flow that begins.</param>
/// <param name="Invoer">What the flow always gets.</param>
/// <param name="Vraagt">What is asked; each answer becomes a field of the flow's input, the dossier that of the command.</param>
/// <param name="Wanneer">FEEL on the household; null for always.</param>
/// <param name="Wie">Roles that may begin it.</param>
public sealed record Mogelijkheid(
    string Id, string Naam, string Uitleg, string Gevolg, DefinitionId Flow, JsonObject Invoer, ImmutableArray<Gevraagd> Vraagt, string? Wanneer, ImmutableArray<string> Wie)
{
    /// <summary>The definition in which it stands.</summary>
    public DefinitionId? In { get; init; }

    /// <summary>Under which heading it stands on the page of a household.</summary>
    public string? Groep { get; init; }

    /// <summary>What a person reads when <see cref="Wanneer"/> is not true.</summary>
    public string? WaaromNiet { get; init; }

    /// <summary>It stops something, so a person confirms it.</summary>
    public bool Stopt { get; init; }

    /// <summary>May run more than once for the same purpose, such as a free task.</summary>
    public bool Vaker { get; init; }

    /// <summary>It begins in a stream of its own that the household itself does not show. The meldcode always does, whatever a drawing says.</summary>
    public bool Afgeschermd
    {
        get => field || Flow == Werkstroomnaam.Veiligheid;
        init;
    }

    /// <summary>The field of the input that an answer becomes.</summary>
    public static string Veld(Gevraagd vraag) => vraag.ToString().ToLowerInvariant();
}
