using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Kanteling.Workflows.Casework.Formulieren.Velden;

/// <summary>
/// Questions of the field that belong together and whose answers the program understands. A form may move and reword
/// them and add its own, but none can be left out.
/// </summary>
/// <param name="Naam">CamelCase; how a form names it.</param>
/// <param name="Soort"><see cref="VeldSoort.Lijst"/> or <see cref="VeldSoort.Groep"/>.</param>
/// <param name="Kern">The core questions.</param>
/// <param name="Regels">What must hold between the answers of one row or group: inner field ("" for the row itself) and what is wrong.</param>
public sealed record Vragenblok(
    string Naam,
    VeldSoort Soort,
    ImmutableArray<Veld> Kern,
    Func<JsonObject, IEnumerable<(string Veld, Zin Zin)>> Regels);
