namespace Kanteling.Workflows.Zaken;

/// <summary>What time it is: for the cases, and for what has nothing to do with them, such as the log of reads.</summary>
/// <param name="Nu">Case time. Only in a demonstration does it run ahead.</param>
/// <param name="Echt">Real time.</param>
public sealed record Zaaktijd(Func<DateTimeOffset> Nu, Func<DateTimeOffset> Echt);
