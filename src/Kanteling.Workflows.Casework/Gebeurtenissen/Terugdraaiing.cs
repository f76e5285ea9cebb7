using System.Text.Json;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Gebeurtenissen;

/// <summary>
/// Takes back what a completed step had added to a dossier: its part is again as it was before the step. Refused when
/// something else changed that part meanwhile, because that would be lost silently.
/// </summary>
static class Terugdraaiing
{
    public static Reopening Van(ReopenedStep stap)
    {
        var (voor, na, nu) = ((Huishouden)stap.Before, (Huishouden)stap.After, (Huishouden)stap.Now);
        if (stap.Dossier is not { } dossier)
            return new Reopening([], []);
        var (deelVoor, deelNa, deelNu) = (Dossierdeel.Van(voor, dossier), Dossierdeel.Van(na, dossier), Dossierdeel.Van(nu, dossier));
        if (Tekst(deelNa) != Tekst(deelNu))
            return new Reopening([], [Refusal.Of(Huishoudcode.TerugdraaienTeLaat, dossier.Text)]);
        return Tekst(deelVoor) == Tekst(deelNa)
            ? new Reopening([], [])
            : new Reopening([new StapTeruggedraaid(dossier, deelVoor, nu.Bijgewerkt ?? voor.Bijgewerkt ?? default) { Weg = [.. Ids(deelNu).Except(Ids(deelVoor))] }], []);
    }

    static IEnumerable<DeelId> Ids(Dossierdeel deel) => deel.Hulpvragen.Select(v => v.Id.Deel).Concat(deel.Ondersteuning.Select(o => o.Id.Deel));

    /// <summary>Two parts come from different readings of the stream, so they are compared as they would be stored.</summary>
    static string Tekst(Dossierdeel deel) => JsonSerializer.Serialize(deel, Huishoudenopslag.Json);
}
