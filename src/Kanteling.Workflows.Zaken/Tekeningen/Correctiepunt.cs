using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Other words for a version of a form, letter or guide: who draws proposes, somebody else approves. It counts in every version of a
/// flow that pins it. The words of before stay readable.
/// </summary>
public sealed class Correctiepunt(WorkflowEngine engine, Registerrijen rijen, Correctielezer correcties, Bevoegdheid bevoegdheid, OpenStorage storage)
{
    public const int LangsteReden = 1_000;
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

    /// <summary>Proposes other words on some places of it: of the proposal that waits, if there is one, so that nothing of it is lost.</summary>
    /// <param name="woorden">By path, as <see cref="Documentwoorden"/> names them.</param>
    /// <param name="gezien">The proposal that waited when they were typed; null when none did.</param>
    /// <returns>Refused: 409 when another waits by now, or as the other.</returns>
    public async Task<Uitslag<Documentversie>> StelVoorAsync(Actor actor, DocumentVersion versie, IReadOnlyDictionary<string, string> woorden, CorrectionId? gezien, string reden, Asking asking)
    {
        if (!(await LeesAsync(actor, versie)).Lukt(out var nu, out var nee))
            return nee;
        if (nu.Voorstel?.Id != gezien && !await engine.IsDoneAsync(Stroom(versie), asking))
            return new Weigering(Documentcode.CorrectieIntussen);
        return await StelVoorAsync(actor, versie, Documentwoorden.Vervang(JsonNode.Parse(nu.Voorgesteld), woorden)!.ToJsonString(Json.Compact), reden, asking);
    }

    /// <summary>What others propose, for who may approve it; the one that waits longest first.</summary>
    public async Task<IReadOnlyList<Wachtendecorrectie>> WachtendAsync(Actor actor)
    {
        var wachtend = new List<Wachtendecorrectie>();
        if (!bevoegdheid.Mag(actor, Handeling.TekeningGoedkeuren))
            return wachtend;
        foreach (var stream in await storage.Streams.AllOfKindAsync(Streams.DocumentKind))
        {
            foreach (var correctie in ((await engine.ReadAsync(stream))?.Corrections.Values ?? []).Where(c => !c.IsApproved && c.By != actor.Id.Actor))
            {
                if ((await LeesAsync(actor, correctie.Document)).Lukt(out var document, out _))
                    wachtend.Add(new Wachtendecorrectie(document, correctie));
            }
        }
        return [.. wachtend.OrderBy(w => w.Correctie.At)];
    }

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
        return await engine.ExecuteAsync(Stroom(versie), Streams.DocumentKind, command, asking) is Answer.Refused { Refusals: [var eerste, ..] } geweigerd
            ? new Weigering(eerste.Code, [.. eerste.Arguments]) { Zinnen = [.. geweigerd.Refusals.Select(r => Casework.Zinnen.Voor(r.Code, r.Arguments))] }
            : await LeesAsync(actor, versie);
    }

    static StreamId Stroom(DocumentVersion versie) => Streams.OfDocument(versie.Kind, versie.Id);
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

    /// <summary>As it would read with what waits, or as it reads.</summary>
    public string Voorgesteld => Voorstel?.Text.Text ?? Tekst;

    /// <summary>Which words a correction changed, in the order of the document; none when its text was erased.</summary>
    public ImmutableArray<Woordwijziging> Wijzigingen(Correction correctie)
    {
        if (correctie.Text.Text is not { } tekst)
            return [];
        var na = Documentwoorden.Van(JsonNode.Parse(tekst)).ToDictionary(w => w.Pad, w => w.Tekst, StringComparer.Ordinal);
        return [.. Documentwoorden.Van(JsonNode.Parse(Vooraf(correctie))).Select((plek, nummer) => new Woordwijziging(nummer + 1, plek, na.GetValueOrDefault(plek.Pad, ""))).Where(w => w.Plek.Tekst != w.Wordt)];
    }

    string Vooraf(Correction correctie) => Correcties.Where(c => c.IsApproved && c.Id.CompareTo(correctie.Id) < 0).LastOrDefault()?.Text.Text ?? Eerste;
}

/// <summary>A proposal, with the version of which it changes words.</summary>
public sealed record Wachtendecorrectie(Documentversie Document, Correction Correctie);

/// <summary>Other words on one place.</summary>
/// <param name="Nummer">Of that place in the document, as on its page.</param>
/// <param name="Plek">With the words of before.</param>
public sealed record Woordwijziging(int Nummer, Woordplek Plek, string Wordt);
