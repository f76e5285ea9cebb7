using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>One database per gemeente; a process may serve several. What one keeps, the other never knows, also where both are asked the same under the same key.</summary>
public class TenancyTests
{
    [Fact]
    public async Task Two_databases_in_one_process_know_nothing_of_each_other()
    {
        await using var noord = House.OnNewSqlite();
        await using var zuid = await House.OnPostgresAsync();
        var (anna, ander) = (await noord.AsAsync("anna"), await zuid.AsAsync("anna"));
        var key = Calls.Key();
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? anna : ander).SendAsync("/api/v1/meldingen", Calls.Melding("Mevrouw Ver"), $"{key}-{n / 2}")));
        var ids = new List<string>();
        foreach (var answer in both)
            ids.Add((await answer.ReadAsync(201))["huishouden"]!.ToString());

        ids.ShouldBeUnique("each database makes its ids with keys of its own");
        await RefusedAsync(ander, ids[0]);
        await RefusedAsync(anna, ids[1]);
        await (await anna.CompleteAsync(ids[0], "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        (await ander.TaskAsync(ids[1], "eerste-beoordeling"))["versie"]!.GetValue<int>().ShouldBe(1);
        (await CountAsync(noord, "Mevrouw Ver"), await CountAsync(zuid, "Mevrouw Ver")).ShouldBe((3, 3));

        // What is known by number or by name in the one (a form, a calendar, a flow) is read from the other by itself.
        await zuid.Services.GetRequiredService<Settings>().SetAsync(Given.CalendarKey, KalenderJson.Schrijf(Kalender.Standaard with { Versie = 7 }).ToJsonString(), new("test"), DateTimeOffset.UtcNow);
        var (here, there) = (await CalendarAsync(noord), await CalendarAsync(zuid));
        here.ShouldNotBe(there);
    }

    static async Task RefusedAsync(HttpClient client, string household) => ((int)(await client.GetAsync($"/api/v1/huishoudens/{household}")).StatusCode).ShouldBe(404);

    static async Task<int> CountAsync(House house, string name)
    {
        var store = house.Services.GetRequiredService<OpenStorage>().Store;
        var count = 0;
        await foreach (var head in store.StreamsAsync(default))
            count += (await store.DerivedAsync(head.Stream, default))?.Label == name ? 1 : 0;
        return count;
    }

    static async Task<int> CalendarAsync(House house) => ((Kalender)(await house.Services.GetRequiredService<Registerrijen>().LaadAsync(Given.CalendarKey))!).Versie;
}
