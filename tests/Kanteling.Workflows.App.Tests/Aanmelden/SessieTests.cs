using System.Net;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kanteling.Workflows.App.Tests.Aanmelden;

/// <summary>Who is signed in is a row: a cookie without one that lives is nobody's.</summary>
public sealed class SessieTests
{
    const string Hier = "203.0.113.10";
    const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const string Iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    static async Task<string> WaaromAsync(Deur deur, UserId wie) => string.Join(' ', (await deur.RijenAsync<Session>()).Where(s => s.UserId == wie).Select(s => s.EndedWhy ?? "leeft").Order());

    [Fact]
    public async Task A_cookie_that_was_copied_is_nobodys_after_signing_out_and_another_session_goes_on()
    {
        await using var deur = await Deur.OpenAsync();
        var koekjes = new CookieJar();
        var (anna, elders) = (await deur.AlsAsync("anna", Hier, koekjes: koekjes), await deur.AlsAsync("anna", Hier));
        using var antwoord = await deur.Van(Hier).MeldAanAsync("anna", "kanteling");
        var kopie = antwoord.Headers.GetValues("Set-Cookie").Single(k => k.StartsWith("__Host-kanteling=", StringComparison.Ordinal)).Split(';')[0];
        var dief = deur.Van(Hier);
        dief.DefaultRequestHeaders.Add("Cookie", kopie);
        (await dief.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        var eigenaar = deur.Van(Hier);
        eigenaar.DefaultRequestHeaders.Add("Cookie", kopie);
        (await eigenaar.PostAsync("/api/v1/afmelden", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await dief.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await dief.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await anna.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        (await elders.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        (await WaaromAsync(deur, new("demo-anna"))).ShouldBe("leeft leeft signed-out");
    }

    [Fact]
    public async Task A_cookie_from_before_there_were_sessions_is_nobodys()
    {
        await using var deur = await Deur.OpenAsync();
        await deur.AlsAsync("anna", Hier);
        const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
        var options = deur.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Scheme);
        string Koekje(params Claim[] claims) => options.Cookie.Name + "=" + options.TicketDataFormat.Protect(new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "demo-anna"), .. claims], Scheme)), new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) }, Scheme));
        foreach (var koekje in (string[])[Koekje(), Koekje(new Claim("kanteling.sessie", "x")), Koekje(new Claim("kanteling.sessie", (await deur.RijenAsync<Session>()).Single().Id))])
        {
            var client = deur.Van(Hier);
            client.DefaultRequestHeaders.Add("Cookie", koekje);
            (await client.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_changed_signs_in_again_everywhere_and_others_do_not(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        var anna = await deur.AlsAsync("anna", Hier);
        var wijzigingen = new (string Naam, string Waarom, Action<User> Wijzig)[]
        {
            ("rol", SessionEnd.RightsChanged, u => u.Roles = ["kwaliteitsmedewerker"]), ("team", SessionEnd.RightsChanged, u => u.Team = new("wijkteam-noord")),
            ("wachtwoord", SessionEnd.PasswordChanged, u => u.PasswordHash = "anders"), ("weg", SessionEnd.Deactivated, u => u.IsActive = false),
        };
        foreach (var (naam, waarom, wijzig) in wijzigingen)
        {
            var id = await deur.NieuwAsync(naam);
            var (een, twee) = (await deur.AlsAsync(naam, Hier), await deur.AlsAsync(naam, Hier));
            await deur.Storage.Users.ChangeAsync<string>(id, (_, _) => "niet", u => u.Roles = [], new("test"), deur.Tijd.GetUtcNow());
            await deur.Storage.Users.ChangeAsync<string>(id, (_, _) => null, u => u.DisplayName = "Anders", new("test"), deur.Tijd.GetUtcNow());
            (await een.VraagAsync()).ShouldBe(HttpStatusCode.OK, naam);
            await deur.Storage.Users.ChangeAsync<string>(id, (_, _) => null, wijzig, new("test"), deur.Tijd.GetUtcNow());
            (await een.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized, naam);
            (await twee.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized, naam);
            (await WaaromAsync(deur, id)).ShouldBe($"{waarom} {waarom}");
        }
        // Whoever comes to change a user, and however: another write of the register ends them too.
        var los = await deur.NieuwAsync("los");
        var client = await deur.AlsAsync("los", Hier);
        await deur.Storage.Registers.WriteAsync(new("test"), DateTimeOffset.UtcNow, async db => (await db.FirstAsync(db.Users.Where(u => u.Id == los)))!.PasswordHash = "anders");
        (await client.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await anna.VraagAsync()).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_password_that_was_changed_while_it_was_looked_at_begins_nothing(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        var id = await deur.NieuwAsync("gerda");
        var gezien = (await deur.Storage.Users.FindAsync(id))!;
        var nu = deur.Tijd.GetUtcNow();
        Session Nieuw(string sessie) => new() { Id = sessie, UserId = id, BegunAt = nu, SeenAt = nu, EndsAt = nu.AddHours(12) };
        (await deur.Storage.SignIns.SucceededAsync(gezien, Nieuw("a"), null, [], isWhole: true)).ShouldBeTrue();
        await deur.Storage.Users.ChangeAsync<string>(id, (_, _) => null, u => u.PasswordHash = "anders", new("test"), nu);
        (await deur.Storage.SignIns.SucceededAsync(gezien, Nieuw("b"), null, [], isWhole: true)).ShouldBeFalse();
        (await WaaromAsync(deur, id)).ShouldBe("password-changed");
        (await deur.RijenAsync<SignIn>()).Count(r => r.UserId == id).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_ends_by_eight_hours_without_use_and_by_twelve_in_all()
    {
        await using var deur = await Deur.OpenAsync();
        var (stil, bezig) = (await deur.AlsAsync("anna", Hier), await deur.AlsAsync("bram", Hier));
        deur.Tijd.Vooruit = TimeSpan.FromHours(7);
        (await bezig.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);
        deur.Tijd.Vooruit = TimeSpan.FromHours(8.1);
        (await stil.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await bezig.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);
        deur.Tijd.Vooruit = TimeSpan.FromHours(11.9);
        (await bezig.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);
        deur.Tijd.Vooruit = TimeSpan.FromHours(12.1);
        (await bezig.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task That_it_is_used_is_written_once_in_five_minutes()
    {
        await using var deur = await Deur.OpenAsync();
        var anna = await deur.AlsAsync("anna", Hier);
        async Task<DateTimeOffset> GezienAsync() => (await deur.RijenAsync<Session>()).Single().SeenAt;
        var begin = await GezienAsync();
        deur.Tijd.Vooruit = TimeSpan.FromMinutes(4);
        await anna.VraagAsync();
        (await GezienAsync()).ShouldBe(begin);
        deur.Tijd.Vooruit = TimeSpan.FromMinutes(6);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => anna.VraagAsync()));
        var later = await GezienAsync();
        later.ShouldBeGreaterThan(begin.AddMinutes(5));
        deur.Tijd.Vooruit = TimeSpan.FromMinutes(9);
        await anna.VraagAsync();
        (await GezienAsync()).ShouldBe(later);
    }

    [Fact]
    public async Task On_her_page_somebody_sees_where_she_is_signed_in_and_ends_it()
    {
        await using var deur = await Deur.OpenAsync();
        var laptop = await deur.AlsAsync("anna", Hier, Firefox);
        (await deur.Van("198.51.100.7", Iphone).ProbeerAsync("anna", "fout")).ShouldBe(HttpStatusCode.Unauthorized);
        var telefoon = await deur.AlsAsync("anna", "198.51.100.7", Iphone);
        (await laptop.PageAsync("/")).ShouldContain("href=\"/aanmeldingen\"");
        var pagina = await laptop.PageAsync("/aanmeldingen");
        foreach (var tekst in (string[])["Firefox op Windows", "Safari op iPhone", "198.51.100.7", Hier, "Verkeerd wachtwoord", "Overal afmelden"])
            pagina.ShouldContain(tekst);
        var lijst = await (await laptop.GetAsync("/api/v1/aanmeldingen")).ReadAsync(200);
        lijst["pogingen"]!.AsArray().Select(p => p!["gelukt"]!.GetValue<bool>()).ShouldBe([true, false, true]);
        var ander = lijst["sessies"]!.AsArray().Single(s => !s!["isDeze"]!.GetValue<bool>())!["id"]!.ToString();
        using var weg = await laptop.SubmitAsync("/aanmeldingen", "/aanmeldingen", [new("sessie", ander)]);
        weg.Headers.Location!.ToString().ShouldBe("/aanmeldingen?klaar=1");
        (await telefoon.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await laptop.VraagAsync()).ShouldBe(HttpStatusCode.OK);
        var derde = await deur.AlsAsync("anna", Hier);
        using var overal = await laptop.SubmitAsync("/aanmeldingen", "/aanmeldingen", [new("wat", "overal")]);
        overal.Headers.Location!.ToString().ShouldBe("/aanmelden");
        (await laptop.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await derde.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Sessions_of_a_colleague_are_for_who_manages_accounts_alone()
    {
        await using var deur = await Deur.OpenAsync();
        await deur.NieuwAsync("hassan");
        var (anna, hassan, esra) = (await deur.AlsAsync("anna", Hier), await deur.AlsAsync("hassan", Hier), await deur.AlsAsync("esra", Hier));
        var sessie = (await deur.RijenAsync<Session>()).Single(s => s.UserId == new UserId("demo-anna")).Id;
        const string Pagina = "/beheer/gebruikers/demo-anna/aanmeldingen";
        (await hassan.GetAsync(Pagina)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await hassan.GetAsync("/api/v1/aanmeldingen?gebruiker=demo-anna").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await hassan.SendAsync($"/api/v1/aanmeldingen/{sessie}/beeindigen", new JsonObject()).ShouldBeProblemAsync(404, "AANMELDING_ONBEKEND");
        (await hassan.SubmitAsync("/aanmeldingen", "/aanmeldingen", [new("sessie", sessie)])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await hassan.SubmitAsync("/aanmeldingen", Pagina, [new("wat", "overal")])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await anna.VraagAsync()).ShouldBe(HttpStatusCode.OK);

        var pagina = await esra.PageAsync(Pagina);
        pagina.ShouldContain("Aanmeldingen van een collega");
        await esra.GetAsync("/api/v1/aanmeldingen?gebruiker=niemand").ShouldBeProblemAsync(404, "GEBRUIKER_ONBEKEND");
        for (var keer = 0; keer < 2; keer++)
            (await esra.SendAsync($"/api/v1/aanmeldingen/{sessie}/beeindigen", new JsonObject())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await anna.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        using var overal = await esra.SubmitAsync(Pagina, "/beheer/gebruikers/hassan/aanmeldingen", [new("wat", "overal")]);
        overal.Headers.Location!.ToString().ShouldBe("/beheer/gebruikers/hassan/aanmeldingen?klaar=1");
        (await hassan.VraagAsync()).ShouldBe(HttpStatusCode.Unauthorized);
        (await esra.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_of_a_program_has_no_session_and_stays_as_it_is()
    {
        await using var deur = await Deur.OpenAsync();
        var token = await deur.Services.GetRequiredService<Accounts>().VernieuwTokenAsync(new("demo-koppeling"), new("test"));
        var program = deur.Van(Hier);
        program.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var lijst = await (await program.GetAsync("/api/v1/aanmeldingen")).ReadAsync(200);
        lijst["sessies"]!.AsArray().ShouldBeEmpty();
        deur.Tijd.Vooruit = TimeSpan.FromDays(2);
        (await program.VraagAsync("/api/v1/aanmeldingen")).ShouldBe(HttpStatusCode.OK);
        (await deur.RijenAsync<Session>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_becomes_somebody_else_at_the_same_browser_is_no_longer_the_first()
    {
        await using var deur = await Deur.OpenAsync();
        var browser = deur.Van(Hier);
        foreach (var wie in (string[])["demo-anna", "demo-bram"])
            (await browser.SubmitAsync("/aanmelden", "/aanmelden/demo", [new("persoon", wie)])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await WaaromAsync(deur, new("demo-anna"))).ShouldBe("signed-out");
        (await WaaromAsync(deur, new("demo-bram"))).ShouldBe("leeft");
    }
}
