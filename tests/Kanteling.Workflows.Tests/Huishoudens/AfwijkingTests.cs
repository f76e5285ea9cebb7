using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>A term of the law that passed is a deviation: unexplained until somebody says why.</summary>
public sealed class AfwijkingTests
{
    static readonly RechtOpAanvraagGeopend Voorbij = new(Werkbank.Dossier, new(2026, 10, 14));

    const string Antwoorden = """{ "oorzaak": "drukte", "toelichting": "Twee collega's ziek.", "maatregel": "Een derde erbij." }""";

    [Fact]
    public void It_waits_for_an_explanation_by_the_teammanager_and_is_explained_by_it()
    {
        var bank = Werkbank.MetDossier(Voorbij).Op(new(2026, 10, 15)).Begin("AfwijkingVerklaren");
        bank.Taak.Address.Role.ShouldBe("teammanager");
        bank.D.Afwijkingen.Single().ShouldBe(new Afwijking(Wetstermijn.Onderzoek, new(2026, 10, 14), null));

        bank.Vul("Done", Antwoorden, door: "chantal");

        var verklaring = bank.D.Afwijkingen.Single().Verklaring!;
        (verklaring.Oorzaak, verklaring.Door, verklaring.Op).ShouldBe((Vertragingsoorzaak.Drukte, new UserId("chantal"), new DateOnly(2026, 10, 15)));
        bank.Feiten.OfType<AfwijkingVerklaard>().Single().Termijn.ShouldBe(Wetstermijn.Onderzoek);
    }

    [Fact]
    public void Nothing_is_asked_when_no_term_passed_or_it_was_explained()
    {
        Werkbank.MetDossier().Begin("AfwijkingVerklaren").Poort.ShouldBe("Done");
        var verklaard = Werkbank.MetDossier(Voorbij, new AfwijkingVerklaard(Werkbank.Dossier, Wetstermijn.Onderzoek, Vertragingsoorzaak.Anders, Feit.T(), null, null, new("chantal"), new(2026, 10, 15))).Begin("AfwijkingVerklaren");
        verklaard.Poort.ShouldBe("Done");
        verklaard.Feiten.ShouldBeEmpty();
    }

    [Fact]
    public void Two_weeks_without_a_decision_are_a_deviation_too_and_each_is_explained_by_itself()
    {
        var bank = Werkbank.MetDossier(Voorbij, Feit.Aanvraag, new BeslistermijnVerstreken(Werkbank.Dossier, new(2026, 10, 16)), new AfwijkingVerklaard(Werkbank.Dossier, Wetstermijn.Onderzoek, Vertragingsoorzaak.Anders, Feit.T(), null, null, new("chantal"), new(2026, 10, 15)));
        bank.D.Afwijkingen.Select(a => (a.Termijn, a.Verklaring is null)).ShouldBe([(Wetstermijn.Onderzoek, false), (Wetstermijn.Beschikking, true)]);
    }

    [Fact]
    public void A_dossier_in_time_has_none() => Werkbank.MetDossier(Feit.Lopend()).D.Afwijkingen.ShouldBeEmpty();
}
