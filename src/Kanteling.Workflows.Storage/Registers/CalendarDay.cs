namespace Kanteling.Workflows.Storage.Registers;

/// <summary>A day on which legal terms do not end (Algemene termijnenwet, artikelen 1 to 3).</summary>
public sealed class CalendarDay : RegisterRow
{
    public required DateOnly Day { get; init; }

    /// <summary>What makes it one: a public holiday, or a day that was made equal to one.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>The article or royal decree.</summary>
    public required string Source { get; set; }
}
