using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Toegang;

/// <summary>
/// A melding as it comes in (art. 2.3.2 l1 Wmo 2015: free of form), read into facts. Format:
/// <c>{huishouden:{naam, adres, wijkteam}, leden:[{id?, naam, geboortedatum?, rol?, relaties:[{tot, soort}], …}],
/// client, melder:{soort, naam, bereikbaar}, vraag, kanaal, ontvangen?, spoed?, soort?}</c>. What may be said of a member besides
/// stands with <see cref="Persoonsinvoer"/>, an address with <see cref="Adres"/>. A member with an <c>id</c> is one that the
/// household has already, or a new one that the program itself made. What is one of a few (<c>kanaal</c>, the <c>soort</c> of a
/// relation) is a word of a closed list. <c>client</c> and <c>tot</c> are a position in <c>leden</c> (from 0), a person's id, or a name in <c>leden</c>.
/// </summary>
public sealed class Meldinginvoer
{
    readonly Huishouden huishouden;
    readonly Antwoorden melding;
    readonly Antwoorden thuis;
    readonly IReadOnlyList<Antwoorden> leden;
    readonly ImmutableArray<PersoonId> ids;
    readonly DateOnly vandaag;
    readonly Antwoorden melder;

    Meldinginvoer(JsonObject json, Huishouden huishouden, DossierId? dossier, DateOnly vandaag)
    {
        (this.huishouden, this.vandaag) = (huishouden, vandaag);
        melding = new Antwoorden(json, "", dossier);
        melder = new Antwoorden(json["melder"] as JsonObject ?? [], "melder", dossier);
        // Names and addresses belong to the household as a whole, not to one procedure.
        thuis = new Antwoorden(json["huishouden"] as JsonObject ?? [], "huishouden", null);
        leden = [.. (new Antwoorden(json, "", null) is var hier && json["leden"] is JsonArray ? hier : thuis).Rijen("leden")];
        var gevraagd = leden.Select(lid => lid.Id<PersoonId>("id")).ToHashSet();
        using var nieuw = huishouden.NieuwePersonen().Where(id => !gevraagd.Contains(id)).GetEnumerator();
        ids = [.. leden.Select(lid => lid.Id<PersoonId>("id") ?? (nieuw.MoveNext() ? nieuw.Current : new("")))];
    }

    /// <summary>Why this cannot be taken as a melding; ask it before the flow is started.</summary>
    /// <param name="dossier">Null while it has none.</param>
    public static IReadOnlyList<Refusal> Controleer(JsonObject json, Huishouden huishouden, DossierId? dossier, DateOnly vandaag) =>
        [.. new Meldinginvoer(json, huishouden, dossier, vandaag).Bezwaren()];

    /// <summary>The facts of the melding, or why there are none.</summary>
    /// <param name="given">Knows the teams.</param>
    public static (IReadOnlyList<object> Feiten, IReadOnlyList<Refusal> Bezwaren) Lees(JsonObject json, Huishouden huishouden, DossierId dossier, DateOnly vandaag, Given given)
    {
        var invoer = new Meldinginvoer(json, huishouden, dossier, vandaag);
        IReadOnlyList<Refusal> bezwaren = [.. invoer.Bezwaren(), .. invoer.Teambezwaren(given)];
        return bezwaren.Count > 0 ? ([], bezwaren) : ([.. invoer.Feiten(dossier, given)], []);
    }

    DateOnly Ontvangen => melding.Dag("ontvangen") ?? vandaag;

    IEnumerable<Refusal> Bezwaren()
    {
        if (melding.Dossier is { } id && huishouden.KentDossier(id))
            yield return melding.Weiger("dossier", Huishoudcode.DossierBestaatAl);
        if (leden.Count == 0 && huishouden.Personen.IsEmpty)
            yield return melding.Weiger("leden", Huishoudcode.MeldingZonderLeden);
        foreach (var nee in leden.Where(lid => huishouden.Persoon(lid.Id<PersoonId>("id")) is null).SelectMany(Lidbezwaren))
            yield return nee;
        if (!huishouden.IsGeopend && thuis.Json["adres"] is JsonObject delen)
        {
            foreach (var nee in Persoonsinvoer.Adresbezwaren(new Antwoorden(delen, "huishouden.adres", null)))
                yield return nee;
        }
        foreach (var lid in leden.Where((lid, plek) => lid.Id<PersoonId>("id") is { } id && (ids.IndexOf(id) != plek || !KanZijn(id))))
            yield return lid.Weiger("id", Huishoudcode.PersoonOnbekend, "Id");
        foreach (var vreemd in Vreemd())
            yield return vreemd;
        foreach (var nee in (huishouden.IsGeopend ? [] : Persoonsinvoer.Zichtbaar(thuis, "naam")).Concat(Persoonsinvoer.Zichtbaar(melder, "naam")))
            yield return nee;
        if (Persoon(melding.Json["client"]) is null)
            yield return melding.Weiger("client", Huishoudcode.MeldingClientOnbekend);
        if (huishouden.IsOverleden(Persoon(melding.Json["client"])))
            yield return melding.Weiger("client", Huishoudcode.PersoonOverleden);
        if (huishouden.OpgegaanIn is { } ander)
            yield return Invulling.Weiger(null, Huishoudcode.HuishoudenSamengevoegd, ander.Text);
        if (melding.Tekst("vraag") is null)
            yield return melding.Weiger("vraag", Huishoudcode.MeldingZonderVraag);
        if (melding.IsGeenDag("ontvangen"))
            yield return melding.Weiger("ontvangen", Huishoudcode.DagBuitenBereik);
        else if (Ontvangen > vandaag)
            yield return melding.Weiger("ontvangen", Huishoudcode.MeldingInToekomst, Schrijfwijze.Dag(Ontvangen));
        if (WettelijkeTermijnen.Kies(Ontvangen) is null)
            yield return melding.Weiger("ontvangen", Huishoudcode.MeldingVoorDeWet, Schrijfwijze.Dag(Ontvangen));
    }

    /// <summary>Somebody new: who he is, and not somebody who is here already.</summary>
    IEnumerable<Refusal> Lidbezwaren(Antwoorden lid)
    {
        IReadOnlyList<Refusal> eigen = [.. Persoonsinvoer.Bezwaren(lid, vandaag, Persoon)];
        if (Persoonsinvoer.Naam(lid) is null && !eigen.Any(r => r.Field?.StartsWith(lid.In("naam"), StringComparison.Ordinal) == true))
            yield return lid.Weiger("naam", Huishoudcode.MeldingLidZonderNaam);
        var id = ids[leden.TakeWhile(ander => ander != lid).Count()];
        foreach (var rij in lid.Rijen("gezag").Where(rij => Persoon(rij.Json["door"]) == id))
            yield return rij.Weiger("door", Persoonscode.PersoonMetZichzelf);
        foreach (var rij in lid.Rijen("relaties").Where(rij => Persoon(rij.Json["tot"]) == id))
            yield return rij.Weiger("tot", Persoonscode.PersoonMetZichzelf);
        foreach (var nee in eigen.Concat(Persoonsinvoer.Dubbel(lid, huishouden, null, leden.TakeWhile(ander => ander != lid).Select(ander => Bsn.Lees(ander.Tekst("bsn"))).OfType<Bsn>())))
            yield return nee;
    }

    IEnumerable<Refusal> Vreemd() =>
    [
        .. melding.Vreemd<Kanaal>("kanaal"), .. melding.Vreemd<DossierSoort>("soort"),
        .. leden.SelectMany(lid => lid.Rijen("relaties")).SelectMany(relatie => relatie.Vreemd<Relatiesoort>("soort")),
    ];

    IEnumerable<Refusal> Teambezwaren(Given given) =>
        !huishouden.IsGeopend && thuis.Tekst("wijkteam") is { } id && Verwijzingsoort.Team.Bezwaar(new Zoekvraag(given, id, "Wijkteam", vandaag)) is { } nee ? [nee with { Field = thuis.In("wijkteam") }] : [];

    IEnumerable<object> Feiten(DossierId dossier, Given given)
    {
        if (!huishouden.IsGeopend)
            yield return new HuishoudenGeopend(thuis.Inhoud("naam") ?? NaamVanClient(), Persoonsinvoer.Adres(thuis), thuis.Tekst("wijkteam") is { } team ? Wijkteam.Van(given, new(team)) : null, vandaag);
        foreach (var (lid, id) in leden.Zip(ids).Where(x => huishouden.Persoon(x.Second) is null))
        {
            var persoon = new Persoon(id, Persoonsinvoer.Naam(lid)!, Persoonsinvoer.Geboorte(lid), lid.Inhoud("rol"), [.. Relaties(lid)]);
            yield return new PersoonToegevoegd(id, persoon.Naam, persoon.Geboortedatum, persoon.Rol, persoon.Relaties, vandaag);
            if (Persoonsinvoer.HeeftMeer(lid))
                yield return new PersoonsgegevensVastgelegd(id, Persoonsinvoer.Lees(lid, persoon, Persoonsinvoer.Gegevens.Contains, Persoon), vandaag);
        }
        yield return new DossierGeopend(
            dossier, melding.Keuze<DossierSoort>("soort") ?? DossierSoort.Melding, Persoon(melding.Json["client"])!.Value,
            new Melder(melder.Inhoud("soort"), melder.Inhoud("naam"), melder.Inhoud("bereikbaar")), melding.Inhoud("vraag")!, melding.Keuze<Kanaal>("kanaal"), melding.JaNee("spoed"),
            Ontvangen, WettelijkeTermijnen.Kies(Ontvangen)!.Id, vandaag) { Gemeente = Gemeente.Van(given) };
        // After a step up the melding goes on from what was told before.
        if (melding.Json["vervolgOp"] is JsonObject vervolg && Waarde.Tekst(vervolg["dossier"]) is { } van && huishouden.Dossier(new DossierId(van)) is { } vorig)
            yield return new DossierGekoppeld(dossier, vorig.Id, Waarde.Tekst(vervolg["ondersteuning"]) is { } om ? new OndersteuningId(om) : null, vandaag);
    }

    Content NaamVanClient()
    {
        var plek = ids.IndexOf(Persoon(melding.Json["client"])!.Value);
        return Content.Of(null, "naam", plek < 0 ? "Huishouden" : "Huishouden " + Persoonsnaam.Lees(leden[plek].Json["naam"])?.Volledig);
    }

    /// <summary>Ids are the program's: of somebody who is there, or the next ones.</summary>
    bool KanZijn(PersoonId id) => huishouden.Persoon(id) is not null || huishouden.NieuwePersonen().Take(leden.Count).Contains(id);

    IEnumerable<Relatie> Relaties(Antwoorden lid) =>
        from relatie in lid.Rijen("relaties")
        let tot = Persoon(relatie.Json["tot"])
        where tot is not null && relatie.Keuze<Relatiesoort>("soort") is not null
        select new Relatie(tot.Value, relatie.Keuze<Relatiesoort>("soort")!.Value);

    /// <summary>Who is meant: a position in the list, an id, or a name in the list.</summary>
    PersoonId? Persoon(JsonNode? verwijzing)
    {
        if (Waarde.Getal(verwijzing) is { } plek)
            return plek >= 0 && plek < ids.Length && plek == decimal.Truncate(plek) ? ids[(int)plek] : null;
        if (Waarde.Tekst(verwijzing) is not { Length: > 0 } tekst)
            return null;
        var id = new PersoonId(tekst);
        if (huishouden.Persoon(id) is not null || ids.Contains(id))
            return id;
        var opNaam = leden.Zip(ids).Where(x => string.Equals(Persoonsnaam.Lees(x.First.Json["naam"])?.Volledig, Persoonsnaam.Lees(tekst)?.Volledig, StringComparison.OrdinalIgnoreCase)).Select(x => x.Second).ToList();
        return opNaam.Count == 1 ? opNaam[0] : null;
    }
}
