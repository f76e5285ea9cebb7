using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using static Kanteling.Workflows.Casework.Formulieren.Velden.VeldSoort;
using static Kanteling.Workflows.Tests.Formulieren.Form;

namespace Kanteling.Workflows.Tests.Formulieren;

public class FormulierOpschoningTests
{
    [Theory]
    [InlineData("""{"auto":true,"kenteken":"a","y":1}""", """{"auto":true,"kenteken":"a"}""")]
    [InlineData("""{"auto":false,"kenteken":"a"}""", """{"auto":false}""")]
    [InlineData("""{"auto":"geen janee","kenteken":7}""", """{"auto":"geen janee"}""")]
    public void Unknown_and_hidden_answers_fall_away_and_wrong_ones_stay(string antwoorden, string schoon) =>
        Opgeschoond(Met(Veld(JaNee, "auto"), Veld(Tekst, "kenteken") with { ZichtbaarAls = "auto" }), antwoorden).ShouldBe(schoon);

    [Fact]
    public void An_answer_that_falls_away_takes_along_what_it_kept_visible()
    {
        // c is seen because of b, b because of a; and c is asked before b, so one pass is not enough.
        var formulier = Met(Veld(JaNee, "a"), Veld(JaNee, "c") with { ZichtbaarAls = "b" }, Veld(JaNee, "b") with { ZichtbaarAls = "a" });

        Opgeschoond(formulier, """{"a":false,"b":true,"c":true}""").ShouldBe("""{"a":false}""");
    }

    [Fact]
    public void Rows_and_blocks_are_cleaned_inside()
    {
        var formulier = Met(Blok("netwerkkaart"), Veld(Groep, "g") with { Velden = [Veld(Tekst, "a")] });

        Opgeschoond(formulier, """{"netwerkkaart":[{"wie":"Jan","band":"buur","y":1},7],"g":{"a":"b","y":2}}""")
            .ShouldBe("""{"netwerkkaart":[{"wie":"Jan","band":"buur"},7],"g":{"a":"b"}}""");
    }

    [Fact]
    public void An_undecided_condition_keeps_the_answer() =>
        Opgeschoond(Met(Veld(Tekst) with { ZichtbaarAls = "?" }), """{"x":"a"}""").ShouldBe("""{"x":"a"}""");

    [Fact]
    public void The_given_answers_are_not_changed()
    {
        var antwoorden = Json("""{"x":"a","y":1}""");

        FormulierOpschoning.SchoonOp(Met(Veld(Tekst)), antwoorden, Ja);

        antwoorden.ToJsonString().ShouldBe("""{"x":"a","y":1}""");
    }

    static string Opgeschoond(Formulier formulier, string json) => FormulierOpschoning.SchoonOp(formulier, Json(json), Ja).ToJsonString();
}
