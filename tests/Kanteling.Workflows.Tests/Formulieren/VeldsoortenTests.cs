using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Tests.House;

namespace Kanteling.Workflows.Tests.Formulieren;

/// <summary>What the compiler does not see when a kind of field is added; the rest it does (see <see cref="Veldsoorten"/>).</summary>
public class VeldsoortenTests
{
    public static TheoryData<VeldSoort> Alle => [.. Enum.GetValues<VeldSoort>()];

    [Theory]
    [MemberData(nameof(Alle))]
    public void Every_kind_is_written_as_it_was_read(VeldSoort soort)
    {
        var formulier = Form.Met(Vraag(soort));
        FormulierControle.Controleer(formulier).ShouldBeEmpty();

        var (gelezen, bevindingen) = FormulierJson.Lees(FormulierJson.Schrijf(formulier).ToJsonString());

        bevindingen.ShouldBeEmpty();
        gelezen!.Velden.Single().Soort.ShouldBe(soort);
        FormulierJson.Schrijf(gelezen).ToJsonString().ShouldBe(FormulierJson.Schrijf(formulier).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Alle))]
    public void Every_kind_refuses_an_answer_of_another_form(VeldSoort soort)
    {
        var formulier = Form.Met(Vraag(soort));
        string[] antwoorden = ["\"woord\"", "1.5", "true", "[1]", """{"anders":1}"""];

        antwoorden.Count(antwoord => formulier.Fouten($$"""{"x":{{antwoord}}}""").Count > 0).ShouldBeGreaterThan(3);
    }

    [Theory]
    [MemberData(nameof(Alle))]
    public void Every_kind_stands_in_the_description_of_the_format(VeldSoort soort) =>
        WorkingCopy.Read("workflows/README.md").Split('\n').Single(regel => regel.StartsWith("| `soort` |", StringComparison.Ordinal))
            .ShouldContain($"`{FormulierJson.Naam(soort)}`");

    static Veld Vraag(VeldSoort soort) => soort switch
    {
        VeldSoort.Vraagblok => Form.Blok("omvang") with { Id = "x" },
        _ when Veldsoorten.Van(soort).HeeftOpties => Form.Keuze("x", "a", "b") with { Soort = soort },
        _ when Veldsoorten.Van(soort).HeeftVelden => Form.Veld(soort) with { Velden = [Form.Veld(VeldSoort.Tekst, "binnen")] },
        _ => Form.Veld(soort),
    };
}
