using System.Net;
using System.Text;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage.Registers;

namespace Kanteling.Workflows.App.Tests.Aanmelden;

/// <summary>Who signed in at this browser before is counted there by himself: nobody makes him wait by guessing his name beside him.</summary>
public sealed class BekendToestelTests
{
    const string Kantoor = "203.0.113.10", Koekje = "__Host-kanteling-toestel";

    /// <summary>A browser at which these people signed in and out, one after the other.</summary>
    static async Task<CookieJar> BrowserVanAsync(Deur deur, params string[] namen)
    {
        var koekjes = new CookieJar();
        foreach (var naam in namen)
            await AanEnAfAsync(deur, koekjes, naam);
        return koekjes;
    }

    static async Task AanEnAfAsync(Deur deur, CookieJar koekjes, string naam) =>
        (await (await deur.AlsAsync(naam, Kantoor, koekjes: koekjes)).PostAsync("/api/v1/afmelden", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    /// <summary>Somebody in the same office goes on until he has to wait.</summary>
    static async Task RaadAsync(Deur deur, string naam)
    {
        var collega = deur.Van(Kantoor);
        for (var n = 0; n < 5; n++)
            await collega.ProbeerAsync(naam, "fout");
        (await collega.ProbeerAsync(naam, "fout")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    static async Task<string> KoekjeVanAsync(HttpResponseMessage antwoord)
    {
        antwoord.StatusCode.ShouldBe(HttpStatusCode.OK, await antwoord.Content.ReadAsStringAsync());
        return antwoord.Headers.GetValues("Set-Cookie").Single(k => k.StartsWith(Koekje + "=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_signed_in_at_this_browser_does_not_wait_for_what_is_guessed_from_the_same_address(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        await deur.NieuwAsync("gerda");
        await deur.NieuwAsync("hans");
        var (bijGerda, bijHans) = (await BrowserVanAsync(deur, "gerda"), await BrowserVanAsync(deur, "hans"));
        await RaadAsync(deur, "gerda");
        // She types wrong once, too.
        (await deur.Van(Kantoor, koekjes: bijGerda).ProbeerAsync("gerda", "vergist")).ShouldBe(HttpStatusCode.Unauthorized);
        (await deur.Van(Kantoor, koekjes: bijGerda).ProbeerAsync(" GERDA", "kanteling")).ShouldBe(HttpStatusCode.OK);
        // That she got in forgives who guessed nothing, and another browser than hers is of no help.
        (await deur.Van(Kantoor).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await deur.Van(Kantoor, koekjes: bijHans).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await deur.Van(Kantoor, koekjes: bijHans).ProbeerAsync("hans", "kanteling")).ShouldBe(HttpStatusCode.OK);
        // On the page as in the API.
        using var pagina = await deur.Van(Kantoor, koekjes: bijGerda).SubmitAsync("/aanmelden", "/aanmelden", [new("naam", "gerda"), new("wachtwoord", "kanteling")]);
        pagina.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cookie_that_was_taken_gives_no_more_guesses_than_an_address_from_wherever_it_is_used(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        await deur.NieuwAsync("gerda");
        var koekjes = await BrowserVanAsync(deur, "gerda");
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => deur.Van($"192.0.2.{n % 4}", koekjes: koekjes).ProbeerAsync("gerda", $"fout{n}")));
        antwoorden.Count(status => status == HttpStatusCode.Unauthorized).ShouldBe(5);
        antwoorden.Count(status => status == HttpStatusCode.TooManyRequests).ShouldBe(55);
        foreach (var seconden in (int[])[30, 60, 120])
        {
            deur.Tijd.Vooruit += TimeSpan.FromSeconds(seconden);
            (await deur.Van(Kantoor, koekjes: koekjes).ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized, $"after {seconden} s");
            (await deur.Van(Kantoor, koekjes: koekjes).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
        }
        // And a new one is not to be had without the password: signing in rightly elsewhere makes it no fresher.
        (await deur.Van("198.51.100.7").ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.OK);
        (await deur.Van(Kantoor, koekjes: koekjes).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_ends_with_another_password_with_no_access_and_with_signing_out_everywhere_and_not_with_signing_out_here(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        Task Wijzig(UserId wie, Action<User> wijzig) => deur.Storage.Users.ChangeAsync<string>(wie, (_, _) => null, wijzig, new("test"), deur.Tijd.GetUtcNow());
        var gevallen = new (string Naam, Func<UserId, Task> Doe, HttpStatusCode Daarna)[]
        {
            ("naam", wie => Wijzig(wie, u => u.DisplayName = "Anders"), HttpStatusCode.OK),
            ("wachtwoord", wie => Wijzig(wie, u => u.PasswordHash = "anders"), HttpStatusCode.TooManyRequests),
            ("weg", async wie =>
            {
                await Wijzig(wie, u => u.IsActive = false);
                await Wijzig(wie, u => u.IsActive = true);
            }, HttpStatusCode.TooManyRequests),
            ("overal", async wie =>
            {
                var elders = await deur.AlsAsync(wie.Text, "198.51.100.7");
                (await elders.SubmitAsync("/aanmeldingen", "/aanmeldingen", [new("wat", "overal")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            }, HttpStatusCode.TooManyRequests),
        };
        foreach (var (naam, doe, daarna) in gevallen)
        {
            var wie = await deur.NieuwAsync(naam);
            var koekjes = await BrowserVanAsync(deur, naam);
            await doe(wie);
            await RaadAsync(deur, naam);
            (await deur.Van(Kantoor, koekjes: koekjes).ProbeerAsync(naam, "kanteling")).ShouldBe(daarna, naam);
        }
        // Who chose another password herself goes on at this browser.
        await deur.NieuwAsync("gerda");
        var eigen = new CookieJar();
        var gerda = await deur.AlsAsync("gerda", Kantoor, koekjes: eigen);
        (await gerda.SubmitAsync("/wachtwoord/wijzigen", "/wachtwoord/wijzigen", [new("oud", "kanteling"), new("nieuw", "een lange zin van nu"), new("nogmaals", "een lange zin van nu")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await RaadAsync(deur, "gerda");
        var opnieuw = deur.Van(Kantoor, koekjes: eigen);
        (await opnieuw.ProbeerAsync("gerda", "een lange zin van nu")).ShouldBe(HttpStatusCode.OK);
        // And ends it again, the second time as the first.
        (await opnieuw.SubmitAsync("/aanmeldingen", "/aanmeldingen", [new("wat", "overal")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await opnieuw.ProbeerAsync("gerda", "een lange zin van nu")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task A_browser_keeps_the_last_five_people_for_ninety_days()
    {
        await using var deur = await Deur.OpenAsync();
        string[] namen = ["gerda", "hans", "ida", "joop", "karin", "leo"];
        foreach (var naam in namen)
            await deur.NieuwAsync(naam);
        var koekjes = await BrowserVanAsync(deur, namen);
        deur.Tijd.Vooruit = TimeSpan.FromDays(80);
        await AanEnAfAsync(deur, koekjes, "hans");
        foreach (var naam in namen)
            await RaadAsync(deur, naam);
        foreach (var naam in namen)
            (await deur.Van(Kantoor, koekjes: koekjes).ProbeerAsync(naam, "vergist")).ShouldBe(naam == "gerda" ? HttpStatusCode.TooManyRequests : HttpStatusCode.Unauthorized, naam);
        deur.Tijd.Vooruit = TimeSpan.FromDays(91);
        foreach (var naam in (string[])["hans", "ida"])
            await RaadAsync(deur, naam);
        (await deur.Van(Kantoor, koekjes: koekjes).ProbeerAsync("ida", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await deur.Van(Kantoor, koekjes: koekjes).ProbeerAsync("hans", "kanteling")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_is_of_this_host_alone_says_nobody_who_it_is_and_one_that_was_made_up_counts_for_nothing()
    {
        await using var deur = await Deur.OpenAsync();
        await deur.NieuwAsync("gerda");
        var gezet = await KoekjeVanAsync(await deur.Van(Kantoor).MeldAanAsync("gerda", "kanteling"));
        gezet.Split("; ")[1..].Select(deel => deel.ToLowerInvariant()).ShouldBe(["max-age=7776000", "path=/", "secure", "samesite=lax", "httponly"], ignoreOrder: true);
        var waarde = gezet.Split(';')[0][(Koekje.Length + 1)..];
        var bytes = Convert.FromBase64String(waarde.Replace('-', '+').Replace('_', '/').PadRight((waarde.Length + 3) / 4 * 4, '='));
        (waarde + Encoding.Latin1.GetString(bytes)).ShouldNotContain("gerda", Case.Insensitive);

        await RaadAsync(deur, "gerda");
        foreach (var (koekje, status) in ((string, HttpStatusCode)[])[(waarde, HttpStatusCode.OK), (waarde[..^2] + "AA", HttpStatusCode.TooManyRequests), ("x", HttpStatusCode.TooManyRequests), ("", HttpStatusCode.TooManyRequests)])
        {
            var client = deur.Van(Kantoor);
            client.DefaultRequestHeaders.Add("Cookie", $"{Koekje}={koekje}");
            (await client.ProbeerAsync("gerda", "kanteling")).ShouldBe(status, koekje);
        }
        // What seals a session is of no use in its place, and neither is a demo card.
        using var demo = await deur.Van(Kantoor).SubmitAsync("/aanmelden", "/aanmelden/demo", [new("persoon", "demo-anna")]);
        var sessie = demo.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().Split(';')[0].Split('=', 2)[1];
        await RaadAsync(deur, "anna");
        var anna = deur.Van(Kantoor);
        anna.DefaultRequestHeaders.Add("Cookie", $"{Koekje}={sessie}");
        (await anna.ProbeerAsync("anna", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
