using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>A completed step was taken back: the part of the household that belongs to this dossier is again as it was before.</summary>
public sealed record StapTeruggedraaid(DossierId Dossier, Dossierdeel Deel, DateOnly Op) : Dossiergebeurtenis(Dossier, Op)
{
    /// <summary>Ids of hulpvragen and support that were not there before the step, and are not there any more.</summary>
    public ImmutableArray<DeelId> Weg { get; init; } = [];
}

/// <summary>All of a household that a step of one dossier can change.</summary>
/// <param name="Dossier">Null when the dossier did not exist.</param>
public sealed record Dossierdeel(
    Dossier? Dossier, ImmutableList<Hulpvraag> Hulpvragen, ImmutableList<Ondersteuning> Ondersteuning, Casusregisseur? Casusregisseur)
{
    public static Dossierdeel Van(Huishouden huishouden, DossierId dossier) => new(
        huishouden.Dossier(dossier),
        huishouden.Hulpvragen.RemoveAll(h => h.Dossier != dossier),
        huishouden.Ondersteuning.RemoveAll(o => o.Dossier != dossier && o.Id != huishouden.Dossier(dossier)?.Vervolg?.Ondersteuning),
        huishouden.Casusregisseur);
}
