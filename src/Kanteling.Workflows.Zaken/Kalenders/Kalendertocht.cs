using System.Collections.Immutable;
using System.Globalization;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Kalenders;

/// <param name="Versie">Version of the calendar that everything runs on when this is done.</param>
/// <param name="Gezien">Households looked at so far.</param>
/// <param name="Verschoven">Of those, how many had a date that moved.</param>
public sealed record TochtStand(int Versie, int Gezien, int Verschoven, bool IsKlaar);

/// <summary>What one round did.</summary>
/// <param name="Blijft">Households that are not on the new calendar yet, with the code of the refusal.</param>
public sealed record TochtVerslag(TochtStand Stand, ImmutableArray<(StreamId Huishouden, string Code)> Blijft);

/// <summary>
/// After the calendar changed, every household is asked to compute its running dates anew. The law of this file: it may stop
/// anywhere and begin again, on any node, because each household is one command with an id made of version and household; a
/// setting says which version everything is on, and once a minute that is compared with the calendar.
/// </summary>
public sealed class Kalendertocht(Registerrijen rijen, Settings instellingen, IWorkflowStore store, WorkflowEngine engine, Zaaktijd tijd)
{
    const string Verwerkt = "calendar.verwerkt";
    static readonly TimeSpan Rust = TimeSpan.FromMinutes(1);
    readonly SemaphoreSlim bel = new(1);

    /// <summary>How far the last one came, on this node.</summary>
    public TochtStand Stand { get; private set; } = new(0, 0, 0, true);

    /// <summary>Looks at once whether there is something to do.</summary>
    public void Begin() => bel.Release();

    /// <summary>Waits until somebody rang, or a minute went by.</summary>
    public Task WachtAsync(CancellationToken cancellation) => bel.WaitAsync(Rust, cancellation);

    /// <summary>Brings every household to the calendar of now; nothing when they are there already.</summary>
    /// <returns>What it did, or null when there was nothing to do.</returns>
    public async Task<TochtVerslag?> LoopAsync(CancellationToken cancellation)
    {
        var versie = (await rijen.KalenderAsync()).Versie;
        if (versie == await VerwerktAsync())
        {
            Stand = Stand with { Versie = versie, IsKlaar = true };
            return null;
        }
        Stand = new TochtStand(versie, 0, 0, false);
        var (schrijfwijze, blijft) = (versie.ToString(CultureInfo.InvariantCulture), ImmutableArray.CreateBuilder<(StreamId Huishouden, string Code)>());
        await foreach (var head in store.StreamsAsync(cancellation))
        {
            if (head.Kind == Streams.DefinitionKind || Streams.IsTrial(head.Stream))
                continue;
            var antwoord = await engine.ExecuteAsync(head.Stream, head.Kind, new ChangeCalendar(schrijfwijze), new Asking(schrijfwijze, new("kalender"), "kalender", false), cancellation);
            Stand = Stand with { Gezien = Stand.Gezien + 1, Verschoven = Stand.Verschoven + (antwoord is Answer.Done ? 1 : 0) };
            if (antwoord is Answer.Refused { Refusals: [{ Code: not RefusalCode.CalendarMovesNothing } weigering, ..] })
                blijft.Add((head.Stream, weigering.Code));
        }
        Stand = Stand with { IsKlaar = blijft.Count == 0 };
        if (blijft.Count == 0)
            await OnthoudAsync(versie);
        return new TochtVerslag(Stand, blijft.ToImmutable());
    }

    async Task<int> VerwerktAsync() => await instellingen.FindAsync(Verwerkt) is { } tekst
        ? int.Parse(tekst, CultureInfo.InvariantCulture) : Kalender.Standaard.Versie;

    async Task OnthoudAsync(int versie)
    {
        try
        {
            await instellingen.SetAsync(Verwerkt, versie.ToString(CultureInfo.InvariantCulture), new("kalender"), tijd.Echt());
        }
        catch (RegisterConflictException)
        {
            // Another node came to the end in the same moment, and wrote the same.
            if (await VerwerktAsync() < versie)
                throw;
        }
    }
}
