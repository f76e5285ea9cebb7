using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using static Kanteling.Workflows.App.Tests.Storage.Sample;

namespace Kanteling.Workflows.App.Tests.Storage;

/// <summary>The registers and the lists, on both databases.</summary>
public abstract class RegisterStoreTests : IAsyncLifetime
{
    OpenStorage storage = null!;

    protected abstract Task<OpenStorage> OpenAsync();

    public async Task InitializeAsync() => storage = await OpenAsync();

    public virtual async Task DisposeAsync() => await storage.DisposeAsync();

    static User Anna(string login = "anna") => new() { Id = new("u-" + login), LoginName = login, DisplayName = "Anna", PasswordHash = "very-secret", Roles = ["consulent", "lezer"] };

    Task AddAsync(User user) => storage.Registers.WriteAsync(new("beheer"), Now, async db => await db.Users.AddAsync(user));

    Task<User> FindAsync(string id) => storage.Registers.ReadAsync(async db => (await db.FirstAsync(db.Users.Where(u => u.Id == new UserId(id))))!);

    [Fact]
    public async Task Every_table_can_be_read()
    {
        (await storage.Registers.ReadAsync(async db => await db.ListAsync(db.Users) is [] && await db.ListAsync(db.Teams) is []
            && await db.ListAsync(db.CalendarDays) is [] && await db.ListAsync(db.Settings) is [] && await db.ListAsync(db.Drafts) is [] && await db.ListAsync(db.DefinitionDrafts) is [] && await db.ListAsync(db.Definitions) is []
            && await db.ListAsync(db.RegisterChanges) is [] && await db.ListAsync(db.DossierReads) is [] && await db.ListAsync(db.Streams) is []
            && await db.ListAsync(db.Tasks) is [] && await db.ListAsync(db.ClosedTasks) is [] && await db.ListAsync(db.Instances) is []
            && await db.ListAsync(db.ClosedInstances) is [] && await db.ListAsync(db.Incidents) is [])).ShouldBeTrue();
    }

    [Fact]
    public async Task A_user_is_kept_with_a_row_that_says_who_made_it_and_no_secret()
    {
        await AddAsync(Anna());

        var anna = await FindAsync("u-anna");
        anna.Roles.ShouldBe(["consulent", "lezer"]);
        (anna.Version, anna.IsActive).ShouldBe((1, true));
        var change = (await storage.Registers.ReadAsync(db => db.ListAsync(db.RegisterChanges))).ShouldHaveSingleItem();
        (change.Register, change.RowKey, change.Kind, change.Actor, change.At).ShouldBe(("users", "u-anna", "added", new ActorId("beheer"), Now));
        change.Details.ShouldContain("consulent");
        change.Details.ShouldNotContain("very-secret");
    }

    /// <summary>A decision names a user or a team by id and hash; what the hash stands for can be shown as long as the decision lasts.</summary>
    [Fact]
    public async Task What_a_decision_named_can_be_shown_also_after_it_changed()
    {
        await AddAsync(Anna());
        await storage.Teams.AddMissingAsync([new Team { Id = new("noord"), Name = "Wijkteam Noord", Wijk = "Noord" }], new("beheer"), Now);
        var (user, team) = ((await storage.Versions.UserAsync(new("u-anna")))!.Value.Reference, (await storage.Versions.TeamAsync(new("noord")))!.Value);

        await storage.Registers.WriteAsync(new("beheer"), Now.AddDays(1), async db =>
        {
            (await db.FirstAsync(db.Users.Where(u => u.Id == new UserId("u-anna"))))!.Team = new("noord");
            return (await db.FirstAsync(db.Teams.Where(t => t.Id == new TeamId("noord"))))!.Wijk = "Noordoost";
        });

        (await storage.Versions.UserAsync(new("u-anna")))!.Value.Reference.Hash.ShouldNotBe(user.Hash);
        var now = (await storage.Versions.TeamAsync(new("noord")))!.Value;
        (now.Team.Wijk, now.Hash == team.Hash).ShouldBe(("Noordoost", false));
        var then = (await storage.Versions.FindAsync(team.Hash))!;
        (then.Register, then.RowKey, then.At).ShouldBe(("teams", "noord", Now));
        then.Content.ShouldContain("\"wijk\":\"Noord\"");
        (await storage.Versions.FindAsync(now.Hash))!.Content.ShouldContain("Noordoost");
        var anna = (await storage.Versions.FindAsync(user.Hash))!.Content;
        anna.ShouldContain("consulent");
        anna.ShouldNotContain("very-secret");
        (await storage.Versions.FindAsync("another")).ShouldBeNull();
    }

    [Fact]
    public async Task A_drawing_is_kept_once_and_no_audit_row_copies_it()
    {
        await storage.Registers.WriteAsync(new("anna"), Now, async db => await db.DefinitionDrafts.AddAsync(new DefinitionDraft
        {
            DefinitionId = new("flow"), Number = 2, Document = """{"name":"Zoë"}""", DrawnBy = new("anna"), CreatedAt = Now, SavedAt = Now,
        }));
        await storage.Registers.WriteAsync(new("anna"), Now, async db =>
        {
            var own = (await db.FirstAsync(db.DefinitionDrafts.Where(d => d.DefinitionId == new DefinitionId("flow"))))!;
            (own.Document, own.OfferedAt) = ("{}", Now);
            return true;
        });

        var draft = (await storage.Registers.ReadAsync(db => db.ListAsync(db.DefinitionDrafts))).ShouldHaveSingleItem();
        (draft.Number, draft.Document, draft.OfferedAt, draft.Version).ShouldBe((2, "{}", Now, 2));
        var changes = await storage.Registers.ReadAsync(db => db.ListAsync(db.RegisterChanges.OrderBy(c => c.Position)));
        changes.Select(c => (c.Register, c.RowKey, c.Kind)).ShouldBe([("definition_drafts", "flow", "added"), ("definition_drafts", "flow", "changed")]);
        changes.ShouldAllBe(c => c.Details.Contains("\"document\":\"changed\"") && !c.Details.Contains("Zoë"));
    }

    [Fact]
    public async Task Active_users_are_counted_by_how_their_id_begins()
    {
        await AddAsync(Anna());
        await AddAsync(Anna("bea"));
        await storage.Registers.WriteAsync(new("beheer"), Now, async db => (await db.FirstAsync(db.Users.Where(u => u.Id == new UserId("u-bea"))))!.IsActive = false);

        (await storage.Users.CountActiveAsync("u-"), await storage.Users.CountActiveAsync("v-")).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Who_changes_a_row_that_somebody_else_changed_is_told_so()
    {
        await AddAsync(Anna());
        await RenameAsync(seen: 1, "Anna B");

        var refusal = await Should.ThrowAsync<RegisterConflictException>(() => RenameAsync(seen: 1, "Anna C"));

        refusal.IsTaken.ShouldBeFalse();
        var anna = await FindAsync("u-anna");
        (anna.DisplayName, anna.Version).ShouldBe(("Anna B", 2));
        (await storage.Registers.ReadAsync(db => db.CountAsync(db.RegisterChanges))).ShouldBe(2);
    }

    Task RenameAsync(long seen, string name) => storage.Registers.WriteAsync(new("beheer"), Now, async db =>
    {
        var user = (await db.FirstAsync(db.Users.Where(u => u.Id == new UserId("u-anna"))))!;
        db.Expect(user, seen);
        return user.DisplayName = name;
    });

    [Fact]
    public async Task A_login_name_is_taken_whatever_its_capitals()
    {
        await AddAsync(Anna());
        (await Should.ThrowAsync<RegisterConflictException>(() => AddAsync(Anna("ANNA")))).IsTaken.ShouldBeTrue();
        (await storage.Registers.ReadAsync(db => db.CountAsync(db.RegisterChanges))).ShouldBe(1);
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_and_the_next_one_works()
    {
        await Should.ThrowAsync<InvalidDataException>(() => storage.Registers.WriteAsync<bool>(new("beheer"), Now, db =>
        {
            db.Users.Add(Anna());
            throw new InvalidDataException();
        }));
        await AddAsync(Anna());
        (await FindAsync("u-anna")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Reads_of_a_dossier_are_kept()
    {
        await storage.Registers.LogReadAsync(new DossierRead { UserId = new("u-anna"), At = Now, Stream = new("s1"), Dossier = new("d1"), What = "plan" });
        await storage.Registers.LogReadAsync(new DossierRead { UserId = new("u-anna"), At = Now, Stream = new("s1"), What = "household" });
        (await storage.Registers.ReadAsync(db => db.ListAsync(db.DossierReads.OrderBy(r => r.Position)))).Select(r => (r.Dossier?.Text, r.What))
            .ShouldBe([("d1", "plan"), (null, "household")]);
    }

    [Fact]
    public async Task Erasing_a_stream_removes_its_drafts_only()
    {
        await storage.Store.CommitAsync(Commit("s1", 0), default);
        foreach (var stream in new[] { "s1", "s2" })
        {
            await storage.Registers.WriteAsync(new("anna"), Now, async db =>
                await db.Drafts.AddAsync(new Draft { Stream = new(stream), Task = new(1), UserId = new("u-anna"), Answers = "{}", SavedAt = Now }));
        }

        var erasing = Commit("s1", 1);
        await storage.Store.EraseAsync(erasing, new Events.Erased([], [], [], "ground"), Rebuilt(erasing), default);

        (await storage.Registers.ReadAsync(db => db.ListAsync(db.Drafts))).ShouldHaveSingleItem().Stream.ShouldBe(new StreamId("s2"));
    }

    [Fact]
    public async Task The_list_of_tasks_is_ordered_by_due_and_then_by_age_and_comes_in_pages()
    {
        await storage.Store.CommitAsync(Commit("s1", 0, NoRows with
        {
            Tasks = [OpenTask("s1", 1), OpenTask("s1", 2, Now.AddDays(2)), OpenTask("s1", 3, Now.AddDays(1)), OpenTask("s1", 4, Now.AddDays(1)) with { OpenedAt = Now.AddDays(-1) }],
        }), default);

        var page = await storage.Lists.TasksAsync(new(), new(0, 3));
        page.Total.ShouldBe(4);
        page.Items.Select(t => t.Id).Select(id => id.Number).ShouldBe([4, 3, 2]);
        page.Items[2].ShouldBe(OpenTask("s1", 2, Now.AddDays(2)));
        (await storage.Lists.TasksAsync(new(), new(3, 3))).Items.Select(t => t.Id).Select(id => id.Number).ShouldBe([1]);
    }

    [Fact]
    public async Task The_list_of_tasks_can_be_narrowed()
    {
        await storage.Store.CommitAsync(Commit("s1", 0, NoRows with
        {
            Tasks = [OpenTask("s1", 1, assignee: "anna"), OpenTask("s1", 2, Now, role: "jurist"), OpenTask("s1", 3, Now.AddDays(9), role: null, team: "noord")],
        }), default);
        await storage.Store.CommitAsync(Commit("s2", 0, NoRows with { Tasks = [OpenTask("s2", 1)] }), default);

        async Task<string> Ids(Workflows.Storage.Lists.TaskQuestion question) =>
            string.Join(' ', (await storage.Lists.TasksAsync(question, new(0, 10))).Items.Select(t => $"{t.Stream}-{t.Id}").Order(StringComparer.Ordinal));

        (await Ids(new(Roles: ["jurist"]))).ShouldBe("s1-2");
        (await Ids(new(Roles: ["jurist", "consulent"]))).ShouldBe("s1-1 s1-2 s2-1");
        (await Ids(new(Team: new("noord")))).ShouldBe("s1-3");
        (await Ids(new(Assignee: new("anna")))).ShouldBe("s1-1");
        (await Ids(new(Stream: new("s2")))).ShouldBe("s2-1");
        (await Ids(new(Dossier: new("d1"), OnlyUnassigned: true))).ShouldBe("s1-2 s1-3 s2-1");
        (await Ids(new(DueBefore: Now.AddDays(1)))).ShouldBe("s1-2");
    }

    [Fact]
    public async Task The_other_lists_give_what_was_written()
    {
        await storage.Store.CommitAsync(Commit("s1", 0, EveryRow("s1"), label: "Familie De Vries"), default);
        await storage.Store.CommitAsync(Commit("s2", 0, EveryRow("s2"), label: "Jansen"), default);

        (await storage.Lists.ClosedTasksAsync(new(ClosedBy: new("anna"), Stream: new("s1"), Since: Now), new(0, 10))).Items.ShouldBe([Closed("s1", 12)]);
        (await storage.Lists.InstancesAsync(new(DefinitionId: new("toegang"), DefinitionVersion: 3, Status: "running"), new(0, 10))).Items.ShouldBe([Instance("s1"), Instance("s2")]);
        (await storage.Lists.InstancesAsync(new(DefinitionVersion: 4), new(0, 10))).Total.ShouldBe(0);
        (await storage.Lists.ClosedInstancesAsync(new(Stream: new("s2")), new(0, 10))).Items.ShouldBe([ClosedInstance("s2", 22)]);
        (await storage.Lists.IncidentsAsync(new(Code: "NO_RESULT"), new(0, 1))).Items.ShouldBe([Incident("s1")]);
    }
}

public sealed class SqliteRegisterTests : RegisterStoreTests
{
    readonly TempFolder folder = new();

    protected override Task<OpenStorage> OpenAsync() =>
        StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}

public sealed class PostgresRegisterTests : RegisterStoreTests
{
    protected override async Task<OpenStorage> OpenAsync() =>
        await StorageSetup.OpenAsync(PostgresCluster.Options(await (await PostgresCluster.OfThisRun()).CreateDatabaseAsync()));
}
