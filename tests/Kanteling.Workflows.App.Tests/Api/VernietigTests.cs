using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Web.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>The command at the end of retention, on a database in which the program worked, and what `verifieer` says before and after.</summary>
public sealed class VernietigTests
{
    const string Grond = "BEWAARTERMIJN_VOORBIJ";
    const string Word = "Klaproosveldweg";

    /// <summary>A household of which the question was answered at once: its dossier is over.</summary>
    static async Task<string> ClosedAsync(House house)
    {
        var household = await MeldAsync(house);
        await AnswerAsync(house, household);
        return household;
    }

    static async Task<string> MeldAsync(House house)
    {
        var anna = await house.AsAsync("anna");
        var melding = new JsonObject
        {
            ["huishouden"] = new JsonObject { ["naam"] = $"Familie {Word}", ["leden"] = new JsonArray(new JsonObject { ["naam"] = $"Jan {Word}", ["geboortedatum"] = "1944-03-01" }) },
            ["client"] = $"Jan {Word}", ["vraag"] = $"Iets met {Word}.", ["tochNieuw"] = true, ["kanaal"] = "telefoon",
        };
        return (await (await anna.SendAsync("/api/v1/meldingen", melding)).ReadAsync(201))["huishouden"]!.ToString();
    }

    static async Task AnswerAsync(House house, string household)
    {
        var anna = await house.AsAsync("anna");
        await (await anna.CompleteAsync(household, "eerste-beoordeling", "Vraag beantwoord", new JsonObject { ["wilGeenMelding"] = true, ["antwoord"] = $"De {Word}." })).ReadAsync(200);
        await (await anna.GetAsync($"/api/v1/huishoudens/{household}")).ReadAsync(200);
        await house.Services.GetRequiredService<OpenStorage>().Projections.RunAsync();
    }

    /// <summary>The same on a new database, which the program has left again.</summary>
    static async Task<string> LeftAsync(string database)
    {
        await using var house = House.On(database);
        var household = await ClosedAsync(house);
        // Somebody asked for it by noodtoegang, and said why.
        var (asked, storage) = (new EmergencyQuestion { Id = "v1", UserId = new("demo-anna"), At = DateTimeOffset.UtcNow, Reason = $"Mevrouw {Word} staat hier aan de balie." }, house.Services.GetRequiredService<OpenStorage>());
        (await storage.EmergencyQuestions.TakeAsync(asked, 20, TimeSpan.FromHours(24))).ShouldBeTrue();
        await storage.EmergencyQuestions.ShownAsync(asked, [new(household)]);
        await house.StopAsync();
        return household;
    }

    static async Task<(int Code, string Said)> DestroyAsync(string database, string household, params string[] dossiers)
    {
        var said = new StringWriter();
        return (await Vernietigopdracht.DraaiAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(database)), new(household), [.. dossiers], Grond, "anna", said), said.ToString());
    }

    static async Task<(int Code, string Said)> VerifyAsync(string path)
    {
        var said = new StringWriter();
        return (await new Databasebewijs(StorageSetup.OpenSqliteReadOnly(path)).DraaiAsync(said), said.ToString());
    }

    static void Run(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().ShouldBeGreaterThan(0, sql);
    }

    static void PutBack(string backup, string database)
    {
        File.Move(backup, database, overwrite: true);
        foreach (var beside in (string[])["-wal", "-shm"])
            File.Delete(database + beside);
    }

    static async Task<string> DossierAsync(string database, string household)
    {
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(database));
        return ((Huishouden)(await Opdrachtregel.MotorOp(storage).ReadAsync(new(household)))!.Domain).Dossiers.Keys.Single().ToString();
    }

    [Fact]
    public async Task A_household_that_is_destroyed_is_in_no_file_and_its_declaration_is_shown_and_proved()
    {
        using var folder = new TempFolder();
        var database = folder.File("kanteling.db");
        var household = await LeftAsync(database);
        Directory.GetFiles(folder.Path).Any(Holds).ShouldBeTrue();
        var (code, said) = await DestroyAsync(database, household);
        code.ShouldBe(0, said);
        said.ShouldContain($"stream: {household}\n");
        said.ShouldContain($"ground: {Grond}");
        said.ShouldContain("handtekening: ");
        said.ShouldContain("BEGIN PUBLIC KEY");
        Directory.GetFiles(folder.Path).Where(Holds).ShouldBeEmpty();
        (await DestroyAsync(database, household)).ShouldBe((0, said), "asked again it shows the same");

        (code, said) = await VerifyAsync(database);
        code.ShouldBe(0, said);
        said.ShouldContain("1 verklaring van vernietiging nagekeken");

        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(database)))
        {
            var asked = (await storage.EmergencyQuestions.OfAsync(new("demo-anna"), 10)).ShouldHaveSingleItem();
            (asked.Question.Reason, asked.Shown.Count).ShouldBe(("", 0), "that it was asked stays");
        }

        // The program goes on; what was counted of the destroyed household is counted no more.
        await using (var house = House.On(database))
        {
            (await (await house.AsAsync("anna")).GetAsync($"/api/v1/huishoudens/{household}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
            var storage = house.Services.GetRequiredService<OpenStorage>();
            while ((await storage.Projections.LagAsync())[0].Behind > 0)
                await storage.Projections.RunAsync();
            (await storage.Projections.DoubtsAsync()).ShouldBeEmpty();
            await house.StopAsync();
        }
        Run(database, "UPDATE declarations SET ground = 'ANDERS'");
        (code, said) = await VerifyAsync(database);
        code.ShouldBe(1);
        said.ShouldContain($"FOUT {household}: De verklaring van vernietiging klopt niet");
    }

    [Fact]
    public async Task A_household_that_somebody_else_took_away_is_a_finding()
    {
        using var folder = new TempFolder();
        var database = folder.File("kanteling.db");
        var household = await LeftAsync(database);
        (await VerifyAsync(database)).Code.ShouldBe(0);
        foreach (var table in (string[])["streams WHERE id", "snapshots WHERE stream", "closed_tasks WHERE stream"])
            Run(database, $"DELETE FROM {table} = '{household}'");
        var (code, said) = await VerifyAsync(database);
        code.ShouldBe(1);
        said.ShouldContain($"FOUT {household}: Van deze stroom zijn er vastleggingen, maar verder is hij weg.");
        Run(database, $"DELETE FROM commits WHERE stream = '{household}'");
        (code, said) = await VerifyAsync(database);
        code.ShouldBe(1, "without a row of its own it is missed in what was counted");
        said.ShouldContain("FOUT overzicht");
    }

    [Fact]
    public async Task One_dossier_goes_and_the_household_stays_with_what_was_said_in_its_place()
    {
        using var folder = new TempFolder();
        var database = folder.File("kanteling.db");
        var household = await LeftAsync(database);
        var (code, said) = await DestroyAsync(database, household, await DossierAsync(database, household));
        (code, said.Trim()).ShouldBe((0, "Vernietigd. Het huishouden zelf, met zijn namen en zijn andere dossiers, is er nog."), said);
        Directory.GetFiles(folder.Path).Select(File.ReadAllBytes).Any(bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"Iets met {Word}")) >= 0).ShouldBeFalse();
        (code, said) = await VerifyAsync(database);
        code.ShouldBe(0, said);

        await using (var house = House.On(database))
        {
            var anna = await house.AsAsync("anna");
            foreach (var path in (string[])["", "/gebeurtenissen", "/tijdlijn"])
                (await anna.GetAsync($"/api/v1/huishoudens/{household}{path}")).IsSuccessStatusCode.ShouldBeTrue(path);
            (await anna.GetStringAsync($"/huishoudens/{household}")).ShouldContain("Een dossier vernietigd");
            await house.StopAsync();
        }
        Run(database, $"UPDATE commits SET ground = 'ANDERS' WHERE stream = '{household}' AND version = 1");
        (code, said) = await VerifyAsync(database);
        said.ShouldContain($"FOUT {household}, vastlegging 1: Deze vastlegging is weg, en er staat nergens dat zij vernietigd is.");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_backup_of_before_is_brought_in_line_by_the_list_outside_the_database()
    {
        using var folder = new TempFolder();
        var (database, backup) = (folder.File("kanteling.db"), folder.File("backup"));
        string first, second;
        await using (var house = House.On(database))
        {
            (first, second) = (await ClosedAsync(house), await ClosedAsync(house));
            await house.StopAsync();
        }
        Run(database, "UPDATE settings SET version = version"); // Closes the WAL: the file is whole.
        File.Copy(database, backup);
        (await DestroyAsync(database, first)).Code.ShouldBe(0);
        (await DestroyAsync(database, second, await DossierAsync(database, second))).Code.ShouldBe(0);
        PutBack(backup, database);

        var said = new StringWriter();
        (await Wissingen.HerhaalAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(database)), said)).ShouldBe(0, said.ToString());
        said.ToString().ShouldContain("2 opnieuw gedaan");
        (await VerifyAsync(database)).Code.ShouldBe(0);
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(database));
        (await storage.Store.DeclarationAsync(new(first), default)).ShouldNotBeNull();
        (await storage.Store.HistoryAsync(new(second), 1, default).FirstAsync()).Tombstone.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_household_that_a_backup_brings_back_while_its_task_was_open_is_found_and_destroyed_again()
    {
        using var folder = new TempFolder();
        var (database, backup) = (folder.File("kanteling.db"), folder.File("backup"));
        string household;
        await using (var house = House.On(database))
        {
            household = await MeldAsync(house);
            await house.StopAsync();
        }
        Run(database, "UPDATE settings SET version = version");
        File.Copy(database, backup);
        await using (var house = House.On(database))
        {
            await AnswerAsync(house, household);
            await house.StopAsync();
        }
        (await DestroyAsync(database, household)).Code.ShouldBe(0);
        PutBack(backup, database);

        var (code, said) = await VerifyAsync(database);
        (code, said).ShouldSatisfyAllConditions(v => v.code.ShouldBe(1), v => v.said.ShouldContain($"FOUT {household}: Hier staat weer iets dat gewist of vernietigd was."));
        (await Wissingen.HerhaalAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(database)), new StringWriter())).ShouldBe(0);
        (await VerifyAsync(database)).Code.ShouldBe(0);
        await using var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(database));
        (await storage.Store.LoadAsync(new(household), default)).ShouldBeNull();
        (await storage.Store.NextDeadlineAsync(DateTimeOffset.MaxValue, default)).ShouldBeNull("nothing of it waits");
        Holds(database).ShouldBeFalse();
    }

    [Fact]
    public async Task The_declaration_says_who_destroyed_it_and_nobody_unknown_can()
    {
        using var folder = new TempFolder();
        var database = folder.File("kanteling.db");
        var household = await LeftAsync(database);
        var said = new StringWriter();
        (await Vernietigopdracht.DraaiAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(database)), new(household), [], Grond, "niemand", said)).ShouldBe(1);
        said.ToString().ShouldContain("geen gebruiker die zich aanmeldt als \"niemand\"");
        (await DestroyAsync(database, household)).Said.ShouldContain("by: user:demo-anna");
    }

    [Fact]
    public async Task What_somebody_fills_in_for_another_dossier_stays_when_one_is_destroyed()
    {
        using var folder = new TempFolder();
        var database = folder.File("kanteling.db");
        string household, closed;
        await using (var house = House.On(database))
        {
            household = await ClosedAsync(house);
            await house.StopAsync();
        }
        closed = await DossierAsync(database, household);
        await using (var house = House.On(database))
        {
            var anna = await house.AsAsync("anna");
            await (await anna.SendAsync("/api/v1/meldingen", new JsonObject { ["huishoudenId"] = household, ["client"] = "p1", ["vraag"] = "Nog iets.", ["kanaal"] = "telefoon" })).ReadAsync(201);
            var task = (await anna.TaskAsync(household, "eerste-beoordeling"))["id"]!.ToString();
            var number = new TaskId(long.Parse(task[(task.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
            var storage = house.Services.GetRequiredService<OpenStorage>();
            foreach (var of in (TaskId[])[number, new(1)])
                await storage.Drafts.KeepAsync(new Draft { Stream = new(household), Task = of, UserId = new("demo-anna"), Answers = "{}", SavedAt = DateTimeOffset.UtcNow }, new("user:demo-anna"));
            await house.StopAsync();
        }
        (await DestroyAsync(database, household, closed)).Code.ShouldBe(0);
        await using var after = await StorageSetup.OpenAsync(StorageOptions.Sqlite(database));
        var left = await after.Registers.ReadAsync(db => db.ListAsync(db.Drafts));
        left.ShouldHaveSingleItem("of the task that is open").Task.Number.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task What_is_open_or_unknown_is_refused_in_a_sentence()
    {
        using var folder = new TempFolder();
        var database = folder.File("kanteling.db");
        string household;
        await using (var house = House.On(database))
        {
            household = await (await house.AsAsync("anna")).MeldAsync();
            await house.StopAsync();
        }
        (await DestroyAsync(database, household)).ShouldBe((1, "Er loopt hier nog iets. Wacht tot alles klaar is, of stop het eerst." + Environment.NewLine));
        (await DestroyAsync(database, household, "onbekend")).ShouldBe((1, "Dit dossier is er niet, of het is al vernietigd." + Environment.NewLine));
        (await DestroyAsync(database, "onbekend")).ShouldBe((1, "onbekend is er niet." + Environment.NewLine));
    }

    [Fact]
    public async Task A_destruction_that_was_noted_and_then_refused_is_not_done_after_a_restore()
    {
        using var folder = new TempFolder();
        var database = folder.File("kanteling.db");
        var household = await LeftAsync(database);
        await using (var storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(database)))
        {
            var last = Storage.Sample.Commit(household, 99);
            var declaration = new Declaration(new(household), "huishouden", 100, last.Commit.Hash, last.Commit.CommandId, new("beheer"), last.Commit.At, last.Commit.At, Grond, storage.Store.Keys.Current.Id, default);
            (await storage.Store.DestroyAsync(last, declaration.SignedWith(storage.Store.Keys.Current), default)).ShouldBeOfType<CommitResult.VersionConflict>("somebody was first");
            (await storage.Erasures.ReadAsync()).ShouldBeEmpty();
        }
        (await Wissingen.HerhaalAsync(await StorageSetup.OpenAsync(StorageOptions.Sqlite(database)), new StringWriter())).ShouldBe(0);
        await using var after = await StorageSetup.OpenAsync(StorageOptions.Sqlite(database));
        (await after.Store.LoadAsync(new(household), default)).ShouldNotBeNull();
    }

    static bool Holds(string file) => PackedSearch.InFiles([File.ReadAllBytes(file)], Word).Anywhere;
}
