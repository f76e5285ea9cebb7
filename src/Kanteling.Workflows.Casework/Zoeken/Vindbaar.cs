using System.Collections.Immutable;
using Kanteling.Workflows.Casework.Huishoudens;

namespace Kanteling.Workflows.Casework.Zoeken;

/// <summary>What of a household people look for, as plain text: the one place of this folder that knows how a household holds it.</summary>
/// <param name="Naam">Of the household itself; null when it was erased.</param>
/// <param name="Adressen">None when it is kept secret for anybody who lives there: then an address finds nobody.</param>
/// <param name="Nummers">As they are shown: of the household and of its dossiers.</param>
public sealed record Vindbaar(string? Naam, ImmutableArray<string> Adressen, ImmutableArray<string> Nummers, ImmutableArray<Vindbaarpersoon> Personen)
{
    public static Vindbaar Van(StreamId stream, Huishouden h) => new(
        h.Naam?.AsString() is { Length: > 0 } naam ? naam : null,
        [.. Zichtbaar(h) is { } adres ? [adres.Regel] : Array.Empty<string>()], [stream.Text, .. h.Dossiers.Keys.Select(d => d.Text)], [.. h.Personen.Select(Vindbaarpersoon.Van)]);

    /// <summary>
    /// The address of a household as a list may show it; null when there is none, or it is secret. One that went up in another does not know
    /// whether it became secret there, and nobody has to find it at its old address.
    /// </summary>
    public static Adres? Zichtbaar(Huishouden h) => h.OpgegaanIn is not null || h.Personen.Exists(p => p.GeheimAdres) ? null : Adres.Van(h.Adres);
}

/// <param name="Namen">Every part of his names, each as it is written.</param>
/// <param name="Roep">The name as it is shown; null when it was erased.</param>
/// <param name="Geslachtsnaam">By which he is sorted, without tussenvoegsel; null when only the whole name is known.</param>
/// <param name="Geboren">yyyy-MM-dd, or only yyyy-MM or yyyy when that is all that is known.</param>
/// <param name="Bsn">Nine digits.</param>
public sealed record Vindbaarpersoon(PersoonId Id, ImmutableArray<string> Namen, string? Roep, string? Geslachtsnaam, string? Geboren, ImmutableArray<string> Telefoons, ImmutableArray<string> Mails, string? Bsn)
{
    public static Vindbaarpersoon Van(Persoon p)
    {
        var naam = Persoonsnaam.Van(p.Naam);
        var achter = naam is { Partner: not null, Naamgebruik: Naamgebruik.Partner or Naamgebruik.PartnerEigen } ? naam.Partner : naam?.Eigen;
        return new(
            p.Id, naam is null ? [] : [.. ((string?[])[naam.Geheel, naam.Roepnaam, naam.Voornamen, naam.Voorletters, naam.Eigen?.Volledig, naam.Partner?.Volledig]).OfType<string>().Distinct()],
            naam?.Volledig, achter?.Geslachtsnaam, p.Geboren?.ToString(), Gevuld(p.Telefoon), Gevuld(p.Mail), Huishoudens.Bsn.Van(p.Bsn)?.Cijfers);
    }

    static ImmutableArray<string> Gevuld(Content? tekst) => tekst?.AsString() is { Length: > 0 } gevuld ? [gevuld] : [];
}
