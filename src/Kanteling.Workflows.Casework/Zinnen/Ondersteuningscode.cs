namespace Kanteling.Workflows.Casework;

/// <summary>Why support cannot begin, change, become lighter or end as it is filled in; with the article or the line of the seed it comes from.</summary>
public static class Ondersteuningscode
{
    [Tekst("Leg eerst uit wat een pgb is en wat het betekent (Wmo 2015, artikel 2.3.2, zesde lid).")]
    public const string PgbNietUitgelegd = "PGB_NIET_UITGELEGD";

    [Tekst("Voor deze ondersteuning is nog geen besluit bekendgemaakt. Dan kan er geen opdracht zijn.")]
    public const string OpdrachtZonderBeschikking = "OPDRACHT_ZONDER_BESCHIKKING";

    [Tekst("Ondersteuning {0} heeft nog geen aanbieder.")]
    public const string OpdrachtOntbreekt = "OPDRACHT_ONTBREEKT";

    [Tekst("{0} heeft op {1} geen geldig contract met de gemeente.")]
    public const string ContractNietGeldig = "CONTRACT_NIET_GELDIG";

    [Tekst("Een pgb kan pas beginnen als het budgetplan is goedgekeurd (Wmo 2015, artikel 2.3.6).")]
    public const string BudgetplanOntbreekt = "BUDGETPLAN_ONTBREEKT";

    [Tekst("Spoedhulp is tijdelijk. Vul de laatste dag in (Wmo 2015, artikel 2.3.3).")]
    public const string SpoedZonderEinde = "SPOED_ZONDER_EINDE";

    [Tekst("De evaluatie kan niet eerder zijn dan de eerste dag.")]
    public const string EvaluatieVoorStart = "EVALUATIE_VOOR_START";

    [Tekst("Kijk of het helpt voordat het stopt.")]
    public const string EvaluatieNaEinde = "EVALUATIE_NA_EINDE";

    [Tekst("Vul in wanneer we weer kijken of het helpt. Die dag is nog niet geweest.")]
    public const string EvaluatieZonderVolgende = "EVALUATIE_ZONDER_VOLGENDE";

    [Tekst("Leg uit waarom het altijd nodig blijft.")]
    public const string StructureelZonderReden = "STRUCTUREEL_ZONDER_REDEN";

    [Tekst("Vul in wanneer we vragen of het nog klopt (A3; Wmo 2015, artikel 2.3.9).")]
    public const string StructureelZonderDatum = "STRUCTUREEL_ZONDER_DATUM";

    [Tekst("Lichter maken in overleg kan alleen als de inwoner het ermee eens is. Anders is een nieuw besluit nodig (Wmo 2015, artikel 2.3.10).")]
    public const string AfschalenZonderAkkoord = "AFSCHALEN_ZONDER_AKKOORD";

    [Tekst("Dit is niet lichter dan wat er nu is.")]
    public const string AfschalenNietLichter = "AFSCHALEN_NIET_LICHTER";

    [Tekst("Ondersteuning {0} loopt niet.")]
    public const string OndersteuningLooptNiet = "ONDERSTEUNING_LOOPT_NIET";

    [Tekst("Deze ondersteuning loopt, maar heeft geen datum om te kijken of het helpt: {0}.")]
    public const string OndersteuningZonderEvaluatie = "ONDERSTEUNING_ZONDER_EVALUATIE";

    [Tekst("Ondersteuning {0} rust niet op een besluit. Heronderzoek gaat over een besluit (Wmo 2015, artikel 2.3.9).")]
    public const string HeronderzoekZonderBesluit = "HERONDERZOEK_ZONDER_BESLUIT";

    [Tekst("Er is geen maatwerk gewogen. Doorgaan of meer kan alleen met een nieuw besluit, en dat rust op wat er na de cirkels overblijft (Wmo 2015, artikel 2.3.5, derde lid).")]
    public const string HeronderzoekZonderMaatwerk = "HERONDERZOEK_ZONDER_MAATWERK";

    [Tekst("Vul in wanneer we weer vragen of het klopt. Die dag is nog niet geweest, en zonder einddatum kan het niet leeg blijven (Wmo 2015, artikel 2.3.9).")]
    public const string HeronderzoekZonderDatum = "HERONDERZOEK_ZONDER_DATUM";

    [Tekst("De inwoner is het er niet mee eens. Kies dan een uitkomst waarbij een besluit komt, met zienswijze en bezwaar (Wmo 2015, artikel 2.3.10).")]
    public const string HeronderzoekZonderAkkoord = "HERONDERZOEK_ZONDER_AKKOORD";

    [Tekst("Verlengen is langer dan nu. Nu is de laatste dag {0}.")]
    public const string VerlengenNietLanger = "VERLENGEN_NIET_LANGER";

    [Tekst("Er is al een nieuw besluit. Verlengen hoeft niet meer.")]
    public const string VerlengenNaBesluit = "VERLENGEN_NA_BESLUIT";

    [Tekst("De periode van deze ondersteuning is voorbij (laatste dag: {0}). Begon het eerder, vul dan die dag in. Anders kiest u: gaat niet door.")]
    public const string OpdrachtNaEinde = "OPDRACHT_NA_EINDE";

    [Tekst("De evaluatie van ondersteuning {0} is al bezig.")]
    public const string EvaluatieLooptAl = "EVALUATIE_LOOPT_AL";

    [Tekst("De ondersteuning kan niet weer beginnen voordat zij stopt.")]
    public const string PauzeOmgekeerd = "PAUZE_OMGEKEERD";

    [Tekst("{0}: deze ondersteuning is er niet.")]
    public const string OndersteuningOnbekend = "ONDERSTEUNING_ONBEKEND";
}
