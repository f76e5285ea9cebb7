using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Expressions;
using static Kanteling.Workflows.Casework.Formulieren.Velden.VeldSoort;
using static Kanteling.Workflows.Tests.Formulieren.Form;

namespace Kanteling.Workflows.Tests.Formulieren;

public class VoorwaardenTests
{
    static readonly FeelEnvironment Omgeving = Kalender.Standaard.Feel(DateTimeOffset.Parse("2026-07-01T10:00:00+02:00"));

    [Theory]
    [InlineData("getal > 2", """{"getal":3}""", true)]
    [InlineData("getal > 2", """{"getal":2}""", false)]
    [InlineData("getal > 2", "{}", null)]
    [InlineData("getal > 2", """{"getal":"drie"}""", null)]
    [InlineData("janee", """{"janee":true}""", true)]
    [InlineData("janee = true", "{}", false)]
    [InlineData("datum < date(\"2026-01-01\")", """{"datum":"2025-12-31"}""", true)]
    [InlineData("datum < today()", """{"datum":"2026-07-01"}""", false)]
    [InlineData("werkdagen(datum, today()) > 4", """{"datum":"2026-06-24"}""", true)]
    [InlineData("count(netwerkkaart) > 1", """{"netwerkkaart":[{"wie":"a"},{"wie":"b"}]}""", true)]
    [InlineData("leeftijd < 18", "{}", true)]
    [InlineData("tekst = \"x\"", "{}", false)]
    [InlineData("getal", """{"getal":3}""", null)]
    public void A_condition_sees_typed_answers_and_what_the_case_offers(string feel, string antwoorden, bool? zichtbaar)
    {
        var formulier = Met(
            Veld(Getal, "getal"), Veld(JaNee, "janee"), Veld(Datum, "datum"), Veld(Tekst, "tekst"), Blok("netwerkkaart"),
            Veld(Tekst) with { ZichtbaarAls = feel });
        // The case has a name "tekst" too; the answer goes before it, also when it is not given.
        var zaak = FeelContext.Empty.With("leeftijd", new FeelNumber(9)).With("tekst", new FeelString("x"));

        new Voorwaarden(formulier, () => zaak, Omgeving).Zichtbaar(feel, Json(antwoorden)).ShouldBe(zichtbaar);
    }

    [Fact]
    public void It_works_in_the_validator_and_the_cleaner_inside_rows_too()
    {
        var formulier = Met(
            Veld(JaNee, "spoed"),
            Veld(Lijst, "rijen") with { Velden = [Veld(Datum, "einde"), Veld(Tekst, "reden") with { Verplicht = true, ZichtbaarAls = "not(spoed) and einde > date(\"2027-01-01\")" }] });
        var voorwaarden = new Voorwaarden(formulier, () => FeelContext.Empty, Omgeving);
        var antwoorden = Json("""{"spoed":false,"rijen":[{"einde":"2026-12-31","reden":"over"},{"einde":"2027-06-01"}]}""");

        var schoon = FormulierOpschoning.SchoonOp(formulier, antwoorden, voorwaarden.Zichtbaar);

        schoon.ToJsonString().ShouldBe("""{"spoed":false,"rijen":[{"einde":"2026-12-31"},{"einde":"2027-06-01"}]}""");
        FormulierValidatie.Valideer(formulier, schoon, Vandaag, voorwaarden.Zichtbaar)
            .Select(fout => fout.ToString()).ShouldBe(["rijen[1].reden: ANTWOORD_ONTBREEKT"]);
    }

    [Theory]
    [InlineData("getal >", "FORMULIER_VOORWAARDE_FOUT")]
    [InlineData("getal > \"a\"", "FORMULIER_VOORWAARDE_FOUT")]
    [InlineData("getla > 1", "FORMULIER_VOORWAARDE_FOUT")]
    [InlineData("getal + 1", "FORMULIER_VOORWAARDE_GEEN_JA_NEE")]
    [InlineData("getal > 1 and leeftijd < 18", null)]
    public void A_condition_that_cannot_work_is_a_finding_before_anybody_fills_in_the_form(string feel, string? code)
    {
        var formulier = Met(Veld(Getal, "getal"), Veld(Groep, "g") with { Velden = [Veld(Tekst) with { ZichtbaarAls = feel }] });

        var bevindingen = VoorwaardenControle.Controleer(formulier, FeelType.Context.Of(("leeftijd", FeelType.Number))).ToList();

        bevindingen.Select(bevinding => bevinding.ToString()).ShouldBe(code is null ? [] : [$"velden[1].velden[0].zichtbaarAls: {code}"]);
        bevindingen.ShouldAllBe(bevinding => !bevinding.Zin.ToString().Contains("FEEL_"));
    }

    [Fact]
    public void A_form_is_refused_for_a_mistake_that_is_certain_but_not_for_a_name_that_the_case_may_have()
    {
        FormulierControle.Controleer(Met(Veld(Tekst) with { ZichtbaarAls = "huishouden.kinderen > 0", Bron = "huishouden.naam" })).ShouldBeEmpty();
        FormulierControle.Controleer(Met(Veld(Tekst) with { Bron = "huishouden." })).ShouldHaveSingleItem().Pad.ShouldBe("velden[0].bron");
    }
}
