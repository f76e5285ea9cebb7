using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;

namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>What a role may do.</summary>
/// <param name="Mag">Where nothing is shielded.</param>
/// <param name="MagAfgeschermd">In a shielded stream that somebody is in.</param>
/// <param name="Waakt">Is in every shielded stream.</param>
public sealed record Rolrechten(string Naam, ImmutableHashSet<Handeling> Mag, ImmutableHashSet<Handeling> MagAfgeschermd, bool Waakt);

/// <summary>The roles, each with what it may do. They are data: this reads them, and says what is wrong with them.</summary>
public sealed class Rollen
{
    static readonly JsonSerializerOptions Vorm = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    readonly ImmutableDictionary<string, Rolrechten> opNaam;

    Rollen(ImmutableArray<Rolrechten> alle) => (Alle, opNaam) = (alle, alle.ToImmutableDictionary(r => r.Naam, StringComparer.Ordinal));

    /// <summary>Those that come along with the program.</summary>
    public static Rollen Meegeleverd { get; } = Lees(MeegeleverdeTekst());

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Rolrechten> Alle { get; }

    public IEnumerable<string> Namen => Alle.Select(r => r.Naam);

    /// <summary>Roles that a task can be addressed to: of those who have work of their own here.</summary>
    public IEnumerable<string> MetWerk => Alle.Where(r => r.Mag.Contains(Handeling.EigenWerkZien)).Select(r => r.Naam);

    public bool Mag(Actor actor, Handeling handeling) => Van(actor).Any(r => r.Mag.Contains(handeling));

    public bool MagAfgeschermd(Actor actor, Handeling handeling) => Van(actor).Any(r => r.MagAfgeschermd.Contains(handeling));

    public bool Waakt(Actor actor) => Van(actor).Any(r => r.Waakt);

    /// <summary>What these roles let somebody do with tasks. Who leads the consulenten, does their tasks as well.</summary>
    public Taakrecht Taakrecht(ImmutableArray<string> rollen)
    {
        var rechten = rollen.Select(naam => opNaam.GetValueOrDefault(naam)).OfType<Rolrechten>().ToList();
        return new Taakrecht(
            rechten.Any(r => r.Mag.Contains(Handeling.TaakAfronden)), rechten.Any(r => r.MagAfgeschermd.Contains(Handeling.TaakAfronden)), rechten.Any(r => r.Waakt),
            [.. rollen, .. rollen.Contains(Rol.Teammanager) ? ImmutableArray.Create(Rol.Consulent) : []])
        {
            Behandelt = rechten.Any(r => r.Mag.Contains(Handeling.TaakAfronden) && r.Mag.Contains(Handeling.MogelijkDoen)),
        };
    }

    /// <summary>A user as a decision, or whoever looks for somebody to do a task, reads him.</summary>
    public Medewerker Medewerker(User gebruiker) => new(RegisterVersions.ReferenceTo(gebruiker), gebruiker.Roles, gebruiker.Team, Taakrecht(gebruiker.Roles));

    /// <summary>A role as a decision reads it; null when there is none.</summary>
    public Rolrij? Rij(string rol) => opNaam.ContainsKey(rol) ? new Rolrij(rol, MetWerk.Contains(rol)) : null;

    /// <param name="json">As <c>rollen.json</c> is written.</param>
    /// <exception cref="InvalidDataException">Something in it is unknown, stands there twice or is missing.</exception>
    public static Rollen Lees(string json)
    {
        var bestand = Ontleed(json);
        var alle = (bestand.Rollen ?? []).Select(Rechten).ToImmutableArray();
        if (alle.GroupBy(r => r.Naam, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } dubbel)
            throw Fout($"de rol {dubbel.Key} staat er twee keer in");
        if (Rol.InCode.Except(alle.Select(r => r.Naam)).FirstOrDefault() is { } mist)
            throw Fout($"de rol {mist} ontbreekt");
        return new Rollen(alle);
    }

    static Bestand Ontleed(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Bestand>(json, Vorm) ?? throw Fout("het is leeg");
        }
        catch (JsonException fout)
        {
            throw Fout(fout.Message);
        }
    }

    static Rolrechten Rechten(Regel regel)
    {
        if (string.IsNullOrWhiteSpace(regel.Naam))
            throw Fout("een rol heeft geen naam");
        return new Rolrechten(regel.Naam, Handelingen(regel.Naam, regel.Mag), Handelingen(regel.Naam, regel.MagAfgeschermd), regel.Waakt);
    }

    static ImmutableHashSet<Handeling> Handelingen(string rol, string[]? namen) => [.. (namen ?? []).Select(naam =>
        Enum.GetNames<Handeling>().Contains(naam) ? Enum.Parse<Handeling>(naam) : throw Fout($"de rol {rol} noemt een handeling die niet bestaat: {naam}"))];

    static InvalidDataException Fout(string wat) => new($"De rollen (rollen.json) zijn niet in orde: {wat}.");

    static string MeegeleverdeTekst()
    {
        using var bron = new StreamReader(typeof(Rollen).Assembly.GetManifestResourceStream("rollen.json")!);
        return bron.ReadToEnd();
    }

    IEnumerable<Rolrechten> Van(Actor actor) => actor.Rollen.Select(naam => opNaam.GetValueOrDefault(naam)).OfType<Rolrechten>();

    sealed record Bestand(Regel[]? Rollen);

    sealed record Regel(string? Naam, string[]? Mag, string[]? MagAfgeschermd, bool Waakt);
}
