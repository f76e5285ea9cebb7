using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Huishoudens;

/// <summary>
/// What conditions may read of a household: the Dutch list of facts that process owners choose from. A public contract:
/// fields are added, never renamed or removed (a golden file keeps it). Nothing here names a person. Ages are those of the
/// day of the last fact, because a household by itself does not know what day it is.
/// </summary>
public static class HuishoudenContext
{
    static readonly FeelType.Context OndersteuningSchema = FeelType.Context.Of(
        ("id", FeelType.String), ("persoon", FeelType.String), ("cirkel", FeelType.String), ("vorm", FeelType.String), ("zwaarte", FeelType.String), ("status", FeelType.String),
        ("start", FeelType.Date), ("einde", FeelType.Date), ("evaluatiedatum", FeelType.Date), ("structureel", FeelType.Boolean));

    public static readonly FeelType.Context Schema = FeelType.Context.Of(
        ("soortDossier", FeelType.String), ("kanaal", FeelType.String), ("wijk", FeelType.String), ("spoed", FeelType.Boolean), ("ontvangen", FeelType.Date),
        ("leeftijd", FeelType.Number), ("aantalPersonen", FeelType.Number), ("kindInHuishouden", FeelType.Boolean),
        ("aantalHulpvragen", FeelType.Number), ("aantalOpenHulpvragen", FeelType.Number), ("wetten", new FeelType.List(FeelType.String)),
        ("zwaarsteCirkel", FeelType.String), ("zwaarsteCirkelNummer", FeelType.Number), ("maatwerkNodig", FeelType.Boolean),
        ("lopendeOndersteuning", new FeelType.List(OndersteuningSchema)), ("aantalLopend", FeelType.Number), ("einddatum", FeelType.Date),
        ("heeftBehandelaar", FeelType.Boolean), ("heeftCasusregisseur", FeelType.Boolean), ("casusregie", FeelType.String),
        ("clientondersteuningAangeboden", FeelType.Boolean), ("mantelzorger", FeelType.Boolean), ("draagkrachtgrens", FeelType.Boolean), ("vergeefsContact", FeelType.Number),
        ("onderzoekVolledig", FeelType.Boolean), ("verslagVerstrekt", FeelType.Boolean), ("rechtOpAanvraag", FeelType.Boolean),
        ("aanvraagOntvangen", FeelType.Date), ("aanvraagVolledig", FeelType.Boolean),
        ("naturaTeStarten", FeelType.Number), ("pgbTeRegelen", FeelType.Number), ("nieuwBesluitNodig", FeelType.Boolean),
        ("besluit", FeelType.Context.Of(
            ("soort", FeelType.String), ("vorm", FeelType.String), ("opgesteld", FeelType.Date), ("vastgesteld", FeelType.Date), ("bekendgemaakt", FeelType.Date),
            ("bezwaarLaatsteDag", FeelType.Date))));

    /// <summary>The values, as seen from one dossier; what belongs to a dossier is null without one.</summary>
    public static FeelContext Van(Huishouden h, DossierId? dossier)
    {
        var d = h.Dossier(dossier);
        return new FeelContext([.. VanDossier(d), .. VanPersonen(h, d), .. VanHulpvragen(h, d), .. VanOndersteuning(h), .. VanRegie(h, d), .. VanOnderzoek(d), .. VanBesluit(d), .. VanLevering(h, d)]);
    }

    static KeyValuePair<string, FeelValue> Veld(string naam, FeelValue waarde) => new(naam, waarde);

    static IEnumerable<KeyValuePair<string, FeelValue>> VanDossier(Dossier? d) =>
    [
        Veld("soortDossier", Tekst(d?.Soort.ToString())), Veld("kanaal", Tekst(d?.Kanaal?.Woord())), Veld("spoed", JaNee(d?.Spoed)), Veld("ontvangen", Dag(d?.Ontvangen)),
    ];

    static IEnumerable<KeyValuePair<string, FeelValue>> VanPersonen(Huishouden h, Dossier? d)
    {
        var op = h.Bijgewerkt ?? DateOnly.MinValue;
        return
        [
            Veld("wijk", Tekst(h.Wijkteam?.Wijk)), Veld("aantalPersonen", Getal(h.Personen.Count)),
            Veld("leeftijd", Getal(h.Persoon(d?.Client)?.Leeftijd(op))), Veld("kindInHuishouden", JaNee(h.Personen.Exists(p => p.KanKindZijn(op)))),
        ];
    }

    static IEnumerable<KeyValuePair<string, FeelValue>> VanHulpvragen(Huishouden h, Dossier? d)
    {
        var vragen = d is null ? [] : h.HulpvragenVan(d.Id).ToList();
        var open = d is null ? 0 : Huishoudens.Cirkelweging.Open(vragen, [.. d.Onderzoek.Overwegingen.SelectMany(o => o.Rijen)]).Length;
        return
        [
            Veld("aantalHulpvragen", Getal(vragen.Count)), Veld("aantalOpenHulpvragen", Getal(open)),
            Veld("wetten", new FeelList([.. vragen.Select(v => v.Wet.Woord()).Distinct().Select(Tekst)])), Veld("maatwerkNodig", JaNee(d?.Onderzoek.Maatwerk is { Rijen.IsEmpty: false })),
        ];
    }

    static IEnumerable<KeyValuePair<string, FeelValue>> VanOndersteuning(Huishouden h) =>
    [
        Veld("zwaarsteCirkel", Tekst(h.ZwaarsteCirkel?.ToString())), Veld("zwaarsteCirkelNummer", Getal((int?)h.ZwaarsteCirkel ?? 0)),
        Veld("lopendeOndersteuning", new FeelList([.. h.Lopend.Select(VanEen)])), Veld("aantalLopend", Getal(h.Lopend.Count())), Veld("einddatum", Dag(h.Lopend.Min(o => o.Einde))),
    ];

    static FeelValue VanEen(Ondersteuning o) => new FeelContext(
    [
        Veld("id", Tekst(o.Id.Text)), Veld("persoon", Tekst(o.Persoon.Text)), Veld("cirkel", Tekst(o.Cirkel.ToString())), Veld("vorm", Tekst(o.Vorm.ToString())), Veld("zwaarte", Tekst(o.Zwaarte?.Woord())),
        Veld("status", Tekst(o.Status.ToString())), Veld("start", Dag(o.Start)), Veld("einde", Dag(o.Einde)), Veld("evaluatiedatum", Dag(o.Evaluatiedatum)),
        Veld("structureel", JaNee(o.Structureel is not null)),
    ]);

    static IEnumerable<KeyValuePair<string, FeelValue>> VanRegie(Huishouden h, Dossier? d) =>
    [
        Veld("heeftBehandelaar", JaNee(d?.Behandelaar is not null)), Veld("heeftCasusregisseur", JaNee(h.Casusregisseur is not null)), Veld("casusregie", Tekst(h.Casusregisseur?.Soort.ToString())),
    ];

    static IEnumerable<KeyValuePair<string, FeelValue>> VanOnderzoek(Dossier? d) =>
    [
        Veld("clientondersteuningAangeboden", JaNee(d?.Onderzoek.Clientondersteuning is not null)),
        Veld("mantelzorger", JaNee(d?.Onderzoek.Clientondersteuning is { Mantelzorger: not Aanbodantwoord.GeenMantelzorger })),
        Veld("draagkrachtgrens", JaNee(d?.Onderzoek.Gesprek?.DraagkrachtgrensBereikt ?? false)), Veld("vergeefsContact", Getal(d?.Onderzoek.VergeefsContact ?? 0)),
        Veld("onderzoekVolledig", JaNee(d?.Onderzoek.IsVolledig ?? false)), Veld("verslagVerstrekt", JaNee(d?.Verslag is not null)),
        Veld("rechtOpAanvraag", JaNee(d is not null && (d.Verslag is not null || d.RechtOpAanvraag is not null))),
    ];

    static IEnumerable<KeyValuePair<string, FeelValue>> VanBesluit(Dossier? d) =>
    [
        Veld("aanvraagOntvangen", Dag(d?.Aanvraag?.Ontvangen)), Veld("aanvraagVolledig", JaNee(d?.Aanvraag?.Volledig ?? false)),
        Veld("besluit", d?.Besluit is not { } b ? FeelNull.Instance : new FeelContext(
        [
            Veld("soort", Tekst(b.Soort.ToString())), Veld("vorm", Tekst(b.Poort)), Veld("opgesteld", Dag(b.Opgesteld)), Veld("vastgesteld", Dag(b.Vastgesteld)),
            Veld("bekendgemaakt", Dag(b.Bekendgemaakt)), Veld("bezwaarLaatsteDag", Dag(b.BezwaarLaatsteDag)),
        ])),
    ];

    /// <summary>What was granted and is not there yet; and whether what is looked at again ends without a new decision.</summary>
    static IEnumerable<KeyValuePair<string, FeelValue>> VanLevering(Huishouden h, Dossier? d) =>
    [
        Veld("naturaTeStarten", Getal(d?.Besluit?.NaturaTeStarten(h).Count() ?? 0)), Veld("pgbTeRegelen", Getal(d?.Besluit?.PgbTeRegelen(h).Count() ?? 0)),
        Veld("nieuwBesluitNodig", JaNee(d?.Onderzoek.Maatwerk is { Rijen.IsEmpty: false } && h.MetId(d.Vervolg?.Ondersteuning)?.Einde is not null)),
    ];

    static FeelValue Tekst(string? tekst) => tekst is null ? FeelNull.Instance : new FeelString(tekst);

    static FeelValue Dag(DateOnly? dag) => dag is { } bekend ? new FeelDate(bekend) : FeelNull.Instance;

    static FeelValue Getal(int? getal) => getal is { } bekend ? new FeelNumber(bekend) : FeelNull.Instance;

    static FeelValue JaNee(bool? waar) => waar is { } bekend ? bekend ? FeelBoolean.True : FeelBoolean.False : FeelNull.Instance;
}
