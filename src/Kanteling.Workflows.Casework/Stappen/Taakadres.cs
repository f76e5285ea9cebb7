using Kanteling.Workflows.Instances;

namespace Kanteling.Workflows.Casework.Stappen;

/// <summary>Who a task is for, as a drawing writes it: <c>relatie:behandelaar</c>, <c>rol:teammanager</c> or <c>team:noord</c>.</summary>
public static class Taakadres
{
    public const string Behandelaar = "relatie:behandelaar";
    public const string Casusregisseur = "relatie:casusregisseur";
    public const string Wijkteam = "relatie:wijkteam";
    public const string Kwaliteit = "rol:kwaliteitsmedewerker";
    public const string Teammanager = "rol:teammanager";

    /// <exception cref="StepFailed">TAAKADRES_ONBEKEND.</exception>
    public static TaskAddress Lees(string tekst) => Gelezen(tekst) ?? throw new StepFailed(Huishoudcode.TaakadresOnbekend, tekst);

    /// <summary>The address, or null when it is not written as one. Whether there is such a relation, role or team is asked of <see cref="Taakontvanger"/>.</summary>
    public static TaskAddress? Gelezen(string tekst) => tekst.Split(':', 2, StringSplitOptions.TrimEntries) switch
    {
        ["relatie", { Length: > 0 } relatie] => new TaskAddress(relatie, null, null),
        ["rol", { Length: > 0 } rol] => new TaskAddress(null, rol, null),
        ["team", { Length: > 0 } team] => new TaskAddress(null, null, new(team)),
        _ => null,
    };
}
