using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Zaken.Taken;

// What programs read of a task. Names are Dutch, as the field has them; new ones are added, none is renamed.

/// <summary>A task in a list.</summary>
/// <param name="Status">open, afgerond or ingetrokken.</param>
/// <param name="LaatsteDag">The last day that is in time.</param>
/// <param name="Toegewezen">Who has it.</param>
public record TaakRegel(
    string Id, string Titel, string Status, string HuishoudenId, string? Huishouden, string? Dossier, string Stap, string? Relatie, string? Rol, string? Team,
    Wie? Toegewezen, DateOnly? LaatsteDag, DateTimeOffset? VervaltOp, DateTimeOffset GeopendOp, bool IsGeescaleerd, string? Uitkomst = null,
    Wie? AfgerondDoor = null, DateTimeOffset? AfgerondOp = null)
{
    /// <summary>Who has it is what it is for, such as the behandelaar, and was not given it; told in the list of one's own.</summary>
    [JsonIgnore]
    public bool IsHouder { get; init; }
}

/// <summary>One task.</summary>
/// <param name="Versie">Goes along in <c>If-Match</c>.</param>
/// <param name="Formulier">The form as it was pinned when the task opened.</param>
/// <param name="Antwoorden">What is filled in already.</param>
public sealed record Taak(
    TaakRegel Regel, int? Versie, Waarom Waarom, TaakTermijn? Termijn, JsonObject? Formulier, JsonObject? Antwoorden, IReadOnlyList<Uitkomst> Uitkomsten, Stroom Stroom)
    : TaakRegel(Regel)
{
    [JsonIgnore]
    public TaakRegel Regel { get; init; } = Regel;

    /// <summary>Fields of which the answer is withheld from who asks; it stays when he leaves them empty.</summary>
    public IReadOnlyList<string> Afgeschermd { get; init; } = [];

    /// <summary>The letter of this task, as it reads now; null when it has none.</summary>
    public Briefvoorbeeld? Brief { get; init; }

    /// <summary>The conversation guide of this task; null when it is no talk.</summary>
    public Leidraad? Leidraad { get; init; }

    /// <summary>What deserves a second look, from the household and the answers so far; empty when nothing does.</summary>
    public IReadOnlyList<Aandacht> Aandachtspunten { get; init; } = [];
}

/// <param name="Bron">Id of the requirement, such as <c>K9</c>.</param>
/// <param name="Zin">What a person reads.</param>
public sealed record Aandacht(string Code, string Bron, string Zin);

/// <summary>A letter of a task, with the household as it is now.</summary>
/// <param name="Versie">As pinned when the task opened.</param>
/// <param name="Alineas">Plain text, one paragraph each.</param>
public sealed record Briefvoorbeeld(string Id, int Versie, string Naam, string Onderwerp, IReadOnlyList<string> Alineas, IReadOnlyList<string> Bronnen);

/// <summary>Why a task exists.</summary>
/// <param name="Bronnen">Articles and requirements.</param>
public sealed record Waarom(string? Tekst, IReadOnlyList<string> Bronnen);

/// <summary>When it has to be done, and how that day was computed.</summary>
public sealed record TaakTermijn(DateOnly? LaatsteDag, DateTimeOffset VervaltOp, IReadOnlyList<string> Uitleg);

/// <param name="Naam">The port: what goes back in <c>uitkomst</c>.</param>
/// <param name="Gevolg">What happens next.</param>
public sealed record Uitkomst(string Naam, string Label, string? Gevolg);

/// <summary>Which step of which drawing.</summary>
public sealed record Stroom(string Id, int Versie, string Stap);
