namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>
/// Every setting that the program reads below <c>Kanteling</c>, and no other: one that is written wrong would be taken for not given, and the
/// program would work on another database than was meant. A <c>#</c> stands for one of a list, by number or name.
/// </summary>
static class Bekendeinstellingen
{
    const string Gemeenten = "Gemeenten:#:";

    /// <summary>Of one gemeente; where there are several each may have its own.</summary>
    static readonly string[] VanGemeente =
    [
        "Storage", "IsDurable", "Sleutels", "Sleutels:#", "Wislijst", "Workflows", "Demo", "DemoCases", "DemoHuishoudens", "Gemeente", "Gemeentecode",
        "Aanmelden:TweedeStapVoor", "Aanmelden:TweedeStapVoor:#",
        "Verzoeken:PerSeconde", "Verzoeken:Opgespaard", "Verzoeken:AanmeldenPerSeconde", "Verzoeken:AanmeldenOpgespaard",
        "Proxy:Adressen", "Proxy:Adressen:#", "Proxy:Netwerken", "Proxy:Netwerken:#", "Proxy:Pad", "Proxy:Host", "Proxy:Voorvoegsel",
    ];

    static readonly string[] Alle = [.. VanGemeente, "Gemeenten", .. VanGemeente.Concat(["Host", "Host:#"]).Select(naam => Gemeenten + naam)];

    /// <exception cref="StartGeweigerdException">One is set that is not known; the message names the nearest that is.</exception>
    public static void Eis(IConfiguration configuration)
    {
        var afdeling = configuration.GetSection(Programmainstellingen.Afdeling);
        foreach (var (naam, waarde) in afdeling.AsEnumerable(makePathsRelative: true).Where(gezet => gezet is { Key.Length: > 0, Value: not null }))
        {
            // Who copies settings may copy the name above others too, with nothing in it.
            if (!IsBekend(naam) && !(waarde!.Length == 0 && afdeling.GetSection(naam).GetChildren().Any()))
                throw new StartGeweigerdException($"De instelling {Geheel(naam)} bestaat niet. Bedoelt u {Geheel(Naaste(naam))}? Haal hem weg of verbeter hem.");
        }
    }

    /// <param name="naam">Below <c>Kanteling</c>, with colons.</param>
    public static bool IsBekend(string naam) => Alle.Any(bekend => Is(naam.Split(':'), bekend.Split(':')));

    /// <summary>The known name that takes the fewest letters to make of this one.</summary>
    internal static string Naaste(string naam)
    {
        var delen = naam.Split(':');
        return Alle.Select(bekend => Ingevuld(bekend.Split(':'), delen)).MinBy(bekend => Afstand(naam.ToLowerInvariant(), bekend.ToLowerInvariant()))!;
    }

    static string Geheel(string naam) => $"{Programmainstellingen.Afdeling}:{naam}";

    static bool Is(string[] naam, string[] bekend) => naam.Length == bekend.Length && naam.Zip(bekend).All(d => d.Second == "#" || d.First.Equals(d.Second, StringComparison.OrdinalIgnoreCase));

    /// <summary>With what was written in the place of a number.</summary>
    static string Ingevuld(string[] bekend, string[] delen) => string.Join(':', bekend.Select((deel, n) => deel != "#" ? deel : n < delen.Length ? delen[n] : "0"));

    /// <summary>How many letters differ, as Levenshtein counts them.</summary>
    static int Afstand(string een, string ander)
    {
        var vorige = Enumerable.Range(0, ander.Length + 1).ToArray();
        for (var i = 1; i <= een.Length; i++)
        {
            var rij = new int[ander.Length + 1];
            rij[0] = i;
            for (var j = 1; j <= ander.Length; j++)
                rij[j] = Math.Min(Math.Min(rij[j - 1], vorige[j]) + 1, vorige[j - 1] + (een[i - 1] == ander[j - 1] ? 0 : 1));
            vorige = rij;
        }
        return vorige[^1];
    }
}
