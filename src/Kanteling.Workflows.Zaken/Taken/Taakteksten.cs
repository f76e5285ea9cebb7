using Kanteling.Workflows.Casework.Brieven;
using Kanteling.Workflows.Casework.Documenten;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Stappen;
using Kanteling.Workflows.Instances;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;
using Kanteling.Workflows.Zaken.Registers;

namespace Kanteling.Workflows.Zaken.Taken;

/// <summary>The letter and the guide of a task, in the version that it pinned. The letter is made at reading, with the household as it is: nothing of it is stored.</summary>
public sealed class Taakteksten(Registerrijen rijen, Gebruikersnamen names, Gemeentenaam gemeente, Zaaktijd tijd)
{
    /// <summary>The letter; what is not told on is not in it.</summary>
    public async Task<Briefvoorbeeld?> BriefAsync(GevondenTaak gevonden, WorkTask taak)
    {
        var household = gevonden.Huishouden;
        if (Taakbrief.Verwijzing(household.Instances[taak.Instance], taak) is not { } pin || await rijen.LaadAsync(Documentsoort.Brief.Sleutel(pin)) is not Brief brief)
            return null;
        var huishouden = gevonden.Verborgen.VoorBrief((Huishouden)household.Domain);
        if (huishouden.Dossier(taak.Dossier) is not { } dossier)
            return null;
        // Who confirms the receipt also names the behandelaar, in the very same task.
        var behandelaar = dossier.Behandelaar is { } gekozen ? (await names.VanAsync(gekozen.Id))?.Naam : "(wie u hieronder als behandelaar kiest)";
        var namen = new Briefnamen(gemeente.Naam, behandelaar);
        var gemaakt = Briefopmaak.Maak(brief, huishouden, dossier, await rijen.KalenderAsync(), tijd.Nu(), namen);
        return new Briefvoorbeeld(brief.Id, brief.Versie, brief.Naam, gemaakt.Onderwerp, gemaakt.Alineas, brief.Bronnen);
    }

    public async Task<Leidraad?> LeidraadAsync(Case household, WorkTask taak) =>
        Taakleidraad.Verwijzing(household.Instances[taak.Instance], taak) is { } pin ? await rijen.LaadAsync(Documentsoort.Leidraad.Sleutel(pin)) as Leidraad : null;
}
