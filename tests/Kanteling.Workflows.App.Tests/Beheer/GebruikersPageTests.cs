using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;

namespace Kanteling.Workflows.App.Tests.Beheer;

/// <summary>Accounts on screen, as a browser without JavaScript asks them.</summary>
public sealed partial class GebruikersPageTests
{
    [Fact]
    public async Task Only_a_beheerder_sees_or_changes_an_account()
    {
        await using var house = House.OnSqlite();
        var all = new[] { await house.AsAsync("anna"), await house.AsAsync("chantal"), await house.AsAsync("bram") };
        foreach (var client in all)
        {
            foreach (var path in (string[])["/beheer/gebruikers", "/beheer/gebruikers/demo-esra", "/beheer/gebruikers/bestaat-niet", "/beheer/nieuwe-gebruiker"])
                (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            foreach (var (path, act) in ((string, string)[])[
                ("/beheer/gebruikers", "goedkeuren"), ("/beheer/gebruikers", "intrekken"), ("/beheer/gebruikers", "bevestigen"), ("/beheer/nieuwe-gebruiker", ""), ("/beheer/gebruikers/demo-esra", "naam"),
                ("/beheer/gebruikers/demo-esra", "deactiveer"), ("/beheer/gebruikers/demo-esra/geheim", "link"), ("/beheer/gebruikers/demo-koppeling/geheim", "token"), ("/beheer/gebruikers/demo-esra/overdracht", "")])
            {
                var answer = await client.SubmitAsync("/", path, [new("actie", act), new("nummer", "1"), new("inlognaam", "eva"), new("weergave", "Eva"), new("aan", "demo-anna")]);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{path} {act}");
            }
            (await client.PageAsync("/")).ShouldNotContain("/beheer/gebruikers");
        }
        (await house.Anonymous().GetAsync("/beheer/gebruikers")).Headers.Location!.ToString().ShouldContain("/aanmelden");
    }

    [Fact]
    public async Task From_a_new_colleague_to_one_who_left_all_goes_by_the_pages()
    {
        await using var house = House.OnSqlite();
        var (esra, bob) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        var made = await esra.SubmitAsync("/beheer/nieuwe-gebruiker", "/beheer/nieuwe-gebruiker",
            [new("inlognaam", "nina"), new("weergave", "Nina Smit"), new("soort", "mens"), new("team", "wijkteam-noord"), new("rol", "consulent"), new("reden", "Vervangt Anna.")]);
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync());
        text.ShouldContain("Uw voorstel is vastgelegd");
        var link = Accountcalls.LinkIn(text);
        (await house.Anonymous().ChooseAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var waiting = await bob.PageAsync("/beheer/gebruikers");
        waiting.ShouldContain("Vervangt Anna.");
        var number = Number().Match(waiting).Groups[1].Value;
        (await esra.PageAsync("/beheer/gebruikers")).ShouldNotContain("Keur goed");
        (await bob.SubmitAsync("/beheer/gebruikers", "/beheer/gebruikers", [new("nummer", number), new("actie", "goedkeuren")])).Headers.Location!.ToString().ShouldBe("/beheer/gebruikers?klaar=goedgekeurd");
        var nina = house.Anonymous();
        (await nina.SignInAsync("nina")).EnsureSuccessStatusCode();
        (await nina.GetAsync("/api/v1/taken")).EnsureSuccessStatusCode();

        const string page = "/beheer/gebruikers/nina";
        async Task<string> DoAsync(string act, params (string, string)[] fields) =>
            (await esra.SubmitAsync(page, page, [new("actie", act), .. fields.Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))])).Headers.Location?.ToString() ?? "";
        (await DoAsync("naam", ("weergave", "Nina de Smit"))).ShouldBe(page + "?klaar=gewijzigd");
        (await DoAsync("team", ("team", ""))).ShouldBe(page + "?klaar=gewijzigd");
        (await DoAsync("rollen", ("rol", "consulent"), ("rol", "teammanager"), ("reden", "Leidt het team."))).ShouldBe(page + "?klaar=voorgesteld");
        (await DoAsync("deactiveer")).ShouldBe(page + "?klaar=gewijzigd");
        (await nina.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await DoAsync("activeer", ("reden", "Is terug."))).ShouldBe("", "there is a proposal about her already");

        var history = await esra.PageAsync(page);
        foreach (var sentence in (string[])["Het account is gemaakt.", "Er is een link gemaakt om een wachtwoord te kiezen.", "Er is een ander wachtwoord.", "Rollen: eerst geen, nu consulent.", "Naam: Nina de Smit.", "Team: geen.", "Kan zich niet meer aanmelden.", "Esra Demir", "Wijziging van rechten"])
            history.ShouldContain(sentence);
        foreach (var part in (string[])["AQAAAA", link[12..], "link_hash"])
            history.ShouldNotContain(part, Case.Sensitive);
    }

    [Fact]
    public async Task The_list_is_filtered_and_says_who_waits()
    {
        await using var house = House.OnSqlite();
        var (esra, _) = (await house.AsAsync("esra"), await house.AsNewAsync("beheerder", id: "bob"));
        await esra.AddUserAsync("nina", "consulent");
        (await esra.PageAsync("/beheer/gebruikers?rol=consulent")).ShouldNotContain(">Dirk Jansma<");
        var waiting = await esra.PageAsync("/beheer/gebruikers?stand=wacht");
        (waiting.Contains(">Collega nina<", StringComparison.Ordinal), waiting.Contains(">Anna de Wit<", StringComparison.Ordinal)).ShouldBe((true, false));
        (await esra.PageAsync("/beheer/gebruikers?stand=weg")).ShouldContain("Niemand gevonden");
        for (var n = 0; n < 50; n++)
            await esra.AddUserAsync($"x{n}");
        var listed = await (await esra.GetAsync("/api/v1/gebruikers?pagina=2")).ReadAsync(200);
        (listed["totaal"]!.GetValue<int>(), listed["items"]!.AsArray().Count).ShouldBe((59, 9));
        (await esra.PageAsync("/beheer/gebruikers")).ShouldContain("1–50 van 59");
    }

    [Fact]
    public async Task Who_still_has_work_hands_it_over_on_the_page_before_he_goes()
    {
        await using var house = House.OnSqlite();
        var (esra, anna) = (await house.AsAsync("esra"), await house.AsAsync("anna"));
        await house.AsNewAsync("consulent", "wijkteam-noord", "nina");
        await house.AsNewAsync("consulent", "wijkteam-noord", "carla");
        var household = await anna.MeldAsync();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "nina", ["kanaal"] = "digitaal", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        const string page = "/beheer/gebruikers/nina";

        var refused = await esra.SubmitAsync(page, page, [new("actie", "deactiveer")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()).ShouldContain("is nog behandelaar van 1");
        var handed = await esra.SubmitAsync(page, page + "/overdracht", [new("aan", "carla")]);
        WebUtility.HtmlDecode(await handed.Content.ReadAsStringAsync()).ShouldContain("Overgedragen: 1 huishouden");
        (await esra.SubmitAsync(page, page, [new("actie", "deactiveer")])).Headers.Location!.ToString().ShouldBe(page + "?klaar=gewijzigd");
    }

    [GeneratedRegex("name=\"nummer\" value=\"([0-9]+)\"")]
    private static partial Regex Number();
}
