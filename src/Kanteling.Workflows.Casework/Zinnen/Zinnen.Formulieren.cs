namespace Kanteling.Workflows.Casework;

public static partial class Zinnen
{
    private static (string Code, string Tekst)[] Formulieren =>
    [
    ];
}
