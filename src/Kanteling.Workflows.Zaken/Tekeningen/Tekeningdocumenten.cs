using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Definitions;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Tekeningen;

/// <summary>Which forms, letters and guides a version of a drawing uses: what it was published with, or of a concept what it would be.</summary>
public sealed class Tekeningdocumenten(WorkflowEngine engine, Tekeningbeheer beheer, Tekenconcepten concepten, Registerrijen rijen, Correctielezer correcties)
{
    /// <summary>Those of one version, as they are kept beside it.</summary>
    /// <returns>Refused: 404.</returns>
    public async Task<Uitslag<ImmutableArray<Gebruiktdocument>>> VanAsync(Actor actor, DefinitionId id, int versie)
    {
        if (!(await beheer.OpenAsync(actor, id, versie)).Lukt(out var tekening, out var nee))
            return nee;
        var gebruikt = ImmutableArray.CreateBuilder<Gebruiktdocument>();
        foreach (var pin in await PinsAsync(tekening))
            gebruikt.Add(await GebruiktAsync(pin));
        return gebruikt.ToImmutable();
    }

    /// <summary>Makes what is published the concept again, so that its next version takes the documents that are newest.</summary>
    /// <returns>Refused: 404; 400 when a colleague draws; 409 when there is nothing newer.</returns>
    public async Task<Uitslag<Tekening>> VernieuwAsync(Actor actor, DefinitionId id)
    {
        if (beheer.Verbod(actor, Handeling.Tekenen) is { } verbod)
            return verbod;
        if (!(await beheer.VersiesAsync(actor, id)).Lukt(out var koppen, out var nee))
            return nee;
        if (koppen.FirstOrDefault(k => k.IsGepubliceerd) is not { } kop || !(await VanAsync(actor, id, kop.Versie)).Lukt(out var documenten, out nee))
            return Tekeningbeheer.Onbekend(id);
        if (documenten.All(d => d.Nieuwere is null))
            return new Weigering(Documentcode.DocumentenAlNieuw);
        if (!(await beheer.OpenAsync(kop)).Lukt(out var tekening, out nee))
            return nee;
        return await concepten.SchrijfAsync(actor, id, tekening.Document, ookGelijk: true) is { } fout ? fout : await beheer.OpenAsync(actor, id);
    }

    async Task<ImmutableArray<Pin>> PinsAsync(Tekening tekening) => tekening.Kop.Concept is null
        ? (await engine.DefinitionAsync(tekening.Kop.DefinitionId, tekening.Kop.Versie))?.Pins ?? []
        : DefinitionJson.Read(tekening.Document.ToJsonString(Json.Compact)).Definition is { } concept ? await engine.PinsAsync(concept) : [];

    async Task<Gebruiktdocument> GebruiktAsync(Pin pin)
    {
        var soort = Documentsoort.Met(pin.Kind)!;
        var naam = await rijen.TekstAsync(pin.Document()) is { } tekst ? (JsonNode.Parse(tekst) as JsonObject)?["naam"]?.ToString() : null;
        var geldend = (await correcties.VanAsync(pin.Document())).Where(c => c.IsApproved).ToList();
        var nieuwste = await rijen.NieuwsteAsync(soort, pin.Id);
        return new Gebruiktdocument(soort, pin.Id, naam ?? pin.Id, pin.Version, pin.Hash, geldend.Count, nieuwste > pin.Version ? nieuwste : null);
    }
}

/// <summary>A form, letter or guide that a version of a drawing uses.</summary>
/// <param name="Hash">Of what it said when the version was published, in hex.</param>
/// <param name="Correcties">How often its words were corrected.</param>
/// <param name="Nieuwere">The newest version, when that is a higher one: the next publishing takes it.</param>
public sealed record Gebruiktdocument(Documentsoort Soort, string Id, string Naam, int Versie, string Hash, int Correcties, int? Nieuwere);
