using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.App.Tests.Api;

/// <summary>
/// A static field is of the whole process, so of every gemeente that it serves: what is kept in one would be kept for all. Only what
/// never changes may stand there.
/// </summary>
public sealed class StaticStateTests
{
    static readonly ImmutableArray<Assembly> Ours =
        [typeof(WorkflowEngine).Assembly, typeof(HuishoudenDomein).Assembly, typeof(OpenStorage).Assembly, typeof(CaseClock).Assembly, typeof(Bevoegdheid).Assembly, typeof(Scenario).Assembly, typeof(Program).Assembly];

    const string Table = "a table of the program that nobody writes into";

    /// <summary>What changes, and why it is the same for every gemeente.</summary>
    static readonly Dictionary<string, string> Allowed = new()
    {
        ["Kanteling.Workflows.Casework.Huishoudens.Lijstwoord.Geschreven"] = "the word of a member of an enum: of the program, never of a database",
        ["Kanteling.Workflows.Casework.Documenten.Documentverwijzing.Hashes"] = "hangs on one document in memory and goes with it: its hash follows from nothing else",
        ["Kanteling.Workflows.Casework.Formulieren.Voorwaarden.Bewaard"] = "hangs on one form in memory and goes with it: its conditions follow from nothing else",
        ["Kanteling.Workflows.Running.Work.None"] = "nothing to do: its lists are empty, and a drawing is only read",
        ["Kanteling.Workflows.Expressions.ArithmeticTypes.Results"] = Table,
        ["Kanteling.Workflows.Expressions.FeelContext.Empty"] = "a value of FEEL, filled when it is made",
        ["Kanteling.Workflows.Definitions.ActivityTreeReader.NotSearched"] = Table,
        ["Kanteling.Workflows.Definitions.Checks.ActivityCheck.Times"] = Table,
        ["Kanteling.Workflows.Definitions.Checks.VariableCheck.OfLoops"] = Table,
        ["Kanteling.Workflows.Definitions.Checks.VariableCheck.Loops"] = Table,
        ["Kanteling.Workflows.Storage.ChangeAudit.NotCopied"] = Table,
        ["Kanteling.Workflows.Zaken.Motor.Soorten"] = "the kinds of steps, filled when they are made",
        ["Kanteling.Workflows.Zaken.Tekeningen.Tekeningtekst.NietBewaard"] = Table,
        ["Kanteling.Workflows.Web.Pages.Taakblad.GeenFouten"] = Table,
        ["Kanteling.Workflows.Web.Pages.Studio.ProevenPaginas.Standen"] = Table,
        ["Kanteling.Workflows.Web.Pages.Studio.Tekeningverschil.GeenInvoer"] = Table,
    };

    static readonly FrozenSet<Type> Constant = new[]
    {
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly), typeof(TimeOnly), typeof(Type), typeof(TimeZoneInfo), typeof(Version), typeof(Uri),
        typeof(System.Text.Encoding), typeof(System.Globalization.CultureInfo), typeof(System.Text.RegularExpressions.Regex), typeof(System.Text.CompositeFormat), typeof(System.Text.Json.JsonSerializerOptions),
        typeof(System.Text.Json.JsonEncodedText), typeof(System.Text.Json.JsonDocumentOptions), typeof(System.Buffers.SearchValues), typeof(StringComparer), typeof(MethodInfo),
    }.ToFrozenSet();

    [Fact]
    public void Nothing_static_in_our_assemblies_can_change_save_what_is_allowed_with_a_reason() =>
        Ours.SelectMany(a => a.GetTypes()).SelectMany(Changeable).Where(f => !Allowed.ContainsKey(f.Split(' ')[0])).ShouldBeEmpty();

    [Fact]
    public void What_is_allowed_is_still_there() =>
        Allowed.Keys.ShouldBeSubsetOf(Ours.SelectMany(a => a.GetTypes()).SelectMany(Changeable).Select(f => f.Split(' ')[0]));

    [Fact]
    public void What_changes_is_found() => Changeable(typeof(Planted)).Select(f => f.Split(' ')[0].Split('.')[^1]).Order().ShouldBe(["Cache", "Counter", "Holder", "Later", "Slot", "Words"]);

    [Fact]
    public void What_never_changes_is_not_found() => Changeable(typeof(Fixed)).ShouldBeEmpty();

    static IEnumerable<string> Changeable(Type type) =>
        // What the compiler keeps for itself: a lambda that was made once, the text of a switch.
        from field in IsOfTheCompiler(type) || type.ContainsGenericParameters ? [] : type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral
        let why = !field.IsInitOnly ? "can be set" : Changes(field.FieldType, [])
        where why is not null
        select $"{type.FullName}.{Name(field)} ({field.FieldType.Name}: {why})";

    static bool IsOfTheCompiler(Type type) => type.Name.StartsWith('<') || (type.DeclaringType is { } outer && IsOfTheCompiler(outer)) || type.FullName!.Contains("RegularExpressions.Generated", StringComparison.Ordinal);

    static string Name(FieldInfo field) => field.Name is ['<', .. var rest] ? rest.Split('>')[0] : field.Name;

    /// <summary>Why an object of this type can change; null when it cannot. A table of words in an array is constant by custom: nobody writes into one.</summary>
    static string? Changes(Type type, HashSet<Type> seen)
    {
        // What an input is when a drawing leaves it out is a value of any kind, written in the program.
        if (type == typeof(object) || typeof(System.Text.Json.Nodes.JsonNode).IsAssignableFrom(type) || type.IsPrimitive || type.IsEnum || type.IsPointer || typeof(Delegate).IsAssignableFrom(type) || Constant.Any(c => c.IsAssignableFrom(type)) || !seen.Add(type))
            return null;
        if (type.IsArray)
            return Changes(type.GetElementType()!, seen);
        if (Nullable.GetUnderlyingType(type) is { } inside)
            return Changes(inside, seen);
        if (type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen" || type.FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal) || (type.IsInterface && type.Name.StartsWith("IReadOnly", StringComparison.Ordinal)))
            return type.GetGenericArguments().Select(a => Changes(a, seen)).FirstOrDefault(why => why is not null);
        if (!Ours.Contains(type.Assembly) && type.Assembly != typeof(StaticStateTests).Assembly)
            return IsFramework(type) ? null : "is made to change";
        return (from field in Fields(type)
                let why = field.IsInitOnly || type.IsValueType ? Changes(field.FieldType, seen) : "can be set"
                where why is not null
                select $"{field.Name}: {why}").FirstOrDefault();
    }

    static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                yield return field;
        }
    }

    /// <summary>Made once and only asked since: descriptions of commands, keys, pipelines.</summary>
    static bool IsFramework(Type type) => type.Namespace is { } n && (n is "System.CommandLine" or "Microsoft.AspNetCore.StaticFiles" or "Quartz" or "Markdig" || n.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) || n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

#pragma warning disable CA1823, CS0169, CS0414, IDE0044, IDE0051, IDE0052
    static class Planted
    {
        static int Counter;
        static readonly Dictionary<string, string> Cache = [];
        static readonly List<Dictionary<string, string>> Words = [];
        static readonly AsyncLocal<string> Slot = new();
        static readonly Lazy<string> Later = new(() => "");
        static readonly Holding Holder = new();

        internal sealed class Holding
        {
            internal string? Last { get; set; }
        }
    }

    static class Fixed
    {
        const int Number = 1;
        static readonly string[] Table = ["a"];
        static readonly FrozenDictionary<string, ImmutableArray<int>> Frozen = FrozenDictionary<string, ImmutableArray<int>>.Empty;
        static readonly (string, int) Pair = ("a", 1);
        static readonly Row Record = new("a", 1);

        internal sealed record Row(string A, int? B);
    }
}
