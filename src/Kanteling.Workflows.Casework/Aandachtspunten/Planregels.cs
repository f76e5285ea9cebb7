using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Aandachtspunten;

/// <summary>A sentence about a plan that should be true, and where it is not.</summary>
/// <param name="Bron">Id of the requirement.</param>
/// <param name="Mist">The code and arguments of every place where it is not true; nothing when it is.</param>
public sealed record Planregel(string Bron, Func<Planblik, IEnumerable<(string Code, string[] Argumenten)>> Mist);

/// <summary>What the rules look at: the household, the procedure that the plan is made in, and the plan as far as it is.</summary>
/// <param name="Op">Ages are those of this day.</param>
public sealed record Planblik(Huishouden Huishouden, Dossier Dossier, Planinhoud Plan, DateOnly Op)
{
    /// <summary>Contributions of the circles that somebody really gives, and in which circle.</summary>
    public IEnumerable<(Ondersteuningscirkel Cirkel, Cirkelrij Rij)> Bijdragen =>
        Dossier.Onderzoek.Overwegingen.SelectMany(o => o.Rijen.Where(r => r.DraagtBij).Select(r => (o.Stap.Cirkel(), r)));

    public IEnumerable<Maatwerkrij> Maatwerk => Dossier.Onderzoek.Maatwerk?.Rijen ?? [];

    /// <summary>How the talk found the levensdomeinen: id and status; nothing when there was no talk or it was erased.</summary>
    public IEnumerable<(Levensdomein Domein, string Status)> Levensdomeinen => Gesproken(Dossier.Onderzoek.Gesprek?.Antwoorden.Value);

    /// <summary>A form may put the nine anywhere, so they are known by what they are: the nine together.</summary>
    static IEnumerable<(Levensdomein, string)> Gesproken(JsonNode? json) => json switch
    {
        JsonObject o when Formulieren.Blokken.Levensdomeinen.Alle.All(d => o[d.Id] is JsonObject) => Formulieren.Blokken.Levensdomeinen.Alle.Select(d => (Lijstwoord.Lees<Levensdomein>(d.Id)!.Value, o[d.Id]!["status"]?.ToString() ?? "")),
        JsonObject o => o.SelectMany(veld => Gesproken(veld.Value)),
        _ => [],
    };
}

/// <summary>
/// What a good plan keeps to, beyond what the law makes a wall. The law of this file: pure, total, and never a reason to
/// refuse; what a rule sees, a caseworker weighs. No sentence names a person or repeats what somebody said.
/// </summary>
public static class Planregels
{
    /// <summary>A roof and enough to live on go before the rest; danger has a way of its own (flow veiligheid, spoed).</summary>
    static readonly ImmutableArray<Levensdomein> Basisdomeinen = [Levensdomein.Wonen, Levensdomein.Rondkomen];

    /// <summary>K9: what has to be in order first stands in the plan, and not after the rest.</summary>
    public static readonly Planregel BasisEerst = new("K9", b => Problemen(b, "probleem").Where(d => Basisdomeinen.Contains(d)).SelectMany(d => Basis(b.Plan, d)));

    /// <summary>P31: who carries all he can is not left to himself.</summary>
    public static readonly Planregel OverDraagkrachtNietAlleen = new("P31", b =>
        b.Dossier.Onderzoek.Gesprek is { DraagkrachtgrensBereikt: true } && b.Bijdragen.Any() && b.Bijdragen.All(x => x.Cirkel == Ondersteuningscirkel.EigenKracht) && !b.Maatwerk.Any()
            && !b.Huishouden.Lopend.Any(o => o.Cirkel != Ondersteuningscirkel.EigenKracht)
            ? [(Plancode.PlanAllesEigenKracht, [])] : []);

    /// <summary>P14: no volunteer is asked what belongs with a professional.</summary>
    public static readonly Planregel VrijwilligerNietOvervraagd = new("P14", b =>
        b.Bijdragen.Where(x => x.Rij.Soort == Bijdragesoort.Netwerk).SelectMany(x => NooitVrijwillig.In(x.Rij.WatDoet?.AsString())).Distinct().Select(werk => (Plancode.PlanNooitVrijwillig, new[] { werk })));

    /// <summary>L4: professional support says how the environment becomes stronger by it.</summary>
    public static readonly Planregel ProfessionalVersterktOmgeving = new("L4", b =>
        IsProfessional(b) && !b.Plan.OmgevingGenoemd && (!b.Maatwerk.Any() || b.Maatwerk.Any(r => r.Omgeving is null)) ? [(Plancode.PlanOmgevingOntbreekt, [])] : []);

    /// <summary>A1: what asks attention now is met before it is a problem.</summary>
    public static readonly Planregel PreventieInHetPlan = new("A1", b =>
        Problemen(b, "aandacht").Where(d => !b.Plan.Resultaten.Any(r => r.Levensdomein == d || r.Voorkomt)).Select(d => (Plancode.PlanVoorkomen, new[] { Naam(d) })));

    /// <summary>A1: a plan for a household with a child looks at the next generation.</summary>
    public static readonly Planregel VolgendeGeneratieGezien = new("A1", b =>
        Kinderen(b) is { Count: > 0 } kinderen && !b.Plan.Resultaten.Any(r => r.Effect == Planeffect.VolgendeGeneratie || kinderen.Contains(r.Persoon)) ? [(Plancode.PlanVolgendeGeneratie, [])] : []);

    /// <summary>K10: people talk with the inwoner, not about him.</summary>
    public static readonly Planregel InwonerAanTafel = new("K10", b => b.Plan.OverlegZonderInwoner ? [(Plancode.PlanOverlegZonderInwoner, [])] : []);

    public static ImmutableArray<Planregel> Alle { get; } =
        [BasisEerst, OverDraagkrachtNietAlleen, VrijwilligerNietOvervraagd, ProfessionalVersterktOmgeving, PreventieInHetPlan, VolgendeGeneratieGezien, InwonerAanTafel];

    /// <summary>Everything that deserves a second look; nothing when the dossier is not there.</summary>
    public static ImmutableArray<Aandachtspunt> Van(Huishouden h, DossierId? dossier, Planinhoud plan, DateOnly op) => h.Dossier(dossier) is not { } d ? [] :
        [.. Alle.SelectMany(regel => regel.Mist(new Planblik(h, d, plan, op)).Select(x => new Aandachtspunt(x.Code, regel.Bron, [.. x.Argumenten])))];

    /// <summary>What comes from another law has its own way to look at the environment.</summary>
    static bool IsProfessional(Planblik b) => b.Maatwerk.Any() || b.Bijdragen.Any(x => x.Rij.Soort is Bijdragesoort.AlgemeneVoorziening or Bijdragesoort.Wijkteam);

    static IEnumerable<Levensdomein> Problemen(Planblik b, string status) => b.Levensdomeinen.Where(x => x.Status == status).Select(x => x.Domein);

    static IEnumerable<(string, string[])> Basis(Planinhoud plan, Levensdomein domein)
    {
        var eigen = plan.Resultaten.Where(r => r.Levensdomein == domein).ToList();
        if (eigen.Count == 0)
            return plan.BasisGenoemd ? [] : [(Plancode.PlanBasisOntbreekt, [Naam(domein)])];
        var eerste = eigen.Min(r => r.Datum);
        var eerder = plan.Resultaten.Where(r => r.Levensdomein is { } ander && !Basisdomeinen.Contains(ander) && r.Datum < eerste).MinBy(r => r.Datum);
        return eerder is null ? [] : [(Plancode.PlanBasisTeLaat, [Naam(domein), Naam(eerder.Levensdomein!.Value)])];
    }

    static List<PersoonId?> Kinderen(Planblik b) => [.. b.Huishouden.Personen.Where(p => p.IsThuis && p.Leeftijd(b.Op) < 18).Select(p => (PersoonId?)p.Id)];

    static string Naam(Levensdomein domein) => Levensdomeinen.Alle.First(d => d.Id == domein.Woord()).Label.ToLowerInvariant();
}
