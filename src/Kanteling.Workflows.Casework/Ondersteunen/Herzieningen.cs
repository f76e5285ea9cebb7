using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Looptijden;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>
/// Reviewing a decision that runs (art. 2.3.10 Wmo 2015): a procedure of its own, with its own clock, its own decision and
/// its own bezwaar. The law of this file: the flow <c>besluit</c> runs in that dossier and this step waits for it; what runs
/// now keeps running until the day that the new decision names.
/// </summary>
static class Herzieningen
{
    const string Dossier = "dossier";

    /// <summary>When nobody agreed otherwise, what changed is looked at after this long.</summary>
    const int WekenTotEvaluatie = 12;

    static readonly InputDescriptor Welke = new("Ondersteuning", "String", "Welke ondersteuning?", "Leeg: die waarmee de stroom begon.", "singleline");

    public static readonly ActivityKind Herziening = new(
        new ActivityDescriptor(
            "Kanteling.Herziening", 1, "Besluit", "Herziening",
            "Het besluit klopt niet meer. We openen een eigen dossier, vragen de inwoner wat hij ervan vindt, en nemen een nieuw besluit. Tot dan blijft alles zoals het is. Bron: Wmo 2015, artikel 2.3.10; Awb, artikel 4:8.",
            [Welke], [],
            [Poort("Natura", "Via een aanbieder"), Poort("Pgb", "Eigen budget (pgb)"), Poort("Afgewezen", "De ondersteuning stopt"), Poort("Niet behandeld", "Niet behandeld")], ActivityTraits.Waits),
        Begin, Verder);

    static PortDescriptor Poort(string naam, string label) => new(naam, label, Embedded: false);

    /// <summary>Why there is nothing to review.</summary>
    public static IEnumerable<Refusal> Bezwaren(Ondersteuning o)
    {
        if (!o.Loopt)
            yield return Invulling.Weiger(null, Ondersteuningscode.OndersteuningLooptNiet, o.Id.Text);
        else if (!o.RustOpBesluit)
            yield return Invulling.Weiger(null, Besluitcode.HerzieningZonderBesluit, o.Id.Text);
    }

    static IReadOnlyList<Effect> Begin(ActivityContext c)
    {
        var stap = Invulling.Van(c, [], "", null, null);
        var o = Opvolgers.Huidig(stap.Huishouden, Evaluatiestappen.Van(stap));
        if (Bezwaren(o).FirstOrDefault() is { } bezwaar)
            throw new StepFailed(bezwaar.Code, [.. bezwaar.Arguments]);
        var dossier = Vervolgdossiers.Nieuw(stap.Huishouden, o.Dossier);
        return
        [
            .. Vervolgdossiers.Open(stap.Huishouden, o, dossier, DossierSoort.Herziening, Vervolgdossiers.Overgenomen(o.Wat, dossier, "vraag") ?? Content.Of(dossier, "vraag", "Herziening"), stap.Vandaag)
                .Append(Voorstel(stap, o, dossier)).Select(feit => new Happened(feit)),
            new SetLocal(Dossier, dossier.Text),
            Vervolgdossiers.Begin(Werkstroomnaam.Besluit, o.Id, dossier, stap.Vandaag) with { Waits = true },
        ];
    }

    /// <summary>The same support again, so that the decision can say what of it stays.</summary>
    static OndersteuningVoorgesteld Voorstel(Invulling s, Ondersteuning o, DossierId dossier) => new(
        s.Huishouden.NieuweOndersteuning().First(), dossier, o.Persoon, o.Hulpvraag, o.Cirkel, o.Vorm, Vervolgdossiers.Overgenomen(o.Wat, dossier, "wat"), null, o.Omvang, o.Zwaarte, s.Vandaag)
    {
        Vervangt = o.Id,
    };

    static IReadOnlyList<Effect> Verder(ActivityContext c, Stimulus stimulus)
    {
        if (stimulus is not ChildEnded { Status: InstanceStatus.Finished } klaar)
            throw new StepFailed(RefusalCode.ChildNotFinished, c.Node.DisplayText, (stimulus as ChildEnded)?.Status.ToString() ?? "") { StartsAgain = true };
        var (h, dossier, op) = ((Huishouden)c.Domain, new DossierId(c.Local(Dossier)?.ToString() ?? ""), LokaleTijd.Dag(c.Now));
        var resultaat = klaar.Outcomes is ["Afgewezen"] ? "ondersteuning beëindigd" : "besluit herzien";
        return
        [
            .. h.OndersteuningVan(dossier).Where(o => o.Loopt).SelectMany(o => Overgenomen(h, o, op)).Append(new DossierGesloten(dossier, resultaat, op)).Select(feit => new Happened(feit)),
            new Complete(klaar.Outcomes),
        ];
    }

    /// <summary>What was agreed about the old one goes on for the new one: when it is looked at, how it becomes lighter, and that it stays needed.</summary>
    internal static IEnumerable<object> Overgenomen(Huishouden h, Ondersteuning o, DateOnly op)
    {
        if (h.MetId(o.Vervangt) is not { } oud)
            yield break;
        var vroegst = o.Start > op ? o.Start.Value : op;
        if (o.Evaluatiedatum is null)
        {
            yield return new AfschaalplanVastgelegd(
                o.Id, oud.Evaluatiedatum > vroegst ? oud.Evaluatiedatum : vroegst.AddDays(7 * WekenTotEvaluatie), null, Vervolgdossiers.Overgenomen(oud.Afschaalplan, o.Dossier, "afschaalplan"), op);
        }
        if (o.Structureel is null && oud.Structureel is { } structureel && Vervolgdossiers.Overgenomen(structureel.Reden, o.Dossier, "structureelReden") is { } reden)
            yield return new StructureelVastgesteld(o.Id, reden, structureel.Herzien > vroegst ? structureel.Herzien : vroegst.AddDays(7 * WekenTotEvaluatie), op);
    }
}
