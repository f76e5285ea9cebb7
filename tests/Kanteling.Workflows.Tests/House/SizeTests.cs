using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kanteling.Workflows.Tests.House;

/// <summary>Alarm bells: what rings here has grown past one thought, and wants to be two things.</summary>
public sealed class SizeTests
{
    const int MostToMake = 5;
    const int MostToAsk = 7;

    [Fact]
    public void No_class_is_made_of_more_than_five_things() => Product().SelectMany(WideConstructors).ShouldBeEmpty();

    [Fact]
    public void No_method_asks_more_than_seven_things() => Product().SelectMany(WideMethods).ShouldBeEmpty();

    [Fact]
    public void No_class_lies_in_parts_over_files() =>
        Product().Select(tree => tree.FilePath).Where(IsPart).ShouldBeEmpty("a part that deserves a file deserves a name");

    [Theory]
    [InlineData("class A(int a, int b, int c, int d, int e, int f);", true)]
    [InlineData("class A { A(int a, int b, int c, int d, int e, int f) {} }", true)]
    [InlineData("record A(int B) { public A(int a, int b, int c, int d, int e, int f) : this(a) {} }", true)]
    [InlineData("record A(int a, int b, int c, int d, int e, int f);", false)]
    [InlineData("readonly record struct A(int a, int b, int c, int d, int e, int f);", false)]
    [InlineData("class A(int a, int b, int c, int d, int e);", false)]
    public void A_wide_constructor_is_found(string code, bool found) => WideConstructors(Parse(code)).Any().ShouldBe(found);

    [Theory]
    [InlineData("class A { void B(int a, int b, int c, int d, int e, int f, int g, int h) {} }", true)]
    [InlineData("class A { void B() { void C(int a, int b, int c, int d, int e, int f, int g, int h) {} } }", true)]
    [InlineData("class A { void B(int a, int b, int c, int d, int e, int f, int g) {} }", false)]
    public void A_wide_method_is_found(string code, bool found) => WideMethods(Parse(code)).Any().ShouldBe(found);

    [Theory]
    [InlineData("src/A/Decider.Tasks.cs", true)]
    [InlineData("src/A/Decider.cs", false)]
    [InlineData("src/A.B/Decider.cs", false)]
    public void A_part_of_a_class_is_found(string path, bool found) => IsPart(path).ShouldBe(found);

    // A record of pure data is as wide as what it describes; a second constructor of it is not.
    static IEnumerable<string> WideConstructors(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes()
        let made = node switch
        {
            TypeDeclarationSyntax type and not RecordDeclarationSyntax => (Name: type.Identifier.Text, type.ParameterList),
            ConstructorDeclarationSyntax constructor => (Name: constructor.Identifier.Text, constructor.ParameterList),
            _ => default
        }
        where made.ParameterList?.Parameters.Count > MostToMake
        select $"{tree.FilePath}: {made.Name} is made of {made.ParameterList.Parameters.Count}";

    // What a framework or a port prescribes is as wide as it prescribes.
    static IEnumerable<string> WideMethods(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes()
        let asked = node switch
        {
            MethodDeclarationSyntax method when !method.Modifiers.Any(SyntaxKind.OverrideKeyword) => (Name: method.Identifier.Text, method.ParameterList),
            LocalFunctionStatementSyntax function => (Name: function.Identifier.Text, function.ParameterList),
            _ => default
        }
        where asked.ParameterList?.Parameters.Count > MostToAsk
        select $"{tree.FilePath}: {asked.Name} asks {asked.ParameterList.Parameters.Count}";

    static bool IsPart(string path) => Path.GetFileNameWithoutExtension(path).Contains('.');

    static IEnumerable<SyntaxTree> Product() => Room.All.SelectMany(room => room.Trees);

    static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, path: "Sample.cs");
}
