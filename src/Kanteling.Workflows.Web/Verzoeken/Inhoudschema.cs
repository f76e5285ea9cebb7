using System.Globalization;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Zaken.Verzoeken;
using Microsoft.OpenApi;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>The description of a body as <c>/openapi.json</c> says it. What has a name stands there once.</summary>
sealed class Inhoudschema(OpenApiDocument document)
{
    public OpenApiRequestBody Van(Verzoekbeschrijving beschrijving) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = Van(beschrijving.Geheel) } },
    };

    /// <summary>A field that may be left out may also be null.</summary>
    IOpenApiSchema Van(Verzoekveld veld) => veld.Ontbreekt is not null ? Met(Van(veld.Vorm), veld) : veld.Vorm switch
    {
        Groep or EenVan => Met(new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, .. Keuzes(veld.Vorm)] }, veld),
        var vorm => Met(OokNiets((OpenApiSchema)Van(vorm)), veld),
    };

    IEnumerable<IOpenApiSchema> Keuzes(Verzoekvorm vorm) => vorm is EenVan keuzes ? keuzes.Vormen.Select(Van) : [Van(vorm)];

    public IOpenApiSchema Van(Verzoekvorm vorm) => vorm switch
    {
        Groep groep => Genoemd(groep),
        EenVan => new OpenApiSchema { OneOf = [.. Keuzes(vorm)] },
        Reeks reeks => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Van(reeks.Van), MaxItems = reeks.Meeste },
        Vrijetekst tekst => new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = tekst.Langste, Pattern = tekst.Patroon },
        Keuze keuze => new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. keuze.Woorden.Select(w => (JsonNode)w)] },
        Dagvorm => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        // A day alone does as well.
        Momentvorm => new OpenApiSchema { AnyOf = [new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }, new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" }] },
        Getalvorm getal => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = Getal(getal.Laagste), Maximum = Getal(getal.Hoogste) },
        JaNeevorm => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        VrijeInhoud => new OpenApiSchema { Type = JsonSchemaType.Object },
        Teruggelezen => new OpenApiSchema(),
        _ => throw new InvalidOperationException($"{vorm.GetType().Name} has no schema."),
    };

    OpenApiSchemaReference Genoemd(Groep groep)
    {
        if (document.Components?.Schemas?.ContainsKey(groep.Naam) != true)
        {
            document.AddComponent(groep.Naam, new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = groep.Velden.ToDictionary(v => v.Naam, Van),
                Required = groep.Velden.Where(v => v.Ontbreekt is not null).Select(v => v.Naam).ToHashSet(),
                AdditionalPropertiesAllowed = false,
            });
        }
        return new OpenApiSchemaReference(groep.Naam, document);
    }

    static OpenApiSchema OokNiets(OpenApiSchema schema)
    {
        if (schema.AnyOf is { } keuzes)
            keuzes.Insert(0, new OpenApiSchema { Type = JsonSchemaType.Null });
        else
            schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
        return schema;
    }

    static IOpenApiSchema Met(IOpenApiSchema schema, Verzoekveld veld)
    {
        if (schema is OpenApiSchema eigen)
        {
            eigen.Description = veld.Uitleg;
            // What has to be there is not empty.
            if (veld is { Ontbreekt: not null, Vorm: Reeks })
                eigen.MinItems = 1;
            if (veld is { Ontbreekt: not null, Vorm: Vrijetekst })
                eigen.MinLength = 1;
        }
        return schema;
    }

    static string Getal(long getal) => getal.ToString(CultureInfo.InvariantCulture);
}
