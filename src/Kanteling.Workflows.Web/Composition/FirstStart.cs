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
public sealed class FirstStart(KantelingSettings settings, OpenStorage storage, FlowImport import, Demostart demo, ILogger<FirstStart> logger)
{
    /// <exception cref="StartRefusedException">Demo accounts where they may not be, or flows that cannot be imported.</exception>
    public async Task RunAsync()
    {
        if (!settings.IsDemo && await storage.Users.CountActiveAsync(DemoAccounts.Prefix) is > 0 and var count)
            throw new StartRefusedException($"In deze database staan {count} demo-accounts. Die mogen alleen in Development met Kanteling:Demo aan. Gebruik een andere database.");
        // Households of the demonstration began when the flows were not yet what they are now.
        var verslag = new ImportVerslag();
        if (settings is { IsDemo: true, HasDemoCases: true })
            verslag.Voeg(await import.EerderAsync(new Flowmap(settings.Workflows).Eerder()));
        verslag.Voeg(await import.FolderAsync(settings.Workflows));
        // The gemeente of a demonstration is made up, and so is what there is in it.
        if (settings.IsDemo)
            await import.RegisterAsync(RegisterRows.SocialeKaartSleutel, Path.Combine(settings.Workflows, "proef", RegisterRows.SocialeKaartSleutel + ".json"), verslag);
        if (verslag.Nieuw.Count > 0)
            logger.LogInformation("Ingelezen: {Names}", string.Join(", ", verslag.Nieuw));
        foreach (var opmerking in verslag.Opgemerkt)
            logger.LogInformation("{Remark}", opmerking);
        if (verslag.Geweigerd.Count > 0)
            throw new StartRefusedException("De werkstromen zijn niet in orde:\n" + string.Join('\n', verslag.Geweigerd));
        if (settings.IsDemo)
            await demo.SeedAsync(settings.HasDemoCases);
    }
}
