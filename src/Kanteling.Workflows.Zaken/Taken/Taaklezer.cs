using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Taken;

/// <summary>Makes of rows and tasks what a program or a page reads.</summary>
public sealed class Taaklezer(Registerrijen rows, Gebruikersnamen names, Domain domain, Taakteksten teksten, Taakaandacht aandacht)
{
    public async Task<TaakRegel> RegelAsync(TaskRow row) => new(
        Taakids.Van(row.Stream, row.Id), row.Title, "open", row.Stream, row.Label, row.Dossier, row.ActivityId, row.Relation, row.Role, row.Team,
        await names.VanAsync(row.Assignee), row.LastDay, row.DueAt, row.OpenedAt, row.IsEscalated);

    public async Task<TaakRegel> RegelAsync(ClosedTask row) => new(
        Taakids.Van(row.Stream, row.Id), row.Title, row.Status == "completed" ? "afgerond" : "ingetrokken", row.Stream, null, row.Dossier, row.ActivityId, null, null, null,
        await names.VanAsync(row.Assignee), null, null, row.OpenedAt, false, row.Outcome, await names.VanUitvoerderAsync(row.ClosedBy), row.ClosedAt);

    /// <param name="antwoorden">What somebody is filling in now; null for what the task itself holds.</param>
    public async Task<Taak> VanAsync(GevondenTaak found, JsonObject? antwoorden = null)
    {
        if (found.Open is not { } task)
        {
            var closed = found.Gesloten!;
            var regel = await RegelAsync(closed) with { Huishouden = domain.Label(found.Huishouden.Domain) };
            return new Taak(regel, null, new Waarom(null, []), null, null, null, [], new Stroom(closed.DefinitionId, closed.DefinitionVersion, closed.ActivityId));
        }
        var form = await FormulierAsync(task);
        var definition = found.Huishouden.Instances[task.Instance].Definition;
        return new Taak(
            await RegelAsync(found.Huishouden, task), task.Version, new Waarom(task.Because.Text, task.Because.Sources.IsDefault ? [] : task.Because.Sources), TermijnVan(task),
            form is null ? null : FormulierJson.Schrijf(form), task.Answers?.AsObject(), UitkomstenVan(task), new Stroom(definition.DefinitionId, definition.Version, task.ActivityId))
        {
            Brief = await teksten.BriefAsync(found.Huishouden, task),
            Leidraad = await teksten.LeidraadAsync(found.Huishouden, task),
            Aandachtspunten = form is null ? [] : await aandacht.VanAsync(found.Huishouden, task, form, antwoorden ?? task.Answers?.AsObject() ?? []),
        };
    }

    /// <summary>The form that was pinned when the task opened, or null for a task without questions.</summary>
    public async Task<Formulier?> FormulierAsync(WorkTask task) => task.Form is { } form ? await rows.FormulierAsync(form.Id, form.Version) : null;

    async Task<TaakRegel> RegelAsync(Case household, WorkTask task)
    {
        var holder = task.Address.Relation is { } relation ? domain.Holder(household.Domain, relation, task.Dossier) : default;
        return new TaakRegel(
            Taakids.Van(household.Stream, task.Id), task.Title, "open", household.Stream, domain.Label(household.Domain), task.Dossier, task.ActivityId,
            task.Address.Relation, task.Address.Role, task.Address.Team ?? holder.Team, await names.VanAsync(task.Assignee ?? holder.User),
            task.Due?.LastDay, task.Due?.DueAt, task.OpenedAt, task.IsEscalated);
    }

    static TaakTermijn? TermijnVan(WorkTask task) =>
        task.Due is { } due ? new TaakTermijn(due.LastDay, due.DueAt, due.Explanation.IsDefault ? [] : due.Explanation) : null;

    static ImmutableArray<Uitkomst> UitkomstenVan(WorkTask task) => [.. task.Outcomes.Select(o => new Uitkomst(o.Port, o.Label, o.Consequence))];
}
