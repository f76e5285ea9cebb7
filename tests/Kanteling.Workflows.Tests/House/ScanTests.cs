namespace Kanteling.Workflows.Tests.House;

/// <summary>That the walls can fail: each scanner finds a bad sample, and leaves a good one alone.</summary>
public sealed class ScanTests
{
    [Theory]
    [InlineData("var t = DateTime.UtcNow;")]
    [InlineData("var t = DateTimeOffset.Now;")]
    [InlineData("var t = clock.GetUtcNow();")]
    [InlineData("Stopwatch watch;")]
    public void A_clock_is_found(string code) => Scan.Code(Source(code), WallTests.Clock()).ShouldHaveSingleItem();

    [Theory]
    [InlineData("var t = now; // not DateTime.UtcNow")]
    [InlineData("throw new(\"no DateTime.UtcNow here\");")]
    [InlineData("var t = \"\"\" DateTime.UtcNow \"\"\";")]
    [InlineData("var t = @\"a \"\"DateTime.UtcNow\"\" b\";")]
    [InlineData("/* Stopwatch */ var quote = '\"'; // Stopwatch \"")]
    public void A_clock_in_a_sentence_is_no_clock(string code) => Scan.Code(Source(code), WallTests.Clock()).ShouldBeEmpty();

    [Theory]
    [InlineData("var s = \"a \\\" b\"; DateTime.Now")]
    [InlineData("var s = @\"c:\\\"; DateTime.Now")]
    [InlineData("var s = $\"\"\"\" \"\"\" \"\"\"\"; DateTime.Now")]
    [InlineData("var c = '\\''; DateTime.Now")]
    [InlineData("/* \" */ DateTime.Now")]
    public void Code_after_a_tricky_string_is_code_again(string code) =>
        Scan.Code(Source(code), WallTests.Clock()).ShouldHaveSingleItem();

    [Fact]
    public void A_finding_says_file_and_line() =>
        Scan.Code(Source("// one\nvar x = 1;\nThread.Sleep(1);"), WallTests.Sleeping()).ShouldBe(["Sample.cs:3 Thread.Sleep"]);

    [Theory]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("var dice = new Random(1);")]
    [InlineData("RandomNumberGenerator.Fill(salt);")]
    public void Dice_are_found(string code) => Scan.Code(Source(code), WallTests.Randomness()).ShouldHaveSingleItem();

    [Theory]
    [InlineData("async Task Load() {}")]
    [InlineData("task.GetAwaiter().GetResult();")]
    public void Waiting_is_found(string code) => Scan.Code(Source(code), WallTests.Waiting()).ShouldHaveSingleItem();

    [Theory]
    [InlineData("using Microsoft.EntityFrameworkCore;", true)]
    [InlineData("using Npgsql;", true)]
    [InlineData("using Kanteling.Workflows.Storage;", false)]
    public void A_database_is_found(string code, bool found) =>
        Scan.Code(Source(code), WallTests.Databases()).Any().ShouldBe(found);

    [Theory]
    [InlineData("using Quartz;", true)]
    [InlineData("new Quartz.JobKey(name)", true)]
    [InlineData("services.AddQuartzSweeps();", false)]
    public void Quartz_is_found(string code, bool found) => Scan.Code(Source(code), WallTests.Quartz()).Any().ShouldBe(found);

    [Fact]
    public void ASP_NET_is_found() =>
        Scan.Code(Source("using Microsoft.AspNetCore.Http;"), WallTests.AspNet()).ShouldHaveSingleItem();

    [Fact]
    public void An_interface_is_found() => WallTests.Interface().IsMatch(Source("public interface IClock;").Code).ShouldBeTrue();

    [Theory]
    [InlineData("sealed class TaskManager;", true)]
    [InlineData("record struct PersonInfo(int A);", true)]
    [InlineData("class MailService;", true)]
    [InlineData("class SweepService : BackgroundService;", false)]
    [InlineData("class Database;", false)]
    [InlineData("record Commit;", false)]
    public void A_name_that_says_nothing_is_found(string code, bool found) => Scan.EmptyNames(Source(code)).Any().ShouldBe(found);

    [Theory]
    [InlineData("src/Kanteling.Workflows.Web/Helpers", true)]
    [InlineData("src/Kanteling.Workflows.Web/Pages/Shared", true)]
    [InlineData("src/Kanteling.Workflows.Web/Huishoudens", false)]
    public void A_folder_that_says_nothing_is_found(string folder, bool found) =>
        Scan.EmptyFolders([folder]).Any().ShouldBe(found);

    [Theory]
    [InlineData("class HuishoudenState;", true)]
    [InlineData("throw new(\"een taak\");", true)]
    [InlineData("const string Law = \"WMO2015\";", true)]
    [InlineData("// a huishouden, for instance", false)]
    [InlineData("namespace Kanteling.Workflows;", false)]
    [InlineData("class Taakbalk;", false)]
    public void Dutch_is_found_in_names_and_strings(string code, bool found) =>
        Scan.Words(Source(code), DutchNouns.All).Any().ShouldBe(found);

    [Fact]
    public void Unfinished_work_is_found()
    {
        Scan.Unfinished("a.md", "one\n// TO" + "DO later").ShouldBe(["a.md:2 TO" + "DO"]);
        Scan.Unfinished("a.md", "a todo list, a hackathon").ShouldBeEmpty();
    }

    [Fact]
    public void A_project_file_is_read()
    {
        const string xml = """
            <Project><ItemGroup>
              <ProjectReference Include="../Kanteling.Workflows/Kanteling.Workflows.csproj" />
              <PackageReference Include="Quartz" /><PackageReference Include="Quartzite" />
            </ItemGroup></Project>
            """;
        var project = Project.Parse("Timers", xml);
        project.Rooms.ShouldBe(["engine"]);
        project.PackagesOutside(["Quartz", "Microsoft."]).ShouldBe(["Quartzite"]);
    }

    [Fact]
    public void An_exception_without_a_reason_is_refused()
    {
        Allowed.Parse("# rem\nclock  src/a.cs  because of x").ShouldBe([new Allowed("clock", "src/a.cs", "because of x")]);
        Should.Throw<FormatException>(() => Allowed.Parse("clock src/a.cs"));
    }

    [Fact]
    public void The_scanners_look_at_files_that_are_there()
    {
        WorkingCopy.CSharp("tests").ShouldContain(file => file.Path.EndsWith("House/ScanTests.cs", StringComparison.Ordinal));
        WorkingCopy.TextFiles().ShouldContain("DECISIONS.md");
        WorkingCopy.Files("src").ShouldNotContain(path => path.Contains("/obj/", StringComparison.Ordinal));
    }

    static SourceFile Source(string code) => SourceFile.Parse("Sample.cs", code);
}
