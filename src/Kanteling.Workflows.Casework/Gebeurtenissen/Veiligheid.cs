using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

// Facts of the meldcode (Wmo 2015, art. 3.3). They stand in a stream of their own, never in that of the household.

/// <summary>Somebody began the meldcode about a household.</summary>
/// <param name="Huishouden">Id of the household's stream: the link, in this direction only.</param>
public sealed record MeldcodeBegonnen(DossierId Dossier, StreamId Huishouden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Step 1: what was seen and heard.</summary>
/// <param name="Acuut">Somebody is in danger now.</param>
public sealed record SignalenInKaart(DossierId Dossier, Content Signalen, bool Acuut, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Step 2: talked over with a colleague, the aandachtsfunctionaris or Veilig Thuis.</summary>
public sealed record VeiligheidOverlegd(DossierId Dossier, Overlegpartner Met, Content? Advies, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Step 3: talked with those concerned, or not, because that was not safe.</summary>
/// <param name="Overgeslagen">No talk was held; then the text is the reason.</param>
public sealed record VeiligheidBesproken(DossierId Dossier, bool Overgeslagen, Content? Tekst, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Step 4: weighed by the afwegingskader.</summary>
public sealed record VeiligheidGewogen(DossierId Dossier, bool Vermoeden, bool Acuut, bool Structureel, Content Motivering, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Step 5: decided, and for a report to Veilig Thuis when it was made.</summary>
/// <param name="Besluit">Melden bij Veilig Thuis, Hulp organiseren or Geen vermoeden meer.</param>
public sealed record VeiligheidBesloten(DossierId Dossier, string Besluit, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Afterwards: whether it is safe now.</summary>
public sealed record VeiligheidGevolgd(DossierId Dossier, bool Veilig, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);
