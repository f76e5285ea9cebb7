using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// A fact of the household. The law of this folder: stored for fifteen years, so a name or a shape is never edited; what
/// must change gets a next number and an upgrader (<see cref="Gebeurtenisnamen"/>). What says something about a person is
/// a <see cref="Content"/>, everything else is plain.
/// </summary>
/// <param name="Op">The day on which it happened, which may be earlier than the day on which it was recorded.</param>
public abstract record Gebeurtenis(DateOnly Op);

/// <summary>A fact of one procedure.</summary>
public abstract record Dossiergebeurtenis(DossierId Dossier, DateOnly Op) : Gebeurtenis(Op);

/// <summary>A fact of one support.</summary>
/// <param name="Ondersteuning">Its id, o1, o2 …</param>
public abstract record Ondersteuningsgebeurtenis(OndersteuningId Ondersteuning, DateOnly Op) : Gebeurtenis(Op);
