using System.Globalization;
using System.Text.RegularExpressions;

namespace Kanteling.Workflows.Tests.House;

/// <summary>That what the pages show can be read: WCAG 2.2 AA contrast of the pairs that site.css lays on each other.</summary>
public sealed partial class ThemeTests
{
    const string Folder = "src/Kanteling.Workflows.Web/wwwroot/css/";
    const double Readable = 4.5, Visible = 3;

    static readonly string Theme = WorkingCopy.Read(Folder + "theme.css");
    static readonly string Site = WorkingCopy.Read(Folder + "site.css");

    static readonly Dictionary<string, string> Light = Colours(Theme[..Theme.IndexOf("@media", StringComparison.Ordinal)]);
    static readonly Dictionary<string, string> Dark = Light.Concat(Colours(DarkPart(Theme)))
        .GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value);

    static readonly string[] Grounds = ["ground", "surface", "surface-quiet"];
    static readonly string[] Signs = ["late", "today", "week", "done", "neutral", "shielded"];

    static readonly (string Front, string Back, double Least)[] Pairs =
    [
        .. Grounds.SelectMany(ground => new[] { "text", "text-muted", "link", "danger" }.Select(text => (text, ground, Readable))),
        .. Signs.Select(sign => (sign, sign + "-quiet", Readable)),
        .. Signs.Select(sign => (sign + "-line", "surface", Visible)),
        .. Enumerable.Range(1, 4).Select(circle => ("circle-text", $"circle-{circle}", Readable)),
        .. Grounds.Select(ground => ("line-strong", ground, Visible)),
        .. Grounds.Select(ground => ("brand", ground, Visible)),
        ("on-brand", "brand", Readable), ("on-brand", "brand-strong", Readable), ("on-brand-quiet", "brand-quiet", Readable),
        ("brand-strong", "surface", Readable), ("on-danger", "danger", Readable), ("on-danger", "danger-strong", Readable),
        ("on-demo", "demo", Readable), ("circle-text", "accent", Readable), ("focus", "focus-glow", Visible)
    ];

    [Fact]
    public void Every_pair_can_be_read_in_the_light() => TooFaint(Light).ShouldBeEmpty();

    [Fact]
    public void Every_pair_can_be_read_in_the_dark() => TooFaint(Dark).ShouldBeEmpty();

    // On a light ground the dark tone of the ring shows, on a dark ground the light one.
    [Fact]
    public void One_tone_of_the_focus_ring_shows_on_every_ground()
    {
        foreach (var theme in new[] { Light, Dark })
        {
            foreach (var ground in Grounds.Append("brand").Append("brand-quiet").Append("demo"))
            {
                Math.Max(Contrast(theme["focus"], theme[ground]), Contrast(theme["focus-glow"], theme[ground]))
                    .ShouldBeGreaterThanOrEqualTo(Visible, ground);
            }
        }
    }

    [Fact]
    public void Only_the_theme_names_a_colour() => AnyColour().Matches(WithoutComments(Site)).Select(match => match.Value).ShouldBeEmpty();

    [Fact]
    public void Every_property_that_the_pages_use_is_in_the_theme()
    {
        var declared = Declaration().Matches(Theme + Site).Select(match => match.Groups[1].Value).ToHashSet();
        Use().Matches(Site).Select(match => match.Groups[1].Value).Distinct().Where(name => !declared.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void No_style_asks_for_something_outside_the_house() =>
        Outside().Matches(Theme + Site).Select(match => match.Value).ShouldBeEmpty();

    [Fact]
    public void Every_letter_that_the_theme_names_lies_in_the_house_with_its_licence()
    {
        foreach (Match font in FontFile().Matches(Theme))
            WorkingCopy.Files("src/Kanteling.Workflows.Web/wwwroot/fonts").ShouldContain(path => path.EndsWith("/" + font.Groups[1].Value, StringComparison.Ordinal));
        WorkingCopy.Read("src/Kanteling.Workflows.Web/wwwroot/fonts/LICENSE-source-sans-3.txt").ShouldContain("SIL OPEN FONT LICENSE Version 1.1");
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ffffff", "#ffffff", 1)]
    public void Contrast_is_computed_as_WCAG_says(string front, string back, double expected) =>
        Contrast(front, back).ShouldBe(expected, 0.01);

    static IEnumerable<string> TooFaint(Dictionary<string, string> theme) =>
        from pair in Pairs
        let contrast = Contrast(theme[pair.Front], theme[pair.Back])
        where contrast < pair.Least
        select $"{pair.Front} on {pair.Back}: {contrast:0.00}, least {pair.Least}";

    static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    static double Luminance(string hex) => 0.2126 * Channel(hex, 1) + 0.7152 * Channel(hex, 3) + 0.0722 * Channel(hex, 5);

    static double Channel(string hex, int at)
    {
        var part = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    static string DarkPart(string theme)
    {
        var start = theme.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        return theme[start..theme.IndexOf("@media print", start, StringComparison.Ordinal)];
    }

    static Dictionary<string, string> Colours(string css) =>
        Colour().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    static string WithoutComments(string css) => Comment().Replace(css, "");

    [GeneratedRegex(@"--color-([\w-]+):\s*(#[0-9a-f]{6});")]
    private static partial Regex Colour();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black|red|green|blue|gr[ae]y)\b")]
    private static partial Regex AnyColour();

    [GeneratedRegex(@"(--[\w-]+)\s*:")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"var\((--[\w-]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"https?:|url\(\s*[""']?//|@import")]
    private static partial Regex Outside();

    [GeneratedRegex(@"fonts/([\w.-]+\.woff2)")]
    private static partial Regex FontFile();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
