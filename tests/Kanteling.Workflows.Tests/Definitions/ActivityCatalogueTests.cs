using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Tests.Definitions;

public class ActivityCatalogueTests
{
    [Fact]
    public void Every_type_that_the_engine_names_has_a_descriptor()
    {
        var names = typeof(ActivityTypes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Where(name => name.StartsWith("Elsa."));

        names.Where(name => Catalogues.All.Find(name, 1) is null).ShouldBeEmpty();
        Catalogues.All.Find(ActivityTypes.Event, 1)!.Kind.ShouldBe("Trigger");
        Catalogues.All.Find(ActivityTypes.Delay, 1)!.Kind.ShouldBe("Action");
    }

    [Theory]
    [InlineData("Elsa.WriteLine", "Done")]
    [InlineData("Elsa.End", "")]
    [InlineData("Elsa.If", "Done")]
    [InlineData("Elsa.FlowDecision", "True, False")]
    [InlineData("Elsa.SendHttpRequest", "Done, ClientError, ServerError, TooLarge, Timeout")]
    [InlineData("Proef.Taak", "Verlopen")]
    [InlineData("Ergens.Anders", "Done")]
    public void The_ports_of_a_type(string type, string expected) => Ports(new Drawing().With("a", type)).ShouldBe(expected);

    [Fact]
    public void Ports_that_were_drawn()
    {
        Ports(new Drawing().With("a", "Elsa.FlowSwitch", ("cases", JsonNode.Parse("""[ { "label": "Ja" }, { "label": "Nee" } ]""")))).ShouldBe("Ja, Nee, Default");
        Ports(new Drawing().With("a", "Elsa.FlowFork", ("branches", Drawing.Input("Object", "[\"Een\",\"Twee\",\"Een\"]")))).ShouldBe("Een, Twee");
        Ports(new Drawing().With("a", "Elsa.FlowFork", ("branches", new JsonArray("Een", "Twee")))).ShouldBe("Een, Twee");
        Ports(new Drawing().With("a", "Proef.Taak", ("uitkomsten", Drawing.Literal("Klaar")))).ShouldBe("Klaar, Verlopen");
    }

    [Fact]
    public void Two_descriptors_of_one_version_are_refused() =>
        Should.Throw<ArgumentException>(() => new ActivityCatalogue([Catalogues.Task, Catalogues.Task]));

    static string Ports(Drawing drawing) => string.Join(", ", Catalogues.All.PortsOf(drawing.Read().Nodes[new("a")]).Select(port => port.Name));
}
