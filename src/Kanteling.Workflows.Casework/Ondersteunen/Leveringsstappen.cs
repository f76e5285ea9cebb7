using Kanteling.Workflows.Casework.Formulieren.Blokken;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Voorzieningen;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>From beschikking to delivery: made is not sent, and sent is not started.</summary>
static class Leveringsstappen
{
    const string Categorie = "Besluit";

    public static readonly Stap Opdracht = new(
        "Opdracht", Categorie, "Opdracht geven", "De aanbieder krijgt de opdracht. Deze stap is pas klaar als we zeker weten dat de ondersteuning begonnen is.",
        [
            new("Gestart", "Gestart", "De ondersteuning loopt."),
            new("Geweigerd of wachtlijst", "Geweigerd, wachtlijst of niet gestart", "We zorgen dat de inwoner intussen iets heeft."),
            new("Gaat niet door", "Gaat niet door", "De periode is voorbij, of de hulp is niet meer nodig. We sluiten de opdracht."),
        ])
    {
        Waarde = "U weet wie er komt en wanneer.",
        Bronnen = ["C6", "C7", "Wmo 2015, artikel 2.6.3"],
        Onomkeerbaar = true,
        Formulier = "opdracht",
        Leest =
        [
            Leesveld.Blok(Opdrachten.Naam), Leesveld.Moet("verzondenOp", VeldSoort.Datum), Leesveld.MoetKeuze<Startbelemmering>("reden"),
            Leesveld.MoetKeuze<Eindreden>("waaromNiet"), Leesveld.Mag("toelichting", VeldSoort.LangeTekst),
        ],
        Termijn = "10 werkdagen",
        Herinnering = 3,
        Escalatie = Taakadres.Teammanager,
        Vooraf = s => Voorinvulling.Rijen(Opdrachten.Naam, Wachtend(s).Select(o => Voorinvulling.Rij(("ondersteuning", o.Id.Text), ("aanbieder", (o.Titel.Aanbieder ?? s.Huishouden.MetId(o.Vervangt)?.Titel.Aanbieder)?.Id), ("start", Voorinvulling.Dag(o.Start))))),
        Bezwaren = s => s.Uitkomst == NietDoor ? [] : [.. s.Blok(Opdrachten.Naam).SelectMany(rij => VanRij(s, rij)), .. Vergeten(s)],
        Feiten = s => s.Uitkomst == NietDoor ? Vervallen(s, Wachtend(s)) : s.Blok(Opdrachten.Naam).SelectMany(rij => Feiten(s, rij)),
    };

    const string NietDoor = "Gaat niet door";

    static IEnumerable<object> Vervallen(Invulling s, IEnumerable<Ondersteuning> wachtend) =>
        wachtend.Select(o => Vervalt(o, s.Antwoorden.Keuze<Eindreden>("waaromNiet") ?? Eindreden.Anders, s.Inhoud("toelichting"), s.Vandaag));

    /// <summary>What runs by other means ends, and never before its first day; what did not begin lapses.</summary>
    internal static OpdrachtVervallen Vervalt(Ondersteuning o, Eindreden reden, Content? toelichting, DateOnly op) => new(o.Id, reden, toelichting, op)
    {
        Status = o.Loopt ? Ondersteuningsstatus.Beeindigd : Ondersteuningsstatus.Vervallen,
        Einde = !o.Loopt ? null : o.Start > op ? o.Start : op,
    };

    /// <summary>Granted in natura, and not begun under an opdracht.</summary>
    static IEnumerable<Ondersteuning> Wachtend(Invulling s) => s.Huishouden.OndersteuningVan(s.Id).Where(o =>
        o is { IsMaatwerk: true, Vorm: Ondersteuningsvorm.Natura, Titel.Beschikking: not null }
        && o.Status is Ondersteuningsstatus.Toegekend or Ondersteuningsstatus.NietGestart or Ondersteuningsstatus.Overbrugd);

    static IEnumerable<Refusal> VanRij(Invulling s, Antwoorden rij)
    {
        var start = rij.Dag("start");
        if (s.Huishouden.MetId(rij.Id<OndersteuningId>("ondersteuning")) is { Titel.Beschikking: null })
            yield return rij.Weiger("ondersteuning", Ondersteuningscode.OpdrachtZonderBeschikking);
        if (s.Huishouden.MetId(rij.Id<OndersteuningId>("ondersteuning")) is { } o && IsVoorbij(s, o, start))
            yield return rij.Weiger("start", Ondersteuningscode.OpdrachtNaEinde, o.Einde is { } einde ? Schrijfwijze.Dag(einde) : "-");
        if (Contract(s, rij, "aanbieder", start) is { } bezwaar)
            yield return bezwaar;
        if (s.Uitkomst == "Gestart" && start > s.Vandaag)
            yield return rij.Weiger("start", Huishoudcode.StartNogNietGeweest, Schrijfwijze.Dag(start.Value));
    }

    /// <summary>It cannot begin any more; that it began in time may still be told afterwards.</summary>
    static bool IsVoorbij(Invulling s, Ondersteuning o, DateOnly? start) =>
        s.Uitkomst == "Gestart" ? start > o.Einde : o.Status is Ondersteuningsstatus.Beeindigd or Ondersteuningsstatus.Vervallen or Ondersteuningsstatus.Afgewezen;

    static IEnumerable<Refusal> Vergeten(Invulling s) => Wachtend(s).Select(o => o.Id).Except(s.Blok(Opdrachten.Naam).Select(rij => rij.Id<OndersteuningId>("ondersteuning")).OfType<OndersteuningId>())
        .Select(id => Invulling.Weiger(s.Blokpad(Opdrachten.Naam), Ondersteuningscode.OpdrachtOntbreekt, id.Text));

    static IEnumerable<object> Feiten(Invulling s, Antwoorden rij)
    {
        var (id, start) = (rij.Id<OndersteuningId>("ondersteuning")!.Value, rij.Dag("start") ?? s.Vandaag);
        // What runs by other means keeps its first day, and goes on.
        var loopt = s.Huishouden.MetId(id)?.Loopt == true;
        return
        [
            new OpdrachtGegeven(id, s.Aanbieder(rij, "aanbieder")!, start, s.Dag("verzondenOp")) { EersteDag = loopt ? null : start, Contract = Contractperiode(s, rij.Tekst("aanbieder"), start), Agb = Agb(s, rij.Tekst("aanbieder")) },
            s.Uitkomst == "Gestart" ? new OndersteuningGestart(id, start) : new OpdrachtNietGestart(id, s.Antwoorden.Keuze<Startbelemmering>("reden") ?? Startbelemmering.NietGestart, s.Inhoud("toelichting"), s.Vandaag) { Status = loopt ? null : Ondersteuningsstatus.NietGestart },
        ];
    }

    /// <summary>Why this aanbieder cannot get an opdracht from that day; null when he can.</summary>
    internal static Refusal? Contract(Invulling s, Antwoorden antwoorden, string veld, DateOnly? start) =>
        Verwijzingsoort.Aanbieder.Bezwaar(new Zoekvraag(s.Context.Given, antwoorden.Tekst(veld) ?? "", veld, start)) is { } nee ? nee with { Field = antwoorden.In(veld) } : null;

    /// <summary>The contract that was looked at, for the fact: the register says something else later.</summary>
    internal static Contractperiode? Contractperiode(Invulling s, string? aanbieder, DateOnly dag) =>
        SocialeKaart.Van(s.Context.Given).MetId(aanbieder ?? "")?.ContractOp(dag) is { } contract ? new Contractperiode(contract.Van, contract.TotEnMet) : null;

    internal static Agbcode? Agb(Invulling s, string? aanbieder) => SocialeKaart.Van(s.Context.Given).MetId(aanbieder ?? "")?.Agb;

    public static readonly Stap Overbruggen = new(
        "Overbruggen", Categorie, "Overbruggen", "De aanbieder kan nog niet beginnen. We regelen wat de inwoner tot die tijd heeft, en zoeken verder.", Stap.Klaar)
    {
        Waarde = "U zit niet zonder hulp terwijl u wacht.",
        Bronnen = ["C7", "P30"],
        Formulier = "overbruggen",
        Leest = [Leesveld.Moet("hoe", VeldSoort.LangeTekst), Leesveld.Mag("tot", VeldSoort.Datum)],
        Termijn = "2 werkdagen",
        Escalatie = Taakadres.Teammanager,
        Feiten = s => s.Huishouden.OndersteuningVan(s.Id).Where(o => o.Status == Ondersteuningsstatus.NietGestart && o is { IsMaatwerk: true, Titel.Beschikking: not null })
            .Select(o => new OndersteuningOverbrugd(o.Id, s.Inhoud("hoe") ?? Content.Of(s.Id, "hoe", ""), s.Antwoorden.Dag("tot"), s.Vandaag)),
    };

    public static readonly Stap PgbInrichten = new(
        "PgbInrichten", Categorie, "Pgb inrichten", "De inwoner regelt de hulp zelf met een budget. We keuren zijn budgetplan goed en geven het door aan de SVB.",
        [new("Done", "Het budget staat klaar", "De inwoner kan zijn hulp betalen."), new(NietDoor, "Gaat niet door", "De periode is voorbij, of de hulp is niet meer nodig. Er komt geen budget.")])
    {
        Waarde = "U kunt zelf kiezen wie u helpt, en het geld staat klaar.",
        Bronnen = ["Wmo 2015, artikel 2.3.6", "Wmo 2015, artikel 2.6.2", "P32"],
        Formulier = "pgb-inrichten",
        Leest =
        [
            Leesveld.Moet("budgetplanGoedgekeurd", VeldSoort.Datum), Leesveld.Moet("start", VeldSoort.Datum), Leesveld.MoetKeuze<Eindreden>("waaromNiet"),
            Leesveld.Mag("bedrag", VeldSoort.Bedrag), Leesveld.Mag("toelichting", VeldSoort.LangeTekst),
        ],
        Termijn = "10 werkdagen",
        Herinnering = 3,
        Bezwaren = s => s.Uitkomst == NietDoor ? []
            : s.Antwoorden.Dag("budgetplanGoedgekeurd") is null ? [s.Antwoorden.Weiger("budgetplanGoedgekeurd", Ondersteuningscode.BudgetplanOntbreekt)]
            : PgbVan(s).Where(o => s.Dag("start") > o.Einde).Select(o => s.Antwoorden.Weiger("start", Ondersteuningscode.OpdrachtNaEinde, Schrijfwijze.Dag(o.Einde!.Value))),
        Feiten = s => s.Uitkomst == NietDoor ? Vervallen(s, PgbVan(s)) : PgbVan(s).SelectMany(o => new object[]
        {
            new PgbIngericht(o.Id, s.Dag("budgetplanGoedgekeurd"), s.Antwoorden.Bedrag("bedrag"), s.Vandaag), new OndersteuningGestart(o.Id, s.Dag("start")),
        }),
    };

    /// <summary>Granted as pgb, and without a budget yet.</summary>
    static IEnumerable<Ondersteuning> PgbVan(Invulling s) => s.Dossier.Besluit?.PgbTeRegelen(s.Huishouden) ?? [];
}
