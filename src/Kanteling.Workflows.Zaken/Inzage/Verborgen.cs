using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>
/// What goes out of the program without what nobody needs there. The law of this file: whatever is written of a run, of an event or of the answers
/// of a task passes here, and in it is no BSN and no address that is kept secret, wherever it stands: by the name of its field, and in any text when
/// it is the BSN of somebody of the household. Who handles something in the household sees the end of a BSN, others no digit. What was answered to a
/// question that is not told on (<see cref="Afgeschermdevelden"/>) is for who is in charge of that procedure, and for who wrote it himself; others see that there is something.
/// </summary>
public sealed partial class Verborgen
{
    const string Weg = "afgeschermd", VeldBsn = "bsn", VeldAdres = "adres";

    readonly bool behandelt;
    readonly Lezer lezer;
    readonly ImmutableHashSet<string> nummers;
    readonly ImmutableArray<string> adressen;

    Verborgen(Huishouden h, bool behandelt, Lezer lezer)
    {
        (this.behandelt, this.lezer) = (behandelt, lezer);
        nummers = [.. h.Personen.Select(p => Bsn.Van(p.Bsn)?.Cijfers).OfType<string>()];
        ZonderAdres = h.HeeftGeheimAdres && !behandelt;
        adressen = ZonderAdres && Adres.Van(h.Adres) is { } adres ? [.. new[] { adres.Regel, adres.Straatregel }.OfType<string>().Where(regel => regel.Length > 0)] : [];
    }

    /// <summary>Whether the address of this household is kept from who asks.</summary>
    public bool ZonderAdres { get; }

    /// <param name="behandelt">Whether who asks handles something here: <see cref="Bevoegdheid.Behandelt"/>.</param>
    /// <param name="lezer">What of the shielded answers is his.</param>
    public static Verborgen Van(Huishouden h, bool behandelt, Lezer lezer) => new(h, behandelt, lezer);

    /// <summary>The same for what followed from one commit: who completed a task, and nobody else ever did, sees what he wrote in it.</summary>
    public Verborgen Bij(StoredCommit commit, IEnumerable<WorkflowEvent> events) =>
        lezer.Actor is { } wie && commit.Actor == wie && events.OfType<TaskCompleted>().Any(e => lezer.Lijst.IsVan(e.Task, wie, commit.Version)) ? new(this, lezer with { Lijst = Afgeschermd.Niets }) : this;

    Verborgen(Verborgen ander, Lezer lezer) => (behandelt, this.lezer, nummers, adressen, ZonderAdres) = (ander.behandelt, lezer, ander.nummers, ander.adressen, ander.ZonderAdres);

    /// <summary>A fact, or the household itself, as this reader may know it: a sentence stands in the place of what is withheld.</summary>
    /// <param name="ookAnders">Whether something else than words was withheld, of which the fact itself tells.</param>
    public T Gezien<T>(T waarde, out bool ookAnders) where T : class
    {
        ookAnders = false;
        return lezer.HoudtIetsIn ? (T)Inhoudvervanging.Vervang(waarde, lezer.Is, Afgeschermdevelden.Zin, out ookAnders) : waarde;
    }

    /// <summary>The same of an event; what is no fact of the household stays as it is, and has texts that pass <see cref="In(string)"/>.</summary>
    public WorkflowEvent Feit(WorkflowEvent e, out bool ookAnders)
    {
        ookAnders = false;
        if (e is not DomainEvent { Event: var feit } domain)
            return e;
        var gezien = Gezien(feit, out ookAnders);
        return ReferenceEquals(gezien, feit) ? e : domain with { Event = gezien };
    }

    /// <summary>A household as a letter may tell of it: who reads that is somebody else, whoever writes it.</summary>
    public Huishouden VoorBrief(Huishouden h) => (Huishouden)Inhoudvervanging.Vervang(h, (lezer with { IsNiemand = true }).Is, null, out _);

    /// <summary>What was stored, or is shown of it.</summary>
    /// <param name="waar">Of which procedure it is, as far as it does not say so itself.</param>
    public JsonNode? In(JsonNode? json, DossierId? waar = null)
    {
        switch (json)
        {
            case JsonArray lijst:
                return new JsonArray([.. lijst.Select(deel => In(deel, waar))]);
            // A content: its value is JSON in a text.
            case JsonObject inhoud when Inhoudvorm.Is(inhoud):
                var zonder = (JsonObject)inhoud.DeepClone();
                zonder["text"] = Veld(inhoud["kind"]!.ToString(), JsonNode.Parse(inhoud["text"]!.ToString()), Inhoudvorm.Dossier(inhoud) ?? waar)?.ToJsonString(Json.Compact) ?? "null";
                return zonder;
            case JsonObject groep:
                var hier = Inhoudvorm.Dossier(groep) ?? waar;
                return new JsonObject(groep.Select(veld => KeyValuePair.Create(veld.Key, Veld(veld.Key, veld.Value, hier))));
            case JsonValue waarde:
                return waarde.ToString() is var geheel && In(geheel) is var rest && rest == geheel ? waarde.DeepClone() : JsonValue.Create(rest);
            default:
                return null;
        }
    }

    /// <summary>What stands under a name.</summary>
    public JsonNode? Veld(string naam, JsonNode? waarde, DossierId? waar = null) => naam switch
    {
        _ when waarde is not null && lezer.Is(naam, (Inhoudvorm.Is(waarde) ? Inhoudvorm.Dossier(waarde.AsObject()) : null) ?? waar) => Inhoudvorm.Is(waarde) ? Afgeschermdeinhoud(waarde.AsObject()) : Weg,
        VeldBsn when waarde is JsonValue => Bsn.Lees(waarde.ToString()) is { } bsn ? Einde(bsn) : Weg,
        // A step's own input of this name says for whom its task is.
        VeldAdres when ZonderAdres && waarde is not null && (waarde as JsonObject)?["kind"] is null && Taakadres.Gelezen(waarde.ToString()) is null => Weg,
        _ => In(waarde, waar),
    };

    static JsonObject Afgeschermdeinhoud(JsonObject inhoud)
    {
        var zonder = (JsonObject)inhoud.DeepClone();
        zonder["text"] = $"\"{Weg}\"";
        return zonder;
    }

    /// <summary>A text, with what is in it replaced.</summary>
    public string In(string tekst)
    {
        var zonder = nummers.IsEmpty ? tekst : Cijferreeks().Replace(tekst, reeks => Bsn.Lees(reeks.Value) is { } bsn && nummers.Contains(bsn.Cijfers) ? Einde(bsn) : reeks.Value);
        return adressen.Aggregate(zonder, (rest, adres) => rest.Replace(adres, Weg, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A text of which it is not known which household it is about, without any BSN.</summary>
    public static string ZonderBsn(string tekst) => Cijferreeks().Replace(tekst, reeks => Bsn.Lees(reeks.Value) is null ? reeks.Value : Weg);

    /// <summary>Answers of a task that is open again, for its form: who treats nothing here gets them without what is not his to see, so that no mask is sent back as an answer.</summary>
    /// <param name="formulier">Null for a task without questions.</param>
    public JsonObject Antwoorden(WorkTask taak, Formulier? formulier, JsonObject antwoorden)
    {
        var gezien = formulier is not null && lezer.HoudtIn(taak.Dossier) ? Afgeschermdevelden.Zonder(formulier, antwoorden) : antwoorden;
        return behandelt ? (JsonObject)gezien.DeepClone() : Zonder(gezien, veld => veld == VeldBsn || (ZonderAdres && veld == VeldAdres));
    }

    /// <summary>The same for a program, which never gets a BSN.</summary>
    public JsonObject AntwoordenZonderBsn(WorkTask taak, Formulier? formulier, JsonObject antwoorden) => Zonder(Antwoorden(taak, formulier, antwoorden), veld => veld == VeldBsn);

    /// <summary>Where in the form of a task something stands that is withheld: it stays when he leaves it empty.</summary>
    public ImmutableArray<string> Ingehouden(WorkTask taak, Formulier? formulier) =>
        formulier is not null && taak.Answers is { } bewaard && lezer.HoudtIn(taak.Dossier) ? Afgeschermdevelden.Paden(formulier, bewaard.AsObject()) : [];

    static JsonObject Zonder(JsonObject groep, Func<string, bool> weg) => new(groep.Where(veld => !weg(veld.Key)).Select(veld => KeyValuePair.Create(veld.Key, Zonder(veld.Value, weg))));

    static JsonNode? Zonder(JsonNode? json, Func<string, bool> weg) => json switch
    {
        JsonObject groep => Zonder(groep, weg),
        JsonArray lijst => new JsonArray([.. lijst.Select(deel => Zonder(deel, weg))]),
        _ => json?.DeepClone(),
    };

    string Einde(Bsn bsn) => behandelt ? bsn.Verborgen : Weg;

    /// <summary>Who reads, and of which procedures he is in charge.</summary>
    /// <param name="Actor">Null for a view that gives nobody more than others.</param>
    /// <param name="IsNiemand">Nobody is in charge here, whoever he is.</param>
    public sealed record Lezer(Afgeschermd Lijst, ActorId? Actor, ImmutableHashSet<DossierId> Zijn, ImmutableHashSet<DossierId> Ander, bool IsNiemand = false)
    {
        /// <summary>Not for who is in charge of every procedure that there is.</summary>
        public bool HoudtIetsIn => Lijst.Velden is not null && (IsNiemand || !Ander.IsEmpty || Zijn.IsEmpty);

        /// <summary>Whether shielded answers of this procedure are withheld; of none when nothing of the household is.</summary>
        public bool HoudtIn(DossierId? dossier) => HoudtIetsIn && (dossier is not { } d || IsNiemand || !Zijn.Contains(d));

        /// <summary>Whether this is withheld. What does not say of which procedure it is, is when it would be in any.</summary>
        public bool Is(string naam, DossierId? dossier) =>
            HoudtIn(dossier) && (dossier is { } d ? Lijst.Van(d).Contains(naam) : Lijst.Elders.Contains(naam) || (IsNiemand ? Zijn.Union(Ander) : Ander).Any(een => Lijst.Van(een).Contains(naam)));
    }

    /// <summary>Eight or nine digits as people type a BSN.</summary>
    [GeneratedRegex(@"(?<![0-9])[0-9](?:[ .\-]?[0-9]){7,8}(?![0-9])")]
    private static partial Regex Cijferreeks();
}
