using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

public sealed record HuishoudenGeopend(Content Naam, Content? Adres, Wijkteam? Wijkteam, DateOnly Op) : Gebeurtenis(Op);

public sealed record PersoonToegevoegd(PersoonId Persoon, Content Naam, Content? Geboortedatum, Content? Rol, ImmutableArray<Relatie> Relaties, DateOnly Op) : Gebeurtenis(Op);

/// <param name="Ontvangen">Day 0 of the six weeks.</param>
public sealed record DossierGeopend(
    DossierId Dossier, DossierSoort Soort, PersoonId Client, Melder Melder, Content Vraag, Kanaal? Kanaal, bool Spoed, DateOnly Ontvangen, string Regelset, DateOnly Op)
    : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>The gemeente whose procedure it is; null when this installation did not say which it is.</summary>
    public Gemeentecode? Gemeente { get; init; }
}

public sealed record MeldingBeoordeeld(DossierId Dossier, string Uitkomst, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Handed over, and the other side said yes or no (seed P10).</summary>
public sealed record WarmOvergedragen(DossierId Dossier, Content Naar, bool Aangenomen, Content? Toelichting, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record OntvangstBevestigd(DossierId Dossier, Kanaal? Kanaal, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record BehandelaarToegewezen(DossierId Dossier, UserReference Behandelaar, Content? Reden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record MeldingIngetrokken(DossierId Dossier, Content? Reden, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

public sealed record DossierGesloten(DossierId Dossier, string Resultaat, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);

/// <summary>Somebody had contact and wrote down what was said.</summary>
public sealed record ContactVastgelegd(DossierId Dossier, Content Verslag, DateOnly Op) : Dossiergebeurtenis(Dossier, Op);
