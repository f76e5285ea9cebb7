namespace Kanteling.Workflows.Web.Api;

/// <summary>Somebody who works here, or the program itself.</summary>
public sealed record Wie(string Id, string Naam);
