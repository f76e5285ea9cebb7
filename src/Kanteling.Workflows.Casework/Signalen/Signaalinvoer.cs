using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Toegang;

namespace Kanteling.Workflows.Casework.Signalen;

/// <summary>
/// A signal as it comes in (seed L10), read into facts. Format: <c>{huishouden?:{naam, adres, wijkteam}, leden?,
/// signaalgever:{naam, organisatie?, bereikbaar?, wilAntwoord?}, over, wat, kanaal, ontvangen?}</c>. The household and
/// <c>over</c> are written as <see cref="Meldinginvoer"/> has them; the signaller wants an answer unless he says no.
/// </summary>
public static class Signaalinvoer
{
    /// <summary>Why this cannot be taken as a signal; ask it before the flow is started.</summary>
    /// <param name="dossier">Null while it has none.</param>
    public static IReadOnlyList<Refusal> Controleer(JsonObject json, Huishouden huishouden, DossierId? dossier, DateOnly vandaag) =>
        [.. VanGever(json), .. Meldinginvoer.Controleer(AlsMelding(json), huishouden, dossier, vandaag).Select(Vertaald)];

    /// <summary>The facts of the signal, or why there are none.</summary>
    public static (IReadOnlyList<object> Feiten, IReadOnlyList<Refusal> Bezwaren) Lees(JsonObject json, Huishouden huishouden, DossierId dossier, DateOnly vandaag, Given given)
    {
        if (Controleer(json, huishouden, dossier, vandaag) is { Count: > 0 } bezwaren)
            return ([], bezwaren);
        var gever = Gever(json, dossier);
        var (feiten, nee) = Meldinginvoer.Lees(AlsMelding(json), huishouden, dossier, vandaag, given);
        if (nee.Count > 0)
            return ([], [.. nee.Select(Vertaald)]);
        return ([.. feiten, new SignaalOntvangen(dossier, gever.Inhoud("naam")!, gever.Inhoud("organisatie"), gever.Inhoud("bereikbaar"), gever.JaNeeOfNiets("wilAntwoord") ?? true, vandaag)], []);
    }

    static Antwoorden Gever(JsonObject json, DossierId? dossier) => new(json["signaalgever"] as JsonObject ?? [], "signaalgever", dossier);

    static ImmutableArray<Refusal> VanGever(JsonObject json) =>
        Gever(json, null) is var gever && gever.Tekst("naam") is null ? [gever.Weiger("naam", Huishoudcode.SignaalZonderGever)] : [.. Persoonsinvoer.Zichtbaar(gever, "naam")];

    static JsonObject AlsMelding(JsonObject json)
    {
        var melding = new JsonObject { ["soort"] = nameof(DossierSoort.Signaal), ["melder"] = new JsonObject { ["soort"] = Melderrol.Signaalgever.Woord() } };
        foreach (var (naam, als) in ((string, string)[])[("huishouden", "huishouden"), ("leden", "leden"), ("over", "client"), ("wat", "vraag"), ("kanaal", "kanaal"), ("ontvangen", "ontvangen")])
        {
            if (json[naam] is { } waarde)
                melding[als] = waarde.DeepClone();
        }
        return melding;
    }

    static Refusal Vertaald(Refusal r) => r.Field switch
    {
        "client" when r.Code == Huishoudcode.MeldingClientOnbekend => new Refusal(Huishoudcode.SignaalOverOnbekend, [], "over"),
        "client" => r with { Field = "over" },
        "vraag" => new Refusal(Huishoudcode.SignaalZonderInhoud, [], "wat"),
        _ => r,
    };
}
