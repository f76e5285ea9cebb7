using System.Globalization;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>A refusal as the answer of an endpoint, written in the form of the group that the endpoint is in.</summary>
sealed record Afwijzing(Weigering Nee, Func<HttpContext, Weigering, Task>? Vorm = null) : IResult
{
    public Task ExecuteAsync(HttpContext context) => (Vorm ?? throw new InvalidOperationException($"The group of {context.Request.Path} has no form for refusals."))(context, Nee);
}

/// <summary>From what came of asking to what an endpoint answers.</summary>
static class Afwijzingen
{
    public static IResult Antwoord(this Weigering nee) => new Afwijzing(nee);

    /// <summary>The answer that is made of the value, or the refusal.</summary>
    public static IResult Antwoord<T>(this Uitslag<T> uitslag, Func<T, IResult> maak) => uitslag.Lukt(out var waarde, out var nee) ? maak(waarde) : nee.Antwoord();

    /// <summary>Every endpoint below answers its refusals in this form. Comes before every other filter, because those refuse too.</summary>
    public static TBuilder MetAfwijzing<TBuilder>(this TBuilder groep, Func<HttpContext, Weigering, Task> vorm) where TBuilder : IEndpointConventionBuilder => groep.AddEndpointFilter(async (aanroep, verder) =>
        await verder(aanroep) switch
        {
            Afwijzing afwijzing => afwijzing with { Vorm = vorm },
            Uitslag { Nee: { } nee } => new Afwijzing(nee, vorm),
            Uitslag uitslag => uitslag.Inhoud,
            var antwoord => antwoord,
        });

    /// <summary>Begins the answer: nothing stays of what was prepared for another, and no cache keeps it.</summary>
    public static void Weiger(this HttpResponse response, Weigering nee, int status)
    {
        var allow = response.Headers.Allow;
        response.Clear();
        response.StatusCode = status;
        response.Headers.Allow = allow;
        response.Headers.CacheControl = "no-store";
        if ((nee.OpnieuwNa ?? (status == StatusCodes.Status503ServiceUnavailable ? TimeSpan.FromSeconds(2) : null)) is { } wachttijd)
            response.Headers.RetryAfter = ((int)Math.Ceiling(wachttijd.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
