namespace Kanteling.Workflows.Timers;

/// <summary>What timers need to reach the cases: where what is due is listed, the front door, and the time of the cases.</summary>
public sealed record Cases(IWorkflowStore Store, WorkflowEngine Engine, CaseClock Clock);
