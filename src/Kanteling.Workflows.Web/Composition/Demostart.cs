using Kanteling.Workflows.Demo.Gemeenten;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>Fills the database of a demonstration: its accounts, and households when it has them.</summary>
public sealed class Demostart(Demoaccounts accounts, Demogemeente gemeente)
{
    public async Task MaakAsync(bool metHuishoudens)
    {
        await accounts.MaakAsync(metHuishoudens);
        if (metHuishoudens)
            await gemeente.MaakAsync();
        await accounts.ToonAsync();
    }
}
