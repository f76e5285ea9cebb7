using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Tests.Huishoudens;

namespace Kanteling.Workflows.Tests.Formulieren;

/// <summary>Questions of which the answer is not told on, in forms of every shape.</summary>
public class AfgeschermdeveldenTests
{
    static Veld Geheim(string id) => Form.Veld(VeldSoort.LangeTekst, id) with { Inhoud = VeldInhoud.Afgeschermd };

    static Veld Lijst(string id, params Veld[] velden) => Form.Veld(VeldSoort.Lijst, id) with { Velden = [.. velden] };

    static readonly Formulier Formulier = Form.Met(
        Form.Veld(VeldSoort.Tekst, "open"), Geheim("los"), Lijst("mensen", Form.Veld(VeldSoort.Tekst, "wie"), Geheim("wat")),
        Form.Veld(VeldSoort.Groep, "thuis") with { Velden = [Form.Veld(VeldSoort.Tekst, "bel"), Geheim("sleutel"), Lijst("diep", Geheim("diepste"), Form.Veld(VeldSoort.Tekst, "rand"))] },
        Lijst("heel", Form.Veld(VeldSoort.Tekst, "binnen")) with { Inhoud = VeldInhoud.Afgeschermd }, Form.Veld(VeldSoort.Tekst, "nietDoorgeven"));

    static readonly JsonObject Antwoorden = Form.Json("""
        {"open":"a","los":"G","mensen":[{"wie":"b","wat":"G"},{"wie":"c"},{"wie":"d","wat":"G"}],"thuis":{"bel":"e","sleutel":"G","diep":[{"diepste":"G","rand":"f"}]},"heel":[{"binnen":"G"}],"nietDoorgeven":"G","vreemd":"g"}
        """);

    static IEnumerable<(string Formulier, string Veld)> Alles => Werkbank.AlleFormulieren.SelectMany(f => Alle(f.Velden).Where(v => v.Inhoud == VeldInhoud.Afgeschermd).Select(v => (f.Id, v.Id)));

    public static TheoryData<string, string> Geleverd
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (formulier, veld) in Alles)
                data.Add(formulier, veld);
            return data;
        }
    }

    static IEnumerable<Veld> Alle(IEnumerable<Veld> velden) => velden.SelectMany(v => Alle(Vragenblokken.Uitgewerkt(v).Velden).Prepend(v));

    [Theory]
    [MemberData(nameof(Geleverd))]
    public void Every_shielded_field_that_is_shipped_is_known_left_out_and_put_back(string formulier, string veld)
    {
        var form = Werkbank.Formulier(formulier);
        var antwoorden = new JsonObject(form.Velden.Select(v => KeyValuePair.Create(v.Id, (JsonNode?)JsonValue.Create($"antwoord op {v.Id}"))));

        Afgeschermdevelden.Namen(form).ShouldContain(veld);
        var zonder = Afgeschermdevelden.Zonder(form, antwoorden);
        zonder.ToJsonString().ShouldNotContain($"antwoord op {veld}\"");
        Afgeschermdevelden.Paden(form, antwoorden).ShouldContain(veld);
        JsonNode.DeepEquals(Afgeschermdevelden.Aangevuld(form, zonder, antwoorden), antwoorden).ShouldBeTrue();
    }

    [Fact]
    public void There_is_one_outside_the_meldcode() => Alles.Select(rij => $"{rij.Formulier}.{rij.Veld}").Where(rij => !rij.StartsWith("veiligheid-", StringComparison.Ordinal)).ShouldBe(["vooronderzoek.nietDoorgeven"]);

    [Fact]
    public void In_a_list_a_group_and_what_is_shielded_whole_it_is_left_out_and_its_place_is_told()
    {
        Afgeschermdevelden.Namen(Formulier).Order().ShouldBe(["binnen", "diepste", "heel", "los", "nietDoorgeven", "sleutel", "wat"]);
        Afgeschermdevelden.Zonder(Formulier, Antwoorden).ToJsonString().ShouldBe("""{"open":"a","mensen":[{"wie":"b"},{"wie":"c"},{"wie":"d"}],"thuis":{"bel":"e","diep":[{"rand":"f"}]},"vreemd":"g"}""");
        Afgeschermdevelden.Paden(Formulier, Antwoorden).ShouldBe(["los", "mensen[0].wat", "mensen[2].wat", "thuis.sleutel", "thuis.diep[0].diepste", "heel", "nietDoorgeven"]);
        Afgeschermdevelden.Paden(Formulier, Form.Json("""{"los":"","mensen":[{"wat":null}],"heel":[]}""")).ShouldBeEmpty("nothing was said, so nothing is withheld");
    }

    [Fact]
    public void A_block_that_is_shielded_shields_its_core_questions_too()
    {
        var blok = Form.Met(Form.Blok("hulpvragen") with { Inhoud = VeldInhoud.Afgeschermd });
        Afgeschermdevelden.Namen(blok).ShouldContain("gewenstResultaat");
        Afgeschermdevelden.Zonder(blok, Form.Json("""{"hulpvragen":[{"vraag":"G"}]}""")).Count.ShouldBe(0);
    }

    [Fact]
    public void What_was_withheld_comes_back_where_nothing_was_filled_in_and_with_the_row_that_it_was_of()
    {
        JsonNode.DeepEquals(Afgeschermdevelden.Aangevuld(Formulier, Afgeschermdevelden.Zonder(Formulier, Antwoorden), Antwoorden), Antwoorden).ShouldBeTrue();
        string Na(string json) => Afgeschermdevelden.Aangevuld(Formulier, Form.Json(json), Antwoorden)["mensen"]!.ToJsonString();
        Na("""{"mensen":[{"wie":"d"},{"wie":"b"}]}""").ShouldBe("""[{"wie":"d","wat":"G"},{"wie":"b","wat":"G"}]""", "another order");
        Na("""{"mensen":[{"wie":"iemand"},{"wie":"c"}]}""").ShouldBe("""[{"wie":"iemand"},{"wie":"c"}]""", "a row that was changed is another row");
        Na("""{"mensen":[{"wie":"b","wat":"zelf"}]}""").ShouldBe("""[{"wie":"b","wat":"zelf"}]""", "what he filled in himself stays");
        var leeg = Afgeschermdevelden.Aangevuld(Formulier, Form.Json("""{"los":""}"""), Antwoorden);
        (leeg["los"]!.ToString(), leeg["thuis"]!["sleutel"]!.ToString(), leeg.ContainsKey("open"), leeg["heel"]!.ToJsonString()).ShouldBe(("G", "G", false, """[{"binnen":"G"}]"""));
    }

    [Theory]
    [InlineData(VeldInhoud.Persoonlijk, true)]
    [InlineData(VeldInhoud.Afgeschermd, false)]
    public void A_task_is_not_filled_in_beforehand_with_what_is_not_told_on(VeldInhoud inhoud, bool vooraf)
    {
        var formulier = Werkbank.Formulier("vrije-taak");
        var bank = Werkbank.MetDossier().Komt(formulier with { Versie = 2, Velden = [.. formulier.Velden.Select(v => v.Id == "wat" ? v with { Inhoud = inhoud } : v)] });
        bank.Start(new Engine.Drawing("proef").Start().Add("Kanteling.VrijeTaak", "stap", ("formulier", Engine.Drawing.Literal("vrije-taak"))).End().Connect("start → stap").Connect("stap.Done → end").Build(), new JsonObject { ["toelichting"] = "Dit zei zij." }, Werkbank.Dossier);
        bank.Vooraf.ContainsKey("wat").ShouldBe(vooraf);
    }
}
