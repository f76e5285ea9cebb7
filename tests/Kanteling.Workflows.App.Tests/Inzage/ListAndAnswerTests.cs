using System.Collections.Immutable;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Inzage;
using static Kanteling.Workflows.App.Tests.Storage.Sample;
using Case = Kanteling.Workflows.Instances.Case;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>
/// The laws that hold between a list and the single question, over some hundreds of households. (1) Whatever is listed as his, the
/// question allows: TaakZien of that row's procedure. (2) What is addressed to somebody and is allowed him is listed; addressed is
/// by name, by role or by team, and in a shielded stream by name alone, save for who watches over those. (3) What colleagues have
/// comes from no shielded stream.
/// </summary>
public sealed class ListAndAnswerTests : IAsyncLifetime
{
    static readonly Paging All = new(0, int.MaxValue);
    static readonly Domain Domain = HuishoudenDomein.Domein;
    static readonly ImmutableArray<string> Roles = [.. Rollen.Meegeleverd.Namen];
    static readonly ImmutableArray<Actor> Actors = Population.Actors(Roles);
    static readonly ImmutableDictionary<StreamId, Case> Streams = Population.Streams(300, Roles).ToImmutableDictionary(s => s.Stream);
    readonly TempFolder folder = new();
    readonly Bevoegdheid access = new(Domain, Rollen.Meegeleverd);
    OpenStorage storage = null!;

    public async Task InitializeAsync()
    {
        storage = await StorageSetup.OpenAsync(StorageOptions.Sqlite(folder.File("kanteling.db")) with { IsDurable = false });
        foreach (var actor in Actors)
            await storage.Users.AddAsync(new User { Id = actor.Id, LoginName = actor.Id.Text, DisplayName = actor.Naam, Roles = actor.Rollen, Team = actor.Team }, new("test"), Now);
        foreach (var stream in Streams.Values)
        {
            var kind = Bevoegdheid.IsAfgeschermd(stream) ? Zicht.Afgeschermd : "huishouden";
            await storage.Store.CommitAsync(Commit(stream.Stream.Text, 0, NoRows with { Tasks = RowsOf.Case(stream, Domain).Tasks }) with { Kind = kind }, default);
        }
    }

    public async Task DisposeAsync()
    {
        await storage.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void A_household_is_found_by_whom_the_question_allows_it_and_by_nobody_else()
    {
        var (allowed, refused) = (0, 0);
        foreach (var actor in Actors.Where(a => access.HeeftRecht(a, Handeling.HuishoudenZien)))
        {
            var mine = Betrokkenen.Van(access.Zicht(actor));
            foreach (var stream in Streams.Values.Where(s => !Bevoegdheid.IsAfgeschermd(s)))
            {
                var may = access.Mag(actor, Handeling.HuishoudenZien, stream);
                Betrokkenen.Van(stream, Domain).Any(mine.Contains).ShouldBe(may, $"{actor.Id} {stream.Stream}");
                (allowed, refused) = may ? (allowed + 1, refused) : (allowed, refused + 1);
            }
        }
        allowed.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(500);
    }

    static string Id(string stream, TaskId task) => Taakids.Van(new(stream), task);

    static IEnumerable<(Case Stream, WorkTask Task)> Tasks()
    {
        foreach (var stream in Streams.Values)
        {
            foreach (var wait in stream.Instances.Values.SelectMany(i => i.Waits.Values).OfType<TaskWait>())
                yield return (stream, wait.Task);
        }
    }

    static RelationHolder Holder(Case stream, WorkTask task) => task.Address.Relation is { } relation ? Domain.Holder(stream.Domain, relation, task.Dossier) : default;

    /// <summary>Said once more, without rows and without SQL.</summary>
    static bool IsAddressed(Actor actor, Case stream, WorkTask task, Kring around)
    {
        var (name, team) = (task.Assignee ?? Holder(stream, task).User, task.Address.Team ?? Holder(stream, task).Team);
        var byRole = task.Address.Role is { } role && actor.Heeft(role) && (around != Kring.Eigen || name is null);
        var byTeam = around != Kring.Eigen && team is not null && team == actor.Team;
        return name == actor.Id || ((byRole || byTeam) && (!Bevoegdheid.IsAfgeschermd(stream) || actor.Heeft(Rol.Aandachtsfunctionaris)));
    }

    [Theory]
    [InlineData(Kring.Eigen)]
    [InlineData(Kring.MetTeam)]
    public async Task Somebodys_list_is_what_is_addressed_to_him_and_what_the_single_question_allows(Kring around)
    {
        var (listed, differences) = (0, new List<string>());
        foreach (var actor in Actors)
        {
            var rows = (await storage.Lists.SeenTasksAsync(access.Zicht(actor), around, null, All)).Items.Select(r => Id(r.Stream.Text, r.Id)).ToHashSet();
            var allowed = Tasks().Where(t => IsAddressed(actor, t.Stream, t.Task, around) && access.Mag(actor, Handeling.TaakZien, t.Stream, t.Task)).Select(t => Id(t.Stream.Stream.Text, t.Task.Id)).ToHashSet();
            (await storage.Lists.CountSeenTasksAsync(access.Zicht(actor), around)).ShouldBe(rows.Count);
            differences.AddRange(rows.Except(allowed).Select(id => $"{actor} is listed {id}").Concat(allowed.Except(rows).Select(id => $"{actor} is not listed {id}")));
            listed += rows.Count;
        }
        differences.ShouldBeEmpty();
        listed.ShouldBeGreaterThan(400);
    }

    [Fact]
    public async Task Whatever_the_list_around_a_team_adds_is_of_colleagues_and_from_no_shielded_stream()
    {
        var added = 0;
        foreach (var actor in Actors)
        {
            var mine = (await storage.Lists.SeenTasksAsync(access.Zicht(actor), Kring.MetTeam, null, All)).Items;
            var around = (await storage.Lists.SeenTasksAsync(access.Zicht(actor), Kring.MetCollegas, null, All)).Items;
            mine.Except(around).ShouldBeEmpty();
            foreach (var row in around.Except(mine))
            {
                Actors.Single(a => a.Id == row.Assignee).Team.ShouldBe(actor.Team);
                Bevoegdheid.IsAfgeschermd(Streams[row.Stream]).ShouldBeFalse();
                added++;
            }
        }
        added.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Who_may_complete_a_task_may_see_it() =>
        Actors.SelectMany(actor => Tasks().Where(t => access.Mag(actor, Handeling.TaakAfronden, t.Stream, t.Task) && !access.Mag(actor, Handeling.TaakZien, t.Stream, t.Task))).ShouldBeEmpty();

    [Fact]
    public void Whoever_has_no_permission_on_dossiers_sees_none()
    {
        var manager = Actors[0] with { Rollen = [Rol.Beheerder] };
        Handeling[] content = [Handeling.HuishoudenZien, Handeling.GebeurtenissenZien, Handeling.TaakZien, Handeling.TaakAfronden, Handeling.TaakTerugdraaien, Handeling.TaakToewijzen, Handeling.MogelijkDoen, Handeling.HuishoudenKoppelen, Handeling.BijlageToevoegen, Handeling.VerloopZien];
        Streams.Values.Where(s => content.Any(act => access.Mag(manager, act, s) || ((Huishouden)s.Domain).Dossiers.Keys.Any(d => access.Mag(manager, act, s, d)))).ShouldBeEmpty();
    }
}
