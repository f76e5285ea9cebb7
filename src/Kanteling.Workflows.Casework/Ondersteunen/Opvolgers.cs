using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Ondersteunen;

/// <summary>What a support became: the lighter one, or the one of a later decision.</summary>
static class Opvolgers
{
    /// <summary>The last in the row that runs; the support itself when nothing that came after it does.</summary>
    public static Ondersteuning Huidig(Huishouden h, Ondersteuning o)
    {
        var (huidig, nu) = (o, o);
        for (var stap = 0; stap < h.Ondersteuning.Count && h.MetId(nu.OpgevolgdDoor) is { } volgende; stap++)
        {
            nu = volgende;
            huidig = nu.Loopt ? nu : huidig;
        }
        return huidig;
    }

    /// <summary>All that became this support, the support itself last.</summary>
    public static IEnumerable<Ondersteuning> Voorgangers(Huishouden h, Ondersteuning o) =>
        h.Ondersteuning.Where(eerder => eerder.Id != o.Id && Reeks(h, eerder).Any(later => later.Id == o.Id)).Append(o);

    static IEnumerable<Ondersteuning> Reeks(Huishouden h, Ondersteuning o)
    {
        for (var stap = 0; stap < h.Ondersteuning.Count && h.MetId(o.OpgevolgdDoor) is { } volgende; stap++)
            yield return o = volgende;
    }
}
