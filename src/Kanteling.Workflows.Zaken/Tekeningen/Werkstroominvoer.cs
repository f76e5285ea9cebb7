using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Brings flows, forms, letters, guides and other rows from a folder into the database. The law of this file: a version never changes. The
/// same bytes again do nothing; other bytes under a version that exists are refused, with the version that would be free.
/// Forms, letters and guides go before the flows that use them.
/// </summary>
public sealed class Werkstroominvoer(WorkflowEngine engine, OpenStorage storage, Zaaktijd tijd)
{
    readonly Formulierkeuring keuring = new(new Registerrijen(storage.Settings), storage.Store);

    /// <summary>What was imported or refused, a sentence each.</summary>
    public async Task<Invoerverslag> MapAsync(string folder)
    {
        var verslag = new Invoerverslag();
        foreach (var file in Files(Path.Combine(folder, "formulieren")))
            await FormulierAsync(file, verslag);
        foreach (var file in Files(Path.Combine(folder, "brieven")))
            await BriefAsync(file, verslag);
        foreach (var file in Files(Path.Combine(folder, "leidraden")))
            await LeidraadAsync(file, verslag);
        foreach (var key in (string[])[Given.CalendarKey, Registerrijen.SocialeKaartSleutel])
            await RegisterAsync(key, Path.Combine(folder, key + ".json"), verslag);
        // A flow that another uses has to be there first; who misses one waits for the next round.
        var waiting = Flows(folder).ToList();
        for (var round = waiting.Count; round > 0 && waiting.Count > 0; round--)
            waiting = await RoundAsync(waiting, verslag, isLast: round == 1);
        return verslag;
    }

    /// <summary>A row of the gemeente itself, such as its sociale kaart; unlike a form it may change.</summary>
    public async Task RegisterAsync(string key, string file, Invoerverslag verslag)
    {
        if (File.Exists(file))
            await RowAsync(key, await File.ReadAllTextAsync(file), verslag);
    }

    /// <summary>
    /// Versions from before those of the folder, for a demonstration with a past. Only where nothing of the flow is published
    /// yet: an old version never comes after a newer one.
    /// </summary>
    public async Task<Invoerverslag> EerderAsync(IEnumerable<string> files)
    {
        var verslag = new Invoerverslag();
        foreach (var file in files)
        {
            if (DefinitionJson.Read(await File.ReadAllTextAsync(file)).Definition is not { } definition || await storage.Store.DefinitionAsync(definition.DefinitionId, null, default) is null)
                await RoundAsync([file], verslag, isLast: true);
        }
        // What is worth knowing of a drawing that is replaced at once, is of no use to anybody.
        verslag.Opgemerkt.Clear();
        return verslag;
    }

    /// <summary>One file: a form when it has fields, a letter when it has paragraphs, a guide when it has questions, else a flow.</summary>
    public async Task<Invoerverslag> BestandAsync(string file)
    {
        var verslag = new Invoerverslag();
        var content = JsonNode.Parse(await File.ReadAllTextAsync(file)) as JsonObject ?? [];
        if (content.ContainsKey("velden"))
            await FormulierAsync(file, verslag);
        else if (content.ContainsKey("alineas"))
            await BriefAsync(file, verslag);
        else if (content.ContainsKey("vragen"))
            await LeidraadAsync(file, verslag);
        else
            await RoundAsync([file], verslag, isLast: true);
        return verslag;
    }

    async Task<List<string>> RoundAsync(List<string> files, Invoerverslag verslag, bool isLast)
    {
        var again = new List<string>();
        foreach (var file in files)
        {
            if (await FlowAsync(file, verslag) is { IsEmpty: false } refusals)
            {
                if (isLast || refusals.Any(r => r.Code is not (FindingCode.FlowNotPublished or RefusalCode.DefinitionNotFound)))
                    verslag.Weiger(file, await ZinnenAsync(file, refusals));
                else
                    again.Add(file);
            }
        }
        return again;
    }

    /// <summary>Why a flow was refused, with the words of its drawing.</summary>
    async Task<IEnumerable<string>> ZinnenAsync(string file, ImmutableArray<Refusal> refusals)
    {
        var definition = DefinitionJson.Read(await File.ReadAllTextAsync(file)).Definition;
        return refusals.Select(r => Tekeningzin.Van(new Finding(r.Code, FindingSeverity.Error, r.Field, [.. r.Arguments]), definition, engine.Decider.Catalogue));
    }

    async Task<ImmutableArray<Refusal>> FlowAsync(string file, Invoerverslag verslag)
    {
        var document = await File.ReadAllTextAsync(file);
        if (DefinitionJson.Read(document) is not { Definition: { } definition } reading)
            return [.. DefinitionJson.Read(document).Findings.Select(f => new Refusal(f.Code, [.. f.Arguments], f.ActivityId))];
        var stored = await storage.Store.DefinitionAsync(definition.Key.DefinitionId, definition.Version, default);
        var hash = CompiledDefinition.HashOf(document);
        if (stored is null || stored.Hash == hash)
            await UitlegAsync(file, definition);
        if (stored is not null)
        {
            if (stored.Hash != hash)
                verslag.Weiger(file, [$"Versie {definition.Version} van {definition.Key.DefinitionId} bestaat al en is anders. Geef deze tekening een nieuw versienummer."]);
            return [];
        }
        if (await MogelijkAsync(file, definition, verslag) is { IsEmpty: false } fouten)
            return fouten;
        if (await keuring.VanAsync(definition) is { IsEmpty: false } gemist)
            return [.. gemist.Select(b => new Refusal(b.Code, [.. b.Arguments], b.ActivityId))];
        var asking = new Asking($"import:{definition.Key}:{hash}", "import", true);
        if (await engine.ExecuteAsync(Streams.OfDefinition(definition.Key.DefinitionId), Streams.DefinitionKind, new PublishDefinition(document), asking) is Answer.Refused refused)
            return refused.Refusals;
        verslag.Nieuw.Add($"{definition.Name} ({definition.Key})");
        return [];
    }

    /// <summary>The key of the page in plain words of a version.</summary>
    public static string Uitleg(DefinitionVersion versie) => "uitleg:" + versie;

    /// <summary>The page beside the drawing goes along with its version; better words are not another version.</summary>
    async Task UitlegAsync(string file, WorkflowDefinition definition)
    {
        var blad = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "README.md");
        if (File.Exists(blad))
            await RowAsync(Uitleg(definition.Key), await File.ReadAllTextAsync(blad), new Invoerverslag());
    }

    /// <summary>What is wrong with the list altijd mogelijk; what is only worth knowing goes in the report.</summary>
    async Task<ImmutableArray<Refusal>> MogelijkAsync(string file, WorkflowDefinition definition, Invoerverslag verslag)
    {
        var gepubliceerd = (await storage.Store.CurrentDefinitionsAsync(default)).Select(d => d.DefinitionId).ToHashSet(StringComparer.Ordinal);
        var ernaast = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file)))!;
        var bevindingen = MogelijkhedenJson.Lees(definition, flow => gepubliceerd.Contains(flow) || (!flow.Contains('/') && File.Exists(Path.Combine(ernaast, flow, flow + ".json")))).Bevindingen;
        verslag.Opgemerkt.AddRange(bevindingen.Where(b => b.Severity != FindingSeverity.Error).Select(b => Zinnen.Voor(b.Code, b.Arguments)));
        return [.. bevindingen.Where(b => b.Severity == FindingSeverity.Error).Select(b => new Refusal(b.Code, [.. b.Arguments]))];
    }

    async Task FormulierAsync(string file, Invoerverslag verslag)
    {
        var (form, findings) = FormulierJson.Lees(await File.ReadAllTextAsync(file));
        if (form is null)
            verslag.Weiger(file, findings.Select(f => $"{f.Pad}: {f.Zin}"));
        // A version that is there already, is as it was: what works now goes on working.
        else if (await storage.Settings.FindAsync($"{Registerrijen.FormulierPrefix}{form.Id}@{form.Versie}") is null && await keuring.VanAsync(form) is { IsEmpty: false } gemist)
            verslag.Weiger(file, gemist);
        else
            await VersieAsync(Registerrijen.FormulierPrefix + form.Id, form.Versie, FormulierJson.Schrijf(form), verslag);
    }

    async Task BriefAsync(string file, Invoerverslag verslag)
    {
        var (brief, findings) = BriefJson.Lees(await File.ReadAllTextAsync(file));
        if (brief is null)
            verslag.Weiger(file, findings.Select(f => f.ToString()));
        else
            await VersieAsync(Registerrijen.BriefPrefix + brief.Id, brief.Versie, BriefJson.Schrijf(brief), verslag);
    }

    async Task LeidraadAsync(string file, Invoerverslag verslag)
    {
        var (leidraad, findings) = LeidraadJson.Lees(await File.ReadAllTextAsync(file));
        if (leidraad is null)
            verslag.Weiger(file, findings.Select(f => f.ToString()));
        else
            await VersieAsync(Registerrijen.LeidraadPrefix + leidraad.Id, leidraad.Versie, LeidraadJson.Schrijf(leidraad), verslag);
    }

    /// <summary>A version that never changes, and the highest that is known as the one that new tasks get.</summary>
    async Task VersieAsync(string key, int versie, JsonObject document, Invoerverslag verslag)
    {
        var text = document.ToJsonString(Json.Compact);
        if (await RowAsync($"{key}@{versie}", text, verslag, isFixed: true) && (await storage.Settings.FindAsync(key) is not { } current || VersieVan(current) < versie))
            await RowAsync(key, text, new Invoerverslag());
    }

    static int VersieVan(string text) => (JsonNode.Parse(text) as JsonObject)?["versie"]?.GetValue<int>() ?? 0;

    /// <returns>False when the row exists otherwise and may not change.</returns>
    async Task<bool> RowAsync(string key, string text, Invoerverslag verslag, bool isFixed = false)
    {
        var stored = await storage.Settings.FindAsync(key);
        if (stored == text)
            return true;
        if (stored is not null && isFixed)
        {
            verslag.Weiger(key, ["Deze versie bestaat al en is anders. Geef het een nieuw versienummer."]);
            return false;
        }
        await storage.Settings.SetAsync(key, text, "import", tijd.Nu());
        verslag.Nieuw.Add(key);
        return true;
    }

    static IEnumerable<string> Flows(string folder) => Directory.Exists(folder)
        ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(d => Path.Combine(d, Path.GetFileName(d) + ".json")).Where(File.Exists)
        : [];

    static IEnumerable<string> Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];
}

/// <summary>What an import did.</summary>
public sealed class Invoerverslag
{
    public List<string> Nieuw { get; } = [];

    public List<string> Geweigerd { get; } = [];

    /// <summary>What is not wrong but worth knowing.</summary>
    public List<string> Opgemerkt { get; } = [];

    public void Voeg(Invoerverslag ander)
    {
        Nieuw.AddRange(ander.Nieuw);
        Geweigerd.AddRange(ander.Geweigerd);
        Opgemerkt.AddRange(ander.Opgemerkt);
    }

    internal void Weiger(string file, IEnumerable<string> sentences) => Geweigerd.AddRange(sentences.Select(s => $"{Path.GetFileName(file)}: {s}"));
}
