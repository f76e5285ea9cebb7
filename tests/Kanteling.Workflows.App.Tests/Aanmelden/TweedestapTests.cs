using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Beheer;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace Kanteling.Workflows.App.Tests.Aanmelden;

/// <summary>Who set up a second step does not get in with a password alone; each code is used once, and guessing codes is slowed down as guessing passwords is.</summary>
public sealed partial class TweedestapTests
{
    const string Hier = "203.0.113.10", Daar = "198.51.100.7", Pad = "/aanmeldingen/tweede-stap";

    static string CodeVan(byte[] geheim, Deur deur) => new Totp(geheim).ComputeTotp(deur.Tijd.GetUtcNow().UtcDateTime);

    static Task<HttpResponseMessage> MetCodeAsync(HttpClient client, string naam, string? code) =>
        client.PostAsJsonAsync("/api/v1/aanmelden", new { naam, wachtwoord = "kanteling", code });

    static async Task<string> StuurAsync(HttpClient client, HttpStatusCode status, params KeyValuePair<string, string>[] velden)
    {
        using var antwoord = await client.SubmitAsync(Pad, Pad, velden);
        antwoord.StatusCode.ShouldBe(status);
        return WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync());
    }

    static string[] HerstelcodesIn(string pagina) => [.. Herstelcode().Matches(pagina).Select(m => m.Groups[1].Value)];

    /// <summary>The first half of setting it up: what the page shows after the password.</summary>
    static async Task<(byte[] Geheim, string Bewijs)> BeginAsync(HttpClient client, string wachtwoord = "kanteling")
    {
        var pagina = await StuurAsync(client, HttpStatusCode.OK, new("wat", "begin"), new("wachtwoord", wachtwoord));
        pagina.ShouldContain("<svg class=\"qr\"");
        return (Base32Encoding.ToBytes(Sleutel().Match(pagina).Groups[1].Value), Bewijs().Match(pagina).Groups[1].Value);
    }

    /// <summary>Sets it up as somebody does on the page.</summary>
    static async Task<(byte[] Geheim, string[] Herstelcodes)> StelInAsync(Deur deur, HttpClient client)
    {
        var (geheim, bewijs) = await BeginAsync(client);
        var fout = await StuurAsync(client, HttpStatusCode.UnprocessableEntity, new("wat", "bevestig"), new("bewijs", bewijs), new("code", "000000"));
        fout.ShouldContain("Deze code klopt niet");
        fout.ShouldContain(Base32Encoding.ToString(geheim));
        return (geheim, HerstelcodesIn(await StuurAsync(client, HttpStatusCode.OK, new("wat", "bevestig"), new("bewijs", bewijs), new("code", CodeVan(geheim, deur)))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_code_is_asked_and_is_good_once(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        var (geheim, herstelcodes) = await StelInAsync(deur, await deur.AlsAsync("anna", Hier));
        herstelcodes.Length.ShouldBe(10);
        await MetCodeAsync(deur.Van(Hier), "anna", null).ShouldBeProblemAsync(401, "TWEEDE_STAP_NODIG");
        // The code that proved it was used by that.
        await MetCodeAsync(deur.Van(Hier), "anna", CodeVan(geheim, deur)).ShouldBeProblemAsync(401, "AANMELDCODE_ONJUIST");
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(2);
        var code = CodeVan(geheim, deur);
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MetCodeAsync(deur.Van(Hier), "anna", code)));
        antwoorden.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        (await MetCodeAsync(deur.Van(Hier), "anna", code)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(2);
        (await MetCodeAsync(deur.Van(Hier), "anna", CodeVan(geheim, deur))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var herstel = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MetCodeAsync(deur.Van(Hier), "anna", herstelcodes[3].ToUpperInvariant())));
        herstel.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        (await MetCodeAsync(deur.Van(Hier), "anna", herstelcodes[4])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await MetCodeAsync(deur.Van(Hier), "bram", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_the_page_the_code_comes_after_the_password_and_the_password_is_not_in_the_page()
    {
        await using var deur = await Deur.OpenAsync();
        var (geheim, _) = await StelInAsync(deur, await deur.AlsAsync("anna", Hier));
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(2);
        var client = deur.Van(Hier);
        var pagina = await Vraag(client);
        pagina.ShouldNotContain("kanteling\"");
        (await client.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        var bewijs = Bewijs().Match(pagina).Groups[1].Value;
        using var fout = await client.SubmitAsync("/aanmelden", "/aanmelden/code", [new("bewijs", bewijs), new("code", "12345")]);
        (fout.StatusCode, (await fout.Content.ReadAsStringAsync()).Contains("Deze code klopt niet")).ShouldBe((HttpStatusCode.Unauthorized, true));
        using var vals = await client.SubmitAsync("/aanmelden", "/aanmelden/code", [new("bewijs", "x" + bewijs), new("code", CodeVan(geheim, deur))]);
        vals.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var goed = await client.SubmitAsync("/aanmelden", "/aanmelden/code", [new("bewijs", bewijs), new("code", CodeVan(geheim, deur)), new("terug", "/werkstromen")]);
        goed.Headers.Location!.ToString().ShouldBe("/werkstromen");
        (await client.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        (await deur.RijenAsync<SignIn>()).Select(r => r.Outcome).Order().ShouldBe(["good", "good", "needs-code", "wrong-code"]);

        // What was proved is worth nothing once she has another password.
        var later = deur.Van(Hier);
        bewijs = Bewijs().Match(await Vraag(later)).Groups[1].Value;
        await deur.Storage.Users.ChangeAsync<string>(new("demo-anna"), (_, _) => null, u => u.PasswordHash = "anders", new("test"), deur.Tijd.GetUtcNow());
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(2);
        using var weg = await later.SubmitAsync("/aanmelden", "/aanmelden/code", [new("bewijs", bewijs), new("code", CodeVan(geheim, deur))]);
        (await weg.Content.ReadAsStringAsync()).ShouldContain("Dit duurde te lang");

        static async Task<string> Vraag(HttpClient client)
        {
            using var antwoord = await client.SubmitAsync("/aanmelden", "/aanmelden", [new("naam", "anna"), new("wachtwoord", "kanteling"), new("terug", "/werkstromen")]);
            antwoord.StatusCode.ShouldBe(HttpStatusCode.OK);
            return WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down_also_by_who_knows_the_password_or_found_a_browser_open()
    {
        await using var deur = await Deur.OpenAsync();
        var anna = await deur.AlsAsync("anna", Hier);
        var (geheim, _) = await StelInAsync(deur, anna);
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(2);
        // A right password in between gives nothing back.
        var statussen = await Task.WhenAll(Enumerable.Range(0, 40).Select(async n => (await MetCodeAsync(deur.Van(Daar), "anna", n % 4 == 0 ? null : $"{n:000000}")).StatusCode));
        statussen.Count(s => s == HttpStatusCode.Unauthorized).ShouldBe(5);
        for (var n = 0; n < 5; n++)
            await StuurAsync(anna, HttpStatusCode.UnprocessableEntity, new("wat", "uit"), new("wachtwoord", "kanteling"), new("code", "1"));
        await StuurAsync(anna, HttpStatusCode.TooManyRequests, new("wat", "uit"), new("wachtwoord", "kanteling"), new("code", CodeVan(geheim, deur)));
        deur.Tijd.Vooruit += TimeSpan.FromSeconds(31);
        await StuurAsync(anna, HttpStatusCode.Redirect, new("wat", "uit"), new("wachtwoord", "kanteling"), new("code", CodeVan(geheim, deur)));
        (await MetCodeAsync(deur.Van(Hier), "anna", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("begin")]
    [InlineData("codes")]
    [InlineData("uit")]
    public async Task Whoever_changes_it_proves_his_password_and_guesses_no_more_there_than_at_the_door(string wat)
    {
        await using var deur = await Deur.OpenAsync();
        var koekjes = new CookieJar();
        var anna = await deur.AlsAsync("anna", Hier, koekjes: koekjes);
        var geheim = wat == "begin" ? null : (await StelInAsync(deur, anna)).Geheim;
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(2);
        KeyValuePair<string, string>[] Met(string wachtwoord) => [new("wat", wat), new("wachtwoord", wachtwoord), new("code", geheim is null ? "" : CodeVan(geheim, deur))];
        // What was right counts as no guess.
        for (var n = 0; geheim is null && n < 6; n++)
            await BeginAsync(anna);
        for (var n = 0; n < 5; n++)
            (await StuurAsync(anna, HttpStatusCode.UnprocessableEntity, Met($"fout{n}"))).ShouldContain("Het wachtwoord dat u nu hebt, klopt niet.");
        await StuurAsync(anna, HttpStatusCode.TooManyRequests, Met("kanteling"));
        (await MetCodeAsync(deur.Van(Hier, koekjes: koekjes), "anna", null)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await deur.RijenAsync<SignIn>()).Count(r => r.Outcome == SignInOutcome.WrongPassword).ShouldBe(5);
        deur.Tijd.Vooruit += TimeSpan.FromSeconds(31);
        await StuurAsync(anna, wat == "uit" ? HttpStatusCode.Redirect : HttpStatusCode.OK, Met("kanteling"));
    }

    [Fact]
    public async Task Who_finds_a_browser_open_sees_no_secret_and_turns_nothing_on()
    {
        await using var deur = await Deur.OpenAsync();
        var koekjes = new CookieJar();
        var (anna, elders) = (await deur.AlsAsync("anna", Hier, koekjes: koekjes), await deur.AlsAsync("anna", Daar));
        var (geheim, bewijs) = await BeginAsync(anna);
        foreach (var client in (HttpClient[])[anna, elders])
            (await client.PageAsync(Pad)).ShouldNotContain(Base32Encoding.ToString(geheim));
        async Task Verlopen(HttpClient client, string gegeven)
        {
            var pagina = await StuurAsync(client, HttpStatusCode.UnprocessableEntity, new("wat", "bevestig"), new("bewijs", gegeven), new("code", CodeVan(geheim, deur)));
            pagina.ShouldContain("Dit duurde te lang. Geef uw wachtwoord nog een keer.");
            pagina.ShouldNotContain(Base32Encoding.ToString(geheim));
        }
        // Without what the password gave, at another browser, and too late.
        foreach (var gegeven in (string[])["", "x" + bewijs])
            await Verlopen(anna, gegeven);
        await Verlopen(elders, bewijs);
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(16);
        await Verlopen(anna, bewijs);
        (await MetCodeAsync(deur.Van(Daar), "anna", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // A right password in between makes guessing codes no cheaper, once it is on.
        (geheim, bewijs) = await BeginAsync(anna);
        await StuurAsync(anna, HttpStatusCode.OK, new("wat", "bevestig"), new("bewijs", bewijs), new("code", CodeVan(geheim, deur)));
        var gelet = new List<HttpStatusCode>();
        for (var n = 0; n < 6; n++)
        {
            gelet.Add((await MetCodeAsync(deur.Van(Hier, koekjes: koekjes), "anna", $"{n:000000}")).StatusCode);
            using var _ = await anna.SubmitAsync(Pad, Pad, [new("wat", "begin"), new("wachtwoord", "kanteling")]);
        }
        gelet.Count(s => s == HttpStatusCode.Unauthorized).ShouldBeLessThanOrEqualTo(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_changes_it_is_signed_out_everywhere_else(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        var (anna, bram) = (await deur.AlsAsync("anna", Hier), await deur.AlsAsync("bram", Hier));
        byte[] geheim = [];
        string Code()
        {
            deur.Tijd.Vooruit += TimeSpan.FromMinutes(2);
            return CodeVan(geheim, deur);
        }
        async Task<HttpClient> Elders(string? code)
        {
            var client = deur.Van(Daar);
            (await MetCodeAsync(client, "anna", code)).StatusCode.ShouldBe(HttpStatusCode.OK);
            return client;
        }
        async Task Weg(HttpClient client)
        {
            (await client.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
            (await anna.VraagAsync()).ShouldBe(HttpStatusCode.OK);
            (await bram.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);
        }
        var ander = await Elders(null);
        (geheim, var bewijs) = await BeginAsync(anna);
        await StuurAsync(anna, HttpStatusCode.UnprocessableEntity, new("wat", "bevestig"), new("bewijs", bewijs), new("code", "000000"));
        (await ander.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        await StuurAsync(anna, HttpStatusCode.OK, new("wat", "bevestig"), new("bewijs", bewijs), new("code", CodeVan(geheim, deur)));
        await Weg(ander);
        ander = await Elders(Code());
        HerstelcodesIn(await StuurAsync(anna, HttpStatusCode.OK, new("wat", "codes"), new("wachtwoord", "kanteling"), new("code", Code()))).Length.ShouldBe(10);
        await Weg(ander);
        ander = await Elders(Code());
        await StuurAsync(anna, HttpStatusCode.Redirect, new("wat", "uit"), new("wachtwoord", "kanteling"), new("code", Code()));
        await Weg(ander);
        (await deur.RijenAsync<Session>()).Where(s => s.EndedAt is not null).Select(s => s.EndedWhy).ShouldBe([.. Enumerable.Repeat("second-step-changed", 3)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_signs_in_with_a_password_while_it_is_set_up_is_not_in_afterwards(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        var anna = await deur.AlsAsync("anna", Hier);
        var gezien = (await deur.Storage.Users.FindAsync(new("demo-anna")))!;
        var (geheim, bewijs) = await BeginAsync(anna);
        var bezig = Enumerable.Range(0, 16).Select(n => MetCodeAsync(deur.Van($"192.0.2.{n}"), "anna", null)).ToList();
        await StuurAsync(anna, HttpStatusCode.OK, new("wat", "bevestig"), new("bewijs", bewijs), new("code", CodeVan(geheim, deur)));
        await Task.WhenAll(bezig);
        (await deur.RijenAsync<Session>()).Count(s => s.EndedAt is null).ShouldBe(1);
        (await anna.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        // The last moment at which it may come in between.
        Session Nieuw(string id) => new() { Id = id, UserId = gezien.Id, BegunAt = deur.Tijd.GetUtcNow(), SeenAt = deur.Tijd.GetUtcNow(), EndsAt = deur.Tijd.GetUtcNow().AddHours(1) };
        (await deur.Storage.SignIns.SucceededAsync(gezien, Nieuw("a"), null, [], isWhole: false)).ShouldBeFalse();
        (await deur.Storage.SignIns.SucceededAsync(gezien, Nieuw("b"), null, [], isWhole: true)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_secret_and_the_codes_stand_nowhere_in_the_clear()
    {
        var house = House.OnSqlite();
        await using var deur = new Deur(house);
        var (geheim, herstelcodes) = await StelInAsync(deur, await deur.AlsAsync("anna", Hier));
        var gezocht = new[] { Encoding.Latin1.GetString(geheim), Base32Encoding.ToString(geheim), herstelcodes[0], herstelcodes[0].Replace("-", "") };
        foreach (var bestand in Directory.GetFiles(Path.GetDirectoryName(house.Target)!).Where(naam => !naam.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(bestand, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var lezer = new StreamReader(open, Encoding.Latin1);
            var inhoud = await lezer.ReadToEndAsync();
            foreach (var tekst in gezocht)
                inhoud.ShouldNotContain(tekst);
        }
    }

    [Fact]
    public async Task Who_lost_everything_is_helped_by_a_colleague_who_manages_accounts_and_nobody_else()
    {
        const string Beheer = "/beheer/gebruikers/demo-anna/aanmeldingen";
        await using var deur = await Deur.OpenAsync();
        var (anna, esra, bram) = (await deur.AlsAsync("anna", Hier), await deur.AlsAsync("esra", Hier), await deur.AlsAsync("bram", Hier));
        await StelInAsync(deur, anna);
        (await bram.SubmitAsync("/aanmeldingen", Beheer, [new("wat", "tweede-stap-uit")])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await anna.SubmitAsync("/aanmeldingen", "/aanmeldingen", [new("wat", "tweede-stap-uit")])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await MetCodeAsync(deur.Van(Hier), "anna", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await esra.PageAsync(Beheer)).ShouldContain("Zet de tweede stap uit");
        (await esra.SubmitAsync(Beheer, Beheer, [new("wat", "tweede-stap-uit")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await anna.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await MetCodeAsync(deur.Van(Hier), "anna", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var gewijzigd = (await (await esra.GetAsync("/api/v1/gebruikers/demo-anna/wijzigingen")).ReadAsync(200))["items"]![0]!;
        (gewijzigd["wat"]![0]!.ToString(), gewijzigd["door"]!["id"]!.ToString()).ShouldBe(("De tweede stap bij het aanmelden is uitgezet.", "demo-esra"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_beheerder_who_lost_everything_is_helped_by_who_owns_the_machine(bool isPostgres)
    {
        const string Beheer = "/beheer/gebruikers/demo-esra/aanmeldingen";
        await using var deur = await Deur.OpenAsync(isPostgres);
        var esra = await deur.AlsAsync("esra", Hier);
        await StelInAsync(deur, esra);
        await deur.Services.GetRequiredService<Accounts>().VoegToeAsync(new User { Id = new("bob"), LoginName = "bob", DisplayName = "Bob", Roles = ["beheerder"] }, "kanteling", new("test"));
        var bob = await deur.AlsAsync("bob", Hier);
        (await bob.PageAsync(Beheer)).ShouldNotContain("tweede-stap-uit");
        (await bob.SubmitAsync(Beheer, Beheer, [new("wat", "tweede-stap-uit")])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await esra.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        (await deur.Services.GetRequiredService<Beheerdersherstel>().HerstelAsync("esra", new("opdrachtregel"))).Lukt(out var link, out _).ShouldBeTrue();
        (await esra.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await deur.Van(Hier).ChooseAsync("/wachtwoord/" + link!.Geheim)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await deur.Van(Hier).SignInAsync("esra")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whose_role_asks_for_it_does_nothing_before_it_is_set_up_and_a_demo_card_asks_no_code()
    {
        await using var deur = new Deur(House.OnSqlite(), b => b.UseSetting("Kanteling:Aanmelden:TweedeStapVoor:0", "beheerder"));
        var esra = await deur.AlsAsync("esra", Hier);
        await esra.GetAsync("/api/v1/incidenten").ShouldBeProblemAsync(403, "TWEEDE_STAP_INSTELLEN");
        using var pagina = await esra.GetAsync("/incidenten");
        pagina.Headers.Location!.ToString().ShouldBe(Pad);
        await StelInAsync(deur, esra);
        (await esra.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);
        (await (await deur.AlsAsync("anna", Hier)).VraagAsync()).ShouldBe(HttpStatusCode.OK);
        var kaart = deur.Van(Hier);
        (await kaart.SubmitAsync("/aanmelden", "/aanmelden/demo", [new("persoon", "demo-esra")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await kaart.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);
    }

    [GeneratedRegex("Typ dan deze sleutel in de app: <code>([A-Z2-7]+)</code>")]
    private static partial Regex Sleutel();

    [GeneratedRegex("<li><code>([a-z2-9]{5}-[a-z2-9]{5})</code></li>")]
    private static partial Regex Herstelcode();

    [GeneratedRegex("name=\"bewijs\" value=\"([^\"]+)\"")]
    private static partial Regex Bewijs();
}
