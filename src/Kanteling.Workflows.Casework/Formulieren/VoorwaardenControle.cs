using Kanteling.Workflows.Casework.Formulieren.Velden;
using Kanteling.Workflows.Expressions;

namespace Kanteling.Workflows.Casework.Formulieren;

/// <summary>Whether the expressions of a form can be read and can work, before anybody fills it in.</summary>
public static class VoorwaardenControle
{
    /// <summary>What is wrong, with the place of the field.</summary>
    /// <param name="formulier">The form.</param>
    /// <param name="rondom">The names that the case offers; open when they are not known yet, then only certain mistakes are found.</param>
    public static IEnumerable<FormulierBevinding> Controleer(Formulier formulier, FeelType.Context rondom) =>
        from plaats in FormulierSchema.Velden(formulier, rondom)
        from bevinding in Voorwaarde(plaats.Veld, plaats.Pad, plaats.Zicht).Concat(Bron(plaats.Veld, plaats.Pad, plaats.Zicht))
        select bevinding;

    static IEnumerable<FormulierBevinding> Voorwaarde(Veld veld, string pad, FeelType.Context zicht)
    {
        var (type, fouten) = Controleer(veld.ZichtbaarAls, veld, $"{pad}.zichtbaarAls", zicht);
        return fouten.Count > 0 || type == FeelType.Boolean || type == FeelType.Any || type == FeelType.Null
            ? fouten
            : [new($"{pad}.zichtbaarAls", new(Formuliercode.FormulierVoorwaardeGeenJaNee, veld.Id))];
    }

    static IEnumerable<FormulierBevinding> Bron(Veld veld, string pad, FeelType.Context zicht) =>
        Controleer(veld.Bron, veld, $"{pad}.bron", zicht).Fouten;

    static (FeelType Type, List<FormulierBevinding> Fouten) Controleer(string? feel, Veld veld, string pad, FeelType.Context zicht)
    {
        if (feel is null)
            return (FeelType.Any, []);
        var gelezen = Feel.Parse(feel);
        var gecontroleerd = gelezen.Expression?.Check(zicht);
        var fouten = gelezen.Errors.Concat(gecontroleerd?.Errors ?? [])
            .Select(fout => new FormulierBevinding(pad, new(Formuliercode.FormulierVoorwaardeFout, veld.Id, $"{fout.Column}", Zinnen.Voor(fout.Code, fout.Arguments))));
        return (gecontroleerd?.Type ?? FeelType.Any, [.. fouten]);
    }
}
