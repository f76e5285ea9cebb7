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
public sealed class EersteStart(Programmainstellingen instellingen, OpenStorage storage, Werkstroominvoer import, Demostart demo, ILogger<EersteStart> logger)
{
    /// <exception cref="StartGeweigerdException">Demo accounts where they may not be, an erasure list that cannot be written, or flows that cannot be imported.</exception>
    /// <exception cref="StorageUnavailableException">The database went away, or another node is at this for longer than half a minute.</exception>
    public async Task DraaiAsync()
    {
        await ZorgVoorWislijstAsync();
        // Who comes second finds everything imported, and does nothing.
        await using var beurt = await storage.TakeTurnAsync();
        if (!instellingen.IsDemo && await storage.Users.CountActiveAsync(Demoaccounts.Prefix) is > 0 and var aantal)
            throw new StartGeweigerdException($"In deze database staan {aantal} demo-accounts. Die mogen alleen in Development met Kanteling:Demo aan. Gebruik een andere database.");
        // Households of the demonstration began when the flows were not yet what they are now.
        var verslag = new Invoerverslag();
        if (instellingen is { IsDemo: true, HasDemoCases: true })
        {
            verslag.Voeg(await import.DocumentenAsync(instellingen.Workflows));
            verslag.Voeg(await import.EerderAsync(instellingen.Workflows, new Stroommap(instellingen.Workflows).Eerder()));
        }
        verslag.Voeg(await import.MapAsync(instellingen.Workflows));
        // The gemeente of a demonstration is made up, and so is what there is in it.
        if (instellingen.IsDemo)
            await import.RegisterAsync(Registerrijen.SocialeKaartSleutel, Path.Combine(instellingen.Workflows, "proef", Registerrijen.SocialeKaartSleutel + ".json"), verslag);
        if (verslag.Nieuw.Count > 0)
            logger.LogInformation("Ingelezen: {Names}", string.Join(", ", verslag.Nieuw));
        foreach (var opmerking in verslag.Opgemerkt)
            logger.LogInformation("{Remark}", opmerking);
        if (verslag.Geweigerd.Count > 0)
            throw new StartGeweigerdException("De werkstromen zijn niet in orde:\n" + string.Join('\n', verslag.Geweigerd));
        if (instellingen.IsDemo)
            await demo.MaakAsync(instellingen.HasDemoCases);
    }

    async Task ZorgVoorWislijstAsync()
    {
        try
        {
            if (storage.Erasures.Prepare() && await storage.Store.StreamsAsync(default).AnyAsync())
                logger.LogWarning("Er was geen wislijst op {Path}. Er is nu een nieuwe, die leeg is. Is hier ooit gewist, zet dan de oude lijst terug; op een nieuwe server naast andere is dit gewoon.", storage.Erasures.Path);
        }
        catch (Exception reden) when (reden is IOException or UnauthorizedAccessException)
        {
            throw new StartGeweigerdException($"De wislijst {storage.Erasures.Path} kan niet worden geschreven. Zonder die lijst komt terug wat gewist is, als een reservekopie wordt teruggezet. Geef deze gebruiker rechten, of kies een andere plaats met Kanteling:Wislijst. ({reden.Message})", reden);
        }
    }
}
