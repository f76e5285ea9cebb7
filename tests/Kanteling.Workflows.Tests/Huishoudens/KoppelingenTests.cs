using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>What a link means for a household, what stands against it, what the other is told, and how it is taken back.</summary>
public class KoppelingenTests
{
    static readonly Domain Domein = HuishoudenDomein.Domein;

    static NewLink Link(string relatie, string ander = "ander", params string[] personen) =>
        new(new(ander), relatie, "Daarom.", personen.Length == 0 ? null : new JsonObject { ["personen"] = new JsonArray([.. personen.Select(p => (JsonNode)p)]), ["naam"] = "Nieuw" }, new(2026, 9, 2, 8, 0, 0, TimeSpan.Zero));

    static Given Teams(params string[] teams) => teams.Aggregate(Given.Nothing, (given, id) => given.With(Wijkteam.Sleutel(new(id)), new Wijkteam(new(id), "noord", "later")));

    static Huishouden Na(Huishouden h, NewLink link, Given? given = null) => (Huishouden)Domein.Linked(h, link, given ?? Given.Nothing).Aggregate((object)h, Domein.Apply);

    static string? Bezwaar(Huishouden h, NewLink link) => Domein.MayLink(h, link, Given.Nothing).SingleOrDefault() is { } nee ? $"{nee.Code} {string.Join(",", nee.Details.Select(d => $"{d.Code}@{d.Field}"))}".Trim() : null;

    [Fact]
    public void Who_went_up_in_another_household_is_not_linked_again_but_the_same_link_is_nothing_new()
    {
        var weg = Na(Werkbank.MetDossier().Huishouden, Link("opgegaanIn", "a"));
        foreach (var relatie in (string[])["samengevoegdUit", "opgegaanIn", "afgesplitstVan"])
            Bezwaar(weg, Link(relatie, "b")).ShouldBe("HUISHOUDEN_SAMENGEVOEGD");
        Bezwaar(weg, Link("afgesplitstNaar", "b", "p1")).ShouldBe("HUISHOUDEN_SAMENGEVOEGD");
        Bezwaar(weg, Link("opgegaanIn", "a")).ShouldBeNull();
        Domein.Linked(weg, Link("opgegaanIn", "a"), Given.Nothing).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("KOPPELING_ONJUIST AFSPLITSING_IEDEREEN@personen", "p1", "p2")]
    [InlineData("KOPPELING_ONJUIST AFSPLITSING_PERSOON@personen", "p9")]
    [InlineData(null, "p2")]
    public void Only_who_lives_here_can_go_and_somebody_stays(string? bezwaar, params string[] personen) =>
        Bezwaar(Werkbank.MetDossier().Huishouden, Link("afgesplitstNaar", "nieuw", personen)).ShouldBe(bezwaar);

    [Fact]
    public void Who_goes_is_known_in_the_new_household_with_everything_that_is_known_of_him()
    {
        var hier = Werkbank.MetDossier(
            new PersoonToegevoegd(new("p3"), Content.Of(Werkbank.Dossier, "naam", "Kees"), Content.Of(Werkbank.Dossier, "geboortedatum", "2010-01-01"), Werkbank.Tekst("kind"), [new(new("p2"), Relatiesoort.Kind), new(new("p1"), Relatiesoort.Kind)], new(2026, 9, 1))).Huishouden;
        var gevraagd = Domein.Counterpart(hier, Link("afgesplitstNaar", "nieuw", "p2", "p3"))!;
        gevraagd.Relation.ShouldBe("afgesplitstVan");
        var nieuw = Na(Huishouden.Leeg, Link(gevraagd.Relation, "s1") with { Payload = gevraagd.Payload }, Teams("wijkteam-noord"));

        (nieuw.Naam!.AsString(), nieuw.Wijkteam).ShouldBe(("Nieuw", new Wijkteam(new("wijkteam-noord"), "noord", "later")));
        nieuw.Personen.Select(p => p.Id.Text).ShouldBe(["p2", "p3"]);
        // Nothing of the procedures of the first household goes along, nor a relation with who stays.
        foreach (var (was, werd) in hier.Personen.Skip(1).Zip(nieuw.Personen))
        {
            werd.Relaties.ShouldBe(was.Relaties.Where(r => r.Tot.Text != "p1"));
            (werd with { Relaties = was.Relaties, Naam = was.Naam, Geboortedatum = was.Geboortedatum }).ShouldBe(was);
            (werd.Naam, werd.Geboortedatum).ShouldBe((was.Naam with { Dossier = null }, was.Geboortedatum! with { Dossier = null }));
        }
    }

    [Fact]
    public void Who_may_act_for_somebody_who_goes_goes_along_and_one_who_stays_is_known_by_name()
    {
        VertegenwoordigerVastgelegd Voor(string wie, Vertegenwoordigersoort soort, string naam, string? lid) => new(
            new(wie), soort, Content.Of(Werkbank.Dossier, "naam", naam), lid is null ? null : new PersoonId(lid), Content.Of(Werkbank.Dossier, "reikwijdte", "zorg"), new(2026, 1, 1), new(2027, 1, 1), null, new(2026, 9, 1));
        var hier = Werkbank.MetDossier(
            Voor("p2", Vertegenwoordigersoort.Mentor, "mr. De Haan", null), Voor("p2", Vertegenwoordigersoort.Partner, "Wil", "p1"), Voor("p1", Vertegenwoordigersoort.Mentor, "Els", null)).Huishouden;
        var gevraagd = Domein.Counterpart(hier, Link("afgesplitstNaar", "nieuw", "p2"))!;
        var feiten = Domein.Linked(Huishouden.Leeg, Link(gevraagd.Relation, "s1") with { Payload = gevraagd.Payload }, Teams("wijkteam-noord"));
        var nieuw = (Huishouden)feiten.Aggregate((object)Huishouden.Leeg, Domein.Apply);

        nieuw.Vertegenwoordigers.Select(v => (v.Persoon.Text, v.Soort, v.Naam.AsString(), v.Lid, v.Vanaf, v.Tot)).ShouldBe(
        [
            ("p2", Vertegenwoordigersoort.Mentor, "mr. De Haan", null, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)),
            ("p2", Vertegenwoordigersoort.Partner, Woorden.Van(hier.Persoon(new("p1"))!.Naam)!, null, new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)),
        ]);
        nieuw.Vertegenwoordigers.ShouldAllBe(v => v.Naam.Dossier == null && v.Reikwijdte!.Dossier == null);
        Feitzinnen.Van(feiten.OfType<PersonenOvergenomen>().Single(), nieuw, SocialeKaart.Leeg)!.Tekst.ShouldNotBeNull().ShouldContain("mr. De Haan (mentor)");
        // Both households keep what they had.
        Na(hier, Link("afgesplitstNaar", "nieuw", "p2")).Vertegenwoordigers.Count.ShouldBe(3);
        Domein.Counterpart(hier, Link("afgesplitstNaar", "nieuw", "p1"))!.Payload!["vertegenwoordigers"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void A_team_that_the_register_lost_meanwhile_is_the_one_that_was_known()
    {
        var hier = Werkbank.MetDossier().Huishouden;
        var gevraagd = Domein.Counterpart(hier, Link("afgesplitstNaar", "nieuw", "p2"))!;
        Na(Huishouden.Leeg, Link(gevraagd.Relation, "s1") with { Payload = gevraagd.Payload }, Given.Nothing.With(Wijkteam.Sleutel(new("wijkteam-noord")), null)).Wijkteam.ShouldBe(hier.Wijkteam);
    }

    [Fact]
    public void What_waited_in_an_incident_since_0_1_0_still_opens_the_household()
    {
        var link = Link("afgesplitstVan", "s1") with
        {
            Payload = JsonNode.Parse("""{ "naam": "Henk", "wijkteam": "wijkteam-noord", "personen": [{ "id": "p2", "naam": "Henk Postma", "geboortedatum": "1948-01-02", "rol": "partner" }] }""")!.AsObject(),
        };
        var nieuw = Na(Huishouden.Leeg, link, Teams("wijkteam-noord"));
        (nieuw.Naam!.AsString(), nieuw.Wijkteam!.Id.Text, nieuw.Personen.Single().Naam.AsString()).ShouldBe(("Henk", "wijkteam-noord", "Henk Postma"));
    }

    [Fact]
    public void A_link_that_the_other_refused_is_taken_back_and_who_had_left_lives_here_as_before()
    {
        var hier = Werkbank.MetDossier().Huishouden;
        var link = Link("afgesplitstNaar", "nieuw", "p2");
        var gekoppeld = Na(hier, link);
        (gekoppeld.Persoon(new("p2"))!.IsThuis, gekoppeld.Koppelingen.Single().Vertrekkers!.Value.Single().Text).ShouldBe((false, "p2"));

        var terug = Domein.Unlinked(gekoppeld, link with { Payload = null }, [Refusal.Of(Huishoudcode.HuishoudenSamengevoegd, "elders")]);
        var na = (Huishouden)terug.Aggregate((object)gekoppeld, Domein.Apply);
        na.Koppelingen.ShouldBeEmpty();
        na.Personen.ShouldBe(hier.Personen);
        Feitzinnen.Van(terug.Single(), na, SocialeKaart.Leeg)!.Tekst.ShouldNotBeNull().ShouldContain("samengevoegd met een ander huishouden");
    }

    [Theory]
    [InlineData("samengevoegdUit", "opgegaanIn")]
    [InlineData("opgegaanIn", "samengevoegdUit")]
    [InlineData("hoort bij", null)]
    public void The_other_is_asked_when_the_link_means_something(string relatie, string? gevraagd) =>
        Domein.Counterpart(Werkbank.MetDossier().Huishouden, Link(relatie))?.Relation.ShouldBe(gevraagd);
}
