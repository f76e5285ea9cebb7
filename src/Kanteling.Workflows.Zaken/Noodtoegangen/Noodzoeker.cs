using System.Security.Cryptography;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Noodtoegangen;

/// <summary>
/// In which household somebody lives, for who is not related to it and has to look now. The law of this file: nothing is shown before it is written
/// who asks and why, and of which households it is; what was typed is never written. Only one person can be asked for at a time, and not often.
/// </summary>
public sealed class Noodzoeker(OpenStorage storage, WorkflowEngine engine, Bevoegdheid bevoegdheid, Zaaktijd tijd)
{
    /// <summary>So often somebody may ask this within <see cref="Periode"/>.</summary>
    public const int Meeste = 20;

    // Of one surname at one postcode there are never so many.
    const int MeesteKandidaten = 500;

    const int MeesteHuishoudens = 10;

    public static readonly TimeSpan Periode = TimeSpan.FromHours(24);

    /// <summary>Whether this person may ask it.</summary>
    public bool Mag(Actor actor) => bevoegdheid.HeeftRecht(actor, Handeling.HuishoudenZien);

    /// <returns>Refused: 403, 422 with all that is missing, 429 after too many, 503 while the list is made anew.</returns>
    public async Task<Uitslag<Noodvondst>> ZoekAsync(Actor actor, Noodzoekvraag vraag)
    {
        if (!Mag(actor))
            return new Weigering(Verzoekcode.NietBevoegd);
        var (wie, fouten) = Zoekpersoon.Lees(vraag.Voornaam, vraag.Achternaam, vraag.Geboortedatum, (vraag.Postcode, vraag.Huisnummer), vraag.Bsn, LocalTime.DayOf(tijd.Nu()));
        if (Noodreden.Fout(vraag.Reden) is { } reden)
            fouten = fouten.Add(reden);
        if (!fouten.IsEmpty)
            return new Weigering(fouten is [{ Field: "reden" } alleen] ? alleen.Code : Noodcode.WieNodig, [.. fouten.Length == 1 ? fouten[0].Arguments : []]) { Fouten = fouten };
        if (!await storage.Projections.CatchUpSearchAsync())
            return new Weigering(Verzoekcode.ZoeklijstWordtGemaakt);
        var gesteld = new EmergencyQuestion { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), UserId = actor.Id, At = tijd.Echt(), Reason = vraag.Reden!.Trim() };
        if (!await storage.EmergencyQuestions.TakeAsync(gesteld, Meeste, Periode))
            return new Weigering(Noodcode.TeVaak, $"{Meeste}");
        var treffers = await VindAsync(actor, wie);
        await NoteerAsync(gesteld, treffers);
        return new Noodvondst(treffers);
    }

    async Task<IReadOnlyList<Noodtreffer>> VindAsync(Actor actor, Zoekpersoon wie)
    {
        var gevonden = new List<(Case Waar, Persoon Wie)>();
        foreach (var vraag in wie.Vragen)
        {
            foreach (var hit in await storage.Search.FindAnywhereAsync(Zoekvraag.Lees(vraag, storage.Search.HiddenBsn), MeesteKandidaten))
            {
                // Asked once more of the case itself. One that went up in another has its people there.
                if (hit.Person.Length > 0 && await engine.ReadAsync(hit.Stream) is { Domain: Huishouden { OpgegaanIn: null, IsAfgeschermd: false } h } huishouden
                    && h.Persoon(new PersoonId(hit.Person)) is { } persoon && wie.Is(persoon, Vindbaar.Zichtbaar(h)) && !gevonden.Exists(g => g.Waar.Stream == hit.Stream && g.Wie.Id == persoon.Id))
                {
                    gevonden.Add((huishouden, persoon));
                }
            }
        }
        // Who left lives in another household; only when it is not known where, the one that he left is shown.
        var thuis = gevonden.Where(g => g.Wie.Vertrokken is null).ToList();
        var treffers = new List<Noodtreffer>();
        foreach (var perHuis in (thuis.Count > 0 ? thuis : gevonden).GroupBy(g => g.Waar.Stream).Take(MeesteHuishoudens))
            treffers.Add(await TrefferAsync(actor, perHuis.First().Waar, [.. perHuis.Select(g => Mens(g.Wie))]));
        return [.. treffers.OrderBy(t => Sorteersleutel.Van(t.Mensen[0].Naam), StringComparer.Ordinal).ThenBy(t => t.HuishoudenId, StringComparer.Ordinal)];
    }

    async Task<Noodtreffer> TrefferAsync(Actor actor, Case waar, IReadOnlyList<Noodmens> mensen)
    {
        var (h, ziet) = ((Huishouden)waar.Domain, bevoegdheid.Mag(actor, Handeling.HuishoudenZien, waar));
        return new Noodtreffer(waar.Stream.Text, mensen, h.Personen.Exists(p => p.GeheimAdres) ? null : h.Wijkteam?.Wijk, ziet)
        {
            NoodtoegangTot = ziet ? null : (await storage.EmergencyAccesses.RunningAsync(actor.Id, waar.Stream, tijd.Echt()))?.Until,
        };
    }

    static Noodmens Mens(Persoon p) => new(Persoonsnaam.Van(p.Naam)?.Volledig ?? "gewist", p.Geboren?.ToString())
    {
        Bijzonder = p.Overleden is not null ? "overleden" : p.Vertrokken is not null ? "woont hier niet meer" : null,
    };

    async Task NoteerAsync(EmergencyQuestion gesteld, IReadOnlyList<Noodtreffer> treffers)
    {
        if (treffers.Count == 0)
            return;
        await storage.EmergencyQuestions.ShownAsync(gesteld, [.. treffers.Select(t => new StreamId(t.HuishoudenId))]);
        await storage.Registers.LogReadsAsync([.. treffers.Select(t => new DossierRead
        {
            UserId = gesteld.UserId, At = gesteld.At, Stream = new(t.HuishoudenId), Dossier = null, What = t.AlInzage ? "zoeken" : "zoeken" + Zaaklezer.Noodmerk,
        })]);
    }
}

/// <summary>Whom somebody has to see now, as it was typed, and why.</summary>
public sealed record Noodzoekvraag(string? Voornaam, string? Achternaam, string? Geboortedatum, string? Postcode, string? Huisnummer, string? Bsn, string? Reden);

/// <param name="Huishoudens">Where who was asked for lives; more than one when it may be several people.</param>
public sealed record Noodvondst(IReadOnlyList<Noodtreffer> Huishoudens);

/// <summary>A household in which somebody lives who was asked for, with enough to tell it from another and no more.</summary>
/// <param name="Wijk">Null when it is not known, or an address there is secret.</param>
/// <param name="AlInzage">Who asked may open it plainly.</param>
public sealed record Noodtreffer(string HuishoudenId, IReadOnlyList<Noodmens> Mensen, string? Wijk, bool AlInzage)
{
    /// <summary>Until when who asked looks into it already; null when he does not.</summary>
    public DateTimeOffset? NoodtoegangTot { get; init; }
}

/// <param name="Geboren">yyyy-MM-dd, or only what is known of it.</param>
public sealed record Noodmens(string Naam, string? Geboren)
{
    /// <summary>Why it is perhaps not who is meant: overleden, or woont hier niet meer.</summary>
    public string? Bijzonder { get; init; }
}
