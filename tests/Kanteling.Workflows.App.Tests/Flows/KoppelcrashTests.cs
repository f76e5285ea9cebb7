using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Commands;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>A program that stops between any two commits of a link: the next one finishes it or undoes it, and who asks again hears the same.</summary>
public sealed class KoppelcrashTests
{
    public static TheoryData<string, string, int> Crashes()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var kind in (string[])["memory", "sqlite", "postgres"])
        {
            foreach (var act in (string[])["merge", "refused", "split"])
            {
                for (var before = 1; before <= 3; before++)
                    data.Add(kind, act, before);
            }
        }
        return data;
    }

    /// <param name="before">The commit of the act before which the program stops: of the first household, of the other, or of the first again.</param>
    [Theory]
    [MemberData(nameof(Crashes))]
    public async Task A_stop_between_two_commits_leaves_a_pair_that_is_finished_or_undone(string kind, string act, int before)
    {
        await using var bank = await Koppelbank.OpenAsync(kind);
        var (a, b, elsewhere) = (await bank.OpenHouseholdAsync(), act == "split" ? new StreamId("nieuw") : await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync());
        if (act == "refused")
            (await bank.ActAsync(bank.Engine, elsewhere, Koppelbank.Merge(b), "first")).ShouldBeNull();
        var command = act == "split" ? Koppelbank.Split(b, "p2") : Koppelbank.Merge(b);
        var expected = act == "refused" ? "HUISHOUDEN_SAMENGEVOEGD" : null;

        var commits = 0;
        bank.Store.BeforeCommit = _ =>
        {
            if (++commits == before)
                throw new IOException("The program stops here.");
        };
        await Should.ThrowAsync<IOException>(() => bank.ActAsync(bank.Node(), a, command, "k"));
        bank.Store.BeforeCommit = _ => { };
        if (before > 1)
        {
            // Whoever comes in between hears that it is under way.
            (await bank.ActAsync(bank.Node(), elsewhere, Koppelbank.Merge(a), "between")).ShouldBeOneOf("LINK_UNDER_WAY", "HUISHOUDEN_SAMENGEVOEGD");
            (await bank.ActAsync(bank.Node(), a, Koppelbank.Merge(elsewhere), "between too")).ShouldBe("LINK_UNDER_WAY");
        }

        await bank.SweepAsync();
        if (before > 1)
            await AsExpectedAsync(bank, a, b, act);
        (await bank.ActAsync(bank.Node(), a, command, "k")).ShouldBe(expected);
        await AsExpectedAsync(bank, a, b, act);
        (await bank.ActAsync(bank.Node(), a, command, "k")).ShouldBe(expected);
        await bank.SweepAsync();
        await bank.WholeAsync(a, b, elsewhere);
    }

    static async Task AsExpectedAsync(Koppelbank bank, StreamId a, StreamId b, string act)
    {
        await bank.WholeAsync(a, b);
        var (here, there) = (await bank.HouseholdAsync(a), await bank.HouseholdAsync(b));
        here.Koppelingen.Count(k => k.Ander == b).ShouldBe(act == "refused" ? 0 : 1);
        there.Koppelingen.Count(k => k.Ander == a).ShouldBe(act == "refused" ? 0 : 1);
        if (act != "split")
            return;
        here.Persoon(new PersoonId("p2"))!.IsThuis.ShouldBeFalse();
        var gone = there.Personen.ShouldHaveSingleItem();
        (gone.Id.Text, gone.Naam.AsString(), gone.Naam.Dossier, gone.Geboortedatum!.AsString(), gone.Rol!.AsString(), gone.IsThuis).ShouldBe(("p2", "Persoon 2", null, "1950-03-04", "client", true));
        gone.Relaties.ShouldBeEmpty();
        (await bank.Store.LoadAsync(b, default))!.Head.Kind.ShouldBe("huishouden");
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_two_nodes_bring_at_once_is_brought_once(string kind)
    {
        await using var bank = await Koppelbank.OpenAsync(kind);
        for (var n = 0; n < 20; n++)
        {
            var (a, b) = (await bank.OpenHouseholdAsync(), await bank.OpenHouseholdAsync());
            var node = bank.Node();
            var begun = (Answer.Done)await Koppelbank.AskAsync(node, a, Koppelbank.Merge(b), $"k{n}");
            await Task.WhenAll(new Links(node, bank.Store).FinishAsync(begun), bank.SweepAsync(), bank.SweepAsync(), new Links(bank.Node(), bank.Store).FinishAsync(a));
            await bank.WholeAsync(a, b);
            ((await bank.Engine.ReadAsync(a))!.Version, (await bank.Node().ReadAsync(b))!.Version).ShouldBe((3, 2));
        }
    }
}
