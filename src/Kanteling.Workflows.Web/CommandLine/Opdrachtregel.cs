using System.CommandLine;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Demo.Wandelingen;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Keys;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Web.CommandLine;

/// <summary>The program as a tool on the same database: one command, then it ends. Without a command it is the server.</summary>
static class Opdrachtregel
{
    static readonly Option<string?> Database = new("--database") { Description = "Pad van een SQLite-bestand, of een verbinding met PostgreSQL. Standaard die van de server.", Recursive = true };
    static readonly Option<string?> Gemeente = new("--gemeente") { Description = "Het adres van een gemeente, als deze server er meer bedient.", Recursive = true };

    public static bool IsGevraagd(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> DraaiAsync(string[] args)
    {
        try
        {
            return await Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception geweigerd) when (Startreden.Zin(geweigerd) is { } zin)
        {
            await Console.Error.WriteLineAsync(zin);
            return Startreden.Uitgang(geweigerd);
        }
        catch (StorageUnavailableException weg)
        {
            await Console.Error.WriteLineAsync($"{Zinnen.Voor(weg.IsFull ? Verzoekcode.OpslagVol : Verzoekcode.OpslagNietBereikbaar, [])} {weg.InnerException?.Message}");
            return Uitgangscode.Mislukt;
        }
        catch (Exception geweigerd) when (geweigerd is IOException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(geweigerd.Message);
            return Uitgangscode.Mislukt;
        }
    }

    static RootCommand Root() => new("Kanteling.Workflows. Zonder opdracht start de server.") { Database, Gemeente, Play(), Verify(), Import(), Export(), Account(), Beheerder(), Key(), Repeat(), Destroy(), Servers() };

    static Command Play()
    {
        var (flow, scenario) = (new Argument<string>("flow"), new Argument<string?>("scenario") { Arity = ArgumentArity.ZeroOrOne, Description = "Naam van een scenario van die flow." });
        var wandelingen = new Option<int>("--wandelingen") { Description = "In plaats van een scenario: zoveel huishoudens die willekeurig door de flow gaan." };
        var command = new Command("proef", "Speelt een scenario op de motor en vertelt dag voor dag wat er gebeurde. Of laat huishoudens door een flow wandelen.") { flow, scenario, wandelingen };
        command.Validators.Add(r =>
        {
            if ((r.GetValue(scenario) is null) == (r.GetValue(wandelingen) <= 0))
                r.AddError("Noem een scenario, of zeg hoeveel wandelingen.");
        });
        command.SetAction((ontleed, _) => ontleed.GetValue(scenario) is { } naam
            ? Scenariospeler.SpeelAsync(ontleed.GetValue(flow)!, naam, Console.Out)
            : Wandelaars.WandelAsync(ontleed.GetValue(flow)!, ontleed.GetValue(wandelingen), Console.Out));
        return command;
    }

    static Command Verify()
    {
        var command = new Command("verifieer", "Bewijst de ketens, dat elke rij klopt met de gebeurtenissen, en dat niets vastzit. Mag naast een server die draait.");
        command.SetAction(async (ontleed, _) => await new Databasebewijs(await ReadingAsync(ontleed)).DraaiAsync(Console.Out));
        return command;
    }

    static Command Import()
    {
        var path = new Argument<string>("pad") { Description = "Een map met werkstromen en formulieren, of één bestand." };
        var door = new Option<string>("--door") { Description = "Wie dit doet: de naam waarmee die zich aanmeldt. Dat staat bij elke versie die erbij komt." };
        var command = new Command("importeer", "Leest werkstromen en formulieren in, en publiceert ze zonder akkoord van een ander. De server moet stilstaan, behalve bij PostgreSQL.") { path, door };
        command.SetAction(async (ontleed, _) => await Overdracht.InvoerAsync(await WritingAsync(ontleed), ontleed.GetValue(path)!, ontleed.GetValue(door), Console.Out));
        return command;
    }

    static Command Export()
    {
        var flow = new Argument<string>("flow") { Description = "De naam van de werkstroom, zoals toegang; of een versie, zoals toegang@1." };
        var command = new Command("exporteer", "Schrijft een gepubliceerde werkstroom als Elsa-document.") { flow };
        command.SetAction(async (ontleed, _) => await Overdracht.UitvoerAsync(await ReadingAsync(ontleed), ontleed.GetValue(flow)!, Console.Out));
        return command;
    }

    static Command Account()
    {
        var (naam, display, rollen, team, program) = (
            new Argument<string>("naam"), new Option<string?>("--weergave") { Description = "Hoe deze gebruiker heet op het scherm." },
            new Option<string[]>("--rol") { Description = "Een of meer rollen.", AllowMultipleArgumentsPerToken = true },
            new Option<string?>("--team"), new Option<bool>("--programma") { Description = "Geen mens maar een programma: krijgt een token." });
        var (wijzig, deactiveer, draagOver) = (
            new Option<bool>("--wijzig") { Description = "Geeft een gebruiker die er is andere rollen (--rol) of een ander team (--team)." },
            new Option<bool>("--deactiveer") { Description = "Laat een gebruiker zich niet meer aanmelden. Kan pas als er geen werk is dat alleen hij kan doen." },
            new Option<string?>("--draag-over-aan") { Description = "Geeft eerst alle taken en huishoudens van deze gebruiker aan een collega." });
        var (activeer, toch) = (
            new Option<bool>("--activeer") { Description = "Laat een gebruiker die hier niet meer werkte, zich weer aanmelden, met de rollen en het wachtwoord van toen." },
            new Option<bool>("--toch") { Description = "Ook als dan niemand meer deze rol heeft, of een team geen consulent meer heeft." });
        var command = new Command("gebruiker", "Voegt een gebruiker toe en toont één keer het wachtwoord of token. Of wijzigt er een. De server moet stilstaan, behalve bij PostgreSQL.") { naam, display, rollen, team, program, wijzig, deactiveer, activeer, draagOver, toch };
        command.Validators.Add(r =>
        {
            var anders = r.GetValue(wijzig) || r.GetValue(deactiveer) || r.GetValue(activeer) || r.GetValue(draagOver) is not null;
            if ((r.GetValue(rollen) ?? []).Length == 0 && (!anders || (r.GetValue(wijzig) && r.GetValue(team) is null)))
                r.AddError("Noem een of meer rollen met --rol.");
            if (new[] { r.GetValue(wijzig), r.GetValue(deactiveer), r.GetValue(activeer) }.Count(gekozen => gekozen) > 1)
                r.AddError("Kies --wijzig, --deactiveer of --activeer.");
        });
        command.SetAction(async (ontleed, _) =>
        {
            var (wie, nieuwe, bij) = (ontleed.GetValue(naam)!, ontleed.GetValue(rollen) ?? [], ontleed.GetValue(team) is { } id ? new TeamId(id) : (TeamId?)null);
            var wijziging = ontleed.GetValue(deactiveer) ? new Gebruikerswijziging(Actief: false) : ontleed.GetValue(activeer) ? new Gebruikerswijziging(Actief: true) : ontleed.GetValue(wijzig) ? new Gebruikerswijziging(nieuwe.Length == 0 ? null : [.. nieuwe], bij) : null;
            return wijziging is null && ontleed.GetValue(draagOver) is null
                ? await Accountopdracht.VoegToeAsync(await WritingAsync(ontleed), wie, ontleed.GetValue(display), nieuwe, bij, ontleed.GetValue(program), Console.Out)
                : await Accountopdracht.WijzigAsync(await WritingAsync(ontleed), wie, wijziging is null ? null : wijziging with { Toch = ontleed.GetValue(toch) }, ontleed.GetValue(draagOver), Console.Out);
        });
        return command;
    }

    static Command Beheerder()
    {
        var naam = new Argument<string>("naam") { Description = "De gebruikersnaam. Standaard beheerder.", DefaultValueFactory = _ => Beheerdersherstel.Naam };
        var herstel = new Command("herstel", "Maakt een account, of een dat er al is, beheerder en toont één keer een link om een wachtwoord te kiezen. Dat staat in de lijst van wat zonder tweede persoon ging. De server moet stilstaan, behalve bij PostgreSQL.") { naam };
        herstel.SetAction(async (ontleed, _) => await Beheerderopdracht.HerstelAsync(await WritingAsync(ontleed), ontleed.GetValue(naam)!, Console.Out));
        var tweede = new Argument<string>("naam") { Description = "De gebruikersnaam van wie één beheerder alleen tot beheerder maakte." };
        var bevestig = new Command("bevestig", "Bevestigt een beheerder die er een werd zonder tweede persoon. Vraag hem eerst zelf of hij dat account gebruikt. De server moet stilstaan, behalve bij PostgreSQL.") { tweede };
        bevestig.SetAction(async (ontleed, _) => await Beheerderopdracht.BevestigAsync(await WritingAsync(ontleed), ontleed.GetValue(tweede)!, Console.Out));
        return new Command("beheerder", "Voor wie er niet meer in kan, en voor de eerste tweede beheerder.") { herstel, bevestig };
    }

    static Command Servers()
    {
        var command = new Command("servers", "Toont welke servers op deze PostgreSQL werken of in het laatste etmaal werkten: versie, start en laatste levensteken.");
        command.SetAction(async (ontleed, _) => await Serverlijst.ToonAsync(await ReadingAsync(ontleed), Console.Out));
        return command;
    }

    static Command Repeat()
    {
        var command = new Command("herhaal-wissingen", "Na het terugzetten van een reservekopie: wist opnieuw wat daarna gewist was, volgens de wislijst. De server moet stilstaan, behalve bij PostgreSQL.");
        command.SetAction(async (ontleed, _) => await Wissingen.HerhaalAsync(await WritingAsync(ontleed), Console.Out));
        return command;
    }

    static Command Destroy()
    {
        var (stream, dossiers, grond, door) = (
            new Argument<string>("huishouden") { Description = "De id van het huishouden, zoals in het adres van zijn pagina." },
            new Option<string[]>("--dossier") { Description = "Een of meer dossiers. Zonder dit gaat alles van dit huishouden weg.", AllowMultipleArgumentsPerToken = true },
            new Option<string>("--grond") { Description = "Waarom, als code, zoals BEWAARTERMIJN_VOORBIJ.", Required = true },
            new Option<string>("--door") { Description = "Wie dit doet: de naam waarmee die zich aanmeldt. Dat staat in de verklaring.", Required = true });
        var command = new Command("vernietig", "Vernietigt afgesloten dossiers, of een heel huishouden, en toont dan de ondertekende verklaring. De server moet stilstaan, behalve bij PostgreSQL.") { stream, dossiers, grond, door };
        command.SetAction(async (ontleed, _) => await Vernietigopdracht.DraaiAsync(
            await WritingAsync(ontleed), new(ontleed.GetValue(stream)!), [.. ontleed.GetValue(dossiers) ?? []], ontleed.GetValue(grond)!, ontleed.GetValue(door)!, Console.Out));
        return command;
    }

    static Command Key()
    {
        var naam = new Argument<string>("naam") { Description = "Hoe deze sleutel heet, zoals 2027. Geen geheim." };
        var command = new Command("sleutel", "Maakt een sleutel en toont hem één keer, voor Kanteling:Sleutels of het bestand naast de database. De huidige sleutel staat vooraan.") { naam };
        command.Validators.Add(r =>
        {
            if (string.IsNullOrWhiteSpace(r.GetValue(naam)) || r.GetValue(naam)!.Contains(':'))
                r.AddError("Een naam is niet leeg en heeft geen dubbele punt.");
        });
        command.SetAction(ontleed => Console.Out.WriteLine(KeyText.New(ontleed.GetValue(naam)!)));
        return command;
    }

    static StorageOptions Options(ParseResult ontleed)
    {
        var builder = Programmabegin.Maak([]);
        var database = ontleed.GetValue(Database) is { } vraag && !Path.IsPathRooted(vraag) && !vraag.Contains('=') ? Path.GetFullPath(vraag) : ontleed.GetValue(Database);
        return Gemeenteplaatsen.Kies(builder.Configuration, builder.Environment, ontleed.GetValue(Gemeente), database).Storage;
    }

    static Task<OpenStorage> WritingAsync(ParseResult ontleed) => OpenAsync(ontleed, Databaseopening.OpenBestaandeAsync);

    static Task<OpenStorage> ReadingAsync(ParseResult ontleed) => OpenAsync(ontleed, Databaseopening.LeesAsync);

    /// <summary>Says first which database it is, on the error stream: what a command gives may go into a file.</summary>
    static async Task<OpenStorage> OpenAsync(ParseResult ontleed, Func<StorageOptions, Task<OpenStorage>> open)
    {
        var options = Options(ontleed);
        await Console.Error.WriteLineAsync($"Database: {string.Join(", ", options.Places)}");
        return await open(options);
    }

    /// <summary>An engine for a command; its time is the real time.</summary>
    internal static WorkflowEngine MotorOp(OpenStorage storage) => Motor.Maak(storage, () => TimeProvider.System.GetUtcNow(), new Registerrijen(storage).LaadAsync);
}
