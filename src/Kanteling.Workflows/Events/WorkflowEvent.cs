namespace Kanteling.Workflows.Events;

/// <summary>
/// Something that happened in a stream. Stored for fifteen years under the stable name and number that
/// <see cref="EventNames"/> gives it; a change of shape is a new number and an upgrader, never an edit.
/// Events carry results, so that applying them needs nothing but the case.
/// </summary>
public abstract record WorkflowEvent;
