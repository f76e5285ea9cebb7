using System.Net;
using System.Text;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.Storage.Registers;
using Microsoft.Data.Sqlite;

namespace Kanteling.Workflows.App.Tests.Aanmelden;

/// <summary>Who guesses is slowed down, also when he asks everything at once, and nobody else is.</summary>
public sealed class PogingTests
{
    const string Kantoor = "203.0.113.10", Thuis = "198.51.100.7";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_sixty_guesses_at_once_five_are_looked_at(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        var gerda = await deur.NieuwAsync("gerda");
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => deur.Van(Thuis).MeldAanAsync("gerda", $"fout{n}")));
        antwoorden.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(5);
        antwoorden.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(55);
        antwoorden.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldAllBe(a => a.Headers.RetryAfter!.Delta > TimeSpan.Zero && a.Headers.RetryAfter.Delta < TimeSpan.FromSeconds(45));
        (await deur.RijenAsync<SignIn>()).Count(r => r.UserId == gerda && r.Outcome == SignInOutcome.WrongPassword).ShouldBe(5);
        (await deur.Van(Thuis).ProbeerAsync(" GERDA", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
        // What is guessed of her name elsewhere does not hinder her.
        (await deur.Van(Kantoor).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task People_who_type_right_and_wrong_in_the_same_moment_do_not_hold_each_other_up()
    {
        await using var deur = await Deur.OpenAsync(isPostgres: true);
        for (var n = 0; n < 8; n++)
            await deur.NieuwAsync($"collega{n}");
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => deur.Van(Kantoor).ProbeerAsync($"collega{n % 8}", n >= 24 ? "kanteling" : "vergist")));
        antwoorden.ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.Unauthorized);
        antwoorden.Count(status => status == HttpStatusCode.OK).ShouldBe(16);
    }

    [Fact]
    public async Task Nodes_count_together()
    {
        var house = await House.OnPostgresAsync();
        await using var a = new Deur(house);
        await a.NieuwAsync("gerda");
        await using var b = new Deur(House.On(house.Target));
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => (n % 2 == 0 ? a : b).Van(Thuis).ProbeerAsync("gerda", "fout")));
        antwoorden.Count(status => status == HttpStatusCode.Unauthorized).ShouldBe(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Waiting_grows_to_a_quarter_of_an_hour_and_is_over_when_it_was_right(bool isPostgres)
    {
        await using var deur = await Deur.OpenAsync(isPostgres);
        await deur.NieuwAsync("gerda");
        var client = deur.Van(Thuis);
        for (var n = 0; n < 5; n++)
            (await client.ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var seconden in (int[])[30, 60, 120, 240, 480, 900, 900])
        {
            using var dicht = await client.MeldAanAsync("gerda", "fout");
            dicht.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            dicht.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(seconden - 20, seconden);
            deur.Tijd.Vooruit += TimeSpan.FromSeconds(seconden);
            (await client.ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized, $"after {seconden} s");
        }
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(15);
        (await client.ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.OK);
        for (var n = 0; n < 5; n++)
            (await client.ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized);
        (await client.ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.TooManyRequests);
        // After an hour of rest it begins anew.
        deur.Tijd.Vooruit += TimeSpan.FromMinutes(61);
        for (var n = 0; n < 5; n++)
            (await client.ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_office_is_not_shut_out_by_who_guesses_there()
    {
        await using var deur = await Deur.OpenAsync();
        foreach (var naam in (string[])["gerda", "hans", "ida"])
            await deur.NieuwAsync(naam);
        (await deur.Van(Kantoor).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.OK);
        for (var n = 0; n < 50; n++)
            (await deur.Van(Kantoor).ProbeerAsync($"niemand{n}", "fout")).ShouldBe(HttpStatusCode.Unauthorized, $"attempt {n}");
        (await deur.Van(Kantoor).ProbeerAsync("niemand50", "fout")).ShouldBe(HttpStatusCode.TooManyRequests);
        // Who signed in there before goes on, also after a mistake of her own; who never did waits, and not for long.
        (await deur.Van(Kantoor).ProbeerAsync("gerda", "vergist")).ShouldBe(HttpStatusCode.Unauthorized);
        (await deur.Van(Kantoor).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.OK);
        (await deur.Van(Kantoor).ProbeerAsync("hans", "kanteling")).ShouldBe(HttpStatusCode.TooManyRequests);
        deur.Tijd.Vooruit += TimeSpan.FromSeconds(31);
        (await deur.Van(Kantoor).ProbeerAsync("hans", "kanteling")).ShouldBe(HttpStatusCode.OK);
        (await deur.Van(Thuis).ProbeerAsync("ida", "kanteling")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_people_typed_wrong_before_they_signed_in_counts_for_nobody_else()
    {
        await using var deur = await Deur.OpenAsync();
        for (var n = 0; n < 13; n++)
        {
            await deur.NieuwAsync($"collega{n}");
            for (var fout = 0; fout < 4; fout++)
                (await deur.Van(Kantoor).ProbeerAsync($"collega{n}", "vergist")).ShouldBe(HttpStatusCode.Unauthorized, $"{n}");
            (await deur.Van(Kantoor).ProbeerAsync($"collega{n}", "kanteling")).ShouldBe(HttpStatusCode.OK, $"{n}");
        }
    }

    [Fact]
    public async Task A_name_that_is_guessed_from_everywhere_is_slowed_down_and_its_owner_gets_in_where_she_was_before()
    {
        await using var deur = await Deur.OpenAsync();
        await deur.NieuwAsync("gerda");
        (await deur.Van(Kantoor).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.OK);
        for (var n = 0; n < 20; n++)
            (await deur.Van($"192.0.2.{n}").ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized);
        (await deur.Van("192.0.2.200").ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await deur.Van(Kantoor).ProbeerAsync("gerda", "kanteling")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_a_network_of_IPv6_has_one_address()
    {
        await using var deur = await Deur.OpenAsync();
        for (var n = 1; n <= 5; n++)
            (await deur.Van($"2001:db8:1:2::{n}").ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized);
        (await deur.Van("2001:db8:1:2:ffff::1").ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await deur.Van("2001:db8:1:3::1").ProbeerAsync("gerda", "fout")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_was_typed_stands_nowhere_and_what_is_old_goes()
    {
        const string Getypt = "mijngeheimwachtwoord";
        var house = House.OnSqlite();
        await using var deur = new Deur(house);
        (await deur.Van(Thuis).ProbeerAsync(Getypt, "nogeengeheim")).ShouldBe(HttpStatusCode.Unauthorized);
        (await deur.Van(Thuis).ProbeerAsync("anna", "nogeengeheim")).ShouldBe(HttpStatusCode.Unauthorized);
        await deur.AlsAsync("anna", Thuis);
        var eerst = (await deur.RijenAsync<SignIn>()).Select(r => (r.UserId?.Text, r.Outcome, r.Address)).ToList();
        eerst.ShouldBe([(null, "unknown-name", Thuis), ("demo-anna", "wrong-password", Thuis), ("demo-anna", "good", Thuis)], ignoreOrder: true);
        await using (var kopie = new SqliteConnection($"Data Source={house.Target};Mode=ReadOnly;Pooling=False"))
        {
            await kopie.OpenAsync();
            await using var alles = kopie.CreateCommand();
            alles.CommandText = "SELECT group_concat(hex(quote(s.id) || quote(s.user_id) || s.device || s.address || s.outcome), ' ') || (SELECT group_concat(hex(key), ' ') FROM sign_in_counts) FROM sign_ins s";
            var tekst = (string)(await alles.ExecuteScalarAsync())!;
            tekst.ShouldContain(Convert.ToHexString(Encoding.UTF8.GetBytes("demo-anna")));
            tekst.ShouldNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(Getypt)));
        }
        foreach (var bestand in Directory.GetFiles(Path.GetDirectoryName(house.Target)!).Where(naam => !naam.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(bestand, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var lezer = new StreamReader(open, Encoding.Latin1);
            var inhoud = await lezer.ReadToEndAsync();
            inhoud.ShouldNotContain(Getypt);
            inhoud.ShouldNotContain("nogeengeheim");
        }
        deur.Log.All.ShouldContain(regel => regel.Contains("kon zich niet aanmelden: wrong-password"));
        deur.Log.All.ShouldAllBe(regel => !regel.Contains(Getypt) && !regel.Contains("nogeengeheim"));
        deur.Tijd.Vooruit = TimeSpan.FromDays(91);
        await deur.AlsAsync("bram", Thuis);
        (await deur.RijenAsync<SignIn>()).ShouldHaveSingleItem().UserId.ShouldBe(new UserId("demo-bram"));
        (await deur.RijenAsync<Session>()).ShouldHaveSingleItem().UserId.ShouldBe(new UserId("demo-bram"));
        (await deur.RijenAsync<SignInCount>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_password_that_cannot_be_chosen_costs_no_attempt_at_the_old_one()
    {
        await using var deur = await Deur.OpenAsync();
        await deur.NieuwAsync("gerda");
        var gerda = await deur.AlsAsync("gerda", Kantoor);
        async Task<HttpStatusCode> WijzigAsync(string oud, string nieuw) =>
            (await gerda.SubmitAsync("/wachtwoord/wijzigen", "/wachtwoord/wijzigen", [new("oud", oud), new("nieuw", nieuw), new("nogmaals", nieuw)])).StatusCode;
        for (var n = 0; n < 7; n++)
            (await WijzigAsync("kanteling", "kort")).ShouldBe(HttpStatusCode.UnprocessableEntity, $"{n}");
        for (var n = 0; n < 4; n++)
            (await WijzigAsync("vergist", "een heel ander wachtwoord")).ShouldBe(HttpStatusCode.UnprocessableEntity, $"{n}");
        (await WijzigAsync("kanteling", "een heel ander wachtwoord")).ShouldBe(HttpStatusCode.Redirect);
    }
}
