using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>Facts of one support to its state, by the law of <see cref="Toepassing"/>.</summary>
static class Ondersteuningstoepassing
{
    public static Ondersteuning Pas(Ondersteuning o, Ondersteuningsgebeurtenis e) => e switch
    {
        VoorstelVervallen => o with { Status = Ondersteuningsstatus.Vervallen },
        OpdrachtGegeven x => o with { Titel = o.Titel with { Opdracht = x.Op, Aanbieder = x.Aanbieder }, Start = o.Loopt ? o.Start : x.Start },
        OpdrachtNietGestart x => o with { WaaromNietGestart = x.Reden, Status = o.Loopt ? o.Status : Ondersteuningsstatus.NietGestart },
        OndersteuningOverbrugd x => o with { Overbrugging = new Overbrugging(x.Hoe, x.Tot, x.Op), Status = Ondersteuningsstatus.Overbrugd },
        PgbIngericht x => o with { Vorm = Ondersteuningsvorm.Pgb, Titel = o.Titel with { Budgetplan = x.BudgetplanGoedgekeurd } },
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
        OpdrachtVervallen x => o.Loopt ? Beeindigd(o, x.Reden, x.Op > o.Start ? x.Op : o.Start ?? x.Op) : o with { Status = Ondersteuningsstatus.Vervallen, Eindreden = x.Reden },
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
        Status = o.Status is Ondersteuningsstatus.Toegekend or Ondersteuningsstatus.NietGestart ? Ondersteuningsstatus.Vervallen : o.Status,
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
        h, new Ondersteuning(x.Ondersteuning, x.Dossier, x.Persoon, x.Hulpvraag, x.Cirkel, x.Vorm, x.Wat, x.Wie, x.Omvang, x.Zwaarte, Ondersteuningsstatus.Voorgesteld) { Vervangt = x.Vervangt });

    public static Huishouden MetSpoed(Huishouden h, SpoedvoorzieningGetroffen x) => Toegevoegd(
        h,
        new Ondersteuning(
            x.Ondersteuning, x.Dossier, x.Persoon, null, Ondersteuningscirkel.Maatwerkvoorziening, Ondersteuningsvorm.Spoed, x.Wat, null, x.Omvang, null, Ondersteuningsstatus.Loopt)
        {
            Titel = Titel.Geen with { Spoedbesluit = x.Op, Opdracht = x.Op, Aanbieder = x.Aanbieder },
            Start = x.Start,
            Einde = x.Einde,
        });

    static Huishouden Toegevoegd(Huishouden h, Ondersteuning o) =>
        h with { Ondersteuning = h.Ondersteuning.RemoveAll(bestaand => bestaand.Id == o.Id).Add(o) };

    /// <summary>The lighter one in circle 4 stands on the title of the heavier one.</summary>
    public static Huishouden Afgeschaald(Huishouden h, OndersteuningAfgeschaald x)
    {
        if (h.MetId(x.Ondersteuning) is not { } van)
            return h;
        var na = h.VeranderOndersteuning(van.Id, o => Beeindigd(o, Eindreden.Afgeschaald, x.Op) with { OpgevolgdDoor = x.Naar, EvaluatieLoopt = false });
        return x.Naar is null ? na : na.VeranderOndersteuning(x.Naar, o => o.IsMaatwerk ? o with { Titel = van.Titel } : o);
    }

    /// <summary>The beschikking is the title of what it grants; what it refuses does not run any more.</summary>
    public static Huishouden MetBesluit(Huishouden h, BesluitBekendgemaakt x)
    {
        if (h.Dossier(x.Dossier)?.Besluit is not { } besluit)
            return h;
        var na = h.Verander(x.Dossier, d => d with { Besluit = Dossiertoepassing.Pas(besluit, x) });
        // What was granted to somebody who died meanwhile stays ended.
        bool VanOverledene(Besluitregel r) => h.MetId(r.Ondersteuning) is { } o && h.Persoon(o.Persoon) is { Overleden: not null };
        var toegekend = besluit.Toegekend.Where(r => !VanOverledene(r)).ToImmutableArray();
        na = toegekend.Aggregate(na, (stand, regel) => stand.VeranderOndersteuning(regel.Ondersteuning, o => Toegekend(o, regel, x.Op)));
        return besluit.Regels.Where(r => !toegekend.Contains(r) && !VanOverledene(r))
            .Aggregate(na, (stand, regel) => stand.VeranderOndersteuning(regel.Ondersteuning, o => Geweigerd(o, x.Op)));
    }

    /// <summary>What runs as spoed goes on as spoed until the pgb is arranged: before that there is no title for it.</summary>
    static Ondersteuning Toegekend(Ondersteuning o, Besluitregel regel, DateOnly op) => o with
    {
        Titel = o.Titel with { Beschikking = op },
        Vorm = o.Loopt && regel.Vorm == Ondersteuningsvorm.Pgb ? o.Vorm : regel.Vorm,
        Omvang = regel.Omvang ?? o.Omvang,
        Start = o.Start ?? regel.Ingang,
        Einde = regel.Einde ?? o.Einde,
        Status = o.Loopt ? o.Status : Ondersteuningsstatus.Toegekend,
    };

    static Ondersteuning Geweigerd(Ondersteuning o, DateOnly op) =>
        o.Loopt ? Beeindigd(o, Eindreden.Afgewezen, op) : o with { Status = Ondersteuningsstatus.Afgewezen };
}
