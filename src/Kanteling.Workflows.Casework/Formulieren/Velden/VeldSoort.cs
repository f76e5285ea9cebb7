namespace Kanteling.Workflows.Casework.Formulieren.Velden;

/// <summary>What kind of answer a field takes; the JSON of the answer stands with each.</summary>
public enum VeldSoort
{
    /// <summary>One line: string.</summary>
    Tekst,

    /// <summary>Several lines: string.</summary>
    LangeTekst,

    /// <summary>Number.</summary>
    Getal,

    /// <summary>Euro, at most two decimals: number.</summary>
    Bedrag,

    /// <summary>String <c>yyyy-MM-dd</c>.</summary>
    Datum,

    /// <summary>String <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, or a day as people write it.</summary>
    OnvolledigeDatum,

    /// <summary>Boolean.</summary>
    JaNee,

    /// <summary>String: the value of one option.</summary>
    Keuze,

    /// <summary>Array of values of options.</summary>
    Meerkeuze,

    /// <summary>String: id of a person of the household.</summary>
    Persoon,

    /// <summary>String: id of a provision of the sociale kaart that is open to everybody.</summary>
    Voorziening,

    /// <summary>String: id of a provider of the sociale kaart.</summary>
    Aanbieder,

    /// <summary>String: id of a product of the sociale kaart.</summary>
    Product,

    /// <summary>String: id of a hulpvraag of the household.</summary>
    Hulpvraag,

    /// <summary>String: id of a support of the household.</summary>
    Ondersteuning,

    /// <summary>String: id of a user.</summary>
    Medewerker,

    /// <summary>String: id of a team.</summary>
    Wijkteam,

    /// <summary>Array of objects with the answers to the inner fields.</summary>
    Lijst,

    /// <summary>Object with the answers to the inner fields.</summary>
    Groep,

    /// <summary>As a list or a group, by the block; see <see cref="Vragenblokken"/>.</summary>
    Vraagblok,
}
