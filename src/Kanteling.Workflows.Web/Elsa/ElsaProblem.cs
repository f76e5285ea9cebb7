using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Elsa;

/// <summary>
/// What went wrong, in the form in which Studio shows it to its user: every sentence under <c>generalErrors</c>.
/// Studio knows no 422: what is wrong with what was sent is a 400.
/// </summary>
static class ElsaProblem
{
    public static bool IsFor(PathString path) => path.StartsWithSegments("/elsa");

    public static Task WriteAsync(HttpContext context, Weigering problem)
    {
        context.Response.Weiger(problem, StatusOf(problem));
        return Problemjson.SchrijfAsync(context, Describe(problem));
    }

    /// <summary>What names what is wrong with what was sent, such as the start of a trial, is a 400 here.</summary>
    static int StatusOf(Weigering problem) => Statussen.Van(problem) switch
    {
        StatusCodes.Status422UnprocessableEntity => StatusCodes.Status400BadRequest,
        StatusCodes.Status409Conflict when !problem.Fouten.IsEmpty => StatusCodes.Status400BadRequest,
        var status => status,
    };

    static Dictionary<string, object?> Describe(Weigering problem)
    {
        var body = new Dictionary<string, object?>
        {
            ["statusCode"] = StatusOf(problem),
            ["message"] = problem.Zin,
            ["code"] = problem.Code,
            ["errors"] = new Dictionary<string, object> { ["generalErrors"] = problem.Uitleg },
        };
        foreach (var (name, value) in problem.Extra)
            body.TryAdd(name, value);
        return body;
    }
}
