namespace Kanteling.Workflows.Casework.Huishoudens;

// Closed lists of support, of terms and of what an aanbieder says: what a form may say, and nothing else.

/// <summary>What the aanbieder answered to an opdracht.</summary>
public enum Startbelemmering { Geweigerd, Wachtlijst, NietGestart }

/// <summary>Where somebody stays while support at home does not go on.</summary>
public enum Verblijf { Ziekenhuis, Wlz, Elders }

/// <summary>How support ended, or why it does not begin.</summary>
public enum Eindreden
{
    /// <summary>The last day that was agreed or decided.</summary>
    Einddatum,
    Klaar,
    Afgeschaald,
    NietMeerNodig,

    /// <summary>A later decision: with something in its place, or without.</summary>
    Vervangen, Ingetrokken, NieuwBesluit,
    Afgewezen,
    PeriodeVoorbij,
    Overleden,
    Verhuisd,

    /// <summary>Taken in somewhere, by <see cref="Verblijf"/>.</summary>
    Ziekenhuis, Wlz, Elders,
    Anders,
}

/// <summary>A term of the law that can pass.</summary>
public enum Wetstermijn { Onderzoek, Beschikking }

/// <summary>Why a term passed; may be counted.</summary>
public enum Vertragingsoorzaak { WachtenOpAdvies, OpVerzoekInwoner, NietBereikt, Drukte, BlevenLiggen, Anders }

/// <summary>What an aanbieder heard on his request.</summary>
public enum Aanbiederantwoord { NieuweMelding, Evaluatie, Nee }
