using System.Text.Json.Nodes;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// The conditions of one form on one case, read once. <see cref="Zichtbaar"/> is what the validator and the cleaner ask.
/// An answer goes before a name of the case, also when it is not given yet; a condition that cannot be decided (a null,
/// no boolean, too much work) gives null.
/// </summary>
public sealed class Voorwaarden
{
    private readonly Dictionary<string, (FeelExpression Expressie, FeelType.Context Typen)> gelezen = new(StringComparer.Ordinal);
    private readonly FeelContext rondom;
    private readonly FeelEnvironment omgeving;

    /// <param name="formulier">A form without findings; when two levels write the same condition, the outer one gives the types.</param>
    /// <param name="rondom">What the case offers to conditions.</param>
    /// <param name="omgeving">Now, and the calendar.</param>
    public Voorwaarden(Formulier formulier, FeelContext rondom, FeelEnvironment omgeving)
    {
        (this.rondom, this.omgeving) = (rondom, omgeving);
        foreach (var (veld, _, typen) in FormulierSchema.Velden(formulier, FeelType.Context.Open))
        {
            if (veld.ZichtbaarAls is { } feel && Feel.Parse(feel).Expression is { } expressie)
            {
                gelezen.TryAdd(feel, (expressie, typen));
            }
        }
    }

    /// <summary>Whether the condition holds on these answers; null when that cannot be decided.</summary>
    public bool? Zichtbaar(string feel, JsonObject antwoorden)
    {
        if (!gelezen.TryGetValue(feel, out var voorwaarde))
        {
            return null;
        }

        // Only what the condition names is turned into values: answers may be large and conditions many.
        var namen = voorwaarde.Expressie.FreeNames
            .Where(voorwaarde.Typen.Fields.ContainsKey)
            .Select(naam => KeyValuePair.Create(naam, FeelValue.FromJson(antwoorden[naam], voorwaarde.Typen.Fields[naam], omgeving.Zone)));
        var uitkomst = voorwaarde.Expressie.Evaluate(new FeelContext(rondom.Entries.Concat(namen)), omgeving);
        return (uitkomst.Value as FeelBoolean)?.Value;
    }
}
