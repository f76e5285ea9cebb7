using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Who makes a request, as signing in found out.</summary>
static class Aanvrager
{
    const string Item = "kanteling.actor";
    const string Sessieplek = "kanteling.sessie";

    /// <summary>Who asks. Only behind an endpoint that requires signing in.</summary>
    public static Actor Actor(this HttpContext context) => (Actor)context.Items[Item]!;

    public static Actor? ActorOrNull(this HttpContext context) => context.Items[Item] as Actor;

    /// <summary>The session that asks; null for a program and for nobody.</summary>
    public static string? Sessie(this HttpContext context) => context.Items[Sessieplek] as string;

    public static void SetActor(this HttpContext context, Actor actor, string? sessie = null) => (context.Items[Item], context.Items[Sessieplek]) = (actor, sessie);
}
