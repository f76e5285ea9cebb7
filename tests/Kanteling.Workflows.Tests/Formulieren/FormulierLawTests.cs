using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Tests.Formulieren;

public class FormulierLawTests
{
    // Names that the form knows and some it does not; values that JSON allows and programs stumble over.
    static readonly string[] Namen =
    [
        "tekst", "getal", "bedrag", "datum", "jaNee", "keuze", "meerkeuze", "persoon", "lijst", "groep", "hulpvragen", "cirkelrijen", "levensdomeinen",
        "omvang", "aantal", "eenheid", "soort", "wie", "watDoet", "reden", "toereikend", "overgeslagen", "wonen", "status", "onbekend", "", "\\ud800", "a.b[0]",
    ];

    static readonly Gen<string> Los = Gen.Elements(
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-0", "79228162514264337593543950336", "\"\"", "\" \"", "\"a\"", "\"uur\"", "\"mantelzorg\"",
        "\"goed\"", "\"nietBesproken\"", "\"2026-02-30\"", "\"2026-02-28\"", "\"9999-12-31\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}");

    static readonly Formulier Formulier = Form.Met(
        Form.Veld(VeldSoort.Tekst, "tekst"),
        Form.Veld(VeldSoort.Getal, "getal") with { Verplicht = true, Min = Grens.Van(1) },
        Form.Veld(VeldSoort.Bedrag, "bedrag"),
        Form.Veld(VeldSoort.Datum, "datum") with { Max = Grens.OpVandaag },
        Form.Veld(VeldSoort.JaNee, "jaNee"),
        Form.Keuze("keuze", "a", "b") with { ZichtbaarAls = "jaNee" },
        Form.Keuze("meerkeuze", "a", "b") with { Soort = VeldSoort.Meerkeuze, Max = Grens.Van(1) },
        Form.Veld(VeldSoort.Persoon, "persoon") with { ZichtbaarAls = "?" },
        Form.Veld(VeldSoort.Lijst, "lijst") with { Min = Grens.Van(1), Velden = [Form.Veld(VeldSoort.Tekst, "tekst") with { ZichtbaarAls = "jaNee" }, Form.Blok("omvang")] },
        Form.Veld(VeldSoort.Groep, "groep") with { Velden = [Form.Veld(VeldSoort.Datum, "datum"), Form.Veld(VeldSoort.JaNee, "jaNee")] },
        Form.Blok("hulpvragen"),
        Form.Blok("cirkelrijen"),
        Form.Blok("levensdomeinen"));

    static readonly Arbitrary<string> Antwoorden = Object(4).ToArbitrary();

    [Fact]
    public void The_validator_never_throws_and_every_error_has_a_sentence() => Prop
        .ForAll(Antwoorden, json => Form.Fouten(Formulier, json).All(fout => Zinnen.Kent(fout.Code) && !fout.Zin.Contains('{')))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Cleaning_never_throws_and_cleaning_twice_is_cleaning_once() => Prop
        .ForAll(Antwoorden, json =>
        {
            var eens = FormulierOpschoning.SchoonOp(Formulier, Form.Json(json), Form.Ja);
            return Antwoordmaat.Toets(eens) is not null || JsonNode.DeepEquals(eens, FormulierOpschoning.SchoonOp(Formulier, eens, Form.Ja));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void After_cleaning_no_answer_is_unknown() => Prop
        .ForAll(Antwoorden, json =>
        {
            var schoon = FormulierOpschoning.SchoonOp(Formulier, Form.Json(json), Form.Ja);
            return FormulierValidatie.Valideer(Formulier, schoon, Form.Vandaag, Form.Ja).All(fout => fout.Code != "ANTWOORD_VELD_ONBEKEND");
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Reading_a_form_never_throws() => Prop
        .ForAll(Antwoorden, json => FormulierJson.Lees(json).Formulier is null && FormulierJson.Lees(json.Replace("tekst", "velden").Replace("getal", "id")).Formulier is null)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_laws_are_tried_on_answers_that_can_be_walked_as_well_as_on_others() =>
        Gen.Sample(Antwoorden.Generator, 200).Count(json => Antwoordmaat.Toets(Form.Json(json)) is null).ShouldBeInRange(50, 199);

    static Gen<string> Knoop(int diepte) => diepte == 0
        ? Los
        : Gen.Frequency((3, Los), (2, Object(diepte - 1)), (1, Gen.ListOf(Knoop(diepte - 1), 3).Select(delen => $"[{string.Join(',', delen)}]")));

    static Gen<string> Object(int diepte) =>
        from aantal in Gen.Choose(0, 6)
        from namen in Gen.ArrayOf(Gen.Elements(Namen), aantal)
        from waarden in Gen.ArrayOf(Knoop(diepte), aantal)
        select $"{{{string.Join(',', namen.Distinct().Zip(waarden, (naam, waarde) => $"\"{naam}\":{waarde}"))}}}";
}
