using Kanteling.Workflows.Storage;
using Kanteling.Workflows.Web.Instellingen;
using Kanteling.Workflows.Zaken.Gebruikers;

namespace Kanteling.Workflows.Web.Composition;

/// <summary>
/// The first beheerder, where nobody is one yet: a link to choose a password, said once to who started the program and in a file for him alone. It never
/// goes to the log, which others read.
/// </summary>
public sealed class Beginbeheerder(Programmainstellingen instellingen, OpenStorage storage, Beheerdersherstel herstel)
{
    /// <param name="begonnen">When this start began.</param>
    /// <param name="uitvoer">Who started the program reads this.</param>
    public async Task DraaiAsync(DateTimeOffset begonnen, TextWriter uitvoer)
    {
        var eerste = await herstel.EersteAsync(begonnen, await IsAlleenAsync());
        switch (eerste)
        {
            case { Stand: Eerstestand.IsEr }:
                Eerstebestand.Ruim(instellingen.Storage);
                break;
            case { Stand: Eerstestand.NaamBezet }:
                await uitvoer.WriteLineAsync($"{Waar}Er is geen beheerder. Maak er een met de opdracht: beheerder herstel <naam>");
                break;
            case { Stand: Eerstestand.Elders }:
                await uitvoer.WriteLineAsync($"{Waar}De link voor de eerste beheerder is gemaakt door een andere server. Bent u hem kwijt? Gebruik de opdracht: beheerder herstel");
                break;
            case { Link: { } link }:
                await ToonAsync(link, uitvoer);
                break;
        }
    }

    /// <summary>Where somebody chooses his password, behind the name of this program.</summary>
    internal static string Adres(Programmainstellingen instellingen, Eenmalig link) => $"{instellingen.Proxy.Pad}/wachtwoord/{link.Geheim}";

    async Task ToonAsync(Eenmalig link, TextWriter uitvoer)
    {
        var tekst = $"{Waar}Er is nog geen beheerder. Kies een wachtwoord voor de gebruiker {link.Naam} op {Adres(instellingen, link)} (achter het adres van dit programma). Dat kan één keer, binnen 24 uur.";
        await uitvoer.WriteLineAsync(tekst);
        try
        {
            await Eerstebestand.SchrijfAsync(instellingen.Storage, tekst + "\n");
        }
        catch (Exception reden) when (reden is IOException or UnauthorizedAccessException)
        {
            await uitvoer.WriteLineAsync($"Deze link kan niet ook in een bestand worden gezet. {reden.Message}");
        }
    }

    async Task<bool> IsAlleenAsync() => !storage.Nodes.AreSeveral || (await storage.Nodes.AllAsync()).All(server => server.IsSilent);

    string Waar => instellingen.Adres.Length == 0 ? "" : $"{instellingen.Adres}: ";
}
