using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Web.Pages;

/// <summary>To whom somebody may give a task.</summary>
public sealed class Collegas(Accounts accounts, Bevoegdheid bevoegdheid)
{
    /// <summary>Those whose it may be, by their roles.</summary>
    public async Task<IReadOnlyList<Optie>> VoorAsync(Actor actor, GevondenTaak taak)
    {
        if (taak.Open is not { } open || !bevoegdheid.MagBij(actor, Handeling.TaakToewijzen, taak.Huishouden, open))
            return [];
        return [.. (await accounts.AlleAsync()).Where(u => u.IsActive && u.PasswordHash is not null && bevoegdheid.Kan(u.Roles, taak.Huishouden, open)).Select(u => new Optie(u.Id.Text, u.DisplayName))];
    }
}
