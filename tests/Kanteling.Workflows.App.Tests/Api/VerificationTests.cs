using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

public sealed class VerificationTests
{
    static async Task<(int Code, string Said)> VerifyAsync(string path)
    {
        var said = new StringWriter();
        return (await new Databasebewijs(StorageSetup.OpenSqliteReadOnly(path)).DraaiAsync(said), said.ToString());
    }

    [Fact]
    public async Task Beside_a_running_server_it_says_what_it_checked()
    {
        await using var house = House.OnSqlite();
        await (await house.AsAsync("anna")).MeldAsync();
        var (code, said) = await VerifyAsync(house.Target);
        code.ShouldBe(0, said);
        said.ShouldContain("Alles klopt.");
        said.ShouldContain("stromen met");
    }

    [Fact]
    public async Task After_a_standstill_it_says_what_waits_and_what_helps_and_calls_it_no_mistake()
    {
        await using var house = House.OnSqlite();
        var household = await (await house.AsAsync("anna")).MeldAsync();
        await house.StopAsync();
        await using (var connection = new SqliteConnection($"Data Source={house.Target};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT OR REPLACE INTO settings (key, value, version) VALUES ('klok.verzet', $offset, 1)";
            command.Parameters.AddWithValue("$offset", $"{TimeSpan.FromDays(60).Ticks}");
            await command.ExecuteNonQueryAsync();
        }
        var (code, said) = await VerifyAsync(house.Target);
        code.ShouldBe(1);
        said.ShouldContain($"WACHT {household}: Termijn ");
        said.ShouldContain("(\"onderzoek:");
        said.ShouldContain("Stond de server stil? Dan is dit weg zodra hij weer een minuut draait.");
        said.ShouldNotContain("FOUT");
        said.ShouldNotContain("Alles klopt");
    }

    [Theory]
    [InlineData("UPDATE commits SET body = CAST(body || x'00' AS BLOB) WHERE stream = $s AND version = 1", "vastlegging 1: Deze vastlegging is veranderd")]
    [InlineData("UPDATE commits SET actor = 'user:iemand' WHERE stream = $s AND version = 1", "vastlegging 1: Deze vastlegging is veranderd")]
    [InlineData("DELETE FROM tasks WHERE stream = $s", "tasks")]
    [InlineData("UPDATE tasks SET title = 'Anders' WHERE stream = $s", "tasks")]
    [InlineData("DELETE FROM deadlines WHERE stream = $s", "deadlines")]
    [InlineData("UPDATE streams SET label = 'Iemand anders' WHERE id = $s", "label")]
    [InlineData("DELETE FROM register_versions WHERE row_key = 'wijkteam-noord' AND $s <> ''", "wijkteam-noord")]
    public async Task What_somebody_changed_in_the_database_is_named(string change, string named)
    {
        await using var house = House.OnSqlite();
        var household = await (await house.AsAsync("anna")).MeldAsync();
        await house.StopAsync();
        await using (var connection = new SqliteConnection($"Data Source={house.Target};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            command.Parameters.AddWithValue("$s", household);
            (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
        }
        var (code, said) = await VerifyAsync(house.Target);
        code.ShouldBe(1);
        said.ShouldContain(household);
        said.ShouldContain(named);
    }

    [Theory]
    [InlineData("UPDATE settings SET value = replace(value, 'Wij', 'Wie') WHERE key = 'brief:verslag@1'", "FOUT Versie 1 van \"brief verslag\" is anders dan wat is vastgelegd bij het publiceren van werkstroom toegang@2")]
    [InlineData("DELETE FROM settings WHERE key = 'formulier:hulpvragen@1'", "FOUT Versie 1 van \"formulier hulpvragen\" is weg. Werkstroom toegang@2 gebruikt die.")]
    [InlineData("UPDATE definitions SET manifest = '[]' WHERE definition_id = 'toegang'", "definitions")]
    public async Task A_form_or_letter_that_a_version_pins_and_that_somebody_changed_is_named(string change, string named)
    {
        await using var house = House.OnSqlite();
        await house.AsAsync("anna");
        await house.StopAsync();
        await using (var connection = new SqliteConnection($"Data Source={house.Target};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
        }
        var (code, said) = await VerifyAsync(house.Target);
        code.ShouldBe(1, said);
        said.ShouldContain(named);
    }

    [Fact]
    public async Task A_count_that_somebody_changed_is_named()
    {
        await using var house = House.OnSqlite();
        await (await house.AsAsync("anna")).MeldAsync();
        await house.Services.GetRequiredService<OpenStorage>().Projections.RunAsync();
        await house.StopAsync();
        await using (var connection = new SqliteConnection($"Data Source={house.Target};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE daily_counts SET amount = amount - 1 WHERE kind = 'look' OR kind = 'cause'";
            (await command.ExecuteNonQueryAsync()).ShouldBeGreaterThan(0);
        }
        var (code, said) = await VerifyAsync(house.Target);
        code.ShouldBe(1);
        said.ShouldContain("FOUT overzicht daily-counts");
    }
}
