using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>The walls of the house (DECISIONS.md, the table of rooms in README.md), looked at in the working copy itself.</summary>
public sealed partial class WallTests
{
    const string Engine = "src/Kanteling.Workflows";

    static readonly Dictionary<string, (string[] Rooms, string[] Packages)> Table = new()
    {
        ["engine"] = ([], []),
        ["Casework"] = (["engine"], []),
        ["Storage"] = (["Casework", "engine"], ["Microsoft.EntityFrameworkCore.", "SQLitePCLRaw.", "Npgsql", "Npgsql."]),
        ["Timers"] = (["engine"], ["Quartz", "Microsoft.Extensions."]),
        ["Zaken"] = (["Casework", "Storage", "engine"], []),
        ["Demo"] = (["Casework", "Storage", "Timers", "Zaken", "engine"], []),
        ["Web"] = (["Casework", "Demo", "Storage", "Timers", "Zaken", "engine"],
            ["Microsoft.AspNetCore.", "Microsoft.OpenApi", "Markdig", "Microsoft.IdentityModel.", "System.CommandLine", "Otp.NET", "QRCoder", "OpenTelemetry", "OpenTelemetry."])
    };

    [Fact]
    public void Every_room_refers_to_the_rooms_of_the_table_and_to_no_other()
    {
        var projects = Project.OfTheProduct();
        projects.Select(project => project.Room).ShouldBe(Table.Keys, ignoreOrder: true);
        foreach (var project in projects)
            project.Rooms.ShouldBe(Table[project.Room].Rooms, ignoreOrder: true, project.Room);
    }

    [Fact]
    public void Every_room_restores_only_its_own_framework() =>
        Project.OfTheProduct().SelectMany(project => project.PackagesOutside(Table[project.Room].Packages)
            .Select(package => $"{project.Room}: {package}")).ShouldBeEmpty();

    [Theory]
    [InlineData("engine")]
    [InlineData("Casework")]
    public void The_pure_rooms_have_no_package_at_all(string room) =>
        Project.OfTheProduct().Single(project => project.Room == room).Packages.ShouldBeEmpty();

    [Fact]
    public void EF_Core_and_the_databases_live_in_Storage_only() => Outside(Databases(), "Storage").ShouldBeEmpty();

    [Fact]
    public void Every_query_on_the_context_of_EF_Core_stands_in_Storage() => Outside(Context(), "Storage").ShouldBeEmpty();

    [Fact]
    public void Quartz_lives_in_Timers_only() => Outside(Quartz(), "Timers").ShouldBeEmpty();

    [Fact]
    public void ASP_NET_lives_in_Web_only() => Outside(AspNet(), "Web").ShouldBeEmpty();

    [Fact]
    public void The_engine_speaks_no_Dutch() =>
        WorkingCopy.CSharp(Engine).SelectMany(file => Scan.Words(file, DutchNouns.All)).ShouldBeEmpty();

    [Fact]
    public void Only_those_who_are_allowed_read_a_clock() =>
        Unless("clock", "src", Clock()).ShouldBeEmpty("now is a parameter; the front door takes it once");

    [Fact]
    public void Engine_and_Casework_throw_no_dice() =>
        Unless("randomness", Engine, Randomness()).Concat(Unless("randomness", Engine + ".Casework", Randomness()))
            .ShouldBeEmpty("a decision that is taken twice must be the same decision");

    [Fact]
    public void The_front_door_is_the_only_one_in_the_pure_rooms_that_waits() =>
        Unless("async", Engine, Waiting()).Concat(Unless("async", Engine + ".Casework", Waiting())).ShouldBeEmpty();

    [Fact]
    public void A_refusal_is_a_value_and_is_not_thrown() => new[] { "Zaken", "Demo", "Web" }.Select(room => $"{Engine}.{room}")
        .SelectMany(folder => Unless("exception", folder, OwnException()).Concat(WorkingCopy.CSharp(folder).SelectMany(file => Scan.Code(file, ThrownRefusal()))))
        .ShouldBeEmpty("what may be expected is answered with a Weigering");

    [Fact]
    public void Pages_API_and_Elsa_do_not_use_each_other()
    {
        string[] edges = ["Api", "Elsa", "Pages"];
        edges.SelectMany(edge => WorkingCopy.CSharp($"{Engine}.Web/{edge}").SelectMany(file => Scan.Code(file, Edge()).Where(found => !found.EndsWith("Web." + edge, StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    [Fact]
    public void Names_of_types_say_something() =>
        WorkingCopy.CSharp("src").SelectMany(Scan.EmptyNames).ShouldBeEmpty();

    [Fact]
    public void Folders_are_named_after_what_the_business_or_the_engine_calls_things() =>
        Scan.EmptyFolders(WorkingCopy.Folders("src")).ShouldBeEmpty();

    [Fact]
    public void Tests_do_not_sleep() =>
        WorkingCopy.CSharp("tests").SelectMany(file => Scan.Code(file, Sleeping())).ShouldBeEmpty();

    [Fact]
    public void Interfaces_are_few_and_each_has_its_reason() =>
        WorkingCopy.CSharp("src").Where(file => Interface().IsMatch(file.Code) && !Allowed.Covers("interface", file.Path))
            .Select(file => file.Path).ShouldBeEmpty("an interface needs two real implementations and a line in allowed.txt");

    [Fact]
    public void Nothing_is_marked_as_unfinished() =>
        WorkingCopy.TextFiles().SelectMany(path => Scan.Unfinished(path, WorkingCopy.Read(path))).ShouldBeEmpty();

    [Fact]
    public void There_are_at_most_five_interfaces() =>
        Allowed.All.Count(entry => entry.Rule == "interface").ShouldBeLessThanOrEqualTo(5);

    static IEnumerable<string> Unless(string rule, string folder, Regex pattern) =>
        WorkingCopy.CSharp(folder).Where(file => !Allowed.Covers(rule, file.Path)).SelectMany(file => Scan.Code(file, pattern));

    static IEnumerable<string> Outside(Regex pattern, string room) =>
        WorkingCopy.CSharp("src").Where(file => !file.Path.StartsWith($"{Engine}.{room}/", StringComparison.Ordinal))
            .SelectMany(file => Scan.Code(file, pattern));

    [GeneratedRegex(@"\bMicrosoft\.EntityFrameworkCore\b|\bMicrosoft\.Data\.Sqlite\b|\bNpgsql\b|\bSQLitePCL\b")]
    internal static partial Regex Databases();

    [GeneratedRegex(@"\bKantelingDb\b|\bDbContext\b|\bDbSet\b")]
    internal static partial Regex Context();

    [GeneratedRegex(@"\busing\s+(?:static\s+)?Quartz\b|\bglobal::Quartz\b|(?<!\.)\bQuartz\.")]
    internal static partial Regex Quartz();

    [GeneratedRegex(@"\bMicrosoft\.AspNetCore\b")]
    internal static partial Regex AspNet();

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b|\bStopwatch\b|\bTimeProvider\.System\b|\.GetUtcNow\(|\.GetLocalNow\(|\.GetTimestamp\(|\bEnvironment\.TickCount")]
    internal static partial Regex Clock();

    [GeneratedRegex(@"\bnew\s+Random\b|\bRandom\.Shared\b|\bGuid\.(?:NewGuid|CreateVersion7)\b|\bRandomNumberGenerator\b|\bPath\.GetRandomFileName\b")]
    internal static partial Regex Randomness();

    [GeneratedRegex(@"\basync\b|\bawait\b|\.GetAwaiter\(|\bThread\b|\bTask\.Run\b")]
    internal static partial Regex Waiting();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\b|\bWaitForTimeoutAsync\b|\bSpinWait\b")]
    internal static partial Regex Sleeping();

    [GeneratedRegex(@"\bclass\s+\w+[^{;]*:\s*(?:System\.)?\w*Exception\b")]
    internal static partial Regex OwnException();

    [GeneratedRegex(@"\bthrow\s+(?:await\s+)?(?:new\s+)?(?:Weigering|nee|fout)\b")]
    internal static partial Regex ThrownRefusal();

    [GeneratedRegex(@"\bWeb\.(?:Api|Elsa|Pages)\b")]
    internal static partial Regex Edge();

    [GeneratedRegex(@"\binterface\s+[A-Z]\w*")]
    internal static partial Regex Interface();
}
