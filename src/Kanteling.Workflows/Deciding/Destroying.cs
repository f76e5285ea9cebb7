using System.Collections.Immutable;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>Content is erased, or the retention of procedures or of the whole stream is over.</summary>
sealed class Destroying(Burst burst, Situation at)
{
    /// <summary>Slots are named by whoever erases; what was copied from them into a checkpoint goes with them.</summary>
    public ImmutableArray<Refusal> Erase(EraseContent x)
    {
        if (!IsCode(x.Ground))
            return [Refusal.Of(RefusalCode.GroundNotACode)];
        burst.Raise(new ContentErased([.. x.Slots.Union(at.Given.Get<SlotCopies>(SlotCopies.KeyOf(x.Slots)).Slots)], x.Ground, x.Blobs is { IsEmpty: false } ? x.Blobs : null));
        return [];
    }

    public ImmutableArray<Refusal> Destroy(DestroyDossiers x)
    {
        var dossiers = x.Dossiers.ToImmutableHashSet();
        if (Refusals(x.Ground, d => d is { } of && dossiers.Contains(of), dossiers, false, out var state) is { IsEmpty: false } refusals)
            return refusals;
        var reach = at.Given.Get<Reach>(Reach.KeyOf(dossiers));
        burst.Raise(new DossiersDestroyed(reach.Dossiers, x.Ground, [.. InRows(reach.Bodies(x.Ground))], reach.Slots));
        burst.Raise(Rest(state, dossiers, reach));
        return [];
    }

    public ImmutableArray<Refusal> Destroy(DestroyStream x)
    {
        if (Refusals(x.Ground, _ => true, null, x.IsRepeat, out _) is { IsEmpty: false } refusals)
            return refusals;
        burst.Raise(new StreamDestroyed(x.Ground));
        return [];
    }

    /// <summary>What runs is never destroyed: a flow, a message on its way, a date or an incident that waits. What the law says of it beside that is the domain's.</summary>
    /// <param name="isRepeat">It was destroyed before: what runs in it, and what the domain says of it, was asked then.</param>
    /// <param name="state">What the destruction would leave of the domain.</param>
    ImmutableArray<Refusal> Refusals(string ground, Func<DossierId?, bool> isIn, ImmutableHashSet<DossierId>? dossiers, bool isRepeat, out object state)
    {
        state = at.Case.Domain;
        if (!IsCode(ground))
            return [Refusal.Of(RefusalCode.GroundNotACode)];
        var c = at.Case;
        if (c.Version == 0 || !c.Published.IsEmpty || !c.Corrections.IsEmpty || dossiers is { IsEmpty: true })
            return [Refusal.Of(RefusalCode.NothingToDestroy)];
        if (isRepeat)
            return [];
        if (c.Instances.Values.Any(i => isIn(i.Dossier)) || c.Messages.Values.Any(m => m.Instance is not { } of || isIn(c.Instances.GetValueOrDefault(of)?.Dossier))
            || c.Incidents.Values.Any(i => isIn(i.Pending.Term?.Dossier)))
        {
            return [Refusal.Of(RefusalCode.StillRunning)];
        }
        var destruction = burst.Parts.Domain.Destroyed(c.Domain, dossiers);
        state = destruction.State;
        return destruction.Refusals;
    }

    Checkpointed Rest(object state, ImmutableHashSet<DossierId> dossiers, Reach reach)
    {
        var c = burst.State;
        bool Stays(DossierId? dossier) => dossier is not { } of || !dossiers.Contains(of);
        return new Checkpointed(
            c.NextId, new DomainState(state), c.Instances,
            c.Terms.RemoveRange(c.Terms.Values.Where(d => !Stays(d.Dossier)).Select(d => d.Id)), c.Messages, c.Incidents, c.PassedOver,
            [.. reach.ClosedTasks.Where(t => Stays(t.Dossier)).Select(KeptTask.Of)], [.. reach.ClosedInstances.Where(i => Stays(i.Dossier)).Select(KeptInstance.Of)])
        {
            Link = c.Link,
            Files = c.Files.RemoveRange(c.Files.Values.Where(f => !Stays(f.Dossier)).Select(f => f.Id)) is { IsEmpty: false } files ? files : null,
        };
    }

    static IEnumerable<DestroyedBodies> InRows(IEnumerable<(long Version, string Ground)> bodies)
    {
        DestroyedBodies? row = null;
        foreach (var (version, ground) in bodies.OrderBy(b => b.Version))
        {
            if (row is { } open && open.To + 1 == version && open.Ground == ground)
            {
                row = open with { To = version };
                continue;
            }
            if (row is { } done)
                yield return done;
            row = new DestroyedBodies(version, version, ground);
        }
        if (row is { } last)
            yield return last;
    }

    /// <summary>Why something was destroyed stays for ever, so it is a code and not somebody's words.</summary>
    static bool IsCode(string ground) => ground.Length is > 1 and <= 60 && Told.IsCode(ground);
}
