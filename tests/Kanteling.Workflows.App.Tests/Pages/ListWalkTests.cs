using Kanteling.Workflows.App.Tests.Elsa;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>Every list of a page, walked from its first page to its last by its own links: it says how many there are, and all of them come, once.</summary>
public sealed partial class ListWalkTests : IAsyncLifetime
{
    const int Households = 64;
    readonly House house = House.OnSqlite();

    public async Task InitializeAsync()
    {
        var anna = await house.AsAsync("anna");
        await Parallel.ForEachAsync(Enumerable.Range(0, Households), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => await anna.MeldAsync($"Familie Wandelaar{(char)('a' + (n % 26))}{(char)('a' + (n / 26))}"));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData("anna", "/?van=team", "/taken/[^\"?]+")]
    [InlineData("bram", "/studio/proeven", "/studio/run/[^\"?]+")]
    public async Task A_list_is_walked_to_its_end_by_its_links(string who, string path, string row) => await WalkAsync(await house.AsAsync(who), path, $"href=\"({row})\"");

    [Fact]
    public async Task The_list_of_what_cannot_go_on_is_walked_to_its_end()
    {
        await house.TrekInAsync("wijziging");
        await (await (await house.AsAsync("anna")).SendAsync("/api/v1/klok", new JsonObject { ["vooruit"] = "P7W" })).ReadAsync(200);
        await WalkAsync(await house.AsAsync("esra"), "/incidenten", "name=\"incident\" value=\"([^\"]+)\"");
    }

    [Fact]
    public async Task The_list_of_work_that_nobody_can_do_is_walked_to_its_end()
    {
        var esra = await house.AsAsync("esra");
        var users = house.Services.GetRequiredService<OpenStorage>().Users;
        foreach (var user in (await users.AllAsync()).Where(u => u.LoginName != "esra"))
            await users.ChangeAsync<object>(user.Id, (_, _) => null, u => u.IsActive = false, new("test"), DateTimeOffset.UtcNow);
        await WalkAsync(esra, "/incidenten", "href=\"(/taken/[^\"?]+)\"", number: "stilstand");
    }

    static async Task WalkAsync(HttpClient client, string path, string row, string number = "pagina")
    {
        var (seen, pages, total) = (new List<string>(), 0, 0);
        for (var next = path; next is not null; pages++)
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync(next));
            seen.AddRange(Regex.Matches(page, row).Select(m => m.Groups[1].Value));
            var said = Said().Match(page);
            said.Success.ShouldBeTrue(next);
            int Of(int group) => int.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);
            total = Of(3);
            seen.Count.ShouldBe(Of(2), next);
            next = Next().Match(page) is { Success: true } link ? link.Groups[1].Value : null;
        }
        seen.Count.ShouldBe(total);
        seen.Distinct().Count().ShouldBe(total);
        total.ShouldBeGreaterThanOrEqualTo(Households);
        pages.ShouldBeGreaterThan(1);
        WebUtility.HtmlDecode(await client.GetStringAsync(path + (path.Contains('?') ? "&" : "?") + number + "=999")).ShouldContain($"–{total} van {total}", customMessage: "past the end is the last page");
    }

    [Fact]
    public async Task The_counts_of_the_tabs_and_groups_are_of_the_whole_list_and_equal_what_programs_are_told()
    {
        var anna = await house.AsAsync("anna");
        var told = (await (await anna.GetAsync("/api/v1/taken")).ReadAsync(200))["totaal"]!.GetValue<int>();
        var page = WebUtility.HtmlDecode(await anna.GetStringAsync("/?van=team"));
        Regex.Match(page, "Van het team <span class=\"count\">(\\d+)").Groups[1].Value.ShouldBe($"{told}");
        Regex.Matches(page, "task-group__head[^>]*>[^<]*<span class=\"count\">(\\d+)").Sum(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ShouldBe(told);
    }

    [GeneratedRegex(@"(\d+)–(\d+) van (\d+)")]
    private static partial Regex Said();

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"")]
    private static partial Regex Next();
}
