using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class FormulierenTests
{
    static readonly FeelType.Context Zicht = HuishoudenContext.Schema with { Fields = HuishoudenContext.Schema.Fields.Add(Taakformulier.Uitkomst, FeelType.String) };

    /// <summary>Asked by a drawing instead of what the step itself asks; by form the step.</summary>
    static readonly Dictionary<string, string> DoorTekening = new() { ["vrije-taak"] = "VrijeTaak", ["heronderzoek-gesprek"] = "Keukentafelgesprek" };

    /// <summary>Every step, and every row of a kind that stands for several.</summary>
    static IEnumerable<Stap> Rijen => Stappenlijst.Menselijk.SelectMany(s => s.Rijen.IsEmpty ? [s] : s.Rijen);

    public static TheoryData<string> Bestanden() =>
        [.. Directory.EnumerateFiles(Path.Combine(Werkbank.Wortel(), "workflows", "formulieren"), "*.json").Select(b => Path.GetFileNameWithoutExtension(b)!)];

    [Theory]
    [MemberData(nameof(Bestanden))]
    public void A_form_can_be_read_is_named_as_its_file_and_asks_only_what_exists(string naam)
    {
        var (formulier, bevindingen) = FormulierJson.Lees(File.ReadAllText(Path.Combine(Werkbank.Wortel(), "workflows", "formulieren", naam + ".json")));
        bevindingen.ShouldBeEmpty();
        formulier!.Id.ShouldBe(naam);
        VoorwaardenControle.Controleer(formulier, Zicht).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Bestanden))]
    public void A_condition_on_the_way_out_names_a_way_that_the_step_has(string naam)
    {
        var gevonden = Rijen.Single(s => DoorTekening.TryGetValue(naam, out var stap) ? s.Naam == stap : s.Formulier == naam);
        var genoemd = Werkbank.Formulier(naam).Velden.SelectMany(v => System.Text.RegularExpressions.Regex.Matches(v.ZichtbaarAls ?? "", "uitkomst !?= \"([^\"]+)\"")).Select(m => m.Groups[1].Value);
        genoemd.Except(gevonden.Wegen.Select(w => w.Poort)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_step_has_its_form() =>
        Rijen.Select(s => s.Formulier).OfType<string>().Concat(DoorTekening.Keys).Order().ShouldBe(Werkbank.AlleFormulieren.Select(f => f.Id).Order());

    [Fact]
    public void A_form_is_short_enough_to_be_pleasant() =>
        Werkbank.AlleFormulieren.Where(f => f.Velden.Length > 15).Select(f => f.Id).ShouldBeEmpty();
}
