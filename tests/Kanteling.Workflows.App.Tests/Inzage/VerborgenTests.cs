using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Zaken.Inzage;
using Case = Kanteling.Workflows.Instances.Case;

namespace Kanteling.Workflows.App.Tests.Inzage;

/// <summary>What is not told on, per procedure and reader, in what is made of a household: itself, its facts, a letter, JSON and a run.</summary>
public sealed class VerborgenTests
{
    static readonly DossierId Een = new("d1"), Twee = new("d2");
    static readonly Actor Anna = new(new("anna"), "Anna", ["consulent"], null, null), Bert = new(new("bert"), "Bert", ["consulent"], null, null);
    static readonly Afgeschermd Lijst = Afgeschermd.Leeg.Met(new TaskId(1), Een, ["vraag", "wlz"]).Met(new TaskId(2), Twee, []);
    readonly Bevoegdheid access = new(HuishoudenDomein.Domein, Rollen.Meegeleverd);

    static Dossier Procedure(DossierId id, string behandelaar, DossierSoort soort = DossierSoort.Melding) =>
        new(id, soort, new("p1"), new Melder(null, null, null), Content.Of(id, "vraag", $"vraag van {id}"), null, false, default, "wmo")
        {
            Behandelaar = new UserReference(new(behandelaar), "hash"),
            Onderzoek = new Onderzoek() with { Vooronderzoek = new Vooronderzoek(true, null, WlzStand.Geen, Content.Of(id, "bevindingen", $"bevinding van {id}"), Content.Of(id, "nietDoorgeven", $"geheim van {id}"), default) },
        };

    static Case Household(DossierSoort soort = DossierSoort.Melding) => Case.Empty(new("s1"), Huishouden.Leeg with { Dossiers = Huishouden.Leeg.Dossiers.Add(Een, Procedure(Een, "anna", soort)).Add(Twee, Procedure(Twee, "bert", soort)) });

    static string Json(object waarde) => JsonSerializer.Serialize(waarde, waarde.GetType(), Huishoudenopslag.Json);

    static (string? Vraag, string? Geheim, string? Bevinding) Van(Huishouden h, DossierId id) =>
        (h.Dossiers[id].Vraag?.AsString(), h.Dossiers[id].Onderzoek.Vooronderzoek!.NietDoorgeven?.AsString(), h.Dossiers[id].Onderzoek.Vooronderzoek!.Bevindingen?.AsString());

    Verborgen For(Actor actor) => access.Verborgen(actor, Household(), Lijst);

    [Fact]
    public void A_household_is_seen_by_a_behandelaar_with_the_words_of_his_own_procedure_alone()
    {
        var h = (Huishouden)Household().Domain;
        var (anna, bert) = (For(Anna).Gezien(h, out _), For(Bert).Gezien(h, out _));
        (Van(anna, Een), Van(anna, Twee)).ShouldBe((("vraag van d1", "geheim van d1", "bevinding van d1"), ("vraag van d2", Afgeschermdevelden.Zin, "bevinding van d2")));
        (Van(bert, Een), Van(bert, Twee)).ShouldBe(((Afgeschermdevelden.Zin, Afgeschermdevelden.Zin, "bevinding van d1"), ("vraag van d2", "geheim van d2", "bevinding van d2")));
        Json(anna with { Dossiers = h.Dossiers }).ShouldBe(Json(h), "all else of it is the same");
    }

    [Fact]
    public void What_was_asked_in_a_task_of_no_procedure_is_for_who_is_in_charge_of_all_of_them()
    {
        var lijst = Lijst.Met(new TaskId(3), null, ["onderOns"]);
        var answers = JsonNode.Parse("""{"kind":"answers","text":"{\u0022onderOns\u0022:\u0022x\u0022,\u0022anders\u0022:\u0022y\u0022}"}""");
        bool Tells(Actor actor, Case stream) => access.Verborgen(actor, stream, lijst).In(answers)!.ToJsonString().Contains("afgeschermd", StringComparison.Ordinal);
        (Tells(Anna, Household()), Tells(Bert, Household())).ShouldBe((true, true), "each is in charge of one of the two");
        var alone = Household() with { Domain = Huishouden.Leeg with { Dossiers = Huishouden.Leeg.Dossiers.Add(Een, Procedure(Een, "anna")) } };
        (Tells(Anna, alone), Tells(Bert, alone)).ShouldBe((false, true));
        Tells(Anna, Household() with { Domain = Huishouden.Leeg }).ShouldBeTrue("where there is no procedure nobody is in charge");
    }

    [Fact]
    public void A_letter_tells_it_of_no_procedure_whoever_writes_it()
    {
        var brief = For(Anna).VoorBrief((Huishouden)Household().Domain);
        (Van(brief, Een), Van(brief, Twee)).ShouldBe(((null, null, "bevinding van d1"), ("vraag van d2", null, "bevinding van d2")));
    }

    [Fact]
    public void Of_a_fact_that_tells_something_else_than_words_it_is_said_that_there_is_something()
    {
        var feit = new VooronderzoekGedaan(Een, true, null, WlzStand.Indicatie, null, null, default);
        For(Bert).Gezien(feit, out var anders).ShouldBeSameAs(feit);
        anders.ShouldBeTrue("the wlz is shielded in d1");
        For(Anna).Gezien(feit, out anders);
        anders.ShouldBeFalse();
        For(Bert).Gezien(feit with { Dossier = Twee }, out anders);
        anders.ShouldBeFalse("and in d2 it is not");
    }

    [Fact]
    public void In_json_a_mark_stands_in_its_place_and_in_a_run_for_everybody()
    {
        var json = JsonNode.Parse(Json(Household().Domain))!;
        string Text(Verborgen verborgen) => verborgen.In(json)!.ToJsonString();
        (Text(For(Anna)).Contains("geheim van d1", StringComparison.Ordinal), Text(For(Anna)).Contains("geheim van d2", StringComparison.Ordinal)).ShouldBe((true, false));
        (Text(For(Bert)).Contains("geheim van d1", StringComparison.Ordinal), Text(For(Bert)).Contains("geheim van d2", StringComparison.Ordinal)).ShouldBe((false, true));
        Text(For(Bert)).ShouldContain("""{"dossier":"d1","kind":"nietDoorgeven","text":"\u0022afgeschermd\u0022"}""");
        Text(access.VerborgenInVerloop(Anna, Household(), Lijst)).ShouldNotContain("geheim van");
        For(Bert).In(JsonNode.Parse("""{"zonderDossier":{"vraag":"x","anders":"y"}}"""))!.ToJsonString().ShouldBe("""{"zonderDossier":{"vraag":"afgeschermd","anders":"y"}}""", "what does not say of which procedure it is");
    }

    [Fact]
    public void In_a_stream_that_is_shielded_as_a_whole_who_is_in_it_sees_all_of_it()
    {
        var stream = Household(DossierSoort.Veiligheid);
        foreach (var verborgen in (Verborgen[])[access.Verborgen(Bert, stream, Afgeschermd.Niets), access.VerborgenInVerloop(Bert, stream, Afgeschermd.Niets)])
            verborgen.In(JsonNode.Parse(Json(stream.Domain)))!.ToJsonString().ShouldContain("geheim van d1");
        access.Verborgen(Bert, stream, Afgeschermd.Niets).Gezien(stream.Domain, out _).ShouldBeSameAs(stream.Domain);
    }

    [Fact]
    public void What_was_said_in_a_task_is_his_who_alone_completed_it()
    {
        var lijst = Lijst.Met(new TaskId(1), 3, new("user:anna")).Met(new TaskId(1), 7, new("user:bert")).Met(new TaskId(2), 8, new("user:anna"));
        (lijst.IsVan(new(1), new("user:anna")), lijst.IsVan(new(1), new("user:anna"), 6), lijst.IsVan(new(1), new("user:bert")), lijst.IsVan(new(2), new("user:anna")), lijst.IsVan(new(3), new("user:anna"))).ShouldBe((false, true, false, true, false));
    }
}
