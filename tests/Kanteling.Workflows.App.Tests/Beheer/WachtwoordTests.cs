using System.Net;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Beheer;

/// <summary>Passwords that people choose themselves: with a link that works once, or with the one that they have.</summary>
public sealed class WachtwoordTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_link_works_once_also_when_it_is_used_by_several_at_once(string database)
    {
        await using var house = await Accountcalls.HouseAsync(database);
        var esra = await house.AsAsync("esra");
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        var link = await esra.LinkAsync("nina");
        (await house.Anonymous().PageAsync(link)).ShouldContain("Uw gebruikersnaam is <strong>nina</strong>");
        var seen = await house.Anonymous().GetAsync(link);
        (seen.Headers.GetValues("Referrer-Policy").Single(), seen.Headers.CacheControl!.NoStore).ShouldBe(("same-origin", true));

        var passwords = Enumerable.Range(0, 4).Select(n => $"{Accountcalls.Password} {n}").ToList();
        var answers = await Task.WhenAll(passwords.Select(password => house.Anonymous().ChooseAsync(link, password)));
        answers.Select(a => (int)a.StatusCode).Order().ShouldBe([302, 404, 404, 404]);
        var chosen = passwords[Array.FindIndex(answers, a => a.StatusCode == HttpStatusCode.Redirect)];
        (await house.Anonymous().SignInAsync("nina", chosen)).EnsureSuccessStatusCode();
        await house.Anonymous().SignInAsync("nina", "kanteling").ShouldBeProblemAsync(401, "AANMELDEN_ONJUIST");
        (await house.Anonymous().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_is_ended_by_a_new_one_by_a_day_and_by_leaving()
    {
        await using var house = House.OnSqlite();
        var esra = await house.AsAsync("esra");
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        var (first, second) = (await esra.LinkAsync("nina"), await esra.LinkAsync("nina"));
        (await house.Anonymous().GetAsync(first)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.Anonymous().GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var storage = house.Services.GetRequiredService<OpenStorage>();
        (await storage.Users.LinkOfAsync(new("nina")))!.Until.ShouldBe(DateTimeOffset.UtcNow.AddHours(24), TimeSpan.FromMinutes(1));
        await storage.Registers.WriteAsync(new("test"), DateTimeOffset.UnixEpoch, async db => (await db.FirstAsync(db.AccessLinks))!.Until = DateTimeOffset.UtcNow.AddSeconds(-1));
        (await house.Anonymous().GetAsync(second)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var late = await house.Anonymous().SubmitAsync("/aanmelden", "/wachtwoord", [new("link", second[12..]), new("nieuw", Accountcalls.Password), new("nogmaals", Accountcalls.Password)]);
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()).ShouldContain("Deze link werkt niet meer.");

        var third = await esra.LinkAsync("nina");
        (await esra.ChangeUserAsync("nina", Accountcalls.Active(false))).EnsureSuccessStatusCode();
        (await house.Anonymous().GetAsync(third)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await esra.SendAsync("/api/v1/gebruikers/nina/link", null).ShouldBeProblemAsync(409, "GEBRUIKER_WERKT_NIET_MEER");
    }

    [Fact]
    public async Task A_password_is_long_and_not_a_name_and_typed_twice()
    {
        await using var house = House.OnSqlite();
        var esra = await house.AsAsync("esra");
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        var (link, nina) = (await esra.LinkAsync("nina"), house.Anonymous());
        foreach (var (password, again, sentence) in ((string, string?, string)[])[
            ("elf tekens.", null, "minstens 12 tekens"), ("            ", null, "minstens 12 tekens"), ("hier werkt N i n A", null, "Uw naam mag niet in uw wachtwoord staan"), (new string('x', 201), null, "te lang"),
            (Accountcalls.Password, Accountcalls.Password + ".", "twee keer iets anders")])
        {
            var refused = await nina.ChooseAsync(link, password, again);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, password);
            WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain(sentence);
        }
        (await nina.ChooseAsync(link)).Headers.Location!.ToString().ShouldBe("/aanmelden?klaar=wachtwoord");
    }

    [Fact]
    public async Task Who_is_signed_in_changes_his_own_with_the_old_one()
    {
        await using var house = House.OnSqlite();
        var esra = await house.AsAsync("esra");
        var nina = await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        var link = await esra.LinkAsync("nina");
        async Task<HttpResponseMessage> AskAsync(string old, string chosen) =>
            await nina.SubmitAsync("/wachtwoord/wijzigen", "/wachtwoord/wijzigen", [new("oud", old), new("nieuw", chosen), new("nogmaals", chosen)]);
        var wrong = await AskAsync("verkeerd", Accountcalls.Password);
        (wrong.StatusCode, WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()).Contains("Het wachtwoord dat u nu hebt, klopt niet.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await AskAsync("kanteling", "kort")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AskAsync("kanteling", Accountcalls.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await nina.GetAsync("/api/v1/taken")).EnsureSuccessStatusCode();
        (await house.Anonymous().SignInAsync("nina")).EnsureSuccessStatusCode();
        await house.Anonymous().SignInAsync("nina", "kanteling").ShouldBeProblemAsync(401, "AANMELDEN_ONJUIST");
        (await house.Anonymous().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "she chose one herself");
    }

    [Fact]
    public async Task A_program_has_a_token_that_is_shown_once_and_replaced()
    {
        await using var house = House.OnSqlite();
        var esra = await house.AsAsync("esra");
        var added = await (await esra.SendAsync("/api/v1/gebruikers", new JsonObject { ["inlognaam"] = "webformulier", ["naam"] = "Webformulier", ["programma"] = true, ["rollen"] = new JsonArray("aanmeldpunt"), ["reden"] = "Nieuwe site." })).ReadAsync(201);
        async Task<int> WithAsync(string token)
        {
            var client = house.Anonymous();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return (int)(await client.SendAsync("/api/v1/meldingen", Calls.Melding(Calls.Family()))).StatusCode;
        }

        var first = added["eenmalig"]!["token"]!.ToString();
        (await WithAsync(first)).ShouldBe(201);
        await esra.SendAsync("/api/v1/gebruikers/webformulier/link", null).ShouldBeProblemAsync(409, "GEBRUIKER_IS_PROGRAMMA");
        await esra.SendAsync("/api/v1/gebruikers/demo-anna/token", null).ShouldBeProblemAsync(409, "GEBRUIKER_IS_MENS");
        var second = (await (await esra.SendAsync("/api/v1/gebruikers/webformulier/token", null)).ReadAsync(200))["token"]!.ToString();
        ((await WithAsync(first)), (await WithAsync(second))).ShouldBe((401, 201));
    }
}
