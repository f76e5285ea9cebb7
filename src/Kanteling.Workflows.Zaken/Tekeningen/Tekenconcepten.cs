using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// The rows of concepts. The law of this file: its owner's save always wins, also over another save of his own that was on its
/// way, and nobody else's ever does.
/// </summary>
public sealed class Tekenconcepten(Tekeninglezer lezer, OpenStorage storage, Zaaktijd tijd, Names names)
{
    const int Pogingen = 5;

    /// <summary>Saves a model under the number that is its turn; what is equal to what is published last, is no concept.</summary>
    /// <exception cref="Geweigerd">400 when a colleague draws, or it cannot be read.</exception>
    public async Task SchrijfAsync(Actor actor, string id, JsonObject model)
    {
        for (var poging = 1; ; poging++)
        {
            var (rij, hoogste) = (await lezer.RijAsync(id), await lezer.HoogsteAsync(id));
            if (rij is not null && rij.DrawnBy != actor.Id)
                throw await VanAnderAsync(rij.DrawnBy);
            var versie = Math.Max(rij?.Number ?? 1, hoogste + 1);
            var gemaakt = rij?.CreatedAt ?? await GemaaktAsync(id) ?? tijd.Nu();
            var tekst = Tekeningtekst.Bewaarvorm(model, id, versie, gemaakt);
            if (rij is null && await IsZoGepubliceerdAsync(id, hoogste, tekst))
                return;
            try
            {
                var nieuw = new DefinitionDraft { DefinitionId = id, Number = versie, Document = tekst, DrawnBy = actor.Id, CreatedAt = gemaakt, SavedAt = tijd.Nu() };
                if (await storage.DefinitionDrafts.SaveAsync(nieuw) is { } ander)
                    throw await VanAnderAsync(ander);
                return;
            }
            catch (RegisterConflictException) when (poging < Pogingen)
            {
                // Another save of the same drawing was first; look again whose it is now.
            }
        }
    }

    /// <summary>Changes the row of a concept in one go.</summary>
    /// <param name="verandering">Gets the row and the time.</param>
    /// <param name="gezien">Version of the row on which this was decided; null when it does not matter.</param>
    /// <exception cref="Geweigerd">404.</exception>
    public async Task<DefinitionDraft> WijzigAsync(Actor actor, string id, Action<DefinitionDraft, DateTimeOffset> verandering, long? gezien = null)
    {
        var nu = tijd.Nu();
        return await storage.DefinitionDrafts.ChangeAsync(id, rij => verandering(rij, nu), gezien, actor.Id, nu) ?? throw Tekeningbeheer.Onbekend(id);
    }

    /// <summary>Puts the row away if nobody changed it since.</summary>
    public Task RuimOpAsync(Actor actor, DefinitionDraft gelezen) => storage.DefinitionDrafts.RemoveAsync(gelezen, actor.Id, tijd.Nu());

    /// <summary>The actor's own concept.</summary>
    /// <exception cref="Geweigerd">404, or 400 when it is a colleague's.</exception>
    public async Task<DefinitionDraft> VanMijAsync(Actor actor, string id)
    {
        var rij = await lezer.RijAsync(id) ?? throw Tekeningbeheer.Onbekend(id);
        return rij.DrawnBy == actor.Id ? rij : throw await VanAnderAsync(rij.DrawnBy);
    }

    /// <summary>While somebody drew, another way may have brought a version with this number; then this concept gets the next.</summary>
    public async Task<DefinitionDraft> BijgenummerdAsync(Actor actor, DefinitionDraft rij)
    {
        if (rij.Number > await lezer.HoogsteAsync(rij.DefinitionId))
            return rij;
        await SchrijfAsync(actor, rij.DefinitionId, Tekeninglezer.Ontleed(rij.Document));
        return await VanMijAsync(actor, rij.DefinitionId);
    }

    async Task<bool> IsZoGepubliceerdAsync(string id, int hoogste, string tekst) =>
        hoogste > 0 && await storage.Store.DefinitionAsync(id, hoogste, default) is { IsRetracted: false } rij && Tekeningtekst.IsGelijk(rij.Document, tekst);

    async Task<DateTimeOffset?> GemaaktAsync(string id) => (await lezer.KoppenAsync(id)).Select(k => k.Kenmerken.Gemaakt).FirstOrDefault(g => g is not null);

    async Task<Geweigerd> VanAnderAsync(string wie) => new(Verzoekcode.TekeningVanAnder, (await names.OfAsync(wie))!.Naam);
}
