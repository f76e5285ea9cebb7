using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>
/// A change as it comes in (art. 2.3.8 Wmo 2015). Format: <c>{soort, persoon?, ondersteuning?, datum?, toelichting?}</c>; the
/// dossier is that of the command. What it does to the household follows later; here stands only what it says.
/// </summary>
/// <param name="Soort">Anders when it says nothing, or something unknown.</param>
public sealed record Wijzigingsinvoer(Wijzigingsoort Soort, PersoonId? Persoon, OndersteuningId? Ondersteuning, DateOnly? Datum, Content? Toelichting)
{
    public static Wijzigingsinvoer Lees(JsonObject json, DossierId? dossier)
    {
        var invoer = new Antwoorden(json, "", dossier);
        return new Wijzigingsinvoer(invoer.Keuze<Wijzigingsoort>("soort") ?? Wijzigingsoort.Anders, invoer.Id<PersoonId>("persoon"), invoer.Id<OndersteuningId>("ondersteuning"), invoer.Dag("datum"), invoer.Inhoud("toelichting"));
    }

    /// <summary>The person it is about: named, or the client of the dossier.</summary>
    public PersoonId Wie(Dossier dossier) => Persoon ?? dossier.Client;

    /// <summary>Why this cannot be taken as a change; ask it before the flow is started.</summary>
    public static IReadOnlyList<Refusal> Controleer(JsonObject json, Huishouden huishouden, DossierId? dossier, DateOnly vandaag) =>
        [.. Bezwaren(new Antwoorden(json, "", dossier), huishouden, huishouden.Dossier(dossier), vandaag)];

    /// <summary>The fact, or why there is none.</summary>
    public static (object? Feit, IReadOnlyList<Refusal> Bezwaren) Feit(JsonObject json, Huishouden huishouden, DossierId? dossier, DateOnly vandaag)
    {
        var bezwaren = Controleer(json, huishouden, dossier, vandaag);
        var w = Lees(json, dossier);
        return bezwaren.Count > 0 ? (null, bezwaren) : (new WijzigingOntvangen(dossier!.Value, w.Soort, w.Persoon, w.Ondersteuning, w.Datum ?? vandaag, w.Toelichting, vandaag), []);
    }

    static IEnumerable<Refusal> Bezwaren(Antwoorden a, Huishouden h, Dossier? d, DateOnly vandaag)
    {
        if (d is null)
        {
            yield return a.Weiger("dossier", Huishoudcode.DossierOntbreekt, a.Dossier?.Text ?? "");
            yield break;
        }
        var soort = a.Keuze<Wijzigingsoort>("soort");
        if (soort is null)
            yield return a.Weiger("soort", Huishoudcode.WijzigingSoortOnbekend, a.Tekst("soort") ?? "");
        if (a.Id<PersoonId>("persoon") is { } persoon && h.Persoon(persoon) is null)
            yield return a.Weiger("persoon", Huishoudcode.PersoonOnbekend, "Persoon");
        if (soort == Wijzigingsoort.Overlijden && a.Tekst("persoon") is null)
            yield return a.Weiger("persoon", Huishoudcode.WijzigingZonderPersoon);
        if (soort is Wijzigingsoort.Overlijden or Wijzigingsoort.Verhuizing or Wijzigingsoort.Opname or Wijzigingsoort.Scheiding or Wijzigingsoort.Vertegenwoordiger && h.IsOverleden(a.Id<PersoonId>("persoon") ?? (soort == Wijzigingsoort.Opname ? d.Client : null)))
            yield return a.Weiger("persoon", Huishoudcode.PersoonOverleden);
        if (a.Id<OndersteuningId>("ondersteuning") is { } ondersteuning && h.MetId(ondersteuning) is null)
            yield return a.Weiger("ondersteuning", Ondersteuningscode.OndersteuningOnbekend, "Ondersteuning");
        if (soort is not (Wijzigingsoort.Verhuizing or Wijzigingsoort.Opname or Wijzigingsoort.Anders) && a.Dag("datum") > vandaag)
            yield return a.Weiger("datum", Huishoudcode.WijzigingInToekomst, Schrijfwijze.Dag(a.Dag("datum")!.Value));
        if (a.IsGeenDag("datum"))
            yield return a.Weiger("datum", Huishoudcode.DagBuitenBereik);
        else if (soort == Wijzigingsoort.Overlijden && a.Id<PersoonId>("persoon") is { } wie && h.Persoon(wie)?.Geboren is { } geboren && a.Dag("datum") < geboren.Eerste)
            yield return a.Weiger("datum", Huishoudcode.OverlijdenVoorGeboorte, geboren.InWoorden());
        else if (soort == Wijzigingsoort.Ingebrekestelling && d.Aanvraag is { } aanvraag && a.Dag("datum") < aanvraag.Ontvangen)
            yield return a.Weiger("datum", Besluitcode.IngebrekestellingVoorAanvraag, Schrijfwijze.Dag(aanvraag.Ontvangen));
        if (soort == Wijzigingsoort.Bezwaar && Wijzigingsstappen.LaatsteBesluit(d) is null)
            yield return Invulling.Weiger(null, Besluitcode.BezwaarZonderBesluit);
        if (soort == Wijzigingsoort.Ingebrekestelling && d.Aanvraag is null)
            yield return Invulling.Weiger(null, Besluitcode.IngebrekestellingZonderAanvraag);
    }
}
