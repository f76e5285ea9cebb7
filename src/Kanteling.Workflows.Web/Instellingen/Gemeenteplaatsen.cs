using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>One of the gemeenten of a node: the names of its address, and what is set for it.</summary>
/// <param name="Adressen">Host names, without port; the first one names it in the log and to a command.</param>
public sealed record Gemeenteplaats(ImmutableArray<string> Adressen, Programmainstellingen Instellingen)
{
    public string Naam => Adressen[0];
}

/// <summary>Reads <c>Kanteling:Gemeenten</c>: which gemeenten a node serves. Each is the controller of its own data, so no two share a database, a key or an erasure list.</summary>
static partial class Gemeenteplaatsen
{
    const string Sleutels = "Sleutels";

    /// <summary>Whether this node serves several; without, it serves one, at any address.</summary>
    public static bool ZijnEr(IConfiguration configuration) => Sectie(configuration).Exists();

    /// <exception cref="StartGeweigerdException">It is not clear which gemeente is where, or two of them have something in common that is of one alone.</exception>
    public static ImmutableArray<Gemeenteplaats> Lees(IConfiguration configuration, IHostEnvironment environment)
    {
        Bekendeinstellingen.Eis(configuration);
        var gedeeld = configuration.GetSection(Programmainstellingen.Afdeling);
        var secties = Sectie(configuration).GetChildren().ToList();
        var plaatsen = secties.Select(eigen => Lees(eigen, gedeeld, environment)).ToImmutableArray();
        Apart(plaatsen, p => p.Adressen, (adres, namen) => $"Het adres {adres} hoort bij meer gemeenten: {namen}. Geef elke gemeente een eigen adres.");
        Apart(plaatsen, p => p.Instellingen.Storage.Places, (_, namen) => $"Deze gemeenten hebben dezelfde database: {namen}. Elke gemeente heeft een eigen database. Pas Storage aan.");
        Apart(plaatsen, p => [p.Instellingen.Storage.ErasureFile], (_, namen) => $"Deze gemeenten hebben dezelfde wislijst: {namen}. Geef elke gemeente een eigen bestand, met Wislijst.");
        // A key that two share would let the database of the one open for the other.
        Apart(secties.Zip(plaatsen), p => [.. Geheimen(p.First)], p => p.Second.Naam, (_, namen) => $"Deze gemeenten hebben een sleutel gemeen: {namen}. Maak voor elke gemeente een eigen sleutel, met de opdracht 'sleutel'.");
        return plaatsen;
    }

    /// <summary>What a command works with: the gemeente at this address, or the only one. A command plays no demonstration.</summary>
    /// <param name="gemeente">Its address; null when there is one, or when its database is named.</param>
    /// <param name="database">In place of the database that is set.</param>
    /// <exception cref="StartGeweigerdException">None was asked and there are several, or it is not here.</exception>
    public static Programmainstellingen Kies(IConfiguration configuration, IHostEnvironment environment, string? gemeente, string? database)
    {
        var gedeeld = configuration.GetSection(Programmainstellingen.Afdeling);
        foreach (var sectie in Sectie(configuration).GetChildren().Append(gedeeld))
            sectie["Demo"] = "false";
        if (gemeente is null && (database is not null || !ZijnEr(configuration)))
        {
            gedeeld["Storage"] = database ?? gedeeld["Storage"];
            return Programmainstellingen.Lees(configuration, environment);
        }
        if (!ZijnEr(configuration))
            throw new StartGeweigerdException("Hier is maar één gemeente. Laat --gemeente weg.");
        var plaatsen = Lees(configuration, environment);
        if (gemeente is null)
            throw new StartGeweigerdException($"Hier zijn meer gemeenten. Zeg welke, met --gemeente: {Namen(plaatsen)}.");
        var sectieVan = Sectie(configuration).GetChildren().FirstOrDefault(s => Adressen(s).Contains(Adres(gemeente)))
            ?? throw new StartGeweigerdException($"De gemeente {gemeente} is hier niet. Kies uit: {Namen(plaatsen)}.");
        sectieVan["Storage"] = database ?? sectieVan["Storage"];
        return Lees(sectieVan, gedeeld, environment).Instellingen;
    }

    /// <summary>A host name as it is compared: without port, capitals or the dot at its end.</summary>
    public static string Adres(string host) => new HostString(host).Host.TrimEnd('.').ToLowerInvariant();

    static string Namen(IEnumerable<Gemeenteplaats> plaatsen) => string.Join(", ", plaatsen.Select(p => p.Naam));

    static IConfigurationSection Sectie(IConfiguration configuration) => configuration.GetSection(Programmainstellingen.Afdeling + ":Gemeenten");

    static Gemeenteplaats Lees(IConfigurationSection eigen, IConfigurationSection gedeeld, IHostEnvironment environment)
    {
        var adressen = Adressen(eigen);
        if (adressen.IsEmpty || adressen.FirstOrDefault(a => !Geldig().IsMatch(a)) is not null)
            throw new StartGeweigerdException($"Zet bij {eigen.Path}:Host het adres van de gemeente, zoals kanteling.voorbeeld.nl. Alleen letters, cijfers, punten en streepjes.");
        if (eigen["Storage"] is not { Length: > 0 } storage)
            throw new StartGeweigerdException($"Zet bij {eigen.Path}:Storage de database van {adressen[0]}. Elke gemeente heeft een eigen database.");
        try
        {
            var instellingen = Programmainstellingen.Lees(eigen, gedeeld, storage, environment) with { Adres = adressen[0] };
            return instellingen.Proxy.HeeftHost
                ? throw new StartGeweigerdException("Welke gemeente iemand bedoelt, staat in de kop Host. Zet Kanteling:Proxy:Host uit, en laat de proxy Host doorgeven.")
                : new Gemeenteplaats(adressen, instellingen);
        }
        catch (StartGeweigerdException geweigerd)
        {
            throw new StartGeweigerdException($"{adressen[0]}: {geweigerd.Message}", geweigerd);
        }
    }

    /// <summary>One text with commas, or a list.</summary>
    static ImmutableArray<string> Adressen(IConfigurationSection eigen) =>
        [.. Lijstinstelling.Delen(eigen.GetSection("Host")).Select(Adres).Distinct()];

    static IEnumerable<string> Geheimen(IConfigurationSection eigen) => eigen.GetSection(Sleutels).GetChildren().Select(s => s.Value?.Split(':', 2)[^1].Trim() ?? "").Where(s => s.Length > 0);

    static void Apart(IEnumerable<Gemeenteplaats> plaatsen, Func<Gemeenteplaats, IEnumerable<string>> wat, Func<string, string, string> zin) => Apart(plaatsen, wat, p => p.Naam, zin);

    static void Apart<T>(IEnumerable<T> plaatsen, Func<T, IEnumerable<string>> wat, Func<T, string> naam, Func<string, string, string> zin)
    {
        if (plaatsen.SelectMany(p => wat(p).Distinct().Select(w => (Wat: w, Naam: naam(p)))).GroupBy(x => x.Wat, x => x.Naam).FirstOrDefault(g => g.Count() > 1) is { } samen)
            throw new StartGeweigerdException(zin(samen.Key, string.Join(", ", samen)));
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$")]
    private static partial Regex Geldig();
}
