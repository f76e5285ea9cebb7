using System.Globalization;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>What a program has to send along: under which key it asks, and which version it saw.</summary>
public static class Verzoekkoppen
{
    public const int LangsteSleutel = 200;
    public const int LaatsteBladzijde = 100_000;

    /// <summary>The key of this POST; the same key again is the same command.</summary>
    /// <returns>Refused: 400 when it is missing or too long.</returns>
    public static Uitslag<string> IdempotencyKey(this HttpRequest request)
    {
        var sleutel = request.Headers["Idempotency-Key"].ToString();
        if (string.IsNullOrWhiteSpace(sleutel))
            return new Weigering(Verzoekcode.IdempotencyKeyOntbreekt);
        return sleutel.Length <= LangsteSleutel ? sleutel : new Weigering(Verzoekcode.IdempotencyKeyTeLang, $"{LangsteSleutel}");
    }

    /// <summary>A command of this person or program, under its own key: two users never meet in one key.</summary>
    public static Asking AskingFor(this HttpContext context, string sleutel) => Commands.Asking.Person(context.Actor().Id, sleutel);

    /// <summary>The version that the caller saw.</summary>
    /// <returns>Refused: 428 when it is missing, 412 when it cannot be one of ours.</returns>
    public static Uitslag<int> IfMatch(this HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString().Trim();
        if (tag.Length == 0)
            return new Weigering(Verzoekcode.IfMatchOntbreekt);
        return int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : new Weigering(Verzoekcode.IfMatchOnbekend);
    }

    public static void SetETag(this HttpResponse response, long version) => response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Which page of a list, from 1, and how many rows a page has.</summary>
    public static Storage.Lists.Paging Paging(this HttpRequest request, int perPage = 50) => Bladzijde(request.Query["pagina"], perPage);

    /// <param name="gevraagd">As it was written; the first page when that is no number.</param>
    public static Storage.Lists.Paging Bladzijde(string? gevraagd, int perPage = 50)
    {
        var pagina = int.TryParse(gevraagd, NumberStyles.None, CultureInfo.InvariantCulture, out var vraag) && vraag is >= 1 and <= LaatsteBladzijde ? vraag : 1;
        return new Storage.Lists.Paging((pagina - 1) * perPage, perPage);
    }
}
