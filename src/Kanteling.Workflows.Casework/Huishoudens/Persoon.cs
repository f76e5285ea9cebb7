using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>Somebody of the household.</summary>
/// <param name="Id">p1, p2 … within the household; never used again.</param>
/// <param name="Naam">What <see cref="Persoonsnaam"/> reads: a JSON string or a JSON object.</param>
/// <param name="Geboortedatum">What <see cref="OnvolledigeDatum"/> reads: a JSON string, complete or not.</param>
/// <param name="Rol">Such as partner or kind, in the words of who told it at the melding.</param>
public sealed record Persoon(PersoonId Id, Content Naam, Content? Geboortedatum, Content? Rol, ImmutableArray<Relatie> Relaties)
{
    /// <summary>Whether this is an id as the program makes them; nobody else may choose one.</summary>
    public static bool IsId(string id) => id is ['p', >= '1' and <= '9', ..] && id.Length <= 5 && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>From this day nothing is addressed to him.</summary>
    public DateOnly? Overleden { get; init; }

    /// <summary>From this day he lives elsewhere.</summary>
    public DateOnly? Vertrokken { get; init; }

    [JsonIgnore]
    public bool IsThuis => Overleden is null && Vertrokken is null;

    /// <summary>Nine digits; null when not known. Shown to who handles a procedure, and nowhere else.</summary>
    public Content? Bsn { get; init; }

    public Geslacht? Geslacht { get; init; }

    public Content? Telefoon { get; init; }

    public Content? Mail { get; init; }

    /// <summary>How somebody wants to be reached.</summary>
    public Contactwijze? Voorkeur { get; init; }

    /// <summary>The language in which somebody speaks, and whether there is an interpreter.</summary>
    public Content? Taal { get; init; }

    /// <summary>Name and place of practice.</summary>
    public Content? Huisarts { get; init; }

    /// <summary>Who has parental authority over this person; empty when not known, or of age.</summary>
    public ImmutableArray<Gezag> Gezag { get; init; } = [];

    /// <summary>The address is kept from everybody who does not handle a procedure here (art. 2.59 Wet BRP).</summary>
    public bool GeheimAdres { get; init; }

    /// <summary>Null when there is none, or it was erased.</summary>
    [JsonIgnore]
    public OnvolledigeDatum? Geboren => OnvolledigeDatum.Van(Geboortedatum);

    /// <summary>Whole years on a day; null when unknown, erased, or not certain.</summary>
    public int? Leeftijd(DateOnly op) => Geboren?.Leeftijd(op);

    /// <summary>As long as somebody can be a child, he is one; false when nothing is known.</summary>
    public bool KanKindZijn(DateOnly op) => Geboren?.KanKindZijn(op) == true;
}

/// <summary>As in the BRP (iWmo COD046).</summary>
public enum Geslacht { Man, Vrouw, Onbekend }

/// <summary>By what somebody has authority over a child (book 1 BW, title 14).</summary>
public enum Gezagsoort { Ouder, Voogd, Instelling }

/// <summary>Somebody who has parental authority.</summary>
/// <param name="Door">The person of the household; null when it is somebody else.</param>
/// <param name="Naam">Who it is, when he is not of the household.</param>
public sealed record Gezag(Gezagsoort Soort, PersoonId? Door, Content? Naam);

/// <param name="Tot">Id of the other person.</param>
public sealed record Relatie(PersoonId Tot, Relatiesoort Soort);

/// <summary>What somebody wants to be able to do again (seed P6). Not a wish for a product.</summary>
/// <param name="Id">h1, h2 … within the household.</param>
/// <param name="Omvang">The whole need, before anything is taken off (CRVB:2018:819, step 3).</param>
/// <param name="Vervallen">Replaced by what was settled in a later talk; kept, because older facts name it.</param>
public sealed record Hulpvraag(
    HulpvraagId Id, DossierId Dossier, PersoonId Persoon, Wet Wet, Content Vraag, Content? Belemmering, Content? GewenstResultaat, Omvang Omvang, bool Vervallen = false);

public enum Regiesoort { Professional, Inwoner, Netwerk }

/// <summary>
/// The one person who holds the plan of the household together (seeds R2, R6). There is one place for him in the
/// household, so there are never two.
/// </summary>
/// <param name="Gebruiker">The professional; null for inwoner and network.</param>
/// <param name="Persoon">The person of the household, when it is one.</param>
/// <param name="Contactpersoon">The professional who gets the tasks of an inwoner or somebody of the network.</param>
/// <param name="Primaat">Levensdomein in which the centre of gravity lies (seed R4).</param>
public sealed record Casusregisseur(Regiesoort Soort, UserReference? Gebruiker, PersoonId? Persoon, Content? Naam, UserReference? Contactpersoon, Levensdomein? Primaat, DateOnly Sinds);
