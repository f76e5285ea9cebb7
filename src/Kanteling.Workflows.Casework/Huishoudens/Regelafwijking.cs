namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>A rule of the household that does not hold now. An old one is listed, and blocks only its own worsening.</summary>
/// <param name="Sleutel">The same for the same rule about the same thing, before and after a decision.</param>
/// <param name="Dossier">The procedure in which it is.</param>
/// <param name="Ondersteuning">The support that it is about; null when it is about the procedure itself.</param>
/// <param name="Regel">The code and the arguments of its sentence.</param>
/// <param name="Ernst">How far it is from holding: more is worse. Only compared with itself.</param>
public sealed record Regelafwijking(string Sleutel, DossierId Dossier, OndersteuningId? Ondersteuning, Refusal Regel, int Ernst);
