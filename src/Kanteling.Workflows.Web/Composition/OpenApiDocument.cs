using Kanteling.Workflows.Web.Verzoeken;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>What <c>/openapi.json</c> says beside the endpoints themselves.</summary>
static class OpenApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var schema = new Inhoudschema(context.Document!);
            if (metadata.OfType<Beschreven>().SingleOrDefault()?.Beschrijving is { Velden.IsEmpty: false } beschrijving)
                operation.RequestBody = schema.Van(beschrijving);
            foreach (var veld in metadata.OfType<Gevraagd>().SelectMany(g => g.Velden))
                (operation.Parameters ??= []).Add(new OpenApiParameter { Name = veld.Naam, In = ParameterLocation.Query, Required = veld.Ontbreekt is not null, Description = veld.Uitleg, Schema = schema.Van(veld.Vorm) });
            if (metadata.OfType<Gebladerd>().Any())
                (operation.Parameters ??= []).Add(new OpenApiParameter { Name = "pagina", In = ParameterLocation.Query, Description = "Welke bladzijde van de lijst, vanaf 1.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } });
            if (metadata.OfType<HeeftSleutel>().Any() && context.Description.HttpMethod is { } methode && Wijziging.Verandert(methode))
                (operation.Parameters ??= []).Add(new OpenApiParameter { Name = "Idempotency-Key", In = ParameterLocation.Header, Required = true, Description = "Door u gekozen, voor elk verzoek een andere. Dezelfde sleutel nog een keer is hetzelfde verzoek.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Verzoekkoppen.LangsteSleutel } });
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Kanteling.Workflows",
                Version = "1",
                Description = "Huishoudens, meldingen en taken van de Kanteling. Elke fout is problem+json met een vaste code en een zin in het Nederlands. "
                    + "Wat iets wijzigt, is JSON en heeft een Idempotency-Key; wie een taak wijzigt, stuurt de versie mee in If-Match.",
            };
            return Task.CompletedTask;
        });
    }
}
