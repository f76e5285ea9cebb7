using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Rows;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Huishoudens;

/// <summary>Households by name. Only what this person may do this with comes back; of the rest not even that it exists.</summary>
public sealed class Huishoudenzoeker(OpenStorage storage, WorkflowEngine engine, Bevoegdheid bevoegdheid)
{
    public async Task<IReadOnlyList<StreamRow>> ZoekAsync(Actor actor, string zoek, Handeling waarvoor = Handeling.HuishoudenZien)
    {
        var gevonden = new List<StreamRow>();
        foreach (var rij in (await storage.Lists.StreamsAsync(zoek, Uitvoering.Huishouden, Paging.First)).Items)
        {
            if (await engine.ReadAsync(rij.Id) is { } huishouden && bevoegdheid.Mag(actor, waarvoor, huishouden))
                gevonden.Add(rij);
        }
        return gevonden;
    }
}
