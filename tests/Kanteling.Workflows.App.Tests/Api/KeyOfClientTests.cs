using System.Text;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>A client may take a BSN for its Idempotency-Key; that stands nowhere afterwards, and does not come back in an answer.</summary>
public sealed class KeyOfClientTests
{
    const string Bsn = "123456782";

    [Fact]
    public async Task The_key_of_a_client_stands_nowhere_and_two_clients_never_meet_in_it()
    {
        // Every byte of its files is read, so the house is its own.
        using var folder = new TempFolder();
        await using var house = House.On(folder.File("kanteling.db"));
        var (anna, chantal) = (await house.AsAsync("anna"), await house.AsAsync("chantal"));
        var first = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), Bsn)).ReadAsync(201);
        var again = await (await anna.SendAsync("/api/v1/meldingen", Calls.Melding(), Bsn)).ReadAsync(201);
        again["huishouden"]!.ToString().ShouldBe(first["huishouden"]!.ToString());
        var refused = await anna.SendAsync("/api/v1/meldingen", Calls.Melding("Meneer de Boer"), Bsn).ShouldBeProblemAsync(422, "COMMAND_ID_REUSED");
        refused.ToJsonString().ShouldNotContain(Bsn);
        var other = await (await chantal.SendAsync("/api/v1/meldingen", Calls.Melding(), Bsn)).ReadAsync(201);
        other["huishouden"]!.ToString().ShouldNotBe(first["huishouden"]!.ToString());

        var commits = await house.Services.GetRequiredService<OpenStorage>().Store.HistoryAsync(new(first["huishouden"]!.ToString()), 1, default).ToListAsync();
        commits.ShouldHaveSingleItem().Seal.IsEmpty.ShouldBeTrue("history is read without seals");
        await house.StopAsync();
        foreach (var file in Directory.EnumerateFiles(folder.Path).Where(f => new FileInfo(f).Length > 0))
            (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Bsn)).ShouldBe(-1, file);
    }
}
