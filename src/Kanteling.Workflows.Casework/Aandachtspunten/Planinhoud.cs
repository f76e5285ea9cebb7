using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Aandachtspunten;

/// <summary>What a plan says so far, as far as the rules look at it; half filled in as well as complete.</summary>
/// <param name="BasisGenoemd">Somebody wrote down what has to be in order first.</param>
/// <param name="OmgevingGenoemd">Somebody wrote down how the environment becomes stronger.</param>
/// <param name="OverlegZonderInwoner">There was a case conference, and the inwoner was not there.</param>
public sealed record Planinhoud(ImmutableArray<Beloofd> Resultaten, bool BasisGenoemd, bool OmgevingGenoemd, bool OverlegZonderInwoner)
{
    public static readonly Planinhoud Leeg = new([], false, false, false);

    /// <summary>A form from before a question was asked has no answer to it, and that is no mistake.</summary>
    public static Planinhoud Lees(Formulier formulier, JsonObject antwoorden)
    {
        var a = new Antwoorden(antwoorden, "", null);
        var rijen = Vragenblokken.Antwoord(formulier, antwoorden, Formulieren.Blokken.Resultaten.Naam) as JsonArray ?? [];
        return new Planinhoud(
            [.. rijen.OfType<JsonObject>().Select(rij => Resultaat(new Antwoorden(rij, "", null)))],
            a.Tekst(Planvelden.Basis) is not null, a.Tekst(Planvelden.Omgeving) is not null, a.Keuze<Planoverleg>(Planvelden.Overleg) == Planoverleg.ZonderInwoner);
    }

    static Beloofd Resultaat(Antwoorden rij) => new(rij.Id<PersoonId>("persoon"), rij.Keuze<Levensdomein>("levensdomein"), rij.Dag("datum"), rij.Keuze<Planeffect>(Planvelden.Effect));
}

/// <summary>One result of the plan; what is not filled in yet is null.</summary>
public sealed record Beloofd(PersoonId? Persoon, Levensdomein? Levensdomein, DateOnly? Datum, Planeffect? Effect)
{
    /// <summary>It is there so that something does not happen (seed A1).</summary>
    public bool Voorkomt => Effect is Planeffect.Voorkomt or Planeffect.VolgendeGeneratie;
}

/// <summary>Fields of the plan's own form that the rules look at.</summary>
public static class Planvelden
{
    public const string Basis = "basis";
    public const string Omgeving = "omgeving";
    public const string Overleg = "overleg";
    public const string Effect = "effect";
    public const string Reactie = "reactieAandachtspunten";
}
