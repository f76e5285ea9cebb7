using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>What nobody's browser sends is refused with a sentence, also from who is not signed in; it is never a 500.</summary>
public sealed partial class OnleesbaarTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    static ByteArrayContent Body(string text, string type)
    {
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes(text));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        return body;
    }

    static ByteArrayContent Part(string disposition, string type = "") => Body(
        $"--grens\r\nContent-Disposition: {disposition}\r\n{(type.Length > 0 ? $"Content-Type: {type}\r\n" : "")}\r\nx\r\n--grens--\r\n", "multipart/form-data; boundary=grens");

    static async Task ShouldBeUnreadableAsync(HttpResponseMessage answer, string what)
    {
        ((int)answer.StatusCode).ShouldBe(400, what);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("We kunnen dit verzoek niet lezen", Case.Sensitive, what);
    }

    public static TheoryData<string, string> Parts => new()
    {
        { "form-data; name=\"a\"; filename*=UTF-7''x", "" }, { "form-data; name=\"a\"; filename=\"=?utf-7?B?eA==?=\"", "" }, { "form-data; name=\"=?utf-7?B?eA==?=\"", "" },
        { "form-data; name=\"naam\"", "text/plain; charset=utf-7" },
    };

    [Fact]
    public async Task A_form_in_UTF7_is_400_for_who_is_not_signed_in() =>
        await ShouldBeUnreadableAsync(await house.Anonymous().PostAsync("/aanmelden", Body("naam=anna&wachtwoord=x", "application/x-www-form-urlencoded; charset=utf-7")), "form");

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_of_a_form_in_UTF7_is_400_for_who_is_not_signed_in(string disposition, string type) =>
        await ShouldBeUnreadableAsync(await house.Anonymous().PostAsync("/aanmelden", Part(disposition, type)), disposition);

    [Theory]
    [InlineData("form-data; name=\"a\"; filename*=UTF-7''x")]
    [InlineData("form-data; name=\"a\"; filename=\"=?utf-7?B?eA==?=\"")]
    [InlineData("form-data; name=\"=?utf-7?B?eA==?=\"")]
    public async Task A_file_of_a_form_named_in_UTF7_is_400(string disposition)
    {
        var household = await anna.MeldAsync(Calls.Family());
        await ShouldBeUnreadableAsync(await anna.PostAsync($"/huishoudens/{household}/bijlagen", Part(disposition)), disposition);
    }

    [Theory]
    [InlineData("attachment; filename*=UTF-7''x")]
    [InlineData("attachment; filename=\"=?utf-7?B?eA==?=\"")]
    public async Task A_file_named_in_UTF7_is_400(string disposition)
    {
        var file = Body("x", "text/plain");
        file.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        await anna.SendFileAsync(file).ShouldBeProblemAsync(400, "VERZOEK_ONLEESBAAR");
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-16")]
    [InlineData("bestaat-niet")]
    public async Task JSON_in_another_writing_than_UTF8_is_400(string charset)
    {
        foreach (var (client, path) in ((HttpClient, string)[])[(anna, "/api/v1/meldingen"), (house.Anonymous(), "/api/v1/aanmelden"), (await house.AsAsync("bram"), "/elsa/api/workflow-definitions")])
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Body(Calls.Melding().ToJsonString(), $"application/json; charset={charset}") };
            request.Headers.Add("Idempotency-Key", Calls.Key());
            ((int)(await client.SendAsync(request)).StatusCode).ShouldBe(400, path);
        }
    }

    [Theory]
    [InlineData("rij-weg:x[-1]")]
    [InlineData("rij-weg:x[")]
    [InlineData("rij-weg:x[x]")]
    [InlineData("rij-weg:[0]")]
    [InlineData("rij-erbij:x[")]
    [InlineData("rij-erbij:x[-1].naam")]
    [InlineData("rij-erbij:[")]
    [InlineData("rij-erbij:")]
    [InlineData("rij-erbij:a[0]b.c")]
    public async Task A_button_of_a_row_that_no_page_has_shows_the_page_again(string action)
    {
        var task = await anna.TaskAsync(await anna.MeldAsync(Calls.Family()), "eerste-beoordeling");
        var page = $"/taken/{task["id"]}";
        (await anna.SubmitAsync(page, page, [new("actie", "rij-erbij:x"), new("versie", "1")])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await anna.SubmitAsync(page, page, [new("actie", action), new("versie", "1")])).StatusCode.ShouldBe(HttpStatusCode.OK, action);
    }

    [Theory]
    [InlineData("/\u2028/evil")]
    [InlineData("/zoeken?x=\u00e9")]
    [InlineData("/zoeken \u202e")]
    [InlineData("/zoeken x")]
    public async Task After_signing_in_nobody_is_sent_to_what_no_address_of_ours_has(string back)
    {
        foreach (var (to, fields) in ((string, KeyValuePair<string, string>[])[])[
            ("/aanmelden/demo", [new("persoon", "demo-anna"), new("terug", back)]), ("/aanmelden", [new("naam", "anna"), new("wachtwoord", "kanteling"), new("terug", back)])])
        {
            var answer = await house.Anonymous().SubmitAsync("/aanmelden", to, fields);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, to);
            answer.Headers.Location!.OriginalString.ShouldBe("/", to);
        }
    }

    [Fact]
    public async Task No_page_says_in_our_name_what_stands_in_its_address()
    {
        const string word = "verloopt-vandaag";
        var household = await anna.MeldAsync(Calls.Family());
        foreach (var path in (string[])["/", $"/huishoudens/{household}", $"/huishoudens/{household}/bijlagen", "/aanmeldingen", "/zoeken", "/aanmelden", "/noodtoegang"])
        {
            foreach (var name in (string[])["klaar", "begonnen", "fout", "melding", "bericht"])
            {
                var page = await anna.PageAsync($"{path}?{name}={word}");
                page.ShouldNotContain(word, Case.Sensitive, $"{path} {name}");
                page.ShouldNotContain("alert--success", Case.Sensitive, $"{path} {name}");
            }
        }
    }

    [Fact]
    public async Task What_was_begun_is_said_on_the_page_of_the_household()
    {
        var household = await anna.MeldAsync(Calls.Family());
        var begun = await anna.SubmitAsync($"/huishoudens/{household}/mogelijk/vertegenwoordiger", $"/huishoudens/{household}/mogelijk/vertegenwoordiger", [new("persoon", "p1")]);
        begun.StatusCode.ShouldBe(HttpStatusCode.Redirect, await begun.Content.ReadAsStringAsync());
        var split = await anna.PageAsync($"/huishoudens/{household}?begonnen=gesplitst");
        Success().Match(split).Groups[1].Value.ShouldContain("Gedaan: Huishouden gesplitst");
        Success().Match(await anna.PageAsync($"/huishoudens/{household}?begonnen=vertegenwoordiger")).Groups[1].Value.ShouldContain("Gedaan: ");
        Success().Match(await anna.PageAsync("/?klaar=bewaard")).Groups[1].Value.ShouldContain("Uw antwoorden zijn bewaard");
    }

    [GeneratedRegex("alert--success\"(.*?)</div>", RegexOptions.Singleline)]
    private static partial Regex Success();
}
