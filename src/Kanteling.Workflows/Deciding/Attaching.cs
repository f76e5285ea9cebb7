using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Kanteling.Workflows.Commands;
using Kanteling.Workflows.Events;
using Kanteling.Workflows.Running;

namespace Kanteling.Workflows.Deciding;

/// <summary>Puts a file that waits with a procedure. It is bound by this very commit: who sent it, once, and within its day.</summary>
sealed class Attaching(Burst burst, Situation at)
{
    public ImmutableArray<Refusal> Attach(AttachFile x)
    {
        if (at.Case.Version == 0 || !burst.Parts.Domain.HasDossier(at.Case.Domain, x.Dossier))
            return [Refusal.Of(RefusalCode.DossierUnknown)];
        if (at.Given.Find<Upload>(Given.UploadKey(x.Upload)) is not { } upload || !upload.IsFor(at.Asking.Actor, at.Now))
            return [Refusal.Of(RefusalCode.UploadGone)];
        var words = new JsonObject { ["name"] = upload.Name, ["type"] = upload.MediaType, ["note"] = x.Note };
        burst.Raise(new FileAttached(
            burst.NewId<FileId>(), x.Dossier,
            new Blob(new BlobAddress(at.Case.Version + 1, 0), upload.Length, upload.Hash) { Source = new BlobSource(upload.Id, x.Dossier, ContentKind.File) },
            Content.Of(x.Dossier, ContentKind.File, words)));
        return [];
    }
}
