using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>One half of a link between two streams, and what follows from it in the domain.</summary>
sealed class Linking(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Link(LinkStream x)
    {
        burst.Raise(new StreamLinked(x.Other, x.Relation, x.Reason is null ? null : Content.Of(null, ContentKind.Note, x.Reason)));
        return new Following(burst, at).Follow(new NewLink(x.Other, x.Relation, x.Reason, x.Payload, at.Now));
    }
}
