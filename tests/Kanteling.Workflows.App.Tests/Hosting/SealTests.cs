using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Xml.Linq;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>What is sealed for a person (a cookie, a form, a question in an address) opens on every node and after a restart, and nowhere else.</summary>
public sealed class SealTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly string first = KeyText.New("first"), second = KeyText.New("second");

    string Database => folder.File("kanteling.db");

    [Fact]
    public async Task On_PostgreSQL_what_one_node_sealed_the_other_opens()
    {
        var target = await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync();
        await using var a = await PlacedServer.StartAsync(target, [("Kanteling__Sleutels__0", PostgresCluster.Key), ("Kanteling__Wislijst", folder.File("a.gewist")), ("HOME", folder.File("a"))]);
        await using var b = await PlacedServer.StartAsync(target, [("Kanteling__Sleutels__0", PostgresCluster.Key), ("Kanteling__Wislijst", folder.File("b.gewist")), ("HOME", folder.File("b"))]);
        var kept = await SealAsync(a);
        await ShouldOpenAsync(b, kept);
        await ShouldOpenAsync(a, await SealAsync(b));
        (a.Output + b.Output).ShouldNotContain(PostgresCluster.Key.Split(':')[1]);
    }

    [Fact]
    public async Task On_SQLite_it_opens_after_a_restart_with_another_home()
    {
        Kept kept;
        await using (var before = await PlacedServer.StartAsync(Database, ("HOME", folder.File("a"))))
        {
            kept = await SealAsync(before);
            await before.StopAsync();
        }
        await using var after = await PlacedServer.StartAsync(Database, ("HOME", folder.File("b")));
        await ShouldOpenAsync(after, kept);
        Directory.Exists(folder.File("a")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_no_longer_opens_makes_people_sign_in_again_and_nothing_else()
    {
        await using var house = House.OnSqlite();
        var anna = await house.AsAsync("anna");
        await anna.MeldAsync();
        await house.StopAsync();
        await RunAsync(house.Target, "UPDATE sealed_keys SET bytes = randomblob(length(bytes))");

        await using var after = await PlacedServer.StartAsync(house.Target, ("Kanteling__Gemeentecode", "0344"));
        var again = await after.AsAsync("anna");
        (await again.GetAsync("/api/v1/taken")).StatusCode.ShouldBe(HttpStatusCode.OK);
        after.Output.Split("gaan niet open met de sleutels van deze database").Length.ShouldBe(2, after.Output);
        after.Output.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task The_rows_hold_no_key_in_the_clear_and_an_older_key_of_the_database_still_opens_them()
    {
        const string Text = "<key>geheim</key>";
        await using (var before = await OpenAsync(first))
            (await before.SealedKeys.AddAsync(Text, 0)).ShouldBeTrue();
        await using (var after = await OpenAsync(second, first))
        {
            var read = await after.SealedKeys.ReadAsync();
            (read.Last, read.Texts.Single(), read.Closed).ShouldBe((1, Text, 0));
            (await after.SealedKeys.AddAsync("<key>nieuw</key>", 1)).ShouldBeTrue();
            (await after.SealedKeys.ReadAsync()).Texts.ShouldBe([Text, "<key>nieuw</key>"]);
        }
        foreach (var file in Directory.GetFiles(folder.Path))
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain("geheim");
        (await RunAsync(Database, "SELECT group_concat(key_id) FROM sealed_keys")).ShouldBe("first,second");
    }

    [Fact]
    public async Task Of_two_that_make_the_first_key_in_the_same_moment_one_is_kept()
    {
        await using var storage = await OpenAsync(first);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => storage.SealedKeys.AddAsync($"<key n='{n}'/>", 0)));
        made.Count(m => m).ShouldBe(1);
        (await storage.SealedKeys.ReadAsync()).Texts.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Two_nodes_that_start_together_without_a_key_seal_with_one()
    {
        await using var a = await House.OnPostgresAsync();
        await using var b = House.On(a.Target);
        await using (var source = NpgsqlDataSource.Create(a.Target))
        await using (var empty = source.CreateCommand("DELETE FROM sealed_keys"))
            await empty.ExecuteNonQueryAsync();
        var cookies = await Task.WhenAll(((House[])[a, b]).Select(house => Task.Run(async () =>
            (await house.Anonymous().PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).CookieOf())));
        foreach (var house in (House[])[a, b])
        {
            foreach (var cookie in cookies)
                (await house.Anonymous().AskAsync("/api/v1/taken", cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await a.Services.GetRequiredService<OpenStorage>().SealedKeys.ReadAsync()).Texts.Length.ShouldBe(1);
    }

    [Fact]
    public void Another_purpose_another_key_and_a_changed_byte_open_nothing()
    {
        var (key, other) = (RingKey.New("a"), RingKey.New("a"));
        var bytes = Encoding.UTF8.GetBytes("iets");
        var whole = key.Seal("x", bytes);
        key.Unseal("x", whole).ShouldBe(bytes);
        key.Seal("x", bytes).ShouldNotBe(whole);
        key.Unseal("y", whole).ShouldBeNull();
        other.Unseal("x", whole).ShouldBeNull();
        key.Unseal("x", whole.AsSpan(0, 20)).ShouldBeNull();
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            key.Unseal("x", changed).ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_database_that_is_away_while_the_keys_are_read_is_no_error_of_the_program()
    {
        await using var house = House.OnSqlite();
        await using var without = house.WithWebHostBuilder(b => b.ConfigureTestServices(services => services.PostConfigure<KeyManagementOptions>(o => o.XmlRepository = new Away())));
        var client = without.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" }).ShouldBeProblemAsync(503, "OPSLAG_NIET_BEREIKBAAR");
        var page = await client.GetAsync("/aanmelden");
        (page.StatusCode, page.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.ServiceUnavailable, "text/html"));
        (await page.Content.ReadAsStringAsync()).ShouldContain("OPSLAG_NIET_BEREIKBAAR");
    }

    sealed class Away : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => throw StorageUnavailableException.For(new IOException("away"));

        public void StoreElement(XElement element, string friendlyName) => throw StorageUnavailableException.For(new IOException("away"));
    }

    sealed record Kept(string Cookie, string FormCookie, string Proof, string Question);

    static async Task<Kept> SealAsync(PlacedServer server)
    {
        using var client = server.Bare();
        var page = await client.GetAsync("/aanmelden");
        var (formCookie, proof) = (page.CookieOf(), Forms.Proof(await page.Content.ReadAsStringAsync()));
        var cookie = (await client.PostAsJsonAsync("/api/v1/aanmelden", new { naam = "anna", wachtwoord = "kanteling" })).CookieOf();
        var work = await client.AskAsync("/", cookie);
        var search = await client.PostAsync("/zoeken", $"{cookie}; {work.CookieOf()}", ("zoek", "Zegelaar"), ("__RequestVerificationToken", Forms.Proof(await work.Content.ReadAsStringAsync())));
        return new(cookie, formCookie, proof, search.Headers.Location!.ToString());
    }

    static async Task ShouldOpenAsync(PlacedServer server, Kept kept)
    {
        using var client = server.Bare();
        (await client.AskAsync("/api/v1/taken", kept.Cookie)).StatusCode.ShouldBe(HttpStatusCode.OK, server.Output);
        (await client.PostAsync("/aanmelden", kept.FormCookie, ("naam", "anna"), ("wachtwoord", "kanteling"), ("__RequestVerificationToken", kept.Proof))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await client.AskAsync(kept.Question, kept.Cookie)).Content.ReadAsStringAsync()).ShouldContain("Zegelaar");
    }

    Task<OpenStorage> OpenAsync(params string[] keys) => StorageSetup.OpenAsync(StorageOptions.Sqlite(Database) with { IsDurable = false, Keys = KeyText.Read(keys) });

    static async Task<string?> RunAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    public void Dispose() => folder.Dispose();
}
