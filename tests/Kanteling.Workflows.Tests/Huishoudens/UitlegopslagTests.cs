using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>No sentence that explains a day, and no word of the calendar, reaches what is stored.</summary>
public class UitlegopslagTests
{
    /// <summary>Lists of text that are no explanation. A new one has to say here what it is.</summary>
    static readonly HashSet<string> Lijsten =
    [
        "ActivityCompleted.Outcomes", "FlowAdvanced.Skipped", "InstanceFinished.Outcomes", "Because.Sources", "WorkTask.Ports",
        "PersoonOverleden.Hulpvragen", "PersoonOverleden.Mantelzorg", "StapTeruggedraaid.Weg", "HulpvragenVastgesteld.Vervallen",
        "DossiersDestroyed.Dossiers", "Vernietigd.Dossiers",
    ];

    /// <summary>Everything of which a property stands in a body or in a snapshot.</summary>
    static readonly HashSet<Type> Opgeslagen = Bereikbaar(
        [.. EventNames.All.Select(e => e.Type), .. HuishoudenDomein.Domein.Codec.Events.Select(e => e.Type), HuishoudenDomein.Domein.Codec.State, typeof(Case)]);

    static HashSet<Type> Bereikbaar(IEnumerable<Type> begin)
    {
        var (gezien, nog) = (new HashSet<Type>(), new Stack<Type>(begin));
        while (nog.TryPop(out var type))
        {
            if (type.IsGenericType || type.IsArray)
                Array.ForEach([.. type.GetGenericArguments(), .. type.IsArray ? [type.GetElementType()!] : Type.EmptyTypes], nog.Push);
            if (type.Namespace?.StartsWith("Kanteling", StringComparison.Ordinal) != true || !gezien.Add(type))
                continue;
            foreach (var verder in type.GetProperties().Select(p => p.PropertyType).Concat(type.Assembly.GetTypes().Where(soort => soort.IsSubclassOf(type))))
                nog.Push(verder);
        }
        return gezien;
    }

    static IEnumerable<(string Naam, Type Type)> Velden => Opgeslagen.Where(type => type != typeof(Explanation)).SelectMany(type => type.GetProperties().Select(p => ($"{type.Name}.{p.Name}", p.PropertyType)));

    [Fact]
    public void Every_explanation_that_is_stored_is_told_in_codes()
    {
        var uitleg = Velden.Where(veld => veld.Naam.EndsWith("Explanation", StringComparison.Ordinal) || veld.Naam.EndsWith("Uitleg", StringComparison.Ordinal)).ToList();
        uitleg.Select(veld => veld.Naam).ShouldBe(["TaskDue.Explanation", "Deadline.Explanation", "DeadlineMoved.Explanation", "BesluitBekendgemaakt.BezwaarUitleg"], ignoreOrder: true);
        uitleg.ShouldAllBe(veld => veld.Type == typeof(Explanation));
    }

    [Fact]
    public void No_list_of_sentences_is_stored_under_another_name() =>
        Velden.Where(veld => typeof(IEnumerable<string>).IsAssignableFrom(veld.Type)).Select(veld => veld.Naam).Where(naam => !Lijsten.Contains(naam)).ShouldBeEmpty();

    /// <summary>A calendar in which somebody wrote a name that has no business there.</summary>
    static readonly Kalender MetNaam = Kalender.Standaard with
    {
        Versie = 2,
        Gelijkgesteld = Enumerable.Range(0, 120).Select(dag => new DateOnly(2026, 10, 13).AddDays(dag)).Where(dag => dag.Day % 4 == 1).ToImmutableSortedDictionary(dag => dag, dag => $"KLAPROOS op {dag}"),
        LokaalGesloten = ImmutableSortedDictionary<DateOnly, string>.Empty.Add(new(2026, 10, 8), "KLAPROOS"),
    };

    [Fact]
    public void What_somebody_writes_in_the_calendar_is_shown_and_never_stored()
    {
        var bank = Werkbank.MetDossier([.. Feit.TotMaatwerk(), Feit.Voorstel(), Feit.Verslag, Feit.Aanvraag]).Op(new(2026, 10, 5));
        bank.Begin("BesluitOpstellen", ("termijn", "dossier"), ("herinnering", 3));
        bank.Kalender = MetNaam with { Gelijkgesteld = MetNaam.Gelijkgesteld.Add(new(2026, 10, 15), "KLAPROOS") };
        bank.Moet(new ChangeCalendar("2"), null);
        bank.Taak.Due!.Explanation.InZinnen(bank.Kalender.Omschrijving).ShouldContain("Donderdag 15 oktober 2026 telt als een feestdag (KLAPROOS).");
        bank.Opgeslagen.ShouldContain("TERMIJN_GELIJKGESTELD");
        bank.Opgeslagen.ShouldNotContain("KLAPROOS");
    }

    [Fact]
    public void Nor_with_the_last_day_of_bezwaar_in_the_decision()
    {
        var bank = Werkbank.MetDossier([.. Feit.TotMaatwerk(), Feit.Voorstel(), Feit.Verslag, Feit.Aanvraag, Feit.Opgesteld(), Feit.Vastgesteld]).Op(new(2026, 10, 7));
        bank.Kalender = MetNaam with { Gelijkgesteld = MetNaam.Gelijkgesteld.Add(new(2026, 11, 18), "KLAPROOS") };
        bank.Begin("Bekendmaken").Vul(null, """{"verzondenOp":"2026-10-07","kanaal":"post"}""");
        bank.Feiten.OfType<BesluitBekendgemaakt>().Single().BezwaarUitleg.ShouldContain(new Told(Uitlegcode.TermijnGelijkgesteld, new DateOnly(2026, 11, 18)));
        bank.Opgeslagen.ShouldNotContain("KLAPROOS");
    }

    [Fact]
    public void A_household_that_waits_for_its_confirmation_keeps_no_sentence_of_a_day_but_half_of_its_bytes_at_most()
    {
        var tekening = JsonNode.Parse(File.ReadAllText(Path.Combine(Werkbank.Wortel(), "workflows", "toegang", "toegang.json")))!.AsObject();
        var bank = new Werkbank().Start(DefinitionJson.Read(tekening).Definition!, JsonNode.Parse("""
            {"huishouden":{"naam":"Familie Bakker","adres":"Plein 2","wijk":"noord"},"leden":[{"naam":"Ama Bakker","geboortedatum":"1985-02-03","rol":"ouder"}],
             "client":"Ama Bakker","melder":{"soort":"professional","naam":"Juf Ria"},"vraag":"Ama kan het niet meer alleen.","kanaal":"telefoon","ontvangen":"2026-09-01"}
            """)!.AsObject());
        bank.Vul("Onderzoek", """{"spoed":false}""");
        bank.Taak.ActivityId.ShouldBe(new ActivityId("ontvangst-bevestigen"));
        var uitleg = bank.Wachtend.Select(d => d.Explanation).Append(bank.Taak.Due!.Explanation).ToList();
        uitleg.ShouldAllBe(u => u.Count > 0 && u.InZinnen().All(zin => !bank.Opgeslagen.Contains(zin)));
        int Maat(object waarde) => JsonSerializer.SerializeToUtf8Bytes(waarde, Huishoudenopslag.Json).Length;
        uitleg.Sum(u => Maat(u)).ShouldBeLessThan(uitleg.Sum(u => Maat(u.InZinnen())) / 2);
    }
}
