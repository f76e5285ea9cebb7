using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Other words for a version of a form, letter or guide: who draws proposes, somebody else approves. It counts in every version of a
/// flow that pins it. The words of before stay readable.
/// </summary>
public sealed class Correctiepunt(WorkflowEngine engine, Registerrijen rijen, Correctielezer correcties, Bevoegdheid bevoegdheid)
{
    const int LangsteReden = 1_000;
    const int LangsteTekst = 256 * 1024;

    /// <summary>A version with its words of now and of before.</summary>
    /// <returns>Refused: 404.</returns>
    public async Task<Uitslag<Documentversie>> LeesAsync(Actor actor, DocumentVersion versie)
    {
        if (!bevoegdheid.Mag(actor, Handeling.TekeningenZien))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (Documentsoort.Met(versie.Kind) is not { } soort || await rijen.EersteTekstAsync(versie) is not { } eerste)
            return new Weigering(Documentcode.DocumentOnbekend);
        return new Documentversie(soort, versie, eerste, await rijen.TekstAsync(versie) ?? eerste, await correcties.VanAsync(versie));
    }

    /// <summary>Proposes other words.</summary>
    /// <param name="tekst">The whole document.</param>
    /// <returns>Refused: 422 without a reason; 409 when more than words would change, with where.</returns>
    public async Task<Uitslag<Documentversie>> StelVoorAsync(Actor actor, DocumentVersion versie, string tekst, string reden, Asking asking)
    {
        if (!bevoegdheid.Mag(actor, Handeling.Tekenen))
            return new Weigering(Verzoekcode.NietBevoegd);
        if (!(await LeesAsync(actor, versie)).Lukt(out _, out var nee))
            return nee;
        if (string.IsNullOrWhiteSpace(reden) || reden.Length > LangsteReden)
            return new Weigering(Documentcode.CorrectieReden, $"{LangsteReden}");
        if (tekst.Length > LangsteTekst)
            return new Weigering(Documentcode.CorrectieTeLang);
        return await DoeAsync(actor, versie, new ProposeCorrection(versie, tekst, reden), asking);
    }

    /// <summary>Proposes other words on some places of it.</summary>
    /// <param name="woorden">By path, as <see cref="Documentwoorden"/> names them.</param>
    public async Task<Uitslag<Documentversie>> StelVoorAsync(Actor actor, DocumentVersion versie, IReadOnlyDictionary<string, string> woorden, string reden, Asking asking) =>
        (await LeesAsync(actor, versie)).Lukt(out var nu, out var nee) ? await StelVoorAsync(actor, versie, Documentwoorden.Vervang(JsonNode.Parse(nu.Tekst), woorden)!.ToJsonString(Json.Compact), reden, asking) : nee;

    /// <summary>Makes what somebody else proposed count.</summary>
    /// <returns>Refused: 409 when it is one's own, or does not wait any more.</returns>
    public async Task<Uitslag<Documentversie>> KeurGoedAsync(Actor actor, DocumentVersion versie, CorrectionId correctie, Asking asking) =>
        bevoegdheid.Mag(actor, Handeling.TekeningGoedkeuren) ? await DoeAsync(actor, versie, new ApproveCorrection(correctie), asking) : new Weigering(Verzoekcode.NietBevoegd);

    /// <summary>Takes a proposal away: one's own, or as who may approve it.</summary>
    public async Task<Uitslag<Documentversie>> TrekInAsync(Actor actor, DocumentVersion versie, CorrectionId correctie, Asking asking) =>
        bevoegdheid.Mag(actor, Handeling.Tekenen) || bevoegdheid.Mag(actor, Handeling.TekeningGoedkeuren)
            ? await DoeAsync(actor, versie, new WithdrawCorrection(correctie), asking) : new Weigering(Verzoekcode.NietBevoegd);

    async Task<Uitslag<Documentversie>> DoeAsync(Actor actor, DocumentVersion versie, Command command, Asking asking)
    {
        if (!(await LeesAsync(actor, versie)).Lukt(out _, out var nee))
            return nee;
        return await engine.ExecuteAsync(Streams.OfDocument(versie.Kind, versie.Id), Streams.DocumentKind, command, asking) is Answer.Refused { Refusals: [var eerste, ..] } geweigerd
            ? new Weigering(eerste.Code, [.. eerste.Arguments]) { Zinnen = [.. geweigerd.Refusals.Select(r => Casework.Zinnen.Voor(r.Code, r.Arguments))] }
            : await LeesAsync(actor, versie);
    }
}

/// <summary>One version of a form, letter or guide.</summary>
/// <param name="Eerste">As it was brought in.</param>
/// <param name="Tekst">As it is read now.</param>
/// <param name="Correcties">Those that count, in order, and then the one that waits.</param>
public sealed record Documentversie(Documentsoort Soort, DocumentVersion Versie, string Eerste, string Tekst, ImmutableArray<Correction> Correcties)
{
    public string Naam => JsonNode.Parse(Tekst)?["naam"]?.ToString() ?? Versie.Id;

    /// <summary>What waits for somebody else; null when nothing does.</summary>
    public Correction? Voorstel => Correcties.LastOrDefault(c => !c.IsApproved);

    public ImmutableArray<Correction> Geldend => [.. Correcties.Where(c => c.IsApproved)];

    /// <summary>Which words a correction changed: those of before, and those after.</summary>
    public ImmutableArray<(string Was, string Wordt)> Wijzigingen(Correction correctie)
    {
        var (voor, na) = (Woorden(Vooraf(correctie)), Woorden(correctie.Text.Text));
        return [.. voor.Keys.Union(na.Keys).Select(pad => (voor.GetValueOrDefault(pad, ""), na.GetValueOrDefault(pad, ""))).Where(w => w.Item1 != w.Item2)];
    }

    string? Vooraf(Correction correctie) => Correcties.Where(c => c.IsApproved && c.Id.CompareTo(correctie.Id) < 0).LastOrDefault()?.Text.Text ?? Eerste;

    static Dictionary<string, string> Woorden(string? tekst) => tekst is null ? [] : Documentwoorden.Van(JsonNode.Parse(tekst)).ToDictionary(w => w.Pad, w => w.Tekst, StringComparer.Ordinal);
}
