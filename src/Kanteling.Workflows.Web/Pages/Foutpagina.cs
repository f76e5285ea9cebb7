using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>A problem as a person reads it.</summary>
public sealed record FoutModel(string Kop, string Zin, string Code, IReadOnlyList<string> Fouten)
{
    /// <summary>The household that goes on, when this one was merged into it; null otherwise.</summary>
    public string? GaatVerder { get; init; }
}

/// <summary>Shows a problem as a page: the sentence, the code to name on the telephone, and a way on.</summary>
static class Foutpagina
{
    public static async Task SchrijfAsync(HttpContext context, Weigering problem)
    {
        context.Response.Weiger(problem, Statussen.Van(problem));
        // An address that nobody has is shown inside the frame; when the database fails there is no frame to be had.
        if (Statussen.Van(problem) < 500)
            await Kader.MakeAsync(context);
        var model = new FoutModel(Kop(Statussen.Van(problem)), problem.Zin, problem.Code, [.. problem.Fouten.Select(f => Zinnen.Voor(f.Code, f.Arguments))])
        {
            GaatVerder = problem.Code == Huishoudcode.HuishoudenSamengevoegd && problem.Argumenten is [var ander] ? ander : null,
        };
        await AndersAsync(context, () => Weergave.Toon<Fout>(context, model, Statussen.Van(problem), Weergave.Smal).ExecuteAsync(context));
    }

    /// <summary>With services of its own: when a page failed while it was made, half of it is still in those of the request.</summary>
    static async Task AndersAsync(HttpContext context, Func<Task> toon)
    {
        var eerst = context.RequestServices;
        await using var scope = eerst.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await toon();
        }
        finally
        {
            context.RequestServices = eerst;
        }
    }

    static string Kop(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "Dat mag niet",
        StatusCodes.Status404NotFound => "Niet gevonden",
        StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed => "Dat kan niet meer",
        StatusCodes.Status429TooManyRequests => "Even wachten",
        StatusCodes.Status503ServiceUnavailable or StatusCodes.Status507InsufficientStorage => "Even niet bereikbaar",
        >= 500 => "Er ging iets mis",
        _ => "Dat ging niet goed",
    };
}
