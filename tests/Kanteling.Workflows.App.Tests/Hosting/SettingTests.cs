using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Kanteling.Workflows.App.Tests.Api;
using Kanteling.Workflows.App.Tests.Fixtures;
using Kanteling.Workflows.Web.Instellingen;
using Microsoft.Extensions.Configuration;

namespace Kanteling.Workflows.App.Tests.Hosting;

/// <summary>The settings that are known are those that are read.</summary>
public sealed partial class SettingTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public void Every_setting_that_is_read_is_known_for_one_gemeente_and_for_several()
    {
        var read = Read(builder => Programmainstellingen.Lees(builder, Environment), new() { ["Kanteling:Storage"] = folder.File("k.db") });
        read.ShouldContain("Verzoeken:AanmeldenOpgespaard");
        read.ShouldContain("Aanmelden:TweedeStapVoor");
        read.Where(name => !Bekendeinstellingen.IsBekend(name)).ShouldBeEmpty();
        read = Read(builder => Gemeenteplaatsen.Lees(builder, Environment), new() { ["Kanteling:Gemeenten:0:Host"] = "noord.test", ["Kanteling:Gemeenten:0:Storage"] = folder.File("n.db") });
        read.ShouldContain("Gemeenten:0:Host");
        read.ShouldContain("Gemeenten:0:Proxy:Pad");
        read.Where(name => !Bekendeinstellingen.IsBekend(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Settings_are_read_in_one_folder()
    {
        var web = PlacedServer.Folder;
        Directory.GetFiles(web, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/Instellingen/") && !file.Contains("/obj/") && Sections().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(web, file)).ShouldBe(["Composition/Procesomgeving.cs"], "that asks where to listen, as the framework does");
    }

    [Theory]
    [InlineData("Storge", "Storage")]
    [InlineData("Wislyst", "Wislijst")]
    [InlineData("Verzoeken:PerSecond", "Verzoeken:PerSeconde")]
    [InlineData("Proxy:Adresen:0", "Proxy:Adressen:0")]
    [InlineData("Gemeenten:1:Sleutel:0", "Gemeenten:1:Sleutels:0")]
    [InlineData("Sleutel:0", "Sleutels:0")]
    public void A_setting_that_is_not_known_is_refused_with_the_nearest(string written, string meant)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Kanteling:" + written, "x")]).Build();
        Should.Throw<StartGeweigerdException>(() => Bekendeinstellingen.Eis(configuration)).Message.ShouldContain($"Kanteling:{written} bestaat niet. Bedoelt u Kanteling:{meant}?");
    }

    [Theory]
    [InlineData("storage")]
    [InlineData("Sleutels:0")]
    [InlineData("Gemeenten:noord:Proxy:Netwerken:1")]
    [InlineData("Gemeenten:0:Host:1")]
    public void What_is_known_is_taken_in_small_letters_and_in_lists(string written) =>
        Bekendeinstellingen.Eis(new ConfigurationBuilder().AddInMemoryCollection([new("Kanteling:" + written, "x")]).Build());

    [Fact]
    public void The_name_above_others_may_be_there_with_nothing_in_it_and_not_with_a_value()
    {
        Bekendeinstellingen.Eis(new ConfigurationBuilder().AddInMemoryCollection([new("Kanteling:Verzoeken", ""), new("Kanteling:Verzoeken:PerSeconde", "0")]).Build());
        var wrong = new ConfigurationBuilder().AddInMemoryCollection([new("Kanteling:Verzoeken", "5"), new("Kanteling:Verzoeken:PerSeconde", "0")]).Build();
        Should.Throw<StartGeweigerdException>(() => Bekendeinstellingen.Eis(wrong)).Message.ShouldContain("Kanteling:Verzoeken bestaat niet");
    }

    Microsoft.Extensions.Hosting.IHostEnvironment Environment => Node.Builder([]).Environment;

    /// <summary>Which settings were asked for, below Kanteling; what only has others below it is none.</summary>
    static HashSet<string> Read(Action<IConfiguration> ask, Dictionary<string, string?> given)
    {
        var recorder = new Recorder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(given).Add(recorder).Build();
        recorder.Asked.Clear();
        ask(configuration);
        return [.. recorder.Asked.Keys.Where(key => key.StartsWith("Kanteling:", StringComparison.Ordinal)).Where(key => !given.Keys.Any(set => set.StartsWith(key + ":", StringComparison.Ordinal))).Select(key => key["Kanteling:".Length..])];
    }

    sealed class Recorder : ConfigurationProvider, IConfigurationSource
    {
        public ConcurrentDictionary<string, bool> Asked { get; } = new();

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            Asked[key] = true;
            return base.TryGet(key, out value);
        }
    }

    [GeneratedRegex(@"GetSection\(|Configuration\[|\bIConfiguration\b")]
    private static partial Regex Sections();

    public void Dispose() => folder.Dispose();
}
