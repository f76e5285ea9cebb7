using Kanteling.Workflows.Casework;
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

    public static int StatusOf(Geweigerd problem) => Statussen.Van(problem) == StatusCodes.Status422UnprocessableEntity ? StatusCodes.Status400BadRequest : Statussen.Van(problem);

    public static Dictionary<string, object?> Describe(Geweigerd problem)
    {
        var sentence = Zinnen.Voor(problem.Code, problem.Argumenten);
        var body = new Dictionary<string, object?>
        {
            ["statusCode"] = StatusOf(problem),
            ["message"] = sentence,
            ["code"] = problem.Code,
            ["errors"] = new Dictionary<string, object> { ["generalErrors"] = Sentences(problem) },
        };
        foreach (var (name, value) in problem.Extra)
            body.TryAdd(name, value);
        return body;
    }

    /// <summary>What somebody has to read: whole sentences when there are, else that of the code.</summary>
    public static string[] Sentences(Geweigerd problem) =>
        problem.Zinnen is { IsDefaultOrEmpty: false } own ? [.. own]
        : problem.Fouten.IsEmpty ? [Zinnen.Voor(problem.Code, problem.Argumenten)]
        : [.. problem.Fouten.Select(f => Zinnen.Voor(f.Code, f.Arguments))];
}
