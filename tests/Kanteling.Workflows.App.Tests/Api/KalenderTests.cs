using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Kalenders;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>A royal decree that is added while terms run.</summary>
public class KalenderTests
{
    static async Task<House> HouseAsync(string database) => database == "sqlite" ? House.OnSqlite() : await House.OnPostgresAsync();

    static async Task<HttpResponseMessage> PutAsync(HttpClient client, JsonObject kalender, string ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/kalender") { Content = new StringContent(kalender.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Calls.Key());
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }

    /// <summary>Every body and the snapshot of a household, as the database has them.</summary>
    static async Task<string> OpgeslagenAsync(IWorkflowStore store, string huishouden)
    {
        var tekst = new StringBuilder();
        await foreach (var commit in store.HistoryAsync(new(huishouden), 1, default))
            tekst.AppendLine(Encoding.UTF8.GetString(Packing.Unpack(commit.Body).Span));
        foreach (var part in (await store.LoadAsync(new(huishouden), default))!.Parts.Values)
            tekst.AppendLine(Encoding.UTF8.GetString(Packing.Unpack(part.Bytes).Span));
        return tekst.ToString();
    }

    static async Task<DateOnly> LaatsteDagAsync(HttpClient client, string huishouden) =>
        (await (await client.GetAsync($"/api/v1/huishoudens/{huishouden}")).ReadAsync(200))["klokken"]!.AsArray()
            .Where(k => k!["laatsteDag"] is not null).Select(k => DateOnly.Parse(k!["laatsteDag"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture)).First();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_day_that_is_added_moves_the_clocks_that_run_and_only_those(string database)
    {
        await using var house = await HouseAsync(database);
        var (anna, esra) = (await house.AsAsync("anna"), await house.AsAsync("esra"));
        var geraakt = await anna.MeldAsync("Mevrouw Jansen");
        var voor = await LaatsteDagAsync(anna, geraakt);

        var kalender = await (await esra.GetAsync("/api/v1/kalender")).ReadAsync(200);
        kalender["gelijkgesteld"]!.AsArray().Add(new JsonObject { ["dag"] = voor.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["omschrijving"] = "koninklijk besluit van vandaag" });
        (await PutAsync(esra, kalender, "\"1\"")).Headers.ETag!.Tag.ShouldBe("\"2\"");
        var wie = await house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.RegisterChanges.Where(c => c.Register == "settings" && c.RowKey == Given.CalendarKey).OrderBy(c => c.At)));
        wie[^1].Actor.ShouldBe(new ActorId("user:demo-esra"), "as a commit names her");
        await house.Services.GetRequiredService<Kalendertocht>().LoopAsync(default);

        (await LaatsteDagAsync(anna, geraakt)).ShouldBeGreaterThan(voor);
        var gebeurd = await anna.GetStringAsync($"/api/v1/huishoudens/{geraakt}/gebeurtenissen");
        gebeurd.ShouldContain("CALENDAR_CHANGED");
        gebeurd.ShouldContain("telt als een feestdag (koninklijk besluit van vandaag)");
        (await (await anna.GetAsync($"/api/v1/huishoudens/{geraakt}")).ReadAsync(200))["klokken"]!.ToJsonString().ShouldContain("telt als een feestdag (koninklijk besluit van vandaag)");
        var opgeslagen = await OpgeslagenAsync(house.Services.GetRequiredService<IWorkflowStore>(), geraakt);
        opgeslagen.ShouldContain("TERMIJN_GELIJKGESTELD");
        opgeslagen.ShouldNotContain("van vandaag");
        var stand = (await (await esra.GetAsync("/api/v1/kalender")).ReadAsync(200))["verwerking"]!;
        (stand["versie"]!.GetValue<int>(), stand["klaar"]!.GetValue<bool>()).ShouldBe((2, true));
    }

    [Fact]
    public async Task Only_who_looks_after_it_changes_it_and_only_the_version_that_he_saw()
    {
        await using var house = House.OnSqlite();
        var (anna, esra) = (await house.AsAsync("anna"), await house.AsAsync("esra"));
        var kalender = await (await anna.GetAsync("/api/v1/kalender")).ReadAsync(200);
        await PutAsync(anna, kalender, "\"1\"").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await PutAsync(esra, kalender, "").ShouldBeProblemAsync(428, "IF_MATCH_ONTBREEKT");
        await PutAsync(esra, kalender, "\"7\"").ShouldBeProblemAsync(412, "RIJ_GEWIJZIGD");
        var dubbel = (JsonObject)kalender.DeepClone();
        dubbel["gelijkgesteld"]!.AsArray().Add(dubbel["gelijkgesteld"]![0]!.DeepClone());
        await PutAsync(esra, dubbel, "\"1\"").ShouldBeProblemAsync(422, "KALENDER_DAG_DUBBEL");
        (await (await esra.GetAsync("/api/v1/kalender")).ReadAsync(200))["versie"]!.GetValue<int>().ShouldBe(1);
    }
}
