using System.Collections.Immutable;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>What is left of a household when a procedure goes, and what may not go.</summary>
public class VernietigenTests
{
    static readonly DossierId D1 = new("d1"), D2 = new("d2");

    static readonly DateOnly Dag = new(2026, 9, 1);

    static Content Gezegd(string woorden, DossierId? dossier) => Content.Of(dossier, "tekst", woorden);

    static Dossier Gesloten(DossierId id, DossierSoort soort = DossierSoort.Melding) =>
        new(id, soort, new("p1"), new Melder(null, null, null), Gezegd($"vraag van {id}", id), null, false, Dag, "wmo-2026") { Einde = new Einde("nulde lijn", Dag) };

    /// <summary>Both procedures are over; in the first somebody said what the household is called, and something of support of the second.</summary>
    static readonly Huishouden Samen = Huishouden.Leeg with
    {
        Naam = Gezegd("Familie Voorbeeld", D1),
        Personen = [new Persoon(new("p1"), Gezegd("Jan", D1), null, null, [])],
        Dossiers = Huishouden.Leeg.Dossiers.Add(D1, Gesloten(D1)).Add(D2, Gesloten(D2)),
        Hulpvragen = [new Hulpvraag(new("h7"), D1, new("p1"), default, Gezegd("hulpvraag", D1), null, null, new Omvang(null, null, null, null))],
        Ondersteuning =
        [
            new Ondersteuning(new("o3"), D2, new("p1"), null, Ondersteuningscirkel.SociaalNetwerk, Ondersteuningsvorm.Netwerk, Gezegd("de buurvrouw", D2), null, null, null, Ondersteuningsstatus.Loopt)
            {
                Structureel = new Structureel(Gezegd("het blijft zo", D1), Dag.AddYears(1), Dag),
            },
        ],
    };

    static Destruction Vernietig(Huishouden h, params DossierId[] dossiers) => HuishoudenDomein.Domein.Destroyed(h, [.. dossiers]);

    [Fact]
    public void What_was_told_in_it_about_what_stays_stays_with_that()
    {
        var uitkomst = Vernietig(Samen, D1);
        uitkomst.Refusals.ShouldBeEmpty();
        var rest = (Huishouden)uitkomst.State;
        rest.Dossiers.Keys.ShouldBe([D2]);
        rest.Hulpvragen.ShouldBeEmpty();
        (rest.Naam!.Dossier, rest.Naam.AsString(), rest.Personen[0].Naam.Dossier).ShouldBe((null, "Familie Voorbeeld", null));
        var reden = rest.Ondersteuning[0].Structureel!.Reden;
        (reden.Dossier, reden.AsString()).ShouldBe((D2, "het blijft zo"));
    }

    [Fact]
    public void No_id_of_what_went_is_ever_used_again()
    {
        var rest = (Huishouden)Vernietig(Samen, D1).State;
        rest.NieuweHulpvragen().First().ShouldBe(new HulpvraagId("h8"));
        (rest.KentDossier(D1), rest.KentDossier(D2), rest.KentDossier(new DossierId("d3"))).ShouldBe((true, true, false));
    }

    [Fact]
    public void What_is_shielded_goes_whole_or_not_at_all()
    {
        var meldcode = Huishouden.Leeg with { Naam = Gezegd("Veiligheid", null), Dossiers = Huishouden.Leeg.Dossiers.Add(D1, Gesloten(D1, DossierSoort.Veiligheid)) };
        Vernietig(meldcode, D1).Refusals.ShouldHaveSingleItem().Code.ShouldBe("VERNIETIGEN_ALS_GEHEEL");
        HuishoudenDomein.Domein.Destroyed(meldcode, null).Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_open_runs_or_is_unknown_does_not_go()
    {
        Vernietig(Samen, new DossierId("d9")).Refusals.ShouldHaveSingleItem().Code.ShouldBe("VERNIETIGEN_ONBEKEND");
        Vernietig(Samen, D2).Refusals.ShouldHaveSingleItem().Code.ShouldBe("VERNIETIGEN_LOOPT");
        Vernietig(Samen with { Dossiers = Samen.Dossiers.SetItem(D1, Samen.Dossiers[D1] with { Einde = null }) }, D1).Refusals.ShouldHaveSingleItem().Code.ShouldBe("VERNIETIGEN_OPEN");
    }
}
