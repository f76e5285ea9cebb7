namespace Kanteling.Workflows.Casework.Huishoudens;

// Closed lists of the contact between inwoner and gemeente: what a form or a melding may say, and nothing else.

/// <summary>Along which way something came in or went out.</summary>
public enum Kanaal
{
    Post, Digitaal, Persoonlijk, Telefoon, Mail, Brief, Balie, Website, Gesprek, Langs, Wijk, School, Huisarts, Huisartsenpost,

    /// <summary>A step up, a signal or a request of an aanbieder that became a melding.</summary>
    Opschaling, Signaal, Aanbieder,
    Anders,
}

/// <summary>How somebody was sought.</summary>
public enum Contactwijze { Telefoon, Mail, Brief, Huisbezoek, Onderweg, Vertrouwd }

/// <summary>Who told the gemeente, seen from the inwoner.</summary>
public enum Melderrol { Inwoner, Naaste, Professional, Signaalgever, Gemeente, Anders }

/// <summary>What was said to the offer of free and independent help (art. 2.3.2 l3 Wmo 2015).</summary>
public enum Aanbodantwoord { Wil, WilNiet, Later, GeenMantelzorger }

/// <summary>What one person of the household is to another.</summary>
public enum Relatiesoort { Partner, Ouder, Kind, BroerOfZus, Familie, Mantelzorger, Buur, Vriend, Anders }

/// <summary>Why a person belongs to this household from now on.</summary>
public enum Komst { Geboren, KomtWonen, WoondeHierAl }

/// <summary>Why a person does not live in this household any more.</summary>
public enum Vertrekreden { Verhuizing, Scheiding, Afsplitsing }
