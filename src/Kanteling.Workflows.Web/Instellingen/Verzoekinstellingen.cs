namespace Kanteling.Workflows.Web.Instellingen;

/// <summary>How much one person, program or address may ask, from the section <c>Verzoeken</c>. Nought per second is without a limit.</summary>
/// <param name="PerSeconde">What comes in every second, for whoever signed in by himself, and for an address where nobody did.</param>
/// <param name="Opgespaard">What can be asked at once after a time of rest.</param>
/// <param name="AanmeldenPerSeconde">The same for signing in, of one address.</param>
/// <param name="AanmeldenOpgespaard">The same for signing in, at once.</param>
public sealed record Verzoekinstellingen(int PerSeconde = 50, int Opgespaard = 500, int AanmeldenPerSeconde = 10, int AanmeldenOpgespaard = 60)
{
    internal static Verzoekinstellingen Lees(IConfigurationSection eigen, IConfigurationSection gedeeld)
    {
        var gewoon = new Verzoekinstellingen();
        return new(
            Of(nameof(PerSeconde), gewoon.PerSeconde, 0), Of(nameof(Opgespaard), gewoon.Opgespaard, 1),
            Of(nameof(AanmeldenPerSeconde), gewoon.AanmeldenPerSeconde, 0), Of(nameof(AanmeldenOpgespaard), gewoon.AanmeldenOpgespaard, 1));

        int Of(string naam, int zonder, int minstens) => Math.Max(minstens, eigen.GetSection("Verzoeken").GetValue(naam, gedeeld.GetSection("Verzoeken").GetValue(naam, zonder)));
    }
}
