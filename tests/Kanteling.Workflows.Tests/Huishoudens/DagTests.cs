using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Casework.Wijzigingen;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>A day that comes in and cannot be is refused on its field; none is read as nothing.</summary>
public class DagTests
{
    static readonly DateOnly Vandaag = new(2026, 11, 2);

    static IEnumerable<string> Wijziging(string soort, string datum, params object[] feiten) =>
        Wijzigingsinvoer.Controleer(new JsonObject { ["soort"] = soort, ["persoon"] = "p1", ["datum"] = datum }, Werkbank.MetDossier(feiten).Huishouden, Werkbank.Dossier, Vandaag).Select(nee => nee.ToString());

    // Wil was born on 4 March 1950.
    [Theory]
    [InlineData("1949-11-20", "OVERLIJDEN_VOOR_GEBOORTE(4 maart 1950) @datum")]
    [InlineData("1950-03-03", "OVERLIJDEN_VOOR_GEBOORTE(4 maart 1950) @datum")]
    [InlineData("1700-12-01", "DAG_BUITEN_BEREIK() @datum")]
    [InlineData("1879-12-31", "DAG_BUITEN_BEREIK() @datum")]
    [InlineData("9999-01-01", "DAG_BUITEN_BEREIK() @datum")]
    [InlineData("gisteren", "DAG_BUITEN_BEREIK() @datum")]
    [InlineData("2026-11-03", "WIJZIGING_IN_TOEKOMST(dinsdag 3 november 2026) @datum")]
    public void Nobody_dies_before_his_birth_in_the_future_or_on_a_day_that_is_none(string datum, string bezwaar) => Wijziging("overlijden", datum).ShouldBe([bezwaar]);

    [Theory, InlineData("1950-03-04"), InlineData("2026-11-02")]
    public void A_day_that_can_be_is_taken(string datum) => Wijziging("overlijden", datum).ShouldBeEmpty();

    [Fact]
    public void Of_who_was_born_in_a_year_the_whole_year_can_be() =>
        Wijziging("overlijden", "1950-01-02", new PersoonsgegevensVastgelegd(new("p1"), new Persoon(new("p1"), Werkbank.Tekst("Wil"), Werkbank.Tekst("1950"), null, []), Feit.Begin)).ShouldBeEmpty();

    [Fact]
    public void An_ingebrekestelling_does_not_come_before_the_application()
    {
        Wijziging("ingebrekestelling", "2026-09-30", Feit.Verslag, Feit.Aanvraag).ShouldHaveSingleItem().ShouldStartWith("INGEBREKESTELLING_VOOR_AANVRAAG(");
        Wijziging("ingebrekestelling", "2026-11-01", Feit.Verslag, Feit.Aanvraag).ShouldBeEmpty();
    }

    [Theory, InlineData("1700-12-01"), InlineData("2999-01-01")]
    public void A_melding_of_a_day_that_is_none_is_not_of_today(string dag) =>
        Meldinginvoer.Controleer(new JsonObject { ["client"] = "p1", ["vraag"] = "Hulp.", ["ontvangen"] = dag }, Werkbank.MetDossier().Huishouden, new("d9"), Vandaag).Select(nee => nee.ToString()).ShouldBe(["DAG_BUITEN_BEREIK() @ontvangen"]);
}
