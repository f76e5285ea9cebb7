using System.Text.Json.Serialization;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// How much support: amount, unit and period, or an extent in words (a traplift, toezicht). An invented number is worse
/// than words; a decision without either has no extent (CRvB 8-10-2018).
/// </summary>
public sealed record Omvang(decimal? Aantal, Eenheid? Eenheid, Periode? Periode, Content? Omschrijving)
{
    /// <summary>Whether it can be counted with.</summary>
    [JsonIgnore]
    public bool IsHoeveelheid => Aantal is not null && Eenheid is not null && Periode is not null;

    /// <summary>
    /// The same amount in another unit and period; null when the units do not agree. Only what is exact is converted:
    /// minutes and hours, a week and four weeks.
    /// </summary>
    public decimal? In(Eenheid eenheid, Periode periode)
    {
        if (!IsHoeveelheid || Perioden(Periode!.Value, periode) is not { } perioden || Eenheden(Eenheid!.Value, eenheid) is not { } eenheden)
            return null;
        return Aantal!.Value * eenheden * perioden;
    }

    static decimal? Eenheden(Eenheid van, Eenheid naar) => (van, naar) switch
    {
        _ when van == naar => 1,
        (Huishoudens.Eenheid.Uur, Huishoudens.Eenheid.Minuut) => 60,
        (Huishoudens.Eenheid.Minuut, Huishoudens.Eenheid.Uur) => 1 / 60m,
        _ => null,
    };

    static decimal? Perioden(Periode van, Periode naar) => (van, naar) switch
    {
        _ when van == naar => 1,
        (Huishoudens.Periode.Week, Huishoudens.Periode.VierWeken) => 4,
        (Huishoudens.Periode.VierWeken, Huishoudens.Periode.Week) => 1 / 4m,
        _ => null,
    };

    /// <summary>For a sentence: <c>1,5 uur per week</c>, or "zoals beschreven".</summary>
    public string InWoorden() => IsHoeveelheid ? $"{Schrijfwijze.Getal(Aantal!.Value)} {Woord(Eenheid!.Value)} {Per(Periode!.Value)}" : "zoals beschreven";

    static string Woord(Eenheid eenheid) => eenheid switch
    {
        Huishoudens.Eenheid.Minuut => "minuten",
        Huishoudens.Eenheid.Dagdeel => "dagdelen",
        Huishoudens.Eenheid.Dag => "dagen",
        Huishoudens.Eenheid.Etmaal => "etmalen",
        Huishoudens.Eenheid.Stuk => "stuks",
        Huishoudens.Eenheid.Uur or Huishoudens.Eenheid.Keer or Huishoudens.Eenheid.Kilometer or Huishoudens.Eenheid.Euro => eenheid.Woord(),
    };

    static string Per(Periode periode) => periode switch
    {
        Huishoudens.Periode.Eenmalig => "in één keer",
        Huishoudens.Periode.VierWeken => "per vier weken",
        Huishoudens.Periode.Dag or Huishoudens.Periode.Week or Huishoudens.Periode.Maand or Huishoudens.Periode.Jaar => $"per {periode.Woord()}",
    };
}
