using System.Reflection;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Tests.House;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>What a step reads of the answers is declared, and a form that does not ask it is refused.</summary>
public partial class FormuliereisTests
{
    const string Casework = "src/Kanteling.Workflows.Casework/";

    /// <summary>Folders of which the steps are; what they share stands beside them.</summary>
    static readonly string[] Mappen = ["Toegang", "Onderzoeken", "Besluiten", "Ondersteunen", "Wijzigingen", "Signalen", "Veiligheid"];

    static IEnumerable<Stap> Stappen => Stappenlijst.Menselijk.SelectMany(stap => stap.Rijen.IsEmpty ? [stap] : stap.Rijen);

    public static TheoryData<string> Formulieren => [.. WorkingCopy.Files("workflows/formulieren").Where(pad => pad.EndsWith(".json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Formulieren))]
    public void A_form_that_is_shipped_asks_all_that_its_steps_read(string pad) =>
        Formuliereis.Van(FormulierJson.Lees(WorkingCopy.Read(pad)).Formulier!).Select(zin => zin.ToString()).ShouldBeEmpty();

    [Fact]
    public void Every_step_that_is_written_is_registered() =>
        typeof(Stappenlijst).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(veld => veld.FieldType == typeof(Stap) && !Stappenlijst.Menselijk.Contains((Stap)veld.GetValue(null)!))
            .Select(veld => $"{veld.DeclaringType!.Name}.{veld.Name}").ShouldBeEmpty("add it to Stappenlijst");

    [Theory]
    [InlineData("bekendmaken", "Besluit bekendmaken")]
    [InlineData("ontvangst-bevestigen", "Ontvangst bevestigen en behandelaar kiezen")]
    public void A_form_without_the_day_on_which_something_was_sent_is_refused(string id, string stap)
    {
        var formulier = Geleverd(id);
        var hernoemd = formulier with { Velden = [.. formulier.Velden.Select(v => v.Id == "verzondenOp" ? v with { Id = "verstuurdOp" } : v)] };

        var zin = Formuliereis.Van(hernoemd).ShouldHaveSingleItem();

        zin.Code.ShouldBe("FORMULIER_MIST_ANTWOORD");
        zin.ToString().ShouldBe($"De stap \"{stap}\" heeft het antwoord op het veld \"verzondenOp\" nodig (soort: datum). In het formulier \"{formulier.Naam}\" staat dat veld niet.");
    }

    [Fact]
    public void A_field_of_another_kind_is_refused_also_when_it_need_not_be_asked()
    {
        var formulier = Geleverd("verslag");
        Formuliereis.Van(formulier with { Velden = [.. formulier.Velden.Where(v => v.Id != "akkoord")] }).ShouldBeEmpty();
        var anders = formulier with { Velden = [.. formulier.Velden.Select(v => v.Id == "akkoord" ? v with { Soort = VeldSoort.Tekst } : v)] };

        Formuliereis.Van(anders).ShouldHaveSingleItem().ToString()
            .ShouldBe($"De stap \"Verslag verstrekken\" leest bij het veld \"akkoord\" een antwoord van de soort jaNee. In het formulier \"{formulier.Naam}\" is de soort tekst.");
    }

    [Fact]
    public void A_form_cannot_think_of_a_word_that_is_kept_for_ever()
    {
        var formulier = Geleverd("verslag");
        var kanaal = formulier.Velden.Single(v => v.Id == "kanaal");
        Formuliereis.Van(formulier with { Velden = [.. formulier.Velden.Select(v => v == kanaal ? v with { Opties = [new("post", "Per brief")] } : v)] }).ShouldBeEmpty();
        var eigen = formulier with { Velden = [.. formulier.Velden.Select(v => v == kanaal ? v with { Opties = [.. kanaal.Opties, new("viaDeVerslaafdeZoon", "Via de zoon")] } : v)] };

        Formuliereis.Van(eigen).ShouldHaveSingleItem().ToString()
            .ShouldStartWith("De stap \"Verslag verstrekken\" kent bij het veld \"kanaal\" de keuze \"viaDeVerslaafdeZoon\" niet. Het formulier \"Verslag verstrekken\" mag alleen vragen naar: post, digitaal,");
    }

    [Fact]
    public void The_core_questions_of_a_block_ask_words_that_are_kept() =>
        Vragenblokken.Alle.Values.SelectMany(blok => blok.Kern).Where(kern => Lijsten.ContainsKey(kern.Id))
            .SelectMany(kern => kern.Opties.Select(optie => optie.Waarde).Except(Lijstwoord.Alle(Lijsten[kern.Id]), StringComparer.Ordinal).Select(woord => $"{kern.Id}: {woord}")).ShouldBeEmpty();

    /// <summary>Core questions whose answer is kept as a word.</summary>
    static readonly Dictionary<string, Type> Lijsten = new()
    {
        ["eenheid"] = typeof(Eenheid), ["periode"] = typeof(Periode), ["zwaarte"] = typeof(Zwaarte), ["levensdomein"] = typeof(Levensdomein), ["soort"] = typeof(Bijdragesoort), ["vorm"] = typeof(Ondersteuningsvorm),
    };

    [Fact]
    public void A_block_may_stand_anywhere_and_a_field_of_its_own_keeps_its_kind()
    {
        var formulier = Geleverd("hulpvragen");
        var blok = formulier.Velden.Single(v => v.Blok == "hulpvragen");
        Formuliereis.Van(formulier with { Velden = [new Veld("samen", VeldSoort.Groep, "Samen") { Velden = [blok with { Id = "anders" }] }] }).ShouldBeEmpty();
        var wet = blok with { Velden = [.. blok.Velden.Select(v => v.Id == "wet" ? v with { Soort = VeldSoort.JaNee } : v)] };

        Formuliereis.Van(formulier with { Velden = [wet] }).ShouldHaveSingleItem().Code.ShouldBe("FORMULIER_ANDER_ANTWOORD");
        Formuliereis.Van(formulier with { Velden = [new Veld("los", VeldSoort.Tekst, "Los?")] }).ShouldHaveSingleItem().Code.ShouldBe("FORMULIER_MIST_ANTWOORD");
    }

    /// <summary>The code itself stops at an answer that was not declared (Antwoorden); this finds it before it is run.</summary>
    [Fact]
    public void Every_answer_that_the_code_of_a_step_names_is_declared_by_a_step_of_its_folder()
    {
        var gezien = 0;
        foreach (var map in Mappen)
        {
            var bronnen = WorkingCopy.Files(Casework + map).Where(pad => pad.EndsWith(".cs", StringComparison.Ordinal)).Select(WorkingCopy.Read).ToList();
            var genoemd = Declaraties().Matches(string.Concat(bronnen)).Select(m => m.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
            var gelezen = bronnen.SelectMany(bron => Lezingen().Matches(bron)).Select(m => m.Groups["id"].Value).ToList();
            gezien += gelezen.Count;
            gelezen.Except(genoemd).ShouldBeEmpty($"{map}: add it to Leest of the step");
        }
        gezien.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_step_reads_a_kind_as_what_it_is()
    {
        var soorten = new Dictionary<string, VeldSoort> { ["Dag"] = VeldSoort.Datum, ["JaNee"] = VeldSoort.JaNee, ["JaNeeOfNiets"] = VeldSoort.JaNee, ["Getal"] = VeldSoort.Bedrag, ["Omvang"] = VeldSoort.Vraagblok };
        foreach (var map in Mappen)
        {
            var bronnen = string.Concat(WorkingCopy.Files(Casework + map).Where(pad => pad.EndsWith(".cs", StringComparison.Ordinal)).Select(WorkingCopy.Read));
            foreach (var lezing in Lezingen().Matches(bronnen).Where(m => soorten.ContainsKey(m.Groups["hoe"].Value)))
            {
                var id = lezing.Groups["id"].Value;
                Stappen.SelectMany(stap => stap.Leest).Where(veld => veld.Id == id).Select(veld => veld.Soort).ShouldContain(soorten[lezing.Groups["hoe"].Value], id);
            }
        }
    }

    static Formulier Geleverd(string id) => FormulierJson.Lees(WorkingCopy.Read($"workflows/formulieren/{id}.json")).Formulier!;

    [GeneratedRegex("""\bs\.(?:Antwoorden\.)?(?<hoe>Tekst|Dag|JaNeeOfNiets|JaNee|Getal|Keuze<\w+>|Inhoud|Omvang|Medewerker|Aanbieder)\("(?<id>\w+)"\)""")]
    private static partial Regex Lezingen();

    [GeneratedRegex("""Leesveld\.(?:Moet|Mag|MoetOmvang|MagOmvang|MoetKeuze<\w+>|MagKeuze<\w+>)\("(?<id>\w+)""")]
    private static partial Regex Declaraties();
}
