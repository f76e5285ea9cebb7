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
public sealed class Tekenconcepten(Tekeninglezer lezer, OpenStorage storage, Zaaktijd tijd, Gebruikersnamen namen)
{
    const int Pogingen = 5;

    /// <summary>Saves a model under the number that is its turn; what is equal to what is published last, is no concept.</summary>
    /// <param name="ookGelijk">Also when only the documents that it uses are newer than what is published.</param>
    /// <returns>Refused: 400 when a colleague draws, or it cannot be read.</returns>
    public async Task<Weigering?> SchrijfAsync(Actor actor, DefinitionId id, JsonObject model, bool ookGelijk = false)
    {
        for (var poging = 1; ; poging++)
        {
            var (rij, hoogste) = (await lezer.RijAsync(id), await lezer.HoogsteAsync(id));
            if (rij is not null && rij.DrawnBy != actor.Id)
                return await VanAnderAsync(rij.DrawnBy);
            var versie = Math.Max(rij?.Number ?? 1, hoogste + 1);
            var gemaakt = rij?.CreatedAt ?? await GemaaktAsync(id) ?? tijd.Nu();
            if (!Tekeningtekst.Bewaarvorm(model, id, versie, gemaakt).Lukt(out var tekst, out var nee))
                return nee;
            if (rij is null && !ookGelijk && await IsZoGepubliceerdAsync(id, hoogste, tekst))
                return null;
            try
            {
                var nieuw = new DefinitionDraft { DefinitionId = id, Number = versie, Document = tekst, DrawnBy = actor.Id, CreatedAt = gemaakt, SavedAt = tijd.Nu() };
                return await storage.DefinitionDrafts.SaveAsync(nieuw) is { } ander ? await VanAnderAsync(ander) : null;
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
    /// <returns>Refused: 404.</returns>
    public async Task<Weigering?> WijzigAsync(Actor actor, DefinitionId id, Action<DefinitionDraft, DateTimeOffset> verandering, long? gezien = null)
    {
        var nu = tijd.Nu();
        return await storage.DefinitionDrafts.ChangeAsync(id, rij => verandering(rij, nu), gezien, actor.Id.Actor, nu) is null ? Tekeningbeheer.Onbekend(id) : null;
    }

    /// <summary>Puts the row away if nobody changed it since.</summary>
    public Task RuimOpAsync(Actor actor, DefinitionDraft gelezen) => storage.DefinitionDrafts.RemoveAsync(gelezen, actor.Id.Actor, tijd.Nu());

    /// <summary>The actor's own concept.</summary>
    /// <returns>Refused: 404, or 400 when it is a colleague's.</returns>
    public async Task<Uitslag<DefinitionDraft>> VanMijAsync(Actor actor, DefinitionId id)
    {
        if (await lezer.RijAsync(id) is not { } rij)
            return Tekeningbeheer.Onbekend(id);
        return rij.DrawnBy == actor.Id ? rij : await VanAnderAsync(rij.DrawnBy);
    }

    /// <summary>The actor's own concept. While he drew, another way may have brought a version with its number; then it gets the next.</summary>
    public async Task<Uitslag<DefinitionDraft>> BijgenummerdAsync(Actor actor, DefinitionId id)
    {
        if (!(await VanMijAsync(actor, id)).Lukt(out var rij, out var nee))
            return nee;
        if (rij.Number > await lezer.HoogsteAsync(id))
            return rij;
        return await SchrijfAsync(actor, id, Tekeninglezer.Ontleed(rij.Document)) is { } fout ? fout : await VanMijAsync(actor, id);
    }

    async Task<bool> IsZoGepubliceerdAsync(DefinitionId id, int hoogste, string tekst) =>
        hoogste > 0 && await storage.Store.DefinitionAsync(id, hoogste, default) is { IsRetracted: false } rij && Tekeningtekst.IsGelijk(rij.Document, tekst);

    async Task<DateTimeOffset?> GemaaktAsync(DefinitionId id) => (await lezer.KoppenAsync(id)).Select(k => k.Kenmerken.Gemaakt).FirstOrDefault(g => g is not null);

    async Task<Weigering> VanAnderAsync(UserId wie) => new(Verzoekcode.TekeningVanAnder, (await namen.VanAsync(wie))!.Naam);
}
