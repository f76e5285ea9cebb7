using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>What moving house and being taken in somewhere do to the support that runs.</summary>
static class Steunwijziging
{
    public static bool NaarAndereGemeente(Invulling s) => s.Tekst("naar") == "andereGemeente";

    /// <summary>
    /// Within the gemeente the support goes along; to another gemeente it ends on the day. When one person goes and others
    /// stay, the household keeps its address.
    /// </summary>
    public static IEnumerable<object> Verhuizing(Invulling s)
    {
        var vanaf = s.Dag("vanaf");
        var persoon = s.Antwoorden.Id<PersoonId>("persoon");
        var alleen = s.Tekst("wie") == "een" && persoon is not null;
        var team = s.Tekst("wijkteam") is { } id ? Wijkteam.Van(s.Context.Given, new(id)) : null;
        yield return alleen
            ? new PersoonVertrokken(persoon!.Value, Vertrekreden.Verhuizing, s.Inhoud("gemeente") ?? Persoonsinvoer.Adres(s.Antwoorden), vanaf)
            : new HuishoudenVerhuisd(Persoonsinvoer.Adres(s.Antwoorden), team, s.Inhoud("gemeente"), vanaf);
        if (NaarAndereGemeente(s))
        {
            foreach (var o in s.Huishouden.Lopend.Where(o => !alleen || o.Persoon == persoon))
                yield return Eindigt(o, Eindreden.Verhuisd, vanaf, s.Vandaag);
        }
    }

    public static IEnumerable<Refusal> OpnameBezwaren(Invulling s) =>
        s.Tekst("wat") == "pauze" && s.Antwoorden.Dag("tot") <= s.Dag("vanaf") ? [s.Antwoorden.Weiger("tot", Ondersteuningscode.PauzeOmgekeerd)] : [];

    public static IEnumerable<object> Opname(Invulling s)
    {
        var (vanaf, plaats) = (s.Dag("vanaf"), s.Antwoorden.Keuze<Verblijf>("plaats") ?? Verblijf.Elders);
        return s.Huishouden.Lopend.Where(o => o.Persoon == Wijzigingsstappen.Invoer(s).Wie(s.Dossier)).Select(o =>
            s.Tekst("wat") == "pauze" ? new OndersteuningGepauzeerd(o.Id, plaats, s.Dag("tot"), vanaf) : Eindigt(o, Reden(plaats), vanaf, s.Vandaag));
    }

    static Eindreden Reden(Verblijf verblijf) => verblijf switch
    {
        Verblijf.Ziekenhuis => Eindreden.Ziekenhuis,
        Verblijf.Wlz => Eindreden.Wlz,
        Verblijf.Elders => Eindreden.Elders,
    };

    /// <summary>Today when the day is past, else on the day; never before its first day.</summary>
    static object Eindigt(Ondersteuning o, Eindreden reden, DateOnly op, DateOnly vandaag)
    {
        var einde = o.Start > op ? o.Start.Value : op;
        return einde <= vandaag ? new OndersteuningBeeindigd(o.Id, reden, einde) : new EindeVastgesteld(o.Id, einde, reden, vandaag);
    }
}
