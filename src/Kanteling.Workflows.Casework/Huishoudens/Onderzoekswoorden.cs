namespace Kanteling.Workflows.Casework.Huishoudens;

// Closed lists of onderzoek, plan and extent: what a form may say, and nothing else.

/// <summary>Kind of identity document that was seen (art. 2.3.4 Wmo 2015).</summary>
public enum Identiteitsbewijs { Paspoort, Identiteitskaart, Rijbewijs, Verblijfsdocument }

/// <summary>Whether the Wlz goes first (art. 2.3.5 l6 Wmo 2015).</summary>
public enum WlzStand { Geen, Aangevraagd, Indicatie }

/// <summary>Under which law a hulpvraag or support falls.</summary>
public enum Wet { Wmo, Jeugdwet, Participatiewet, Schuldhulp, Wlz, Zvw }

/// <summary>The nine parts of life (seed K3), in the order of the seed.</summary>
public enum Levensdomein { Wonen, HuishoudenVoeren, Ontmoeten, Meedoen, Werken, Opgroeien, Rondkomen, Leren, Zorgen }

/// <summary>The gradation inside circle 4 (seed C5), rising.</summary>
public enum Zwaarte { Licht, Midden, Zwaar }

public enum Eenheid { Minuut, Uur, Dagdeel, Dag, Etmaal, Keer, Stuk, Kilometer, Euro }

public enum Periode { Dag, Week, VierWeken, Maand, Jaar, Eenmalig }

/// <summary>Whether a result mends or prevents (seed A1).</summary>
public enum Planeffect { Herstelt, Voorkomt, VolgendeGeneratie }

/// <summary>Whether there was a case conference (seed K10).</summary>
public enum Planoverleg { Geen, MetInwoner, ZonderInwoner }

/// <summary>With whom was talked in step 2 of the meldcode.</summary>
public enum Overlegpartner { Collega, Aandachtsfunctionaris, VeiligThuis }
