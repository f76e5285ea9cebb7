namespace Kanteling.Workflows.Zaken.Bijlagen;

/// <summary>A file that was taken in and waits to be put with a procedure.</summary>
/// <param name="Bestand">The id by which its sender names it, once.</param>
/// <param name="Tot">Until then; after that it is gone.</param>
public sealed record OntvangenBestand(string Bestand, long Lengte, DateTimeOffset Tot);

/// <summary>A file with a procedure, without its bytes.</summary>
/// <param name="Naam">As its sender called it; null when it was erased.</param>
public sealed record BijlageBeeld(long Nummer, string Dossier, string? Naam, string? Soort, string? Toelichting, long Lengte, DateTimeOffset Op, bool IsGewist);

/// <summary>A file as it is given to somebody who may have it.</summary>
/// <param name="Delen">Its bytes, part by part.</param>
public sealed record Bijlageinhoud(string Naam, long Lengte, IAsyncEnumerable<ReadOnlyMemory<byte>> Delen);
