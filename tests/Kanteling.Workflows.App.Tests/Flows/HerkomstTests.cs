using System.Text.RegularExpressions;
using Kanteling.Workflows.Demo.Scenarios;

namespace Kanteling.Workflows.App.Tests.Flows;

/// <summary>Every demand of the Kanteling and the law is carried by something that exists, or says why it is left to later.</summary>
public sealed partial class HerkomstTests
{
    static readonly Herkomst Herkomst = new(Flows.Folder);

    [Fact]
    public void Every_demand_has_a_carrier_that_exists_or_a_reason_and_no_step_cites_what_is_not_listed() => Herkomst.Fouten().ShouldBeEmpty();

    /// <summary>The numbers of the demands run on; a gap would be a demand that fell out.</summary>
    [Theory]
    [InlineData("C", 8)]
    [InlineData("P", 36)]
    [InlineData("L", 16)]
    [InlineData("K", 15)]
    [InlineData("R", 6)]
    [InlineData("B", 6)]
    [InlineData("A", 3)]
    [InlineData("N", 6)]
    public void No_demand_of_the_Kanteling_is_left_out(string letter, int laatste) =>
        Herkomst.Regels.Select(r => r.Id).Where(id => Zaad().IsMatch(id) && id.StartsWith(letter, StringComparison.Ordinal))
            .ShouldBe(Enumerable.Range(1, laatste).Select(n => $"{letter}{n}"));

    /// <summary>With KANTELING_PLATEN=1 it writes it instead.</summary>
    [Fact]
    public void The_page_is_not_stale()
    {
        var path = Path.Combine(Flows.Folder.Pad, "HERKOMST.md");
        if (Environment.GetEnvironmentVariable("KANTELING_PLATEN") == "1")
            File.WriteAllText(path, Herkomst.Bladzijde());

        (File.ReadAllText(path) == Herkomst.Bladzijde()).ShouldBeTrue("HERKOMST.md is stale; run this test once with KANTELING_PLATEN=1");
    }

    [GeneratedRegex("^[A-Z][0-9]{1,2}$")]
    private static partial Regex Zaad();
}
