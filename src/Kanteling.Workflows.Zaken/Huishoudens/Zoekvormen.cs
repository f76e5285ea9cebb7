namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>Somebody who was found, with enough to tell two people of one name apart; or a household, by its name, address or number.</summary>
/// <param name="Id">Of the household.</param>
/// <param name="Huishouden">Its name.</param>
/// <param name="Persoon">Id of the person; null when it is the household itself.</param>
/// <param name="Naam">Of the person.</param>
/// <param name="Geboren">yyyy-MM-dd, or only what is known of it.</param>
/// <param name="Leeftijd">Whole years; null when that is not certain.</param>
/// <param name="Adres">On one line; null when there is none, or it is secret.</param>
public sealed record Treffer(string Id, string Huishouden, string? Persoon, string? Naam, string? Geboren, int? Leeftijd, string? Adres)
{
    /// <summary>Why somebody is perhaps not who is looked for now: overleden, vertrokken, or a household that is not used any more.</summary>
    public string? Bijzonder { get; init; }

    /// <summary>By which name that is not his as shown; null when it is plain.</summary>
    public string? Reden { get; init; }
}
