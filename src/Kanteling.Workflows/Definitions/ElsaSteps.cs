using static Kanteling.Workflows.Definitions.Describing;

namespace Kanteling.Workflows.Definitions;

/// <summary>The descriptors of Elsa's activities that do one thing: primitives, flows within flows, requests.</summary>
static class ElsaSteps
{
    internal static ActivityDescriptor[] Primitives() =>
    [
        Make(ActivityTypes.Event, "Primitives", "Event", "Starts or goes on when the event happens.", ActivityTraits.Trigger | ActivityTraits.Waits)
            .With(Text("EventName", "Event name", "The event to wait for.") with { IsRequired = true, IsFixed = true }).Out("Result", "Object"),
        Make(ActivityTypes.PublishEvent, "Primitives", "Publish event", "Makes the event happen.", ActivityTraits.Irreversible)
            .With(Text("EventName", "Event name", "The event.") with { IsRequired = true, IsFixed = true }, Text("CorrelationId", "Correlation id", "Only for instances with this correlation id."),
                Check("IsLocalEvent", "Local event", "Only for this very instance.", false), Value("Payload", "Payload", "What goes with it.")),
        Make(ActivityTypes.RunTask, "Primitives", "Run task", "Asks somebody or something outside for a result.", ActivityTraits.Waits)
            .With(Text("TaskName", "Task name", "What is asked.") with { IsRequired = true }, Value("Payload", "Payload", "What goes with it.") with { TypeName = "ObjectDictionary" })
            .Out("TaskId", "String").Out("Result", "Object"),
        Make(ActivityTypes.SetVariable, "Primitives", "Set variable", "Gives a variable a value.")
            .With(Plain("Variable", "Variable", "The variable.", "variable-picker") with { IsRequired = true }, Value("Value", "Value", "Its new value.")),
        Make(ActivityTypes.Correlate, "Primitives", "Correlate", "Gives the instance a correlation id.")
            .With(Text("CorrelationId", "Correlation id", "The id.") with { IsRequired = true }),
        Make(ActivityTypes.SetName, "Primitives", "Set name", "Names the instance.").With(Text("Value", "Name", "The name.") with { IsRequired = true }),
        Make(ActivityTypes.Finish, "Primitives", "Finish", "Finishes the whole workflow at once.", ActivityTraits.Terminal),
        Make(ActivityTypes.Fault, "Primitives", "Fault", "Ends the workflow as faulted.")
            .With(Text("Code", "Code", "A stable code.") with { IsFixed = true }, Text("Category", "Category", "What kind of fault."), Text("FaultType", "Fault type", "Whose fault."), Text("Message", "Message", "What happened.")),
        Make(ActivityTypes.WriteLine, "Console", "Write line", "Notes a line of text.").With(Text("Text", "Text", "The text.")),
    ];

    internal static ActivityDescriptor[] Compositions() =>
    [
        Make(ActivityTypes.Complete, "Composition", "Complete", "Completes the workflow with outcomes.", ActivityTraits.Terminal)
            .With(new InputDescriptor("Outcomes", "Object", "Outcomes", "The outcomes.", "outcome-picker", DefaultSyntax: ExpressionTypes.Object) { IsFixed = true }),
        Make(ActivityTypes.SetOutput, "Composition", "Set output", "Sets an output of the workflow.")
            .With(Text("OutputName", "Output", "Which output.") with { UiHint = "output-picker", IsRequired = true, IsFixed = true }, Value("OutputValue", "Value", "Its value.")),
        Child(ActivityTypes.DispatchWorkflow, "Dispatch workflow", "Starts another workflow, and perhaps waits for it.", waits: false),
        Child(ActivityTypes.ExecuteWorkflow, "Execute workflow", "Runs another workflow.", waits: true),
    ];

    internal static ActivityDescriptor[] Requests() =>
    [
        Make(ActivityTypes.SendHttpRequest, "HTTP", "HTTP request", "Asks a program elsewhere, and goes on by how it answered.", ActivityTraits.Waits | ActivityTraits.Irreversible)
            .With(Text("Url", "Address", "An address of an allowed host.") with { IsRequired = true }, Choice("Method", "Method", "The verb.", "GET", "POST", "PUT", "PATCH", "DELETE"),
                Value("Content", "Content", "The body, sent as JSON."), Text("Authorization", "Authorization", "Name of the secret that is sent along."))
            .Out("Result", "Object").Flowing("Done", "ClientError", "ServerError", "TooLarge", "Timeout"),
    ];

    static InputDescriptor DefinitionPicker =>
        Text("WorkflowDefinitionId", "Workflow", "The definition.") with { UiHint = "workflow-definition-picker", IsRequired = true };

    static ActivityDescriptor Child(string type, string name, string description, bool waits) =>
        Make(type, "Composition", name, description, ActivityTraits.Waits)
            .With(DefinitionPicker, Text("CorrelationId", "Correlation id", "The correlation id of the new instance."),
                Value("Input", "Input", "What it receives.") with { TypeName = "ObjectDictionary" }, Check("WaitForCompletion", "Wait for completion", "Whether to wait for it.", waits))
            .Out("Result", "Object");
}
