using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Demo.Scenarios;
using Kanteling.Workflows.Web.Pages.Formulieren;
using Kanteling.Workflows.Zaken.Registers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Primitives;

namespace Kanteling.Workflows.App.Tests.Pages;

/// <summary>Every kind of field can be asked, sent by a browser, and answered by the demo.</summary>
public sealed class VeldsoortenTests
{
    static readonly DateOnly Vandaag = new(2026, 7, 1);
    static readonly Optie[] Opties = [new("a", "Aap"), new("b", "Bes")];

    public static TheoryData<VeldSoort> Alle => [.. Enum.GetValues<VeldSoort>()];

    [Theory]
    [MemberData(nameof(Alle))]
    public void The_example_of_every_kind_is_an_answer_and_comes_back_from_a_browser(VeldSoort soort)
    {
        var formulier = new Formulier("proef", "Proef", 1, [Vraag(soort)]);
        var voorbeeld = new Voorbeeld(Vandaag, _ => ["a"], _ => 0).Van(Vragenblokken.Uitgewerkt(formulier.Velden[0]));
        var antwoorden = new JsonObject { ["x"] = voorbeeld };
        FormulierValidatie.Valideer(formulier, antwoorden, Vandaag, (_, _) => true).ShouldBeEmpty();

        var gestuurd = new Dictionary<string, StringValues>();
        Stuur(gestuurd, "x", voorbeeld);

        Invoer.Lees(formulier, new FormCollection(gestuurd), new DateOnly(2026, 12, 1)).ToJsonString().ShouldBe(antwoorden.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Alle))]
    public async Task Every_kind_is_asked_under_its_own_name(VeldSoort soort)
    {
        var veld = Vragenblokken.Uitgewerkt(Vraag(soort));
        var blad = new Invulblad(new("proef", "Proef", 1, [veld]), [], new Dictionary<string, string>(), new Keuzelijsten(Opties, Opties, Opties, Opties, Opties, Opties, Opties, Opties), (_, _) => true);
        await using var diensten = new ServiceCollection().BuildServiceProvider();
        await using var tekenaar = new HtmlRenderer(diensten, NullLoggerFactory.Instance);

        var html = await tekenaar.Dispatcher.InvokeAsync(async () => (await tekenaar.RenderComponentAsync<VeldView>(ParameterView.FromDictionary(
            new Dictionary<string, object?> { ["Blad"] = blad, ["Veld"] = veld, ["Pad"] = "x" }))).ToHtmlString());

        html.ShouldContain(Veldsoorten.Van(veld.Soort).Vorm == Antwoordvorm.Lijst ? $"name=\"{Invoer.Rijen("x")}\"" : "name=\"v.x");
        if (Veldsoorten.Van(veld.Soort).Verwijst is not null || !veld.Opties.IsEmpty)
            html.ShouldContain("Bes");
    }

    static Veld Vraag(VeldSoort soort)
    {
        var veld = new Veld("x", soort, "De vraag?");
        return soort switch
        {
            VeldSoort.Keuze or VeldSoort.Meerkeuze => veld with { Opties = [.. Opties] },
            VeldSoort.Lijst or VeldSoort.Groep => veld with { Velden = [new("binnen", VeldSoort.Tekst, "Binnen?") { Verplicht = true }] },
            VeldSoort.Vraagblok => veld with { Blok = "omvang" },
            _ => veld,
        };
    }

    /// <summary>As a browser sends it.</summary>
    static void Stuur(Dictionary<string, StringValues> gestuurd, string pad, JsonNode? antwoord)
    {
        switch (antwoord)
        {
            case JsonObject groep:
                foreach (var (naam, waarde) in groep)
                    Stuur(gestuurd, $"{pad}.{naam}", waarde);
                break;
            case JsonArray rijen when rijen[0] is JsonObject:
                gestuurd[Invoer.Rijen(pad)] = $"{rijen.Count}";
                foreach (var (plek, rij) in rijen.Index())
                    Stuur(gestuurd, $"{pad}[{plek}]", rij);
                break;
            case JsonArray keuzes:
                gestuurd[Invulblad.NaamVan(pad)] = keuzes.Select(k => k!.ToString()).ToArray();
                break;
            default:
                gestuurd[Invulblad.NaamVan(pad)] = antwoord is JsonValue ja && ja.TryGetValue<bool>(out var waar) ? waar ? "ja" : "nee" : antwoord!.ToString();
                break;
        }
    }
}
