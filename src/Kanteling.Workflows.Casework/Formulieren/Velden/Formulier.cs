using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Formulieren.Velden;

/// <summary>
/// A form as data, format 1. Process owners edit it; a flow version pins it. What it asks is free, except inside a
/// vraagblok: there the core questions stay, because the Kanteling and the law need their answers.
/// </summary>
/// <param name="Id">Kebab-case, stable over versions.</param>
/// <param name="Naam">Title, in Dutch.</param>
/// <param name="Versie">From 1.</param>
/// <param name="Velden">In the order in which they are asked.</param>
/// <param name="Inleiding">Text above the form.</param>
public sealed record Formulier(string Id, string Naam, int Versie, ImmutableArray<Veld> Velden, string? Inleiding = null)
{
    /// <summary>SHA-256 of the text that it was read from, in hex; null when it was not read from what is kept.</summary>
    public string? Hash { get; init; }

    /// <summary>The format that this program reads and writes.</summary>
    public const int Formaat = 1;
}

/// <summary>How an answer is kept and shown.</summary>
public enum VeldInhoud
{
    /// <summary>Says something about a person; goes into a content slot that can be erased. What a field is when it does not say.</summary>
    Persoonlijk,

    /// <summary>Says nothing about a person by itself; may be counted in reports.</summary>
    Feit,

    /// <summary>Only for those with access to the shielded part.</summary>
    Afgeschermd,
}

/// <summary>One possible answer of a keuze.</summary>
/// <param name="Waarde">Stored; stable.</param>
/// <param name="Label">Shown; may be reworded.</param>
public sealed record Optie(string Waarde, string Label);

/// <summary>One question.</summary>
/// <param name="Id">CamelCase, unique among its neighbours; key of its answer.</param>
/// <param name="Soort">Kind of answer.</param>
/// <param name="Label">The question, in Dutch.</param>
public sealed record Veld(string Id, VeldSoort Soort, string Label)
{
    /// <summary>Help below the question.</summary>
    public string? Hulp { get; init; }

    /// <summary>Whether an answer is needed while the field is visible.</summary>
    public bool Verplicht { get; init; }

    /// <summary>FEEL: the field is asked when this is true. Null: always.</summary>
    public string? ZichtbaarAls { get; init; }

    /// <summary>FEEL: what the field is filled with beforehand.</summary>
    public string? Bron { get; init; }

    /// <summary>How the answer is kept.</summary>
    public VeldInhoud Inhoud { get; init; }

    /// <summary>For keuze and meerkeuze.</summary>
    public ImmutableArray<Optie> Opties { get; init; } = [];

    /// <summary>For lijst and groep; for a vraagblok its own questions and the core questions that are moved or reworded.</summary>
    public ImmutableArray<Veld> Velden { get; init; } = [];

    /// <summary>Name of the block, for a vraagblok.</summary>
    public string? Blok { get; init; }

    /// <summary>Lowest number or day; fewest rows or choices.</summary>
    public Grens? Min { get; init; }

    /// <summary>Highest number or day; most rows or choices.</summary>
    public Grens? Max { get; init; }

    /// <summary>Most characters of a text.</summary>
    public int? MaxLengte { get; init; }
}
