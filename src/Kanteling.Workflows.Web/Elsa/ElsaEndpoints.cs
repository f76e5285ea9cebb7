using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Tekeningen;
using Microsoft.AspNetCore.Mvc;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>
/// The HTTP contract of Elsa Studio 3.8 on our engine. Signing in is asked once, on the group, and whoever may not see
/// drawings has nothing to find here; what somebody may do is asked at each act, and told by the links of each answer.
/// </summary>
static class ElsaEndpoints
{
    public const string Root = ApiPaden.ElsaRoot;

    /// <returns>The group, for the rest of the contract.</returns>
    public static RouteGroupBuilder Map(WebApplication app)
    {
        var elsa = app.MapGroup(Root).MetAfwijzing(ElsaProblem.WriteAsync).VraagtJson().RequireAuthorization().DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(Tekeningbytes.Meeste));
        elsa.AddEndpointFilter(async (context, next) =>
            !context.HttpContext.RequestServices.GetRequiredService<Bevoegdheid>().Mag(context.HttpContext.Actor(), Handeling.TekeningenZien) ? new Weigering(Verzoekcode.NietBevoegd).Antwoord()
            : await next(context));
        elsa.MetVraaggrens(ElsaBody.Limits);
        DescriptorEndpoints.Map(elsa);
        DefinitionEndpoints.Map(elsa);
        DefinitionFileEndpoints.Map(elsa);
        DefinitionBulkEndpoints.Map(elsa);
        return elsa;
    }
}
