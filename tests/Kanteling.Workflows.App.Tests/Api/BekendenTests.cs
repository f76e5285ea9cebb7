using System.Text.Json.Nodes;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Commits;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>Somebody who is known already in another household is asked about before there is a second one, and only to who may see the first.</summary>
public sealed class BekendenTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;
    /// <summary>No other test has it; its end keeps it another name without its last two letters (letters that are doubled are written once where names are compared).</summary>
    readonly string name = "Bekend" + string.Concat(Guid.NewGuid().ToString("n").Where(char.IsAsciiLetter).Take(10)) + "ols";

    /// <summary>One that passes the elfproef, and that no other test has.</summary>
    static string Bsn()
    {
        while (true)
        {
            var digits = Random.Shared.Next(10_000_000, 99_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var last = digits.Select((c, n) => (c - '0') * (9 - n)).Sum() % 11;
            if (last < 10)
                return digits + last;
        }
    }

    static JsonObject Melding(string name, string? born = null, string? bsn = null, string path = "meldingen")
    {
        var body = path == "signalen" ? Calls.Signaal(name) : Calls.Melding(name);
        body.Remove("tochNieuw");
        var lid = new JsonObject { ["naam"] = name };
        if (born is not null)
            lid["geboortedatum"] = born;
        if (bsn is not null)
            lid["bsn"] = bsn;
        body["huishouden"]!["leden"] = new JsonArray(new JsonObject { ["naam"] = "Kind Anders" }, lid);
        body[path == "signalen" ? "over" : "client"] = 1;
        return body;
    }

    async Task<string> TellAsync(JsonObject body, string path = "meldingen", HttpClient? by = null) => (await (await (by ?? anna).SendAsync("/api/v1/" + path, body)).ReadAsync(201))["huishouden"]!.ToString();

    [Theory]
    [InlineData("meldingen")]
    [InlineData("signalen")]
    public async Task A_BSN_that_somebody_else_has_is_asked_about_and_who_says_that_it_is_another_goes_on(string path)
    {
        var bsn = Bsn();
        var first = await TellAsync(Melding($"Jan {name}", "1950-03-12", bsn));
        var key = Calls.Key();
        var again = Melding("Piet Paulusma", bsn: bsn, path: path);
        var problem = await anna.SendAsync("/api/v1/" + path, again, key).ShouldBeProblemAsync(409, "PERSOON_AL_BEKEND");
        problem["argumenten"]!.AsArray().Select(a => a!.ToString()).ShouldBe([first]);
        var fault = problem["fouten"]!.AsArray().ShouldHaveSingleItem()!;
        (fault["pad"]!.ToString(), fault["code"]!.ToString()).ShouldBe(("huishouden.leden[1].bsn", "BSN_BEKEND"));
        fault["zin"]!.ToString().ShouldBe($"Dit burgerservicenummer is al van Jan {name}, geboren op 12 maart 1950, in huishouden Jan {name}.");
        problem.ToJsonString().ShouldNotContain(bsn);
        (await ((SqlStore)house.Services.GetRequiredService<OpenStorage>().Store).ListAsync("SELECT user_id, what FROM dossier_reads WHERE stream = $1", r => $"{r.GetString(0)} {r.GetString(1)}", default, first))
            .ShouldBe(["demo-anna zoeken"]);

        again["tochNieuw"] = true;
        var second = await (await anna.SendAsync("/api/v1/" + path, again, key)).ReadAsync(201);
        second["huishouden"]!.ToString().ShouldNotBe(first);
        again.Remove("tochNieuw");
        (await (await anna.SendAsync("/api/v1/" + path, again, key)).ReadAsync(201))["eerderGedaan"]!.GetValue<bool>().ShouldBeTrue("what was done is not asked about");
    }

    [Fact]
    public async Task One_name_and_birth_date_is_asked_about_by_the_rules_of_writing_of_a_search()
    {
        var first = await TellAsync(Melding($"Jan van {name}", "1950-03-12"));
        foreach (var same in (string[])[$"{name}, Jan", $"JAN {name.ToUpperInvariant()}", $"Ján van der {name}"])
        {
            var fault = (await anna.SendAsync("/api/v1/meldingen", Melding(same, "1950-03-12")).ShouldBeProblemAsync(409, "PERSOON_AL_BEKEND"))["fouten"]!.AsArray().ShouldHaveSingleItem()!;
            (fault["pad"]!.ToString(), fault["zin"]!.ToString()).ShouldBe(("huishouden.leden[1].naam", $"Jan van {name}, geboren op 12 maart 1950, staat al in huishouden Jan van {name}."), same);
        }
        foreach (var (other, born) in ((string, string?)[])[($"Jan {name}", "1950-03-13"), ($"Jan {name}", "1950-03"), ($"Jan {name}", null), ($"Janneke {name}", "1950-03-12"), ($"J. {name}", "1950-03-12"), ($"Jan {name[..^2]}", "1950-03-12")])
            (await TellAsync(Melding(other, born))).ShouldNotBe(first, other);
    }

    [Fact]
    public async Task Of_two_with_one_name_and_birth_date_a_BSN_tells_that_they_are_two()
    {
        await TellAsync(Melding($"Jan {name}", "1950-03-12", Bsn()));
        await TellAsync(Melding($"Jan {name}", "1950-03-12", Bsn()));
    }

    [Fact]
    public async Task A_household_that_somebody_may_not_see_is_not_mentioned_and_stops_nothing()
    {
        var bsn = Bsn();
        var id = Calls.Key();
        var zuid = await house.AsNewAsync("consulent", "wijkteam-zuid", id);
        var theirs = await TellAsync(Melding($"Jan {name}", "1950-03-12", bsn), by: zuid);
        await (await zuid.CompleteAsync(theirs, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await zuid.CompleteAsync(theirs, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = id, ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        ((int)(await anna.GetAsync($"/api/v1/huishoudens/{theirs}")).StatusCode).ShouldBe(403);
        await TellAsync(Melding($"Jan {name}", "1950-03-12", bsn));
        var program = house.Anonymous();
        program.DefaultRequestHeaders.Add("Authorization", "Bearer " + await house.TokenAsync());
        await TellAsync(Melding($"Jan {name}", "1950-03-12", bsn), by: program);
    }

    [Fact]
    public async Task A_melding_in_a_household_that_is_known_and_a_yes_that_is_none()
    {
        var first = await TellAsync(Melding($"Jan {name}", "1950-03-12"));
        await TellAsync(new JsonObject { ["huishoudenId"] = first, ["client"] = "p2", ["vraag"] = "Nog iets.", ["kanaal"] = "balie" });
        var body = Melding($"Jan {name}", "1950-03-12");
        body["tochNieuw"] = "ja";
        var problem = await anna.SendAsync("/api/v1/meldingen", body).ShouldBeProblemAsync(422, "MELDING_ONJUIST");
        problem["fouten"]!.AsArray().ShouldHaveSingleItem()!["pad"]!.ToString().ShouldBe("tochNieuw");
    }
}
