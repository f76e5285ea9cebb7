using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>What the engine remembers has a bound.</summary>
public class RecentTests
{
    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        var recent = new Recent<int, string>(2);
        recent.Keep(1, "one");
        recent.Keep(2, "two");
        recent.Find(1).ShouldBe("one");
        recent.Keep(3, "three");
        recent.All.Select(x => x.Key).ShouldBe([1, 3]);
        recent.Forget(3);
        recent.Find(3).ShouldBeNull();
    }

    [Fact]
    public void What_is_known_stays_when_it_is_said_to()
    {
        var recent = new Recent<int, string>(2);
        recent.Keep(1, "one");
        recent.Keep(1, "two", unless: held => held == "one");
        recent.Find(1).ShouldBe("one");
        recent.Keep(1, "two");
        recent.Find(1).ShouldBe("two");
    }

    [Fact]
    public async Task No_more_definitions_are_remembered_than_the_bound()
    {
        var door = new FrontDoor();
        var loader = new GivenLoader(door.Store, door.Engine.History, _ => Task.FromResult<object?>(null));
        await door.Publish(new Drawing().Start().End().Connect("start → end"));
        (await loader.DefinitionAsync(new("flow"), 1, default)).ShouldNotBeNull();
        loader.Remembered.Rows.Count.ShouldBe(1);
        for (var i = 0; i < GivenLoader.Capacity; i++)
            loader.Remember(new DefinitionVersion(new("other"), i + 1), (await loader.DefinitionAsync(new("flow"), 1, default))!);
        loader.Remembered.Rows.Count.ShouldBe(GivenLoader.Capacity);
    }
}
