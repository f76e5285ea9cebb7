using System.Collections.Immutable;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Registers;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Microsoft.Extensions.Logging;
using Rolnaam = Kanteling.Workflows.Zaken.Inzage.Rol;

namespace Kanteling.Workflows.Demo.Gemeenten;

/// <summary>Something to try in a demonstration.</summary>
/// <param name="Pad">Where it is done.</param>
/// <param name="Huishouden">One of the households written by hand, instead of a path.</param>
public sealed record Demosuggestie(string Tekst, string Pad = "/", string? Huishouden = null)
{
    /// <summary>Without households it begins at the first page.</summary>
    public string Waarheen(bool metHuishoudens) => Huishouden is not null && metHuishoudens ? "/huishoudens/" + Demohuishouden.StroomVan(Huishouden) : Pad;
}

/// <summary>Somebody of the demo gemeente.</summary>
/// <param name="Dingen">Three things to try.</param>
public sealed record Demopersoon(UserId Id, string Naam, string Rol, string Wie, TeamId? Team, ImmutableArray<Demosuggestie> Dingen)
{
    /// <summary>Whether this one has a card on the sign-in page; who has none is listed small.</summary>
    public bool HeeftKaart => Rol is Rolnaam.Consulent or Rolnaam.Procesontwerper or Rolnaam.Teammanager;

    /// <summary>What somebody is, without more.</summary>
    public string Functie => Wie.Split(',')[0].ToLowerInvariant();

    public string Voornaam => Naam.Split(' ')[0];

    public string Initialen => Naam[..1];

    public string Aanmeldnaam => Id.Text[Demoaccounts.Prefix.Length..];
}

/// <summary>The people of the demo gemeente. Their password is known to everybody; that is why they live in Development only.</summary>
public sealed class Demoaccounts(Accounts accounts, Teams teams, TimeProvider werkelijk, ILogger<Demoaccounts> logger)
{
    public const string Prefix = "demo-";
    public const string Wachtwoord = "kanteling";
    public static readonly TeamId Team = new("wijkteam-noord");
    public static readonly TeamId TeamZuid = new("wijkteam-zuid");
    static readonly UserId Koppeling = new(Prefix + "koppeling");

    public static readonly ImmutableArray<Demopersoon> Mensen =
    [
        new(new(Prefix + "anna"), "Anna de Wit", Rolnaam.Consulent, "Consulent, wijkteam Noord", Team,
            [
                new("Neem de melding van vanmorgen aan, over mevrouw Jansen-de Boer", "/meldingen/nieuw", "01-jansen-de-boer"),
                new("Kijk met Wil en Henk Postma terug: kan het lichter?", Huishouden: "04-postma"),
                new("Bekijk het plan van gezin Bakker-Osei, met de vier cirkels", Huishouden: "05-bakker-osei"),
            ]),
        new(new(Prefix + "bram"), "Bram Kuipers", Rolnaam.Procesontwerper, "Procesontwerper", null,
            [new("Bekijk de werkstromen, met plaat en stappen", "/werkstromen"), new("Teken een werkstroom in Elsa Studio, en probeer hem", "/studio"), new("Zie of ergens een huishouden niet verder kan", "/incidenten")]),
        new(new(Prefix + "chantal"), "Chantal Vos", Rolnaam.Teammanager, "Teammanager, wijkteam Noord", Team,
            [
                new("Zie wat er te laat is, en geef een taak aan iemand anders", "/?van=team"),
                new("Lies Brouwer: de zes weken zijn om. Leg uit hoe dat kwam", Huishouden: "09-brouwer"),
                new("Spring naar de volgende termijn en kijk wat er gebeurt", "/klok"),
            ]),
        new(new(Prefix + "dirk"), "Dirk Jansma", Rolnaam.Kwaliteitsmedewerker, "Kwaliteitsmedewerker, stelt besluiten vast", null,
            [new("Stel een besluit vast dat Anna opstelde"), new("Stuur een besluit terug met een reden"), new("Zie waarom een taak bij u ligt")]),
        new(new(Prefix + "esra"), "Esra Demir", Rolnaam.Beheerder, "Functioneel beheerder", null,
            [new("Voeg een dag toe aan de kalender", "/kalender"), new("Zie welke termijnen daardoor verschuiven", "/kalender"), new("Keur een tekening van een ander goed", "/studio")]),
        new(new(Prefix + "fenna"), "Fenna Bakels", Rolnaam.Aandachtsfunctionaris, "Aandachtsfunctionaris veiligheid", null,
            [new("Familie De Graaf: een stap van de meldcode bleef liggen. Neem hem over", Huishouden: "13-meldcode-de-graaf"), new("Zie wat Chantal niet ziet"), new("Word Anna en begin de meldcode bij een ander huishouden")]),
    ];

    /// <summary>Colleagues in the same and in another wijkteam. They come with the households that they work for, and have no card.</summary>
    public static readonly ImmutableArray<Demopersoon> Collegas =
    [
        new(new(Prefix + "fleur"), "Fleur Hendriks", Rolnaam.Consulent, "Consulent, wijkteam Noord", Team, []),
        new(new(Prefix + "hassan"), "Hassan Bouzid", Rolnaam.Consulent, "Consulent, wijkteam Noord", Team, []),
        new(new(Prefix + "joris"), "Joris Brandsma", Rolnaam.Consulent, "Consulent, wijkteam Noord", Team, []),
        new(new(Prefix + "ingrid"), "Ingrid Scholte", Rolnaam.Consulent, "Consulent, wijkteam Zuid", TeamZuid, []),
        new(new(Prefix + "kemal"), "Kemal Aydin", Rolnaam.Consulent, "Consulent, wijkteam Zuid", TeamZuid, []),
        new(new(Prefix + "lotte"), "Lotte van Dam", Rolnaam.Consulent, "Consulent, wijkteam Zuid", TeamZuid, []),
        new(new(Prefix + "marloes"), "Marloes Tuin", Rolnaam.Teammanager, "Teammanager, wijkteam Zuid", TeamZuid, []),
    ];

    // Made anew each time: a row can be changed, and a process may serve several gemeenten.
    static ImmutableArray<Team> Wijkteams => [new() { Id = Team, Name = "Wijkteam Noord", Wijk = "Noord" }, new() { Id = TeamZuid, Name = "Wijkteam Zuid", Wijk = "Zuid" }];

    /// <summary>The consulenten of a wijkteam.</summary>
    public static ImmutableArray<Demopersoon> Consulenten(TeamId team) => [.. Mensen.Concat(Collegas).Where(m => m.Team == team && m.Rol == Rolnaam.Consulent)];

    /// <summary>Who leads a wijkteam.</summary>
    public static UserId Manager(TeamId team) => Mensen.Concat(Collegas).First(m => m.Team == team && m.Rol == Rolnaam.Teammanager).Id;

    /// <summary>Adds who is missing. Before the households: whoever a household is given to, and the team of its wijk, must work here.</summary>
    /// <param name="metCollegas">Whether there are households for them to work for.</param>
    public async Task MaakAsync(bool metCollegas)
    {
        await teams.AddMissingAsync(metCollegas ? Wijkteams : Wijkteams[..1], new("demo"), werkelijk.GetUtcNow());
        var bekend = (await accounts.AlleAsync()).Select(u => u.Id).ToHashSet();
        foreach (var mens in Mensen.Concat(metCollegas ? Collegas : []).Where(m => !bekend.Contains(m.Id)))
            await accounts.VoegToeAsync(new User { Id = mens.Id, LoginName = mens.Aanmeldnaam, DisplayName = mens.Naam, Roles = [mens.Rol], Team = mens.Team, Wijk = Wijkteams.FirstOrDefault(t => t.Id == mens.Team)?.Wijk }, Wachtwoord, new("demo"));
        if (!bekend.Contains(Koppeling))
            await accounts.VoegToeAsync(new User { Id = Koppeling, LoginName = "koppeling", DisplayName = "Telefooncentrale", Roles = [Rolnaam.Aanmeldpunt] }, null, new("demo"));
    }

    /// <summary>Says how to sign in, with a new token for the program that sends in meldingen.</summary>
    public async Task ToonAsync()
    {
        var token = await accounts.VernieuwTokenAsync(Koppeling, new("demo"));
        var lines = Mensen.Select(m => $"  {m.Aanmeldnaam,-10} wachtwoord {Wachtwoord,-10} {m.Wie}").Append($"  koppeling  Authorization: Bearer {token}");
        logger.LogInformation("Demo-accounts (alleen in Development):\n{Accounts}", string.Join(Environment.NewLine, lines));
    }
}
