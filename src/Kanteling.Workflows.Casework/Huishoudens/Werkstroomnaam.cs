using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>The flows that the program itself begins or names.</summary>
public static class Werkstroomnaam
{
    /// <summary>The flow that a melding starts.</summary>
    public static readonly DefinitionId Toegang = new("toegang");

    /// <summary>The flow that follows when something changed or came in, also when the six weeks or the two weeks are over.</summary>
    public static readonly DefinitionId Wijziging = new("wijziging");

    /// <summary>The flow that looks at a support when its date has come.</summary>
    public static readonly DefinitionId Evaluatie = new("evaluatie");

    /// <summary>The flow that looks at a decision again before it ends.</summary>
    public static readonly DefinitionId Heronderzoek = new("heronderzoek");

    /// <summary>The flow for a decision that ends before the next one is there.</summary>
    public static readonly DefinitionId Aflopen = new("aflopen");

    /// <summary>The flow that decides on what is asked, or again.</summary>
    public static readonly DefinitionId Besluit = new("besluit");

    /// <summary>The flow of a signal.</summary>
    public static readonly DefinitionId Signaal = new("signaal");

    /// <summary>The flow of the meldcode.</summary>
    public static readonly DefinitionId Veiligheid = new("veiligheid");

    /// <summary>Those that the program begins by itself, with the code that says when. Without one of them something does not begin.</summary>
    public static readonly ImmutableArray<(DefinitionId Flow, string Wanneer)> Begonnen =
    [
        (Toegang, Werkstroomcode.NodigBijMelding), (Signaal, Werkstroomcode.NodigBijSignaal), (Wijziging, Werkstroomcode.NodigBijTermijn),
        (Evaluatie, Werkstroomcode.NodigBijEvaluatie), (Heronderzoek, Werkstroomcode.NodigBijHeronderzoek), (Aflopen, Werkstroomcode.NodigBijAflopen),
        (Besluit, Werkstroomcode.NodigBijHerziening),
    ];
}
