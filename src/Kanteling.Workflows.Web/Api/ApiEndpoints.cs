using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;

namespace Kanteling.Workflows.Web.Api;

/// <summary>The HTTP API for programs. Signing in is asked once, on the group; what somebody may do is asked at each act.</summary>
static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(ApiPaden.Root).RequireAuthorization().DisableAntiforgery().MetAfwijzing(Apiprobleem.SchrijfAsync).VraagtJson().VraagtSleutel().MetVraaggrens(Vraaggrens.Gewoon)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        MeldingenApi.Map(api);
        SignalenApi.Map(api);
        HuishoudensApi.Map(api);
        BijlagenApi.Map(api);
        NoodtoegangApi.Map(api);
        MogelijkApi.Map(api);
        TakenApi.Map(api);
        IncidentenApi.Map(api);
        KalenderApi.Map(api);
        DocumentenApi.Map(api);
        GebruikersApi.Map(api);
        AanmeldingenApi.Map(api);
        AanmeldApi.Map(app);
        if (app.Services.GetRequiredService<Programmainstellingen>().IsDemo)
            KlokApi.Map(api);
    }
}
