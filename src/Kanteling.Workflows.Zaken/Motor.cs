using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;

namespace Kanteling.Workflows.Zaken;

/// <summary>The engine with the Kanteling in it, on a database.</summary>
public static class Motor
{
    /// <summary>Every activity that can be drawn: Elsa's own and the steps of the Kanteling.</summary>
    public static readonly ActivityKinds Soorten = new([.. BuiltIn.All, .. Stappenlijst.Alle]);

    /// <param name="nu">The time of the cases.</param>
    /// <param name="rij">Gives the rows of the registers.</param>
    /// <param name="mislukt">Hears what a step threw, without values; for the log only.</param>
    public static WorkflowEngine Maak(OpenStorage storage, Func<DateTimeOffset> nu, Func<string, Task<object?>> rij, Action<StepFailure>? mislukt = null) =>
        new(storage.Store, new EngineParts(HuishoudenDomein.Domein, Soorten), nu, rij, mislukt);
}
