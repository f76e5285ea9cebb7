using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Zoeken;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Storage.Lists;
using Xunit.Abstractions;
using static Kanteling.Workflows.App.Tests.Zoeken.Planting;

namespace Kanteling.Workflows.App.Tests.Zoeken;

/// <summary>What searching promises, on every database.</summary>
public abstract class SearchContract(ITestOutputHelper output) : IAsyncLifetime
{
    protected OpenStorage Storage { get; private set; } = null!;

    protected abstract Task<OpenStorage> OpenAsync();

    public async Task InitializeAsync() => Storage = await OpenAsync();

    public virtual async Task DisposeAsync() => await Storage.DisposeAsync();

    async Task<string> FoundAsync(string typed) => string.Join(" ", (await FindAsync(Storage, typed)).Items.Select(hit => hit.Person.Length > 0 ? $"{hit.Stream}/{hit.Person}" : hit.Stream.Text));

    [Fact]
    public async Task Names_are_found_as_people_write_and_type_them()
    {
        var pairs = (await File.ReadAllLinesAsync(Path.Combine(Flows.Flows.Folder.Pad, "../tests/Kanteling.Workflows.App.Tests/Zoeken/namen.txt")))
            .Where(line => line.Length > 0).Select(line => line.Split(" | ")).ToList();
        var groups = new Dictionary<string, (int Right, int All)>();
        var stored = pairs.Where(p => p.Length == 3).Select(p => p[0]).Distinct().Index().ToDictionary(s => s.Item, s => $"n{s.Index}");
        foreach (var (name, stream) in stored)
            await PlantAsync(Storage, stream, Read(name));
        var (group, wrong, hits) = ("", new List<string>(), 0);
        foreach (var pair in pairs)
        {
            if (pair is not [var name, var typed, var expected])
            {
                group = pair[0].TrimStart('#', ' ');
                continue;
            }
            var page = await FindAsync(Storage, typed);
            hits += page.Total;
            var isRight = page.Items.Any(hit => hit.Stream.Text == stored[name]) == (expected == "ja");
            if (!isRight)
                wrong.Add($"{name} | {typed} | {expected}");
            var (right, all) = groups.GetValueOrDefault(group);
            groups[group] = (right + (isRight ? 1 : 0), all + 1);
        }
        foreach (var (name, (right, all)) in groups)
            output.WriteLine($"{name}: {right} of {all}");
        output.WriteLine($"{stored.Count} people, {groups.Values.Sum(g => g.All)} questions, {(double)hits / groups.Values.Sum(g => g.All):0.0} hits each");
        wrong.ShouldBeEmpty();
        groups.Values.Sum(g => g.All).ShouldBeGreaterThanOrEqualTo(300);
    }

    /// <summary>A line of the corpus: a name, and what else is known.</summary>
    static Huishouden Read(string line)
    {
        var known = line.Split("; ");
        string? Of(string word) => known.Skip(1).Where(k => k.StartsWith(word + " ", StringComparison.Ordinal)).Select(k => k[(word.Length + 1)..]).FirstOrDefault();
        var person = Person(1, known[0], Of("geboren"));
        if (Of("telefoon") is { } phone)
            person = person with { Telefoon = Content.Of(null, "telefoon", phone) };
        if (Of("mail") is { } mail)
            person = person with { Mail = Content.Of(null, "mail", mail) };
        if (Of("bsn") is { } bsn)
            person = person with { Bsn = Content.Of(null, "bsn", bsn) };
        return Household(null, Of("adres"), person);
    }

    [Fact]
    public async Task Any_person_of_a_household_is_found_and_people_with_one_name_stand_apart()
    {
        await PlantAsync(Storage, "h1", Household("Familie Jansen", "Dorpsstraat 1", Person(1, "Jan Jansen", "1950-01-02"), Person(2, "Piet Jansen", "1980-03-04")));
        await PlantAsync(Storage, "h2", Household("Familie de Boer", null, Person(1, "Anna de Boer"), Person(2, "Jan Jansen", "1999-05-06")));
        (await FoundAsync("jan jansen")).ShouldBe("h1/p1 h2/p2");
        (await FoundAsync("jansen")).ShouldBe("h1/p1 h2/p2 h1/p2");
        (await FoundAsync("jan jansen 1950")).ShouldBe("h1/p1");
        (await FoundAsync("anna jansen")).ShouldBe("", "the words of two people are nobody");
        (await FoundAsync("piet 1950")).ShouldBe("");
    }

    [Fact]
    public async Task A_word_may_be_of_the_address_of_the_household_and_another_of_the_name()
    {
        await PlantAsync(Storage, "h1", Household("Familie Bakker", "Kerkstraat 12, 1234 AB Ons Dorp", Person(1, "Truus Bakker"), Person(2, "Ot Bakker")));
        await PlantAsync(Storage, "h2", Household("Mevrouw Kerkstra", "Dorpsstraat 12", Person(1, "Truus Kerkstra")));
        (await FoundAsync("truus kerkstraat 12")).ShouldBe("h1/p1");
        (await FoundAsync("kerkstr")).ShouldBe("h1 h2/p1", "an address is of the household, a name of somebody");
        (await FoundAsync("1234 ab")).ShouldBe("h1");
        (await FoundAsync("12 truus")).ShouldBe("h1/p1 h2/p1");
        (await FoundAsync("familie bakker")).ShouldBe("h1/p2 h1/p1");
    }

    [Fact]
    public async Task Names_in_parts_are_found_by_every_part_and_stand_in_the_Dutch_order()
    {
        await PlantAsync(Storage, "h1", Household(null, null, Person(1, Parts("Wilhelmina Johanna", "Wil", "van", "Dam", ("de", "Boer")))));
        await PlantAsync(Storage, "h2", Household(null, null, Person(1, "Özlem Östürk"), Person(2, "DIRK DAALDER"), Person(3, "Ans van Dam")));
        await PlantAsync(Storage, "h3", Household(null, null, Person(1, "Piet Oost"), Person(2, "zoë eck")));
        foreach (var typed in (string[])["wil van dam", "wilhelmina dam", "johanna boer", "wil de boer", "v. dam"])
            (await FoundAsync(typed)).ShouldContain("h1/p1", customMessage: typed);
        (await FoundAsync("da")).ShouldBe("h2/p2 h2/p3 h1/p1");
        (await FoundAsync("o")).ShouldBe("h3/p1 h2/p1");
    }

    static JsonObject Parts(string first, string called, string prefix, string last, (string, string) partner) => new()
    {
        ["voornamen"] = first, ["roepnaam"] = called, ["tussenvoegsel"] = prefix, ["geslachtsnaam"] = last, ["naamgebruik"] = "eigenPartner",
        ["partner"] = new JsonObject { ["tussenvoegsel"] = partner.Item1, ["geslachtsnaam"] = partner.Item2 },
    };

    [Fact]
    public async Task Only_households_that_somebody_is_related_to_are_found_and_counted_and_every_page_comes_once()
    {
        await PlantAsync(Storage, [.. Enumerable.Range(0, 137).Select(n => ($"h{n:000}", Household($"Huishouden {n}", null, Person(1, $"Jan Jansen {(char)('a' + (n % 26))}")), n % 3 == 0 ? "!t:noord" : "!t:zuid"))]);
        var seen = new List<SearchHit>();
        for (var skip = 0; ; skip += 10)
        {
            var page = await FindAsync(Storage, "jansen", paging: new Paging(skip, 10));
            page.Total.ShouldBe(46);
            seen.AddRange(page.Items);
            if (page.Items.Length < 10)
                break;
        }
        seen.Distinct().Count().ShouldBe(46);
        seen.Count.ShouldBe(46);
        (await FindAsync(Storage, "jansen", paging: new Paging(500, 10))).Total.ShouldBe(46, "a page after the end still says how many there are");
        (await FindAsync(Storage, "jansen", new(new("kees"), null, []))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_related_by_name_by_team_or_because_nobody_is_finds_it()
    {
        foreach (var related in (string[])["!g:kees", "!t:west", "!"])
            await PlantAsync(Storage, $"h{related.Replace(":", "").Replace("!", "")}", Household(null, null, Person(1, "Jan Jansen")), related);
        async Task<int> CountAsync(Casework.Inzage.Zicht sight) => (await FindAsync(Storage, "jan", sight)).Total;
        (await CountAsync(new(new("kees"), null, []))).ShouldBe(1);
        (await CountAsync(new(new("kees"), new("west"), ["kwaliteit"]))).ShouldBe(2, "a role relates nobody to a household");
        (await CountAsync(new(new("anna"), null, []) { ZietVanNiemand = true })).ShouldBe(1);
        (await CountAsync(new(new("anna"), new("oost"), ["beheerder"]))).ShouldBe(0);
    }

    [Fact]
    public async Task A_BSN_stands_nowhere_and_is_found_whole_only()
    {
        await PlantAsync(Storage, "h1", Household(null, null, Person(1, "Bep Klein") with { Bsn = Content.Of(null, "bsn", "123456782") }));
        (await FoundAsync("123456782")).ShouldBe("h1/p1");
        (await FoundAsync("12345678")).ShouldBe("");
        (await ((Workflows.Storage.Commits.SqlStore)Storage.Store).ListAsync("SELECT term FROM search_terms", r => r.GetString(0), default)).ShouldAllBe(term => !term.Contains("12345678"));
    }

    [Fact]
    public async Task A_secret_address_finds_nobody()
    {
        await PlantAsync(Storage, "h1", Household(null, "Kerkstraat 12, 1234 AB Ons Dorp", Person(1, "Truus Bakker"), Person(2, "Ot Bakker") with { GeheimAdres = true }));
        (await FoundAsync("kerkstraat")).ShouldBe("");
        (await FoundAsync("truus")).ShouldBe("h1/p1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("!")]
    [InlineData("%")]
    [InlineData("~")]
    [InlineData("#")]
    [InlineData("' OR 1=1 --")]
    [InlineData("!t:noord")]
    [InlineData("\u0000\uffff")]
    [InlineData("00-00-0000")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16")]
    [InlineData("van de van den van der vande van van 't d' O' el al bin v.d. v/d")]
    [InlineData("31-2-1950 30-02-50 12 1950 mei 1950 jan 1950 1234 ab 0612345678 123456782")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("\ud800 x \u0301\u0301 ﷺ ١٢٣ 张 Ж")]
    public async Task Whatever_is_typed_it_answers(string typed)
    {
        await PlantAsync(Storage, "h1", Household("Familie Jansen", "Dorpsstraat 1", Person(1, "Jan Jansen", "1950-01-02")));
        (await FindAsync(Storage, typed)).Total.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void What_is_typed_fits_in_the_question()
    {
        var dice = new Random(7);
        string[] parts = ["van", "der", "Müller", "Sybesma", "1234", "AB", "12", "mei", "jan", "1950", "12-3-50", "120350", "0612345678", "123456782", "El", "Øster-Æble", "d'", "v.d.", "x"];
        for (var n = 0; n < 20_000; n++)
        {
            var asked = Zoekvraag.Lees(string.Join(' ', Enumerable.Range(0, dice.Next(1, 12)).Select(_ => parts[dice.Next(parts.Length)])), bsn => ["#a:" + bsn, "#b:" + bsn]);
            asked.IsLeeg.ShouldBeFalse();
            asked.Woorden.Length.ShouldBeLessThanOrEqualTo(Zoekvraag.MeesteWoorden);
            asked.Lezingen.Length.ShouldBeLessThanOrEqualTo(Zoekvraag.MeesteLezingen);
            asked.Woorden.Sum(w => w.Bereiken.Length).ShouldBeLessThanOrEqualTo(Zoekvraag.MeesteBereiken);
        }
    }
}
