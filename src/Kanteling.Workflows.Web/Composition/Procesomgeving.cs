using System.Globalization;
using System.Runtime.InteropServices;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>What this process does not take from the machine that it runs on.</summary>
static class Procesomgeving
{
    const string Standaardadres = "http://localhost:5080";

    const uint VoorAnderenNiets = 0b000_111_111;

    /// <summary>
    /// Numbers and days are written as the program does and not as the machine's language does, and every file that is made here, also
    /// by SQLite, is for the user who runs this alone.
    /// </summary>
    public static void Bepaal()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        if (!OperatingSystem.IsWindows())
            _ = Umask(VoorAnderenNiets);
    }

    /// <summary>Where it listens when nobody said where: a default in appsettings.json would win from the environment.</summary>
    public static void BepaalAdres(this WebApplicationBuilder builder)
    {
        var gezegd = ((string[])["urls", "http_ports", "https_ports"]).Any(naam => !string.IsNullOrEmpty(builder.Configuration[naam]));
        if (!gezegd && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Standaardadres);
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern uint Umask(uint mask);
}
