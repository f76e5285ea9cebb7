using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kanteling.Workflows.Tests.House;

/// <summary>
/// A list ends where it ends. Who asks one with a number of his own shows a piece of it as if it were all: fifty households of
/// fifty-six, two hundred tasks of four hundred. A page asks for the paging of its request; who needs all asks for all.
/// </summary>
public sealed class ListEndTests
{
    /// <summary>Who asks for so many at once on purpose, and goes on or says so.</summary>
    static readonly string[] OnPurpose = ["src/Kanteling.Workflows.Zaken/Verlopen/Verloopstop.cs"];

    [Fact]
    public void No_list_is_cut_off_by_a_number() =>
        Room.All.SelectMany(room => room.Trees).Where(tree => !OnPurpose.Any(tree.FilePath.Replace('\\', '/').EndsWith)).SelectMany(Cut).ShouldBeEmpty();

    [Theory]
    [InlineData("list.Of(new Paging(0, 200))", true)]
    [InlineData("list.Of(new Paging(0, most))", true)]
    [InlineData("list.Of(Paging.First)", true)]
    [InlineData("list.Of(new Paging(0, int.MaxValue))", false)]
    [InlineData("list.Of(new Paging(0, 0))", false)]
    [InlineData("list.Of(new Paging((page - 1) * size, size))", false)]
    [InlineData("list.Of(request.Paging())", false)]
    public void A_list_that_is_cut_off_is_found(string code, bool found) => Cut(CSharpSyntaxTree.ParseText($"var x = {code};", path: "Sample.cs")).Any().ShouldBe(found);

    static IEnumerable<string> Cut(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes()
        where node switch
        {
            ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [var skip, var take] } =>
                type.ToString().Split('.')[^1] == "Paging" && skip.ToString() == "0" && take.ToString() is not ("int.MaxValue" or "0"),
            MemberAccessExpressionSyntax access => access.ToString().EndsWith("Paging.First", StringComparison.Ordinal),
            _ => false,
        }
        select $"{tree.FilePath}: {node}";
}
