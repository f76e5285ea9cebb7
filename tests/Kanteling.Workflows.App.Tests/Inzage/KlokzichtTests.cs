using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>The clock of a demonstration is everybody's; what happened while it went is told to whom the households are.</summary>
public sealed class KlokzichtTests
{
    [Fact]
    public async Task What_happened_in_households_of_others_is_counted_and_not_told()
    {
        await using var house = House.OnSqlite();
        var anna = await house.AsAsync("anna");
        var other = await house.AsNewAsync("consulent", "wijkteam-zuid");
        var family = Calls.Family();
        var household = await anna.MeldAsync(family);
        var shielded = (await (await anna.SendAsync($"/api/v1/huishoudens/{household}/mogelijk/veiligheid", new JsonObject { ["toelichting"] = "Zorg" })).ReadAsync(201))["huishouden"]!.ToString();

        var jump = await (await other.SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = "P8W" })).ReadAsync(200);
        jump["gebeurd"]!.AsArray().ShouldBeEmpty();
        // The shielded stream had its terms too, and is not counted.
        jump["elders"]!.GetValue<int>().ShouldBe(1);
        var page = await other.PageAsync("/klok");
        page.ShouldContain("Ook bij 1 huishouden van anderen gebeurde iets.");
        foreach (var theirs in (string[])[family, household, shielded])
        {
            jump.ToJsonString().ShouldNotContain(theirs);
            page.ShouldNotContain(theirs);
        }

        (await anna.PageAsync("/klok")).ShouldContain(family);
        ((int)(await (await house.AsNewAsync("geen-rol")).GetAsync("/klok")).StatusCode).ShouldBe(403);
    }
}
