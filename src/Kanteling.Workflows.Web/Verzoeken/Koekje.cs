namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>
/// A cookie that only this host can have set and that goes over https only: <c>__Host-</c>, Secure, HttpOnly, Lax, for the whole host.
/// Browsers and curl make one exception, for http://localhost, and so does the framework's check of forms, that asks for https
/// itself when it is told that its cookie does; here the cookie says so and the check does not hear it.
/// </summary>
sealed class Koekje : CookieBuilder
{
    public Koekje(string naam) =>
        (Name, Path, HttpOnly, SameSite, SecurePolicy, IsEssential) = ("__Host-" + naam, "/", true, SameSiteMode.Lax, CookieSecurePolicy.None, true);

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var koekje = base.Build(context, expiresFrom);
        koekje.Secure = true;
        return koekje;
    }
}
