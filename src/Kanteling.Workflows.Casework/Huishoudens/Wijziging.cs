using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>What can change or come in while a household is known.</summary>
public enum Wijzigingsoort { Overlijden, Verhuizing, Opname, Scheiding, VerzoekAanbieder, Ingebrekestelling, Bezwaar, ZesWekenVoorbij, Casusregie, Anders, Vertegenwoordiger, BeslistermijnVoorbij }

/// <summary>Who may act for a person, in the order of the law (art. 1.1.1 Wmo 2015).</summary>
public enum Vertegenwoordigersoort { Curator, Mentor, Gevolmachtigde, Partner, Ouder, Kind, BroerOfZus }

/// <summary>
/// How two households belong together. <c>OpgegaanIn</c>: this one is not used any more, the other is. <c>SamengevoegdUit</c>:
/// the other came into this one. <c>AfgesplitstNaar</c> and <c>AfgesplitstVan</c>: persons left for a household of their own.
/// </summary>
public enum Koppelingsoort { OpgegaanIn, SamengevoegdUit, AfgesplitstNaar, AfgesplitstVan }

/// <param name="Ander">Id of the other household's stream.</param>
public sealed record Koppeling(StreamId Ander, Koppelingsoort Soort, Content? Reden, DateOnly Op)
{
    /// <summary>Who left by it; null when nobody did, or when it was not told.</summary>
    public ImmutableArray<PersoonId>? Vertrekkers { get; init; }
}

/// <param name="Persoon">Whom he acts for.</param>
/// <param name="Lid">The person of the household that he is himself, when he is.</param>
public sealed record Vertegenwoordiger(PersoonId Persoon, Vertegenwoordigersoort Soort, Content Naam, PersoonId? Lid, Content? Reikwijdte, DateOnly Vanaf, DateOnly? Tot, Content? Bewijs);

/// <summary>Art. 4:17 l3 Awb.</summary>
/// <param name="LaatsteDag">Null when it came too early to have effect.</param>
public sealed record Ingebrekestelling(DateOnly Ontvangen, bool TeVroeg, DateOnly? LaatsteDag, Bedrag? HoogsteDwangsom)
{
    /// <summary>From this day dwangsom is due.</summary>
    public DateOnly? Verstreken { get; init; }
}

/// <param name="TeLaat">Came in after the last day.</param>
public sealed record Bezwaar(DateOnly Ontvangen, bool TeLaat, Content? Gronden);

/// <param name="Tot">The first day on which it is given again.</param>
public sealed record Pauze(Verblijf Reden, DateOnly Vanaf, DateOnly Tot);
