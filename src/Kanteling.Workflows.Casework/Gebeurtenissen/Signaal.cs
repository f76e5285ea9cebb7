using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>Somebody of the nulde lijn told that he worries (seed L10). It stands beside the <see cref="DossierGeopend"/> of the same moment.</summary>
/// <param name="WilAntwoord">Whether he wants to hear that something was done with it.</param>
public sealed record SignaalOntvangen(DossierId Dossier, Content Naam, Content? Organisatie, Content? Bereikbaar, bool WilAntwoord, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <param name="Patroon">A remark about avoiding help or asking often (seed K7); the inwoner can read it, and it is never computed.</param>
/// <param name="PatroonReden">Why somebody thinks so; never missing when there is a remark.</param>
/// <param name="Melding">What the melding says, when it becomes one.</param>
public sealed record SignaalBeoordeeld(DossierId Dossier, string Uitkomst, Content? Toelichting, Content? Patroon, Content? PatroonReden, Meldinggegevens? Melding, DateOnly Op)
    : Dossiergebeurtenis(Dossier, Op);

/// <param name="WilContact">False when he said that he wants none.</param>
public sealed record ContactGelegd(DossierId Dossier, Contactwijze? Wijze, bool WilContact, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Whether to go on unasked (seed C5). It has a justification of its own, both ways.</summary>
/// <param name="Lichter">Why nothing lighter will do; null when it is let go.</param>
public sealed record BemoeizorgAfgewogen(DossierId Dossier, bool Ingezet, Content Reden, Content? Lichter, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>The signaller heard that something was done with it, and nothing about the household.</summary>
public sealed record SignaalTeruggekoppeld(DossierId Dossier, Kanaal? Kanaal, Content? Antwoord, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);
