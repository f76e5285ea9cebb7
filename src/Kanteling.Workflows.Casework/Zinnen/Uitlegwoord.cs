namespace Kanteling.Workflows.Casework;

/// <summary>
/// Words that stand inside a sentence of <see cref="Uitlegcode"/>, stored as codes too: how long a term is, a feestdag, why a
/// clock stands still, the article that a term comes from.
/// </summary>
public static class Uitlegwoord
{
    [Tekst("{0:getal} uur")]
    public const string Uren = "UREN";

    [Tekst("{0:getal dag|dagen}")]
    public const string Dagen = "DAGEN";

    [Tekst("{0:getal week|weken}")]
    public const string Weken = "WEKEN";

    [Tekst("{0:getal maand|maanden}")]
    public const string Maanden = "MAANDEN";

    [Tekst("{0:getal} jaar")]
    public const string Jaren = "JAREN";

    [Tekst("Nieuwjaarsdag")]
    public const string Nieuwjaarsdag = "NIEUWJAARSDAG";

    [Tekst("Goede Vrijdag")]
    public const string GoedeVrijdag = "GOEDE_VRIJDAG";

    [Tekst("Tweede Paasdag")]
    public const string TweedePaasdag = "TWEEDE_PAASDAG";

    [Tekst("Koningsdag")]
    public const string Koningsdag = "KONINGSDAG";

    [Tekst("Bevrijdingsdag")]
    public const string Bevrijdingsdag = "BEVRIJDINGSDAG";

    [Tekst("Hemelvaartsdag")]
    public const string Hemelvaartsdag = "HEMELVAARTSDAG";

    [Tekst("Tweede Pinksterdag")]
    public const string TweedePinksterdag = "TWEEDE_PINKSTERDAG";

    [Tekst("Eerste Kerstdag")]
    public const string EersteKerstdag = "EERSTE_KERSTDAG";

    [Tekst("Tweede Kerstdag")]
    public const string TweedeKerstdag = "TWEEDE_KERSTDAG";

    [Tekst("we wachten op een aanvulling van de aanvraag (Awb, artikel 4:5 en 4:15, eerste lid)")]
    public const string GrondAanvulling = "GROND_AANVULLING";

    [Tekst("we wachten op informatie uit het buitenland (Awb, artikel 4:15, eerste lid)")]
    public const string GrondInlichtingenBuitenland = "GROND_INLICHTINGEN_BUITENLAND";

    [Tekst("de aanvrager vindt uitstel goed en heeft dat geschreven (Awb, artikel 4:15, tweede lid, onder a)")]
    public const string GrondInstemming = "GROND_INSTEMMING";

    [Tekst("de vertraging komt door de aanvrager (Awb, artikel 4:15, tweede lid, onder b)")]
    public const string GrondAanvrager = "GROND_AANVRAGER";

    [Tekst("er is overmacht (Awb, artikel 4:15, tweede lid, onder c)")]
    public const string GrondOvermacht = "GROND_OVERMACHT";

    [Tekst("Wmo 2015, artikel 2.3.2, eerste lid")]
    public const string Wmo232Lid1 = "WMO_2_3_2_LID_1";

    [Tekst("Wmo 2015, artikel 2.3.2, tweede lid")]
    public const string Wmo232Lid2 = "WMO_2_3_2_LID_2";

    [Tekst("Wmo 2015, artikel 2.3.5, tweede lid")]
    public const string Wmo235Lid2 = "WMO_2_3_5_LID_2";

    [Tekst("Awb, artikel 4:5, eerste lid")]
    public const string Awb45Lid1 = "AWB_4_5_LID_1";

    [Tekst("Awb, artikel 4:5, vierde lid")]
    public const string Awb45Lid4 = "AWB_4_5_LID_4";

    [Tekst("Awb, artikel 6:7 en 6:8")]
    public const string Awb67En68 = "AWB_6_7_EN_6_8";

    [Tekst("Awb, artikel 4:17, derde lid")]
    public const string Awb417Lid3 = "AWB_4_17_LID_3";

    [Tekst("Awb, artikel 4:17, eerste lid")]
    public const string Awb417Lid1 = "AWB_4_17_LID_1";

    [Tekst("Awb, artikel 4:18")]
    public const string Awb418 = "AWB_4_18";

    [Tekst("keuze van de gemeente; Wmo 2015, artikel 2.3.9, eerste lid")]
    public const string KeuzeBijWmo239Lid1 = "KEUZE_BIJ_WMO_2_3_9_LID_1";

    [Tekst("streeftermijn van de gemeente; Wmo 2015, artikel 2.3.9")]
    public const string StreefBijWmo239 = "STREEF_BIJ_WMO_2_3_9";

    [Tekst("streeftermijn van de gemeente; Wmo 2015, artikel 2.3.10")]
    public const string StreefBijWmo2310 = "STREEF_BIJ_WMO_2_3_10";

    [Tekst("keuze van de gemeente")]
    public const string Keuze = "KEUZE";
}
