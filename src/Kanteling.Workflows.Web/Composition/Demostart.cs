using Kanteling.Workflows.Demo.Gemeenten;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>Fills the database of a demonstration: its accounts, and households when it has them.</summary>
public sealed class Demostart(DemoAccounts accounts, Demogemeente gemeente)
{
    public async Task SeedAsync(bool metHuishoudens)
    {
        if (metHuishoudens)
            await gemeente.SeedAsync();
        await accounts.SeedAsync(metHuishoudens);
    }
}
