namespace Kanteling.Workflows.Casework;

/// <summary>What needs a flow to be published, and what does not begin without it.</summary>
public static class Werkstroomcode
{
    [Tekst("Elke nieuwe melding begint met deze werkstroom.")]
    public const string NodigBijMelding = "WERKSTROOM_NODIG_BIJ_MELDING";

    [Tekst("Elk signaal begint met deze werkstroom.")]
    public const string NodigBijSignaal = "WERKSTROOM_NODIG_BIJ_SIGNAAL";

    [Tekst("Als een termijn voorbij is, begint deze werkstroom vanzelf.")]
    public const string NodigBijTermijn = "WERKSTROOM_NODIG_BIJ_TERMIJN";

    [Tekst("Op de dag van een evaluatie begint deze werkstroom vanzelf.")]
    public const string NodigBijEvaluatie = "WERKSTROOM_NODIG_BIJ_EVALUATIE";

    [Tekst("Voordat een besluit afloopt, begint deze werkstroom vanzelf. Dan wordt het opnieuw bekeken.")]
    public const string NodigBijHeronderzoek = "WERKSTROOM_NODIG_BIJ_HERONDERZOEK";

    [Tekst("Loopt een besluit af en is er nog geen nieuw besluit, dan begint deze werkstroom vanzelf.")]
    public const string NodigBijAflopen = "WERKSTROOM_NODIG_BIJ_AFLOPEN";

    [Tekst("Wordt een besluit herzien, dan begint deze werkstroom vanzelf.")]
    public const string NodigBijHerziening = "WERKSTROOM_NODIG_BIJ_HERZIENING";

    [Tekst("\"{0}\" biedt deze werkstroom aan bij altijd mogelijk, als \"{1}\". Publiceer eerst een versie van \"{0}\" zonder die keuze.")]
    public const string NodigBijMogelijk = "WERKSTROOM_NODIG_BIJ_MOGELIJK";

    [Tekst("De werkstroom \"{0}\" is niet gepubliceerd, en het programma heeft hem nodig. {1} Dat kan nu niet. Publiceer een nieuwe versie, bij Tekeningen (/studio).")]
    public const string Ontbreekt = "WERKSTROOM_ONTBREEKT";

    [Tekst("Dit kan nu niet beginnen. De werkstroom \"{0}\" is niet gepubliceerd. Bewaar wat u hebt, en vraag de functioneel beheerder om de werkstroom weer te publiceren.")]
    public const string BeginKanNiet = "WERKSTROOM_BEGIN_KAN_NIET";

    [Tekst("Versie {0} van \"{1}\" wordt nog niet ingetrokken. Uw verzoek is vastgelegd. Een andere procesontwerper of een beheerder beslist, bij Tekeningen (/studio).")]
    public const string WachtOpTweede = "INTREKKEN_WACHT_OP_TWEEDE";

    [Tekst("Schrijf op waarom \"{1}\" weg moet, in niet meer dan {0} tekens. Dat kan bij Tekeningen (/studio), op de pagina Versies van deze werkstroom. Daarna beslist een tweede persoon.")]
    public const string IntrekkenReden = "INTREKKEN_REDEN";

    [Tekst("Schrijf op waarom u dit weigert, in niet meer dan {0} tekens.")]
    public const string WeigerenReden = "INTREKKEN_WEIGEREN_REDEN";
}
