using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>This household belongs with another, whose stream has the counterpart (casework §1). Never a rewrite: both keep what they had.</summary>
/// <param name="Ander">Id of the other household's stream.</param>
public sealed record HuishoudenGekoppeld(StreamId Ander, Koppelingsoort Soort, Content? Reden, DateOnly Op) : Gebeurtenis(Op)
{
    /// <summary>Who left by it; null when nobody did, and in what was stored before this was told.</summary>
    public ImmutableArray<PersoonId>? Vertrekkers { get; init; }
}

/// <summary>The other household could not have the link, so it is taken back.</summary>
/// <param name="Terug">Who had left by it, and lives here still.</param>
/// <param name="Waarom">Why not: a code and its arguments.</param>
public sealed record HuishoudenOntkoppeld(StreamId Ander, Koppelingsoort Soort, ImmutableArray<PersoonId> Terug, Content? Waarom, DateOnly Op) : Gebeurtenis(Op);

/// <summary>Persons who come from another household, with everything that was known of them there and under the ids they had.</summary>
public sealed record PersonenOvergenomen(ImmutableArray<Persoon> Personen, DateOnly Op) : Gebeurtenis(Op)
{
    /// <summary>Who may act for them; null when nobody may, and in what was stored before they came along.</summary>
    public ImmutableArray<Vertegenwoordiger>? Vertegenwoordigers { get; init; }
}
