using System.Text.Json.Nodes;
using Kanteling.Workflows.Definitions;

namespace Kanteling.Workflows.Casework.Documenten;

/// <summary>Whether a text may take the place of another in a version that flows pin: the same document with other words, and nothing else.</summary>
public static class Correctie
{
    const int MeestePlekken = 5;

    /// <summary>The correction as it would be kept, or why it cannot be.</summary>
    public static Rewording Beoordeel(DocumentVersion versie, string tekst, Given given)
    {
        if (Documentsoort.Met(versie.Kind) is not { } soort)
            return Rewording.Refused(Refusal.Of(RefusalCode.DocumentNotFound, versie.Kind, versie.Id));
        if (given.Find<object>(soort.Sleutel(versie.Id, versie.Version)) is not { } nu)
            return Rewording.Refused(Refusal.Of(soort.NietGevonden, versie.Id));
        var nieuw = soort.Lees(tekst);
        if (nieuw.Document is null)
            return Rewording.Refused([.. nieuw.Fouten.Take(MeestePlekken).Select(fout => Refusal.Of(Documentcode.CorrectieOnleesbaar, fout))]);
        var (wijst, was) = (Documentverwijzing.Van(nieuw.Document), Documentverwijzing.Van(nu));
        if (wijst.Id != versie.Id || wijst.Version != versie.Version)
            return Rewording.Refused(Refusal.Of(Documentcode.CorrectieAnderDocument, versie.Id, $"{versie.Version}"));
        if (Documentwoorden.Verschil(JsonNode.Parse(Documentverwijzing.Schrijf(nu)), JsonNode.Parse(nieuw.Tekst)) is { IsEmpty: false } anders)
            return Rewording.Refused(Refusal.Of(Documentcode.CorrectieMeerDanWoorden, string.Join(", ", anders.Take(MeestePlekken))));
        var hash = Documentverwijzing.HashVan(nieuw.Tekst);
        return hash == was.Hash ? Rewording.Refused(Refusal.Of(Documentcode.CorrectieVerandertNiets)) : new Rewording(was.Hash, hash, nieuw.Tekst, []);
    }
}
