using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework;

/// <summary>What needs a flow besides the steps of other flows: the program that begins it by name, and the lists altijd mogelijk that offer it.</summary>
static class Werkstroombehoefte
{
    public static IEnumerable<Refusal> Van(DefinitionId flow, PublishedFlows gepubliceerd) =>
    [
        .. Werkstroomnaam.Begonnen.Where(b => b.Flow == flow).Select(b => Refusal.Of(b.Wanneer)),
        .. from ander in gepubliceerd.Current
           where ander.DefinitionId != flow
           from regel in MogelijkhedenJson.Lees(ander, _ => true).Lijst
           where regel.Flow == flow
           select Refusal.Of(Werkstroomcode.NodigBijMogelijk, ander.Name, regel.Naam),
    ];
}
