namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>An extent as a message to an aanbieder says it: a whole number of a coded unit, each so often.</summary>
/// <param name="Volume">More than none; in cents when the unit is euro.</param>
/// <param name="Eenheid">iWmo 3.2, code list WJ756.</param>
/// <param name="Frequentie">iWmo 3.2, code list WMO757.</param>
public sealed record Toewijzingsomvang(long Volume, string Eenheid, string Frequentie)
{
    const long HoogsteVolume = 99_999_999;

    /// <summary>The same extent in coded units; null when it cannot be said exactly: nothing is rounded, and no number is invented.</summary>
    public static Toewijzingsomvang? Van(Omvang? omvang)
    {
        if (omvang is not { Aantal: { } aantal, Eenheid: { } eenheid, Periode: { } periode } || Codefrequentie(periode) is not { } frequentie)
            return null;
        return Codes(eenheid).Where(x => decimal.IsInteger(aantal * x.Maal) && aantal * x.Maal is > 0 and <= HoogsteVolume)
            .Select(x => new Toewijzingsomvang((long)(aantal * x.Maal), x.Code, frequentie)).FirstOrDefault();
    }

    /// <summary>The unit itself first, then a smaller one in which a fraction of it is whole.</summary>
    static (string Code, int Maal)[] Codes(Eenheid eenheid) => eenheid switch
    {
        Huishoudens.Eenheid.Minuut => [("01", 1)],
        Huishoudens.Eenheid.Uur => [("04", 1), ("01", 60)],
        Huishoudens.Eenheid.Etmaal => [("14", 1)],
        Huishoudens.Eenheid.Dagdeel => [("16", 1)],
        Huishoudens.Eenheid.Stuk => [("82", 1)],
        Huishoudens.Eenheid.Euro => [("83", 100)],
        // A day, a time and a kilometre have no code.
        Huishoudens.Eenheid.Dag or Huishoudens.Eenheid.Keer or Huishoudens.Eenheid.Kilometer => [],
    };

    static string? Codefrequentie(Periode periode) => periode switch
    {
        Periode.Dag => "1",
        Periode.Week => "2",
        Periode.Maand => "4",
        Periode.Eenmalig => "6",
        // Four weeks are no month, and a year has no code.
        Periode.VierWeken or Periode.Jaar => null,
    };
}
