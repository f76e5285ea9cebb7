namespace Kanteling.Workflows.Zaken.Inzage;

/// <summary>Everything that somebody can ask of this program. A role names these in <c>rollen.json</c>.</summary>
public enum Handeling
{
    MeldingDoen, EigenWerkZien, HuishoudenZien, GebeurtenissenZien, TaakZien, TaakAfronden, TaakTerugdraaien, TaakToewijzen,
    IncidentenZien, IncidentOplossen,

    /// <summary>Only in a demonstration is there a clock to move at all.</summary>
    KlokVerzetten,
    MogelijkDoen, KalenderZien, KalenderWijzigen, SignaalGeven, HuishoudenKoppelen, BijlageToevoegen, WerkstromenZien, AantallenZien,
    TekeningenZien, Tekenen, TekeningGoedkeuren,

    /// <summary>Which steps ran in a household, and how often; no values and no names.</summary>
    VerloopZien,

    /// <summary>Who works here: their accounts, what they may do and where they are signed in; of rights never one's own.</summary>
    AccountsBeheren,
}
