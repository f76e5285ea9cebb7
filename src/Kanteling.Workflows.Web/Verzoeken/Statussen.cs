using System.Collections.Frozen;
using Kanteling.Workflows.Zaken.Antwoorden;

namespace Kanteling.Workflows.Web.Verzoeken;

/// <summary>
/// The one table that turns codes of refusals into HTTP. What it does not name cannot be done now, as the case stands: 409.
/// </summary>
public static class Statussen
{
    static readonly FrozenDictionary<string, int> PerCode = new Dictionary<int, string[]>
    {
        [StatusCodes.Status400BadRequest] =
        [
            "GEEN_OBJECT", "IDEMPOTENCY_KEY_ONTBREEKT", "IDEMPOTENCY_KEY_TE_LANG", "JSON_ONLEESBAAR", "PROEF_NIET_MOGELIJK", "STAP_ONBEKEND",
            "TEKENINGEN_NIET_ALLE", "TEKENING_CONCEPT_WEG", "TEKENING_ID", "TEKENING_INGETROKKEN", "TEKENING_FOUTEN", "TEKENING_GEBRUIKT", "TEKENING_GEPUBLICEERD", "TEKENING_NAAM", "TEKENING_ONLEESBAAR",
            "TEKENING_VAN_ANDER", "TEKENING_VORM", "VERLOOP_BLIJFT_BEWAARD", "VERLOOP_NIET_OVER_TE_ZETTEN", "VERLOOP_STOPT_IN_HUISHOUDEN", "VERZOEK_ONLEESBAAR",
            "WACHT_OP_AKKOORD",
        ],
        [StatusCodes.Status401Unauthorized] =
        [
            "AANMELDEN_ONJUIST", "NIET_AANGEMELD",
        ],
        [StatusCodes.Status403Forbidden] =
        [
            "NIET_BEVOEGD", "TAAK_VOOR_EEN_ANDER",
        ],
        [StatusCodes.Status404NotFound] =
        [
            "DEFINITION_NOT_FOUND", "HUISHOUDEN_ONBEKEND", "INCIDENT_NOT_OPEN", "MOGELIJK_ONBEKEND", "PAGINA_ONBEKEND", "TAAK_ONBEKEND",
            "TASK_NOT_FOUND", "TEKENING_ONBEKEND", "VERLOOP_ONBEKEND",
        ],
        [StatusCodes.Status405MethodNotAllowed] =
        [
            "METHODE_NIET_MOGELIJK",
        ],
        [StatusCodes.Status412PreconditionFailed] =
        [
            "IF_MATCH_ONBEKEND", "RIJ_GEWIJZIGD", "TAAK_AL_AFGEROND", "TAAK_GEWIJZIGD", "TASK_CHANGED", "TEKENING_GEWIJZIGD",
        ],
        [StatusCodes.Status413PayloadTooLarge] =
        [
            "VERZOEK_TE_GROOT",
        ],
        [StatusCodes.Status415UnsupportedMediaType] =
        [
            "GEEN_JSON",
        ],
        [StatusCodes.Status422UnprocessableEntity] =
        [
            "ANTWOORDEN_ONJUIST", "ANTWOORDEN_ONLEESBAAR", "COMMAND_ID_REUSED", "DUUR_ONBEKEND", "DUUR_TE_LANG", "GEBRUIKER_ONBEKEND",
            "KALENDER_DAG_DUBBEL", "KALENDER_DAG_ONGELDIG", "KALENDER_JAREN_ONGELDIG", "KALENDER_ONLEESBAAR", "KALENDER_VERSIE_ONTBREEKT",
            "KOPPELING_ONJUIST", "MELDING_ONJUIST", "MOGELIJK_ONVOLLEDIG", "OUTCOME_MISSING", "OUTCOME_UNKNOWN", "REASON_MISSING", "SIGNAAL_ONJUIST",
            "STATUS_ONBEKEND", "TEKENING_REDEN",
        ],
        [StatusCodes.Status428PreconditionRequired] =
        [
            "IF_MATCH_ONTBREEKT",
        ],
        [StatusCodes.Status429TooManyRequests] =
        [
            "TE_VAAK_GEPROBEERD",
        ],
        [StatusCodes.Status500InternalServerError] =
        [
            "ONVERWACHT",
        ],
        [StatusCodes.Status503ServiceUnavailable] =
        [
            "DOSSIER_NIET_LEESBAAR", "OPSLAG_NIET_BEREIKBAAR", "STREAM_BUSY",
        ],
        [StatusCodes.Status507InsufficientStorage] =
        [
            "OPSLAG_VOL",
        ],
    }.SelectMany(status => status.Value.Select(code => (code, status.Key))).ToFrozenDictionary(p => p.code, p => p.Key, StringComparer.Ordinal);

    public static int Van(Geweigerd geweigerd) => PerCode.GetValueOrDefault(geweigerd.Code, StatusCodes.Status409Conflict);
}
