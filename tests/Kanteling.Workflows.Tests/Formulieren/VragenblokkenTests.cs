using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using static Kanteling.Workflows.Tests.Formulieren.Form;

namespace Kanteling.Workflows.Tests.Formulieren;

public class VragenblokkenTests
{
    [Fact]
    public void Every_block_is_a_form_by_itself() => Vragenblokken.Alle.Keys.Order().ShouldAllBe(naam =>
        FormulierControle.Controleer(Met(Blok(naam))).Count == 0 && Vragenblokken.Met(naam)!.Naam == naam);

    [Theory]
    [InlineData("""{"aantal":1.5,"eenheid":"uur","periode":"week"}""", "")]
    [InlineData("""{"omschrijving":"een traplift"}""", "")]
    [InlineData("""{}""", "omvang: ANTWOORD_OMVANG_ONTBREEKT")]
    [InlineData("""{"aantal":2}""", "omvang.eenheid: ANTWOORD_ONTBREEKT, omvang.periode: ANTWOORD_ONTBREEKT")]
    [InlineData("""{"aantal":0,"eenheid":"uur","periode":"week"}""", "omvang.aantal: ANTWOORD_TE_LAAG")]
    public void An_extent_is_an_amount_with_unit_and_period_or_words(string antwoord, string fouten) =>
        string.Join(", ", Blok("omvang").Fouten(antwoord)).ShouldBe(fouten);

    [Fact]
    public void All_nine_levensdomeinen_are_asked_and_not_talked_about_needs_a_reason()
    {
        var goed = string.Join(',', Levensdomeinen.Alle.Select(domein => $"\"{domein.Id}\":{{\"status\":\"goed\"}}"));

        Levensdomeinen.Alle.Length.ShouldBe(9);
        Blok("levensdomeinen").Fouten($"{{{goed}}}").ShouldBeEmpty();
        Blok("levensdomeinen").Fouten($"{{{goed.Replace("\"wonen\":{\"status\":\"goed\"}", "\"wonen\":{\"status\":\"nietBesproken\"}")}}}")
            .ShouldBe(["levensdomeinen.wonen.reden: ANTWOORD_REDEN_ONTBREEKT"]);
        Blok("levensdomeinen").Fouten($"{{{goed[..goed.LastIndexOf(",\"zorgen\"", StringComparison.Ordinal)]}}}")
            .ShouldBe(["levensdomeinen.zorgen.status: ANTWOORD_ONTBREEKT"]);
    }

    [Fact]
    public void A_hulpvraag_without_extent_is_not_complete() =>
        Blok("hulpvragen").Fouten("""[{"persoon":"p1","vraag":"v","belemmering":"b","gewenstResultaat":"r","omvang":{"aantal":"drie"}}]""")
            .ShouldBe(["hulpvragen[0].omvang.aantal: ANTWOORD_GEEN_GETAL", "hulpvragen[0].omvang.eenheid: ANTWOORD_ONTBREEKT", "hulpvragen[0].omvang.periode: ANTWOORD_ONTBREEKT"]);

    [Theory]
    [InlineData("""{"soort":"netwerk","wie":"buurvrouw","watDoet":"kookt","omvang":{"aantal":2,"eenheid":"keer","periode":"week"},"toereikend":false}""", "")]
    [InlineData("""{"soort":"netwerk","reden":"er is niemand","toereikend":false}""", "")]
    [InlineData("""{"soort":"netwerk","overgeslagen":true,"reden":"spoed"}""", "")]
    [InlineData("""{"soort":"netwerk","overgeslagen":true}""", "reden: ANTWOORD_REDEN_ONTBREEKT")]
    [InlineData("""{"soort":"netwerk","toereikend":false}""", "reden: ANTWOORD_OMVANG_OF_REDEN")]
    [InlineData("""{"soort":"netwerk","wie":"buurvrouw","toereikend":false}""", "watDoet: ANTWOORD_ONTBREEKT, omvang: ANTWOORD_ONTBREEKT")]
    [InlineData("""{"soort":"netwerk","reden":"lukt zelf","toereikend":true}""", "toereikend: ANTWOORD_TOEREIKEND_ZONDER_BIJDRAGE")]
    [InlineData("""{"soort":"netwerk","reden":"er is niemand"}""", "toereikend: ANTWOORD_ONTBREEKT")]
    [InlineData("""{"soort":"mantelzorg","wie":"dochter","watDoet":"was","omvang":{"omschrijving":"de was"},"toereikend":true,"mantelzorgerAkkoord":false}""", "mantelzorgerAkkoord: ANTWOORD_MANTELZORG_ZONDER_AKKOORD")]
    [InlineData("""{"soort":"mantelzorg","wie":"dochter","watDoet":"was","omvang":{"omschrijving":"de was"},"toereikend":true,"mantelzorgerAkkoord":true}""", "")]
    public void A_row_of_a_circle_is_a_concrete_contribution_or_a_reason(string rij, string fouten) =>
        string.Join(", ", Blok("cirkelrijen").Fouten($"[{rij.Insert(1, "\"hulpvraag\":\"h1\",\"persoon\":\"p1\",")}]"))
            .ShouldBe(fouten.Length == 0 ? "" : string.Join(", ", fouten.Split(", ").Select(fout => $"cirkelrijen[0].{fout}")));

    [Fact]
    public void A_form_may_move_and_reword_core_questions_and_add_its_own_but_none_gets_lost()
    {
        var blok = Blok("netwerkkaart") with
        {
            Velden = [new("eigen", VeldSoort.Tekst, "Eigen vraag"), new("watKan", VeldSoort.Groep, "Andere woorden")],
        };

        var velden = Vragenblokken.Uitgewerkt(blok).Velden;

        velden.Select(veld => veld.Id).ShouldBe(["eigen", "watKan", "wie", "band", "grens"]);
        velden[1].Label.ShouldBe("Andere woorden");
        velden[1].Soort.ShouldBe(VeldSoort.LangeTekst);
    }

    [Fact]
    public void The_answer_to_a_block_is_found_wherever_the_form_put_it()
    {
        var formulier = Met(new Veld("gesprek", VeldSoort.Groep, "Gesprek") { Velden = [Blok("netwerkkaart") with { Id = "kaart" }] });

        Vragenblokken.Antwoord(formulier, Json("""{"gesprek":{"kaart":[{"wie":"Jan"}]}}"""), "netwerkkaart")!.ToJsonString().ShouldBe("""[{"wie":"Jan"}]""");
        Vragenblokken.Antwoord(formulier, Json("{}"), "netwerkkaart").ShouldBeNull();
        Vragenblokken.Antwoord(formulier, Json("{}"), "resultaten").ShouldBeNull();
    }
}
