namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>The program does not start, for a reason that its operator can take away. The message says which.</summary>
public sealed class StartGeweigerdException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How the program ends by it.</summary>
    internal int Uitgang { get; init; } = Uitgangscode.Mislukt;
}
