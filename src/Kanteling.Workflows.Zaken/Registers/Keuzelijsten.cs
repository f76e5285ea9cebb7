using Kanteling.Workflows.Casework.Formulieren.Velden;

namespace Kanteling.Workflows.Zaken.Registers;

/// <summary>What can be chosen where a question asks for somebody or something that the household or the gemeente knows.</summary>
public sealed record Keuzelijsten(
    IReadOnlyList<Optie> Personen, IReadOnlyList<Optie> Hulpvragen, IReadOnlyList<Optie> Ondersteuning, IReadOnlyList<Optie> Medewerkers, IReadOnlyList<Optie> Voorzieningen)
{
    public IReadOnlyList<Optie> Voor(VeldSoort soort) => soort switch
    {
        VeldSoort.Persoon => Personen,
        VeldSoort.Hulpvraag => Hulpvragen,
        VeldSoort.Ondersteuning => Ondersteuning,
        VeldSoort.Medewerker => Medewerkers,
        VeldSoort.Voorziening => Voorzieningen,
        _ => [],
    };
}
