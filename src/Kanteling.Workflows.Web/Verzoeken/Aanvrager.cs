using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>Who makes a request, as signing in found out.</summary>
static class Aanvrager
{
    const string Item = "kanteling.actor";
    const string Halfplek = "kanteling.half";
    const string Sessieplek = "kanteling.sessie";

    /// <summary>Who asks. Only behind an endpoint that requires signing in.</summary>
    public static Actor Actor(this HttpContext context) => (Actor)context.Items[Item]!;

    public static Actor? ActorOrNull(this HttpContext context) => context.Items[Item] as Actor;

    /// <summary>The session that asks; null for a program and for nobody.</summary>
    public static string? Sessie(this HttpContext context) => context.Items[Sessieplek] as string;

    /// <summary>His role asks for a second step, and he has none yet: until then he can do nothing else.</summary>
    public static bool IsHalf(this HttpContext context) => context.Items.ContainsKey(Halfplek);

    public static void MoetTweedeStapInstellen(this HttpContext context) => context.Items[Halfplek] = true;

    public static void SetActor(this HttpContext context, Actor actor, string? sessie = null) => (context.Items[Item], context.Items[Sessieplek]) = (actor, sessie);
}
