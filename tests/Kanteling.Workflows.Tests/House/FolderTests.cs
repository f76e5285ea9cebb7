using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kanteling.Workflows.Tests.House;

/// <summary>The walls inside the rooms: which folder may use which, looked at as the compiler does.</summary>
public sealed partial class FolderTests
{
    static readonly string[] Wings = ["Api", "Elsa", "Pages"];

    [Fact]
    public void What_the_source_refers_to_is_found_so_that_nothing_is_overlooked() =>
        Room.All.SelectMany(room => room.Compilation.GetDeclarationDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error && !IsLeftToTheBuild(found)))
            .Select(found => found.ToString()).Take(20).ShouldBeEmpty();

    [Fact]
    public void In_every_room_the_folders_use_each_other_one_way() =>
        Room.All.SelectMany(room => FolderGraph.Of(room).Cycles.Select(edge => $"{room.Name}: {edge.From} -> {edge.To} ({edge.Why})")).ShouldBeEmpty();

    [Fact]
    public void Every_folder_uses_only_what_stands_below_it_in_folders_txt() =>
        Room.All.SelectMany(room => OrderOf(room).Against(FolderGraph.Of(room))).ShouldBeEmpty();

    [Fact]
    public void Folders_txt_names_every_folder_once_and_no_other()
    {
        FolderOrder.All.Select(order => order.Room).ShouldBe(Room.All.Select(room => room.Name), ignoreOrder: true);
        foreach (var room in Room.All)
            OrderOf(room).Folders.ShouldBe(FolderGraph.Of(room).Folders, ignoreOrder: true, $"{room.Name} is now:\n{FolderOrder.Fitting(FolderGraph.Of(room))}");
    }

    [Fact]
    public void Api_Elsa_and_Pages_never_use_each_other() =>
        FolderGraph.Of(Web).Edges.Where(edge => AreTwoWings(edge.From, edge.To)).Select(edge => $"{edge.From} -> {edge.To} ({edge.Why})").ShouldBeEmpty();

    [Fact]
    public void A_page_in_razor_names_nothing_of_Api_or_Elsa()
    {
        var elsewhere = Web.Types.Where(type => type.ContainingType is null && WingOf(FileOf(type)) is "Api" or "Elsa").Select(type => type.Name).ToHashSet();
        elsewhere.ExceptWith(Web.Types.Where(type => WingOf(FileOf(type)) is not ("Api" or "Elsa")).Select(type => type.Name));
        RazorUses(elsewhere).ShouldBeEmpty();
    }

    [Fact]
    public void The_namespace_of_a_file_is_its_folder() =>
        Room.All.SelectMany(room => room.Trees).Where(tree => !Allowed.Covers("namespace", tree.FilePath))
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                .Where(declared => declared.Name.ToString() != Room.NamespaceOf(tree.FilePath)).Select(declared => $"{tree.FilePath}: {declared.Name}"))
            .ShouldBeEmpty();

    [Fact]
    public void A_cycle_is_found()
    {
        FolderGraph.Of(("A", "B"), ("B", "C"), ("C", "D")).Cycles.ShouldBeEmpty();
        FolderGraph.Of(("A", "B"), ("B", "C"), ("C", "B")).Cycles.Select(edge => (edge.From, edge.To)).ShouldBe([("B", "C"), ("C", "B")]);
    }

    [Fact]
    public void An_edge_against_the_order_is_found()
    {
        var order = FolderOrder.Parse("# rem\n[Web]\nA\nB C\nD").Single();
        order.Against(FolderGraph.Of(("A", "B"), ("A", "D"), ("C", "D"))).ShouldBeEmpty();
        order.Against(FolderGraph.Of(("B", "C"), ("D", "A"))).Count().ShouldBe(2);
        FolderOrder.Fitting(FolderGraph.Of(("A", "B"), ("A", "C"), ("B", "D"), ("C", "D"))).ShouldBe("A\nB C\nD");
    }

    static Room Web => Room.All.Single(room => room.Name == "Web");

    static FolderOrder OrderOf(Room room) => FolderOrder.All.Single(order => order.Room == room.Name);

    static bool AreTwoWings(string from, string to) =>
        Wings.Contains(from.Split('/')[0]) && Wings.Contains(to.Split('/')[0]) && from.Split('/')[0] != to.Split('/')[0];

    static string FileOf(INamedTypeSymbol type) => type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath;

    static string WingOf(string file) => file.Split('/')[2];

    static IEnumerable<string> RazorUses(HashSet<string> types) =>
        from path in WorkingCopy.Files(Web.Path + "/Pages")
        where path.EndsWith(".razor", StringComparison.Ordinal)
        from name in Words().Matches(WorkingCopy.Read(path)).Select(match => match.Value).Distinct()
        where types.Contains(name) || name.StartsWith("Kanteling.Workflows.Web.Api", StringComparison.Ordinal) || name.StartsWith("Kanteling.Workflows.Web.Elsa", StringComparison.Ordinal)
        select $"{path}: {name}";

    // What source generators write, and the entry point that a library does not have.
    static bool IsLeftToTheBuild(Diagnostic found) => found.Id is "CS8795" or "CS8805" or "CS9248" or "CS9338";

    [GeneratedRegex(@"[A-Za-z_][\w.]*")]
    private static partial Regex Words();
}
