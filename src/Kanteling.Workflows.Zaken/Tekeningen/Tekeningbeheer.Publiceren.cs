using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

// From concept to published, and out of use again. Whoever draws offers; somebody else approves, or the drawer says why not.
public sealed partial class Tekeningbeheer
{
    const int LangsteReden = 1_000;

    /// <summary>What is wrong with the newest version of a drawing, and what is worth knowing.</summary>
    public async Task<Bevindingen> ControleerAsync(Actor actor, string id) => await controle.VanAsync((await OpenAsync(actor, id)).Document.ToJsonString(Json.Compact));

    /// <summary>Checks one's own concept, and offers it for somebody else to approve. Offering again changes nothing.</summary>
    /// <returns>What is worth knowing all the same.</returns>
    /// <exception cref="Geweigerd">400 with everything that is wrong.</exception>
    public async Task<Bevindingen> BiedAanAsync(Actor actor, string id)
    {
        Vraag(actor, Handeling.Tekenen);
        var rij = await concepten.BijgenummerdAsync(actor, await concepten.VanMijAsync(actor, id));
        var bevindingen = await ZonderFoutenAsync(rij);
        if (rij.OfferedAt is null)
            await concepten.WijzigAsync(actor, id, (r, nu) => r.OfferedAt = nu, gezien: rij.Version);
        return bevindingen;
    }

    /// <summary>Takes an offer back, to draw on.</summary>
    public async Task TrekAanbodInAsync(Actor actor, string id)
    {
        Vraag(actor, Handeling.Tekenen);
        await concepten.VanMijAsync(actor, id);
        await concepten.WijzigAsync(actor, id, (rij, _) => rij.OfferedAt = null);
    }

    /// <summary>Publishes what somebody else drew and offered.</summary>
    /// <param name="gezien">Version of the concept's row that the approver saw; null when he does not say.</param>
    /// <exception cref="Geweigerd">409 when it is one's own or not offered, 412 when it was changed since, 400 with what is wrong.</exception>
    public async Task<Tekening> KeurGoedAsync(Actor actor, string id, Asking asking, long? gezien = null)
    {
        Vraag(actor, Handeling.TekeningGoedkeuren);
        if (await lezer.RijAsync(id) is not { } rij)
            return await EerderAsync(actor, id, asking);
        if (gezien is { } versie && versie != rij.Version)
            throw new Geweigerd(Verzoekcode.TekeningGewijzigd);
        if (rij.OfferedAt is null)
            throw new Geweigerd(Verzoekcode.TekeningNietAangeboden);
        return await PubliceerAsync(actor, rij, asking, null);
    }

    /// <summary>Publishes one's own concept without anybody's approval, and records why.</summary>
    /// <param name="reden">What an auditor will read.</param>
    /// <exception cref="Geweigerd">422 without a reason, 400 with what is wrong.</exception>
    public async Task<Tekening> PubliceerZelfAsync(Actor actor, string id, string reden, Asking asking)
    {
        Vraag(actor, Handeling.Tekenen);
        if (string.IsNullOrWhiteSpace(reden) || reden.Length > LangsteReden)
            throw new Geweigerd(Verzoekcode.TekeningReden, $"{LangsteReden}");
        if (await lezer.RijAsync(id) is null)
            return await EerderAsync(actor, id, asking);
        return await PubliceerAsync(actor, await concepten.BijgenummerdAsync(actor, await concepten.VanMijAsync(actor, id)), asking, reden);
    }

    /// <summary>Takes the published version out of use: nothing new begins on it, what runs on it runs on.</summary>
    /// <exception cref="Geweigerd">404.</exception>
    public async Task<Tekening> TrekInAsync(Actor actor, string id, Asking asking)
    {
        Vraag(actor, Handeling.TekeningGoedkeuren);
        var koppen = await VersiesAsync(actor, id);
        if (koppen.FirstOrDefault(k => k.IsGepubliceerd) is { } kop)
            await DoeAsync(id, new RetractDefinition(new DefinitionVersion(id, kop.Versie)), asking);
        return await OpenAsync(actor, id);
    }

    async Task<Tekening> PubliceerAsync(Actor actor, DefinitionDraft rij, Asking asking, string? reden)
    {
        await ZonderFoutenAsync(rij);
        await DoeAsync(rij.DefinitionId, new PublishDefinition(rij.Document, "user:" + rij.DrawnBy, reden), asking);
        await concepten.RuimOpAsync(actor, rij);
        return await OpenAsync(actor, rij.DefinitionId, rij.Number);
    }

    /// <summary>The answer to an act that was done before, and whose answer was lost.</summary>
    async Task<Tekening> EerderAsync(Actor actor, string id, Asking asking) =>
        await lezer.IsGedaanAsync(id, asking.CommandId)
            ? await OpenAsync(actor, id)
            : throw new Geweigerd(Verzoekcode.TekeningNietAangeboden);

    async Task DoeAsync(string id, Command command, Asking asking)
    {
        if (await engine.ExecuteAsync(Streams.OfDefinition(id), Streams.DefinitionKind, command, asking) is Answer.Refused { Refusals: [var eerste, ..] })
            throw new Geweigerd(eerste.Code, [.. eerste.Arguments]);
    }

    async Task<Bevindingen> ZonderFoutenAsync(DefinitionDraft rij)
    {
        var bevindingen = await controle.VanAsync(rij.Document);
        return bevindingen.HeeftFouten ? throw MetFouten(bevindingen) : bevindingen;
    }

    static Geweigerd MetFouten(Bevindingen bevindingen) => new(Verzoekcode.TekeningFouten)
    {
        Zinnen = [.. bevindingen.Fouten, .. bevindingen.Opmerkingen],
        Extra = new Dictionary<string, object?> { ["bevindingen"] = bevindingen.Alle },
    };
}
