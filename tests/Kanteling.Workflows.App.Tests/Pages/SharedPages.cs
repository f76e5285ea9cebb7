using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Quartz;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>One house for the tests of a class, that a real browser can reach.</summary>
public sealed class SharedPages : SharedHouse
{
    Task? rest;

    public string Address => House.Address();

    protected override Task<House> OpenAsync() => Task.FromResult(PageCalls.Open());

    public Task<IPage> AsAsync(IBrowserContext window, string name) => window.AsAsync(Address, name);

    /// <summary>From here on nothing happens by itself in this house, and what was happening is over.</summary>
    public Task RestAsync() => rest ??= EndAsync();

    async Task EndAsync() => await House.Services.GetRequiredService<IScheduler>().Shutdown(waitForJobsToComplete: true);
}

/// <summary>What people do on every page, in short.</summary>
static class PageCalls
{
    /// <summary>A house of one test's own, that a real browser can reach.</summary>
    public static House Open()
    {
        var house = House.OnSqlite();
        house.UseKestrel(0);
        house.StartServer();
        return house;
    }

    /// <summary>Without a slash at its end.</summary>
    public static string Address(this House house) => house.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    /// <summary>Somebody of the demo gemeente, signed in with the button on his card.</summary>
    public static async Task<IPage> AsAsync(this IBrowserContext window, string address, string name)
    {
        // The whole suite shares two processors.
        window.SetDefaultTimeout(30_000);
        var page = await window.NewPageAsync();
        await page.GotoAsync(address + "/aanmelden");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Verder als {name}" }).ClickAsync();
        await page.ArrivesAtAsync(address + "/");
        await page.GetByText("Afmelden").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }
}
