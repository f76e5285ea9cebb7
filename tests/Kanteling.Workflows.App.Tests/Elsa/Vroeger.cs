using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Timers;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Kanteling.Workflows.App.Tests.Elsa;

/// <summary>What an earlier program let happen, and what may stand in a database.</summary>
static class Vroeger
{
    /// <summary>Takes a flow out of use that the program needs.</summary>
    public static async Task TrekInAsync(this House house, string flow)
    {
        var storage = house.Services.GetRequiredService<OpenStorage>();
        var engine = new WorkflowEngine(
            new HookedStore(storage.Store) { SeesFlows = false }, new EngineParts(HuishoudenDomein.Domein with { Needs = (_, _) => [] }, Motor.Soorten), () => DateTimeOffset.UtcNow,
            new Registerrijen(storage).LaadAsync);
        var version = (await engine.DefinitionAsync(new(flow)))!.Key;
        foreach (var (command, wie) in ((Command, string)[])[(new AskRetraction(version, "test"), "een"), (new RetractDefinition(version), "twee")])
            (await engine.ExecuteAsync(Streams.OfDefinition(version.DefinitionId), Streams.DefinitionKind, command, Asking.Person(new(wie), Calls.Key()))).ShouldBeOfType<Answer.Done>();
    }
}
