using Kanteling.Workflows.Casework.Formulieren.Velden;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>The JSON of an answer.</summary>
public enum Antwoordvorm
{
    /// <summary>String.</summary>
    Tekst,

    /// <summary>Number.</summary>
    Getal,

    /// <summary>Boolean.</summary>
    JaNee,

    /// <summary>Array of strings.</summary>
    Keuzes,

    /// <summary>Array of objects with the answers to the inner fields.</summary>
    Lijst,

    /// <summary>Object with the answers to the inner fields.</summary>
    Groep,
}

/// <summary>What an answer points at by its id.</summary>
public enum Verwijzing
{
    /// <summary>A person of the household.</summary>
    Persoon,

    /// <summary>A hulpvraag of the household.</summary>
    Hulpvraag,

    /// <summary>A support of the household.</summary>
    Ondersteuning,

    /// <summary>A user.</summary>
    Medewerker,

    /// <summary>A provision of the sociale kaart.</summary>
    Voorziening,

    /// <summary>A provider of the sociale kaart.</summary>
    Aanbieder,

    /// <summary>A product of the sociale kaart.</summary>
    Product,

    /// <summary>A team of a wijk.</summary>
    Wijkteam,
}

/// <summary>What may stand as lowest and highest.</summary>
enum Grenssoort
{
    Geen,

    /// <summary>A number, or how many rows or choices.</summary>
    Getal,

    Dag,
}

/// <summary>All that is pure about one kind of field; a row of <see cref="Veldsoorten"/>.</summary>
/// <param name="Vorm">The JSON of its answer.</param>
public sealed record Antwoordsoort(Antwoordvorm Vorm)
{
    /// <summary>What the answer points at; null when it says itself what it says.</summary>
    public Verwijzing? Verwijst { get; init; }

    /// <summary>Whether the form gives the possible answers.</summary>
    internal bool HeeftOpties { get; init; }

    /// <summary>Whether the form may say how long the answer may be.</summary>
    internal bool HeeftLengte { get; init; }

    internal Grenssoort Grenzen { get; init; }

    /// <summary>Whether there are fields inside it.</summary>
    internal bool HeeftVelden => Vorm is Antwoordvorm.Lijst or Antwoordvorm.Groep;

    /// <summary>What a condition sees of the answer.</summary>
    internal Func<Veld, FeelType> Feel { get; init; } = _ => FeelType.String;

    /// <summary>What is wrong with an answer, without the label, or null; lists and groups are walked by <see cref="FormulierValidatie"/>.</summary>
    internal Func<Veld, JsonNode, DateOnly, Zin?> Toets { get; init; } = (_, _, _) => null;
}
