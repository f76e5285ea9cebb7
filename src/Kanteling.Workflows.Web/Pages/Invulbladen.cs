using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Timers;
using Kanteling.Workflows.Web.Pages.Formulieren;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>Makes the questions of a task: its choices, and which of them are asked.</summary>
public sealed class Invulbladen(Keuzelijstlezer keuzes, Registerrijen rijen, CaseClock zaakklok)
{
    /// <returns>Null when the task asks nothing.</returns>
    public async Task<Invulblad?> VanAsync(GevondenTaak taak, Ingevuld ingevuld, IReadOnlyDictionary<string, string> fouten)
    {
        var huishouden = (Huishouden)taak.Huishouden.Domain;
        return ingevuld.Formulier is not { } formulier ? null : new Invulblad(
            formulier, ingevuld.Antwoorden, fouten, await keuzes.VoorAsync(huishouden, taak.Dossier),
            Taakformulier.Voorwaarden(formulier, huishouden, taak.Dossier, ingevuld.Uitkomst, await rijen.KalenderAsync(), zaakklok.Now).Zichtbaar)
        {
            Ingehouden = taak.Open is { } open ? [.. taak.Verborgen.Ingehouden(open, formulier)] : [],
        };
    }
}
