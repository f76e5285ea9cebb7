using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>
/// Makes a fact with every field filled, so that its whole shape shows. With a choice it also makes strange ones: ids that
/// meet each other, days in any order, content that was erased.
/// </summary>
/// <param name="kies">Gives a number below its argument; zero gives the same fact every time.</param>
sealed class Gevuld(Func<int, int> kies)
{
    static readonly string[] Dossiers = ["d1", "d2"];

    public object Maak(Type type)
    {
        var bouwer = type.GetConstructors().Where(c => c.GetParameters() is not [{ } enig] || enig.ParameterType != type).MaxBy(c => c.GetParameters().Length)!;
        var gemaakt = bouwer.Invoke([.. bouwer.GetParameters().Select(p => Waarde(p.ParameterType, p.Name!))]);
        var genoemd = bouwer.GetParameters().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var veld in type.GetProperties().Where(v => v.CanWrite && !genoemd.Contains(v.Name) && v.GetCustomAttribute<JsonIgnoreAttribute>() is null))
            veld.SetValue(gemaakt, Waarde(veld.PropertyType, veld.Name));
        return gemaakt;
    }

    object? Waarde(Type type, string naam)
    {
        if (Nullable.GetUnderlyingType(type) is { } echt)
            return kies(3) == 2 ? null : Waarde(echt, naam);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(kies(Enum.GetValues(type).Length));
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return Lijst(type, naam);
        return type == typeof(string) ? Tekst(naam)
            : typeof(ITextId).IsAssignableFrom(type) ? Activator.CreateInstance(type, Tekst(naam))!
            : type == typeof(DateOnly) ? new DateOnly(2026, 9, 1).AddDays(kies(900))
            : type == typeof(decimal) ? 1.5m + kies(3)
            : type == typeof(int) ? 1 + kies(3)
            : type == typeof(long) ? 100L + kies(3)
            : type == typeof(bool) ? kies(2) == 0
            : type == typeof(Content) ? Inhoud(naam)
            : type == typeof(Explanation) ? Uitleg()
            : Maak(type);
    }

    object Inhoud(string naam) => kies(3) == 2 ? new Content(new("d1"), naam, null) : Content.Of(new("d1"), naam, "…");

    /// <summary>Something told, with an argument of every kind.</summary>
    Explanation Uitleg() => kies(3) == 2 ? [] : [new Told(Uitlegcode.TermijnDuur, new Told(Uitlegwoord.Weken, 6 + kies(3)), new Told(Uitlegwoord.Awb67En68)), new Told(Uitlegcode.TermijnBlijft, new DateOnly(2026, 9, 1).AddDays(kies(900)))];

    string Tekst(string naam) => naam.ToLowerInvariant() switch
    {
        "dossier" => Dossiers[kies(2)],
        "ondersteuning" => $"o{kies(3) + 1}",
        "hulpvraag" => $"h{kies(3) + 1}",
        "persoon" or "client" or "tot" => $"p{kies(3) + 1}",
        "regelset" => kies(3) == 2 ? "onbekend" : "nl-2019-01-01",
        "id" => $"{(kies(2) == 0 ? 'o' : 'h')}{kies(3) + 1}",
        var anders => anders,
    };

    object Lijst(Type type, string naam)
    {
        var soort = type.GetGenericArguments()[0];
        var waarden = Array.CreateInstance(soort, kies(3) == 2 ? 0 : 1 + kies(2));
        for (var i = 0; i < waarden.Length; i++)
            waarden.SetValue(Waarde(soort, naam), i);
        var bouwer = type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? typeof(ImmutableArray) : typeof(ImmutableList);
        return bouwer.GetMethods().First(m => m.Name == "CreateRange" && m.GetParameters().Length == 1).MakeGenericMethod(soort).Invoke(null, [waarden])!;
    }
}
