using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Api;

/// <summary>A refusal as a program reads it: a stable code, and a Dutch sentence.</summary>
static class Apiprobleem
{
    public static Task SchrijfAsync(HttpContext context, Weigering nee)
    {
        context.Response.Weiger(nee, Statussen.Van(nee));
        return Problemjson.SchrijfAsync(context, Describe(nee));
    }

    static Dictionary<string, object?> Describe(Weigering nee)
    {
        var body = new Dictionary<string, object?>
        {
            ["type"] = "urn:kanteling:" + nee.Code.ToLowerInvariant().Replace('_', '-'),
            ["title"] = nee.Zin,
            ["status"] = Statussen.Van(nee),
            ["code"] = nee.Code,
        };
        if (!nee.Fouten.IsEmpty)
            body["fouten"] = nee.Fouten.Select(f => new { pad = f.Field, code = f.Code, zin = Zinnen.Voor(f.Code, f.Arguments) });
        // Which other: a program has no page with a link to it.
        if (nee.Code == Huishoudcode.HuishoudenSamengevoegd && nee.Argumenten is [var ander])
            body["huishouden"] = ander;
        foreach (var (naam, waarde) in nee.Extra)
            body[naam] = waarde;
        return body;
    }
}
