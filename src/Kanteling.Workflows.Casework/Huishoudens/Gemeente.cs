namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>The gemeente that this installation serves, as a decision may know it.</summary>
public sealed record Gemeente(Gemeentecode Code)
{
    /// <summary>Key of the given row.</summary>
    public const string Sleutel = "gemeente";

    /// <summary>Its code; null when the installation did not say which gemeente it is.</summary>
    public static Gemeentecode? Van(Given given) => given.Find<Gemeente>(Sleutel)?.Code;
}
