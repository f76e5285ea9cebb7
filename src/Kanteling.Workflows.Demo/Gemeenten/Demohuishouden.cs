using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>
/// A household of the demo gemeente on its way: the steps of its story with their moments, and after them, for a household
/// that was made up by the program, the tasks that its consulent still does.
/// </summary>
sealed class Demohuishouden
{
    readonly Queue<(DateTimeOffset Op, Scenariostap Stap)> stappen;
    int opdrachten;

    /// <param name="verschuiving">Brings the days of the story to now.</param>
    public Demohuishouden(string naam, Scenario scenario, Dagverschuiving verschuiving, Demorollen rollen, Verhaalwoorden woorden)
    {
        (Naam, Rollen, Woorden) = (naam, rollen, woorden);
        Stroom = StroomVan(naam);
        (Flow, Versie) = (scenario.Begin, scenario.Versie);
        Invoer = woorden.Melding(rollen.In(verschuiving.In(scenario.Invoer)));
        if (Flow == Werkstroomnaam.Veiligheid)
            Invoer["huishouden"] = StroomVan(Invoer["huishouden"]!.ToString()).Text;
        Volgende = verschuiving.Moment(scenario.Start);
        stappen = new(verschuiving.Stappen(scenario));
    }

    /// <summary>Where a household of this name lives; the same in every demo gemeente.</summary>
    public static StreamId StroomVan(string naam) => new(Demoid.Van("demo\n" + naam));

    public string Naam { get; }

    public StreamId Stroom { get; }

    /// <summary>The procedure that it begins with; that of a meldcode is found by the key of the database.</summary>
    public DossierId DossierOnder(RingKey sleutel) =>
        Flow == Werkstroomnaam.Veiligheid ? Afscherming.DossierVan(sleutel, new(Invoer["huishouden"]!.ToString())) : new DossierId(Demoid.Van("demo-dossier\n" + Naam));

    /// <summary>The kind of that stream: a meldcode about another household of the demo gemeente is no household.</summary>
    public string Soort => Flow == Werkstroomnaam.Veiligheid ? Afscherming.Soort : Uitvoering.Huishouden;

    public DefinitionId Flow { get; }

    /// <summary>The version in which it began; null for the current one.</summary>
    public int? Versie { get; }

    public JsonObject Invoer { get; }

    public Demorollen Rollen { get; }

    public Verhaalwoorden Woorden { get; }

    /// <summary>Who does what the story leaves open; null for a story that was written by hand.</summary>
    public Consulentwerk? Consulentwerk { get; init; }

    public bool IsBegonnen { get; private set; }

    /// <summary>When something is done next; <see cref="DateTimeOffset.MaxValue"/> when nothing is.</summary>
    public DateTimeOffset Volgende { get; private set; }

    /// <summary>What is next in the story; null before its beginning and after its end.</summary>
    public Scenariostap? Stap => IsBegonnen && stappen.TryPeek(out var stap) ? stap.Stap : null;

    /// <summary>Whether the story is over, and only its consulent goes on.</summary>
    public bool IsVrij => IsBegonnen && stappen.Count == 0 && Consulentwerk is not null;

    /// <summary>The last completed task of each activity.</summary>
    public Dictionary<ActivityId, TaskId> Voltooid { get; } = [];

    /// <summary>How often the next step could not be done yet.</summary>
    public int Pogingen { get; private set; }

    public string OpdrachtId() => string.Create(CultureInfo.InvariantCulture, $"demo:{Stroom}:{++opdrachten}");

    /// <summary>The step is done.</summary>
    public void Verder()
    {
        if (IsBegonnen)
            stappen.Dequeue();
        (IsBegonnen, Pogingen) = (true, 0);
        Volgende = stappen.TryPeek(out var stap) ? stap.Op : DateTimeOffset.MaxValue;
    }

    public void Later(DateTimeOffset op) => (Volgende, Pogingen) = (op, Pogingen + 1);

    public void Plan(DateTimeOffset op) => Volgende = op;

    /// <summary>The rest of the story is not told.</summary>
    public void Houdop()
    {
        stappen.Clear();
        Volgende = DateTimeOffset.MaxValue;
    }
}
