using System.Reflection;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>The version of the program; it stands in one place, <c>Directory.Build.props</c>.</summary>
static class Programmaversie
{
    public static string Nummer { get; } = typeof(Programmaversie).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
