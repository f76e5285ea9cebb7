namespace Kanteling.Workflows.Casework;

/// <summary>The first argument of every ANTWOORD_ code is the label of the field.</summary>
public static class Formuliercode
{
    [Tekst("We kunnen deze antwoorden niet lezen.")]
    public const string AntwoordenOnleesbaar = "ANTWOORDEN_ONLEESBAAR";

    [Tekst("De antwoorden zijn samen te groot. Er past {0} kB in een formulier.")]
    public const string AntwoordenTeGroot = "ANTWOORDEN_TE_GROOT";

    [Tekst("De antwoorden zitten te diep in elkaar. Er zijn {0} lagen mogelijk.")]
    public const string AntwoordenTeDiep = "ANTWOORDEN_TE_DIEP";

    [Tekst("Dit formulier vraagt niet naar \"{0}\".")]
    public const string AntwoordVeldOnbekend = "ANTWOORD_VELD_ONBEKEND";

    [Tekst("Vul in: {0}.")]
    public const string AntwoordOntbreekt = "ANTWOORD_ONTBREEKT";

    [Tekst("{0}: vul hier tekst in.")]
    public const string AntwoordGeenTekst = "ANTWOORD_GEEN_TEKST";

    [Tekst("{0}: de tekst is te lang. Gebruik niet meer dan {1} tekens.")]
    public const string AntwoordTeLang = "ANTWOORD_TE_LANG";

    [Tekst("{0}: vul een getal in.")]
    public const string AntwoordGeenGetal = "ANTWOORD_GEEN_GETAL";

    [Tekst("{0}: vul een bedrag in, met niet meer dan 2 cijfers achter de komma.")]
    public const string AntwoordGeenBedrag = "ANTWOORD_GEEN_BEDRAG";

    [Tekst("{0}: vul {1} of meer in.")]
    public const string AntwoordTeLaag = "ANTWOORD_TE_LAAG";

    [Tekst("{0}: vul {1} of minder in.")]
    public const string AntwoordTeHoog = "ANTWOORD_TE_HOOG";

    [Tekst("{0}: vul een datum in die bestaat.")]
    public const string AntwoordGeenDatum = "ANTWOORD_GEEN_DATUM";

    [Tekst("{0}: de datum is te vroeg. Kies {1} of later.")]
    public const string AntwoordDatumTeVroeg = "ANTWOORD_DATUM_TE_VROEG";

    [Tekst("{0}: de datum is te laat. Kies {1} of eerder.")]
    public const string AntwoordDatumTeLaat = "ANTWOORD_DATUM_TE_LAAT";

    [Tekst("{0}: kies ja of nee.")]
    public const string AntwoordGeenJaNee = "ANTWOORD_GEEN_JA_NEE";

    [Tekst("{0}: kies een antwoord uit de lijst.")]
    public const string AntwoordNietInKeuzes = "ANTWOORD_NIET_IN_KEUZES";

    [Tekst("{0}: kies elk antwoord maar één keer.")]
    public const string AntwoordKeuzeDubbel = "ANTWOORD_KEUZE_DUBBEL";

    [Tekst("{0}: kies {1} of meer antwoorden.")]
    public const string AntwoordTeWeinigKeuzes = "ANTWOORD_TE_WEINIG_KEUZES";

    [Tekst("{0}: kies niet meer dan {1} antwoorden.")]
    public const string AntwoordTeVeelKeuzes = "ANTWOORD_TE_VEEL_KEUZES";

    [Tekst("{0}: kies iemand of iets uit de lijst.")]
    public const string AntwoordGeenVerwijzing = "ANTWOORD_GEEN_VERWIJZING";

    [Tekst("{0}: hier hoort een lijst met regels.")]
    public const string AntwoordGeenLijst = "ANTWOORD_GEEN_LIJST";

    [Tekst("{0}: hier horen antwoorden op losse vragen.")]
    public const string AntwoordGeenGroep = "ANTWOORD_GEEN_GROEP";

    [Tekst("{0}: vul niet meer dan {1} regels in.")]
    public const string AntwoordTeVeelRegels = "ANTWOORD_TE_VEEL_REGELS";

    [Tekst("{0}: vul {1} of meer regels in.")]
    public const string AntwoordTeWeinigRegels = "ANTWOORD_TE_WEINIG_REGELS";

    [Tekst("{0}: vul in hoeveel het is, of beschrijf het.")]
    public const string AntwoordOmvangOntbreekt = "ANTWOORD_OMVANG_ONTBREEKT";

    [Tekst("{0}: vul in wie wat doet en hoeveel, of waarom dat niet kan.")]
    public const string AntwoordOmvangOfReden = "ANTWOORD_OMVANG_OF_REDEN";

    [Tekst("{0}: geef een reden.")]
    public const string AntwoordRedenOntbreekt = "ANTWOORD_REDEN_ONTBREEKT";

    [Tekst("{0}: zonder hulp van iemand kan het niet genoeg zijn. Vul in wie wat doet en hoeveel.")]
    public const string AntwoordToereikendZonderBijdrage = "ANTWOORD_TOEREIKEND_ZONDER_BIJDRAGE";

    [Tekst("{0}: vul een jaar, een maand of een dag in. Bijvoorbeeld 1950, 03-1950 of 12-03-1950.")]
    public const string AntwoordGeenOnvolledigeDatum = "ANTWOORD_GEEN_ONVOLLEDIGE_DATUM";

    [Tekst("{0}: {1} bestaat niet.")]
    public const string AntwoordDagBestaatNiet = "ANTWOORD_DAG_BESTAAT_NIET";

    [Tekst("{0}: vul ook de achternaam van de partner in, of kies de eigen naam.")]
    public const string AntwoordPartnernaamOntbreekt = "ANTWOORD_PARTNERNAAM_ONTBREEKT";

    [Tekst("{0}: mantelzorg telt alleen mee als de mantelzorger zelf ja zegt.")]
    public const string AntwoordMantelzorgZonderAkkoord = "ANTWOORD_MANTELZORG_ZONDER_AKKOORD";

    [Tekst("Dit is geen formulier dat we kunnen lezen: {0}.")]
    public const string FormulierOnleesbaar = "FORMULIER_ONLEESBAAR";

    [Tekst("We kennen alleen formulieren met formaat {0}.")]
    public const string FormulierFormaatOnbekend = "FORMULIER_FORMAAT_ONBEKEND";

    [Tekst("We kennen de eigenschap \"{0}\" niet.")]
    public const string FormulierEigenschapOnbekend = "FORMULIER_EIGENSCHAP_ONBEKEND";

    [Tekst("Vul een tekst in bij \"{0}\".")]
    public const string FormulierTekstOntbreekt = "FORMULIER_TEKST_ONTBREEKT";

    [Tekst("Vul een heel getal in bij \"{0}\".")]
    public const string FormulierGeenHeelGetal = "FORMULIER_GEEN_HEEL_GETAL";

    [Tekst("\"{0}\" moet een lijst zijn.")]
    public const string FormulierGeenLijst = "FORMULIER_GEEN_LIJST";

    [Tekst("Dit is geen veld.")]
    public const string FormulierGeenVeld = "FORMULIER_GEEN_VELD";

    [Tekst("Dit is geen keuze met een waarde en een label.")]
    public const string FormulierGeenOptie = "FORMULIER_GEEN_OPTIE";

    [Tekst("Vul true of false in bij \"{0}\".")]
    public const string FormulierGeenJaNee = "FORMULIER_GEEN_JA_NEE";

    [Tekst("Vul bij \"{0}\" een getal in, een datum, of vandaag.")]
    public const string FormulierGeenGrens = "FORMULIER_GEEN_GRENS";

    [Tekst("Bij \"{0}\" kunt u kiezen uit: {1}.")]
    public const string FormulierNietMogelijk = "FORMULIER_NIET_MOGELIJK";

    [Tekst("De vraag \"{0}\" hoort vast bij dit vraagblok. U kunt de plaats en de woorden veranderen, maar niet \"{1}\".")]
    public const string FormulierKernvraagVast = "FORMULIER_KERNVRAAG_VAST";

    [Tekst("De naam \"{0}\" kan niet. Gebruik kleine letters, cijfers en streepjes.")]
    public const string FormulierIdOngeldig = "FORMULIER_ID_ONGELDIG";

    [Tekst("Het formulier heeft geen versie. Een versie is een heel getal vanaf 1.")]
    public const string FormulierVersieOntbreekt = "FORMULIER_VERSIE_ONTBREEKT";

    [Tekst("Het formulier heeft geen velden.")]
    public const string FormulierLeeg = "FORMULIER_LEEG";

    [Tekst("Het veld \"{0}\" staat er twee keer.")]
    public const string FormulierVeldDubbel = "FORMULIER_VELD_DUBBEL";

    [Tekst("De velden zitten te diep in elkaar.")]
    public const string FormulierTeDiep = "FORMULIER_TE_DIEP";

    [Tekst("De veldnaam \"{0}\" kan niet. Begin met een kleine letter en gebruik alleen letters en cijfers.")]
    public const string FormulierVeldIdOngeldig = "FORMULIER_VELD_ID_ONGELDIG";

    [Tekst("Het veld \"{0}\" heeft geen label.")]
    public const string FormulierLabelOntbreekt = "FORMULIER_LABEL_ONTBREEKT";

    [Tekst("Het veld \"{0}\" heeft keuzes nodig, of heeft ze ten onrechte.")]
    public const string FormulierOptiesPassenNiet = "FORMULIER_OPTIES_PASSEN_NIET";

    [Tekst("Bij het veld \"{0}\" staat een keuze twee keer.")]
    public const string FormulierOptieDubbel = "FORMULIER_OPTIE_DUBBEL";

    [Tekst("Het veld \"{0}\" heeft velden nodig, of heeft ze ten onrechte.")]
    public const string FormulierVeldenPassenNiet = "FORMULIER_VELDEN_PASSEN_NIET";

    [Tekst("Het veld \"{0}\" noemt geen vraagblok dat we kennen: \"{1}\".")]
    public const string FormulierBlokOnbekend = "FORMULIER_BLOK_ONBEKEND";

    [Tekst("Bij het veld \"{0}\" passen het minimum en het maximum niet.")]
    public const string FormulierGrenzenPassenNiet = "FORMULIER_GRENZEN_PASSEN_NIET";

    [Tekst("Bij het veld \"{0}\" klopt de voorwaarde of bron niet, op plaats {1}. {2}")]
    public const string FormulierVoorwaardeFout = "FORMULIER_VOORWAARDE_FOUT";

    [Tekst("De voorwaarde bij het veld \"{0}\" geeft geen ja of nee.")]
    public const string FormulierVoorwaardeGeenJaNee = "FORMULIER_VOORWAARDE_GEEN_JA_NEE";

    [Tekst("Bij het veld \"{0}\" past de maximale lengte niet.")]
    public const string FormulierLengtePastNiet = "FORMULIER_LENGTE_PAST_NIET";

    [Tekst("De stap \"{0}\" heeft het antwoord op het veld \"{1}\" nodig (soort: {2}). In het formulier \"{3}\" staat dat veld niet.")]
    public const string FormulierMistAntwoord = "FORMULIER_MIST_ANTWOORD";

    [Tekst("De stap \"{0}\" leest bij het veld \"{1}\" een antwoord van de soort {2}. In het formulier \"{4}\" is de soort {3}.")]
    public const string FormulierAnderAntwoord = "FORMULIER_ANDER_ANTWOORD";

    [Tekst("De stap \"{0}\" kent bij het veld \"{1}\" de keuze \"{2}\" niet. Het formulier \"{3}\" mag alleen vragen naar: {4}.")]
    public const string FormulierVreemdeKeuze = "FORMULIER_VREEMDE_KEUZE";
}
