using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>
/// An answer that the code of a step reads by its id. What is not declared cannot be read (<see cref="Antwoorden"/>), and a
/// form that does not ask it is refused when it comes in (<see cref="Formuliereis"/>).
/// </summary>
/// <param name="Id">Of a field of the form itself, not inside a group.</param>
/// <param name="Soort">The kind that the code takes.</param>
/// <param name="Nodig">False: a form need not ask it. When it does, the kind still has to be right.</param>
public sealed record Leesveld(string Id, VeldSoort Soort, bool Nodig)
{
    /// <summary>Which block, for a vraagblok.</summary>
    public string? Vraagblok { get; init; }

    /// <summary>The closed list that the answer must be a word of, for a keuze: an enum. Null: any option will do, because the code stores none of them.</summary>
    public Type? Lijst { get; init; }

    /// <summary>The block may stand anywhere in the form, under any id; see <see cref="Invulling.Blok"/>.</summary>
    public bool Overal { get; init; }

    /// <summary>What is read of a row of the block besides its core questions, which no form can leave out.</summary>
    public ImmutableArray<Leesveld> Binnen { get; init; } = [];

    /// <summary>The form has to ask this: without it the answers would silently mean something else.</summary>
    public static Leesveld Moet(string id, VeldSoort soort) => new(id, soort, Nodig: true);

    /// <summary>The form may ask this.</summary>
    public static Leesveld Mag(string id, VeldSoort soort) => new(id, soort, Nodig: false);

    /// <summary>The form has to ask this, and every option is a word of the list.</summary>
    public static Leesveld MoetKeuze<T>(string id) where T : struct, Enum => Moet(id, VeldSoort.Keuze) with { Lijst = typeof(T) };

    /// <summary>The form may ask this; then every option is a word of the list.</summary>
    public static Leesveld MagKeuze<T>(string id) where T : struct, Enum => Mag(id, VeldSoort.Keuze) with { Lijst = typeof(T) };

    /// <summary>The rows of a block.</summary>
    /// <param name="naast">What is read of a row besides the core questions.</param>
    public static Leesveld Blok(string naam, params ImmutableArray<Leesveld> naast) => Moet(naam, VeldSoort.Vraagblok) with { Vraagblok = naam, Overal = true, Binnen = naast };

    /// <summary>How much, as the block of that name asks it.</summary>
    public static Leesveld MagOmvang(string id) => Mag(id, VeldSoort.Vraagblok) with { Vraagblok = Formulieren.Blokken.Omvang.Naam };

    /// <summary>A group of questions, as the block asks them; the code reads them with <see cref="Persoonsinvoer"/>.</summary>
    public static Leesveld MagGroep(string id, string blok) => Mag(id, VeldSoort.Vraagblok) with { Vraagblok = blok };

    /// <inheritdoc cref="MagGroep"/>
    public static Leesveld MoetGroep(string id, string blok) => MagGroep(id, blok) with { Nodig = true };

    /// <inheritdoc cref="MagOmvang"/>
    public static Leesveld MoetOmvang(string id) => MagOmvang(id) with { Nodig = true };
}
