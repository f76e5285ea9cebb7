using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Zaken.Tekeningen;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>A type of activity in Studio's JSON. No collection is ever absent: Studio would fall over it.</summary>
static class DescriptorJson
{
    public static JsonObject Of(ActivityDescriptor d, IReadOnlyDictionary<string, ImmutableArray<Tekenkeuze>> lists) => Make(new Described(d.Type, d.Version, d.Category, d.DisplayName, d.Description)
    {
        Kind = d.Kind, Inputs = [.. d.Inputs.Select((input, i) => Input(input, i, lists))],
        Outputs = [.. d.Outputs.Select(o => Output(o.Name, o.TypeName, o.DisplayName, o.Description))], Ports = [.. d.Ports.Select(p => Port(p.Name, p.DisplayName, p.Embedded))],
        IsBrowsable = !d.Has(ActivityTraits.NotBrowsable), IsContainer = d.Has(ActivityTraits.Container), IsStart = d.Has(ActivityTraits.Start), IsTerminal = d.Has(ActivityTraits.Terminal),
    });

    /// <summary>Known, so that a drawing with it opens; not offered.</summary>
    public static JsonObject Hidden(string type, int version, string name, string description, bool isContainer = false) =>
        Make(new Described(type, version, "Systeem", name, description) { IsContainer = isContainer });

    /// <summary>A published flow that other drawings may use as an activity; an old version is known but not offered.</summary>
    public static JsonObject OfFlow(Tekeningkop k)
    {
        var m = k.Kenmerken;
        var made = Make(new Described(k.DefinitionId.Text, k.Versie, m.Categorie is { Length: > 0 } category ? category : "Werkstromen", k.Naam, m.Omschrijving ?? "")
        {
            Inputs = [.. m.Invoer.Select((i, nr) => Input(new InputDescriptor(i.Name, i.TypeName, i.DisplayName, i.Description, i.UiHint), nr, ImmutableDictionary<string, ImmutableArray<Tekenkeuze>>.Empty))],
            Outputs = [.. m.Uitvoer.Select(u => Output(u.Name, u.TypeName, u.DisplayName, u.Description))], Ports = [.. m.Uitkomsten.Select(u => Port(u, Elsawoorden.Poort(u), isEmbedded: false))], IsBrowsable = k.IsGepubliceerd,
        });
        return AsFlow(made, k.DefinitionId, k.Id);
    }

    /// <summary>A type that somebody drew and that nobody here runs: kept, shown, and refused at publish.</summary>
    public static JsonObject OfStrange(Tekeningsoort s, string? flow)
    {
        var name = flow ?? $"Onbekende stap ({s.Type})";
        var description = flow is null ? "Dit programma kent deze soort stap niet. Bewaren kan, publiceren niet." : "Een werkstroom als stap.";
        var made = Make(new Described(s.Type, s.Versie, flow is null ? "Onbekend" : "Werkstromen", name, description) { Ports = [.. s.Poorten.Select(p => Port(p, Elsawoorden.Poort(p), isEmbedded: false))] });
        return s.Tekening is { } id ? AsFlow(made, id, Versieid.Van(id, s.Versie)) : made;
    }

    static JsonObject AsFlow(JsonObject made, DefinitionId definitionId, string versionId)
    {
        made["customProperties"] = new JsonObject { ["RootType"] = "WorkflowDefinitionActivity", ["WorkflowDefinitionId"] = definitionId.Text, ["WorkflowDefinitionVersionId"] = versionId };
        made["constructionProperties"] = new JsonObject { ["WorkflowDefinitionId"] = definitionId.Text, ["WorkflowDefinitionVersionId"] = versionId };
        return made;
    }

    static JsonObject Make(Described d)
    {
        var dot = d.Type.LastIndexOf('.');
        return new JsonObject
        {
            ["typeName"] = d.Type, ["namespace"] = dot > 0 ? d.Type[..dot] : "Werkstromen", ["name"] = d.Type[(dot + 1)..], ["version"] = d.Version, ["category"] = d.Category, ["displayName"] = d.Name,
            ["description"] = d.Description, ["kind"] = d.Kind, ["runAsynchronously"] = false, ["inputs"] = d.Inputs, ["outputs"] = d.Outputs, ["ports"] = d.Ports, ["constructionProperties"] = new JsonObject(),
            ["customProperties"] = new JsonObject(), ["isContainer"] = d.IsContainer, ["isBrowsable"] = d.IsBrowsable, ["isStart"] = d.IsStart, ["isTerminal"] = d.IsTerminal,
        };
    }

    static JsonObject Input(InputDescriptor input, int order, IReadOnlyDictionary<string, ImmutableArray<Tekenkeuze>> lists)
    {
        var list = input.UiHint == "singleline" && lists.TryGetValue(input.Name, out var options) ? options : default;
        var json = new JsonObject
        {
            ["name"] = input.Name, ["typeName"] = input.TypeName, ["displayName"] = input.IsRequired ? input.DisplayName + " *" : input.DisplayName, ["description"] = Help(input), ["order"] = order, ["isBrowsable"] = true,
            ["isSerializable"] = true, ["isSynthetic"] = false, ["isWrapped"] = input.IsWrapped, ["uiHint"] = list.IsDefault ? input.UiHint : "dropdown", ["defaultSyntax"] = input.DefaultSyntax, ["isReadOnly"] = false,
            ["isSensitive"] = false, ["autoEvaluate"] = true, ["uiSpecifications"] = list.IsDefault ? input.UiSpecifications?.DeepClone() ?? new JsonObject() : DropDown(list),
        };
        if (input.DefaultValue is { } value)
            json["defaultValue"] = value.DeepClone();
        return json;
    }

    /// <summary>Studio cannot say that something has to be filled in; the words can.</summary>
    static string Help(InputDescriptor input) => input.IsRequired ? $"{input.Description} Moet ingevuld zijn.".TrimStart() : input.Description;

    static JsonObject DropDown(ImmutableArray<Tekenkeuze> list) => new()
    {
        ["dropdown"] = new JsonObject
        {
            ["selectList"] = new JsonObject { ["items"] = new JsonArray([.. list.Select(k => new JsonObject { ["text"] = k.Tekst, ["value"] = k.Waarde })]), ["isFlagsEnum"] = false },
        },
    };

    static JsonObject Output(string name, string type, string displayName, string description) => new()
    {
        ["name"] = name, ["typeName"] = type, ["displayName"] = displayName, ["description"] = description, ["isBrowsable"] = true, ["isSerializable"] = true,
    };

    static JsonObject Port(string name, string displayName, bool isEmbedded) => new() { ["name"] = name, ["displayName"] = displayName, ["type"] = isEmbedded ? "Embedded" : "Flow", ["isBrowsable"] = true };

    /// <summary>What a descriptor says of a type. Unless it says otherwise it has nothing, and is not offered.</summary>
    sealed record Described(string Type, int Version, string Category, string Name, string Description)
    {
        public string Kind { get; init; } = "Action";

        public JsonArray Inputs { get; init; } = [];

        public JsonArray Outputs { get; init; } = [];

        public JsonArray Ports { get; init; } = [];

        public bool IsBrowsable { get; init; }

        public bool IsContainer { get; init; }

        public bool IsStart { get; init; }

        public bool IsTerminal { get; init; }
    }
}
