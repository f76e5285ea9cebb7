using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Tests.Termijnen;

public class WettelijkeTermijnenTests
{
    [Theory]
    [InlineData("2014-12-31", null)]
    [InlineData("2015-01-01", "nl-2015-01-01")]
    [InlineData("2018-12-31", "nl-2015-01-01")]
    [InlineData("2026-07-01", "nl-2019-01-01")]
    public void The_rule_set_in_force_on_the_day_is_chosen(string datum, string? id) =>
        WettelijkeTermijnen.Kies(DateOnly.Parse(datum))?.Id.ShouldBe(id);

    [Fact]
    public void Before_the_Wmo_2015_there_is_no_rule_set() => WettelijkeTermijnen.Kies(new(2014, 12, 31)).ShouldBeNull();

    [Fact]
    public void Every_rule_set_is_found_by_its_id_and_holds_every_term() =>
        WettelijkeTermijnen.Alle.ShouldAllBe(regels => WettelijkeTermijnen.Met(regels.Id) == regels && regels.Termijnen.Count == 13);

    [Fact]
    public void Only_the_clock_of_the_beschikking_can_be_suspended() =>
        WettelijkeTermijnen.Alle[^1].Termijnen.Values.Where(regel => regel.Opschortbaar).ShouldHaveSingleItem().Id.ShouldBe(TermijnId.Beschikking);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 23)]
    [InlineData(14, 322)]
    [InlineData(15, 357)]
    [InlineData(42, 1442)]
    [InlineData(100, 1442)]
    public void The_dwangsom_rises_in_steps_to_its_maximum(int dagen, decimal euro) =>
        WettelijkeTermijnen.Alle[^1].DwangsomNa(dagen).ShouldBe(Bedrag.Euro(euro));
}
