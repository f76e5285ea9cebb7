using Kanteling.Workflows.Keeping;

namespace Kanteling.Workflows.Casework;

/// <summary>What a proof of the database finds wrong.</summary>
static class Bewijszinnen
{
    public static readonly (string Code, string Tekst)[] Alle =
    [
        (ProofCode.HashWrong, "Deze vastlegging is veranderd, of een eerdere. De keten klopt vanaf hier niet."),
        (ProofCode.DeadlineStuck, "Termijn {0} (\"{1}\") had moeten ingaan op {2} en wacht nog."),
        (ProofCode.BlobChanged, "Bestand {0} bij deze vastlegging is veranderd."),
        (ProofCode.BlobMissing, "Bestand {0} bij deze vastlegging ontbreekt, en er staat nergens dat het gewist is."),
        (ProofCode.BlobUnknown, "Er staat een bestand {0} bij deze vastlegging dat zij niet noemt."),
        (ProofCode.CommitMissing, "Hier ontbreekt een vastlegging. De volgende is nummer {0}."),
        (ProofCode.ContentChanged, "De inhoud bij deze vastlegging is veranderd."),
        (ProofCode.BodyGone, "Deze vastlegging is weg, en er staat nergens dat zij vernietigd is. Of de grond klopt niet."),
        (ProofCode.ErasedReturned, "Hier staat weer iets dat gewist of vernietigd was."),
        (ProofCode.DeclarationWrong, "De verklaring van vernietiging klopt niet: zij is veranderd, of de stroom is er nog."),
        (ProofCode.Headless, "Van deze stroom zijn er vastleggingen, maar verder is hij weg."),
        (ProofCode.CommitUnreadable, "Deze vastlegging is niet te lezen ({0})."),
        (ProofCode.HistoryCutOff, "De stroom zegt {0} vastleggingen te hebben, maar het zijn er {1}."),
        (ProofCode.RowsDiffer, "De rijen zeggen iets anders dan de gebeurtenissen: {0}."),
    ];
}
