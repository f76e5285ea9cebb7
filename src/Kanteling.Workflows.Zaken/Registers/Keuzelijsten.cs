using Kanteling.Workflows.Casework.Formulieren;
using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>What can be chosen where a question asks for somebody or something that the household or the gemeente knows.</summary>
public sealed record Keuzelijsten(
    IReadOnlyList<Optie> Personen, IReadOnlyList<Optie> Hulpvragen, IReadOnlyList<Optie> Ondersteuning, IReadOnlyList<Optie> Medewerkers, IReadOnlyList<Optie> Voorzieningen,
    IReadOnlyList<Optie> Wijkteams, IReadOnlyList<Optie> Aanbieders, IReadOnlyList<Optie> Producten)
{

    public IReadOnlyList<Optie> Voor(Verwijzing soort) => soort switch
    {
        Verwijzing.Persoon => Personen,
        Verwijzing.Hulpvraag => Hulpvragen,
        Verwijzing.Ondersteuning => Ondersteuning,
        Verwijzing.Medewerker => Medewerkers,
        Verwijzing.Voorziening => Voorzieningen,
        Verwijzing.Aanbieder => Aanbieders,
        Verwijzing.Wijkteam => Wijkteams,
        Verwijzing.Product => Producten,
    };
}
