using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>A file with a procedure: sent, put there, listed and given back, by the API and by a page without JavaScript.</summary>
public sealed class BijlageTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Naam = "brief van dokter Pietersen é.pdf";
    static readonly byte[] Brief = Encoding.UTF8.GetBytes("%PDF " + new string('b', 700_000) + " einde");

    readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    static Task<HttpResponseMessage> StuurAsync(HttpClient client, HttpContent inhoud, string naam = Naam)
    {
        inhoud.Headers.ContentType ??= new MediaTypeHeaderValue("application/pdf");
        inhoud.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = naam };
        return client.SendFileAsync(inhoud);
    }

    static async Task<string> GestuurdAsync(HttpClient client) => (await (await StuurAsync(client, new ByteArrayContent(Brief))).ReadAsync(201))["bestand"]!.ToString();

    async Task<(string Household, string Dossier)> MeldAsync()
    {
        var household = await anna.MeldAsync(Calls.Family());
        return (household, (await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200))["dossiers"]![0]!["id"]!.ToString());
    }

    static JsonObject Bij(string dossier, string bestand) => new() { ["bestand"] = bestand, ["dossier"] = dossier, ["toelichting"] = "van de huisarts" };

    [Fact]
    public async Task A_file_is_sent_put_with_a_procedure_listed_and_given_back_and_each_look_is_noted()
    {
        var (household, dossier) = await MeldAsync();
        var sent = await (await StuurAsync(anna, new ByteArrayContent(Brief))).ReadAsync(201);
        sent["lengte"]!.GetValue<long>().ShouldBe(Brief.Length);
        var key = Calls.Key();
        await (await anna.SendAsync($"/api/v1/huishoudens/{household}/bijlagen", Bij(dossier, sent["bestand"]!.ToString()), key)).ReadAsync(201);
        await (await anna.SendAsync($"/api/v1/huishoudens/{household}/bijlagen", Bij(dossier, sent["bestand"]!.ToString()), key)).ReadAsync(201);

        var line = (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/bijlagen")).ReadAsync(200))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (line["naam"]!.ToString(), line["dossier"]!.ToString(), line["toelichting"]!.ToString(), line["isGewist"]!.GetValue<bool>()).ShouldBe((Naam, dossier, "van de huisarts", false));

        var file = await anna.GetAsync($"/api/v1/huishoudens/{household}/bijlagen/{line["nummer"]}");
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Brief);
        (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar).ShouldBe(("attachment", Naam));
        (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentLength).ShouldBe(("application/octet-stream", Brief.Length));
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();

        (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/tijdlijn")).ReadAsync(200)).ToJsonString().ShouldContain("Bijlage toegevoegd");
        (await anna.GetAsync($"/api/v1/huishoudens/{household}/gebeurtenissen")).EnsureSuccessStatusCode();
        var looks = await house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.DossierReads.Where(r => r.Stream == new StreamId(household))));
        looks.ShouldContain(r => r.What == "bijlage" && r.Dossier == new DossierId(dossier) && r.UserId == new UserId("demo-anna"));
    }

    [Theory]
    [InlineData("text/javascript")]
    [InlineData("application/javascript")]
    [InlineData("text/html")]
    [InlineData("image/svg+xml")]
    [InlineData("text/css")]
    [InlineData("application/xhtml+xml")]
    [InlineData("application/pdf")]
    public async Task Whatever_its_sender_says_that_it_is_it_is_given_as_bytes_to_keep(string type)
    {
        var (household, dossier) = await MeldAsync();
        var content = new ByteArrayContent("alert(1)"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        var sent = await (await StuurAsync(anna, content)).ReadAsync(201);
        await (await anna.SendAsync($"/api/v1/huishoudens/{household}/bijlagen", Bij(dossier, sent["bestand"]!.ToString()))).ReadAsync(201);
        var line = (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/bijlagen")).ReadAsync(200))["items"]!.AsArray().ShouldHaveSingleItem()!;
        line["soort"]!.ToString().ShouldBe(type);
        foreach (var path in (string[])[$"/api/v1/huishoudens/{household}/bijlagen/{line["nummer"]}", $"/huishoudens/{household}/bijlagen/{line["nummer"]}"])
        {
            var file = await anna.GetAsync(path);
            (file.Content.Headers.ContentType!.ToString(), file.Content.Headers.ContentDisposition!.DispositionType).ShouldBe(("application/octet-stream", "attachment"), path);
            file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
        }
    }

    [Fact]
    public async Task What_somebody_else_sent_what_was_used_and_what_is_unknown_is_refused()
    {
        var (household, dossier) = await MeldAsync();
        var colleague = await house.AsNewAsync("consulent", "wijkteam-noord");
        var theirs = await GestuurdAsync(colleague);
        var address = $"/api/v1/huishoudens/{household}/bijlagen";
        await anna.SendAsync(address, Bij(dossier, theirs)).ShouldBeProblemAsync(409, "UPLOAD_GONE");
        await anna.SendAsync(address, Bij(dossier, "bestaat-niet")).ShouldBeProblemAsync(409, "UPLOAD_GONE");
        var mine = await GestuurdAsync(anna);
        await anna.SendAsync(address, Bij("bestaat-niet", mine)).ShouldBeProblemAsync(404, "DOSSIER_UNKNOWN");
        (await anna.SendAsync(address, new JsonObject { ["bestand"] = mine }).ShouldBeProblemAsync(400, "VERZOEK_ONJUIST"))["fouten"]!.AsArray().ShouldHaveSingleItem()!["zin"]!.ToString().ShouldBe("Vul in bij welke procedure het hoort.");
        await (await anna.SendAsync(address, Bij(dossier, mine))).ReadAsync(201);
        await anna.SendAsync(address, Bij(dossier, mine)).ShouldBeProblemAsync(409, "UPLOAD_GONE");
        await anna.GetAsync(address + "/999").ShouldBeProblemAsync(404, "BIJLAGE_ONBEKEND");
    }

    [Fact]
    public async Task Who_may_not_see_the_household_gets_no_file_of_it()
    {
        var (household, dossier) = await MeldAsync();
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek")).ReadAsync(200);
        await (await anna.CompleteAsync(household, "ontvangst-bevestigen", null, new JsonObject { ["behandelaar"] = "demo-anna", ["kanaal"] = "post", ["verzondenOp"] = Calls.Today })).ReadAsync(200);
        await (await anna.SendAsync($"/api/v1/huishoudens/{household}/bijlagen", Bij(dossier, await GestuurdAsync(anna)))).ReadAsync(201);
        var number = (await (await anna.GetAsync($"/api/v1/huishoudens/{household}/bijlagen")).ReadAsync(200))["items"]![0]!["nummer"];

        var other = await house.AsNewAsync("consulent", "wijkteam-zuid");
        await other.GetAsync($"/api/v1/huishoudens/{household}/bijlagen/{number}").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await other.GetAsync($"/api/v1/huishoudens/{household}/bijlagen").ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        await other.SendAsync($"/api/v1/huishoudens/{household}/bijlagen", Bij(dossier, await GestuurdAsync(other))).ShouldBeProblemAsync(403, "NIET_BEVOEGD");
        (await other.GetAsync($"/huishoudens/{household}/bijlagen/{number}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_25_MB_is_refused_with_a_sentence_whether_or_not_it_says_how_much_it_is(bool says)
    {
        HttpContent inhoud = says ? new ByteArrayContent(new byte[Blob.Largest + 1]) : new Unannounced(Blob.Largest + 1);
        var problem = await StuurAsync(anna, inhoud).ShouldBeProblemAsync(413, "UPLOAD_TOO_LARGE");
        problem["title"]!.ToString().ShouldContain("25 MB");
    }

    [Fact]
    public async Task Who_lets_fifty_files_wait_brings_no_more_until_he_uses_one()
    {
        var (household, dossier) = await MeldAsync();
        var bea = await house.AsNewAsync("consulent", "wijkteam-noord");
        static ByteArrayContent Small() => new("x"u8.ToArray());
        var first = (await (await StuurAsync(bea, Small())).ReadAsync(201))["bestand"]!.ToString();
        for (var n = 1; n < Upload.MostWaiting; n++)
            await (await StuurAsync(bea, Small())).ReadAsync(201);
        (await StuurAsync(bea, Small()).ShouldBeProblemAsync(409, "TOO_MANY_UPLOADS"))["title"]!.ToString().ShouldContain("Dat mogen er 50 zijn, samen 500 MB.");
        var address = $"/huishoudens/{household}/bijlagen";
        var page = await bea.GetStringAsync(address);
        string Value(string name) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value);
        var refused = await bea.PostAsync(address, Form(Value("__RequestVerificationToken"), Value("sleutel"), dossier, Brief));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Er wachten te veel bestanden van u");
        await (await StuurAsync(anna, Small())).ReadAsync(201);

        await (await bea.SendAsync($"/api/v1/huishoudens/{household}/bijlagen", Bij(dossier, first))).ReadAsync(201);
        await (await StuurAsync(bea, Small())).ReadAsync(201);
    }

    [Fact]
    public async Task A_file_of_nothing_is_none() => await StuurAsync(anna, new ByteArrayContent([])).ShouldBeProblemAsync(422, "BESTAND_LEEG");

    [Fact]
    public async Task An_answer_of_more_than_64_KB_is_refused_with_a_sentence()
    {
        var (household, _) = await MeldAsync();
        var asked = anna.CompleteAsync(household, "eerste-beoordeling", "Onderzoek", new JsonObject { ["toelichting"] = new string('v', 70_000) });
        ((int)(await asked).StatusCode).ShouldBe(422);
    }

    [Fact]
    public async Task The_page_takes_a_file_without_JavaScript_and_only_from_our_own_form()
    {
        var (household, dossier) = await MeldAsync();
        var address = $"/huishoudens/{household}/bijlagen";
        var page = await anna.GetStringAsync(address);
        page.ShouldContain("Er zijn nog geen bijlagen");
        (await house.Services.GetRequiredService<OpenStorage>().Registers.ReadAsync(db => db.ListAsync(db.DossierReads.Where(r => r.Stream == new StreamId(household)))))
            .Select(r => r.What).ShouldBe(["huishouden", "bijlagen"], "to melden looked at the household; the page is one look");
        string Value(string name) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value);

        (await anna.PostAsync(address, Form("verzonnen", Value("sleutel"), dossier, Brief))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var large = await anna.PostAsync(address, Form(Value("__RequestVerificationToken"), Value("sleutel"), dossier, new byte[Blob.Largest + 1]));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await large.Content.ReadAsStringAsync()).ShouldContain("Dit bestand is te groot.");
        (await anna.GetStringAsync(address)).ShouldContain("Er zijn nog geen bijlagen");

        var added = await anna.PostAsync(address, Form(Value("__RequestVerificationToken"), Value("sleutel"), dossier, Brief));
        (added.StatusCode, added.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.Redirect, address + "?klaar=toegevoegd"));
        page = await anna.GetStringAsync(added.Headers.Location);
        page.ShouldContain("De bijlage is toegevoegd");
        page.ShouldContain("brief van dokter Pietersen");
        page.ShouldContain("van de huisarts");
        var file = await anna.GetAsync(Regex.Match(page, $"{address}/[0-9]+").Value);
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Brief);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await anna.GetStringAsync($"/huishoudens/{household}")).ShouldContain("1 bijlage");
    }

    static MultipartFormDataContent Form(string token, string sleutel, string dossier, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(sleutel), "sleutel" }, { new StringContent(dossier), "dossier" }, { new StringContent("van de huisarts"), "toelichting" },
            { file, "bestand", Naam },
        };
    }

    /// <summary>So many bytes, without saying how many.</summary>
    sealed class Unannounced(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var bytes = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= bytes.Length)
                await stream.WriteAsync(bytes.AsMemory(0, (int)Math.Min(left, bytes.Length)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = 0;
            return false;
        }
    }
}
