using System.Security.Cryptography;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Web.Verzoeken;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>
/// The key of a form. An act that is asked under it is done once, however often the form is sent. What writes no case (a calendar, a
/// drawing) is guarded by the version that the form was made of.
/// </summary>
static class Zegel
{
    public const string Sleutel = "sleutel";

    public static string Nieuw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    public static bool IsGoed(string? sleutel) => !string.IsNullOrWhiteSpace(sleutel) && sleutel.Length <= Verzoekkoppen.LangsteSleutel;

    /// <summary>An act of a page, under the key of its form; a program with the same key asks another.</summary>
    public static Asking GevraagdMet(this HttpContext context, string? sleutel) => context.AskingFor("pagina:" + sleutel);

    /// <summary>On a form that does nothing when it is sent twice: signing in and out, and a question.</summary>
    public static RouteHandlerBuilder ZonderSleutel(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new Sleutelloos());

    public static bool Hoeft(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Sleutelloos>() is null;

    sealed record Sleutelloos;
}
