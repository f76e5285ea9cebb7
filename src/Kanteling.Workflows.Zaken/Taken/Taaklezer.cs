using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Taken;

/// <summary>Makes of rows and tasks what a program or a page reads.</summary>
public sealed class Taaklezer(Registerrijen rijen, Gebruikersnamen namen, Domain domain, Taakteksten teksten, Taakaandacht aandacht)
{
    public async Task<TaakRegel> RegelAsync(TaskRow rij) => new(
        Taakids.Van(rij.Stream, rij.Id), Titel(rij.Title), "open", rij.Stream.Text, rij.Label, rij.Dossier?.Text, rij.ActivityId.Text, rij.Relation, rij.Role, rij.Team?.Text,
        await namen.VanAsync(rij.Assignee), rij.LastDay, rij.DueAt, rij.OpenedAt, rij.IsEscalated);

    /// <param name="huishouden">As it is now, when the asker may see it: its row keeps no name.</param>
    public async Task<TaakRegel> RegelAsync(ClosedTask rij, Case? huishouden) => new(
        Taakids.Van(rij.Stream, rij.Id), Titel(rij.Title), rij.Status == "completed" ? "afgerond" : "ingetrokken", rij.Stream.Text, huishouden is null ? null : domain.Label(huishouden.Domain), rij.Dossier?.Text, rij.ActivityId.Text, null, null, null,
        await namen.VanAsync(rij.Assignee), null, null, rij.OpenedAt, false, rij.Outcome, await namen.VanUitvoerderAsync(rij.ClosedBy), rij.ClosedAt);

    /// <summary>The same, with whether who has it is what it is for.</summary>
    /// <param name="zaak">The case of this row.</param>
    public async Task<TaakRegel> RegelAsync(TaskRow rij, Case zaak) => await RegelAsync(rij) with
    {
        IsHouder = rij is { Relation: { } relatie, Assignee: { } wie } && domain.Holder(zaak.Domain, relatie, rij.Dossier).User == wie,
    };

    /// <summary>The words of a task are content, and go when its dossier is destroyed. A list knows no household, so no BSN stands in it, whosever it is.</summary>
    static string Titel(string titel) => titel.Length == 0 ? "Taak (gewist)" : Verborgen.ZonderBsn(titel);

    static TaakRegel Gezien(TaakRegel regel, Verborgen verborgen) => regel with { Titel = verborgen.In(regel.Titel) };

    /// <param name="antwoorden">What somebody is filling in now; null for what the task itself holds.</param>
    public async Task<Taak> VanAsync(GevondenTaak gevonden, JsonObject? antwoorden = null)
    {
        if (gevonden.Open is not { } taak)
        {
            var gesloten = gevonden.Gesloten!;
            var regel = Gezien(await RegelAsync(gesloten, gevonden.ZietHuishouden ? gevonden.Huishouden : null), gevonden.Verborgen);
            return new Taak(regel, null, new Waarom(null, []), null, null, null, [], new Stroom(gesloten.DefinitionId.Text, gesloten.DefinitionVersion, gesloten.ActivityId.Text));
        }
        var formulier = await FormulierAsync(taak);
        var definition = gevonden.Huishouden.Instances[taak.Instance].Definition;
        var bewaard = taak.Answers is { } alles ? gevonden.Verborgen.AntwoordenZonderBsn(taak, formulier, alles.AsObject()) : null;
        return new Taak(
            Gezien(await RegelAsync(gevonden.Huishouden, taak), gevonden.Verborgen), taak.Version, new Waarom(taak.Reason is { } reden ? gevonden.Verborgen.In(reden) : null, taak.Because.Sources.IsDefault ? [] : taak.Because.Sources), await TermijnAsync(taak),
            formulier is null ? null : FormulierJson.Schrijf(formulier), bewaard, UitkomstenVan(taak), new Stroom(definition.DefinitionId.Text, definition.Version, taak.ActivityId.Text))
        {
            Afgeschermd = gevonden.Verborgen.Ingehouden(taak, formulier),
            Brief = await teksten.BriefAsync(gevonden, taak) is { } brief ? brief with { Alineas = [.. brief.Alineas.Select(gevonden.Verborgen.In)] } : null,
            Leidraad = await teksten.LeidraadAsync(gevonden.Huishouden, taak),
            Aandachtspunten = formulier is null ? [] : [.. (await aandacht.VanAsync(gevonden.Huishouden, taak, formulier, antwoorden ?? bewaard ?? [])).Select(a => a with { Zin = gevonden.Verborgen.In(a.Zin) })],
        };
    }

    /// <summary>The form that was pinned when the task opened, or null for a task without questions.</summary>
    public async Task<Formulier?> FormulierAsync(WorkTask taak) => taak.Form is { } formulier ? await rijen.FormulierAsync(formulier.Id, formulier.Version) : null;

    async Task<TaakRegel> RegelAsync(Case huishouden, WorkTask taak)
    {
        var houder = taak.Address.Relation is { } relation ? domain.Holder(huishouden.Domain, relation, taak.Dossier) : default;
        return new TaakRegel(
            Taakids.Van(huishouden.Stream, taak.Id), Titel(taak.Title), "open", huishouden.Stream.Text, domain.Label(huishouden.Domain), taak.Dossier?.Text, taak.ActivityId.Text,
            taak.Address.Relation, taak.Address.Role, (taak.Address.Team ?? houder.Team)?.Text, await namen.VanAsync(taak.Assignee ?? houder.User),
            taak.Due?.LastDay, taak.Due?.DueAt, taak.OpenedAt, taak.IsEscalated);
    }

    async Task<TaakTermijn?> TermijnAsync(WorkTask taak) =>
        taak.Due is { } due ? new TaakTermijn(due.LastDay, due.DueAt, due.Explanation.InZinnen((await rijen.KalenderAsync()).Omschrijving)) : null;

    static ImmutableArray<Uitkomst> UitkomstenVan(WorkTask taak) => [.. taak.Outcomes.Select(o => new Uitkomst(o.Port, o.Label, o.Consequence))];
}
