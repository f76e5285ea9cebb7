using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Brieven;

/// <summary>
/// A letter for one dossier, as it reads at this moment. Pure and total: a value that is not there yet, or was erased,
/// becomes "(nog niet bekend)", and a paragraph whose condition cannot be decided stays out.
/// </summary>
public static class Briefopmaak
{
    public static Opgemaakt Maak(Brief brief, Huishouden huishouden, Dossier dossier, Kalender kalender, DateTimeOffset now, Briefnamen namen)
    {
        var bron = new Briefbron(huishouden, dossier, kalender, LokaleTijd.Dag(now), namen);
        var (rondom, omgeving) = (HuishoudenContext.Van(huishouden, dossier.Id), kalender.Feel(now));
        var alineas = brief.Alineas.Where(a => a.Als is null || Geldt(a.Als, rondom, omgeving)).SelectMany(a => Plaatshouders.Vul(a.Tekst, bron).ReplaceLineEndings("\n").Split('\n'));
        return new Opgemaakt(Plaatshouders.Vul(brief.Onderwerp, bron).ReplaceLineEndings(" "), [.. alineas.Where(regel => !string.IsNullOrWhiteSpace(regel))]);
    }

    static bool Geldt(string als, FeelContext rondom, FeelEnvironment omgeving) =>
        Feel.Parse(als).Expression?.Evaluate(rondom, omgeving).Value is FeelBoolean { Value: true };
}
