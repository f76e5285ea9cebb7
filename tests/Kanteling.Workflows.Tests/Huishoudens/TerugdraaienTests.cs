using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class TerugdraaienTests
{
    const string Hulpvraag = """{"hulpvragen":[{"persoon":"p1","vraag":"v","belemmering":"b","gewenstResultaat":"r","omvang":{"aantal":3,"eenheid":"uur","periode":"week"}}]}""";

    static (Werkbank Bank, TaskId Taak) NaHulpvragen()
    {
        var bank = Werkbank.MetDossier().Start(new Drawing("proef").Start().Add("Kanteling.Hulpvragen", "stap").Add("Kanteling.CirkelOverwegen", "cirkel", ("cirkel", Drawing.Literal("EigenKracht"))).End()
            .Connect("start → stap.Ondersteuning nodig → cirkel.Rest → end", "stap.Gewoon leven → end", "stap.Advies nodig → end", "cirkel.Toereikend → end", "cirkel.Overgeslagen → end").Build());
        var taak = bank.Taak.Id;
        return (bank.Vul("Ondersteuning nodig", Hulpvraag), taak);
    }

    [Fact]
    public void A_step_that_is_taken_back_leaves_the_dossier_as_it_was()
    {
        var (bank, taak) = NaHulpvragen();
        bank.Huishouden.Hulpvragen.Count.ShouldBe(1);
        bank.Moet(new ReopenTask(taak, "verkeerd gehoord"));
        bank.Huishouden.Hulpvragen.ShouldBeEmpty();
        bank.Taak.ActivityType.ShouldBe("Kanteling.Hulpvragen");
        bank.Vooraf["hulpvragen"]![0]!["vraag"]!.ToString().ShouldBe("v");
        bank.Vul("Ondersteuning nodig", Hulpvraag).Huishouden.Hulpvragen.ShouldHaveSingleItem().Id.ShouldBe(new("h1"));
    }

    [Fact]
    public void What_changed_meanwhile_is_not_lost_silently()
    {
        var (bank, taak) = NaHulpvragen();
        bank.Met(new BehandelaarToegewezen(new("d1"), Feit.Wie("bram"), null, Feit.Begin));
        ((Rejected)bank.Probeer(new ReopenTask(taak, "verkeerd"))).Refusals[0].Code.ShouldBe("TERUGDRAAIEN_TE_LAAT");
    }

    [Fact]
    public void What_was_sent_is_not_taken_back()
    {
        var bank = Werkbank.MetDossier(Feit.Hulpvragen()).Op(new(2026, 9, 29)).Start(new Drawing("proef").Start().Add("Kanteling.Verslag", "stap").Add("Kanteling.VrijeTaak", "daarna").End().Connect("start → stap → daarna → end").Build());
        var taak = bank.Taak.Id;
        bank.Vul(null, """{"verzondenOp":"2026-09-29","kanaal":"post"}""");
        ((Rejected)bank.Probeer(new ReopenTask(taak, "toch niet"))).Refusals[0].Code.ShouldBe("TASK_IRREVERSIBLE");
    }
}
