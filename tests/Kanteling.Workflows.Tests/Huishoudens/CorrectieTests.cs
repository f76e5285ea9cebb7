using System.Text.Json.Nodes;
using Kanteling.Workflows.Activities;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Tests.Huishoudens;

/// <summary>Other words in a version that flows pin: two persons, and nothing but words.</summary>
public class CorrectieTests
{
    static readonly DocumentVersion Formulier = new("formulier", "hulpvragen", 1);
    static readonly DocumentVersion Brief = new("brief", "verslag", 1);

    readonly Werkbank bank = new();
    readonly WorkflowEngine engine;

    public CorrectieTests() => engine = new WorkflowEngine(
        new MemoryStore(), new EngineParts(HuishoudenDomein.Domein, new ActivityKinds([.. BuiltIn.All, .. Stappenlijst.Alle])), () => new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero),
        sleutel => Task.FromResult(bank.Rij(sleutel)));

    static JsonObject Json(DocumentVersion versie) => JsonNode.Parse(Documentverwijzing.Schrijf(versie == Formulier ? Werkbank.Formulier("hulpvragen") : Werkbank.Brief("verslag")))!.AsObject();

    static JsonObject MetLabel(string label)
    {
        var json = Json(Formulier);
        json["velden"]![0]!["label"] = label;
        return json;
    }

    Task<Answer> VraagAsync(DocumentVersion versie, Command command, string wie = "anna") =>
        engine.ExecuteAsync(Streams.OfDocument(versie.Kind, versie.Id), Streams.DocumentKind, command, Asking.Person(new(wie), Guid.NewGuid().ToString()));

    Task<Answer> StelVoorAsync(DocumentVersion versie, JsonNode document, string reden = "een tikfout") => VraagAsync(versie, new ProposeCorrection(versie, document.ToJsonString(), reden));

    async Task<Instances.Case> StroomAsync(DocumentVersion versie) => (await engine.ReadAsync(Streams.OfDocument(versie.Kind, versie.Id)))!;

    [Fact]
    public async Task Other_words_count_once_somebody_else_approved_them_and_both_texts_are_kept()
    {
        (await StelVoorAsync(Formulier, MetLabel("Wat werd er verteld?"))).ShouldBeOfType<Answer.Done>();
        var voorstel = (await StroomAsync(Formulier)).Corrections.Values.ShouldHaveSingleItem();
        (voorstel.IsApproved, voorstel.By, voorstel.Replaces).ShouldBe((false, new ActorId("user:anna"), Documentverwijzing.Van(Werkbank.Formulier("hulpvragen")).Hash));
        (await StroomAsync(Formulier)).CorrectionsOf(Formulier).ShouldBeEmpty();

        (await VraagAsync(Formulier, new ApproveCorrection(voorstel.Id))).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CORRECTION_OWN_APPROVAL");
        (await VraagAsync(Formulier, new ApproveCorrection(voorstel.Id), "esra")).ShouldBeOfType<Answer.Done>();
        var geldt = (await StroomAsync(Formulier)).CorrectionsOf(Formulier).ShouldHaveSingleItem();
        geldt.ApprovedBy.ShouldBe(new ActorId("user:esra"));
        FormulierJson.Lees(geldt.Text.Text!).Formulier!.Velden[0].Label.ShouldBe("Wat werd er verteld?");
        Documentverwijzing.HashVan(geldt.Text.Text!).ShouldBe(geldt.Hash);
        (await VraagAsync(Formulier, new ApproveCorrection(voorstel.Id), "esra")).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CORRECTION_NOT_WAITING");
    }

    [Fact]
    public async Task Words_that_are_too_long_to_be_read_with_the_stream_are_refused() =>
        (await StelVoorAsync(Formulier, MetLabel(new string('x', 70_000)))).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CONTENT_TOO_LARGE");

    public static TheoryData<string, string> MeerDanWoorden => new()
    {
        { "velden[0].verplicht", "velden.hulpvragen.verplicht" }, { "velden[0].id", "velden.hulpvragen.id" }, { "velden[0].inhoud", "velden.hulpvragen.inhoud" }, { "velden[0].zichtbaarAls", "velden.hulpvragen.zichtbaarAls" },
        { "velden", "velden" },
    };

    [Theory, MemberData(nameof(MeerDanWoorden))]
    public async Task What_changes_more_than_words_is_refused_and_says_where(string wat, string waar)
    {
        var json = Json(Formulier);
        var eerste = json["velden"]![0]!.AsObject();
        switch (wat)
        {
            case "velden[0].verplicht": eerste["verplicht"] = eerste["verplicht"] is null ? true : null; break;
            case "velden[0].id": eerste["id"] = "anders"; break;
            case "velden[0].inhoud": eerste["inhoud"] = "feit"; break;
            case "velden[0].zichtbaarAls": eerste["zichtbaarAls"] = "true"; break;
            default: json["velden"]!.AsArray().Add(JsonNode.Parse("""{"id":"extra","soort":"tekst","label":"Nog iets?","inhoud":"persoonlijk"}""")); break;
        }
        if (eerste["verplicht"] is null)
            eerste.Remove("verplicht");
        var nee = (await StelVoorAsync(Formulier, json)).ShouldBeOfType<Answer.Refused>().Refusals.ShouldHaveSingleItem();
        nee.Code.ShouldBe("CORRECTIE_MEER_DAN_WOORDEN");
        nee.Arguments.ShouldHaveSingleItem().Split(", ").ShouldContain(waar);
    }

    [Fact]
    public async Task A_letter_keeps_what_the_household_fills_in_and_when_a_paragraph_is_there()
    {
        var brief = Json(Brief);
        var eerste = brief["alineas"]![0]!.AsObject();
        eerste["tekst"] = "Geachte lezer,";
        (await StelVoorAsync(Brief, brief)).ShouldBeOfType<Answer.Refused>().Refusals[0].Arguments[0].ShouldBe("{aanhef} in alinea 1", "the salutation would be lost");
        eerste["tekst"] = "Dag! {aanhef},";
        (await StelVoorAsync(Brief, brief)).ShouldBeOfType<Answer.Done>();
        eerste["als"] = "true";
        (await StelVoorAsync(Brief, brief)).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CORRECTIE_MEER_DAN_WOORDEN");
    }

    [Fact]
    public async Task A_guide_may_be_worded_otherwise_but_asks_as_much()
    {
        var versie = new DocumentVersion("leidraad", "gesprek", 1);
        var json = JsonNode.Parse(Documentverwijzing.Schrijf(LeidraadJson.Lees(Werkbank.Bestanden("leidraden").Single()).Leidraad!))!.AsObject();
        json["vragen"]![0]!["vraag"] = "Hoe gaat het?";
        (await StelVoorAsync(versie, json)).ShouldBeOfType<Answer.Done>();
        json["vragen"]!.AsArray().RemoveAt(0);
        (await StelVoorAsync(versie, json)).ShouldBeOfType<Answer.Refused>().Refusals[0].Arguments[0].ShouldBe("vragen");
    }

    [Fact]
    public async Task What_is_no_correction_is_refused_with_a_reason()
    {
        (await StelVoorAsync(Formulier, Json(Formulier))).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CORRECTIE_VERANDERT_NIETS");
        (await StelVoorAsync(Formulier, MetLabel("x"), " ")).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("REASON_MISSING");
        (await StelVoorAsync(Formulier, new JsonObject { ["formaat"] = 1 })).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CORRECTIE_ONLEESBAAR");
        var ander = MetLabel("x");
        ander["versie"] = 2;
        (await StelVoorAsync(Formulier, ander)).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CORRECTIE_ANDER_DOCUMENT");
        (await StelVoorAsync(new DocumentVersion("formulier", "bestaat-niet", 1), ander)).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("FORMULIER_NIET_GEVONDEN");
        (await StelVoorAsync(new DocumentVersion("affiche", "hulpvragen", 1), ander)).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("DOCUMENT_NOT_FOUND");
        (await VraagAsync(Brief, new ProposeCorrection(Formulier, MetLabel("x").ToJsonString(), "x"))).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("DOCUMENT_IN_WRONG_STREAM");
    }

    [Fact]
    public async Task A_proposal_takes_the_place_of_one_that_waited_may_be_taken_back_and_is_refused_when_the_text_changed_since()
    {
        await StelVoorAsync(Formulier, MetLabel("Eerst"));
        await StelVoorAsync(Formulier, MetLabel("Dan"));
        var voorstel = (await StroomAsync(Formulier)).Corrections.Values.ShouldHaveSingleItem();
        // Meanwhile other words came to count, as they would from another node.
        bank.Komt(FormulierJson.Lees(MetLabel("Intussen").ToJsonString()).Formulier!);
        (await VraagAsync(Formulier, new ApproveCorrection(voorstel.Id), "esra")).ShouldBeOfType<Answer.Refused>().Refusals[0].Code.ShouldBe("CORRECTION_OVERTAKEN");
        (await VraagAsync(Formulier, new WithdrawCorrection(voorstel.Id))).ShouldBeOfType<Answer.Done>();
        (await StroomAsync(Formulier)).Corrections.ShouldBeEmpty();
    }

    [Fact]
    public void No_word_is_lost_when_all_are_put_back()
    {
        foreach (var document in Werkbank.AlleFormulieren.Cast<object>().Concat(Werkbank.AlleBrieven))
        {
            var json = JsonNode.Parse(Documentverwijzing.Schrijf(document));
            var woorden = Documentwoorden.Van(json).ToDictionary(w => w.Pad, w => w.Tekst);
            JsonNode.DeepEquals(Documentwoorden.Vervang(json, woorden), json).ShouldBeTrue();
            Documentwoorden.Verschil(json, Documentwoorden.Vervang(json, woorden)).ShouldBeEmpty();
        }
    }
}
