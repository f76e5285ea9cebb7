using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>
/// A letter as data, format 1. Process owners word it; a flow version pins it. What stands between braces is
/// filled in from the household (<see cref="Plaatshouders"/>).
/// </summary>
/// <param name="Id">Kebab-case, stable over versions.</param>
/// <param name="Naam">How process owners call it.</param>
/// <param name="Versie">From 1.</param>
/// <param name="Bronnen">Articles that the letter follows.</param>
public sealed record Brief(string Id, string Naam, int Versie, string Onderwerp, ImmutableArray<Alinea> Alineas, ImmutableArray<string> Bronnen)
{
    /// <summary>SHA-256 of the text that it was read from, in hex; null when it was not read from what is kept.</summary>
    public string? Hash { get; init; }

    /// <summary>The format that this program reads and writes.</summary>
    public const int Formaat = 1;
}

/// <param name="Als">FEEL over the gegevenslijst of the household: the paragraph is there when this is true. Null: always.</param>
public sealed record Alinea(string Tekst, string? Als = null);

/// <summary>What the household itself does not know.</summary>
/// <param name="Gemeente">Its name, such as <c>Veldhoven</c>.</param>
/// <param name="Behandelaar">Name of the behandelaar.</param>
public sealed record Briefnamen(string? Gemeente, string? Behandelaar);

/// <summary>A letter as somebody would read it.</summary>
public sealed record Opgemaakt(string Onderwerp, ImmutableArray<string> Alineas);
