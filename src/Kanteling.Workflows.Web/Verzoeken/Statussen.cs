using System.Collections.Frozen;
using Kanteling.Workflows.Casework;
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
            Verzoekcode.HostNietToegestaan,
            Verloopcode.ProefNietMogelijk,
            Verloopcode.StapOnbekend,
            Verloopcode.VerloopBlijftBewaard,
            Verloopcode.VerloopNietOverTeZetten,
            Verloopcode.VerloopStoptInHuishouden,
            Verzoekcode.GeenObject,
            Verzoekcode.IdempotencyKeyOntbreekt,
            Verzoekcode.IdempotencyKeyTeLang,
            Verzoekcode.JsonOnleesbaar,
            Verzoekcode.TekenOnleesbaar,
            Verzoekcode.TekeningConceptWeg,
            Verzoekcode.TekeningFouten,
            Verzoekcode.TekeningGebruikt,
            Verzoekcode.TekeningGepubliceerd,
            Verzoekcode.TekeningId,
            Verzoekcode.TekeningIngetrokken,
            Verzoekcode.TekeningNaam,
            Verzoekcode.TekeningOnleesbaar,
            Verzoekcode.TekeningVanAnder,
            Verzoekcode.TekeningVorm,
            Verzoekcode.TekeningenNietAlle,
            Verzoekcode.VeldTeLang,
            Verzoekcode.VeldTeVeel,
            Verzoekcode.VerzoekOnjuist,
            Verzoekcode.VerzoekOnleesbaar,
            Verzoekcode.WachtOpAkkoord,
            Werkstroomcode.WachtOpTweede,
            // Studio tells its user only what is a 400.
            RefusalCode.RetractionUnderWay,
        ],
        [StatusCodes.Status401Unauthorized] =
        [
            Verzoekcode.AanmeldcodeOnjuist,
            Verzoekcode.AanmeldenOnjuist,
            Verzoekcode.AanmeldenVerlopen,
            Verzoekcode.NietAangemeld,
            Verzoekcode.TweedeStapNodig,
        ],
        [StatusCodes.Status403Forbidden] =
        [
            Gebruikercode.EigenRechten,
            Gebruikercode.VoorstelEigen,
            Gebruikercode.ZelfOnbevestigd,
            Verzoekcode.HerkomstVreemd,
            Verzoekcode.VerbindingOnveilig,
            Verzoekcode.NietBevoegd,
            Verzoekcode.BehandelaarNietZelf,
            Verzoekcode.TaakVoorEenAnder,
            Verzoekcode.TweedeStapInstellen,
        ],
        [StatusCodes.Status404NotFound] =
        [
            Documentcode.DocumentOnbekend,
            Gebruikercode.AanmeldingOnbekend,
            Gebruikercode.GebruikerOnbekend,
            Gebruikercode.LinkOngeldig,
            Gebruikercode.VoorstelOnbekend,
            Mogelijkheidcode.MogelijkOnbekend,
            Noodcode.Onbekend,
            RefusalCode.DossierUnknown,
            RefusalCode.DefinitionNotFound,
            RefusalCode.IncidentNotOpen,
            RefusalCode.TaskNotFound,
            Verloopcode.VerloopOnbekend,
            Verzoekcode.BijlageGewist,
            Verzoekcode.BijlageOnbekend,
            Verzoekcode.HuishoudenOnbekend,
            Verzoekcode.PaginaOnbekend,
            Verzoekcode.TaakOnbekend,
            Verzoekcode.TekeningOnbekend,
        ],
        [StatusCodes.Status405MethodNotAllowed] =
        [
            Verzoekcode.MethodeNietMogelijk,
        ],
        [StatusCodes.Status412PreconditionFailed] =
        [
            RefusalCode.TaskChanged,
            Verzoekcode.IfMatchOnbekend,
            Verzoekcode.RijGewijzigd,
            Verzoekcode.TaakAlAfgerond,
            Verzoekcode.TaakGewijzigd,
            Verzoekcode.TekeningGewijzigd,
        ],
        [StatusCodes.Status413PayloadTooLarge] =
        [
            RefusalCode.UploadTooLarge,
            Verzoekcode.VerzoekTeGroot,
        ],
        [StatusCodes.Status415UnsupportedMediaType] =
        [
            Verzoekcode.GeenJson,
        ],
        [StatusCodes.Status421MisdirectedRequest] =
        [
            Verzoekcode.AdresOnbekend,
        ],
        [StatusCodes.Status422UnprocessableEntity] =
        [
            Noodcode.RedenKort,
            Noodcode.RedenNodig,
            Noodcode.WieNodig,
            Documentcode.CorrectieOnleesbaar,
            Verzoekcode.BsnInAdres,
            Verzoekcode.ZoekvraagLeeg,
            Documentcode.CorrectieReden,
            Documentcode.CorrectieTeLang,
            Formuliercode.AntwoordenOnleesbaar,
            Gebruikercode.InlognaamOnjuist,
            Gebruikercode.NaamOnjuist,
            Gebruikercode.RedenOntbreekt,
            Gebruikercode.RolOnbekend,
            Gebruikercode.WachtwoordIsNaam,
            Gebruikercode.WachtwoordOngelijk,
            Gebruikercode.WachtwoordOudOnjuist,
            Gebruikercode.WachtwoordTeKort,
            Gebruikercode.WachtwoordTeLang,
            Mogelijkheidcode.MogelijkOnvolledig,
            RefusalCode.CommandIdReused,
            RefusalCode.ContentTooLarge,
            RefusalCode.OutcomeMissing,
            RefusalCode.OutcomeUnknown,
            RefusalCode.ReasonMissing,
            Termijncode.KalenderDagDubbel,
            Termijncode.KalenderDagOngeldig,
            Termijncode.KalenderJarenOngeldig,
            Termijncode.KalenderOnleesbaar,
            Termijncode.KalenderVersieOntbreekt,
            Verzoekcode.AntwoordenOnjuist,
            Verzoekcode.BestandLeeg,
            Verzoekcode.CodeOnjuist,
            Verzoekcode.BijlageOnvolledig,
            Verzoekcode.DuurOnbekend,
            Verzoekcode.DuurTeLang,
            Verzoekcode.InstellenVerlopen,
            Verzoekcode.KoppelingOnjuist,
            Verzoekcode.MeldingOnjuist,
            Verzoekcode.SignaalOnjuist,
            Verzoekcode.StatusOnbekend,
            Verzoekcode.TekeningReden,
            Werkstroomcode.IntrekkenReden,
            Werkstroomcode.WeigerenReden,
        ],
        [StatusCodes.Status428PreconditionRequired] =
        [
            Verzoekcode.IfMatchOntbreekt,
        ],
        [StatusCodes.Status429TooManyRequests] =
        [
            Noodcode.TeVaak,
            Verzoekcode.TeVaakGeprobeerd,
            Verzoekcode.TeVeelVerzoeken,
        ],
        [StatusCodes.Status500InternalServerError] =
        [
            Verzoekcode.Onverwacht,
        ],
        [StatusCodes.Status503ServiceUnavailable] =
        [
            RefusalCode.StreamBusy,
            Verzoekcode.DossierNietLeesbaar,
            Verzoekcode.GemeenteDicht,
            Verzoekcode.ZoeklijstWordtGemaakt,
            Verzoekcode.OpslagNietBereikbaar,
            Verzoekcode.ServerVertrekt,
        ],
        [StatusCodes.Status507InsufficientStorage] =
        [
            Verzoekcode.OpslagVol,
        ],
    }.SelectMany(status => status.Value.Select(code => (code, status.Key))).ToFrozenDictionary(p => p.code, p => p.Key, StringComparer.Ordinal);

    public static int Van(Weigering nee) => PerCode.GetValueOrDefault(nee.Code, StatusCodes.Status409Conflict);
}
