using System.IO.Compression;
using System.Net;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Web.Pages.Studio;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>The files of Elsa Studio, as the build laid them beside the program.</summary>
public sealed class StudioFileTests(StudioFileTests.Served served) : IClassFixture<StudioFileTests.Served>
{
    const string Start = "_framework/blazor.webassembly.js";

    public sealed class Served : IAsyncDisposable, IDisposable
    {
        public House House { get; } = House.OnSqlite();

        public void Dispose() => House.Dispose();

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }

    Studiobestanden Files => served.House.Services.GetRequiredService<Studiobestanden>();

    HttpClient Client => served.House.Server.CreateClient();

    async Task<HttpResponseMessage> GetAsync(string name, string? encoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/studio/" + name);
        if (encoding is not null)
            request.Headers.Add("Accept-Encoding", encoding);
        return await Client.SendAsync(request);
    }

    [Fact]
    public void The_build_placed_what_a_browser_needs_and_nothing_else()
    {
        Files.IsThere.ShouldBeTrue();
        var names = Files.All.Select(f => f.Name).ToList();
        names.ShouldContain("Elsa.Studio.Host.CustomElements.styles.css");
        names.ShouldContain("_content/Radzen.Blazor/css/material-base.css");
        names.ShouldNotContain(n => n.EndsWith(".gz") || n.EndsWith(".map") || n.EndsWith("index.html") || n.EndsWith("package.json"));
    }

    /// <summary>The browser checks most of them against a hash; one byte more or less and Studio does not start.</summary>
    [Fact]
    public async Task Every_file_arrives_as_the_package_has_it()
    {
        foreach (var file in Files.All)
        {
            var whole = await GetAsync(file.Name);
            whole.StatusCode.ShouldBe(HttpStatusCode.OK, file.Name);
            whole.Content.Headers.ContentEncoding.ShouldBeEmpty();
            var bytes = await whole.Content.ReadAsByteArrayAsync();
            (await InPackageAsync(file.Name)).AsSpan().SequenceEqual(bytes).ShouldBeTrue(file.Name);
        }
    }

    [Fact]
    public async Task Who_takes_brotli_gets_the_compressed_file_as_it_is()
    {
        var answer = await GetAsync(Start, "gzip, deflate, br");
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        await using var unpacked = new BrotliStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);
        (await InPackageAsync(Start)).AsSpan().SequenceEqual(bytes.ToArray()).ShouldBeTrue();
        (await GetAsync(Start, "br;q=0, gzip")).Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".wasm", "application/wasm")]
    [InlineData(".dat", "application/octet-stream")]
    [InlineData(".woff2", "font/woff2")]
    [InlineData(".css", "text/css")]
    public async Task Each_kind_of_file_says_what_it_is(string ending, string type) =>
        (await GetAsync(Files.All.First(f => f.Name.EndsWith(ending)).Name, "br")).Content.Headers.ContentType!.MediaType.ShouldBe(type);

    [Fact]
    public async Task What_has_its_content_in_its_name_is_kept_for_ever_and_the_rest_is_asked_for_again()
    {
        var named = Files.All.First(f => f.Name.StartsWith("_framework/Elsa.Studio.Core.") && f.Name.EndsWith(".wasm"));
        (await GetAsync(named.Name)).Headers.CacheControl!.ToString().ShouldContain("immutable");
        Files.All.Single(f => f.Name == Start).IsNamedByContent.ShouldBeFalse();
        Files.All.Where(f => !f.IsNamedByContent && f.Name.EndsWith(".wasm")).ShouldBeEmpty();

        var first = await GetAsync(Start, "br");
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var again = new HttpRequestMessage(HttpMethod.Get, "/studio/" + Start);
        again.Headers.Add("Accept-Encoding", "br");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await Client.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await GetAsync(Start)).Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    [Theory]
    [InlineData("../appsettings.json")]
    [InlineData("..%2f..%2fappsettings.json")]
    [InlineData("_framework/../../../Kanteling.Workflows.Web.dll")]
    [InlineData("_framework/%2e%2e/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("//etc/passwd")]
    [InlineData("_framework")]
    [InlineData("_framework/bestaat-niet.wasm")]
    public async Task No_address_leads_out_of_the_folder(string name) =>
        (await GetAsync(name)).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Redirect);

    [Fact]
    public async Task Without_the_designers_the_product_runs_and_says_so()
    {
        await using var house = House.OnSqlite();
        await using var bare = house.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton(new Studiobestanden("/bestaat/niet"))));
        var client = bare.Server.CreateClient();
        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/studio/" + Start)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    static Task<byte[]> InPackageAsync(string name)
    {
        var house = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(house.FullName, "Kanteling.Workflows.sln")))
            house = house.Parent!;
        return File.ReadAllBytesAsync(Path.Combine(house.FullName, "designer/node_modules/@elsa-workflows/elsa-studio-wasm", name));
    }
}
