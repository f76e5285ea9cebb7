using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// How much support: amount, unit and period, or an extent in words (a traplift, toezicht). An invented number is worse
/// than words; a decision without either has no extent (CRvB 8-10-2018).
/// </summary>
/// <param name="Eenheid">One of the options of the block <c>omvang</c>, such as <c>uur</c>.</param>
/// <param name="Periode">Such as <c>week</c>.</param>
public sealed record Omvang(decimal? Aantal, string? Eenheid, string? Periode, Content? Omschrijving)
{
    /// <summary>Whether it can be counted with.</summary>
    [JsonIgnore]
    public bool IsHoeveelheid => Aantal is not null && Eenheid is not null && Periode is not null;

    /// <summary>
    /// The same amount in another unit and period; null when the units do not agree. Only what is exact is converted:
    /// minutes and hours, a week and four weeks.
    /// </summary>
    public decimal? In(string eenheid, string periode)
    {
        if (!IsHoeveelheid || Perioden(Periode!, periode) is not { } perioden || Eenheden(Eenheid!, eenheid) is not { } eenheden)
            return null;
        return Aantal!.Value * eenheden * perioden;
    }

    static decimal? Eenheden(string van, string naar) => (van, naar) switch
    {
        _ when van == naar => 1,
        ("uur", "minuut") => 60,
        ("minuut", "uur") => 1 / 60m,
        _ => null,
    };

    static decimal? Perioden(string van, string naar) => (van, naar) switch
    {
        _ when van == naar => 1,
        ("week", "vierWeken") => 4,
        ("vierWeken", "week") => 1 / 4m,
        _ => null,
    };

    /// <summary>For a sentence: <c>1,5 uur per week</c>, or "zoals beschreven".</summary>
    public string InWoorden() => IsHoeveelheid ? Schrijfwijze.Hoeveelheid(Aantal!.Value, Eenheid!, Periode!) : "zoals beschreven";
}
