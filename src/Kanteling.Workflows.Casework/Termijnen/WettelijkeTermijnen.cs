using System.Collections.Immutable;

namespace Kanteling.Workflows.Casework.Termijnen;

/// <summary>The ids of the terms in a <see cref="Regelset"/>.</summary>
public static class TermijnId
{
    /// <summary>Clock 1: from the melding. Never suspended.</summary>
    public const string Onderzoek = "onderzoek";

    /// <summary>Opportunity to hand in a persoonlijk plan, from the melding.</summary>
    public const string PersoonlijkPlan = "persoonlijk-plan";

    /// <summary>Clock 2: from receipt of the aanvraag. May be suspended.</summary>
    public const string Beschikking = "beschikking";

    /// <summary>Time for the applicant to complete the aanvraag, from the invitation. Set by the gemeente.</summary>
    public const string Aanvulling = "aanvulling";

    /// <summary>Decision not to treat the aanvraag, from its completion or from the end of the time to complete.</summary>
    public const string BuitenBehandeling = "buiten-behandeling";

    /// <summary>From bekendmaking.</summary>
    public const string Bezwaar = "bezwaar";

    /// <summary>From receipt of the ingebrekestelling until the first day of dwangsom.</summary>
    public const string Ingebrekestelling = "ingebrekestelling";

    /// <summary>The days over which dwangsom runs.</summary>
    public const string Dwangsom = "dwangsom";

    /// <summary>Beschikking that fixes the dwangsom, from its last day.</summary>
    public const string DwangsomBeschikking = "dwangsom-beschikking";

    /// <summary>How long before the end of a decision its heronderzoek begins. Chosen by the gemeente.</summary>
    public const string HeronderzoekVooraf = "heronderzoek-vooraf";

    /// <summary>Target for a heronderzoek, from its beginning. Chosen by the gemeente: the six weeks do not apply (art. 2.3.9 l2).</summary>
    public const string Heronderzoek = "heronderzoek";

    /// <summary>Target for a herziening that the gemeente begins itself. Chosen by the gemeente.</summary>
    public const string Herziening = "herziening";

    /// <summary>How long before the last day somebody is told that the new decision is not there. Chosen by the gemeente.</summary>
    public const string AfloopMelden = "afloop-melden";
}

/// <summary>The rule sets of the law, oldest first. A published one is never edited; a change of law adds one.</summary>
public static class WettelijkeTermijnen
{
    static readonly ImmutableDictionary<string, TermijnRegel> SindsWmo2015 = new[]
    {
        new TermijnRegel(TermijnId.Onderzoek, "onderzoek", 6, TermijnEenheid.Weken, Uitlegwoord.Wmo232Lid1),
        new TermijnRegel(TermijnId.PersoonlijkPlan, "persoonlijk plan", 7, TermijnEenheid.Dagen, Uitlegwoord.Wmo232Lid2),
        new TermijnRegel(TermijnId.Beschikking, "beschikking", 2, TermijnEenheid.Weken, Uitlegwoord.Wmo235Lid2) { Opschortbaar = true },
        // The Awb leaves its length to the gemeente. Letting it roll is in favour of the inwoner.
        new TermijnRegel(TermijnId.Aanvulling, "aanvullen van de aanvraag", 2, TermijnEenheid.Weken, Uitlegwoord.Awb45Lid1),
        new TermijnRegel(TermijnId.BuitenBehandeling, "besluit om niet te behandelen", 4, TermijnEenheid.Weken, Uitlegwoord.Awb45Lid4),
        new TermijnRegel(TermijnId.Bezwaar, "bezwaar", 6, TermijnEenheid.Weken, Uitlegwoord.Awb67En68),
        new TermijnRegel(TermijnId.Ingebrekestelling, "ingebrekestelling", 2, TermijnEenheid.Weken, Uitlegwoord.Awb417Lid3),
        new TermijnRegel(TermijnId.Dwangsom, "dwangsom", 42, TermijnEenheid.Dagen, Uitlegwoord.Awb417Lid1) { AtwUitgesloten = true },
        new TermijnRegel(TermijnId.DwangsomBeschikking, "vaststellen van de dwangsom", 2, TermijnEenheid.Weken, Uitlegwoord.Awb418),
        // The law asks for heronderzoek and herziening and gives no term: these are targets of the gemeente.
        new TermijnRegel(TermijnId.HeronderzoekVooraf, "begin van het heronderzoek", 8, TermijnEenheid.Weken, Uitlegwoord.KeuzeBijWmo239Lid1) { TeltTerug = true },
        new TermijnRegel(TermijnId.Heronderzoek, "heronderzoek", 8, TermijnEenheid.Weken, Uitlegwoord.StreefBijWmo239),
        new TermijnRegel(TermijnId.Herziening, "herziening", 6, TermijnEenheid.Weken, Uitlegwoord.StreefBijWmo2310),
        new TermijnRegel(TermijnId.AfloopMelden, "melden dat de indicatie afloopt", 2, TermijnEenheid.Weken, Uitlegwoord.Keuze) { TeltTerug = true },
    }.ToImmutableDictionary(regel => regel.Id);

    /// <summary>Oldest first.</summary>
    public static ImmutableArray<Regelset> Alle { get; } =
    [
        new("nl-2015-01-01", new(2015, 1, 1), SindsWmo2015, [new(14, Bedrag.Euro(20)), new(14, Bedrag.Euro(30)), new(14, Bedrag.Euro(40))]),
        new("nl-2019-01-01", new(2019, 1, 1), SindsWmo2015, [new(14, Bedrag.Euro(23)), new(14, Bedrag.Euro(35)), new(14, Bedrag.Euro(45))]),
    ];

    /// <summary>The rule set in force on a day; null before the Wmo 2015.</summary>
    public static Regelset? Kies(DateOnly datum) => Alle.LastOrDefault(regelset => regelset.GeldigVanaf <= datum);

    /// <summary>The rule set with this id, as recorded at the start of a procedure; null when this version does not know it.</summary>
    public static Regelset? Met(string id) => Alle.FirstOrDefault(regelset => regelset.Id == id);
}
