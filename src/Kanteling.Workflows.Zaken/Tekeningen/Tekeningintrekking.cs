using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Out of use, by two persons: one asks and says why, another who may approve sees what would stop and does it, or refuses. What is
/// needed stays; that is decided by the engine, here it is only told beforehand.
/// </summary>
public sealed class Tekeningintrekking(Tekeningbeheer beheer, Intrekgevolgenlezer gevolgen, WorkflowEngine engine, Gebruikersnamen namen)
{
    public const int LangsteReden = 1_000;

    /// <summary>Whether this actor may ask for it.</summary>
    public bool MagVragen(Actor actor) => beheer.MagTekenen(actor) || beheer.MagGoedkeuren(actor);

    /// <summary>What is in use, who asked to retract it, and what would stop.</summary>
    /// <returns>Refused: 404 when nothing is in use.</returns>
    public async Task<Uitslag<Intrekking>> LeesAsync(Actor actor, DefinitionId id)
    {
        if (!(await GeldendAsync(actor, id)).Lukt(out var kop, out var nee))
            return nee;
        return new Intrekking(kop, await VerzoekAsync(actor, kop), await gevolgen.VanAsync(kop));
    }

    /// <summary>Asks it. Nothing stops by this.</summary>
    /// <returns>Refused: 409 when it is needed, with everything that needs it; 422 without a reason.</returns>
    public async Task<Uitslag<Tekeningkop>> VraagAsync(Actor actor, DefinitionId id, string? reden, Asking asking)
    {
        if (!MagVragen(actor))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (!(await GeldendAsync(actor, id)).Lukt(out var kop, out var nee))
            return nee;
        if (await engine.NeedsAsync(id) is { IsEmpty: false } nodig)
            return Nodig(kop, nodig);
        if (string.IsNullOrWhiteSpace(reden) || reden.Length > LangsteReden)
            return new Weigering(Werkstroomcode.IntrekkenReden, $"{LangsteReden}", kop.Naam);
        return await DoeAsync(kop, new AskRetraction(Versie(kop), reden), asking) is { } fout ? fout : kop;
    }

    /// <summary>Does what somebody else asked.</summary>
    /// <param name="versie">The version that was seen.</param>
    /// <returns>Refused: 409 when it is one's own, not asked any more, or needed.</returns>
    public async Task<Weigering?> TrekInAsync(Actor actor, DefinitionId id, int versie, Asking asking) =>
        beheer.Verbod(actor, Handeling.TekeningGoedkeuren) ?? await BeslisAsync(actor, id, new RetractDefinition(new DefinitionVersion(id, versie)), asking);

    /// <summary>Leaves in use what somebody else wanted out of it.</summary>
    /// <returns>Refused: 422 without a reason.</returns>
    public async Task<Weigering?> WeigerAsync(Actor actor, DefinitionId id, int versie, string reden, Asking asking)
    {
        if (beheer.Verbod(actor, Handeling.TekeningGoedkeuren) is { } verbod)
            return verbod;
        if (string.IsNullOrWhiteSpace(reden) || reden.Length > LangsteReden)
            return new Weigering(Werkstroomcode.WeigerenReden, $"{LangsteReden}");
        return await BeslisAsync(actor, id, new RefuseRetraction(new DefinitionVersion(id, versie), reden), asking);
    }

    /// <summary>Takes one's own asking back.</summary>
    public async Task<Weigering?> NeemTerugAsync(Actor actor, DefinitionId id, int versie, Asking asking) =>
        MagVragen(actor) ? await BeslisAsync(actor, id, new WithdrawRetraction(new DefinitionVersion(id, versie)), asking) : new Weigering(Verzoekcode.NietBevoegd);

    /// <summary>What others asked, for who may decide it; the one that waits longest first.</summary>
    public async Task<IReadOnlyList<(Tekeningkop Kop, Intrekverzoek Verzoek)>> WachtendAsync(Actor actor, IEnumerable<Tekeningkop> koppen)
    {
        var wachtend = new List<(Tekeningkop Kop, Intrekverzoek Verzoek)>();
        foreach (var kop in beheer.MagGoedkeuren(actor) ? koppen.Where(k => k.IsGepubliceerd) : [])
        {
            if (await VerzoekAsync(actor, kop) is { IsVanMij: false } verzoek)
                wachtend.Add((kop, verzoek));
        }
        return [.. wachtend.OrderBy(w => w.Verzoek.Op)];
    }

    /// <summary>That somebody asked to retract what is in use; null when nobody did.</summary>
    public async Task<Intrekverzoek?> VerzoekAsync(Actor actor, Tekeningkop kop) =>
        (await engine.ReadAsync(Streams.OfDefinition(kop.DefinitionId)))?.Retraction is { } r && r.Version == kop.Versie
            ? new Intrekverzoek(r.Version, (await namen.VanUitvoerderAsync(r.By))?.Naam ?? "", r.At, r.Reason.AsString(), r.By == actor.Id.Actor)
            : null;

    async Task<Uitslag<Tekeningkop>> GeldendAsync(Actor actor, DefinitionId id)
    {
        if (!(await beheer.VersiesAsync(actor, id)).Lukt(out var koppen, out var nee))
            return nee;
        if (koppen.Count == 0)
            return Tekeningbeheer.Onbekend(id);
        return koppen.FirstOrDefault(k => k.IsGepubliceerd) is { } kop ? kop : new Weigering(RefusalCode.DefinitionNotFound, koppen[0].Naam);
    }

    async Task<Weigering?> BeslisAsync(Actor actor, DefinitionId id, Command command, Asking asking)
    {
        if (!(await beheer.VersiesAsync(actor, id)).Lukt(out var koppen, out var nee))
            return nee;
        return koppen.Count == 0 ? Tekeningbeheer.Onbekend(id) : await DoeAsync(koppen.FirstOrDefault(k => k.IsGepubliceerd) ?? koppen[0], command, asking);
    }

    async Task<Weigering?> DoeAsync(Tekeningkop kop, Command command, Asking asking)
    {
        if (await engine.ExecuteAsync(Streams.OfDefinition(kop.DefinitionId), Streams.DefinitionKind, command, asking) is not Answer.Refused { Refusals: [var eerste, ..] })
            return null;
        return eerste.Code == RefusalCode.DefinitionNeeded ? Nodig(kop, eerste.Details) : new Weigering(eerste.Code, Tekst(kop));
    }

    /// <summary>What is in the way, each in a sentence.</summary>
    static Weigering Nodig(Tekeningkop kop, IReadOnlyList<Refusal> redenen) => new(RefusalCode.DefinitionNeeded, Tekst(kop))
    {
        Fouten = [.. redenen],
        Zinnen = [Casework.Zinnen.Voor(RefusalCode.DefinitionNeeded, Tekst(kop)), .. redenen.Select(r => Casework.Zinnen.Voor(r.Code, r.Arguments))],
    };

    static string Tekst(Tekeningkop kop) => $"Versie {kop.Versie} van \"{kop.Naam}\"";

    static DefinitionVersion Versie(Tekeningkop kop) => new(kop.DefinitionId, kop.Versie);
}

/// <param name="Kop">The version that is in use.</param>
/// <param name="Verzoek">Null while nobody asked.</param>
public sealed record Intrekking(Tekeningkop Kop, Intrekverzoek? Verzoek, Intrekgevolgen Gevolgen);

/// <param name="Door">The name of who asked.</param>
/// <param name="Reden">Null once it was erased.</param>
/// <param name="IsVanMij">It is the reader's own.</param>
public sealed record Intrekverzoek(int Versie, string Door, DateTimeOffset Op, string? Reden, bool IsVanMij);
