using System.Threading.RateLimiting;
using Kanteling.Workflows.Casework;
using Kanteling.Workflows.Web.Aanmelden;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Web.Verzoeken;
using Kanteling.Workflows.Zaken.Antwoorden;
using Microsoft.AspNetCore.RateLimiting;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// Nobody asks so much that others have to wait: whoever signed in has a bucket of his own, which fills by the second; who did not
/// shares that of his address. Signing in has a smaller one besides. About its health the program always answers, and files that
/// are the same for everybody cost nothing.
/// </summary>
static class Verzoekgrenzen
{
    public static void VoegVerzoekgrenzenToe(this IServiceCollection services, Verzoekinstellingen instellingen) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Van(context, instellingen));
        o.OnRejected = async (geweigerd, _) =>
        {
            var wachttijd = geweigerd.Lease.TryGetMetadata(MetadataName.RetryAfter, out var nodig) && nodig > TimeSpan.Zero ? nodig : TimeSpan.FromSeconds(1);
            await Problemen.AntwoordAsync(geweigerd.HttpContext, new Weigering(Verzoekcode.TeVeelVerzoeken) { OpnieuwNa = wachttijd });
        };
    });

    static RateLimitPartition<string> Van(HttpContext context, Verzoekinstellingen instellingen) =>
        IsAanmelden(context.Request) ? Emmer("aanmelden " + Aanmeldadres.Van(context), instellingen.AanmeldenPerSeconde, instellingen.AanmeldenOpgespaard)
        : Emmer(context.ActorOrNull() is { } actor ? "wie " + actor.Id.Text : "adres " + Aanmeldadres.Van(context), instellingen.PerSeconde, instellingen.Opgespaard);

    static RateLimitPartition<string> Emmer(string van, int perSeconde, int opgespaard) => perSeconde == 0 ? RateLimitPartition.GetNoLimiter("") : RateLimitPartition.GetTokenBucketLimiter(van, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = opgespaard, TokensPerPeriod = perSeconde, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
    });

    static bool IsAanmelden(HttpRequest verzoek) =>
        HttpMethods.IsPost(verzoek.Method) && (verzoek.Path.StartsWithSegments("/aanmelden") || verzoek.Path.StartsWithSegments(ApiPaden.Root + "/aanmelden"));
}
