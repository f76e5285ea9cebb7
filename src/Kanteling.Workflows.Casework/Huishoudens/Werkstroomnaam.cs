namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>The flows that begin by themselves when a date passes or something changes.</summary>
public static class Werkstroomnaam
{
    /// <summary>The flow that a melding starts.</summary>
    public const string Toegang = "toegang";

    /// <summary>The flow that follows when something changed or came in, also when the six weeks or the two weeks are over.</summary>
    public const string Wijziging = "wijziging";

    /// <summary>The flow that looks at a support when its date has come.</summary>
    public const string Evaluatie = "evaluatie";

    /// <summary>The flow that looks at a decision again before it ends.</summary>
    public const string Heronderzoek = "heronderzoek";

    /// <summary>The flow for a decision that ends before the next one is there.</summary>
    public const string Aflopen = "aflopen";
}
