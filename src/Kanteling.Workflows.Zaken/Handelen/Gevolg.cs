namespace Kanteling.Workflows.Zaken.Handelen;

/// <summary>What followed from a command.</summary>
/// <param name="VolgendeTaken">Tasks that it opened.</param>
/// <param name="Gebeurd">What happened, sentence by sentence.</param>
/// <param name="EerderGedaan">The same command had been accepted before; nothing happened twice.</param>
public sealed record Gevolg(string Huishouden, string? Taak, IReadOnlyList<VolgendeTaak> VolgendeTaken, IReadOnlyList<string> Gebeurd, bool EerderGedaan);

public sealed record VolgendeTaak(string Id, string Titel, string? Relatie, string? Rol, string? Team);
