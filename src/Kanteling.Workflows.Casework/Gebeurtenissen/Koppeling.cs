using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>This household belongs with another, whose stream has the counterpart (casework §1). Never a rewrite: both keep what they had.</summary>
/// <param name="Ander">Id of the other household's stream.</param>
public sealed record HuishoudenGekoppeld(StreamId Ander, Koppelingsoort Soort, Content? Reden, DateOnly Op) : Gebeurtenis(Op);
