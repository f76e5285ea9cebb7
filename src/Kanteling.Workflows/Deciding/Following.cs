using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// What the domain makes of something that no step asked for: a date that passed, a link, another calendar. It is done whole or not at all; what cannot
/// be done waits in an incident of the stream, from which it is asked again as things are then.
/// </summary>
sealed class Following(Burst burst, Situation at)
{
    /// <summary>A date of the domain passed.</summary>
    public ImmutableArray<Refusal> Follow(Term term)
    {
        burst.Aligning.Passing = new PassedTerm(term.Key, term.Dossier, term.DueAt);
        burst.OfStream = new PendingWork(PendingKind.Term) { Term = burst.Aligning.Passing };
        return Kept(Wanted(term));
    }

    /// <summary>The stream was linked to another.</summary>
    public ImmutableArray<Refusal> Follow(NewLink link)
    {
        burst.OfStream = new PendingWork(PendingKind.Link, Content.Of(null, ContentKind.Payload, new JsonObject
        {
            ["other"] = link.Other.Text, ["relation"] = link.Relation, ["reason"] = link.Reason, ["payload"] = link.Payload?.DeepClone(),
        }));
        foreach (var e in burst.Parts.Domain.Linked(burst.State.Domain, link, at.Given))
            burst.Raise(new DomainEvent(e));
        return [];
    }

    /// <summary>Does again what waited in an incident of the stream. A date that does not run any more, or at another moment, asks for nothing.</summary>
    public ImmutableArray<Refusal> Again(PendingWork pending)
    {
        if (pending.Kind == PendingKind.Calendar)
        {
            burst.Aligning.IsAsked = true;
            return [];
        }
        if (pending.Term is { } passed)
            return burst.Aligning.Terms.FirstOrDefault(t => t.Key == passed.Key && t.DueAt == passed.DueAt) is { } term ? Follow(term) : [];
        var link = pending.Stimulus!.Value!.AsObject();
        return Follow(new NewLink(new(link["other"]!.ToString()), link["relation"]!.ToString(), link["reason"]?.ToString(), link["payload"] as JsonObject, at.Now));
    }

    ImmutableArray<Refusal> Wanted(Term term)
    {
        try
        {
            return burst.Follow(burst.Parts.Domain.Passed(burst.State.Domain, term, at.Now));
        }
        catch (Exception failure) when (Burst.IsOfStep(failure))
        {
            return [burst.Incidents.Told(failure, RefusalCode.TermFailed, term.Key)];
        }
    }

    /// <summary>A person hears why not; time goes on.</summary>
    ImmutableArray<Refusal> Kept(ImmutableArray<Refusal> refused)
    {
        if (refused.IsEmpty || at.Asking.IsPerson)
            return refused;
        burst.Drop(burst.MarkHere(), refused[0]);
        return [];
    }
}
