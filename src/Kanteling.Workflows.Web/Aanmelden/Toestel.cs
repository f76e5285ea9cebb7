namespace Kanteling.Workflows.Web.Aanmelden;

/// <summary>What somebody signs in with, short enough to recognise it and no more: the browser and the system.</summary>
static class Toestel
{
    // The first that is named counts: others name themselves after those that came before them.
    static readonly (string Kenmerk, string Naam)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"), ("curl", "curl")];

    static readonly (string Kenmerk, string Naam)[] Systemen =
        [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>For example <c>Firefox op Windows</c>.</summary>
    public static string Van(string userAgent) => (Zoek(Browsers, userAgent), Zoek(Systemen, userAgent)) switch
    {
        ({ } browser, { } systeem) => $"{browser} op {systeem}",
        ({ } browser, null) => browser,
        (null, { } systeem) => $"Een programma op {systeem}",
        _ => "Een programma",
    };

    static string? Zoek((string Kenmerk, string Naam)[] lijst, string userAgent) => lijst.FirstOrDefault(l => userAgent.Contains(l.Kenmerk, StringComparison.Ordinal)).Naam;
}
