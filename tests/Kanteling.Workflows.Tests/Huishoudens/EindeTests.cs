using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Tests.Engine;

namespace Kanteling.Workflows.Tests.Huishoudens;

public class EindeTests
{
    static Kanteling.Workflows.Definitions.WorkflowDefinition Stroom(string id, string resultaat) =>
        new Drawing(id).Start().Add("Kanteling.VrijeTaak", "stap").Add("Kanteling.Einde", "einde", ("resultaat", Drawing.Literal(resultaat))).Connect("start → stap → einde").Build();

    [Fact]
    public void The_end_of_the_flow_closes_its_dossier_with_the_result_that_is_drawn()
    {
        var bank = Werkbank.MetDossier().Start(Stroom("toegang", "nulde lijn")).Vul(null);
        bank.D.Einde.ShouldBe(new Einde("nulde lijn", Feit.Begin));
        bank.Termijnen.ShouldBeEmpty();
        bank.Zaak.Instances.ShouldBeEmpty();
    }

    [Fact]
    public void A_flow_that_began_later_leaves_the_dossier_open()
    {
        var bank = Werkbank.MetDossier().Start(Stroom("toegang", "nulde lijn")).Start(Stroom("spoed", "spoed geregeld"));
        var spoed = bank.Zaak.Instances.Values.Last().Waits.Values.OfType<Instances.TaskWait>().Single().Task;
        bank.Moet(new Commands.CompleteTask(spoed.Id, 1, null, []));
        bank.D.IsOpen.ShouldBeTrue();
        bank.Vul(null).D.Einde!.Resultaat.ShouldBe("nulde lijn");
    }
}
