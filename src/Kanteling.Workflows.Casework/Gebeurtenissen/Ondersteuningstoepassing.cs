using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>Facts of one support to its state, by the law of <see cref="Toepassing"/>.</summary>
static class Ondersteuningstoepassing
{
    public static Ondersteuning Pas(Ondersteuning o, Ondersteuningsgebeurtenis e) => e switch
    {
        VoorstelVervallen => o with { Status = Ondersteuningsstatus.Vervallen },
        OndersteuningToegekend x => o with { Titel = o.Titel with { Beschikking = x.Op }, Status = x.Status, Vorm = x.Vorm, Omvang = x.Omvang, Start = x.Start, Einde = x.Einde },
        OndersteuningGeweigerd => o with { Status = Ondersteuningsstatus.Afgewezen },
        OpdrachtGegeven x => o with { Titel = o.Titel with { Opdracht = x.Op, Aanbieder = x.Aanbieder, Agb = x.Agb }, Start = x.EersteDag ?? o.Start },
        OpdrachtNietGestart x => o with { WaaromNietGestart = x.Reden, Status = x.Status ?? o.Status },
        OndersteuningOverbrugd x => o with { Overbrugging = new Overbrugging(x.Hoe, x.Tot, x.Op), Status = Ondersteuningsstatus.Overbrugd },
        PgbIngericht x => o with { Vorm = Ondersteuningsvorm.Pgb, Titel = o.Titel with { Budgetplan = x.BudgetplanGoedgekeurd }, Budget = x.Bedrag },
        OndersteuningGestart x => o with { Status = Ondersteuningsstatus.Loopt, Start = x.Op, WaaromNietGestart = null },
        OndersteuningNietGestart => o with { Status = Ondersteuningsstatus.NietGestart },
        AfschaalplanVastgelegd x => o with { Evaluatiedatum = x.Evaluatiedatum ?? o.Evaluatiedatum, Einde = x.Einde ?? o.Einde, Afschaalplan = x.Afschaalplan ?? o.Afschaalplan },
        StructureelVastgesteld x => o with { Structureel = new Structureel(x.Reden, x.Herzien, x.Op) { Inwoner = x.Inwoner }, Evaluatiedatum = x.Herzien, EvaluatieLoopt = false },
        EvaluatieBegonnen => o with { EvaluatieLoopt = true },
        OndersteuningGeevalueerd x => o with { LaatsteEvaluatie = new Evaluatie(x.Uitkomst, x.Toelichting, x.Op), Evaluatiedatum = x.VolgendeEvaluatie, EvaluatieLoopt = false },
        OndersteuningGepauzeerd x => o with { Pauze = new Pauze(x.Reden, x.Op, x.Tot) },
        OndersteuningHervat => o with { Pauze = null },
        EindeVastgesteld x => o with { Einde = x.Einde, Eindreden = x.Reden },
        OndersteuningBeeindigd x => Beeindigd(o, x.Reden, x.Op),
        OpdrachtVervallen x => o with { Status = x.Status, Einde = x.Einde ?? o.Einde, Eindreden = x.Reden, Pauze = null },
        HeronderzoekBegonnen x => o with { Heronderzoek = x.Heronderzoek },
        BesluitLooptAf x => o with { AfloopGemeld = x.Op },
        BesluitVerlengd x => o with { Einde = x.Einde, AfloopGemeld = null },
        _ => o,
    };

    /// <summary>It runs on until the day that the decision names, and then ends for this reason.</summary>
    public static Ondersteuning Vervangen(Ondersteuning o, OndersteuningVervangen x) => o with
    {
        Einde = x.LaatsteDag,
        Eindreden = x.Reden,
        OpgevolgdDoor = x.Door,
        Status = x.Status ?? o.Status,
    };

    /// <summary>Without a new decision it goes on as it is, and is looked at again on the next day that was agreed.</summary>
    public static Ondersteuning Beoordeeld(Ondersteuning o, HeronderzoekBeoordeeld x) => x.Herzien is not { } herzien ? o : o with
    {
        Heronderzoek = null,
        Evaluatiedatum = herzien,
        Structureel = o.Structureel is { } structureel ? structureel with { Herzien = herzien } : null,
    };

    static Ondersteuning Beeindigd(Ondersteuning o, Eindreden reden, DateOnly op) =>
        o with { Status = Ondersteuningsstatus.Beeindigd, Einde = op, Eindreden = reden, Pauze = null };

    public static Huishouden MetVoorstel(Huishouden h, OndersteuningVoorgesteld x) => Toegevoegd(
        h, new Ondersteuning(x.Ondersteuning, x.Dossier, x.Persoon, x.Hulpvraag, x.Cirkel, x.Vorm, x.Wat, x.Wie, x.Omvang, x.Zwaarte, Ondersteuningsstatus.Voorgesteld) { Vervangt = x.Vervangt, Product = x.Product });

    public static Huishouden MetSpoed(Huishouden h, SpoedvoorzieningGetroffen x) => Toegevoegd(
        h,
        new Ondersteuning(
            x.Ondersteuning, x.Dossier, x.Persoon, null, Ondersteuningscirkel.Maatwerkvoorziening, Ondersteuningsvorm.Spoed, x.Wat, null, x.Omvang, null, Ondersteuningsstatus.Loopt)
        {
            Titel = Titel.Geen with { Spoedbesluit = x.Op, Opdracht = x.Op, Aanbieder = x.Aanbieder, Agb = x.Agb },
            Product = x.Product,
            Start = x.Start,
            Einde = x.Einde,
        });

    static Huishouden Toegevoegd(Huishouden h, Ondersteuning o) =>
        h with { Ondersteuning = h.Ondersteuning.RemoveAll(bestaand => bestaand.Id == o.Id).Add(o) };

    public static Huishouden Afgeschaald(Huishouden h, OndersteuningAfgeschaald x)
    {
        var na = h.VeranderOndersteuning(x.Ondersteuning, o => Beeindigd(o, Eindreden.Afgeschaald, x.Op) with { OpgevolgdDoor = x.Naar, EvaluatieLoopt = false });
        return x is { Naar: { } naar, Titel: { } titel } ? na.VeranderOndersteuning(naar, o => o with { Titel = titel }) : na;
    }
}
