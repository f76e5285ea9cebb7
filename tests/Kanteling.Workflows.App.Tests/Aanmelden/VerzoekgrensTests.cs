using System.Net;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Zaken.Gebruikers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Aanmelden;

/// <summary>Who asks too much waits, in the form of the door that he is at, and others do not wait for him.</summary>
public sealed class VerzoekgrensTests
{
    const string Hier = "203.0.113.10", Daar = "198.51.100.7";
    const int Veel = 150, Opgespaard = 10;

    static Deur Open() => new(House.OnSqlite(), b =>
    {
        foreach (var (naam, waarde) in ((string, int)[])[("PerSeconde", 1), ("Opgespaard", Opgespaard), ("AanmeldenPerSeconde", 1), ("AanmeldenOpgespaard", Opgespaard)])
            b.UseSetting("Kanteling:Verzoeken:" + naam, $"{waarde}");
    });

    static async Task<List<HttpResponseMessage>> VraagVeelAsync(HttpClient client, string pad) => [.. await Task.WhenAll(Enumerable.Range(0, Veel).Select(_ => client.GetAsync(pad)))];

    [Fact]
    public async Task Who_asks_too_much_waits_and_nobody_else()
    {
        await using var deur = Open();
        var (anna, bram) = (await deur.AlsAsync("anna", Hier), await deur.AlsAsync("bram", Hier));
        var antwoorden = await VraagVeelAsync(anna, "/api/v1/taken");
        antwoorden.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(Opgespaard);
        var te = antwoorden.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        te.ShouldNotBeEmpty();
        te.ShouldAllBe(a => a.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        await Task.FromResult(te[0]).ShouldBeProblemAsync(429, "TE_VEEL_VERZOEKEN");
        // From the same office and from another address by her: it is she who waits.
        (await bram.VraagAsync("/api/v1/incidenten")).ShouldBe(HttpStatusCode.OK);

        var pagina = (await VraagVeelAsync(bram, "/werkstromen")).First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        pagina.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await pagina.Content.ReadAsStringAsync()).ShouldContain("U vraagt heel veel in korte tijd.");
    }

    [Fact]
    public async Task Who_did_not_sign_in_is_counted_by_address_and_a_program_by_itself()
    {
        await using var deur = Open();
        var program = deur.Van(Hier);
        program.DefaultRequestHeaders.Authorization = new("Bearer", await deur.Services.GetRequiredService<Accounts>().VernieuwTokenAsync(new("demo-koppeling"), new("test")));
        (await VraagVeelAsync(deur.Van(Hier), "/aanmelden")).ShouldContain(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        (await deur.Van(Daar).VraagAsync("/aanmelden")).ShouldBe(HttpStatusCode.OK);
        (await program.VraagAsync("/api/v1/aanmeldingen")).ShouldBe(HttpStatusCode.OK);
        (await VraagVeelAsync(program, "/api/v1/aanmeldingen")).ShouldContain(a => a.StatusCode == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Signing_in_has_a_smaller_bucket_of_the_address()
    {
        await using var deur = Open();
        var pogingen = await Task.WhenAll(Enumerable.Range(0, Veel).Select(n => deur.Van(Hier).MeldAanAsync($"niemand{n}", "fout")));
        var geweigerd = pogingen.Where(p => p.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        geweigerd.ShouldNotBeEmpty();
        (await geweigerd[0].Content.ReadAsStringAsync()).ShouldContain("TE_VEEL_VERZOEKEN");
        (await deur.Van(Daar).ProbeerAsync("anna", "kanteling")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Health_and_files_are_answered_however_often()
    {
        await using var deur = Open();
        foreach (var pad in (string[])["/health/live", "/css/site.css"])
            (await VraagVeelAsync(deur.Van(Hier), pad)).ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
    }
}
