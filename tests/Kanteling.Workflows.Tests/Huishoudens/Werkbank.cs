using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Inzage;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Casework.Termijnen;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Deciding;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Expressions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Keeping;
using Kanteling.Workflows.Tests.Engine;
using Kanteling.Workflows.Tests.Termijnen;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>
/// One household on the bench: facts that were there already, one step of the real catalogue with its real form, and what
/// a person fills in. Every accepted command is written to bytes and read back, with its snapshot.
/// </summary>
sealed class Werkbank
{
    public static readonly DossierId Dossier = new("d1");

    static readonly Domain Domein = HuishoudenDomein.Domein;
    static readonly EventCodec Codec = new(Domein.Codec);
    static readonly SnapshotCodec Snapshots = new(Domein, Codec);
    static readonly Decider Decider = new(new EngineParts(Domein, new ActivityKinds([.. BuiltIn.All, .. Stappenlijst.Alle])));
    static readonly ImmutableDictionary<string, Formulier> Formulieren = LeesFormulieren();

    static readonly ImmutableDictionary<string, Brief> Brieven = Bestanden("brieven").Select(tekst => BriefJson.Lees(tekst).Brief).OfType<Brief>().ToImmutableDictionary(b => b.Id);
    static readonly Leidraad Leidraad = LeidraadJson.Lees(Bestanden("leidraden").Single()).Leidraad!;

    readonly Dictionary<string, CompiledDefinition> stromen = new(StringComparer.Ordinal);

    Case zaak = Case.Empty(new("s1"), Huishouden.Leeg);

    public DateTimeOffset Nu { get; private set; } = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public Kalender Kalender { get; set; } = Kalender.Standaard;

    public DateOnly Vandaag => LokaleTijd.Dag(Nu);

    public Huishouden Huishouden => (Huishouden)zaak.Domain;

    public Dossier D => Huishouden.Dossiers[Dossier];

    public Case Zaak => zaak;

    public List<WorkflowEvent> Log { get; } = [];

    public IEnumerable<object> Feiten => Log.OfType<DomainEvent>().Select(e => e.Event);

    public static Formulier Formulier(string id) => Formulieren[id];

    public static IEnumerable<Formulier> AlleFormulieren => Formulieren.Values;

    /// <summary>A household with a dossier that was opened on Tuesday 1 September 2026, by default with a behandelaar.</summary>
    public static Werkbank MetDossier(params object[] feiten) => new Werkbank().Met(
    [
        new HuishoudenGeopend(Tekst("Familie Postma"), Tekst("Dorpsstraat 1"), new Wijkteam(new("wijkteam-noord"), "noord", "hash"), new(2026, 9, 1)),
        new PersoonToegevoegd(new("p1"), Tekst("Wil Postma"), Tekst("1950-03-04"), Tekst("client"), [], new(2026, 9, 1)),
        new PersoonToegevoegd(new("p2"), Tekst("Henk Postma"), Tekst("1948-01-02"), Tekst("partner"), [new Relatie(new("p1"), Relatiesoort.Partner)], new(2026, 9, 1)),
        new DossierGeopend(Dossier, DossierSoort.Melding, new("p1"), new Melder(Tekst("inwoner"), null, null), Tekst("Het huishouden lukt niet meer."), Kanaal.Telefoon, false, new(2026, 9, 1), "nl-2019-01-01", new(2026, 9, 1)),
        new BehandelaarToegewezen(Dossier, Feit.Wie("anna"), null, new(2026, 9, 1)),
        .. feiten,
    ]);

    /// <summary>What a condition reads of the household.</summary>
    public FeelValue Context(string gegeven) => HuishoudenContext.Van(Huishouden with { Bijgewerkt = Vandaag }, Dossier)[gegeven];

    public static Content Tekst(string tekst) => Content.Of(null, "tekst", tekst);

    public Werkbank Met(params object[] feiten)
    {
        zaak = zaak with { Domain = feiten.Aggregate(zaak.Domain, Domein.Apply) };
        return this;
    }

    public Werkbank Op(DateOnly dag)
    {
        Nu = LokaleTijd.Begin(dag).AddHours(9).ToUniversalTime();
        return this;
    }

    /// <summary>Starts a flow of this one step; every way out leads to an end.</summary>
    public Werkbank Begin(string stap, params (string Invoer, JsonNode? Waarde)[] invoer)
    {
        var stroom = new Drawing("proef").Start().Add("Kanteling." + stap, "stap", [.. invoer.Select(i => (i.Invoer, (JsonNode?)Drawing.Literal(i.Waarde)))]).End();
        foreach (var poort in Poorten(stap))
            stroom.Connect($"stap.{poort} → end");
        return Start(stroom.Connect("start → stap").Build());
    }

    static IEnumerable<string> Poorten(string stap) =>
        Stappenlijst.Menselijk.FirstOrDefault(s => s.Naam == stap)?.Wegen.Select(w => w.Poort) ?? ["Done"];

    public Werkbank Stroom(WorkflowDefinition stroom)
    {
        stromen[Given.DefinitionKey(stroom.Key)] = stromen[Given.PublishedKey(stroom.DefinitionId)] = new CompiledDefinition(stroom, "hash", Vast(stroom).Pins);
        return this;
    }

    /// <summary>What publishing this flow now would pin.</summary>
    public Pinning Vast(WorkflowDefinition stroom)
    {
        for (var given = Given.Nothing; ;)
        {
            try
            {
                return Domein.Pins(stroom, given);
            }
            catch (NeedsException nodig)
            {
                given = given.With(nodig.Key, Rij(nodig.Key));
            }
        }
    }

    /// <summary>Forms, letters and guides that came in later, by the key of the newest and by that of their version.</summary>
    public Dictionary<string, object> Later { get; } = new(StringComparer.Ordinal);

    /// <summary>A newer version of a document comes in.</summary>
    public Werkbank Komt(object document)
    {
        var (soort, wijst) = (document is Formulier ? Documentsoort.Formulier : document is Brief ? Documentsoort.Brief : Documentsoort.Leidraad, Documentverwijzing.Van(document));
        Later[soort.Sleutel(wijst.Id)] = Later[soort.Sleutel(wijst.Id, wijst.Version)] = document;
        return this;
    }

    public Werkbank Start(WorkflowDefinition stroom, JsonObject? invoer = null, DossierId? dossier = null)
    {
        Stroom(stroom);
        Moet(new StartInstance(stroom.DefinitionId, invoer ?? [], dossier ?? Dossier));
        return this;
    }

    public WorkTask Taak => zaak.Instances.Values.SelectMany(i => i.Waits.Values.OfType<TaskWait>()).Single().Task;

    public JsonObject Vooraf => Taak.Answers?.AsObject() ?? [];

    public IEnumerable<string> Incidentteksten => Incidenten.Select(i => $"{i.ActivityId} {i.Code}({string.Join(", ", i.Arguments.AsTexts())})");

    public IEnumerable<Incident> Incidenten => zaak.OpenIncidents;

    /// <summary>Completes the open task; the answers are JSON.</summary>
    public Werkbank Vul(string? uitkomst, string antwoorden = "{}", string door = "anna")
    {
        Moet(Invulling(uitkomst, antwoorden), door);
        return this;
    }

    public ImmutableArray<Refusal> Geweigerd(string? uitkomst, string antwoorden = "{}", string door = "anna") =>
        Probeer(Invulling(uitkomst, antwoorden), door).ShouldBeOfType<Rejected>().Refusals;

    CompleteTask Invulling(string? uitkomst, string antwoorden) => new(Taak.Id, Taak.Version, uitkomst, JsonNode.Parse(antwoorden)!.AsObject());

    /// <summary>The port through which the last completed step left.</summary>
    public string Poort => Log.OfType<ActivityCompleted>().Last(e => e.Activity.Text == "stap").Outcomes.Single();

    public void Moet(Command command, string? door = "anna")
    {
        if (Probeer(command, door) is not Accepted)
            throw new ShouldAssertException($"{command} was not accepted: {string.Join("; ", ((Rejected)Probeer(command, door)).Refusals)}");
    }

    public Decision Probeer(Command command, string? door = "anna")
    {
        var asking = door is null ? Asking.Timer("t") : Asking.Person(new(door), "c");
        var given = Given.Nothing;
        Decision besluit;
        while ((besluit = Decider.Decide(zaak, command, given, asking, Nu)) is Needs nodig)
            given = given.With(nodig.Key, Rij(nodig.Key));
        if (besluit is Accepted aanvaard)
            Bewaar(aanvaard);
        return besluit;
    }

    public object? Rij(string sleutel) => sleutel switch
    {
        Given.CalendarKey => Kalender,
        _ when Later.TryGetValue(sleutel, out var document) => document,
        SocialeKaart.Sleutel => Kaart(),
        Gemeente.Sleutel => new Gemeente(new("0344")),
        _ when sleutel.StartsWith("formulier:", StringComparison.Ordinal) => Formulieren.GetValueOrDefault(sleutel[10..].Split('@')[0]),
        _ when sleutel.StartsWith("brief:", StringComparison.Ordinal) => Brieven.GetValueOrDefault(sleutel[6..].Split('@')[0]),
        _ when sleutel.StartsWith("leidraad:gesprek", StringComparison.Ordinal) => Leidraad,
        _ when Given.IdAfter(Medewerker.Prefix, sleutel) is { } wie => Collega(wie),
        _ when Given.IdAfter(Rolrij.Prefix, sleutel) is { } rol => rol is "consulent" or "teammanager" or "kwaliteitsmedewerker" or "aandachtsfunctionaris" or "aanmeldpunt" ? new Rolrij(rol, rol != "aanmeldpunt") : null,
        _ when Given.IdAfter(Wijkteam.Wijkprefix, sleutel) is { } wijk => wijk == "Nergens" ? null : new Wijkteam(new("wijkteam-noord"), wijk, "hash"),
        _ when sleutel.StartsWith(Wijkteam.Prefix, StringComparison.Ordinal) => sleutel.EndsWith("nergens", StringComparison.Ordinal) ? null : new Wijkteam(new(sleutel[Wijkteam.Prefix.Length..]), "Noord", "hash"),
        _ when sleutel.StartsWith("completion:", StringComparison.Ordinal) => Afgerond(new(long.Parse(sleutel[11..]))),
        _ => stromen.GetValueOrDefault(sleutel),
    };

    /// <summary>Who is a kwaliteitsmedewerker.</summary>
    public HashSet<string> Kwaliteit { get; } = new(StringComparer.Ordinal);

    /// <summary>Everybody works here, save <c>niemand</c>; <c>balie</c> does no tasks, and <c>buiten</c> none that are shielded.</summary>
    Medewerker? Collega(string wie) => wie == "niemand" ? null
        : Kwaliteit.Contains(wie) ? new Medewerker(new UserReference(new(wie), "hash"), ["kwaliteitsmedewerker"], null, new Taakrecht(true, true, false, ["kwaliteitsmedewerker"]))
        : new Medewerker(new UserReference(new(wie), "hash"), ["consulent"], null, wie == "balie" ? Taakrecht.Geen : new Taakrecht(true, wie != "buiten", false, ["consulent"]) { Behandelt = true });

    static SocialeKaart Kaart() => SocialeKaart.Lees((JsonObject)JsonNode.Parse("""
        {"aanbieders":[{"id":"zorgbreed","naam":"Zorgbreed","agbCode":"75000001","contracten":[{"van":"2025-01-01","totEnMet":"2026-12-31"}]},{"id":"oud","naam":"Oud","contracten":[{"van":"2020-01-01","totEnMet":"2024-12-31"}]}],
        "voorzieningen":[{"id":"buurtkamer","naam":"Buurtkamer"},{"id":"gesloten","naam":"Gesloten","totEnMet":"2026-01-31"}],
        "producten":[{"id":"hulp","naam":"Hulp bij het huishouden","categorie":"01","code":"01a01"},{"id":"vroeger","naam":"Vroeger","categorie":"begeleiding","code":"01A99","totEnMet":"2025-12-31"},{"id":"raar","naam":"Raar","categorie":"ruimtevaart"}]}
        """)!) with { Hash = "hash" };

    readonly List<(Case Voor, Case Na, ImmutableArray<WorkflowEvent> Events)> commits = [];

    CompletedStep? Afgerond(TaskId taak)
    {
        var plek = commits.FindLastIndex(c => c.Events.OfType<TaskCompleted>().Any(e => e.Task == taak));
        return plek < 0 ? null : new CompletedStep(commits[plek].Na.Version, commits[plek].Voor, commits[plek].Na, commits[plek].Events, [.. commits.Skip(plek + 1).SelectMany(c => c.Events)]);
    }

    void Bewaar(Accepted aanvaard)
    {
        var (body, slots) = Codec.Write(aanvaard.Events);
        var gelezen = Codec.Read(new StoredCommit(new("s1"), aanvaard.After.Version, StoredCommit.CurrentFormat, StoredCommit.NewNonce(), new("c"), new("user:anna"), aanvaard.After.LastAt, body, slots, new byte[32]));
        var gevouwen = Applier.Commit(zaak, gelezen, aanvaard.After.LastAt, Domein.Apply);
        var hersteld = Snapshots.Read(new StoredStream(new StreamHead(new("s1"), "test", aanvaard.After.Version, CommitCodec.NoHash), Snapshots.All(gevouwen).ToImmutableDictionary()))!;
        Bytes(gevouwen).ShouldBe(Bytes(aanvaard.After));
        Bytes(hersteld).ShouldBe(Bytes(aanvaard.After));
        Opgeslagen += Encoding.UTF8.GetString(Packing.Unpack(body).Span) + "\n" + Bytes(gevouwen) + "\n";
        commits.Add((zaak, hersteld, aanvaard.Events));
        zaak = hersteld;
        Log.AddRange(aanvaard.Events);
        Uitlegproef.Fouten(Wachtend.SelectMany(d => d.Explanation)).ShouldBeEmpty();
    }

    /// <summary>Every body and every snapshot that was written, slots left out.</summary>
    public string Opgeslagen { get; private set; } = "";

    static string Bytes(Case c) => string.Join("\n", Snapshots.All(c).Select(p => p.Key + " " + Encoding.UTF8.GetString(Packing.Unpack(p.Value.Bytes).Span)));

    public IEnumerable<Deadline> Termijnen => zaak.Terms.Values.Where(d => d.For == DeadlineFor.Term);

    public Deadline Termijn(string sleutel) => Termijnen.Single(d => d.Key == sleutel);

    /// <summary>Lets time pass to a day, firing every deadline on the way.</summary>
    public Werkbank WachtTot(DateOnly dag)
    {
        var tot = LokaleTijd.Begin(dag).AddHours(9).ToUniversalTime();
        while (Wachtend.Where(d => d.DueAt <= tot).OrderBy(d => d.DueAt).ThenBy(d => d.Id).FirstOrDefault() is { } eerste)
        {
            Nu = eerste.DueAt > Nu ? eerste.DueAt : Nu;
            Moet(new PassDeadline(eerste.Id, eerste.DueAt), door: null);
        }
        Nu = tot;
        return this;
    }

    public IEnumerable<Deadline> Wachtend => zaak.Terms.Values.Concat(zaak.Instances.Values.SelectMany(i => i.Waits.Values.OfType<DeadlineWait>().Select(w => w.Deadline)));

    static ImmutableDictionary<string, Formulier> LeesFormulieren() =>
        Bestanden("formulieren").Select(tekst => FormulierJson.Lees(tekst).Formulier).OfType<Formulier>().ToImmutableDictionary(f => f.Id);

    /// <summary>The texts in a folder of the flows.</summary>
    public static IEnumerable<string> Bestanden(string map) => Directory.EnumerateFiles(Path.Combine(Wortel(), "workflows", map), "*.json").Select(File.ReadAllText);

    public static Brief Brief(string id) => Brieven[id];

    public static IEnumerable<Brief> AlleBrieven => Brieven.Values;

    /// <summary>Id and version of the letter that the open task pinned.</summary>
    public string? BriefVanTaak => Taakbrief.Verwijzing(zaak.Instances[Taak.Instance], Taak);

    public static string Wortel()
    {
        var map = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(map!.FullName, "Kanteling.Workflows.sln")))
            map = map.Parent;
        return map.FullName;
    }
}
