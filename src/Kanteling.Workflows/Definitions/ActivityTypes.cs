namespace Kanteling.Workflows.Definitions;

/// <summary>The names of Elsa's own activities that definitions are made of.</summary>
public static class ActivityTypes
{
    public const string Flowchart = "Elsa.Flowchart";
    public const string Sequence = "Elsa.Sequence";
    public const string Parallel = "Elsa.Parallel";
    public const string Fork = "Elsa.Fork";
    public const string Start = "Elsa.Start";
    public const string End = "Elsa.End";
    public const string If = "Elsa.If";
    public const string Switch = "Elsa.Switch";
    public const string FlowDecision = "Elsa.FlowDecision";
    public const string FlowSwitch = "Elsa.FlowSwitch";
    public const string FlowFork = "Elsa.FlowFork";
    public const string FlowJoin = "Elsa.FlowJoin";
    public const string FlowNode = "Elsa.FlowNode";
    public const string While = "Elsa.While";
    public const string For = "Elsa.For";
    public const string ForEach = "Elsa.ForEach";
    public const string ParallelForEach = "Elsa.ParallelForEach";
    public const string Break = "Elsa.Break";
    public const string Delay = "Elsa.Delay";
    public const string Timer = "Elsa.Timer";
    public const string Cron = "Elsa.Cron";
    public const string StartAt = "Elsa.StartAt";
    public const string Event = "Elsa.Event";
    public const string PublishEvent = "Elsa.PublishEvent";
    public const string RunTask = "Elsa.RunTask";
    public const string SetVariable = "Elsa.SetVariable";
    public const string SetName = "Elsa.SetName";
    public const string Correlate = "Elsa.Correlate";
    public const string Finish = "Elsa.Finish";
    public const string Fault = "Elsa.Fault";
    public const string Complete = "Elsa.Complete";
    public const string SetOutput = "Elsa.SetOutput";
    public const string DispatchWorkflow = "Elsa.DispatchWorkflow";
    public const string ExecuteWorkflow = "Elsa.ExecuteWorkflow";
    public const string SendHttpRequest = "Elsa.SendHttpRequest";
    public const string WriteLine = "Elsa.WriteLine";

    /// <summary>The port of an activity that has no ports of its own, and of a connection that names none.</summary>
    public const string DefaultPort = "Done";
}
