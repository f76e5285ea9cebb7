using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Wijzigingen;

/// <summary>What a change does to support that runs is on a timeline.</summary>
static class Steunfeiten
{
    public static Feitzin? Zin(Gebeurtenis feit, Huishouden h)
    {
        var steun = feit is Ondersteuningsgebeurtenis o ? h.MetId(o.Ondersteuning) : null;
        var wat = Woorden.Van(steun?.Wat) ?? "ondersteuning";
        return feit switch
        {
            OndersteuningGepauzeerd f => new("stop", $"Even gestopt: {wat}", $"Van {Schrijfwijze.Datum(f.Op)} tot {Schrijfwijze.Datum(f.Tot)} ({Woorden.Van(f.Reden)}).", steun?.Cirkel),
            OndersteuningHervat => new("werk", $"Weer begonnen: {wat}", null, steun?.Cirkel),
            EindeVastgesteld f => new("wet", $"Stopt: {wat}", $"De laatste dag is {Schrijfwijze.Datum(f.Einde)} ({Woorden.Van(f.Reden)}).", steun?.Cirkel),
            _ => null,
        };
    }
}
