using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Bekenden;

/// <summary>
/// Whether somebody of a new household is known already in another one, which who tells of it may see: by BSN, or by name and full
/// birth date. It is asked before the command and is no rule of its decision: a household decides by what it has itself, and nothing
/// that another has (which may be hidden from who asks, or gone a moment later) may refuse what happens to this one. So it
/// warns and never forbids, and of two that come at the same moment both may pass.
/// </summary>
public sealed class Bekendenvraag(OpenStorage storage, WorkflowEngine engine, Bevoegdheid bevoegdheid, Domain domain, Zaaktijd tijd)
{
    /// <summary>The field of a body with which somebody says that it is another household all the same.</summary>
    public const string TochNieuw = "tochNieuw";

    /// <summary>The day by which somebody is known, or not.</summary>
    public DateOnly Vandaag => LocalTime.DayOf(tijd.Nu());

    /// <summary>Null when nobody is known, or it was said that it is another household all the same. What is mentioned is noted, as with a search.</summary>
    /// <param name="body">A melding or a signal; the last argument of each of its faults is the id of a household.</param>
    public async Task<Weigering?> StelAsync(Actor actor, JsonObject body)
    {
        if (Waar(body[TochNieuw]) || !bevoegdheid.HeeftRecht(actor, Handeling.HuishoudenZien) || body.Object("huishouden")?["leden"] is not JsonArray leden)
            return null;
        var genoemd = leden.Select((lid, plek) => Genoemde.Lees(lid as JsonObject ?? [], $"huishouden.leden[{plek}]")).Where(g => g.IsTeHerkennen).ToList();
        if (genoemd.Count == 0)
            return null;
        // While that list is made anew this looks in what there is: a melding does not wait for it.
        await storage.Projections.CatchUpSearchAsync();
        var gevonden = new List<Refusal>();
        foreach (var genoemde in genoemd)
            gevonden.AddRange(await VanAsync(actor, genoemde));
        if (gevonden.Count == 0)
            return null;
        List<string> ids = [.. gevonden.Select(g => g.Arguments[^1]).Distinct()];
        await storage.Registers.LogReadsAsync([.. ids.Select(id => new DossierRead { UserId = actor.Id, At = tijd.Echt(), Stream = new(id), Dossier = null, What = "zoeken" })]);
        return new Weigering(Verzoekcode.PersoonAlBekend) { Fouten = [.. gevonden], Extra = new Dictionary<string, object?> { ["argumenten"] = ids } };
    }

    /// <summary>Whether this is a plain yes.</summary>
    public static bool Waar(JsonNode? waarde) => waarde is JsonValue woord && woord.TryGetValue<bool>(out var ja) && ja;

    async Task<List<Refusal>> VanAsync(Actor actor, Genoemde wie)
    {
        var opBsn = wie.Bsn is { } bsn ? await ZoekAsync(actor, bsn.Cijfers, p => Bsn.Van(p.Bsn) == bsn) : [];
        var gevonden = opBsn.Count > 0 || wie.Naam is null || wie.Geboren is null ? opBsn : await ZoekAsync(actor, $"{wie.Geboren} {wie.Naam}", wie.IsDezelfde);
        // Somebody who left one of them lives in another; only when it is not known where, the household that he left is mentioned.
        var thuis = gevonden.Where(g => g.Wie.Vertrokken is null).ToList();
        return [.. (thuis.Count > 0 ? thuis : gevonden).Select(g => new Refusal(
            opBsn.Count > 0 ? Persoonscode.BsnBekend : Persoonscode.PersoonBekend, [Voluit(g.Wie), domain.Label(g.Waar.Domain) ?? "zonder naam", g.Waar.Stream.Text], $"{wie.Pad}.{(opBsn.Count > 0 ? "bsn" : "naam")}"))];
    }

    async Task<List<(Persoon Wie, Case Waar)>> ZoekAsync(Actor actor, string zoek, Func<Persoon, bool> isHet)
    {
        var treffers = await storage.Search.FindAsync(Zoekvraag.Lees(zoek, storage.Search.HiddenBsn), bevoegdheid.Zicht(actor), new Paging(0, int.MaxValue));
        var gevonden = new List<(Persoon, Case)>();
        foreach (var hit in treffers.Items.Where(hit => hit.Person.Length > 0))
        {
            // Asked once more of the case itself: it may have changed since the table was read. One that went up in another has its people there.
            if (await engine.ReadAsync(hit.Stream) is not { Domain: Huishouden { OpgegaanIn: null } h } huishouden || !bevoegdheid.Mag(actor, Handeling.HuishoudenZien, huishouden))
                continue;
            if (h.Persoon(new PersoonId(hit.Person)) is { } persoon && isHet(persoon))
                gevonden.Add((persoon, huishouden));
        }
        return gevonden;
    }

    static string Voluit(Persoon p) =>
        (Persoonsnaam.Van(p.Naam)?.Volledig ?? "iemand van wie de naam is gewist") + (p.Geboren is { } dag ? $", geboren {(dag.IsVolledig ? "op" : "in")} {dag.InWoorden()}" : "");

    /// <summary>Somebody as a body tells of him.</summary>
    /// <param name="Geboren">Null when it is not known to the day.</param>
    sealed record Genoemde(string Pad, Bsn? Bsn, string? Naam, OnvolledigeDatum? Geboren)
    {
        public bool IsTeHerkennen => Bsn is not null || (Naam is not null && Geboren is not null);

        public static Genoemde Lees(JsonObject lid, string pad) => new(
            pad, Casework.Huishoudens.Bsn.Lees(lid.Tekst("bsn")), Persoonsnaam.Lees(lid["naam"])?.Volledig, OnvolledigeDatum.Lees(lid.Tekst("geboortedatum")) is { IsVolledig: true } dag ? dag : null);

        /// <summary>By name and birth date, and not when his BSN says that he is another.</summary>
        public bool IsDezelfde(Persoon p) =>
            p.Geboren == Geboren && Zoektermen.Heet(Vindbaarpersoon.Van(p), Naam!) && (Bsn is null || Casework.Huishoudens.Bsn.Van(p.Bsn) is not { } zijn || zijn == Bsn);
    }
}
