using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>
/// Links between two streams. The laws of this file: one stream is asked first, and from then on holds both by claims; the other is
/// asked by a message and gives one answer, which it keeps; that answer makes the first link final or takes it back. So two at
/// once never both pass, and none stays half.
/// </summary>
sealed class Linking(Burst burst, Situation at)
{
    Domain Domain => burst.Parts.Domain;

    public ImmutableArray<Refusal> Link(LinkStream x)
    {
        var link = new NewLink(x.Other, x.Relation, x.Reason, x.Payload, at.Now);
        if (Domain.Counterpart(at.Case.Domain, link) is not { } asked)
        {
            Linked(link);
            return new Following(burst, at).Follow(link);
        }
        if (at.Case.Link is not null)
            return [Refusal.Of(RefusalCode.LinkUnderWay)];
        if (Domain.MayLink(at.Case.Domain, link, at.Given) is { Count: > 0 } refusals)
            return [.. refusals];
        Linked(link);
        Happened(Domain.Linked(at.Case.Domain, link, at.Given));
        var body = new JsonObject { ["relation"] = asked.Relation, ["reason"] = x.Reason, ["payload"] = asked.Payload?.DeepClone() };
        var message = new Message(
            burst.NewId<MessageId>(), MessageKind.LinkStream, Content.Of(null, ContentKind.Target, x.Other.Text), Content.Of(null, ContentKind.Payload, body), null, null, at.Now);
        burst.Raise(new LinkBegun(message, x.Other, x.Relation, at.Asking.Actor));
        return [];
    }

    /// <summary>What the domain refuses, or what would break one of its rules, is an answer that is kept.</summary>
    public ImmutableArray<Refusal> Answer(AnswerLink x)
    {
        var link = new NewLink(x.Other, x.Relation, x.Reason, x.Payload, at.Now);
        if (Refusals(link, out var facts) is { IsEmpty: false } refusals)
        {
            burst.Raise(new LinkRefused(x.Other, x.Relation, Content.Of(null, ContentKind.Payload, LinkReasons.Write(refusals))));
            return [];
        }
        Linked(link);
        Happened(facts);
        return [];
    }

    /// <summary>The other answered.</summary>
    /// <param name="reasons">Why not; empty when it is linked too.</param>
    public void End(PendingLink link, bool isLinked, ImmutableArray<Refusal> reasons)
    {
        burst.Raise(new LinkEnded(link.Message, isLinked));
        if (!isLinked)
            Happened(Domain.Unlinked(burst.State.Domain, new NewLink(link.Other, link.Relation, null, null, at.Now), reasons));
    }

    ImmutableArray<Refusal> Refusals(NewLink link, out IReadOnlyList<object> facts)
    {
        facts = [];
        // Empty when what it said was erased before it was delivered.
        if (link.Relation.Length == 0)
            return [Refusal.Of(RefusalCode.ContentErased)];
        if (Domain.MayLink(at.Case.Domain, link, at.Given) is { Count: > 0 } refusals)
            return [.. refusals];
        facts = Domain.Linked(at.Case.Domain, link, at.Given);
        return facts.Count == 0 ? [] : [.. Domain.Check(at.Case.Domain, facts.Aggregate(at.Case.Domain, Domain.Apply))];
    }

    void Linked(NewLink x) => burst.Raise(new StreamLinked(x.Other, x.Relation, x.Reason is null ? null : Content.Of(null, ContentKind.Note, x.Reason)));

    void Happened(IReadOnlyList<object> facts)
    {
        foreach (var fact in facts)
            burst.Raise(new DomainEvent(fact));
    }
}
