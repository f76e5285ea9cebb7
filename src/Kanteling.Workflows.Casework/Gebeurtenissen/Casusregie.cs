using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>From here on this is the casusregisseur of the household; who it was before is not any more.</summary>
/// <param name="Gebruiker">A professional.</param>
/// <param name="Contactpersoon">The professional beside an inwoner or somebody of the network.</param>
/// <param name="Primaat">Levensdomein with the centre of gravity.</param>
public sealed record CasusregieBelegd(
    DossierId Dossier, Regiesoort Soort, UserReference? Gebruiker, PersoonId? Persoon, Content? Naam, UserReference? Contactpersoon, Levensdomein? Primaat, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>One question, one party: the behandelaar is enough.</summary>
public sealed record CasusregieNietNodig(DossierId Dossier, Content? Reden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);
