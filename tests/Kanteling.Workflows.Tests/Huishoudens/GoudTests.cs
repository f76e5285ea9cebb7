using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>
/// What is stored is for ever. <c>commit.json</c> was written once, with every fact there was, and is never edited: it must be
/// read for fifteen years. <c>feiten.json</c> is how facts are written today: a change of shape shows there, and may only add
/// a field that old facts can do without; anything else is a new number and an upgrader.
/// </summary>
public class GoudTests
{
    static readonly JsonSerializerOptions Leesbaar = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Bestand(string naam) => Path.Combine(Werkbank.Wortel(), "tests", "Kanteling.Workflows.Tests", "Huishoudens", "Goud", naam);

    static JsonNode Gelezen(string naam) => File.Exists(Bestand(naam)) ? JsonNode.Parse(File.ReadAllText(Bestand(naam)))! : new JsonObject();

    static void MoetZijn(string naam, JsonNode nu)
    {
        var tekst = nu.ToJsonString(Leesbaar) + "\n";
        if (File.Exists(Bestand(naam)) && File.ReadAllText(Bestand(naam)) == tekst)
            return;
        var naast = Path.Combine(AppContext.BaseDirectory, naam);
        File.WriteAllText(naast, tekst);
        throw new ShouldAssertException($"{naam} is not what the program writes now; see {naast}.");
    }

    static JsonObject Feiten() => new(HuishoudenDomein.Domein.Codec.Events.Select(e => KeyValuePair.Create(
        $"{e.Name}/{e.Number}", JsonSerializer.SerializeToNode(new Gevuld(_ => 0).Maak(e.Type), e.Type, Huishoudenopslag.Json))));

    [Fact]
    public void Every_fact_is_written_as_it_always_was() => MoetZijn("feiten.json", Feiten());

    [Fact]
    public void A_commit_of_the_first_day_is_read_without_loss()
    {
        var codec = new EventCodec(HuishoudenDomein.Domein.Codec);
        var goud = Gelezen("commit.json");
        if (goud["body"] is null)
            MoetZijn("commit.json", Commit(codec));
        var gelezen = codec.Read(new StoredCommit(new("s1"), 1, 1, default, new("c"), new("user:anna"), default, Encoding.UTF8.GetBytes(goud["body"]!.ToJsonString(Json.Compact)), Convert.FromBase64String(goud["slots"]!.ToString()), new byte[32]));
        gelezen.Length.ShouldBe(goud["body"]!.AsArray().Count);
        foreach (var (e, stored) in gelezen.Cast<DomainEvent>().Select(e => e.Event).Zip(goud["body"]!.AsArray()))
            Omvat(JsonSerializer.SerializeToNode(e, e.GetType(), Huishoudenopslag.Json), Bijgewerkt(goud, stored!)).ShouldBeTrue(e.GetType().Name);
    }

    /// <summary>What that day's fact means now: as it was, or as its upgraders make it, each of which has a test of its own.</summary>
    static JsonNode? Bijgewerkt(JsonNode goud, JsonNode stored)
    {
        var (naam, nummer) = (stored["e"]!.ToString(), stored["n"]!.GetValue<int>());
        var feit = goud["feiten"]![$"{naam}/{nummer}"]!.DeepClone();
        for (; HuishoudenDomein.Domein.Codec.Upgraders.TryGetValue((naam, nummer), out var upgrade); nummer++)
            feit = upgrade((JsonObject)feit);
        return feit;
    }

    /// <summary>A change of <see cref="Toepassing"/> that alters what an old stream means shows here, also when every fact still reads as it did.</summary>
    [Fact]
    public void The_commit_of_the_first_day_folds_to_the_household_that_it_always_was()
    {
        var goud = Gelezen("commit.json");
        var gelezen = new EventCodec(HuishoudenDomein.Domein.Codec).Read(new StoredCommit(new("s1"), 1, 1, default, new("c"), new("user:anna"), default, Encoding.UTF8.GetBytes(goud["body"]!.ToJsonString(Json.Compact)), Convert.FromBase64String(goud["slots"]!.ToString()), new byte[32]));
        var standen = new JsonObject();
        var h = Huishouden.Leeg;
        foreach (var feit in gelezen.Cast<DomainEvent>().Select(e => e.Event))
            standen[$"{standen.Count + 1} {feit.GetType().Name}"] = Verschil(h, h = Toepassing.Pas(h, feit));
        MoetZijn("gevouwen.json", standen);
    }

    /// <summary>The parts of a household that a fact changed, as they are after it.</summary>
    static JsonObject Verschil(Huishouden voor, Huishouden na)
    {
        var (was, is_) = ((JsonObject)JsonSerializer.SerializeToNode(voor, Huishoudenopslag.Json)!, (JsonObject)JsonSerializer.SerializeToNode(na, Huishoudenopslag.Json)!);
        return new JsonObject(is_.Select(v => v.Key).Union(was.Select(v => v.Key)).Where(naam => !JsonNode.DeepEquals(was[naam], is_[naam])).Select(naam => KeyValuePair.Create(naam, is_[naam]?.DeepClone())));
    }

    static JsonObject Commit(EventCodec codec)
    {
        var (body, slots) = codec.Write([.. HuishoudenDomein.Domein.Codec.Events.Select(e => new DomainEvent(new Gevuld(_ => 0).Maak(e.Type)))]);
        return new JsonObject { ["body"] = JsonNode.Parse(Packing.Unpack(body).Span), ["slots"] = Convert.ToBase64String(slots), ["feiten"] = Feiten() };
    }

    /// <summary>Whether everything that was written then is still there now; fields may have come since.</summary>
    static bool Omvat(JsonNode? nu, JsonNode? toen) => (nu, toen) switch
    {
        (JsonObject n, JsonObject t) => t.All(veld => n.ContainsKey(veld.Key) && Omvat(n[veld.Key], veld.Value)),
        (JsonArray n, JsonArray t) => n.Count == t.Count && n.Zip(t).All(x => Omvat(x.First, x.Second)),
        _ => JsonNode.DeepEquals(nu, toen),
    };

    [Fact]
    public void No_word_about_a_person_stands_in_the_body_of_a_commit()
    {
        var body = Encoding.UTF8.GetString(Packing.Unpack(new EventCodec(HuishoudenDomein.Domein.Codec).Write([.. HuishoudenDomein.Domein.Codec.Events.Select(e => new DomainEvent(new Gevuld(_ => 0).Maak(e.Type)))]).Body).Span);
        body.ShouldNotContain("…");
        body.ShouldContain("$slot");
    }

    [Fact]
    public void What_conditions_may_read_is_added_to_and_never_changed() => MoetZijn("gegevenslijst.json", Schema(HuishoudenContext.Schema));

    [Fact]
    public void What_conditions_read_is_what_the_list_says()
    {
        var waarden = HuishoudenContext.Van(Werkbank.MetDossier(Feit.Lopend()).Huishouden, new("d1")).Entries;
        waarden.Keys.Order().ShouldBe(HuishoudenContext.Schema.Fields.Keys.Order());
        foreach (var (naam, type) in HuishoudenContext.Schema.Fields)
        {
            if (waarden[naam] is not FeelNull && type is not (FeelType.Context or FeelType.List))
                waarden[naam].Type.ShouldBe(type, naam);
        }
    }

    static JsonObject Schema(FeelType.Context context) => new(context.Fields.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => KeyValuePair.Create(v.Key, Type(v.Value))));

    static JsonNode? Type(FeelType type) => type switch
    {
        FeelType.Context context => Schema(context),
        FeelType.List { Element: FeelType.Context regel } => new JsonArray(Schema(regel)),
        _ => type.ToString(),
    };
}
