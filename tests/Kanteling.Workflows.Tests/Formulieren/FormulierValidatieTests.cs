using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using static Kanteling.Workflows.Casework.Formulieren.Velden.VeldSoort;
using static Kanteling.Workflows.Tests.Formulieren.Form;

namespace Kanteling.Workflows.Tests.Formulieren;

public class FormulierValidatieTests
{
    [Theory]
    [InlineData(Tekst, "\"hallo\"", null)]
    [InlineData(Tekst, "7", "ANTWOORD_GEEN_TEKST")]
    [InlineData(LangeTekst, "{\"a\":1}", "ANTWOORD_GEEN_TEKST")]
    [InlineData(Getal, "1.5", null)]
    [InlineData(Getal, "\"1\"", "ANTWOORD_GEEN_GETAL")]
    [InlineData(Getal, "1e400", "ANTWOORD_GEEN_GETAL")]
    [InlineData(Getal, "1e20", "ANTWOORD_TE_HOOG")]
    [InlineData(Bedrag, "19.95", null)]
    [InlineData(Bedrag, "19.955", "ANTWOORD_GEEN_BEDRAG")]
    [InlineData(Datum, "\"2024-02-29\"", null)]
    [InlineData(Datum, "\"2026-02-29\"", "ANTWOORD_GEEN_DATUM")]
    [InlineData(Datum, "\"1-7-2026\"", "ANTWOORD_GEEN_DATUM")]
    [InlineData(Datum, "\"9999-12-31\"", "ANTWOORD_GEEN_DATUM")]
    [InlineData(JaNee, "false", null)]
    [InlineData(JaNee, "\"ja\"", "ANTWOORD_GEEN_JA_NEE")]
    [InlineData(Persoon, "\"p-1\"", null)]
    [InlineData(Persoon, "12", "ANTWOORD_GEEN_VERWIJZING")]
    [InlineData(Voorziening, "\"v-1\"", null)]
    [InlineData(Lijst, "\"x\"", "ANTWOORD_GEEN_LIJST")]
    [InlineData(Groep, "[1]", "ANTWOORD_GEEN_GROEP")]
    public void An_answer_fits_its_kind_or_says_what_was_expected(VeldSoort soort, string antwoord, string? code) =>
        Veld(soort).Fouten(antwoord).ShouldBe(code is null ? [] : [$"x: {code}"]);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"x\":null}")]
    [InlineData("{\"x\":\"  \"}")]
    [InlineData("{\"x\":[]}")]
    public void A_required_answer_that_is_empty_is_missing(string antwoorden)
    {
        Met(Veld(Tekst) with { Verplicht = true }).Fouten(antwoorden).ShouldHaveSingleItem().Code.ShouldBe("ANTWOORD_ONTBREEKT");
        Met(Veld(Tekst)).Fouten(antwoorden).ShouldBeEmpty();
    }

    [Fact]
    public void A_choice_is_one_of_the_options_and_a_multiple_choice_each_once()
    {
        var keuze = Keuze("x", "a", "b");
        var meerkeuze = keuze with { Soort = Meerkeuze, Min = Grens.Van(2), Max = Grens.Van(2) };

        keuze.Fouten("\"a\"").ShouldBeEmpty();
        keuze.Fouten("\"c\"").ShouldBe(["x: ANTWOORD_NIET_IN_KEUZES"]);
        meerkeuze.Fouten("[\"a\",\"b\"]").ShouldBeEmpty();
        meerkeuze.Fouten("[\"a\"]").ShouldBe(["x: ANTWOORD_TE_WEINIG_KEUZES"]);
        meerkeuze.Fouten("[\"a\",\"a\"]").ShouldBe(["x: ANTWOORD_KEUZE_DUBBEL"]);
        meerkeuze.Fouten("[\"a\",null]").ShouldBe(["x: ANTWOORD_NIET_IN_KEUZES"]);
        meerkeuze.Fouten("\"a\"").ShouldBe(["x: ANTWOORD_NIET_IN_KEUZES"]);
        (meerkeuze with { Max = Grens.Van(1), Min = null }).Fouten("[\"a\",\"b\"]").ShouldBe(["x: ANTWOORD_TE_VEEL_KEUZES"]);
    }

    [Fact]
    public void A_day_is_held_against_a_fixed_day_or_against_today()
    {
        var geboren = Veld(Datum) with { Min = Grens.Van(new DateOnly(1900, 1, 1)), Max = Grens.OpVandaag };

        geboren.Fouten("\"2026-07-01\"").ShouldBeEmpty();
        geboren.Fouten("\"2026-07-02\"").ShouldBe(["x: ANTWOORD_DATUM_TE_LAAT"]);
        geboren.Fouten("\"1899-12-31\"").ShouldBe(["x: ANTWOORD_DATUM_TE_VROEG"]);
    }

    [Fact]
    public void Numbers_and_texts_stay_within_the_limits_of_their_field()
    {
        var getal = Veld(Getal) with { Min = Grens.Van(1), Max = Grens.Van(3.5m) };

        getal.Fouten("0.9").ShouldBe(["x: ANTWOORD_TE_LAAG"]);
        Met(getal).Fouten("""{"x":4}""")[0].Zin.ShouldBe("De vraag: vul 3,5 of minder in.");
        (Veld(Tekst) with { MaxLengte = 3 }).Fouten("\"abcd\"").ShouldBe(["x: ANTWOORD_TE_LANG"]);
    }

    [Fact]
    public void An_error_in_a_row_names_the_row_and_the_inner_field()
    {
        var lijst = Veld(Lijst, "rijen") with { Velden = [Veld(Groep, "maat") with { Velden = [Veld(Getal, "aantal")] }] };

        lijst.Fouten("""[{"maat":{"aantal":1}},{"maat":{"aantal":"2"}},7]""")
            .ShouldBe(["rijen[1].maat.aantal: ANTWOORD_GEEN_GETAL", "rijen[2]: ANTWOORD_GEEN_GROEP"]);
    }

    [Fact]
    public void A_list_has_its_own_limits_and_never_more_than_two_hundred_rows()
    {
        var lijst = Veld(Lijst) with { Velden = [Veld(Tekst, "a")], Min = Grens.Van(2), Max = Grens.Van(3) };

        lijst.Fouten("[{}]").ShouldBe(["x: ANTWOORD_TE_WEINIG_REGELS"]);
        lijst.Fouten("[{},{},{},{}]").ShouldBe(["x: ANTWOORD_TE_VEEL_REGELS"]);
        (lijst with { Max = Grens.Van(1000) }).Fouten($"[{string.Join(',', Enumerable.Repeat("{}", 201))}]").ShouldBe(["x: ANTWOORD_TE_VEEL_REGELS"]);
    }

    [Fact]
    public void A_required_group_without_answers_tells_which_inner_answers_are_missing()
    {
        var groep = Veld(Groep) with { Verplicht = true, Velden = [Veld(Tekst, "a") with { Verplicht = true }, Veld(Tekst, "b")] };

        Met(groep).Fouten("{}").Select(fout => fout.ToString()).ShouldBe(["x.a: ANTWOORD_ONTBREEKT"]);
        Met(groep with { Velden = [Veld(Tekst, "b")] }).Fouten("{}").Select(fout => fout.ToString()).ShouldBe(["x: ANTWOORD_ONTBREEKT"]);
        Met(groep with { Verplicht = false }).Fouten("{}").ShouldBeEmpty();
    }

    [Fact]
    public void A_hidden_field_is_not_asked_and_an_undecided_one_is_not_demanded()
    {
        var formulier = Met(Veld(JaNee, "auto"), Veld(Tekst, "kenteken") with { Verplicht = true, ZichtbaarAls = "auto" });

        formulier.Fouten("""{"auto":false,"kenteken":7}""").ShouldBeEmpty();
        formulier.Fouten("""{"auto":true}""").ShouldHaveSingleItem().Veldpad.ShouldBe("kenteken");
        var onbeslist = Met(Veld(Tekst) with { Verplicht = true, ZichtbaarAls = "?" });
        onbeslist.Fouten("{}").ShouldBeEmpty();
        onbeslist.Fouten("""{"x":7}""").ShouldHaveSingleItem().Code.ShouldBe("ANTWOORD_GEEN_TEKST");
    }

    [Fact]
    public void A_condition_in_a_row_sees_the_row_first_and_then_the_form_around_it()
    {
        var formulier = Met(
            Veld(JaNee, "buiten"),
            Veld(JaNee, "auto"),
            Veld(Lijst, "rijen") with
            {
                Velden =
                [
                    Veld(JaNee, "auto"),
                    Veld(Tekst, "kenteken") with { Verplicht = true, ZichtbaarAls = "auto" },
                    Veld(Tekst, "plaats") with { Verplicht = true, ZichtbaarAls = "buiten" },
                ],
            });

        formulier.Fouten("""{"buiten":true,"auto":true,"rijen":[{"auto":false},{"auto":true,"plaats":"x"}]}""")
            .Select(fout => fout.Veldpad).ShouldBe(["rijen[0].plaats", "rijen[1].kenteken"]);
    }

    [Fact]
    public void An_unknown_field_is_an_error_with_a_short_name()
    {
        var fouten = Met(Veld(Tekst)).Fouten($$"""{"y":1,"{{new string('z', 500)}}":1}""");

        fouten.Select(fout => fout.Code).ShouldBe(["ANTWOORD_VELD_ONBEKEND", "ANTWOORD_VELD_ONBEKEND"]);
        fouten[1].Veldpad.Length.ShouldBeLessThan(70);
    }

    [Theory]
    [InlineData("""{"x":[[[[[[[[1]]]]]]]]}""", "ANTWOORDEN_TE_DIEP")]
    [InlineData("""{"x":"\ud800"}""", "ANTWOORDEN_ONLEESBAAR")]
    [InlineData("""{"x":{"a":1,"a":2}}""", "ANTWOORDEN_ONLEESBAAR")]
    public void What_cannot_be_walked_is_refused_as_a_whole(string antwoorden, string code)
    {
        var fout = Met(Veld(Tekst)).Fouten(antwoorden).ShouldHaveSingleItem();

        fout.Code.ShouldBe(code);
        fout.Weigering().Field.ShouldBeNull();
    }

    [Fact]
    public void The_whole_has_a_size_that_cannot_be_passed_by_many_long_texts()
    {
        var tekst = new string('é', 20_000);
        var zes = string.Join(',', Enumerable.Range(0, 6).Select(nummer => $"\"v{nummer}\":\"{tekst}\""));
        var formulier = Met([.. Enumerable.Range(0, 7).Select(nummer => Veld(Tekst, $"v{nummer}"))]);

        formulier.Fouten($"{{{zes}}}").ShouldBeEmpty();
        formulier.Fouten($"{{{zes},\"v6\":\"{tekst}\"}}").ShouldHaveSingleItem().Code.ShouldBe("ANTWOORDEN_TE_GROOT");
        formulier.Fouten($"{{\"v0\":\"{tekst}!\"}}").ShouldHaveSingleItem().Code.ShouldBe("ANTWOORD_TE_LANG");
    }

    [Fact]
    public void No_more_errors_are_told_than_anybody_reads()
    {
        var lijst = Veld(Lijst) with { Velden = [.. Enumerable.Range(0, 5).Select(nummer => Veld(Tekst, $"v{nummer}") with { Verplicht = true })] };

        lijst.Fouten($"[{string.Join(',', Enumerable.Repeat("{}", 200))}]").Length.ShouldBe(Antwoordmaat.Fouten);
    }

    [Fact]
    public void A_number_made_in_memory_counts_like_a_number_that_was_read()
    {
        var antwoorden = new JsonObject { ["x"] = 5 };

        FormulierValidatie.Valideer(Met(Veld(Getal)), antwoorden, Vandaag, Ja).ShouldBeEmpty();
    }

    [Fact]
    public void Many_small_rows_in_a_form_full_of_unknown_answers_stay_cheap()
    {
        // 40,000 inner rows, each with a condition, beside 10,000 answers that nobody asked for.
        var formulier = Met(Veld(Lijst, "a") with { Velden = [Veld(Lijst, "b") with { Velden = [Veld(Tekst) with { ZichtbaarAls = "x" }] }] });
        var rijen = string.Join(',', Enumerable.Repeat("{}", 200));
        var antwoorden = $"{{\"a\":[{string.Join(',', Enumerable.Repeat($"{{\"b\":[{rijen}]}}", 200))}],{string.Join(',', Enumerable.Range(0, 10_000).Select(nummer => $"\"{nummer}\":1"))}}}";
        var (gevraagd, gezien) = (0, 0);
        bool? Tel(string feel, JsonObject zicht)
        {
            (gevraagd, gezien) = (gevraagd + 1, gezien + zicht.Count);
            return true;
        }

        FormulierValidatie.Valideer(formulier, Json(antwoorden), Vandaag, Tel);

        gevraagd.ShouldBe(40_000);
        gezien.ShouldBe(0);
    }
}
