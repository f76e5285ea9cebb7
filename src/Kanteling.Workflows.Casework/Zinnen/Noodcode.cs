namespace Kanteling.Workflows.Casework;

/// <summary>Looking into a household without a relation to it.</summary>
public static class Noodcode
{
    [Tekst("U mag dit huishouden al zien. Noodtoegang is niet nodig.")]
    public const string AlInzage = "NOOD_AL_INZAGE";

    [Tekst("Schrijf op waarom u dit huishouden nu moet zien. Dat mag {0} tekens lang zijn.")]
    public const string RedenNodig = "NOOD_REDEN_NODIG";

    [Tekst("We kennen deze noodtoegang niet.")]
    public const string Onbekend = "NOOD_ONBEKEND";
}
