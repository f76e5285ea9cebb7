namespace Kanteling.Workflows.Zaken.Gebruikers;

/// <summary>Somebody who works here, or the program itself.</summary>
public sealed record Wie(string Id, string Naam);
