using System.Net;
using System.Net.Http.Json;
using Kanteling.Workflows.App.Tests.Crash;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>A disk that is full or that fails, on SQLite: who writes is refused and told so, who reads is not, and it passes without a restart.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_what_is_written_and_not_what_is_read_until_there_is_space_again()
    {
        await using var house = House.OnSqlite();
        var anna = await house.AsAsync("anna");
        var household = await anna.MeldAsync();
        // No page more than it has: to SQLite the same as a disk without space.
        await OnWriterAsync(house, "PRAGMA max_page_count = 1");

        var key = await FirstRefusedAsync(anna);
        await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Vol"), key).ShouldBeProblemAsync(507, "OPSLAG_VOL");
        await ShouldStillReadAsync(anna, household);

        await OnWriterAsync(house, "PRAGMA max_page_count = 1073741823");
        await ShouldBeDoneOnceAsync(anna, key);
        await house.StopAsync();
        var said = new StringWriter();
        (await new Databasebewijs(await StorageSetup.OpenAsync(StorageOptions.Sqlite(house.Target))).DraaiAsync(said)).ShouldBe(0, said.ToString());
    }

    [Fact]
    public async Task A_disk_that_fails_refuses_what_is_written_and_not_what_is_read_until_it_works_again()
    {
        using var folder = new TempFolder();
        var (target, flows) = (folder.File("fails.db"), CrashFlow.WriteTo(folder.File("workflows")));
        await using (var server = await ServerProcess.StartAsync(target, flows))
        {
            using var anna = new CookieJar().At(server.Address);
            (await anna.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).EnsureSuccessStatusCode();
            var household = await anna.MeldAsync();
            // Past its first page no file can be written, the log of SQLite neither.
            await server.LimitFilesAsync("4096");

            var refused = await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Vol"), "vol");
            refused.Headers.RetryAfter.ShouldNotBeNull(server.Output);
            await Task.FromResult(refused).ShouldBeProblemAsync(503, "OPSLAG_NIET_BEREIKBAAR");
            await ShouldStillReadAsync(anna, household);

            await server.LimitFilesAsync("unlimited");
            await ShouldBeDoneOnceAsync(anna, "vol");
        }
        var (code, said) = await ServerProcess.CommandAsync(target, flows, "verifieer");
        code.ShouldBe(0, said);
    }

    /// <summary>Fills what free space there was in the file itself.</summary>
    /// <returns>The key of the first melding that was not taken.</returns>
    static async Task<string> FirstRefusedAsync(HttpClient anna)
    {
        for (var n = 0; n < 500; n++)
        {
            if ((await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Vol"), $"vol-{n}")).StatusCode != HttpStatusCode.Created)
                return $"vol-{n}";
        }
        throw new Xunit.Sdk.XunitException("500 meldingen found a place in a file that could not grow.");
    }

    static async Task ShouldStillReadAsync(HttpClient anna, string household)
    {
        (await (await anna.GetAsync("/api/v1/taken?status=open")).ReadAsync(200))["items"]!.AsArray().ShouldContain(t => t!["huishoudenId"]!.ToString() == household);
        await (await anna.GetAsync("/health/ready")).ReadAsync(200);
    }

    /// <summary>What was refused is asked again under the same key, twice.</summary>
    static async Task ShouldBeDoneOnceAsync(HttpClient anna, string key)
    {
        var first = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Vol"), key)).ReadAsync(201);
        var again = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Familie Vol"), key)).ReadAsync(201);
        first["eerderGedaan"]!.GetValue<bool>().ShouldBeFalse();
        again["eerderGedaan"]!.GetValue<bool>().ShouldBeTrue();
        again["huishouden"]!.ToString().ShouldBe(first["huishouden"]!.ToString());
    }

    /// <summary>A setting of the one connection that writes; it goes with the connection.</summary>
    static Task OnWriterAsync(House house, string pragma) =>
        house.Services.GetRequiredService<OpenStorage>().Registers.WriteAsync(new("test"), DateTimeOffset.UnixEpoch, db => db.Database.ExecuteSqlRawAsync(pragma));
}
