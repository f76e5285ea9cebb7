using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kanteling.Workflows.Tests.House;

/// <summary>One project of the product, compiled in memory from its source: what the compiler knows of it.</summary>
/// <param name="Path">Its folder in the working copy, such as <c>src/Kanteling.Workflows.Web</c>.</param>
/// <param name="Compilation">With a stub for every razor component, so that code may name it.</param>
sealed record Room(string Path, CSharpCompilation Compilation)
{
    static readonly Lazy<IReadOnlyList<Room>> Product = new(CompileAll);

    static readonly CSharpParseOptions Latest = new(LanguageVersion.Preview);

    static readonly string[] Everywhere =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    static readonly string[] OnTheWeb =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging"
    ];

    /// <summary>All projects below <c>src</c>, each after those that it refers to. Compiled once in a run.</summary>
    public static IReadOnlyList<Room> All => Product.Value;

    /// <summary>The last word of its name: <c>Web</c>; the engine is <c>engine</c>.</summary>
    public string Name => Path == "src/Kanteling.Workflows" ? "engine" : Path["src/Kanteling.Workflows.".Length..];

    /// <summary>Its files, without what was added to compile them.</summary>
    public IEnumerable<SyntaxTree> Trees => Compilation.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Its own types, nested ones too.</summary>
    public IEnumerable<INamedTypeSymbol> Types => Within(Compilation.Assembly.GlobalNamespace);

    static IEnumerable<INamedTypeSymbol> Within(INamespaceOrTypeSymbol outer) => outer.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(inner => inner is INamedTypeSymbol type ? Within(type).Prepend(type) : Within(inner));

    static List<Room> CompileAll()
    {
        var rooms = new List<Room>();
        foreach (var project in Project.OfTheProduct().OrderBy(project => project.Rooms.Count))
        {
            var path = "src/Kanteling.Workflows" + (project.Room == "engine" ? "" : "." + project.Room);
            var earlier = rooms.Where(room => project.Rooms.Contains(room.Name)).Select(room => room.Compilation.ToMetadataReference());
            rooms.Add(new(path, CSharpCompilation.Create("Kanteling.Workflows." + project.Room, Source(path, project.Room), [.. Frameworks(), .. Packages(path), .. earlier],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))));
        }
        return rooms;
    }

    static IEnumerable<SyntaxTree> Source(string path, string room)
    {
        foreach (var file in WorkingCopy.Files(path))
        {
            if (file.EndsWith(".cs", StringComparison.Ordinal))
                yield return CSharpSyntaxTree.ParseText(WorkingCopy.Read(file), Latest, file);
            else if (file.EndsWith(".razor", StringComparison.Ordinal) && !file.EndsWith("_Imports.razor", StringComparison.Ordinal))
                yield return CSharpSyntaxTree.ParseText(Stub(file), Latest, file);
        }
        var usings = room == "Web" ? Everywhere.Concat(OnTheWeb) : Everywhere;
        yield return CSharpSyntaxTree.ParseText(string.Concat(usings.Select(name => $"global using {name};")), Latest, "usings");
    }

    static string Stub(string file) =>
        $"namespace {NamespaceOf(file)}; public class {System.IO.Path.GetFileNameWithoutExtension(file)} : Microsoft.AspNetCore.Components.ComponentBase;";

    /// <summary>The namespace that the folder of a file asks for.</summary>
    public static string NamespaceOf(string file) => string.Join('.', file.Split('/')[1..^1]);

    /// <summary>What runs these tests, and ASP.NET beside it; the newest of each.</summary>
    static IEnumerable<MetadataReference> Frameworks()
    {
        var running = System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(running))!, "Microsoft.AspNetCore.App", System.IO.Path.GetFileName(running));
        return new[] { running, web }.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(file => System.IO.Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Where(file => !System.IO.Path.GetFileName(file).Contains("Native", StringComparison.Ordinal) && !file.EndsWith("Microsoft.DiaSymReader.dll", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    /// <summary>What the restore found for a project.</summary>
    static IEnumerable<MetadataReference> Packages(string path)
    {
        using var assets = JsonDocument.Parse(WorkingCopy.Read(path + "/obj/project.assets.json"));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var libraries = assets.RootElement.GetProperty("libraries");
        var files = from package in assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
                    where package.Value.GetProperty("type").GetString() == "package" && package.Value.TryGetProperty("compile", out _)
                    from file in package.Value.GetProperty("compile").EnumerateObject()
                    where file.Name.EndsWith(".dll", StringComparison.Ordinal)
                    select System.IO.Path.Combine(libraries.GetProperty(package.Name).GetProperty("path").GetString()!, file.Name);
        return [.. files.ToList().Select(file => MetadataReference.CreateFromFile(folders.Select(folder => System.IO.Path.Combine(folder, file)).First(File.Exists)))];
    }
}
