using Kanteling.Workflows.Casework.Besluiten;
using Kanteling.Workflows.Casework.Gebeurtenissen;
using Kanteling.Workflows.Casework.Huishoudens;
using Kanteling.Workflows.Casework.Ondersteunen;
using Kanteling.Workflows.Casework.Onderzoeken;
using Kanteling.Workflows.Casework.Signalen;
using Kanteling.Workflows.Casework.Toegang;
using Kanteling.Workflows.Casework.Veiligheid;
using Kanteling.Workflows.Casework.Voorzieningen;
using Kanteling.Workflows.Casework.Wijzigingen;

namespace Kanteling.Workflows.Casework;

/// <summary>
/// What a fact of the household is on a timeline. Each part of its life words its own facts; a fact that says nothing to a
/// reader by itself has no sentence.
/// </summary>
public static class Feitzinnen
{
    /// <param name="h">The household right after the fact.</param>
    /// <param name="kaart">Names of providers.</param>
    public static Feitzin? Van(object feit, Huishouden h, SocialeKaart kaart) => feit is not Gebeurtenis f ? null :
        Toegangsfeiten.Zin(f)
        ?? Onderzoeksfeiten.Zin(f)
        ?? Planfeiten.Zin(f, h)
        ?? Besluitfeiten.Zin(f, h)
        ?? Ondersteuningsfeiten.Zin(f, h, kaart)
        ?? Heronderzoeksfeiten.Zin(f, h)
        ?? Wijzigingsfeiten.Zin(f, h)
        ?? Steunfeiten.Zin(f, h)
        ?? Signaalfeiten.Zin(f)
        ?? Veiligheidsfeiten.Zin(f);
}
