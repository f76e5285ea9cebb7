using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Definitions.Checks;
using Kanteling.Workflows.Demo.Platen;

namespace Kanteling.Workflows.App.Tests.Flows;

public sealed class FlowTests
{
    static readonly ActivityCatalogue Catalogue = Flows.Catalogue;

    public static TheoryData<string> All() => Flows.All();

    [Theory, MemberData(nameof(All))]
    public void Every_flow_passes_the_checks_without_error_or_warning(string flow) =>
        DefinitionCheck.Run(Flows.Folder.Definition(flow), Catalogue).Where(f => f.Severity != FindingSeverity.Note).ShouldBeEmpty();

    [Theory, MemberData(nameof(All))]
    public void Every_step_says_why_it_exists_and_what_it_is_worth_to_the_inwoner(string flow)
    {
        var definition = Flows.Folder.Definition(flow);
        var steps = definition.Root.Children.Where(n => !Catalogue.Has(n, ActivityTraits.Terminal)).ToList();

        steps.Where(n => n.Json["metadata"]?["description"]?.ToString() is not { Length: > 10 }).Select(n => n.Id).ShouldBeEmpty();
        steps.Where(n => n.IsOfDomain && n.Inputs.GetValueOrDefault("toelichting")?.Text is not { Length: > 10 }).Select(n => n.Id).ShouldBeEmpty();
        steps.Where(n => n.IsOfDomain && n.Inputs.GetValueOrDefault("waardeVoorInwoner")?.Text is not { Length: > 10 }).Select(n => n.Id).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(All))]
    public void Every_flow_has_a_page_that_shows_its_picture_and_names_its_ends(string flow)
    {
        var page = File.ReadAllText(Path.Combine(Flows.Folder.Pad, flow, "README.md"));
        var ends = Flows.Folder.Definition(flow).Root.Children.Where(n => Catalogue.Has(n, ActivityTraits.Terminal)).Select(n => n.DisplayText);

        page.ShouldContain($"({flow}.svg)");
        ends.Where(end => !page.Contains($"| {end} |")).ShouldBeEmpty();
    }

    /// <summary>With KANTELING_PLATEN=1 it draws them instead.</summary>
    [Theory, MemberData(nameof(All))]
    public void No_picture_is_stale(string flow)
    {
        var drawn = Stroomplaat.Teken(Flows.Folder.Definition(flow), Catalogue);
        var path = Path.Combine(Flows.Folder.Pad, flow, flow + ".svg");
        if (Environment.GetEnvironmentVariable("KANTELING_PLATEN") == "1")
            File.WriteAllText(path, drawn);

        (File.ReadAllText(path) == drawn).ShouldBeTrue($"{flow}.svg is stale; run this test once with KANTELING_PLATEN=1");
    }

    [Fact]
    public void A_flow_that_others_use_is_published_before_them()
    {
        var order = Flows.Folder.Stromen().ToList();

        order.IndexOf("besluit").ShouldBeLessThan(order.IndexOf("toegang"));
    }

    [Fact]
    public void A_picture_shows_every_step_and_every_named_way()
    {
        var definition = Flows.Folder.Definition("toegang");
        var picture = Stroomplaat.Teken(definition, Catalogue);

        definition.Root.Children.Where(n => !picture.Contains($"<g id=\"{n.Id}\">")).ShouldBeEmpty();
        definition.Root.Connections.Where(c => c.Port != "Done" && !picture.Contains(c.Port)).ShouldBeEmpty();
    }
}
