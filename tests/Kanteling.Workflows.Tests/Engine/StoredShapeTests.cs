using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Tests.House;

namespace Kanteling.Workflows.Tests.Engine;

/// <summary>
/// What can stand in the hashed body of a commit, which is never erased: numbers, days, words of closed lists, ids of a type of their own, and content by its hash.
/// Every text that is left is named in stored-texts.txt, with what it is and who makes it; what somebody wrote is not among them.
/// </summary>
public class StoredShapeTests
{
    static readonly HashSet<Type> Plain = [typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(DateOnly), typeof(DateTimeOffset), typeof(Content), typeof(DomainState)];

    /// <summary>Every event, and the state of the household: a checkpoint has it whole.</summary>
    static IEnumerable<Type> Stored => EventNames.All.AddRange(Huishoudenopslag.Codec.Events).Select(e => e.Type).Where(t => t != typeof(DomainEvent)).Append(Huishoudenopslag.Codec.State);

    [Fact]
    public void Every_text_in_a_hashed_body_is_named_with_what_it_is()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<Type>();
        foreach (var type in Stored)
            Walk(type, found, seen);
        var lines = WorkingCopy.Read("tests/Kanteling.Workflows.Tests/Engine/stored-texts.txt").Split('\n').Where(l => l.Length > 0 && l[0] != '#').ToList();
        var named = lines.SelectMany(l => l.Split(": ", 2)[1].Split(' ')).ToList();
        named.ShouldBeUnique();
        found.Except(named).ShouldBeEmpty("a text that nobody accounted for: make it a word of a list, a number, a reference or Content");
        named.Except(found).ShouldBeEmpty("named, and not there any more");
    }

    static void Walk(Type type, SortedSet<string> found, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            return;
        foreach (var derived in type.GetCustomAttributes<JsonDerivedTypeAttribute>())
            Walk(derived.DerivedType, found, seen);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.Always))
        {
            foreach (var part in Parts(property.PropertyType))
            {
                if (part == typeof(string))
                    found.Add($"{property.DeclaringType!.Name}.{property.Name}");
                else if (!part.IsEnum && !Plain.Contains(part) && !typeof(ITextId).IsAssignableFrom(part) && !typeof(INumberId).IsAssignableFrom(part))
                    Walk(part, found, seen);
            }
        }
    }

    static IEnumerable<Type> Parts(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? [inner]
        : type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments().SelectMany(Parts)
        : [type];
}
