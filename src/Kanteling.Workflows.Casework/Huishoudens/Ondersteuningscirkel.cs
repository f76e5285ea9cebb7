namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// The four circles in which a solution is sought (seed C1), rising in weight and cost (C8). Concentric, not stages: a
/// plan mixes them.
/// </summary>
public enum Ondersteuningscirkel
{
    /// <summary>Circle 1: inwoner, household and mantelzorg (C2).</summary>
    EigenKracht = 1,

    /// <summary>Circle 2: people and organisations without professionals (C3).</summary>
    SociaalNetwerk = 2,

    /// <summary>Circle 3: a professional offer for everybody, without an inquiry into needs (C4; art. 1.1.1 Wmo 2015).</summary>
    AlgemeneVoorziening = 3,

    /// <summary>Circle 4: only on a beschikking (C5, C6; art. 2.3.5 Wmo 2015).</summary>
    Maatwerkvoorziening = 4,
}

/// <summary>The steps in which the circles are weighed; the wijkteam itself comes after the third circle (seed L14).</summary>
public enum Weegstap
{
    EigenKracht,
    SociaalNetwerk,
    AlgemeneVoorziening,
    Wijkteam,
}

/// <summary>What takes something off the need: the six alternatives of art. 2.3.5 l3 Wmo 2015, what comes first by another law, and the wijkteam.</summary>
public enum Bijdragesoort
{
    EigenKracht,
    AlgemeenGebruikelijk,
    GebruikelijkeHulp,
    Mantelzorg,
    Netwerk,
    AlgemeneVoorziening,
    Voorliggend,
    Wijkteam,
}

public static class Weegstappen
{
    /// <summary>The wijkteam belongs to the eerste lijn, so to circle 3 (seeds L2, L14).</summary>
    public static Ondersteuningscirkel Cirkel(this Weegstap stap) => stap switch
    {
        Weegstap.EigenKracht => Ondersteuningscirkel.EigenKracht,
        Weegstap.SociaalNetwerk => Ondersteuningscirkel.SociaalNetwerk,
        Weegstap.AlgemeneVoorziening or Weegstap.Wijkteam => Ondersteuningscirkel.AlgemeneVoorziening,
    };

    /// <summary>
    /// What may be weighed in a step. Mantelzorg may stand in circle 1 (in the household) and in circle 2 (from outside):
    /// the law puts it beside the network (2.3.2 l4 c), the seed with the household (C2).
    /// </summary>
    public static bool Past(this Weegstap stap, Bijdragesoort soort) => stap switch
    {
        Weegstap.EigenKracht => soort is Bijdragesoort.EigenKracht or Bijdragesoort.AlgemeenGebruikelijk or Bijdragesoort.GebruikelijkeHulp or Bijdragesoort.Mantelzorg,
        Weegstap.SociaalNetwerk => soort is Bijdragesoort.Netwerk or Bijdragesoort.Mantelzorg,
        Weegstap.AlgemeneVoorziening => soort is Bijdragesoort.AlgemeneVoorziening or Bijdragesoort.Voorliggend,
        Weegstap.Wijkteam => soort is Bijdragesoort.Wijkteam,
    };

    public static string Naam(this Weegstap stap) => stap switch
    {
        Weegstap.EigenKracht => "eigen kracht",
        Weegstap.SociaalNetwerk => "sociaal netwerk",
        Weegstap.AlgemeneVoorziening => "algemene voorziening",
        Weegstap.Wijkteam => "wijkteam",
    };
}
