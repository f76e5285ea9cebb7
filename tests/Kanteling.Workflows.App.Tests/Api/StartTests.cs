using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Web.Composition;
using Kanteling.Workflows.Web.Instellingen;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Kanteling.Workflows.App.Tests.Api;

public sealed class StartTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    [Fact]
    public async Task Demo_accounts_are_refused_outside_Development()
    {
        using var folder = new TempFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kanteling:Demo"] = "true", ["Kanteling:Storage"] = folder.File("k.db") });
        (await Should.ThrowAsync<StartGeweigerdException>(() => builder.AddKantelingAsync())).Message.ShouldContain("Development");
        File.Exists(folder.File("k.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("344")]
    [InlineData("0000")]
    [InlineData("034a")]
    public async Task What_cannot_be_a_gemeentecode_is_refused(string code)
    {
        using var folder = new TempFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kanteling:Gemeentecode"] = code, ["Kanteling:Storage"] = folder.File("k.db") });
        (await Should.ThrowAsync<StartGeweigerdException>(() => builder.AddKantelingAsync())).Message.ShouldContain($"'{code}'");
    }

    [Theory]
    [InlineData("consulant")]
    [InlineData("beheerder,Consulent")]
    public async Task A_role_that_is_not_there_is_refused_where_it_would_ask_a_second_step_of_nobody(string rollen)
    {
        using var folder = new TempFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kanteling:Aanmelden:TweedeStapVoor"] = rollen, ["Kanteling:Storage"] = folder.File("k.db") });
        var zin = (await Should.ThrowAsync<StartGeweigerdException>(() => builder.AddKantelingAsync())).Message;
        zin.ShouldStartWith($"Kanteling:Aanmelden:TweedeStapVoor noemt '{rollen.Split(',')[^1]}'. Die rol is er niet. Kies uit: consulent, ");
        zin.ShouldContain(", beheerder");
        File.Exists(folder.File("k.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_with_demo_accounts_is_refused_outside_Development()
    {
        var house = shared.House;
        using var copy = new TempFolder();
        File.Copy(house.Target, copy.File("k.db"));
        foreach (var part in (string[])["-wal", "-shm", ".sleutels"])
        {
            if (File.Exists(house.Target + part))
                File.Copy(house.Target + part, copy.File("k.db" + part));
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kanteling:Storage"] = copy.File("k.db") });
        await builder.AddKantelingAsync();
        await using var app = builder.Build();
        (await Should.ThrowAsync<StartGeweigerdException>(() => app.PrepareKantelingAsync())).Message.ShouldContain("demo-accounts");
    }

    [Fact]
    public async Task A_second_server_on_the_same_database_says_so()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kanteling:Storage"] = shared.House.Target });
        (await Should.ThrowAsync<StartGeweigerdException>(() => builder.AddKantelingAsync())).Message.ShouldContain("Een andere server");
    }

    [Fact]
    public async Task It_answers_that_it_lives_and_is_ready()
    {
        (await shared.House.Anonymous().GetStringAsync("/health/live")).ShouldContain("leeft");
        (await shared.House.Anonymous().GetStringAsync("/health/ready")).ShouldContain("klaar");
    }
}
