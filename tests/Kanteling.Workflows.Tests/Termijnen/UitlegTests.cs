using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Tests.Huishoudens;

namespace Kanteling.Workflows.Tests.Termijnen;

/// <summary>How a day was computed is stored as codes with typed arguments, and becomes Dutch when it is read.</summary>
public class UitlegTests
{
    static readonly Gen<DateOnly> Dag = Gen.Choose(0, 365 * 20).Select(dag => new DateOnly(2020, 1, 1).AddDays(dag));

    static readonly Gen<TermijnRegel> Regel =
        from eenheid in Gen.Elements(Enum.GetValues<TermijnEenheid>())
        from aantal in Gen.Choose(1, 100)
        from bron in Gen.Elements(WettelijkeTermijnen.Alle.SelectMany(regels => regels.Termijnen.Values).Select(regel => regel.Bron).Distinct().Order().ToArray())
        from soort in Gen.Choose(0, 4)
        select new TermijnRegel("x", "x", aantal, eenheid, bron) { AtwUitgesloten = soort == 1, TeltTerug = soort == 2, Opschortbaar = soort == 3 };

    static readonly Gen<Kalender> Kalenders =
        from dagen in Dag.ArrayOf(40)
        from eerste in Gen.Choose(2018, 2042)
        select new Kalender(3, dagen.Distinct().ToImmutableSortedDictionary(dag => dag, _ => "omschrijving"), eerste, eerste + 3, ImmutableSortedDictionary<DateOnly, string>.Empty);

    static readonly Gen<(Opschortingsgrond Grond, int Na, int Dagen)> Stilstand =
        from grond in Gen.Elements(Enum.GetValues<Opschortingsgrond>()) from na in Gen.Choose(1, 40) from dagen in Gen.Choose(-1, 60) select (grond, na, dagen);

    static readonly Gen<Explanation> Termijnuitleg =
        from start in Dag from regel in Regel from kalender in Kalenders
        let uitkomst = Termijn.Bereken(LokaleTijd.Begin(start), regel, kalender)
        select Alles(uitkomst);

    static readonly Gen<Explanation> Klokuitleg =
        from start in Dag from regel in Regel.Where(regel => regel.Eenheid != TermijnEenheid.Uren) from kalender in Kalenders from stilstand in Stilstand.ArrayOf(3)
        select new Klok(regel with { TeltTerug = false, Opschortbaar = true }, start, [.. stilstand.Select(s => new Opschorting(s.Grond, start.AddDays(s.Na), s.Dagen < 0 ? null : start.AddDays(s.Na + s.Dagen)))]).Stand(kalender).Uitleg;

    static Explanation Alles(TermijnUitkomst uitkomst) => [.. uitkomst.Uitleg, .. uitkomst.Waarschuwingen];

    public static TheoryData<string> Codes => [.. Uitlegproef.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_place_of_a_sentence_that_is_stored_as_a_code_says_what_kind_stands_there(string code)
    {
        var tekst = Zinnen.Binnenin(code);
        var plaatsen = Plaats.Van(tekst).ToList();
        plaatsen.ShouldAllBe(plaats => plaats.Soort != Plaatssoort.Tekst);
        Plaats.Vul(tekst, _ => "").IndexOfAny(['{', '}']).ShouldBe(-1, "a place of a kind that is not known");
        plaatsen.Select(plaats => plaats.Nummer).Distinct().Order().ShouldBe(Enumerable.Range(0, plaatsen.Select(plaats => plaats.Nummer).Distinct().Count()));
        Told.IsCode(code).ShouldBeTrue();
    }

    [Fact]
    public void Whatever_a_term_tells_fits_its_sentence() =>
        Prop.ForAll(Termijnuitleg.ToArbitrary(), uitleg => !Uitlegproef.Fouten(uitleg).Any()).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Whatever_a_clock_tells_fits_its_sentence() =>
        Prop.ForAll(Klokuitleg.ToArbitrary(), uitleg => !Uitlegproef.Fouten(uitleg).Any()).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>So that the proofs above and on the bench leave no code out.</summary>
    [Fact]
    public void Every_code_that_may_be_stored_is_told_by_a_computation_and_fits()
    {
        var verteld = VanTermijnen().Concat(VanKlokken()).Concat(VanHuishoudens()).Concat(VanTaken()).SelectMany(uitleg => uitleg).ToList();

        Uitlegproef.Fouten(verteld).ShouldBeEmpty();
        verteld.SelectMany(Uitlegproef.In).Distinct().ShouldBe(Uitlegproef.Codes, ignoreOrder: true);
    }

    static IEnumerable<Explanation> VanTermijnen()
    {
        var anders = Enum.GetValues<TermijnEenheid>().SelectMany(eenheid => new[] { 1, 4 }.Select(aantal => TermijnTests.Regel(aantal, eenheid)));
        return from regel in WettelijkeTermijnen.Alle[^1].Termijnen.Values.Concat(anders)
               from dag in Enumerable.Range(0, 365 * 6)
               let uitkomst = Termijn.Bereken(LokaleTijd.Begin(new DateOnly(2024, 1, 1).AddDays(dag)), regel, Kalender.Standaard)
               select Alles(uitkomst);
    }

    static IEnumerable<Explanation> VanKlokken() =>
        from grond in Enum.GetValues<Opschortingsgrond>()
        from tot in new DateOnly?[] { null, new(2026, 9, 4), new(2026, 9, 5), new(2026, 9, 9) }
        select new Klok(WettelijkeTermijnen.Alle[^1].Termijn(TermijnId.Beschikking), new(2026, 9, 1), [new Opschorting(grond, new(2026, 9, 4), tot)]).Stand(Kalender.Standaard).Uitleg;

    static IEnumerable<Explanation> VanHuishoudens()
    {
        DossierGeopend Dossier(DossierSoort soort) => new(new("d1-2"), soort, new("p1"), new Melder(null, null, null), Feit.T(), null, false, new(2027, 8, 17), "nl-2019-01-01", new(2027, 8, 17));
        object[][] alle =
        [
            [],
            [Feit.Verslag, Feit.Aanvraag, new IngebrekestellingOntvangen(new("d1"), new(2026, 10, 20), false, new(2026, 11, 3), null, new(2026, 10, 20))],
            Feit.Lopend(),
            [.. Feit.Lopend(), new OndersteuningGepauzeerd(new("o1"), Verblijf.Ziekenhuis, new(2026, 12, 1), new(2026, 11, 1))],
            [.. Feit.Lopend(), new StructureelVastgesteld(new("o1"), Feit.T(), new(2027, 1, 12), new(2026, 11, 1))],
            [.. Feit.Lopend(), new BesluitVerlengd(new("o1"), new(2026, 12, 7), Feit.T(), new("anna"), new(2026, 10, 12))],
            [.. Feit.Lopend(), new HeronderzoekBegonnen(new("o1"), new("d1-2"), new(2027, 8, 17)), Dossier(DossierSoort.Heronderzoek)],
        ];
        var given = Given.Nothing.With(Given.CalendarKey, Kalender.Standaard);
        return alle.SelectMany(feiten => Huishoudentermijnen.Lopend(Werkbank.MetDossier(feiten).Huishouden, given)).Select(term => term.Explanation);
    }

    static IEnumerable<Explanation> VanTaken() => new[] { "5 werkdagen", "P2W", "2026-10-15", "persoonlijk-plan", "dossier" }
        .SelectMany(termijn => Werkbank.MetDossier().Begin("EersteContact", ("termijn", termijn), ("herinnering", 1)).Wachtend).Select(deadline => deadline.Explanation);

    [Fact]
    public void What_does_not_fit_is_found()
    {
        Told[] mis =
        [
            new(Uitlegcode.TermijnBlijft, 3), new(Uitlegcode.TermijnBlijft), new(Uitlegcode.TermijnUren, new DateOnly(2026, 4, 13)), new(Uitlegwoord.Keuze), new("VERZONNEN"),
            new(Uitlegcode.TermijnFeestdag, new DateOnly(2026, 4, 13), new Told("PIET")), new(Uitlegcode.TermijnFeestdag, new DateOnly(2026, 4, 13), new Told(Uitlegcode.TermijnUren)),
        ];
        mis.ShouldAllBe(told => Uitlegproef.Fouten(new[] { told }).Any());
    }

    [Fact]
    public void An_equated_day_is_told_by_its_day_and_described_by_the_calendar_that_is_at_hand()
    {
        var uitleg = Termijn.Bereken(new DateOnly(2026, 4, 2), TermijnTests.Regel(6, TermijnEenheid.Weken), Kalender.Standaard).Uitleg;

        uitleg.InZinnen(Kalender.Standaard.Omschrijving).ShouldContain("Vrijdag 15 mei 2026 telt als een feestdag (koninklijk besluit, BWBR0051300).");
        uitleg.InZinnen((Kalender.Standaard with { Gelijkgesteld = ImmutableSortedDictionary<DateOnly, string>.Empty }).Omschrijving).ShouldContain("Vrijdag 15 mei 2026 telt als een feestdag.");
        uitleg.InZinnen().ShouldContain("Vrijdag 15 mei 2026 telt als een feestdag.");
    }

    [Fact]
    public void A_number_is_written_with_what_is_counted()
    {
        new Told(Uitlegcode.TaakHerinnering, 1).InZin().ShouldBe("Herinnering, 1 dag voor de laatste dag.");
        new Told(Uitlegcode.TaakHerinnering, 2).InZin().ShouldBe("Herinnering, 2 dagen voor de laatste dag.");
        new Told(Uitlegcode.TermijnAtwTeLang, new Told(Uitlegwoord.Jaren, 1.5m)).InZin().ShouldContain("een termijn van 1,5 jaar (artikel 4)");
    }

    [Fact]
    public void What_another_version_stored_still_gives_text()
    {
        new Told("LATER", new DateOnly(2026, 4, 13), new DateTimeOffset(2026, 4, 13, 10, 0, 0, TimeSpan.Zero), 2, new Told("WORD", new Told(Uitlegwoord.Weken, 1))).InZin()
            .ShouldBe("LATER (maandag 13 april 2026, maandag 13 april 2026 om 12.00 uur, 2, WORD (1 week))");
        new Told(Uitlegcode.TermijnBegin, 3).InZin().ShouldBe("De termijn begint op de dag na 3. De laatste dag is dan ….");
        Told.Unreadable.InZin().ShouldBe("Dit kunnen we niet lezen.");
    }
}
