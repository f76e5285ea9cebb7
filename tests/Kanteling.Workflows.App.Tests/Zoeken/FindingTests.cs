using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Commits;
using Kanteling.Workflows.Storage.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Zoeken;

/// <summary>The table of terms as the program keeps it: with each household as it stands, and without what was erased. On every database.</summary>
public abstract class FindingContract(SharedHouse shared)
{
    protected readonly House house = shared.House;
    readonly HttpClient anna = shared.Anna;

    protected OpenStorage Storage => house.Services.GetRequiredService<OpenStorage>();

    SqlStore Store => (SqlStore)Storage.Store;

    WorkflowEngine Engine => house.Services.GetRequiredService<WorkflowEngine>();

    protected async Task<JsonObject> AskAsync(string typed, int page = 1, HttpClient? by = null) =>
        await (await (by ?? anna).SendAsync("/api/v1/huishoudens/zoeken", new JsonObject { ["zoek"] = typed, ["pagina"] = page })).ReadAsync(200);

    protected Task<List<string>> TermsAsync(string household) => Store.ListAsync("SELECT term FROM search_terms WHERE stream = $1", r => r.GetString(0), default, household);

    /// <summary>A name that no other test has.</summary>
    protected static string Name() => "Zoek" + string.Concat(Guid.NewGuid().ToString("n").Select(c => (char)('a' + (char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10))).Take(12));

    protected async Task<string> TellAsync(params (string Name, string Born)[] people) => (await (await anna.SendAsync("/api/v1/meldingen", new JsonObject
    {
        ["huishouden"] = new JsonObject { ["naam"] = $"Familie {people[0].Name.Split(' ')[^1]}", ["leden"] = new JsonArray([.. people.Select(p => (JsonNode)new JsonObject { ["naam"] = p.Name, ["geboortedatum"] = p.Born })]) },
        ["client"] = 0, ["vraag"] = "Hulp.", ["kanaal"] = "telefoon", ["tochNieuw"] = true,
    })).ReadAsync(201))["huishouden"]!.ToString();

    [Fact]
    public async Task What_was_recorded_just_now_is_found_and_people_of_one_name_are_told_apart()
    {
        var name = Name();
        var first = await TellAsync(($"Jan {name}", "1950-03-12"), ($"Ans {name}", "1952-01-01"));
        var second = await TellAsync(($"Jan {name}", "1980-04-05"));
        var found = await AskAsync($"jan {name.ToUpperInvariant()}");
        found["totaal"]!.GetValue<int>().ShouldBe(2);
        found["items"]!.AsArray().Select(t => (t!["id"]!.ToString(), t["naam"]!.ToString(), t["geboren"]!.ToString())).ShouldBe([(first, $"Jan {name}", "1950-03-12"), (second, $"Jan {name}", "1980-04-05")], ignoreOrder: true);
        (await AskAsync($"{name} 12 maart 1950"))["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(first);
        (await AskAsync($"ans {name}"))["items"]!.AsArray().ShouldHaveSingleItem()!["persoon"]!.ToString().ShouldBe("p2");
        (await AskAsync(first))["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(first);
        var page = await anna.SearchAsync($"jan {name}");
        page.ShouldContain("1–2 van 2");
        page.ShouldContain($"/huishoudens/{first}");
    }

    [Fact]
    public async Task Who_is_found_by_a_name_that_is_not_shown_with_him_has_the_reason_beside_it()
    {
        var (own, partner) = (Name(), Name());
        var melding = new JsonObject
        {
            ["huishouden"] = new JsonObject
            {
                ["naam"] = $"Familie {partner}huis",
                ["leden"] = new JsonArray(
                    new JsonObject { ["naam"] = new JsonObject { ["roepnaam"] = "Wil", ["geslachtsnaam"] = own, ["partner"] = new JsonObject { ["geslachtsnaam"] = partner } } },
                    new JsonObject { ["naam"] = new JsonObject { ["roepnaam"] = "Ans", ["geslachtsnaam"] = own, ["partner"] = new JsonObject { ["geslachtsnaam"] = $"{partner}s" }, ["naamgebruik"] = "partner" } }),
            },
            ["client"] = 0, ["vraag"] = "Hulp.", ["kanaal"] = "telefoon",
        };
        await (await anna.SendAsync("/api/v1/meldingen", melding)).ReadAsync(201);
        async Task<string> WhyAsync(string typed) => string.Join(" ", (await AskAsync(typed))["items"]!.AsArray().Select(t => $"{t!["naam"]?.ToString().Split(' ')[0] ?? "huis"}: {t["reden"]?.ToString() ?? "-"}").Order());
        (await WhyAsync($"wil {own}")).ShouldBe("Wil: -");
        (await WhyAsync(partner)).ShouldBe("Ans: - Wil: gevonden op de naam van de partner");
        (await WhyAsync($"ans {own}")).ShouldBe("Ans: gevonden op de eigen achternaam");
        (await WhyAsync($"{partner}huis")).ShouldBe("huis: gevonden op de naam van het huishouden");
        (await anna.SearchAsync($"{partner}huis")).ShouldContain("gevonden op de naam van het huishouden");
    }

    [Fact]
    public async Task Every_page_comes_once_and_says_how_many_there_are()
    {
        var name = Name();
        for (var n = 0; n < 11; n++)
            await TellAsync([.. Enumerable.Range(0, 10).Select(p => ($"P{(char)('a' + p)} {name}", "1950-03-12"))]);
        var seen = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var found = await AskAsync(name, page);
            found["totaal"]!.GetValue<int>().ShouldBe(110);
            seen.AddRange(found["items"]!.AsArray().Select(t => $"{t!["id"]}/{t["persoon"]}"));
        }
        seen.Count.ShouldBe(110);
        seen.Distinct().Count().ShouldBe(110);
        (await anna.SearchAsync(name, page: 2)).ShouldContain("51–100 van 110");
        (await anna.SearchAsync(name, page: 9)).ShouldContain("101–110 van 110", customMessage: "past the end is the last page");
    }

    [Fact]
    public async Task The_log_keeps_what_was_shown_and_never_what_was_typed()
    {
        var name = Name();
        var household = await TellAsync(($"Jan {name}", "1950-03-12"), ($"Ans {name}", "1952-01-01"));
        await AskAsync(name);
        var looks = await Store.ListAsync("SELECT user_id, what FROM dossier_reads WHERE stream = $1", r => $"{r.GetString(0)} {r.GetString(1)}", default, household);
        looks.ShouldBe(["demo-anna zoeken"]);
        (await Store.ListAsync("SELECT count(*) FROM dossier_reads WHERE what LIKE $1", r => r.GetInt64(0), default, $"%{name}%"))[0].ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_question_and_a_BSN_in_the_address_are_refused_on_their_path()
    {
        foreach (var typed in (string[])["", "  ", "-", "'"])
            await anna.GetAsync($"/api/v1/huishoudens?zoek={Uri.EscapeDataString(typed)}").ShouldBeProblemAsync(422, "ZOEKVRAAG_LEEG");
        await anna.GetAsync("/api/v1/huishoudens?zoek=jansen+123456782").ShouldBeProblemAsync(422, "BSN_IN_ADRES");
        (await AskAsync("123456782"))["totaal"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task An_erased_name_is_found_by_nobody_from_the_commit_on_and_what_is_left_is_found_again()
    {
        var name = Name();
        var household = await TellAsync(($"Jan {name}", "1950-03-12"));
        (await AskAsync(name))["totaal"]!.GetValue<int>().ShouldBe(1);
        await EraseNamesAsync(household, name);

        (await TermsAsync(household)).ShouldBeEmpty("before any projection ran");
        (await AskAsync(name))["totaal"]!.GetValue<int>().ShouldBe(0);
        (await TermsAsync(household)).ShouldNotContain(term => term.Contains(name.ToLowerInvariant()));
        (await AskAsync(household))["totaal"]!.GetValue<int>().ShouldBe(1, "its number is left");
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_read_the_names_before_they_were_erased_writes_nothing_after_it()
    {
        var name = Name();
        var household = await TellAsync(($"Jan {name}", "1950-03-12"));
        var made = Searching.Projection.States!;
        var slow = new Projections(Store, [Searching.Projection with
        {
            States = made with
            {
                Of = (now, key) =>
                {
                    var rows = made.Of(now, key).ToList();
                    // Between reading the household and writing its rows, the names are erased.
                    if (now.Stream.Text == household && ((Huishouden)now.Domain).Personen[0].Naam.AsString() is not null)
                        Task.Run(() => EraseNamesAsync(household, name)).GetAwaiter().GetResult();
                    return rows;
                },
            },
        }]);
        while (!await slow.CatchUpSearchAsync())
            await Task.Yield();
        (await TermsAsync(household)).ShouldNotContain(term => term.Contains(name.ToLowerInvariant()));
        while ((await AskAsync(household))["totaal"]!.GetValue<int>() == 0)
            await Task.Yield();
        (await TermsAsync(household)).ShouldNotContain(term => term.Contains(name.ToLowerInvariant()));
    }

    protected async Task EraseNamesAsync(string household, string name)
    {
        var slots = ImmutableArray.CreateBuilder<SlotAddress>();
        await foreach (var commit in Store.HistoryAsync(new(household), 1, default))
            slots.AddRange(SlotCodec.Read(commit.Slots).Index().Where(slot => slot.Item.Bytes is { } bytes && System.Text.Encoding.UTF8.GetString(bytes.AsSpan()).Contains(name, StringComparison.Ordinal)).Select(slot => new SlotAddress(commit.Version, slot.Index)));
        (await Engine.EraseAsync(new(household), slots.ToImmutable(), "WMO_5_3_5", Asking.Person(new("demo-anna"), Calls.Key()))).ShouldBeOfType<Answer.Done>();
    }

    [Fact]
    public async Task Rows_that_somebody_changed_or_left_are_found_by_the_proof()
    {
        var household = await TellAsync(($"Jan {Name()}", "1950-03-12"));
        // Of what stands behind a transaction of another test the proof says nothing yet.
        while ((await Storage.Projections.LagAsync()).Single(lag => lag.Name == Searching.Name).Behind > 0)
            await Storage.Projections.RunAsync();
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
        await Store.WriteIfAsync(new("INSERT INTO search_terms (stream, person, kind, place, term) VALUES ($1, 'p1', 'naam', 99, 'vreemd')", household), [], default);
        (await Storage.Projections.DoubtsAsync()).ShouldBe(["search"]);
        await Store.WriteIfAsync(new("DELETE FROM search_terms WHERE term = 'vreemd'"), [], default);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
        await Store.WriteIfAsync(new("INSERT INTO search_terms (stream, person, kind, place, term) VALUES ('weg', 'p1', 'naam', 0, 'jansen')"), [], default);
        (await Storage.Projections.DoubtsAsync()).ShouldBe(["search"]);
        await Store.WriteIfAsync(new("DELETE FROM search_terms WHERE stream = 'weg'"), [], default);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }
}

public sealed class SqliteFindingTests(SharedHouse shared) : FindingContract(shared), IClassFixture<SharedHouse>;

public sealed class PostgresFindingTests(SharedPostgresHouse shared) : FindingContract(shared), IClassFixture<SharedPostgresHouse>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_a_transaction_lasts_what_was_recorded_is_found_and_what_was_erased_is_not(bool inAnotherDatabase)
    {
        var elsewhere = inAnotherDatabase ? await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync() : house.Target;
        await using var source = NpgsqlDataSource.Create(elsewhere);
        await using var connection = await source.OpenConnectionAsync();
        await using var lasting = await connection.BeginTransactionAsync();
        await using var number = new NpgsqlCommand("SELECT pg_current_xact_id()", connection, lasting);
        await number.ExecuteScalarAsync();

        var name = Name();
        var household = await TellAsync(($"Jan {name}", "1950-03-12"), ($"Ans {name}", "1952-01-01"));
        (await AskAsync(name))["totaal"]!.GetValue<int>().ShouldBe(2);
        (await AskAsync(name))["totaal"]!.GetValue<int>().ShouldBe(2, "and again");
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
        var second = await TellAsync(($"Jan {name}", "1980-04-05"));
        (await AskAsync($"jan {name}"))["totaal"]!.GetValue<int>().ShouldBe(2);
        await EraseNamesAsync(household, name);
        (await AskAsync(name))["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe(second);

        await lasting.RollbackAsync();
        while ((await Storage.Projections.LagAsync()).Single(lag => lag.Name == Searching.Name).Behind > 0)
            await Storage.Projections.RunAsync();
        (await AskAsync(name))["totaal"]!.GetValue<int>().ShouldBe(1);
        (await Storage.Projections.DoubtsAsync()).ShouldBeEmpty();
    }
}
