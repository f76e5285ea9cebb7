using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Zaken.Gebruikers;
using Kanteling.Workflows.Zaken.Inzage;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>What the questions of one dossier can choose from.</summary>
public sealed class Keuzelijstlezer(Registerrijen rijen, Accounts accounts, Teams teams, Zaaktijd tijd)
{
    public async Task<Keuzelijsten> VoorAsync(Huishouden huishouden, DossierId? dossier)
    {
        var (kaart, vandaag) = (await rijen.KaartAsync(), LocalTime.DayOf(tijd.Nu()));
        return new Keuzelijsten(
            [.. huishouden.Personen.Select(p => new Optie(p.Id.Text, Tekst(p.Naam)))],
            [.. huishouden.Hulpvragen.Where(h => !h.Vervallen && (dossier is null || h.Dossier == dossier)).Select(h => new Optie(h.Id.Text, Tekst(h.Vraag)))],
            [.. huishouden.Ondersteuning.Select(o => new Optie(o.Id.Text, Tekst(o.Wat)))],
            [.. (await accounts.AlleAsync()).Where(u => u.IsActive && u.PasswordHash is not null && Rollen.Meegeleverd.Taakrecht(u.Roles).MagBehandelen(huishouden.IsAfgeschermd)).Select(u => new Optie(u.Id.Text, u.DisplayName))],
            [.. kaart.Voorzieningen.Where(v => v.IsOp(vandaag)).Select(v => new Optie(v.Id, $"{v.Naam} ({v.Organisatie})"))],
            [.. (await teams.AllAsync()).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => new Optie(t.Id.Text, t.Name))],
            [.. kaart.Aanbieders.Select(a => new Optie(a.Id, a.Naam))], [.. kaart.Producten.Where(p => p.IsOp(vandaag)).Select(p => new Optie(p.Id, p.Code is { } code ? $"{p.Naam} ({code})" : p.Naam))]);
    }

    static string Tekst(Content? content) => Woorden.Van(content) is { Length: > 90 } lang ? lang[..90] + "…" : Woorden.Van(content) ?? "onbekend";
}
