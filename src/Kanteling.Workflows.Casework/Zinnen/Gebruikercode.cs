namespace Kanteling.Workflows.Casework;

/// <summary>Why somebody who works here cannot be changed as asked.</summary>
public static class Gebruikercode
{
    [Tekst("We kennen geen gebruiker \"{0}\".")]
    public const string GebruikerOnbekend = "GEBRUIKER_ONBEKEND";

    [Tekst("Gebruiker {0} is nog behandelaar van {1} en casusregisseur van {2} huishoudens. Draag die eerst over, met --draag-over-aan.")]
    public const string NogInBehandeling = "GEBRUIKER_NOG_IN_BEHANDELING";

    [Tekst("Gebruiker {0} heeft nog werk dat niemand anders kan doen: {1} taken op naam, en {2} taken van een rol of een team. Draag over met --draag-over-aan, of geef iemand anders die rol.")]
    public const string NogWerk = "GEBRUIKER_NOG_WERK";

    [Tekst("Overgedragen, omdat een collega stopt met dit werk.")]
    public const string Overgedragen = "OVERGEDRAGEN";
}
