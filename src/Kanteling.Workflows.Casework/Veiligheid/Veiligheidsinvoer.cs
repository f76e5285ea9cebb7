using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Veiligheid;

/// <summary>
/// The beginning of the meldcode, in a stream of its own. Input: <c>{huishouden: stream id, aanleiding, behandelaar, naam?,
/// leden?: [{id, naam, geboortedatum?, rol?}]}</c>. Only the names that the steps need are taken along, so that the
/// shielded stream can be read by itself; the team of the wijk never is, because nobody may see it by being of a team.
/// </summary>
static class Veiligheidsinvoer
{
    /// <exception cref="StepFailed">DOSSIER_ONTBREEKT, VEILIGHEID_ZONDER_HUISHOUDEN, BEHANDELAAR_ONTBREEKT, MEDEWERKER_ONBEKEND or MEDEWERKER_ZONDER_ROL.</exception>
    public static IReadOnlyList<Effect> Begin(ActivityContext c)
    {
        var dossier = c.Dossier ?? throw new StepFailed(Huishoudcode.DossierOntbreekt, "");
        var invoer = new Antwoorden(c.Instance.Input.AsObject(), "", dossier);
        var huishouden = invoer.Tekst("huishouden") ?? throw new StepFailed(Huishoudcode.VeiligheidZonderHuishouden);
        var wie = invoer.Id<UserId>("behandelaar") ?? throw new StepFailed(Huishoudcode.BehandelaarOntbreekt, dossier.Text);
        if (Verwijzingsoort.Medewerker.Bezwaar(new Zoekvraag(c.Given, wie.Text, "Behandelaar", null) { Afgeschermd = true }) is { } nee)
            throw new StepFailed(nee.Code, [.. nee.Arguments]);
        var behandelaar = Medewerker.Van(c.Given, wie)!.Verwijzing;
        if (((Huishouden)c.Domain).IsGeopend)
            throw new StepFailed(Huishoudcode.VeiligheidEigenStroom);
        var vandaag = LokaleTijd.Dag(c.Now);
        var leden = invoer.Rijen("leden").Where(lid => Persoonsinvoer.Naam(lid) is not null).ToList();
        var ids = leden.Select((lid, plek) => lid.Tekst("id") is { } id && Persoon.IsId(id) ? new PersoonId(id) : new PersoonId($"p{plek + 1}")).ToList();
        return
        [
            new Happened(new HuishoudenGeopend(invoer.Inhoud("naam") ?? Content.Of(dossier, "naam", "Veiligheid"), null, null, vandaag)),
            .. leden.Zip(ids).Select(x => new Happened(new PersoonToegevoegd(x.Second, Persoonsinvoer.Naam(x.First)!, x.First.Inhoud("geboortedatum"), x.First.Inhoud("rol"), [], vandaag))),
            new Happened(new DossierGeopend(
                dossier, DossierSoort.Veiligheid, ids is [var eerste, ..] ? eerste : new PersoonId(""), new Melder(Content.Of(dossier, "soort", Melderrol.Professional.Woord()), null, null), invoer.Inhoud("aanleiding") ?? invoer.Inhoud("toelichting") ?? Content.Of(dossier, "aanleiding", ""),
                null, false, vandaag, WettelijkeTermijnen.Kies(vandaag)!.Id, vandaag) { Gemeente = Gemeente.Van(c.Given) }),
            new Happened(new MeldcodeBegonnen(dossier, new(huishouden), vandaag)),
            new Happened(new BehandelaarToegewezen(dossier, behandelaar, null, vandaag)),
            new Complete(),
        ];
    }
}
