using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Altijdmogelijk;
using Kanteling.Workflows.Zaken.Antwoorden;
using Kanteling.Workflows.Zaken.Handelen;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Api;

/// <summary>What can be begun from a household at any time, and beginning it.</summary>
static class MogelijkApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var mogelijk = api.MapGroup("/huishoudens/{id}/mogelijk").WithTags("huishoudens");
        mogelijk.MapGet("", LijstAsync).Produces<Lijst<MogelijkBeeld>>().WithSummary("Wat er nu kan, wat het vraagt en wat het verandert; en wat er niet kan, met waarom");
        mogelijk.MapPost("/{verb}", BeginAsync).Produces<Gevolg>(StatusCodes.Status201Created).Accepts<MogelijkVerzoek>("application/json").WithSummary("Er een beginnen");
    }

    static async Task<Lijst<MogelijkBeeld>> LijstAsync(HttpContext context, string id, CaseReader reader, AltijdMogelijk mogelijk)
    {
        var found = await reader.HuishoudenAsync(context.Actor(), id, Handeling.MogelijkDoen, "mogelijk");
        var lijst = await mogelijk.VanAsync(context.Actor(), found);
        return new Lijst<MogelijkBeeld>(lijst, lijst.Count);
    }

    static async Task<IResult> BeginAsync(HttpContext context, string id, string verb, CaseReader reader, Mogelijkbegin begin)
    {
        var (asking, body) = (context.Asking(), await JsonBody.ReadAsync(context));
        var found = await reader.HuishoudenAsync(context.Actor(), id, Handeling.MogelijkDoen, null);
        var gevolg = await begin.BeginAsync(context.Actor(), found, verb, body, asking);
        return Results.Created($"{ApiPaths.Root}/huishoudens/{gevolg.Huishouden}", gevolg);
    }
}
