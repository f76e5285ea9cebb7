using Kanteling.Workflows.Demo.Gemeenten;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken.Registers;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// Makes the database ready at start: flows and forms, and in a demonstration its accounts. Outside Development it refuses
/// a database with demo accounts: their passwords are known to everybody.
/// </summary>
public sealed class EersteStart(Programmainstellingen settings, OpenStorage storage, Werkstroominvoer import, Demostart demo, ILogger<EersteStart> logger)
{
    /// <exception cref="StartGeweigerdException">Demo accounts where they may not be, or flows that cannot be imported.</exception>
    public async Task DraaiAsync()
    {
        if (!settings.IsDemo && await storage.Users.CountActiveAsync(Demoaccounts.Prefix) is > 0 and var count)
            throw new StartGeweigerdException($"In deze database staan {count} demo-accounts. Die mogen alleen in Development met Kanteling:Demo aan. Gebruik een andere database.");
        // Households of the demonstration began when the flows were not yet what they are now.
        var verslag = new Invoerverslag();
        if (settings is { IsDemo: true, HasDemoCases: true })
            verslag.Voeg(await import.EerderAsync(new Stroommap(settings.Workflows).Eerder()));
        verslag.Voeg(await import.MapAsync(settings.Workflows));
        // The gemeente of a demonstration is made up, and so is what there is in it.
        if (settings.IsDemo)
            await import.RegisterAsync(Registerrijen.SocialeKaartSleutel, Path.Combine(settings.Workflows, "proef", Registerrijen.SocialeKaartSleutel + ".json"), verslag);
        if (verslag.Nieuw.Count > 0)
            logger.LogInformation("Ingelezen: {Names}", string.Join(", ", verslag.Nieuw));
        foreach (var opmerking in verslag.Opgemerkt)
            logger.LogInformation("{Remark}", opmerking);
        if (verslag.Geweigerd.Count > 0)
            throw new StartGeweigerdException("De werkstromen zijn niet in orde:\n" + string.Join('\n', verslag.Geweigerd));
        if (settings.IsDemo)
            await demo.MaakAsync(settings.HasDemoCases);
    }
}
