using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>What the operator decides, read once at start from the section <c>Kanteling</c>.</summary>
/// <param name="Storage">The database: a path of a SQLite file, or a connection string of PostgreSQL.</param>
/// <param name="IsDemo">Demo accounts, a demo gemeente and a clock that can be moved.</param>
/// <param name="Workflows">Folder with the flows and forms to import at start.</param>
public sealed record Programmainstellingen(StorageOptions Storage, bool IsDemo, string Workflows)
{
    internal const string Afdeling = "Kanteling";
    const string TweedeStap = "Aanmelden:TweedeStapVoor";

    /// <summary>Whether a demo gemeente is made on an empty database; the accounts come either way.</summary>
    public bool HasDemoCases { get; init; } = true;

    /// <summary>How many households the demo gemeente has besides the twelve that were written by hand.</summary>
    public int DemoHuishoudens { get; init; } = 300;

    /// <summary>What the gemeente is called in letters; null leaves it at "de gemeente".</summary>
    public string? Gemeente { get; init; }

    /// <summary>Which gemeente it is, in the list of the CBS; null when the operator does not say. Every new procedure keeps it.</summary>
    public Gemeentecode? Gemeentecode { get; init; }

    /// <summary>By which name this gemeente is reached, where a node serves more of them; empty where it serves one.</summary>
    public string Adres { get; init; } = "";

    /// <summary>Names by which the program may be reached, where it serves one gemeente: <c>*</c> for any, <c>*.voorbeeld.nl</c> for all below.</summary>
    public ImmutableArray<string> Hosts { get; init; } = ["*"];

    /// <summary>What stands before the program.</summary>
    public Proxyinstellingen Proxy { get; init; } = Proxyinstellingen.Standaard;

    /// <summary>Roles that sign in with a second step.</summary>
    public ImmutableArray<string> TweedeStapVoor { get; init; } = [];

    /// <summary>How much may be asked.</summary>
    public Verzoekinstellingen Verzoeken { get; init; } = new();

    /// <exception cref="StartGeweigerdException">Demo is asked outside Development, or a setting is not known or cannot be.</exception>
    public static Programmainstellingen Lees(IConfiguration configuration, IHostEnvironment environment)
    {
        Bekendeinstellingen.Eis(configuration);
        var section = configuration.GetSection(Afdeling);
        var gegeven = Lees(section, section, section["Storage"] ?? "data/kanteling.db", environment);
        return Lijstinstelling.Delen(configuration.GetSection("AllowedHosts")) is { Length: > 0 } hosts ? gegeven with { Hosts = [.. hosts] } : gegeven;
    }

    /// <param name="eigen">Its keys, its erasure list and its name stand here and nowhere else.</param>
    /// <param name="gedeeld">The rest, for what does not stand in its own.</param>
    /// <param name="storage">Where its database is.</param>
    /// <param name="environment">Development or not, and where this copy of the program lies.</param>
    internal static Programmainstellingen Lees(IConfigurationSection eigen, IConfigurationSection gedeeld, string storage, IHostEnvironment environment)
    {
        var house = Programmamap.Boven(environment.ContentRootPath);
        var isDemo = Of("Demo", false);
        if (isDemo && !environment.IsDevelopment())
            throw new StartGeweigerdException($"De demo-accounts mogen alleen aan in Development. Deze omgeving is {environment.EnvironmentName}. Zet Kanteling:Demo uit.");
        var options = StorageOf(storage, house, Of("IsDurable", true)) with { Keys = KeysOf(eigen) };
        options = options with { ErasureList = WislijstOf(options, eigen["Wislijst"], house) };
        return new Programmainstellingen(options, isDemo, Of<string?>("Workflows", null) ?? Programmamap.Workflows(house))
        {
            HasDemoCases = Of("DemoCases", true),
            DemoHuishoudens = Math.Clamp(Of("DemoHuishoudens", 300), 0, 5_000),
            Gemeente = eigen["Gemeente"],
            Gemeentecode = GemeentecodeOf(eigen["Gemeentecode"]),
            Proxy = Proxyinstellingen.Lees(eigen, gedeeld),
            TweedeStapVoor = RollenOf(eigen.GetSection(TweedeStap)) is { IsEmpty: false } rollen ? rollen : RollenOf(gedeeld.GetSection(TweedeStap)),
            Verzoeken = Verzoekinstellingen.Lees(eigen, gedeeld),
        };

        T Of<T>(string naam, T anders) => eigen.GetValue(naam, gedeeld.GetValue(naam, anders))!;
    }

    /// <exception cref="StartGeweigerdException">One of them is not there: then nobody would have to, and nobody would notice.</exception>
    static ImmutableArray<string> RollenOf(IConfigurationSection section)
    {
        ImmutableArray<string> rollen = [.. Lijstinstelling.Delen(section)];
        return rollen.Except(Rollen.Meegeleverd.Namen).FirstOrDefault() is { } onbekend
            ? throw new StartGeweigerdException($"{section.Path} noemt '{onbekend}'. Die rol is er niet. Kies uit: {string.Join(", ", Rollen.Meegeleverd.Namen)}.")
            : rollen;
    }

    /// <exception cref="StartGeweigerdException">It is no such code.</exception>
    static Gemeentecode? GemeentecodeOf(string? tekst) => string.IsNullOrEmpty(tekst) ? null
        : Casework.Huishoudens.Gemeentecode.Lees(tekst) ?? throw new StartGeweigerdException($"Kanteling:Gemeentecode is '{tekst}'. Een gemeentecode van het CBS heeft vier cijfers, zoals 0344.");

    /// <summary>The keys of the database, the current one first; null when none stand here.</summary>
    static KeyRing? KeysOf(IConfigurationSection section)
    {
        try
        {
            return section.GetSection("Sleutels").Get<string[]>() is { Length: > 0 } sleutels ? KeyText.Read(sleutels) : null;
        }
        catch (KeysRefusedException fout)
        {
            throw new StartGeweigerdException(Databaseopening.Zin(fout), fout);
        }
    }

    /// <summary>On SQLite it stands beside the database when it is not named.</summary>
    /// <exception cref="StartGeweigerdException">An earlier version left one in the folder that it was started from.</exception>
    static string? WislijstOf(StorageOptions options, string? genoemd, string house)
    {
        if (genoemd is { Length: > 0 })
            return Path.GetFullPath(genoemd, house);
        if (options.Provider == StorageProvider.Sqlite)
            return null;
        var lijst = Path.Combine(house, "data", Path.GetFileName(options.ErasureFile));
        return File.Exists(options.ErasureFile) && !File.Exists(lijst)
            ? throw new StartGeweigerdException($"Er staat een wislijst op {options.ErasureFile}, en die hoort nu op {lijst}. Verplaats hem, of noem hem in Kanteling:Wislijst.")
            : lijst;
    }

    /// <exception cref="StartGeweigerdException">It is no connection string.</exception>
    static StorageOptions StorageOf(string target, string house, bool isDurable) => target.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? PostgresOf(target)
        : StorageOptions.Sqlite(Path.GetFullPath(target, house)) with { IsDurable = isDurable };

    static StorageOptions PostgresOf(string target)
    {
        var options = StorageOptions.Postgres(target);
        try
        {
            return options.Places.IsEmpty ? throw new StartGeweigerdException("Kanteling:Storage noemt geen server van PostgreSQL.") : options;
        }
        // The message of the framework names the part that it does not know; it never repeats the password.
        catch (ArgumentException fout)
        {
            throw new StartGeweigerdException($"Kanteling:Storage is geen verbinding met PostgreSQL. ({fout.Message})", fout);
        }
    }
}

/// <summary>Where this copy of the program lies: the working copy that it was built from, or the folder that it was published to.</summary>
static class Programmamap
{
    public static string Boven(string map)
    {
        for (var at = new DirectoryInfo(map); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Kanteling.Workflows.sln")))
                return at.FullName;
        }
        return map;
    }

    public static string Workflows(string house)
    {
        var ernaast = Path.Combine(house, "workflows");
        return Directory.Exists(ernaast) ? ernaast : Path.Combine(AppContext.BaseDirectory, "workflows");
    }
}
