using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>Which proxies stand before the program, from the section <c>Proxy</c>. What anybody else says of where a request came from is not heard.</summary>
/// <param name="Adressen">Proxies by address.</param>
/// <param name="Netwerken">Proxies by network.</param>
/// <param name="Pad">Below which path the program is reached, with a slash before it and none after; empty at the root.</param>
public sealed partial record Proxyinstellingen(ImmutableArray<IPAddress> Adressen, ImmutableArray<IPNetwork> Netwerken, string Pad)
{
    /// <summary>Whether the name by which people reach the program is read from <c>X-Forwarded-Host</c>.</summary>
    public bool HeeftHost { get; init; }

    /// <summary>Whether the path below which they do is read from <c>X-Forwarded-Prefix</c>.</summary>
    public bool HeeftVoorvoegsel { get; init; }

    /// <summary>When nothing is set: a proxy on this machine.</summary>
    public static Proxyinstellingen Standaard => new([IPAddress.IPv6Loopback], [new(IPAddress.Parse("127.0.0.0"), 8)], "");

    /// <summary>Whether this is a path that a page may be below.</summary>
    public static bool IsPad(string pad) => Geldig().IsMatch(pad);

    /// <exception cref="StartGeweigerdException">An address, a network or a path is none.</exception>
    internal static Proxyinstellingen Lees(IConfigurationSection eigen, IConfigurationSection gedeeld)
    {
        var (van, anders) = (eigen.GetSection("Proxy"), gedeeld.GetSection("Proxy"));
        var adressen = Delen("Adressen").Select(tekst => IPAddress.TryParse(tekst, out var adres) ? adres : throw Fout("Adressen", tekst, "Schrijf een adres als 10.0.0.2 of fd00::2.")).ToImmutableArray();
        var netwerken = Delen("Netwerken").Select(tekst => IPNetwork.TryParse(tekst, out var netwerk) ? netwerk : throw Fout("Netwerken", tekst, "Schrijf een netwerk als 10.0.0.0/24 of fd00::/64.")).ToImmutableArray();
        var pad = Of("Pad", "").TrimEnd('/');
        if (pad.Length > 0 && !IsPad(pad))
            throw Fout("Pad", pad, "Schrijf een pad als /kanteling, met letters, cijfers, streepjes en punten.");
        var gegeven = adressen.Length + netwerken.Length > 0 ? new Proxyinstellingen(adressen, netwerken, pad) : Standaard with { Pad = pad };
        return gegeven with { HeeftHost = Of("Host", false), HeeftVoorvoegsel = Of("Voorvoegsel", false) };

        T Of<T>(string naam, T zonder) => van.GetValue(naam, anders.GetValue(naam, zonder))!;

        string[] Delen(string naam) => Lijstinstelling.Delen(van.GetSection(naam)) is { Length: > 0 } delen ? delen : Lijstinstelling.Delen(anders.GetSection(naam));
    }

    static StartGeweigerdException Fout(string naam, string tekst, string hoe) => new($"Kanteling:Proxy:{naam} is '{tekst}'. {hoe}");

    [GeneratedRegex(@"^(/[A-Za-z0-9._~-]+)+$")]
    private static partial Regex Geldig();
}

/// <summary>A setting of more values: one text with commas between them, or a list.</summary>
static class Lijstinstelling
{
    public static string[] Delen(IConfigurationSection sectie) =>
        [.. (sectie.Get<string[]>() ?? [sectie.Value ?? ""]).SelectMany(tekst => tekst.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))];
}
