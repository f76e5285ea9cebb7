using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// Which folders of one room name types of which others; a file beside the project file counts as a folder of its own.
/// An edge is a type that is written down, or an extension method that is called.
/// </summary>
sealed class FolderGraph
{
    static readonly ConcurrentDictionary<string, FolderGraph> Known = new();

    readonly SortedDictionary<(string From, string To), SortedSet<string>> edges = [];

    /// <summary>Every folder and root file of the room with C# or razor in it.</summary>
    public IReadOnlyList<string> Folders { get; }

    FolderGraph(Room room)
    {
        Folders = [.. room.Compilation.SyntaxTrees.Where(tree => tree.FilePath.Contains('/')).Select(tree => FolderOf(room, tree.FilePath)).Distinct().Order(StringComparer.Ordinal)];
        var homes = Homes(room);
        var uses = room.Trees.AsParallel().SelectMany(tree => Uses(room.Compilation.GetSemanticModel(tree), name => homes[name].Any(home => home != FolderOf(room, tree.FilePath)))
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Select(type => (From: tree.FilePath, To: FileOf(room, type), type.Name)));
        foreach (var (from, to, name) in uses.Where(use => use.To is not null).ToList())
            Add(FolderOf(room, from), FolderOf(room, to!), $"{Path.GetFileName(from)} names {name}");
    }

    FolderGraph(IEnumerable<(string From, string To)> named)
    {
        foreach (var (from, to) in named)
            Add(from, to, "");
        Folders = [.. edges.Keys.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order(StringComparer.Ordinal)];
    }

    public static FolderGraph Of(Room room) => Known.GetOrAdd(room.Name, _ => new(room));

    public static FolderGraph Of(params (string From, string To)[] edges) => new(edges);

    /// <summary>Each edge with the names that make it.</summary>
    public IEnumerable<(string From, string To, string Why)> Edges =>
        edges.Select(edge => (edge.Key.From, edge.Key.To, string.Join(", ", edge.Value.Take(5)) + (edge.Value.Count > 5 ? $" and {edge.Value.Count - 5} more" : "")));

    /// <summary>The edges of which the end leads back to the begin.</summary>
    public IEnumerable<(string From, string To, string Why)> Cycles =>
        Edges.Where(edge => Reach(edge.To).Contains(edge.From));

    HashSet<string> Reach(string start)
    {
        var reached = new HashSet<string>();
        var ahead = new Stack<string>([start]);
        while (ahead.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var next in edges.Keys.Where(edge => edge.From == folder))
                    ahead.Push(next.To);
            }
        }
        return reached;
    }

    void Add(string from, string to, string why)
    {
        if (from == to)
            return;
        if (!edges.TryGetValue((from, to), out var names))
            edges[(from, to)] = names = new(StringComparer.Ordinal);
        names.Add(why);
    }

    /// <summary>By the name of a type or extension method the folders where one is declared: only such a name needs the compiler.</summary>
    static ILookup<string, string> Homes(Room room) =>
        (from type in room.Types
         let file = FileOf(room, type)
         where file is not null
         from name in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsExtensionMethod).Select(method => method.Name).Append(type.Name).Append(WithoutAttribute(type.Name))
         select (Name: name, Folder: FolderOf(room, file))).Distinct().ToLookup(home => home.Name, home => home.Folder);

    static string WithoutAttribute(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;

    static IEnumerable<INamedTypeSymbol> Uses(SemanticModel model, Func<string, bool> mayLeadElsewhere)
    {
        foreach (var name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(name => mayLeadElsewhere(name.Identifier.ValueText)))
        {
            var found = model.GetSymbolInfo(name);
            var symbol = found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
            if (symbol is INamedTypeSymbol type)
                yield return Outermost(type);
            else if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && name.Parent is AttributeSyntax)
                yield return Outermost(symbol.ContainingType);
            else if (symbol is IMethodSymbol { IsExtensionMethod: true })
                yield return Outermost(symbol.ContainingType);
        }
    }

    static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is not null)
            type = type.ContainingType;
        return type.OriginalDefinition;
    }

    static string? FileOf(Room room, INamedTypeSymbol type) => type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath is { } file
        && file.StartsWith(room.Path + "/", StringComparison.Ordinal) ? file : null;

    static string FolderOf(Room room, string file)
    {
        var inside = file[(room.Path.Length + 1)..];
        return inside.LastIndexOf('/') is >= 0 and var slash ? inside[..slash] : inside;
    }
}
