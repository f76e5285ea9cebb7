using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Termijnen;

namespace Kanteling.Workflows.Casework.Looptijden;

/// <summary>
/// A dossier that goes on from an earlier one: heronderzoek, herziening, or a new melding after a step up. The law of this
/// file: it is a procedure of its own, with its own clock, decision and bezwaar, and the rule set of its own day; only the
/// client, the behandelaar and the story come along.
/// </summary>
static class Vervolgdossiers
{
    /// <summary>An id that this household does not have: that of the dossier it goes on from, with a number behind it.</summary>
    public static DossierId Nieuw(Huishouden h, DossierId vorig) => Enumerable.Range(2, int.MaxValue - 2)
        .Select(nummer => new DossierId(string.Create(CultureInfo.InvariantCulture, $"{vorig}-{nummer}"))).First(id => !h.KentDossier(id) && !h.Ondersteuning.Exists(o => o.Heronderzoek == id));

    /// <summary>Starts a flow in a dossier that is opened by that flow itself.</summary>
    public static StartFlow Begin(DefinitionId stroom, OndersteuningId ondersteuning, DossierId dossier, DateOnly op) =>
        new(stroom, new JsonObject { ["ondersteuning"] = ondersteuning.Text }, Dossier: dossier, RuleSet: Regels(op).Id);

    /// <summary>The facts that open it.</summary>
    public static IEnumerable<object> Open(Huishouden h, Ondersteuning o, DossierId dossier, DossierSoort soort, Content vraag, DateOnly op)
    {
        var vorig = h.Dossier(o.Dossier);
        yield return new DossierGeopend(dossier, soort, vorig?.Client ?? o.Persoon, new Melder(Content.Of(dossier, "soort", Melderrol.Gemeente.Woord()), null, null), vraag, null, false, op, Regels(op).Id, op) { Gemeente = vorig?.Gemeente };
        yield return new DossierGekoppeld(dossier, o.Dossier, o.Id, op);
        if (vorig?.Behandelaar is { } behandelaar)
            yield return new BehandelaarToegewezen(dossier, behandelaar, null, op);
    }

    /// <summary>The same words in the dossier that goes on, because each dossier is erased by itself.</summary>
    public static Content? Overgenomen(Content? inhoud, DossierId dossier, string veld) => inhoud?.Value is { } waarde ? Content.Of(dossier, veld, waarde.DeepClone()) : null;

    static Regelset Regels(DateOnly op) => WettelijkeTermijnen.Kies(op) ?? WettelijkeTermijnen.Alle[0];
}
