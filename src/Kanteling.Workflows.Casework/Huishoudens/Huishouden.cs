using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework.Gebeurtenissen;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// The unit of coordination: one plan, one casusregisseur, one timeline (seeds R2, P29). The state of one stream, made of
/// its events by <see cref="Toepassing"/>. Everything that says something about a person is a <see cref="Content"/> and may
/// be erased; what law and audit ask is plain.
/// </summary>
/// <param name="Naam">How a person recognises it; null before it was opened.</param>
/// <param name="Adres">What <see cref="Huishoudens.Adres"/> reads: a JSON string or a JSON object.</param>
/// <param name="Wijkteam">The team of the wijk where it lives; gets the work.</param>
/// <param name="Bijgewerkt">Day of the last fact.</param>
public sealed record Huishouden(
    Content? Naam,
    Content? Adres,
    Wijkteam? Wijkteam,
    ImmutableList<Persoon> Personen,
    ImmutableSortedDictionary<DossierId, Dossier> Dossiers,
    ImmutableList<Hulpvraag> Hulpvragen,
    ImmutableList<Ondersteuning> Ondersteuning,
    Casusregisseur? Casusregisseur,
    DateOnly? Bijgewerkt)
{
    public static readonly Huishouden Leeg = new(
        null, null, null, [], ImmutableSortedDictionary<DossierId, Dossier>.Empty, [], [], null, null);

    public ImmutableList<Vertegenwoordiger> Vertegenwoordigers { get; init; } = [];

    /// <summary>Other households that this one belongs with.</summary>
    public ImmutableList<Koppeling> Koppelingen { get; init; } = [];

    /// <summary>What was destroyed at the end of its retention; null when nothing was.</summary>
    public Vernietigd? Vernietigd { get; init; }

    /// <summary>Id of the household that took the place of this one; null while this one is used itself.</summary>
    [JsonIgnore]
    public StreamId? OpgegaanIn => Koppelingen.FindLast(k => k.Soort == Koppelingsoort.OpgegaanIn)?.Ander;

    /// <summary>This is the stream of a meldcode, not of a household: only who is in it may see it.</summary>
    [JsonIgnore]
    public bool IsAfgeschermd => Dossiers.Values.Any(d => d.Soort == DossierSoort.Veiligheid);

    [JsonIgnore]
    public bool IsGeopend => Naam is not null;

    /// <summary>Somebody who lives here keeps the address from others.</summary>
    [JsonIgnore]
    public bool HeeftGeheimAdres => Personen.Exists(p => p is { GeheimAdres: true, IsThuis: true });

    /// <summary>Support that is given now, bridging included.</summary>
    [JsonIgnore]
    public IEnumerable<Ondersteuning> Lopend => Ondersteuning.Where(o => o.Loopt);

    /// <summary>The heaviest circle in which support runs; null when none does.</summary>
    [JsonIgnore]
    public Ondersteuningscirkel? ZwaarsteCirkel => Lopend.Select(o => (Ondersteuningscirkel?)o.Cirkel).Max();

    public Dossier? Dossier(DossierId? id) => id is { } of ? Dossiers.GetValueOrDefault(of) : null;

    public Persoon? Persoon(PersoonId? id) => Personen.Find(p => p.Id == id);

    public bool IsOverleden(PersoonId? persoon) => Persoon(persoon) is { Overleden: not null };

    public Hulpvraag? Hulpvraag(HulpvraagId? id) => Hulpvragen.Find(h => h.Id == id);

    public Ondersteuning? MetId(OndersteuningId? ondersteuning) => Ondersteuning.Find(o => o.Id == ondersteuning);

    public IEnumerable<Hulpvraag> HulpvragenVan(DossierId dossier) => Hulpvragen.Where(h => h.Dossier == dossier && !h.Vervallen);

    public IEnumerable<Ondersteuning> OndersteuningVan(DossierId dossier) => Ondersteuning.Where(o => o.Dossier == dossier);

    /// <summary>Whether a procedure has somebody who treats it: while it is open, and as long as support of it runs.</summary>
    public bool WordtBehandeld(Dossier dossier) => dossier.IsOpen || OndersteuningVan(dossier.Id).Any(o => o.Loopt);

    /// <summary>Whether a procedure has this id, or had it before it was destroyed.</summary>
    public bool KentDossier(DossierId id) => Dossiers.ContainsKey(id) || Vernietigd?.Dossiers.Contains(id) == true;

    /// <summary>Ids that were not used yet: the next number after the highest.</summary>
    public IEnumerable<PersoonId> NieuwePersonen() => Nieuw<PersoonId>('p', HoogstePersoon);

    public IEnumerable<HulpvraagId> NieuweHulpvragen() => Nieuw<HulpvraagId>('h', HoogsteHulpvraag);

    public IEnumerable<OndersteuningId> NieuweOndersteuning() => Nieuw<OndersteuningId>('o', HoogsteOndersteuning);

    /// <summary>The highest number that a person has or had.</summary>
    [JsonIgnore]
    public int HoogstePersoon => Hoogste(Personen.Select(p => p.Id), Vernietigd?.Personen);

    [JsonIgnore]
    public int HoogsteHulpvraag => Hoogste(Hulpvragen.Select(h => h.Id), Vernietigd?.Hulpvragen);

    [JsonIgnore]
    public int HoogsteOndersteuning => Hoogste(Ondersteuning.Select(o => o.Id), Vernietigd?.Ondersteuning);

    static int Hoogste<T>(IEnumerable<T> bestaand, int? eerder) where T : struct, ITextId<T> =>
        bestaand.Select(id => int.TryParse(id.Text.AsSpan(1), CultureInfo.InvariantCulture, out var nummer) ? nummer : 0).Append(eerder ?? 0).Max();

    static IEnumerable<T> Nieuw<T>(char letter, int hoogste) where T : struct, ITextId<T> =>
        Enumerable.Range(hoogste + 1, 1000).Select(nummer => T.Of(string.Create(CultureInfo.InvariantCulture, $"{letter}{nummer}")));
}
