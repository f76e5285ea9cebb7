using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>From concept to published. Whoever draws offers; somebody else approves, or the drawer says why not.</summary>
public sealed class Tekeningpublicatie(Tekeningbeheer beheer, Tekeninglezer lezer, Tekenconcepten concepten, Tekeningcontrole controle, WorkflowEngine engine)
{
    const int LangsteReden = 1_000;

    /// <summary>What is wrong with the newest version of a drawing, and what is worth knowing.</summary>
    public async Task<Uitslag<Bevindingen>> ControleerAsync(Actor actor, DefinitionId id)
    {
        if (!(await beheer.OpenAsync(actor, id)).Lukt(out var tekening, out var nee))
            return nee;
        return await controle.VanAsync(tekening.Document.ToJsonString(Json.Compact));
    }

    /// <summary>Checks one's own concept, and offers it for somebody else to approve. Offering again changes nothing.</summary>
    /// <returns>What is worth knowing all the same; refused: 400 with everything that is wrong.</returns>
    public async Task<Uitslag<Bevindingen>> BiedAanAsync(Actor actor, DefinitionId id)
    {
        if (beheer.Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        if (!(await concepten.BijgenummerdAsync(actor, id)).Lukt(out var rij, out var nee) || !(await ZonderFoutenAsync(rij)).Lukt(out var bevindingen, out nee))
            return nee;
        if (rij.OfferedAt is null && await concepten.WijzigAsync(actor, id, (r, nu) => r.OfferedAt = nu, gezien: rij.Version) is { } fout)
            return fout;
        return bevindingen;
    }

    /// <summary>Takes an offer back, to draw on.</summary>
    public async Task<Weigering?> TrekAanbodInAsync(Actor actor, DefinitionId id) =>
        beheer.Verbod(actor, Handeling.Tekenen) ?? (await concepten.VanMijAsync(actor, id)).Nee ?? await concepten.WijzigAsync(actor, id, (rij, _) => rij.OfferedAt = null);

    /// <summary>Publishes what somebody else drew and offered.</summary>
    /// <param name="gezien">Version of the concept's row that the approver saw; null when he does not say.</param>
    /// <returns>Refused: 409 when it is one's own or not offered, 412 when it was changed since, 400 with what is wrong.</returns>
    public async Task<Uitslag<Tekening>> KeurGoedAsync(Actor actor, DefinitionId id, Asking asking, long? gezien = null)
    {
        if (beheer.Verbod(actor, Handeling.TekeningGoedkeuren) is { } verbod)
            return verbod;
        if (await lezer.RijAsync(id) is not { } rij)
            return await EerderAsync(actor, id, asking);
        if (gezien is { } versie && versie != rij.Version)
            return new Weigering(Verzoekcode.TekeningGewijzigd);
        if (rij.OfferedAt is null)
            return new Weigering(Verzoekcode.TekeningNietAangeboden);
        return await PubliceerAsync(actor, rij, asking, null);
    }

    /// <summary>Publishes one's own concept without anybody's approval, and records why.</summary>
    /// <param name="reden">What an auditor will read.</param>
    /// <returns>Refused: 422 without a reason, 400 with what is wrong.</returns>
    public async Task<Uitslag<Tekening>> PubliceerZelfAsync(Actor actor, DefinitionId id, string reden, Asking asking)
    {
        if (beheer.Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        if (string.IsNullOrWhiteSpace(reden) || reden.Length > LangsteReden)
            return new Weigering(Verzoekcode.TekeningReden, $"{LangsteReden}");
        if (await lezer.RijAsync(id) is null)
            return await EerderAsync(actor, id, asking);
        return (await concepten.BijgenummerdAsync(actor, id)).Lukt(out var rij, out var nee) ? await PubliceerAsync(actor, rij, asking, reden) : nee;
    }

    async Task<Uitslag<Tekening>> PubliceerAsync(Actor actor, DefinitionDraft rij, Asking asking, string? reden)
    {
        if ((await ZonderFoutenAsync(rij)).Nee is { } fouten)
            return fouten;
        if (await DoeAsync(rij.DefinitionId, new PublishDefinition(rij.Document, rij.DrawnBy.Actor, reden), asking) is { } fout)
            return fout;
        await concepten.RuimOpAsync(actor, rij);
        return await beheer.OpenAsync(actor, rij.DefinitionId, rij.Number);
    }

    /// <summary>The answer to an act that was done before, and whose answer was lost.</summary>
    async Task<Uitslag<Tekening>> EerderAsync(Actor actor, DefinitionId id, Asking asking) =>
        await engine.IsDoneAsync(Streams.OfDefinition(id), asking) ? await beheer.OpenAsync(actor, id) : new Weigering(Verzoekcode.TekeningNietAangeboden);

    async Task<Weigering?> DoeAsync(DefinitionId id, Command command, Asking asking) =>
        await engine.ExecuteAsync(Streams.OfDefinition(id), Streams.DefinitionKind, command, asking) is Answer.Refused { Refusals: [var eerste, ..] }
            ? new Weigering(eerste.Code, [.. eerste.Arguments])
            : null;

    async Task<Uitslag<Bevindingen>> ZonderFoutenAsync(DefinitionDraft rij)
    {
        var bevindingen = await controle.VanAsync(rij.Document);
        return bevindingen.HeeftFouten ? MetFouten(bevindingen) : bevindingen;
    }

    static Weigering MetFouten(Bevindingen bevindingen) => new(Verzoekcode.TekeningFouten)
    {
        Zinnen = [.. bevindingen.Fouten, .. bevindingen.Opmerkingen],
        Extra = new Dictionary<string, object?> { ["bevindingen"] = bevindingen.Alle },
    };
}
