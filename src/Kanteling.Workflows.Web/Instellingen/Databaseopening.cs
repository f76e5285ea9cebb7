using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>Opens the database, for the server and for a command, and says in Dutch why that cannot be.</summary>
static class Databaseopening
{
    /// <exception cref="StartGeweigerdException">It is in use, of before format 1, of a later version, closed to this user, or not to be opened with these keys.</exception>
    public static Task<OpenStorage> OpenAsync(StorageOptions options) => VertaalAsync(() => StorageSetup.OpenAsync(options));

    /// <summary>For a command: it works on what is there, and makes nothing where it was pointed by mistake.</summary>
    /// <exception cref="StartGeweigerdException">It is not there, or cannot be opened as by the server.</exception>
    public static async Task<OpenStorage> OpenBestaandeAsync(StorageOptions options)
    {
        await EisAsync(options);
        return await OpenAsync(options);
    }

    /// <summary>Beside a server that runs: on SQLite read only, because that server holds the lock.</summary>
    /// <exception cref="StartGeweigerdException">It is not there, of before format 1, or not to be opened with these keys.</exception>
    public static async Task<OpenStorage> LeesAsync(StorageOptions options)
    {
        await EisAsync(options);
        return options.Provider == StorageProvider.Postgres
            ? await OpenAsync(options)
            : await VertaalAsync(() => Task.FromResult(StorageSetup.OpenSqliteReadOnly(options.Target, options.ErasureList)));
    }

    static async Task EisAsync(StorageOptions options)
    {
        if (!await VertaalAsync(() => StorageSetup.ExistsAsync(options)))
            throw new StartGeweigerdException($"Er is geen database op {string.Join(", ", options.Places)}. Geef deze opdracht dezelfde instellingen als de server, of noem de database met --database. Een nieuwe database maakt de server, als hij start.");
    }

    static async Task<T> VertaalAsync<T>(Func<Task<T>> open)
    {
        try
        {
            return await open();
        }
        catch (DatabaseInUseException bezet)
        {
            throw new StartGeweigerdException($"Een andere server werkt al met de database {bezet.Path}. Stop die eerst, of gebruik PostgreSQL voor meer servers.", bezet);
        }
        catch (OlderDatabaseException oud)
        {
            throw new StartGeweigerdException($"De database {oud.Target} is van vóór versie 0.1.0 en wordt niet omgezet. Begin opnieuw: zet de oude apart en start met een nieuwe, lege database.", oud);
        }
        catch (NewerDatabaseException nieuw)
        {
            throw new StartGeweigerdException($"De database {nieuw.Target} is bijgewerkt door een nieuwere versie van het programma, en die kent deze versie niet. Start de nieuwere versie. Of zet een reservekopie terug van voor het bijwerken.", nieuw) { Uitgang = Uitgangscode.DatabaseNieuwer };
        }
        catch (StorageUnavailableException buiten) when (buiten.NotLetIn is { } code)
        {
            throw new StartGeweigerdException($"PostgreSQL laat dit programma niet binnen (code {code}). Controleer de gebruiker en het wachtwoord in de instelling Kanteling:Storage, en pg_hba.conf op de databaseserver.", buiten);
        }
        catch (DatabaseNotAllowedException verboden)
        {
            throw new StartGeweigerdException(
                verboden.IsMissing
                    ? $"De database {verboden.Database} is er niet op PostgreSQL, en deze gebruiker mag hem niet maken. Maak hem eerst, met deze gebruiker als eigenaar (createdb --owner), of verbeter de instelling Kanteling:Storage."
                    : $"De gebruiker in Kanteling:Storage mag de tabellen in de database {verboden.Database} niet maken of wijzigen. Maak hem eigenaar van die database.", verboden);
        }
        catch (KeysRefusedException sleutels)
        {
            throw new StartGeweigerdException(Zin(sleutels), sleutels);
        }
    }

    /// <summary>Why the keys do not do, and what helps.</summary>
    public static string Zin(KeysRefusedException sleutels) => sleutels.Why switch
    {
        KeysRefusal.FileMissing => $"Het bestand met de sleutels van deze database is er niet: {sleutels.Subject}. Zet het terug uit een reservekopie, of zet de sleutels in de instelling Kanteling:Sleutels.",
        KeysRefusal.NotGiven => "PostgreSQL heeft een sleutel nodig die op elke server gelijk is. Maak er een met de opdracht 'sleutel', en zet hem in de instelling Kanteling:Sleutels.",
        KeysRefusal.NotItsOwn => $"Met deze database is gewerkt met de sleutel '{sleutels.Subject}', en die is er niet bij. Zet hem in Kanteling:Sleutels, of in het bestand met .sleutels naast de database.",
        KeysRefusal.Malformed => "Een van de sleutels is er geen. Schrijf elke sleutel als naam:geheim, zoals de opdracht 'sleutel' hem toont, en elke naam één keer.",
        _ => throw new InvalidOperationException($"No such reason: {sleutels.Why}."),
    };
}
