using System.CommandLine;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>The program as a tool: one command, then it ends. Without a command it is the server.</summary>
static class KantelingCommands
{
    public static bool IsAsked(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync();

    static RootCommand Root() => new("Kanteling.Workflows: zonder opdracht start de server.")
    {
    };
}
