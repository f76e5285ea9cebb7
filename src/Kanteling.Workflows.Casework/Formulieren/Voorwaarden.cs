using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>
/// The conditions of one form on one case, read once. <see cref="Zichtbaar"/> is what the validator and the cleaner ask.
/// An answer goes before a name of the case, also when it is not given yet; a condition that cannot be decided (a null,
/// no boolean, too much work) gives null.
/// </summary>
public sealed class Voorwaarden
{
    // A form never changes, and a form is asked at every answer: it is read once.
    static readonly ConditionalWeakTable<Formulier, Dictionary<string, (FeelExpression Expressie, FeelType.Context Typen)>> Bewaard = [];

    readonly Dictionary<string, (FeelExpression Expressie, FeelType.Context Typen)> gelezen;
    readonly Lazy<FeelContext> rondom;
    readonly FeelEnvironment omgeving;

    /// <param name="formulier">A form without findings; when two levels write the same condition, the outer one gives the types.</param>
    /// <param name="rondom">What the case offers to conditions; asked only when one names it.</param>
    /// <param name="omgeving">Now, and the calendar.</param>
    public Voorwaarden(Formulier formulier, Func<FeelContext> rondom, FeelEnvironment omgeving) =>
        (gelezen, this.rondom, this.omgeving) = (Bewaard.GetValue(formulier, Lees), new(rondom), omgeving);

    static Dictionary<string, (FeelExpression Expressie, FeelType.Context Typen)> Lees(Formulier formulier)
    {
        var gelezen = new Dictionary<string, (FeelExpression Expressie, FeelType.Context Typen)>(StringComparer.Ordinal);
        foreach (var (veld, _, typen) in FormulierSchema.Velden(formulier, FeelType.Context.Open))
        {
            if (veld.ZichtbaarAls is { } feel && Feel.Parse(feel).Expression is { } expressie)
                gelezen.TryAdd(feel, (expressie, typen));
        }

        return gelezen;
    }

    /// <summary>Whether the condition holds on these answers; null when that cannot be decided.</summary>
    public bool? Zichtbaar(string feel, JsonObject antwoorden)
    {
        if (!gelezen.TryGetValue(feel, out var voorwaarde))
            return null;

        // Only what the condition names is turned into values: answers may be large and conditions many.
        var namen = new List<KeyValuePair<string, FeelValue>>();
        foreach (var naam in voorwaarde.Expressie.FreeNames)
        {
            if (voorwaarde.Typen.Fields.TryGetValue(naam, out var type))
                namen.Add(new(naam, FeelValue.FromJson(antwoorden[naam], type, omgeving.Zone)));
            else if (rondom.Value.TryGet(naam, out var waarde))
                namen.Add(new(naam, waarde));
        }

        var uitkomst = voorwaarde.Expressie.Evaluate(new FeelContext(namen), omgeving);
        return (uitkomst.Value as FeelBoolean)?.Value;
    }
}
