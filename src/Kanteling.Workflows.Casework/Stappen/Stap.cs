using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>One way out of a step.</summary>
/// <param name="Poort">Exact name in drawings; never renamed.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Gevolg">What happens next, for the person who chooses.</param>
public sealed record Weg(string Poort, string Label, string? Gevolg = null);

/// <summary>
/// A step that a person does, as a row of a table: what it is called, why it exists, which ways lead out, and what its
/// answers mean for the household. <see cref="Stapsoort"/> makes an activity kind of it.
/// </summary>
/// <param name="Naam">Type without prefix, such as <c>EersteBeoordeling</c>.</param>
/// <param name="Titel">Title of the task when the drawing gives none.</param>
/// <param name="Waarom">Why this step exists, level B1.</param>
/// <param name="Wegen">All ways out, also one that only a passing date opens.</param>
public sealed record Stap(string Naam, string Categorie, string Titel, string Waarom, ImmutableArray<Weg> Wegen)
{
    public static readonly ImmutableArray<Weg> Klaar = [new("Done", "Klaar")];

    /// <summary>What the inwoner gets from this step, to himself, level B1 (seed K12); a drawing may word it for its own place.</summary>
    public required string Waarde { get; init; }

    /// <summary>Articles and ids of the seeds.</summary>
    public ImmutableArray<string> Bronnen { get; init; } = [];

    /// <summary>What was sent or ordered cannot be taken back.</summary>
    public bool Onomkeerbaar { get; init; }

    /// <summary>Form id when the drawing gives none; null for a step without questions.</summary>
    public string? Formulier { get; init; }

    /// <summary>The answers that the code of this step reads; see <see cref="Gelezen"/>.</summary>
    public ImmutableArray<Leesveld> Leest { get; init; } = [];

    /// <summary>All that may be read of the answers: what the step itself reads, and what its letter does.</summary>
    public ImmutableArray<Leesveld> Gelezen => [.. Leest, .. Taakbrief.Leest.Where(brief => Leest.All(eigen => eigen.Id != brief.Id))];

    /// <summary>Letter id when the drawing gives none; null for a step that sends none.</summary>
    public string? Brief { get; init; }

    /// <summary>Which letter, when that follows from the dossier: one of <see cref="BriefKeuzes"/>.</summary>
    public Func<Invulling, string?>? BriefKeuze { get; init; }

    /// <summary>All letters that <see cref="BriefKeuze"/> may choose.</summary>
    public ImmutableArray<string> BriefKeuzes { get; init; } = [];

    /// <summary>Without a letter the step makes no sense.</summary>
    public bool BriefNodig { get; init; }

    /// <summary>Guide id when the drawing gives none; null for a step that is no talk.</summary>
    public string? Leidraad { get; init; }

    public string Adres { get; init; } = Taakadres.Behandelaar;

    public string? Termijn { get; init; }

    /// <summary>A last day that goes before the drawn one, when there is reason for haste; null when there is not.</summary>
    public Func<Invulling, string?> Haast { get; init; } = _ => null;

    /// <summary>Days before the last day.</summary>
    public int? Herinnering { get; init; }

    public string? Escalatie { get; init; }

    /// <summary>The way that opens by itself when the last day has passed; a person cannot choose it.</summary>
    public string? WegNaTermijn { get; init; }

    /// <summary>Inputs besides the common ones.</summary>
    public ImmutableArray<InputDescriptor> EigenInvoer { get; init; } = [];

    /// <summary>The ways out are drawn: the values of the input <c>uitkomsten</c>.</summary>
    public bool EigenUitkomsten { get; init; }

    /// <summary>The way out, when it follows from the answers; null when a person chooses.</summary>
    public Func<Invulling, string>? Poort { get; init; }

    /// <summary>Of whom or what this one task is, in a sentence that goes before the reason; null when the household says enough.</summary>
    public Func<Invulling, string?> Over { get; init; } = _ => null;

    /// <summary>What is filled in beforehand.</summary>
    public Func<Invulling, JsonObject> Vooraf { get; init; } = _ => [];

    /// <summary>Why these answers cannot be taken, besides what the form itself asks.</summary>
    public Func<Invulling, IEnumerable<Refusal>> Bezwaren { get; init; } = _ => [];

    /// <summary>What deserves a second look in what was filled in so far; never a reason to refuse.</summary>
    public Func<Huishouden, DossierId, Formulier, JsonObject, DateOnly, ImmutableArray<Aandachtspunt>>? Aandacht { get; init; }

    /// <summary>What the answers mean for the household.</summary>
    public Func<Invulling, IEnumerable<object>> Feiten { get; init; } = _ => [];

    /// <summary>What is already true when the step begins.</summary>
    public Func<Invulling, IEnumerable<object>> BijBegin { get; init; } = _ => [];

    /// <summary>What is true when the last day has passed and <see cref="WegNaTermijn"/> opens.</summary>
    public Func<Invulling, IEnumerable<object>> NaTermijn { get; init; } = _ => [];

    /// <summary>What the answers set in motion besides facts, such as another flow.</summary>
    public Func<Invulling, IEnumerable<Effect>> Gevolgen { get; init; } = _ => [];

    /// <summary>The way out when there is nothing to ask anybody; null when there is.</summary>
    public Func<Invulling, string?> Vanzelf { get; init; } = _ => null;

    /// <summary>Rows of which one counts for an instance, for a kind that stands for several; empty when it is itself the row.</summary>
    public ImmutableArray<Stap> Rijen { get; init; } = [];

    /// <summary>Chooses among <see cref="Rijen"/>.</summary>
    public Func<ActivityContext, Stap>? Rij { get; init; }

    /// <summary>One of those rows: its words and its form are its own, whatever the drawing says of the kind.</summary>
    public bool IsRij { get; init; }

    /// <summary>May also be asked in a dossier whose client died; what addresses the client may not.</summary>
    public bool OokNaOverlijden { get; init; }

    public string Type => $"Kanteling.{Naam}";
}
