using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Altijdmogelijk;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>
/// Brings flows, forms, letters, guides and other rows from a folder into the database. The law of this file: a version never changes. The
/// same bytes again do nothing; other bytes under a version that exists are refused, with the version that would be free.
/// Forms, letters and guides go before the flows that use them. A newer one changes no flow by itself: it reaches a flow when that is
/// published again, which the report says.
/// </summary>
public sealed class Werkstroominvoer(WorkflowEngine engine, OpenStorage storage, Zaaktijd tijd)
{
    /// <summary>Who brings it in. By itself that is the program, at its start.</summary>
    public Invoerder Door { get; init; } = Invoerder.Start;

    // A folder, and the part by which a file that stands alone is known.
    static readonly ImmutableArray<(Documentsoort Soort, string Map, string Deel)> Mappen =
        [(Documentsoort.Formulier, "formulieren", "velden"), (Documentsoort.Brief, "brieven", "alineas"), (Documentsoort.Leidraad, "leidraden", "vragen")];

    readonly Formulierkeuring keuring = new(new Registerrijen(storage), storage.Store);

    /// <summary>What was imported or refused, a sentence each.</summary>
    public async Task<Invoerverslag> MapAsync(string map)
    {
        var verslag = await DocumentenAsync(map);
        foreach (var sleutel in (string[])[Given.CalendarKey, Registerrijen.SocialeKaartSleutel])
            await RegisterAsync(sleutel, Path.Combine(map, sleutel + ".json"), verslag);
        // A flow that another uses has to be there first; who misses one waits for the next round.
        var wachtend = Flows(map).ToList();
        for (var round = wachtend.Count; round > 0 && wachtend.Count > 0; round--)
            wachtend = await RoundAsync(wachtend, verslag, isLast: round == 1);
        return verslag;
    }

    /// <summary>The forms, letters and guides of a folder, without its flows.</summary>
    public async Task<Invoerverslag> DocumentenAsync(string map)
    {
        var verslag = new Invoerverslag();
        foreach (var (soort, ernaast, _) in Mappen)
        {
            foreach (var bestand in Files(Path.Combine(map, ernaast)))
                await DocumentAsync(soort, bestand, verslag);
        }
        return verslag;
    }

    /// <summary>A row of the gemeente itself, such as its sociale kaart; unlike a form it may change.</summary>
    public async Task RegisterAsync(string sleutel, string bestand, Invoerverslag verslag)
    {
        if (File.Exists(bestand))
            await RowAsync(sleutel, await File.ReadAllTextAsync(bestand), verslag, isRegister: true);
    }

    /// <summary>
    /// Versions from before those of the folder, for a demonstration with a past. Only where nothing of the flow is published
    /// yet: an old version never comes after a newer one. A flow that one of them starts goes before it.
    /// </summary>
    /// <param name="map">The folder with the flows as they are now.</param>
    public async Task<Invoerverslag> EerderAsync(string map, IEnumerable<string> bestanden)
    {
        var verslag = new Invoerverslag();
        foreach (var bestand in bestanden)
        {
            var definition = DefinitionJson.Read(await File.ReadAllTextAsync(bestand)).Definition;
            if (definition is null || await storage.Store.DefinitionAsync(definition.DefinitionId, null, default) is null)
                await RoundAsync([.. Gebruikt(definition).Select(flow => Path.Combine(map, flow, flow + ".json")).Where(File.Exists), bestand], verslag, isLast: true);
        }
        // What is worth knowing of a drawing that is replaced at once, is of no use to anybody.
        verslag.Opgemerkt.Clear();
        return verslag;
    }

    /// <summary>The flows that a drawing starts by name.</summary>
    static IEnumerable<string> Gebruikt(WorkflowDefinition? tekening) => tekening is null
        ? [] : NamedFlow.In(tekening).Select(genoemd => genoemd.Flow).Distinct().Where(flow => !flow.Text.Contains('/') && flow != tekening.DefinitionId).Select(flow => flow.Text);

    /// <summary>One file: a form when it has fields, a letter when it has paragraphs, a guide when it has questions, else a flow.</summary>
    public async Task<Invoerverslag> BestandAsync(string bestand)
    {
        var verslag = new Invoerverslag();
        var content = JsonNode.Parse(await File.ReadAllTextAsync(bestand)) as JsonObject ?? [];
        if (Mappen.FirstOrDefault(m => content.ContainsKey(m.Deel)).Soort is { } soort)
            await DocumentAsync(soort, bestand, verslag);
        else
            await RoundAsync([bestand], verslag, isLast: true);
        return verslag;
    }

    async Task<List<string>> RoundAsync(List<string> bestanden, Invoerverslag verslag, bool isLast)
    {
        var opnieuw = new List<string>();
        foreach (var bestand in bestanden)
        {
            if (await FlowAsync(bestand, verslag) is { IsEmpty: false } refusals)
            {
                if (isLast || refusals.Any(r => r.Code is not (FindingCode.FlowNotPublished or RefusalCode.DefinitionNotFound or Verwijzingcode.WerkstroomOnbekend)))
                    verslag.Weiger(bestand, await ZinnenAsync(bestand, refusals));
                else
                    opnieuw.Add(bestand);
            }
        }
        return opnieuw;
    }

    /// <summary>Why a flow was refused, with the words of its drawing.</summary>
    async Task<IEnumerable<string>> ZinnenAsync(string bestand, ImmutableArray<Refusal> refusals)
    {
        var definition = DefinitionJson.Read(await File.ReadAllTextAsync(bestand)).Definition;
        return refusals.Select(r => Tekeningzin.Van(new Finding(r.Code, FindingSeverity.Error, r.Field is { } stap ? new(stap) : null, [.. r.Arguments]), definition, engine.Decider.Catalogue));
    }

    async Task<ImmutableArray<Refusal>> FlowAsync(string bestand, Invoerverslag verslag)
    {
        var document = await File.ReadAllTextAsync(bestand);
        if (DefinitionJson.Read(document) is not { Definition: { } definition } reading)
            return [.. DefinitionJson.Read(document).Findings.Select(f => new Refusal(f.Code, [.. f.Arguments], f.ActivityId?.Text))];
        var stored = await storage.Store.DefinitionAsync(definition.Key.DefinitionId, definition.Version, default);
        var hash = CompiledDefinition.HashOf(document);
        if (stored is null || stored.Hash == hash)
            await UitlegAsync(bestand, definition);
        if (stored is not null)
        {
            if (stored.Hash == hash)
                await NieuwereAsync(definition, stored, verslag);
            else
                verslag.Weiger(bestand, [$"Versie {definition.Version} van {definition.Key.DefinitionId} bestaat al en is anders. Geef deze tekening een nieuw versienummer."]);
            return [];
        }
        if (await MogelijkAsync(bestand, definition, verslag) is { IsEmpty: false } fouten)
            return fouten;
        if (await keuring.VanAsync(definition) is { IsEmpty: false } gemist)
            return [.. gemist.Select(b => new Refusal(b.Code, [.. b.Arguments], b.ActivityId?.Text))];
        var asking = new Asking($"{definition.Key}:{hash}", Door.Wie, "import", true);
        if (await engine.ExecuteAsync(Streams.OfDefinition(definition.Key.DefinitionId), Streams.DefinitionKind, new PublishDefinition(document) { BroughtIn = Door.Hoe }, asking) is Answer.Refused geweigerd)
            return geweigerd.Refusals;
        verslag.Nieuw.Add($"{definition.Name} ({definition.Key})");
        return [];
    }

    /// <summary>That there are newer documents than a flow that did not change was published with.</summary>
    async Task NieuwereAsync(WorkflowDefinition definition, DefinitionRow stored, Invoerverslag verslag)
    {
        if (!stored.IsCurrent)
            return;
        var vast = Manifest.Read(stored.Manifest);
        var nieuwer = (await engine.PinsAsync(definition)).Where(nu => vast.All(pin => pin.Document() != nu.Document())).Select(nu => $"{Documentsoort.Met(nu.Kind)!.Enkelvoud} {nu.Id} versie {nu.Version}").ToList();
        if (nieuwer.Count > 0)
            verslag.Opgemerkt.Add($"{definition.Name} ({definition.Key}) gebruikt nog niet: {string.Join(", ", nieuwer)}. Publiceer deze werkstroom opnieuw, of geef de tekening een hoger versienummer.");
    }

    /// <summary>The key of the page in plain words of a version.</summary>
    public static string Uitleg(DefinitionVersion versie) => "uitleg:" + versie;

    /// <summary>The page beside the drawing goes along with its version; better words are not another version.</summary>
    async Task UitlegAsync(string bestand, WorkflowDefinition definition)
    {
        var blad = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(bestand))!, "README.md");
        if (File.Exists(blad))
            await RowAsync(Uitleg(definition.Key), await File.ReadAllTextAsync(blad), new Invoerverslag());
    }

    /// <summary>What is wrong with the list altijd mogelijk; what is only worth knowing goes in the report.</summary>
    async Task<ImmutableArray<Refusal>> MogelijkAsync(string bestand, WorkflowDefinition definition, Invoerverslag verslag)
    {
        var gepubliceerd = (await storage.Store.CurrentDefinitionsAsync(default)).Select(d => d.DefinitionId).ToHashSet();
        var ernaast = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(bestand)))!;
        var bevindingen = MogelijkhedenJson.Lees(definition, flow => gepubliceerd.Contains(flow) || (!flow.Text.Contains('/') && File.Exists(Path.Combine(ernaast, flow.Text, flow.Text + ".json")))).Bevindingen;
        verslag.Opgemerkt.AddRange(bevindingen.Where(b => b.Severity != FindingSeverity.Error).Select(b => Zinnen.Voor(b.Code, b.Arguments)));
        return [.. bevindingen.Where(b => b.Severity == FindingSeverity.Error).Select(b => new Refusal(b.Code, [.. b.Arguments]))];
    }

    async Task DocumentAsync(Documentsoort soort, string bestand, Invoerverslag verslag)
    {
        var gelezen = soort.Lees(await File.ReadAllTextAsync(bestand));
        if (gelezen.Document is not { } document)
            verslag.Weiger(bestand, gelezen.Fouten);
        else if (document is Formulier formulier && await storage.Settings.FindAsync(soort.Sleutel(formulier.Id, formulier.Versie)) is null && await keuring.VanAsync(formulier) is { IsEmpty: false } gemist)
            // A version that is there already, is as it was: what works now goes on working.
            verslag.Weiger(bestand, gemist);
        else
            await VersieAsync(soort, Documentverwijzing.Van(document), gelezen.Tekst, verslag);
    }

    /// <summary>A version that never changes, and the highest that is known as the one that the next publishing pins.</summary>
    async Task VersieAsync(Documentsoort soort, DocumentReference wijst, string tekst, Invoerverslag verslag)
    {
        var sleutel = soort.Sleutel(wijst.Id);
        if (await RowAsync(soort.Sleutel(wijst.Id, wijst.Version), tekst, verslag, isFixed: true) && (await storage.Settings.FindAsync(sleutel) is not { } huidig || VersieVan(huidig) < wijst.Version))
            await RowAsync(sleutel, tekst, new Invoerverslag());
    }

    static int VersieVan(string tekst) => (JsonNode.Parse(tekst) as JsonObject)?["versie"]?.GetValue<int>() ?? 0;

    /// <returns>False when the row exists otherwise and may not change.</returns>
    async Task<bool> RowAsync(string sleutel, string tekst, Invoerverslag verslag, bool isFixed = false, bool isRegister = false)
    {
        var stored = await storage.Settings.FindAsync(sleutel);
        if (stored == tekst)
            return true;
        if (stored is not null && isFixed)
        {
            verslag.Weiger(sleutel, ["Deze versie bestaat al en is anders. Geef het een nieuw versienummer."]);
            return false;
        }
        await (isRegister ? storage.Settings.SetRegisterAsync(sleutel, tekst, Door.Wie, tijd.Nu()) : storage.Settings.SetAsync(sleutel, tekst, Door.Wie, tijd.Nu()));
        verslag.Nieuw.Add(sleutel);
        return true;
    }

    static IEnumerable<string> Flows(string map) => Directory.Exists(map)
        ? Directory.GetDirectories(map).Order(StringComparer.Ordinal).Select(d => Path.Combine(d, Path.GetFileName(d) + ".json")).Where(File.Exists)
        : [];

    static IEnumerable<string> Files(string map) => Directory.Exists(map) ? Directory.GetFiles(map, "*.json").Order(StringComparer.Ordinal) : [];
}

/// <summary>Who brings flows in without anybody's approval, and how: it is recorded with every version.</summary>
public sealed record Invoerder(ActorId Wie, BroughtIn Hoe)
{
    public static readonly Invoerder Start = new(new("system:start"), BroughtIn.AtStart);

    /// <summary>A file or folder, by who runs the program.</summary>
    /// <param name="wie">Null when he did not say who he is.</param>
    public static Invoerder Bestand(UserId? wie) => new(wie?.Actor ?? new("system:importeer"), BroughtIn.FromFile);
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

    internal void Weiger(string bestand, IEnumerable<string> zinnen) => Geweigerd.AddRange(zinnen.Select(s => $"{Path.GetFileName(bestand)}: {s}"));
}
